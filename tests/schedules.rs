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

use cloud::{ALICE, Grant, SECRET_MARK};
use keyfill::core::message::Call;
use keyfill::core::model::{Entry, Stage};
use world::{World, step};

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1_024,
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: RngSeed::Fixed(0x6b65_7966_696c_6c21),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn nothing_is_done_unasked_and_nothing_is_lost(
        is_old: bool, way in 0..6usize, steps in prop::collection::vec(step(), 1..120),
    ) {
        let mut world = World::new(is_old);
        world.begin(way);
        for step in steps {
            world.take(step);
        }
        world.rest();
        let page = &world.page;
        page.check_secrets();
        let account = page.account();
        let user = account.identity.user.as_str().to_owned().into();
        let project = Some(account.project.id.as_str().to_owned().into());
        let grant = Grant { user, project, ..ALICE };
        let seen: BTreeSet<&str> = page.own().into_iter().collect();
        let real: BTreeSet<&str> = page.cloud.keys_of(&grant).into_iter().collect();
        prop_assert_eq!(seen, real);
        prop_assert!(!page.what().contains(SECRET_MARK));
        world.sign_out();
    }
}

/// What a world is in the middle of, as single words.
fn states(world: &World) -> Vec<String> {
    let model = &world.page.model;
    let name = |text: String| text.split(['(', ' ']).next().unwrap_or_default().to_owned();
    let mut seen = vec![name(format!("{:?}", model.entry))];
    if let Entry::Waiting(waiting, _) = &model.entry {
        let renewal = if model.account().is_some() { "again" } else { "first" };
        seen.push([name(format!("{waiting:?}")), renewal.into()].join("-"));
    }
    if let Some(account) = model.account() {
        seen.push(name(format!("{:?}", account.work)));
        seen.extend(account.parting.map(|parting| name(format!("{parting:?}"))));
        seen.extend((!account.spent.is_empty()).then(|| "spent".to_owned()));
        seen.extend(account.rotation.as_ref().map(|rotation| {
            let stage = match rotation.stage {
                Stage::Creating => "new",
                Stage::Proving(_) => "proving",
                Stage::Switched(_) => "switched",
            };
            stage.to_owned()
        }));
    }
    let late = world.page.what().contains("just after you had left");
    seen.extend(late.then(|| "late".to_owned()));
    seen.extend(
        world.page.what().starts_with("Your token has expired").then(|| "expired".to_owned()),
    );
    seen.extend(world.page.what().starts_with("You were signed out").then(|| "idle".to_owned()));
    seen.extend((!model.abandoned.is_empty()).then(|| "abandoned".to_owned()));
    seen
}

/// The schedules would prove nothing if they never reached the rare states.
#[test]
fn the_schedules_reach_every_state() {
    let mut runner = TestRunner::deterministic();
    let mut seen = BTreeSet::new();
    for way in 0..600 {
        let steps = prop::collection::vec(step(), 1..120).new_tree(&mut runner).unwrap().current();
        let mut world = World::new(true);
        world.begin(way);
        for step in steps {
            let abandoned = world.page.model.abandoned.len();
            let several = world.page.waiting.len();
            world.take(step);
            seen.extend(states(&world));
            let came = world.page.model.abandoned.len() < abandoned;
            let more = world.page.waiting.get(several..).unwrap_or_default();
            let revoked = more.iter().any(|sent| matches!(sent.ticket.call, Call::Revoke(_)));
            seen.extend((came && revoked).then(|| "revoked-late".to_owned()));
            let asked = more.iter().any(|sent| sent.ticket.call == Call::Revoke(true));
            seen.extend(asked.then(|| "revoked-asked".to_owned()));
        }
    }
    let all = "Checking Choosing Closed Confirming Creating Deleting Form Idle Issue-again \
               Issue-first Leaving Marking Moving Offering Passcode Passcode-again Passcode-first \
               Projects-again Projects-first Reconciling Refreshing Scope-again Scope-first \
               Unknown Validation-again Validation-first Verifying abandoned expired idle late new proving \
               revoked-asked revoked-late spent switched";
    let missing: Vec<&str> =
        all.split_whitespace().filter(|state| !seen.contains(*state)).collect();
    assert!(missing.is_empty(), "never reached: {missing:?}");
}
