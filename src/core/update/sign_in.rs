//! From a pasted token to a session.

use super::{end_session, place, send};
use crate::core::admit::Token;
use crate::core::http::Outcome;
use crate::core::keystone::validate::{self, Identity};
use crate::core::keystone::{Fault, Refusal};
use crate::core::message::{Call, Effect, Focus, Msg, Ticket};
use crate::core::model::{Account, Listing, Millis, Model, Session, Work};
use crate::core::secret::Secret;
use crate::core::text::{self, Doing, Notice};

pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    match &mut model.session {
        Session::SignedOut { asking } => *asking = true,
        Session::SigningIn(_) | Session::SignedIn(_) => return Vec::new(),
    }
    vec![Effect::Focus(Focus::Token)]
}

pub(super) fn cancel(model: &mut Model) -> Vec<Effect> {
    match model.session {
        Session::SignedOut { .. } => {
            model.session = Session::SignedOut { asking: false };
            model.notice = None;
            vec![Effect::Focus(Focus::Open)]
        }
        Session::SigningIn(_) => {
            let mut effects = end_session(model, true, None);
            effects.push(Effect::Focus(Focus::Token));
            effects
        }
        Session::SignedIn(_) => Vec::new(),
    }
}

pub(super) fn submit(model: &mut Model, pasted: &Secret) -> Vec<Effect> {
    if !matches!(model.session, Session::SignedOut { .. }) {
        return Vec::new();
    }
    let Some(token) = Token::admit(pasted) else {
        let empty = pasted.expose().trim().is_empty();
        return ask_again(model, if empty { text::empty_token() } else { text::not_a_token() });
    };
    model.generation = model.generation.wrapping_add(1);
    model.notice = None;
    let ticket = Ticket {
        generation: model.generation,
        number: model.requests,
        call: Call::Validate,
        attempt: 0,
    };
    let request = validate::ask(&model.region().keystone, &token);
    model.session = Session::SigningIn(token);
    vec![Effect::Send(ticket, request, 0)]
}

pub(super) fn validated(model: &mut Model, ticket: &Ticket, outcome: Outcome) -> Vec<Effect> {
    if ticket.generation != model.generation {
        return Vec::new();
    }
    let read = validate::read(outcome);
    match &model.session {
        Session::SigningIn(token) => {
            let token = token.clone();
            match read {
                Ok(identity) => enter(model, token, identity),
                // A sign-in is never repeated by itself, not even a GET.
                Err(refusal) => {
                    let notice = text::refused(Doing::SigningIn, refusal, place(model));
                    ask_again(model, notice)
                }
            }
        }
        Session::SignedIn(account) if account.awaited == Some(ticket.number) => {
            super::replies::checked(model, read)
        }
        Session::SignedIn(_) | Session::SignedOut { .. } => Vec::new(),
    }
}

/// Signed in, the region stays with the Keystone that knows the token; one Keystone may serve
/// several regions.
pub(super) fn choose_region(model: &mut Model, index: usize) -> Vec<Effect> {
    let Some(region) = model.config.regions.get(index) else { return Vec::new() };
    let same_keystone = region.keystone == model.region().keystone;
    match model.session {
        Session::SignedIn(_) | Session::SigningIn(_) if !same_keystone => Vec::new(),
        _ => {
            model.region = index;
            model.notice = None;
            model.copied = None;
            Vec::new()
        }
    }
}

fn enter(model: &mut Model, token: Token, identity: Identity) -> Vec<Effect> {
    let Some(project) = identity.project.clone() else {
        return ask_again(model, text::unscoped());
    };
    let expires = model.now + remaining(&identity, model.wall);
    model.session = Session::SignedIn(Box::new(Account {
        token,
        identity,
        project,
        expires,
        warned: false,
        listing: Listing::Loading,
        work: Work::Idle,
        awaited: None,
    }));
    model.active = model.now;
    let mut effects = vec![Effect::Later(0, Msg::Watch(model.generation))];
    effects.extend(send(model, Call::List));
    effects
}

/// How long the token still lives, in milliseconds. Only the reader's own clock can tell how
/// old a pasted token is, since a page cannot read the server's `Date`. Keystone has just
/// accepted the token, so an answer outside its life means that this clock is wrong: then its
/// whole life is the upper bound, and the 401 at the end is handled anyway.
fn remaining(identity: &Identity, wall: i64) -> Millis {
    let by_clock = identity.expires_at_ms.saturating_sub(wall);
    let plausible = (1..=identity.life_ms).contains(&by_clock);
    Millis::try_from(if plausible { by_clock } else { identity.life_ms }).unwrap_or(0)
}

fn ask_again(model: &mut Model, notice: Notice) -> Vec<Effect> {
    model.session = Session::SignedOut { asking: true };
    model.notice = Some(notice);
    vec![Effect::Focus(Focus::Token)]
}

/// Whether a refusal says that the token is not valid any more.
pub(super) fn is_token_gone(refusal: &Refusal) -> bool {
    matches!(refusal.fault, Fault::Unauthorized)
}
