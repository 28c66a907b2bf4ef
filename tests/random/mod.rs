//! Random cases: the same ones in each run, and others in `make soak`.
//!
//! `KEYFILL_SEED` is a number in hexadecimal, `KEYFILL_TIMES` how many times as many cases are
//! made. A failure prints both, as the command that repeats it.

#![allow(dead_code, reason = "not every program uses all of it")]

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, RngAlgorithm, RngSeed, TestRunner};

/// The seed of every run that is told none.
const SEED: u64 = 0x6b65_7966_696c_6c21;

/// `count` cases, or as many times more as the soak wants.
pub fn cases<T>(strategy: impl Strategy<Value = T>, count: usize) -> Vec<T> {
    let mut runner = TestRunner::new(config(0));
    (0..count * times()).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect()
}

/// For `proptest!`, with that many cases.
pub fn config(cases: u32) -> Config {
    // Shown only when the test fails, since the harness keeps what a good one prints.
    println!("to repeat: KEYFILL_SEED={:x} KEYFILL_TIMES={} cargo test", seed(), times());
    Config {
        cases: cases.saturating_mul(u32::try_from(times()).unwrap_or(u32::MAX)),
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: RngSeed::Fixed(seed()),
        failure_persistence: None,
        ..Config::default()
    }
}

fn seed() -> u64 {
    let told = std::env::var("KEYFILL_SEED").ok();
    told.map_or(SEED, |text| u64::from_str_radix(&text, 16).expect("KEYFILL_SEED is hexadecimal"))
}

/// How many times as many cases as usual are made.
pub fn times() -> usize {
    let told = std::env::var("KEYFILL_TIMES").ok();
    told.map_or(1, |text| text.parse().expect("KEYFILL_TIMES is a number"))
}
