//! Host: `renzheng check` and `renzheng fit`, so that a server or a script repeats the verdict of
//! the browser. Reads files, asks the core, prints.
//!
//! ```text
//! renzheng check photos/*.jpg --kind id-front
//! renzheng fit photos/*.jpg --out fitted --json
//! ```
//!
//! It ends with 0 where every photo passes (`check`) or was made to (`fit`), with 1 where one does
//! not, and with 2 where a file could not be read or written, or the call is wrong.

mod arguments;
mod print;
mod run;

use std::process::ExitCode;

use clap::Parser;

use arguments::Arguments;

/// Runs the program.
pub fn main() -> ExitCode {
    run::run(&Arguments::parse())
}
