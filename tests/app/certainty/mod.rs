//! Whether a value belongs where a slot stands: by the evidence around it.

mod blocks;
mod guide;
mod pages;
mod sentences;

use keyfill::core::endpoint::{Endpoint, KeystoneUrl};
use keyfill::core::slot::{Certainty, Cloud, Code, Doubt, Found, Slots, find};

/// A cloud of two regions. Names of one label, such as `example`, are anybody's.
fn cloud() -> Cloud {
    let mut cloud = Cloud::default();
    for (region, store) in
        [("Kna1", "https://s3-kna1.example:8080"), ("Fra1", "https://s3-fra1.example:8080")]
    {
        let keystone = KeystoneUrl::parse("https://identity.example:5000/v3").unwrap();
        cloud.add(region, &Endpoint::parse(store).unwrap(), &keystone);
    }
    cloud
}

/// The first region is chosen.
const CHOSEN: usize = 0;

/// `yes`, `no`, `press` for a doubt, `Fra1` for one about the region; and the reason.
fn said(certainty: Certainty) -> (&'static str, String) {
    let word = match (certainty, certainty.doubt(CHOSEN)) {
        (Certainty::Not(_), _) => "no",
        (_, None) => "yes",
        (_, Some(Doubt::Region(1))) => "Fra1",
        (_, Some(_)) => "press",
    };
    (word, format!("{certainty:?}"))
}

/// Every slot of `code`, as it is written there, and its certainty.
fn judged<'t>(code: &Code<'t>) -> Vec<(&'t str, Certainty)> {
    let slot = |found: Found| (&code.text[found.start..found.end], found.certainty);
    find(code, &Slots::defaults(), &cloud()).into_iter().map(slot).collect()
}
