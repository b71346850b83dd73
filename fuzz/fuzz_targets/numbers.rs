//! `numbers` of `src/lib.rs`, with what libFuzzer invents.
#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| renzheng_fuzz::run("numbers", bytes));
