//! Random schedules: whatever the reader, the network and the clock do, in whatever order, no
//! key is made that nobody asked for, none exists that nobody can see, and no token outlives the
//! session for which it was issued.
//!
//! The cases are the same in every run, so that a failure can be looked at again.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;

use keyfill::core::model::Work;

use crate::cloud::page::Page;
use crate::cloud::{Grant, Made, SECRET_MARK};
use crate::world::{Say, Step, World, step};

proptest! {
    #![proptest_config(crate::random::config(1_024))]

    #[test]
    fn no_key_is_made_unasked_and_none_is_lost_and_no_token_stays(
        is_old: bool, by_password: bool, steps in prop::collection::vec(step(), 1..100),
    ) {
        let mut world = World::new(is_old);
        world.take(Step::Say(if by_password { Say::Password } else { Say::SignIn }, 0));
        for step in steps {
            world.take(step);
        }
        world.rest();
        let page = &world.page;
        page.check_secrets();
        let account = page.account();
        let (user, project) = (account.identity.user.as_str(), account.project.id.as_str());
        let seen: BTreeSet<&str> = page.own().into_iter().collect();
        let is_own = |made: &&Made| made.user == user && made.project == project;
        let own = page.cloud.credentials.iter().filter(is_own);
        prop_assert_eq!(seen, own.map(|made| &*made.access).collect::<BTreeSet<_>>());
        prop_assert!(!page.what().contains(SECRET_MARK));

        world.end();
        let excused = |grant: &&Grant| {
            let token: &str = &grant.token;
            world.lost.contains(token) || world.seen.forgotten.contains(token)
        };
        let issued = world.page.cloud.grants.iter().filter(|g| g.token.contains("issued-"));
        let left: Vec<_> = issued.filter(|grant| !excused(grant)).map(|g| &g.token).collect();
        prop_assert!(left.is_empty(), "valid after the end: {left:?}");
    }
}

/// What the schedules must come by, by the names of the variants and of some messages.
const ALL: &str = "Checking Confirming Creating Deleting Idle Marking Offering Reconciling \
                   Refreshing Unknown Verifying Closed Form Clouds Passcode Choosing Validation \
                   Issue Projects Scope Proving Installing Installed Leaving Moving several late \
                   wait unwanted kept warned overdue pending \
                   after-all";
/// As many schedules as may be needed for that; most runs need far fewer.
const MOST: usize = 4_000;

/// The schedules would prove nothing if they never reached the rare states.
#[test]
fn the_schedules_reach_every_state() {
    let mut runner = TestRunner::deterministic();
    let mut missing: BTreeSet<&str> = ALL.split_whitespace().collect();
    for _ in 0..MOST {
        let steps = prop::collection::vec(step(), 1..100).new_tree(&mut runner).unwrap().current();
        let mut world = World::new(true);
        world.take(Step::Say(Say::SignIn, 0));
        for step in steps {
            world.take(step);
            let seen = states(&world.page);
            missing.retain(|name| !seen.contains(*name));
        }
        if missing.is_empty() {
            break;
        }
    }
    assert!(missing.is_empty(), "never reached: {missing:?}");
}

/// The names of the states that a page is in.
fn states(page: &Page) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut is = |value: &dyn std::fmt::Debug| {
        // Only the names of the variants: the rest is long.
        let text = format!("{value:?}");
        names.extend(text.split(['(', ' ', '{', ')', ',']).take(2).map(str::to_owned));
    };
    is(&page.model.entry);
    if let Some(account) = page.model.account() {
        is(&account.work);
        account.parting.iter().for_each(|parting| is(parting));
        account.rotation.iter().for_each(|rotation| is(&rotation.stage));
    }
    let several = |work: &Work| matches!(work, Work::Deleting(all) if !all.rest.is_empty());
    for (name, is_so) in [
        ("several", page.model.account().is_some_and(|account| several(&account.work))),
        ("late", page.what().contains("just after you left")),
        ("wait", page.what().starts_with("Wait ")),
        ("unwanted", page.what().contains("which the file names")),
        ("kept", page.what().contains("was not deleted")),
        ("warned", page.model.idle_left().is_some()),
        ("overdue", page.model.overdue.is_some()),
        ("pending", page.what().contains("is still in the list")),
        ("after-all", page.what().contains("the response came late")),
    ] {
        names.extend(is_so.then(|| name.to_owned()));
    }
    names
}
