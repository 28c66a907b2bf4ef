//! The parts of the app: when each is wanted, and what waits for it.

use super::{take, way_in};
use crate::core::app_part::{AppPart, Whereabouts};
use crate::core::clock::Millis;
use crate::core::message::{EdgeMsg, Effect, FileMsg, Msg, SignInMsg};
use crate::core::model::{Entry, Model};
use crate::core::page::Level;
use crate::core::text;

/// How long a part that could not be fetched is left alone, in milliseconds. The next thing that
/// happens after that asks for it again: the reader may be online by then.
const AGAIN_MS: Millis = 3_000;

/// Forgets what waits and is wanted no more, and has fetched what is wanted now.
pub(super) fn due(model: &mut Model) -> Vec<Effect> {
    let mut waiting = std::mem::take(&mut model.waiting);
    waiting.retain(|msg| still_counts(model, msg));
    model.waiting = waiting;
    let mut effects = Vec::new();
    for part in AppPart::ALL {
        if is_due(model, part) {
            model.parts.set(part, Whereabouts::Coming);
            effects.push(Effect::FetchPart(part));
        }
    }
    effects
}

/// A part is there: what has waited for it happens now, in order.
pub(super) fn came(model: &mut Model, part: AppPart) -> Vec<Effect> {
    model.parts.set(part, Whereabouts::There);
    let waiting = std::mem::take(&mut model.waiting);
    waiting.into_iter().flat_map(|msg| take(model, msg)).collect()
}

/// A part could not be fetched. Nobody is told who does not want it any more.
pub(super) fn lost(model: &mut Model, part: AppPart) -> Vec<Effect> {
    let is_missed = is_wanted(model, part);
    model.parts.set(part, Whereabouts::Lost(model.now));
    match part {
        AppPart::Files if is_missed => {
            model.waiting.retain(|msg| !matches!(msg, Msg::File(FileMsg::Read(..))));
            return way_in::refuse(model, text::file_reader_lost());
        }
        // Where the commands would stand that it reads, the screen says it.
        AppPart::Page if is_missed && !model.has_unread_commands() => {
            // Another message says more about what the reader did.
            model.notice.get_or_insert_with(text::part_lost);
        }
        AppPart::Sample if is_missed => {
            model.waiting.retain(|msg| !matches!(msg, Msg::SignIn(SignInMsg::TrySample(_))));
            model.notice = Some(text::part_lost());
        }
        // Where the keys would stand, the screen says it.
        AppPart::Files | AppPart::Keys | AppPart::Page | AppPart::Sample => {}
    }
    Vec::new()
}

/// The reader wants a part that was lost, without waiting.
pub(super) fn get(model: &mut Model, part: AppPart) {
    if let Whereabouts::Lost(_) = model.parts.of(part) {
        model.parts.set(part, Whereabouts::Away);
    }
}

fn is_due(model: &Model, part: AppPart) -> bool {
    let is_time = match model.parts.of(part) {
        Whereabouts::Away => true,
        Whereabouts::Lost(at) => model.now >= at + AGAIN_MS,
        Whereabouts::Coming | Whereabouts::There => false,
    };
    // What the panel shows comes before the rest of the page, and not beside it on a slow line.
    let is_next = part != AppPart::Page || model.parts.of(AppPart::Keys) != Whereabouts::Coming;
    is_time && is_next && is_wanted(model, part)
}

fn is_wanted(model: &Model, part: AppPart) -> bool {
    match part {
        AppPart::Files => {
            model.waiting.iter().any(|msg| matches!(msg, Msg::File(FileMsg::Read(..))))
        }
        // Behind the form, so that nobody waits for it later.
        // It also reads a session that has come from another page.
        AppPart::Keys => {
            let has_come = |msg: &Msg| matches!(msg, Msg::Edge(EdgeMsg::Arrived(_)));
            model.account.is_some()
                || !matches!(model.entry, Entry::Closed)
                || model.waiting.iter().any(has_come)
        }
        AppPart::Page => Level::of(model) != Level::Rest || model.has_unread_commands(),
        AppPart::Sample => model.waits_for_sample(),
    }
}

/// Whether that would still do something, and the reader still wants it.
fn still_counts(model: &Model, msg: &Msg) -> bool {
    match msg {
        Msg::Edge(EdgeMsg::Replied(ticket, _)) => model.wants(ticket),
        Msg::Edge(EdgeMsg::Arrived(_)) => model.account.is_none() && model.entry.is_empty(),
        Msg::File(FileMsg::Read(..)) => {
            matches!(model.entry, Entry::Form | Entry::Clouds(_) | Entry::Address(_))
        }
        Msg::SignIn(SignInMsg::TrySample(_)) => model.may_try_sample(),
        // What is pressed works now, or not at all.
        Msg::File(FileMsg::ChooseCloud(_) | FileMsg::ChooseAddress(_))
        | Msg::SignIn(_)
        | Msg::Session(_)
        | Msg::Keys(_)
        | Msg::Commands(_)
        | Msg::Values(_)
        | Msg::GetPart(_)
        | Msg::DismissNotice
        | Msg::Edge(_) => false,
    }
}
