//! The states of a page that has variables.

use keyfill::core::message::{EdgeMsg, ValuesMsg};

use super::{Page, State, small, with_keys};

/// Variables for a bucket and an object, in a list that is open.
fn listed(mut page: Page) -> Page {
    page.model.config.remember_values = true;
    let wanted = ["bucket", "object"].map(|id| page.model.config.slots.by_id(id).unwrap());
    page.say(EdgeMsg::PageHas(wanted.to_vec()));
    page.say(ValuesMsg::Open(true));
    page.say(ValuesMsg::Type(wanted[0], "ab".into()));
    page.say(ValuesMsg::Type(wanted[1], "a b".into()));
    page
}

pub(super) fn states() -> Vec<State> {
    let mut closed = listed(with_keys(1));
    closed.say(ValuesMsg::Clear);
    closed.say(ValuesMsg::Open(false));
    vec![("values", listed(small()), false), ("values-closed", closed, false)]
}
