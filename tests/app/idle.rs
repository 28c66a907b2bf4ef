//! Idleness: what keeps a session, the warning before its end, and what a screen reader hears.

use keyfill::core::message::{EdgeMsg, Msg, SessionMsg, SignInMsg};
use keyfill::core::model::{Entry, Millis};
use keyfill::core::screen::IdleScreen;

use crate::cloud::page::{Page, pasted};
use crate::cloud::{ALICE, UNSCOPED};
use crate::english::english;

const MINUTE: Millis = 60_000;
const IDLE_MS: Millis = 15 * MINUTE;

fn warning(page: &Page) -> Option<IdleScreen> {
    page.screen().idle
}

fn seconds(page: &Page) -> Option<Millis> {
    warning(page).map(|idle| idle.seconds)
}

/// Lets time pass as a browser does: every look at the clock that the model has asked for, until
/// `end`. Gives back the seconds that were seen.
fn pass(page: &mut Page, end: Millis) -> Vec<Millis> {
    let mut seen = Vec::new();
    while let Some(at) =
        page.later.iter().position(|(_, msg)| matches!(msg, Msg::Edge(EdgeMsg::Watch)))
    {
        let (delay, msg) = page.later.remove(at);
        let now = page.model.now + Millis::from(delay);
        if now > end {
            page.later.push((delay, msg));
            break;
        }
        page.tick(now);
        page.say(msg);
        seen.extend(seconds(page).filter(|seconds| seen.last() != Some(seconds)));
    }
    page.tick(end);
    seen
}

#[test]
fn the_last_minute_is_counted_in_seconds() {
    for (minutes, warned) in [(1, 30), (2, 60), (15, 60), (480, 60)] {
        let mut page = Page::signed_in(&ALICE);
        page.model.config.idle_ms = minutes * MINUTE;
        page.model.account.as_mut().unwrap().expires = Millis::MAX;
        page.say(SessionMsg::KeepAwake);
        let begin = page.model.now;
        let seen = pass(&mut page, begin + minutes * MINUTE - 1);
        let expected: Vec<Millis> = (1..=warned).rev().collect();
        assert_eq!(seen, expected, "{minutes} minutes");
        assert!(page.model.account().is_some());
        pass(&mut page, begin + minutes * MINUTE);
        page.is_wiped();
        assert_eq!(seconds(&page), None);
        let s = if minutes == 1 { "" } else { "s" };
        let what = format!("You were signed out after {minutes} minute{s} without activity.");
        assert_eq!(page.what(), what);
    }
}

/// As little is asked of the page as is needed: five seconds between two looks, until the warning.
#[test]
fn nobody_looks_at_the_clock_each_second_before_the_warning() {
    let mut page = Page::signed_in(&ALICE);
    page.later.clear();
    page.model.watched = false;
    page.say(EdgeMsg::Watch);
    let mut delays = Vec::new();
    while let Some((delay, msg)) = page.later.pop() {
        delays.push(delay);
        page.tick(page.model.now + Millis::from(delay));
        page.say(msg);
        if seconds(&page).is_some() {
            break;
        }
    }
    assert_eq!(page.model.now, IDLE_MS - MINUTE);
    assert_eq!((delays.len(), delays.iter().max()), (168, Some(&5_000)));
}

#[test]
fn any_use_of_the_page_keeps_the_session_and_takes_the_warning_away() {
    let mut page = Page::signed_in(&ALICE);
    for minute in 1..=50 {
        page.tick(minute * MINUTE);
        page.say(EdgeMsg::Used(minute * MINUTE));
        assert!(page.model.account().is_some() && warning(&page).is_none(), "{minute}");
    }
    let begin = page.model.active;
    page.model.account.as_mut().unwrap().expires = Millis::MAX;
    for keep in
        [Msg::Edge(EdgeMsg::Used(begin + IDLE_MS - 10_000)), Msg::Session(SessionMsg::KeepAwake)]
    {
        let end = page.model.active + IDLE_MS;
        pass(&mut page, end - 10_000);
        assert_eq!(seconds(&page), Some(10));
        page.say(keep);
        assert_eq!(seconds(&page), None);
        page.tick(end + 1);
        assert!(page.model.account().is_some());
    }
}

/// Somebody sits down before a machine that has slept, and presses a key: that key is too late.
#[test]
fn use_after_the_end_is_no_use() {
    let mut page = Page::signed_in(&ALICE);
    page.say(EdgeMsg::Used(IDLE_MS));
    page.tick(IDLE_MS);
    page.is_wiped();
    // What was noted before the end, and is heard of later, was in time.
    let mut page = Page::signed_in(&ALICE);
    page.say(EdgeMsg::Used(IDLE_MS - 1));
    page.tick(IDLE_MS + 5_000);
    assert!(page.model.account().is_some());
    // An older one takes nothing back.
    page.say(EdgeMsg::Used(1_000));
    page.tick(2 * IDLE_MS - 2);
    assert!(page.model.account().is_some());
    page.tick(2 * IDLE_MS - 1);
    page.is_wiped();
}

#[test]
fn there_is_no_warning_where_nothing_would_be_kept() {
    let mut page = Page::new();
    page.tick(IDLE_MS - 1);
    assert_eq!(seconds(&page), None, "nobody is signed in");
    page.say(SignInMsg::Open);
    page.tick(2 * IDLE_MS - 2);
    assert_eq!(seconds(&page), None, "an empty form");
    // The token ends before the idle time does: use cannot help.
    let mut page = Page::signed_in(&ALICE);
    for minute in (0..60).step_by(5) {
        page.tick(minute * MINUTE);
        page.say(EdgeMsg::Used(minute * MINUTE));
    }
    page.tick(60 * MINUTE - 1);
    assert_eq!(seconds(&page), None);
    assert!(page.what().starts_with("Your token expires in"), "{}", page.what());
}

#[test]
fn the_way_in_is_warned_about_in_its_own_words() {
    let mut page = Page::new();
    page.say(pasted(&UNSCOPED.token));
    page.settle();
    assert!(matches!(page.model.entry, Entry::Choosing(_)));
    page.tick(IDLE_MS - 60_000);
    let idle = warning(&page).unwrap();
    assert!(
        !idle.signed_in
            && english(&[idle.alarm]).starts_with("Your sign-in will be cancelled within 60")
    );
    page.tick(IDLE_MS);
    page.is_wiped();
}

/// What is read out changes three times in a minute, not sixty times.
#[test]
fn a_screen_reader_is_told_three_times() {
    let mut page = Page::signed_in(&ALICE);
    let mut told: Vec<&str> = Vec::new();
    for left in (1..=60).rev() {
        page.tick(IDLE_MS - left * 1_000);
        let idle = warning(&page).unwrap();
        assert_eq!((idle.seconds, idle.signed_in), (left, true));
        let alarm = english(&[idle.alarm]);
        if told.last() != Some(&alarm) {
            told.push(alarm);
        }
    }
    let within = |seconds: u32| format!("You will be signed out within {seconds} seconds, because");
    assert_eq!(told.len(), 3);
    assert!(
        told.iter().zip([60, 30, 10]).all(|(told, n)| told.starts_with(&within(n))),
        "{told:?}"
    );
}

/// A session does not begin anew because a reply comes: the reader may have gone meanwhile.
#[test]
fn a_reply_is_no_use() {
    let mut page = Page::new();
    page.say(pasted(&ALICE.token));
    page.tick(10 * MINUTE);
    page.settle();
    assert!(page.model.account().is_some());
    page.tick(IDLE_MS);
    page.is_wiped();
}
