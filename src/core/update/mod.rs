//! What happens next: the only place where the [`Model`] changes.

mod credentials;
mod replies;
mod sign_in;

use crate::core::keystone::{create, delete, list, validate};
use crate::core::message::{Call, CopyTarget, Effect, Focus, Msg, Ticket};
use crate::core::model::{Millis, Model, Session};
use crate::core::secret::Secret;
use crate::core::snippet::{self, Form};
use crate::core::text::{self, Notice, Place};

/// Milliseconds without the reader doing anything after which the session ends.
pub const IDLE_MS: Millis = 15 * 60 * 1000;
/// Milliseconds between looks at the clock while somebody is signed in.
const WATCH_MS: u32 = 5_000;
/// Milliseconds for which a copy button says that it has copied.
const COPIED_MS: u32 = 2_000;
/// How often a GET is repeated after a passing failure.
const RETRIES: u8 = 2;

/// Takes one message into the model and says what is to be done about it.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    if is_the_readers(&msg) {
        model.active = model.now;
    }
    match msg {
        Msg::Tick(now, wall) => tick(model, now, wall),
        Msg::Watch(generation) => watch(model, generation),
        Msg::OpenSignIn => sign_in::open(model),
        Msg::CancelSignIn => sign_in::cancel(model),
        Msg::SubmitToken(pasted) => sign_in::submit(model, &pasted),
        Msg::SignOut => end_session(model, false, None),
        Msg::Leave => {
            model.copied = None;
            let mut effects = end_session(model, false, None);
            effects.retain(|effect| !matches!(effect, Effect::Focus(_)));
            effects
        }
        Msg::Replied(ticket, outcome) => match ticket.call {
            Call::Validate => sign_in::validated(model, &ticket, outcome),
            Call::List => replies::listed(model, &ticket, outcome),
            Call::Create(..) => replies::created(model, ticket, outcome),
            Call::Delete(..) => replies::deleted(model, &ticket, outcome),
        },
        Msg::ChooseRegion(index) => sign_in::choose_region(model, index),
        Msg::ChooseClient(client) => {
            if model.config.clients.contains(&client) {
                model.client = client;
                model.copied = None;
            }
            Vec::new()
        }
        Msg::ChooseForm(form) => {
            if model.account().is_some() {
                model.form = form;
                model.copied = None;
            }
            Vec::new()
        }
        Msg::Reveal(revealed) => {
            model.revealed = revealed && model.account().is_some();
            Vec::new()
        }
        Msg::ChooseCredential(access) => credentials::choose(model, access),
        Msg::Create => credentials::create(model),
        Msg::StopWaiting => credentials::stop_waiting(model),
        Msg::Refresh => credentials::refresh(model),
        Msg::AskDelete(access) => credentials::ask_delete(model, access),
        Msg::KeepCredential => credentials::keep(model),
        Msg::ConfirmDelete => credentials::confirm_delete(model),
        Msg::DismissOffer => credentials::dismiss_offer(model),
        Msg::Copy(target) => copy(model, target),
        Msg::Copied(target, done) => copied(model, target, done),
        Msg::ForgetCopied(count) => {
            if count == model.copies {
                model.copied = None;
            }
            Vec::new()
        }
        Msg::DismissNotice => {
            model.notice = None;
            Vec::new()
        }
    }
}

fn is_the_readers(msg: &Msg) -> bool {
    !matches!(
        msg,
        Msg::Tick(..)
            | Msg::Watch(..)
            | Msg::Replied(..)
            | Msg::Copied(..)
            | Msg::ForgetCopied(..)
            | Msg::Leave
    )
}

fn tick(model: &mut Model, now: Millis, wall: i64) -> Vec<Effect> {
    model.now = model.now.max(now);
    model.wall = wall;
    let idle = model.now.saturating_sub(model.active) >= IDLE_MS;
    let Session::SignedIn(account) = &mut model.session else { return Vec::new() };
    if model.now >= account.expires {
        return end_session(model, true, Some(text::expired()));
    }
    if idle {
        return end_session(model, true, Some(text::idle()));
    }
    // A message that the reader has not closed yet comes first.
    if !account.warned && model.notice.is_none() && account.ends_soon(model.now) {
        account.warned = true;
        model.notice = Some(text::ending_soon());
    }
    Vec::new()
}

fn watch(model: &Model, generation: u32) -> Vec<Effect> {
    if generation == model.generation && model.account().is_some() {
        vec![Effect::Later(WATCH_MS, Msg::Watch(generation))]
    } else {
        Vec::new()
    }
}

fn copy(model: &Model, target: CopyTarget) -> Vec<Effect> {
    let text = match target {
        CopyTarget::TokenCommand => Some(Secret::new(text::TOKEN_COMMAND.into())),
        CopyTarget::NoticeCode => {
            model.notice.as_ref().and_then(|n| n.code.clone()).map(Secret::new)
        }
        CopyTarget::Step(index) => snippet::steps(model.client, model.form, model.filling())
            .get(index)
            .map(|step| step.snippet.copied()),
    };
    text.map(|text| Effect::Copy(target, text)).into_iter().collect()
}

fn copied(model: &mut Model, target: CopyTarget, done: bool) -> Vec<Effect> {
    model.copied = Some((target, done));
    model.copies = model.copies.wrapping_add(1);
    if !done {
        model.notice = Some(text::clipboard_refused());
    }
    vec![Effect::Later(COPIED_MS, Msg::ForgetCopied(model.copies))]
}

/// Forgets every secret and says why. A create that is under way is not aborted: it may be
/// carried out, so its reply is wanted.
fn end_session(model: &mut Model, asking: bool, notice: Option<Notice>) -> Vec<Effect> {
    model.generation = model.generation.wrapping_add(1);
    model.session = Session::SignedOut { asking };
    model.revealed = false;
    model.form = Form::Prompt;
    let focus = if notice.is_some() { Focus::Notice } else { Focus::Open };
    model.notice = notice;
    vec![Effect::AbortStale, Effect::Focus(focus)]
}

/// A request of the signed-in session, and the one whose reply is awaited from now on.
fn send(model: &mut Model, call: Call) -> Option<Effect> {
    let number = model.requests.wrapping_add(1);
    model.requests = number;
    if let Session::SignedIn(account) = &mut model.session {
        account.awaited = Some(number);
    }
    request(model, Ticket { generation: model.generation, number, call, attempt: 0 })
}

/// What `ticket` asks, in the signed-in session.
fn request(model: &Model, ticket: Ticket) -> Option<Effect> {
    let account = model.account()?;
    let keystone = &model.region().keystone;
    let (token, user) = (&account.token, &account.identity.user);
    let request = match &ticket.call {
        Call::Validate => validate::ask(keystone, token),
        Call::List => list::ask(keystone, token, user),
        Call::Create(intent) => create::ask(keystone, token, user, &intent.project.id),
        Call::Delete(access) => delete::ask(keystone, token, user, access),
    };
    Some(Effect::Send(ticket, request, 0))
}

/// The same GET once more, a little later each time; `None` when it was repeated enough.
fn again(effect: Effect) -> Option<Effect> {
    let Effect::Send(ticket, request, _) = effect else { return None };
    let attempt = ticket.attempt + 1;
    let delay = 400 * u32::from(attempt);
    (attempt <= RETRIES).then(|| Effect::Send(Ticket { attempt, ..ticket }, request, delay))
}

fn place(model: &Model) -> Place<'_> {
    let region = model.region();
    let account = model.account();
    Place {
        brand: &model.config.brand,
        region: region.name.as_str(),
        keystone: region.keystone.as_str(),
        origin: &model.origin,
        project: account.map_or("", |a| a.project.name.as_str()),
        delegated: account.is_some_and(|a| a.identity.delegated),
        may_create: account.is_some_and(|a| a.identity.may_create),
    }
}
