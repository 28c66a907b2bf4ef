//! The sample session: how it begins, and who answers what it asks.
//!
//! It is a session like any other, but for its token: what is asked in the name of that leaves
//! [`update`](super::update) as a reply, and not as a request.

use super::session::{choose_region, enter};
use super::{parts, take};
use crate::core::app_part::AppPart;
use crate::core::http::{NetError, Request};
use crate::core::keystone::validate;
use crate::core::message::{EdgeMsg, Effect, Msg, SignInMsg, Ticket};
use crate::core::model::{FirstToken, Holder, Millis, Model};
use crate::core::sample::SampleCloud;
use crate::parts::part_call;

part_call! {
    "__wasm_split_00sample00_import_00000000000000000000000000000008_start_sample",
    "__wasm_split_00sample00_export_00000000000000000000000000000008_start_sample",
    fn begin(model: &mut Model, effects: &mut Vec<Effect>) => *effects = begin_here(model)
}

part_call! {
    "__wasm_split_00sample00_import_00000000000000000000000000000009_answer_sample",
    "__wasm_split_00sample00_export_00000000000000000000000000000009_answer_sample",
    fn answer(model: &mut Model, effects: Vec<Effect>, left: &mut Vec<Effect>) =>
        answer_here(model, effects, left)
}

/// The reader wants to see the whole with a made-up cloud: now, or when that is there.
pub(super) fn start(model: &mut Model, region: Option<usize>) -> Vec<Effect> {
    if !model.may_try_sample() {
        return Vec::new();
    }
    if !model.parts.has(AppPart::Sample) {
        parts::get(model, AppPart::Sample);
        if !model.waits_for_sample() {
            model.waiting.push(Msg::SignIn(SignInMsg::TrySample(region)));
        }
        return Vec::new();
    }
    let mut effects = region.map_or_else(Vec::new, |region| choose_region(model, region));
    let mut begun = Vec::new();
    begin(model, &mut begun);
    effects.extend(begun);
    effects
}

fn begin_here(model: &mut Model) -> Vec<Effect> {
    let (mut cloud, token) = (SampleCloud::new(), SampleCloud::token());
    let request = validate::ask(&model.region().keystone, &token);
    let Ok(identity) = validate::read(Ok(cloud.answer(&request))) else { return Vec::new() };
    let expires = model.now + Millis::try_from(identity.life_ms).unwrap_or(0);
    let root = FirstToken { token, pasted: false };
    let effects = enter(model, Holder { root, identity, expires, switching: false }, None);
    if let Some(account) = &mut model.account {
        account.sample = Some(cloud);
    }
    effects
}

/// What is left for the edge: all but what a sample asks, which is answered here. Whoever has the
/// token of a sample has what makes one as well.
pub(super) fn answered(model: &mut Model, effects: Vec<Effect>) -> Vec<Effect> {
    let is_asked = |effect: &Effect| match effect {
        Effect::Send(_, request, _) => request.is_for_sample(),
        Effect::SendInTurn(all) => all.iter().any(|(_, request)| request.is_for_sample()),
        _ => false,
    };
    if !effects.iter().any(is_asked) {
        return effects;
    }
    let mut left = Vec::new();
    answer(model, effects, &mut left);
    left
}

fn answer_here(model: &mut Model, effects: Vec<Effect>, left: &mut Vec<Effect>) {
    for effect in effects {
        match effect {
            Effect::Send(ticket, request, _) if request.is_for_sample() => {
                reply(model, ticket, &request, left);
            }
            Effect::SendInTurn(all) => {
                let (own, real): (Vec<_>, Vec<_>) =
                    all.into_iter().partition(|(_, request)| request.is_for_sample());
                left.extend((!real.is_empty()).then_some(Effect::SendInTurn(real)));
                for (ticket, request) in own {
                    reply(model, ticket, &request, left);
                }
            }
            other => left.push(other),
        }
    }
}

/// Answers a request of the session, and what is asked because of the answer. One of a session that
/// is over reaches nobody.
fn reply(model: &mut Model, ticket: Ticket, request: &Request, left: &mut Vec<Effect>) {
    let cloud = model.account.as_mut().and_then(|account| account.sample.as_mut());
    let outcome = cloud.map(|cloud| cloud.answer(request)).ok_or(NetError::Unreachable);
    let effects = take(model, EdgeMsg::Replied(ticket, outcome).into());
    answer_here(model, effects, left);
}
