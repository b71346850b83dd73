//! How many numbers a second are checked natively. `cargo bench --bench numbers`.

use std::hint::black_box;
use std::time::Instant;

use renzheng::identity::{self, NumberKind};

/// The standards' own examples, in the shapes in which people type them.
const NUMBERS: [(NumberKind, &str); 6] = [
    (NumberKind::ResidentId, "11010519491231002X"),
    (NumberKind::ResidentId, "110105 19491231 002x"),
    (NumberKind::ResidentId, "110105194912310021"),
    (NumberKind::CreditCode, "91350100M000100Y43"),
    (NumberKind::Mobile, "+86 131-2345-6789"),
    (NumberKind::BankCard, "6200000000000005"),
];

const ROUNDS: usize = 7;
const CHECKS: u32 = 600_000;

fn main() {
    let today = "2026-11-24".parse().expect("a day");
    let mut rates: Vec<f64> = (0..=ROUNDS)
        .map(|_| {
            let start = Instant::now();
            for (kind, text) in NUMBERS.iter().cycle().take(CHECKS as usize) {
                black_box(identity::check(*kind, black_box(text), today));
            }
            f64::from(CHECKS) / start.elapsed().as_secs_f64()
        })
        // The first round warms up.
        .skip(1)
        .collect();
    rates.sort_by(f64::total_cmp);
    println!("checkNumber natively: {:.0} a second, median of {ROUNDS}", rates[ROUNDS / 2]);
}
