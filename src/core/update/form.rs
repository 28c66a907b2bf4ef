//! The form: what was typed is checked here and sent once.

use super::keystone;
use super::way_in::{ask, refuse};
use crate::core::keystone::{issue, validate};
use crate::core::message::{Call, Effect};
use crate::core::model::{Entry, Model, Waiting};
use crate::core::sign_in::{Attempt, Fields, SignInMethod, Typed};
use crate::core::text;

/// Sends what was typed, once. What cannot be right is not sent at all.
pub(super) fn submit(model: &mut Model, fields: &Fields) -> Vec<Effect> {
    let (method, receipt) = match &model.entry {
        Entry::Form => (model.method, None),
        Entry::Closed if model.account.is_none() => (model.method, None),
        Entry::Passcode(challenge) => (SignInMethod::PASSCODE, Some(&challenge.receipt)),
        _ => return Vec::new(),
    };
    if method.row().locks && model.now < model.refusals.until {
        let seconds = (model.refusals.until - model.now).div_ceil(1000);
        return refuse(model, text::must_wait(seconds));
    }
    let typed = Typed { fields, domain: &model.config.domain, receipt };
    let request = match (method.row().attempt)(typed) {
        Err(mistake) => return refuse(model, text::mistake(mistake)),
        Ok(Attempt::Validation(token)) => {
            let request = validate::ask(keystone(model), &token);
            return ask(model, Waiting::Validation(token), Call::Validate, request);
        }
        Ok(Attempt::Issue(proof)) => issue::ask(keystone(model), proof),
    };
    let waiting = match std::mem::replace(&mut model.entry, Entry::Form) {
        Entry::Passcode(challenge) => Waiting::Passcode(challenge),
        _ => Waiting::Issue(method),
    };
    ask(model, waiting, Call::Issue, request)
}
