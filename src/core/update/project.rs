//! From a token to a project: list, choose, rescope. Also from one project to another.

use super::awaited::{is_token_gone, token_gone};
use super::session::enter;
use super::tokens::{Obtained, give_up, revocation};
use super::way_in::{ask, refuse};
use super::{account, again, keystone, place};
use crate::core::admit::{Id, shown};
use crate::core::http::Outcome;
use crate::core::keystone::identity::Project;
use crate::core::keystone::issue::{self, Issued, NotIssued};
use crate::core::keystone::{Fault, Refusal, projects};
use crate::core::message::{Call, Effect, Focus, Ticket};
use crate::core::model::{Choice, Entry, Holder, Millis, Model, Waiting, Work};
use crate::core::sign_in::SignInMethod;
use crate::core::text::{self, Doing, Notice};

/// Asks for the projects of a token.
pub(super) fn list(model: &mut Model, holder: Holder) -> Vec<Effect> {
    let request = projects::ask(keystone(model), &holder.root.token);
    ask(model, Waiting::Projects(holder), Call::Projects, request)
}

/// The reader wants to see the other projects of the session's token.
pub(super) fn switch(model: &mut Model) -> Vec<Effect> {
    if !matches!(model.entry, Entry::Closed) {
        return Vec::new();
    }
    let Some(account) = account(model) else { return Vec::new() };
    if !matches!(account.work, Work::Idle | Work::Offering(_)) {
        return Vec::new();
    }
    let holder = Holder {
        root: account.root.clone(),
        identity: account.identity.clone(),
        expires: account.expires,
        switching: true,
    };
    list(model, holder)
}

pub(super) fn listed(
    model: &mut Model,
    holder: Holder,
    ticket: &Ticket,
    outcome: Outcome,
) -> Vec<Effect> {
    let refusal = match projects::read(outcome) {
        Ok(projects) => return offer(model, holder, projects),
        Err(refusal) => refusal,
    };
    if refusal.fault.is_passing() {
        let request = projects::ask(keystone(model), &holder.root.token);
        if let Some(retry) = again(Effect::Send(ticket.clone(), request, 0)) {
            model.entry = Entry::Waiting(Waiting::Projects(holder), ticket.number);
            return vec![retry];
        }
    }
    let gone = is_token_gone(&refusal);
    if gone && holder.switching && model.account().is_some_and(|a| a.scoped.is_none()) {
        // The token that was refused is the one that the session uses.
        return token_gone(model, Doing::ListingProjects, refusal);
    }
    let doing = if gone { Doing::SigningIn(SignInMethod::TOKEN) } else { Doing::ListingProjects };
    let notice = text::refused(doing, refusal, place(model));
    back(model, holder, notice)
}

/// Nobody is asked where there is nothing to choose.
fn offer(model: &mut Model, holder: Holder, projects: Vec<Project>) -> Vec<Effect> {
    if projects.is_empty() {
        return back(model, holder, text::no_projects());
    }
    let is_current = |p: &Project| model.account().is_some_and(|a| a.project.id == p.id);
    if holder.switching && projects.len() == 1 && projects.iter().all(is_current) {
        return back(model, holder, text::only_project());
    }
    let same_user = model.account().filter(|a| a.identity.user == holder.identity.user);
    let renewed = same_user.filter(|_| !holder.switching).map(|a| a.project.id.clone());
    let wanted = model.wanted.take();
    let is_wanted = |project: &Project| match &wanted {
        Some(text) => project.name == *text || project.id.as_str() == text,
        None => renewed.as_ref() == Some(&project.id),
    };
    let mut found = projects.iter().filter(|project| is_wanted(project));
    let found = (found.next(), found.next());
    let is_there = found.0.is_some();
    let one = match found {
        (Some(one), None) => Some(one.clone()),
        _ if projects.len() == 1 && wanted.is_none() => projects.first().cloned(),
        _ => None,
    };
    let choice = Choice { holder, projects: by_name(projects), search: String::new() };
    if let Some(project) = one {
        return scope(model, choice, project);
    }
    // Two projects of one name, in different domains: the reader can tell, the file cannot.
    model.notice = wanted.filter(|_| !is_there).map(|name| text::not_your_project(&shown(&name)));
    model.entry = Entry::Choosing(choice);
    vec![Effect::Focus(Focus::Choice)]
}

pub(super) fn search(model: &mut Model, text: String) {
    if let Entry::Choosing(choice) = &mut model.entry {
        choice.search = text;
    }
}

pub(super) fn choose(model: &mut Model, id: &Id) -> Vec<Effect> {
    let Entry::Choosing(choice) = &model.entry else { return Vec::new() };
    let Some(project) = choice.projects.iter().find(|project| project.id == *id).cloned() else {
        return Vec::new();
    };
    if choice.holder.switching && model.account().is_some_and(|a| a.project.id == *id) {
        model.entry = Entry::Closed;
        model.notice = None;
        return vec![Effect::Focus(Focus::Chosen)];
    }
    match std::mem::replace(&mut model.entry, Entry::Closed) {
        Entry::Choosing(choice) => scope(model, choice, project),
        _ => Vec::new(),
    }
}

fn scope(model: &mut Model, choice: Choice, project: Project) -> Vec<Effect> {
    let token = &choice.holder.root.token;
    let request = issue::ask_for_project(keystone(model), token, &project.id);
    ask(model, Waiting::Scope(choice, project), Call::Issue, request)
}

/// The answer to "a token for this project".
pub(super) fn scoped(
    model: &mut Model,
    choice: Choice,
    project: &Project,
    read: Result<Issued, NotIssued>,
) -> Vec<Effect> {
    let is_it = |got: &Project| got.id == project.id;
    let mut effects = Vec::new();
    let notice = match read {
        Ok(Issued { token, identity }) if identity.project.as_ref().is_some_and(is_it) => {
            // Just issued, for what is left of the life of the token that it was made from.
            let expires = model.now + Millis::try_from(identity.life_ms).unwrap_or(0);
            return enter(model, Holder { identity, expires, ..choice.holder }, Some(token));
        }
        Ok(issued) => {
            let here = keystone(model).clone();
            let request = revocation(model, &here, &issued.token, false);
            effects.push(Effect::SendInTurn(vec![request]));
            let refusal = Refusal { fault: Fault::NotKeystone, request_id: None };
            text::refused(Doing::ListingProjects, refusal, place(model))
        }
        Err(NotIssued::Passcode(_)) => text::needs_method("totp"),
        Err(NotIssued::Method(name)) => text::needs_method(&name),
        Err(NotIssued::Refused(refusal)) => text::not_scoped(&project.name, refusal, place(model)),
    };
    if choice.projects.len() == 1 {
        effects.extend(back(model, choice.holder, notice));
    } else {
        model.notice = Some(notice);
        model.entry = Entry::Choosing(choice);
        effects.push(Effect::Focus(Focus::Notice));
    }
    effects
}

/// In the order of their names.
fn by_name(mut projects: Vec<Project>) -> Vec<Project> {
    fn letters(project: &Project) -> impl Iterator<Item = u8> {
        project.name.bytes().map(|b| b.to_ascii_lowercase())
    }
    projects.sort_by(|one, other| letters(one).cmp(letters(other)));
    projects
}

/// To where the reader came from, with a message.
fn back(model: &mut Model, holder: Holder, notice: Notice) -> Vec<Effect> {
    if holder.switching {
        model.entry = Entry::Closed;
        model.notice = Some(notice);
        return vec![Effect::Focus(Focus::Notice)];
    }
    let choice = Choice { holder, projects: Vec::new(), search: String::new() };
    model.entry = Entry::Choosing(choice);
    let mut effects = give_up(model, Obtained::Revoke);
    effects.extend(refuse(model, notice));
    effects
}
