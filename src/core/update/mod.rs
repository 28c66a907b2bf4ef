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
mod session;
mod tokens;
mod values;
mod way_in;

pub use clipboard::{install_steps, lacking_test, test_steps};

use crate::core::endpoint::KeystoneUrl;
use crate::core::keystone::{create, delete, list, validate};
use crate::core::message::{Call, CopyTarget, Effect, Msg, Ticket};
use crate::core::model::{Account, Entry, Model};
use crate::core::snippet::Style;
use crate::core::text::Place;

/// How often a GET is repeated after a passing failure.
const RETRIES: u8 = 2;

/// Takes one message into the model and says what is to be done about it.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    if idle::is_the_readers(&msg) {
        model.active = model.now;
    }
    let mut effects = take(model, msg);
    effects.extend(parts::due(model));
    let is_needed = model.account.is_some()
        || !matches!(model.entry, Entry::Closed)
        || model.refusals.until > model.now;
    if is_needed && !model.watched {
        model.watched = true;
        effects.push(Effect::Later(idle::watch_after(model), Msg::Watch));
    }
    effects
}

fn take(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Tick(now, wall) => return clock::tick(model, now, wall),
        Msg::Watch => model.watched = false,
        Msg::OpenSignIn => return entry::open(model),
        Msg::OpenSignInFor(region) => {
            let effects = session::choose_region(model, region);
            return if model.account.is_some() { effects } else { entry::open(model) };
        }
        Msg::CancelSignIn => return entry::cancel(model),
        Msg::ChooseMethod(method) => return entry::choose_method(model, method),
        Msg::Submit(fields) => return form::submit(model, &fields),
        msg @ (Msg::ReadFile(..) | Msg::ChooseCloud(_) | Msg::ChooseAddress(_)) => {
            return file::take(model, msg);
        }
        Msg::SearchProjects(text) => project::search(model, text),
        Msg::ChooseProject(id) => return project::choose(model, &id),
        Msg::SwitchProject => return project::switch(model),
        Msg::SignOut => return session::sign_out(model),
        Msg::AnswerSignOut(revoke) => return session::answer_sign_out(model, revoke),
        Msg::Stay => return session::stay(model),
        Msg::Used(at) => idle::used(model, at),
        // That the reader said it is enough.
        Msg::KeepAwake => {}
        Msg::Leave => return session::leave(model),
        Msg::StartOver => return session::start_over(model),
        Msg::Replied(ticket, outcome) => return replies::replied(model, ticket, outcome),
        Msg::ChooseRegion(index) => return session::choose_region(model, index),
        Msg::ChooseClient(client) => return commands::choose(model, client),
        Msg::ChooseForm(form) => {
            if model.account.is_some() {
                commands::restyle(model, Style { form, ..model.style });
            }
        }
        Msg::ChooseShell(shell) => commands::restyle(model, Style { shell, ..model.style }),
        Msg::WantCommands(name) => return commands::want(model, name),
        Msg::CommandsCame(name, file) => commands::came(model, &name, file),
        Msg::Reveal(revealed) => model.revealed = revealed && model.account.is_some(),
        msg @ (Msg::ChooseCredential(_)
        | Msg::FilterCredentials(_)
        | Msg::ShowPage(_)
        | Msg::Create
        | Msg::StopWaiting
        | Msg::Refresh
        | Msg::Test(_)
        | Msg::DismissOffer
        | Msg::Rotate(_)
        | Msg::Switch
        | Msg::Installed
        | Msg::StopRotation
        | Msg::MarkCredentials
        | Msg::Mark(_)
        | Msg::AskDeleteMarked
        | Msg::AskDelete(_)
        | Msg::KeepCredential
        | Msg::ConfirmDelete
        | Msg::Download(..)) => return keys::take(model, msg),
        Msg::Save(target) => return clipboard::save(model, target),
        Msg::Copy(target) => return clipboard::copy(model, target),
        Msg::CopyBlock(place, text) => return vec![Effect::Copy(CopyTarget::Block(place), text)],
        Msg::Copied(target, done) => return clipboard::copied(model, target, done),
        Msg::PartCame(part) => return parts::came(model, part),
        Msg::PartLost(part) => return parts::lost(model, part),
        Msg::GetPart(part) => parts::get(model, part),
        Msg::ForgetCopied(count) => {
            if count == model.copies {
                model.copied = None;
            }
        }
        Msg::TypeValue(slot, text) => return values::set(model, slot, &text),
        Msg::OpenValues(open) => model.values.open = open,
        Msg::KeepValues(kept) => return values::keep_them(model, kept),
        Msg::ClearValues => return values::clear_list(model),
        Msg::Recall(kept) => values::recall(model, &kept),
        Msg::PageHas(wanted) => values::found(model, wanted),
        Msg::DismissNotice => model.notice = None,
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
