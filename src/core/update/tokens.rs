//! What becomes of tokens that nobody wants any more.
//!
//! One that the page obtained is revoked when the page is done with it, also where its sign-in was
//! given up before the answer (`abandoned` in the model), and a pasted one only when the reader
//! says so: `tests/app/life.rs`, `tests/app/schedules.rs`, `tests/e2e/test_life.py`.

use super::{keystone, number};
use crate::core::admit::Token;
use crate::core::endpoint::KeystoneUrl;
use crate::core::http::{NetError, Outcome, Request};
use crate::core::keystone::{issue, revoke};
use crate::core::message::{Call, Effect, Ticket};
use crate::core::model::{Account, Entry, FirstToken, Holder, Late, Model, Overdue, Waiting};

/// What becomes of the tokens that Keyfill obtained.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Obtained {
    /// They are revoked.
    Revoke,
    /// They are revoked, and the pasted token as well.
    RevokeAll,
    /// The session's own token has ended, and with it the one that it started from; the others
    /// are revoked.
    RevokeOthers,
    /// They have ended, or no request can be sent any more.
    Forget,
}

/// Forgets what is held on the way in. A token that comes all the same is revoked then.
pub(super) fn give_up(model: &mut Model, obtained: Obtained) -> Vec<Effect> {
    give_up_overdue(model);
    let entry = std::mem::replace(&mut model.entry, Entry::Closed);
    let left = keystone(model).clone();
    if let Entry::Waiting(waiting, number) = &entry
        && !matches!(waiting, Waiting::Validation(_) | Waiting::Projects(_))
    {
        model.abandoned.push((*number, left.clone()));
    }
    match entry.holder() {
        Some(Holder { root: FirstToken { token, pasted: false }, switching: false, .. })
            if obtained != Obtained::Forget =>
        {
            vec![Effect::SendInTurn(vec![revocation(model, &left, token, false)])]
        }
        _ => Vec::new(),
    }
}

/// Nobody waits for the overdue sign-in any more: a token that comes all the same is revoked.
pub(super) fn give_up_overdue(model: &mut Model) {
    if let Some(Overdue { number, what }) = model.overdue.take()
        && !matches!(what, Late::Validation(_))
    {
        let left = keystone(model).clone();
        model.abandoned.push((number, left));
    }
}

/// A token that was issued after its sign-in had been given up: nobody wants it any more.
pub(super) fn abandoned(model: &mut Model, number: u32, outcome: Outcome) -> Vec<Effect> {
    // That no answer came in time is none: the token may still come.
    let is_answer = !matches!(outcome, Err(NetError::Timeout));
    let found = model.abandoned.iter().position(|(other, _)| is_answer && *other == number);
    let Some(at) = found else { return Vec::new() };
    let (_, keystone) = model.abandoned.swap_remove(at);
    match issue::read(outcome) {
        Ok(issued) => {
            vec![Effect::SendInTurn(vec![revocation(model, &keystone, &issued.token, false)])]
        }
        Err(_) => Vec::new(),
    }
}

/// Revokes the tokens of a session in turn, the one that it started from last: Keystone 30 takes
/// those that were made from it along, and a request in the name of one would be refused.
pub(super) fn revoke_all(
    model: &mut Model,
    account: Account,
    obtained: Obtained,
) -> Option<Effect> {
    let left = keystone(model).clone();
    let Account { mut spent, scoped, root, expires, .. } = account;
    let lives = obtained != Obtained::RevokeOthers;
    let pasted = obtained == Obtained::RevokeAll;
    spent.extend(scoped.filter(|_| lives).map(|token| (token, expires)));
    let mut requests = Vec::new();
    let now = model.now;
    for (token, _) in spent.iter().filter(|(_, expires)| *expires > now) {
        requests.push(revocation(model, &left, token, false));
    }
    if lives && (pasted || !root.pasted) {
        requests.push(revocation(model, &left, &root.token, pasted));
    }
    (!requests.is_empty()).then_some(Effect::SendInTurn(requests))
}

/// The request that ends a token; whether the reader asked for it.
pub(super) fn revocation(
    model: &mut Model,
    keystone: &KeystoneUrl,
    token: &Token,
    asked: bool,
) -> (Ticket, Request) {
    let ticket = Ticket { number: number(model), call: Call::Revoke(asked), attempt: 0 };
    (ticket, revoke::ask(keystone, token))
}
