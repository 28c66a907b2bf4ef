//! What happens next: the only place where the [`Model`] changes.

mod awaited;
mod clipboard;
mod clock;
mod commands;
mod entry;
mod file;
mod form;
mod idle;
mod keys;
mod late;
mod parts;
mod project;
mod replies;
mod sample;
mod session;
mod tokens;
mod values;
mod way_in;

pub use clipboard::{install_steps, lacking_test, test_steps};
pub use keys::files;

use crate::core::endpoint::KeystoneUrl;
use crate::core::keystone::{create, delete, list, validate};
use crate::core::message::{Call, EdgeMsg, Effect, Msg, Ticket};
use crate::core::model::{Account, Entry, Model};
use crate::core::text::Place;

/// How often a GET is repeated after a passing failure.
const RETRIES: u8 = 2;

/// Takes one message into the model and says what is to be done about it.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    if idle::is_the_readers(&msg) {
        model.active = model.now;
    }
    let effects = take(model, msg);
    let mut effects = sample::answered(model, effects);
    effects.extend(parts::due(model));
    let is_needed = model.account.is_some()
        || !matches!(model.entry, Entry::Closed)
        || model.refusals.until > model.now;
    if is_needed && !model.watched {
        model.watched = true;
        effects.push(Effect::Later(idle::watch_after(model), Msg::Edge(EdgeMsg::Watch)));
    }
    effects
}

fn take(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::SignIn(msg) => return entry::take(model, msg),
        msg @ Msg::File(_) => return file::take(model, msg),
        Msg::Session(msg) => return session::take(model, msg),
        msg @ Msg::Keys(_) => return keys::take(model, msg),
        Msg::Commands(msg) => return commands::take(model, msg),
        Msg::Values(msg) => return values::take(model, msg),
        Msg::GetPart(part) => parts::get(model, part),
        Msg::DismissNotice => model.notice = None,
        Msg::Edge(msg) => return hear(model, msg),
    }
    Vec::new()
}

/// Takes what the edge says.
fn hear(model: &mut Model, msg: EdgeMsg) -> Vec<Effect> {
    match msg {
        EdgeMsg::Tick(now, wall) => return clock::tick(model, now, wall),
        EdgeMsg::Watch => model.watched = false,
        EdgeMsg::Used(at) => idle::used(model, at),
        EdgeMsg::Leave => return session::leave(model),
        EdgeMsg::Follows => {
            // The worker may have been wanted for a session that is over by now.
            if let Some(account) = account(model).filter(|account| account.sample.is_none()) {
                account.follows = true;
            }
        }
        msg @ (EdgeMsg::HandOver | EdgeMsg::Arrived(_)) => return keys::take(model, msg.into()),
        EdgeMsg::StartOver => return session::start_over(model),
        EdgeMsg::Replied(ticket, outcome) => return replies::replied(model, ticket, outcome),
        EdgeMsg::Copied(target, done) => return clipboard::copied(model, target, done),
        EdgeMsg::ForgetCopied(count) => clipboard::forget_copied(model, count),
        EdgeMsg::Recall(kept) => values::recall(model, &kept),
        EdgeMsg::PageHas(wanted) => values::found(model, wanted),
        EdgeMsg::Lacks(name) => return commands::want(model, name),
        EdgeMsg::FileCame(name, file) => commands::came(model, &name, file),
        EdgeMsg::PartCame(part) => return parts::came(model, part),
        EdgeMsg::PartLost(part) => return parts::lost(model, part),
    }
    Vec::new()
}

fn account(model: &mut Model) -> Option<&mut Account> {
    model.account.as_deref_mut()
}

fn keystone(model: &Model) -> &KeystoneUrl {
    &model.region().keystone
}

/// The number of a new request.
fn number(model: &mut Model) -> u32 {
    model.requests = model.requests.wrapping_add(1);
    model.requests
}

/// A request of the signed-in session, and the one whose reply is awaited from now on.
fn send(model: &mut Model, call: Call) -> Vec<Effect> {
    let number = number(model);
    if let Some(account) = account(model) {
        account.awaited = Some(number);
    }
    request(model, Ticket { number, call, attempt: 0 }).into_iter().collect()
}

/// What `ticket` asks, in the signed-in session.
fn request(model: &Model, ticket: Ticket) -> Option<Effect> {
    let account = model.account()?;
    let keystone = keystone(model);
    let (token, user) = (account.token(), &account.identity.user);
    let request = match &ticket.call {
        Call::Validate => validate::ask(keystone, token),
        Call::List => list::ask(keystone, token, user),
        Call::Create(intent) => create::ask(keystone, token, user, &intent.owner.project.id),
        Call::Delete(access, _) => delete::ask(keystone, token, user, access),
        Call::Issue | Call::Projects | Call::Revoke(_) => return None,
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
