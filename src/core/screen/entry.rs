//! The part of the screen that is about the way in.

use super::has;
use crate::core::admit::Id;
use crate::core::model::{Challenge, Choice, Entry, Model, Waiting};
use crate::core::sign_in::SignInMethod;
use crate::core::text::Tone;

/// How many projects are shown at once, and from how many on they can be searched.
const SHOWN: usize = 30;
const SEARCH_FROM: usize = 6;

/// What is asked on the way in.
#[derive(Debug, PartialEq, Eq)]
pub enum EntryScreen {
    /// The form.
    Form(SignIn),
    /// Which of the clouds of a file; their names.
    Clouds(Vec<String>),
    /// Which Keystone a file is for: the region's index, its name and the address.
    Addresses(Vec<(usize, String)>),
    /// Which project.
    Projects(Projects),
}

/// The sign-in form.
#[derive(Debug, PartialEq, Eq)]
pub struct SignIn {
    /// The cloud and region.
    pub place: String,
    /// The Keystone that everything is sent to.
    pub keystone: String,
    /// The ways to sign in, and whether each is chosen; empty where there is only one, and
    /// while a passcode is asked for.
    pub methods: Vec<(SignInMethod, bool)>,
    /// Whose form it is.
    pub method: SignInMethod,
    /// The domain that is filled in at first.
    pub domain: String,
    /// Seconds for which a passcode is still taken.
    pub seconds: Option<usize>,
    /// Whether a sign-in is on its way.
    pub working: bool,
    /// Whether the message is about what was typed.
    pub wrong: bool,
    /// Whether a file can fill the form.
    pub takes_file: bool,
}

/// The projects to choose from.
#[derive(Debug, PartialEq, Eq)]
pub struct Projects {
    /// Those that are shown.
    pub rows: Vec<ProjectRow>,
    /// How many more match.
    pub more: usize,
    /// Whether there are enough for a search.
    pub searchable: bool,
    /// What is looked for.
    pub search: String,
    /// Whether a choice is on its way.
    pub working: bool,
}

/// A project to choose.
#[derive(Debug, PartialEq, Eq)]
pub struct ProjectRow {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Whether another one has the same name: then the id is shown, too.
    pub is_twin: bool,
    /// Whether the session is in it now.
    pub is_current: bool,
}

pub(super) fn entry(model: &Model) -> Option<EntryScreen> {
    Some(match &model.entry {
        Entry::Closed => return None,
        Entry::Form => EntryScreen::Form(form(model, None, false)),
        Entry::Clouds(logins) => {
            EntryScreen::Clouds(logins.usable.iter().map(|login| login.name.clone()).collect())
        }
        Entry::Address(login) => EntryScreen::Addresses(
            login
                .regions(&model.config.regions)
                .map(|(index, region)| {
                    let name = [region.name.as_str(), ": ", region.keystone.as_str()].concat();
                    (index, name)
                })
                .collect(),
        ),
        Entry::Passcode(challenge) => EntryScreen::Form(form(model, Some(challenge), false)),
        Entry::Waiting(Waiting::Passcode(challenge), _) => {
            EntryScreen::Form(form(model, Some(challenge), true))
        }
        Entry::Choosing(choice) => EntryScreen::Projects(projects(model, choice, false)),
        Entry::Waiting(Waiting::Scope(choice, _), _) if choice.projects.len() > 1 => {
            EntryScreen::Projects(projects(model, choice, true))
        }
        // The session that goes to another project needs no form.
        Entry::Waiting(..) if model.entry.holder().is_some_and(|holder| holder.switching) => {
            return None;
        }
        Entry::Waiting(..) => EntryScreen::Form(form(model, None, true)),
    })
}

fn form(model: &Model, challenge: Option<&Challenge>, working: bool) -> SignIn {
    let region = model.region();
    let methods = &model.config.methods;
    let several = methods.len() > 1 && challenge.is_none();
    let offered = methods.iter().filter(|_| several);
    let left = challenge.map(|c| c.expires.saturating_sub(model.now).div_ceil(1000));
    SignIn {
        place: model.place_name(),
        keystone: region.keystone.as_str().into(),
        methods: offered.map(|method| (*method, *method == model.method)).collect(),
        method: if challenge.is_some() { SignInMethod::PASSCODE } else { model.method },
        domain: model.config.domain.clone(),
        seconds: left.and_then(|left| usize::try_from(left).ok()),
        working,
        wrong: !working && model.notice.as_ref().is_some_and(|n| n.tone == Tone::Error),
        takes_file: challenge.is_none() && methods.iter().any(|m| m.row().fields.len() > 1),
    }
}

fn projects(model: &Model, choice: &Choice, working: bool) -> Projects {
    let is_wanted = |name: &str| has(name, &choice.search);
    let current = model.account().filter(|_| choice.holder.switching).map(|a| &a.project.id);
    let all = &choice.projects;
    let mut found = all.iter().filter(|p| is_wanted(&p.name) || is_wanted(p.id.as_str()));
    let rows = found.by_ref().take(SHOWN).map(|project| ProjectRow {
        id: project.id.clone(),
        name: project.name.clone(),
        is_twin: all.iter().filter(|other| other.name == project.name).nth(1).is_some(),
        is_current: current == Some(&project.id),
    });
    Projects {
        rows: rows.collect(),
        more: found.count(),
        searchable: all.len() >= SEARCH_FROM,
        search: choice.search.clone(),
        working,
    }
}
