//! The way in: from the form to a token, and what Keystone answers.

use super::session::{choose_region, enter};
use super::tokens::{Obtained, give_up};
use super::way_in::refuse;
use super::{form, place, project, sample};
use crate::core::admit::Token;
use crate::core::http::Outcome;
use crate::core::keystone::identity::Identity;
use crate::core::keystone::issue::{Issued, NotIssued, RECEIPT_MS};
use crate::core::keystone::{Fault, Refusal, validate};
use crate::core::message::{Effect, Focus, SignInMsg};
use crate::core::model::{Challenge, Entry, FirstToken, Holder, Millis, Model, Refusals, Waiting};
use crate::core::sign_in::SignInMethod;
use crate::core::text::{self, Doing};

/// How many sign-ins may be refused in a row before the reader has to wait.
const REFUSALS: u8 = 3;
/// How long the reader has to wait then, in milliseconds.
const WAIT_MS: Millis = 60_000;

/// Takes what the reader does on the way in.
pub(super) fn take(model: &mut Model, msg: SignInMsg) -> Vec<Effect> {
    match msg {
        SignInMsg::Open => open(model),
        SignInMsg::OpenFor(region) => {
            let effects = choose_region(model, region);
            if model.account.is_some() { effects } else { open(model) }
        }
        SignInMsg::TrySample(region) => sample::start(model, region),
        SignInMsg::Cancel => cancel(model),
        SignInMsg::ChooseMethod(method) => {
            choose_method(model, method);
            Vec::new()
        }
        SignInMsg::Submit(fields) => form::submit(model, &fields),
        SignInMsg::SearchProjects(text) => {
            project::search(model, text);
            Vec::new()
        }
        SignInMsg::ChooseProject(id) => project::choose(model, &id),
        SignInMsg::SwitchProject => project::switch(model),
    }
}

fn open(model: &mut Model) -> Vec<Effect> {
    // Nobody brings a real token into a sample.
    if !matches!(model.entry, Entry::Closed) || model.is_sample() {
        return Vec::new();
    }
    model.entry = Entry::Form;
    vec![Effect::Focus(Focus::Field)]
}

pub(super) fn cancel(model: &mut Model) -> Vec<Effect> {
    let signed_in = model.account.is_some();
    let to_form = match &model.entry {
        Entry::Closed => return Vec::new(),
        Entry::Form => false,
        entry => !entry.holder().is_some_and(|holder| holder.switching),
    };
    let mut effects = give_up(model, Obtained::Revoke);
    model.notice = None;
    let focus = match (to_form, signed_in) {
        (true, _) => Focus::Field,
        (false, true) => Focus::Chosen,
        (false, false) => Focus::Open,
    };
    if to_form {
        model.entry = Entry::Form;
    } else {
        model.wanted = None;
    }
    effects.extend([Effect::AbortUnwanted, Effect::Focus(focus)]);
    effects
}

fn choose_method(model: &mut Model, method: SignInMethod) {
    if matches!(model.entry, Entry::Form) && model.config.methods.contains(&method) {
        model.method = method;
        model.wanted = None;
        // What was said of the other one is not about this one.
        model.notice = None;
    }
}

pub(super) fn validated(model: &mut Model, token: Token, outcome: Outcome) -> Vec<Effect> {
    match validate::read(outcome) {
        Ok(identity) => {
            let expires = model.now + remaining(&identity, model.wall);
            arrive(model, FirstToken { token, pasted: true }, identity, expires)
        }
        // A sign-in is never repeated by itself, not even a GET.
        Err(refusal) => {
            let notice =
                text::refused(Doing::SigningIn(SignInMethod::TOKEN), refusal, place(model));
            refuse(model, notice)
        }
    }
}

/// The answer to a password, a passcode or an application credential.
pub(super) fn issued(
    model: &mut Model,
    waiting: Waiting,
    read: Result<Issued, NotIssued>,
) -> Vec<Effect> {
    let method = match &waiting {
        Waiting::Issue(method) => *method,
        _ => SignInMethod::PASSCODE,
    };
    let refusal = match read {
        Ok(Issued { token, identity }) => {
            model.refusals = Refusals::default();
            // Keystone has just issued it, so its life can be counted without a right clock.
            let expires = model.now + Millis::try_from(identity.life_ms).unwrap_or(0);
            return arrive(model, FirstToken { token, pasted: false }, identity, expires);
        }
        Err(NotIssued::Passcode(receipt)) => {
            let expires = model.now + RECEIPT_MS;
            model.entry = Entry::Passcode(Challenge { receipt, expires });
            return vec![Effect::Focus(Focus::Field)];
        }
        Err(NotIssued::Method(name)) => return refuse(model, text::needs_method(&name)),
        Err(NotIssued::Refused(refusal)) => refusal,
    };
    let counts = matches!(refusal.fault, Fault::Unauthorized);
    let mut notice = text::refused(Doing::SigningIn(method), refusal, place(model));
    if counts {
        model.refusals.count = model.refusals.count.saturating_add(1);
        if model.refusals.count >= REFUSALS {
            model.refusals.until = model.now + WAIT_MS;
            notice = text::refused_often(notice);
        }
    }
    let effects = refuse(model, notice);
    if let Waiting::Passcode(challenge) = waiting {
        model.entry = Entry::Passcode(challenge);
    }
    effects
}

/// Somebody has a valid token: on to the session, or to the project first.
fn arrive(model: &mut Model, root: FirstToken, identity: Identity, expires: Millis) -> Vec<Effect> {
    let holder = Holder { root, identity, expires, switching: false };
    if holder.identity.project.is_some() {
        return enter(model, holder, None);
    }
    project::list(model, holder)
}

/// What is held on the way has come to its end.
pub(super) fn drop_expired(model: &mut Model) -> Vec<Effect> {
    let factor =
        matches!(model.entry, Entry::Passcode(_) | Entry::Waiting(Waiting::Passcode(_), _));
    let mut effects = give_up(model, Obtained::Forget);
    effects.push(Effect::AbortUnwanted);
    let notice = if factor {
        text::receipt_expired()
    } else if model.account.is_some() {
        // A renewal came to its end, and the session goes on.
        let refusal = Refusal { fault: Fault::Unauthorized, request_id: None };
        text::refused(Doing::SigningIn(SignInMethod::TOKEN), refusal, place(model))
    } else {
        text::expired()
    };
    effects.extend(refuse(model, notice));
    effects
}

/// How long a pasted token still lives, in milliseconds. Only the reader's own clock can tell
/// how old it is, since a page cannot read the server's `Date`. Keystone has just accepted the
/// token, so an answer outside its life means that this clock is wrong: then its whole life is
/// the upper bound, and the 401 at the end is handled anyway.
fn remaining(identity: &Identity, wall: i64) -> Millis {
    let by_clock = identity.expires_at_ms.saturating_sub(wall);
    let plausible = (1..=identity.life_ms).contains(&by_clock);
    Millis::try_from(if plausible { by_clock } else { identity.life_ms }).unwrap_or(0)
}
