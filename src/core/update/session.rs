//! The life of a session: how it begins and ends.

use super::tokens::{Obtained, give_up, give_up_overdue, revoke_all};
use super::{account, keystone, send, values};
use crate::core::admit::Token;
use crate::core::config::{Config, Region};
use crate::core::message::{Call, Effect, Focus, SessionMsg};
use crate::core::model::{Account, Entry, Holder, Listing, Model, Parting, Window, Work};
use crate::core::snippet::{Form, Style};
use crate::core::text::Notice;

/// Takes what the reader wants of the session.
pub(super) fn take(model: &mut Model, msg: SessionMsg) -> Vec<Effect> {
    match msg {
        SessionMsg::SignOut => sign_out(model),
        SessionMsg::AnswerSignOut(revoke) => answer_sign_out(model, revoke),
        SessionMsg::Stay => stay(model),
        // That the reader said it is enough.
        SessionMsg::KeepAwake => Vec::new(),
        SessionMsg::Hide(hidden) => hide(model, hidden),
    }
}

/// A session begins, goes on with a new token, or goes to another project. `scoped` is the
/// token for the project, where the holder's own is not for it.
pub(super) fn enter(model: &mut Model, holder: Holder, scoped: Option<Token>) -> Vec<Effect> {
    let switching = holder.switching;
    let is_sample = holder.root.token.is_sample();
    let Some(mut account) = begin(&model.config, holder, scoped) else { return Vec::new() };
    give_up_overdue(model);
    model.entry = Entry::Closed;
    model.wanted = None;
    model.notice = None;
    let mut goes_on = false;
    if let Some(old) = model.account.take() {
        if old.identity.user != account.identity.user {
            // The next reader's secrets do not belong into commands unasked.
            model.style = Style { form: Form::Prompt, is_for_others: false, ..model.style };
        }
        goes_on = take_over(&mut account, *old, switching, model.requests);
    }
    model.account = Some(Box::new(account));
    if goes_on {
        return vec![Effect::Focus(Focus::Chosen)];
    }
    model.revealed = false;
    let mut effects = vec![Effect::AbortUnwanted];
    // A sample ends with its page.
    if model.config.session.is_of_site() && !is_sample {
        effects.push(Effect::Follow);
    }
    effects.extend(send(model, Call::List));
    effects
}

/// A session of which nothing is known yet but whose it is; `None` without a project.
fn begin(config: &Config, holder: Holder, scoped: Option<Token>) -> Option<Account> {
    let Holder { root, identity, expires, .. } = holder;
    let endpoint = |region: &Region| identity.endpoint(&region.name).cloned();
    Some(Account {
        root,
        scoped,
        spent: Vec::new(),
        last_before_renewal: 0,
        endpoints: if config.catalog_endpoints {
            config.regions.iter().map(endpoint).collect()
        } else {
            Vec::new()
        },
        project: identity.project.clone()?,
        identity,
        expires,
        follows: false,
        warned: false,
        parting: None,
        listing: Listing::Loading,
        work: Work::Idle,
        rotation: None,
        testing: None,
        arrived: None,
        window: Window::default(),
        made: None,
        copied: None,
        sample: None,
        awaited: None,
    })
}

/// Takes over from the session before what has to be revoked, and everything else where it is the
/// same one with a new token, which is the answer.
fn take_over(account: &mut Account, old: Account, switching: bool, requests: u32) -> bool {
    // A reader who manages keys does so in the next project, too.
    account.window.open = old.window.open;
    account.sample = old.sample.filter(|_| switching);
    account.spent = old.spent;
    account.spent.extend(old.scoped.map(|token| (token, old.expires)));
    if !old.root.pasted && !switching {
        account.spent.push((old.root.token, old.expires));
    }
    let goes_on = old.identity.user == account.identity.user
        && old.project.id == account.project.id
        && !matches!(old.listing, Listing::Loading);
    if goes_on {
        account.follows = old.follows;
        account.listing = old.listing;
        account.work = old.work;
        account.rotation = old.rotation;
        account.testing = old.testing;
        account.window = old.window;
        account.made = old.made;
        account.copied = old.copied;
        account.awaited = old.awaited;
        account.last_before_renewal = requests;
    }
    goes_on
}

fn sign_out(model: &mut Model) -> Vec<Effect> {
    match account(model) {
        Some(account) if account.root.pasted => {
            account.parting = Some(Parting::Leaving);
            vec![Effect::Focus(Focus::Keep)]
        }
        Some(_) => go(model, Obtained::Revoke),
        None => Vec::new(),
    }
}

/// The reader was asked, and goes.
fn answer_sign_out(model: &mut Model, revoke: bool) -> Vec<Effect> {
    let Some(parting) = account(model).and_then(|account| account.parting) else {
        return Vec::new();
    };
    match parting {
        Parting::Leaving => {
            let obtained = if revoke { Obtained::RevokeAll } else { Obtained::Revoke };
            go(model, obtained)
        }
        Parting::Moving(index) => {
            let effects = end(model, true, None, Obtained::Revoke);
            model.region = index;
            effects
        }
    }
}

/// Ends the session for a reader who goes: the page becomes the author's again.
fn go(model: &mut Model, obtained: Obtained) -> Vec<Effect> {
    let mut effects = end(model, false, None, obtained);
    effects.extend(values::clear(model));
    effects
}

fn stay(model: &mut Model) -> Vec<Effect> {
    match account(model).and_then(|account| account.parting.take()) {
        Some(_) => vec![Effect::Focus(Focus::Chosen)],
        None => Vec::new(),
    }
}

/// Hides what is the reader's, or shows it again. The session goes on: its end is the end of this,
/// too.
fn hide(model: &mut Model, hidden: bool) -> Vec<Effect> {
    model.hidden = hidden && model.account.is_some();
    model.revealed = false;
    vec![Effect::Focus(if model.hidden { Focus::Keep } else { Focus::Command })]
}

/// Nothing is revoked: the page is going, and an answer would find nobody.
pub(super) fn leave(model: &mut Model) -> Vec<Effect> {
    model.copied = None;
    values::forget(model);
    let mut effects = end(model, false, None, Obtained::Forget);
    effects.retain(|effect| !matches!(effect, Effect::Focus(_)));
    effects
}

/// A panel of another configuration takes over: its session would not be this one.
pub(super) fn start_over(model: &mut Model) -> Vec<Effect> {
    values::forget(model);
    end(model, false, None, Obtained::Revoke)
}

/// Signed in, a region with another Keystone wants a sign-in of its own; one Keystone may serve
/// several regions.
pub(super) fn choose_region(model: &mut Model, index: usize) -> Vec<Effect> {
    let Some(region) = model.config.regions.get(index) else { return Vec::new() };
    // A made-up cloud is everywhere.
    let same_keystone = region.keystone == *keystone(model) || model.is_sample();
    if !same_keystone && !model.entry.is_empty() {
        return Vec::new();
    }
    if !same_keystone && let Some(account) = account(model) {
        account.parting = Some(Parting::Moving(index));
        return vec![Effect::Focus(Focus::Keep)];
    }
    if !same_keystone {
        give_up_overdue(model);
    }
    model.region = index;
    model.notice = None;
    model.copied = None;
    Vec::new()
}

/// Forgets every secret and says why. What changes something at Keystone is not aborted: it may
/// be carried out, so its reply is wanted.
pub(super) fn end(
    model: &mut Model,
    asking: bool,
    notice: Option<Notice>,
    obtained: Obtained,
) -> Vec<Effect> {
    // A form that is open may hold what was typed: it goes, and an empty one can be opened. Who has
    // played with a sample is not asked to sign in.
    let asking = asking && !matches!(model.entry, Entry::Form) && !model.is_sample();
    let mut effects = give_up(model, obtained);
    if let Some(account) = model.account.take()
        && obtained != Obtained::Forget
    {
        effects.extend(revoke_all(model, *account, obtained));
    }
    model.entry = if asking { Entry::Form } else { Entry::Closed };
    model.wanted = None;
    model.revealed = false;
    model.hidden = false;
    model.style = Style { form: Form::Prompt, is_for_others: false, ..model.style };
    let focus = match notice {
        Some(_) => Focus::Notice,
        None if asking => Focus::Field,
        None => Focus::Open,
    };
    model.notice = notice;
    effects.extend([Effect::AbortUnwanted, Effect::Focus(focus)]);
    effects
}
