//! Random schedules: whatever the reader, the network and the clock do, in whatever order, no
//! key is made that nobody asked for, and none exists that nobody can see.
//!
//! The cases are the same in every run, so that a failure can be looked at again.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may panic")]

mod cloud;
mod world;

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{RngAlgorithm, RngSeed, TestRunner};

use cloud::{ALICE, ALICE_IN_HEKLA, SECRET_MARK};
use world::{Say, Step, World, step};

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1_024,
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: RngSeed::Fixed(0x6b65_7966_696c_6c21),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_key_is_made_unasked_and_none_is_lost(
        is_old: bool, steps in prop::collection::vec(step(), 1..80),
    ) {
        let mut world = World::new(is_old);
        world.take(Step::Say(Say::SignIn, 0));
        for step in steps {
            world.take(step);
        }
        world.rest();
        let page = &world.page;
        page.check_secrets();
        let account = page.account();
        let grant = if account.project.id.as_str() == "katla" { &ALICE } else { &ALICE_IN_HEKLA };
        let seen: BTreeSet<&str> = page.own().into_iter().collect();
        let real: BTreeSet<&str> = page.cloud.keys_of(grant).into_iter().collect();
        prop_assert_eq!(seen, real);
        prop_assert!(!page.what().contains(SECRET_MARK));
    }
}

/// The schedules would prove nothing if they never reached the rare states.
#[test]
fn the_schedules_reach_every_state() {
    let mut runner = TestRunner::deterministic();
    let mut seen = BTreeSet::new();
    for _ in 0..300 {
        let steps = prop::collection::vec(step(), 1..80).new_tree(&mut runner).unwrap().current();
        let mut world = World::new(true);
        world.take(Step::Say(Say::SignIn, 0));
        for step in steps {
            world.take(step);
            if let Some(account) = world.page.model.account() {
                let work = format!("{:?}", account.work);
                seen.insert(work.split('(').next().unwrap_or_default().to_owned());
            }
            let late = world.page.what().contains("just after you had left");
            seen.extend(late.then(|| "late".to_owned()));
        }
    }
    let all =
        "Checking Confirming Creating Deleting Idle Offering Reconciling Refreshing Unknown late";
    let missing: Vec<&str> = all.split(' ').filter(|state| !seen.contains(*state)).collect();
    assert!(missing.is_empty(), "never reached: {missing:?}");
}
