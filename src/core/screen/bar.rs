//! The part of the screen that is the line above everything.

use super::PanelPart;
use crate::core::model::{Account, Entry, Listing, Model, Parting, Work};
use crate::core::panel::Show;

/// The line above everything.
#[derive(Debug)]
pub struct Bar {
    /// What the author has put over it.
    pub title: Option<String>,
    /// Whether the cloud is a made-up one: that stands before the lead, whatever it says.
    pub sample: bool,
    /// Whose session, or that there is none.
    pub lead: Lead,
    /// The regions to choose from; empty where there is only one.
    pub regions: Vec<RegionChoice>,
    /// The buttons at its end.
    pub buttons: Vec<BarButton>,
    /// What stands below it.
    pub aside: Option<Aside>,
    /// The question before the session ends.
    pub question: Option<Question>,
}

/// The question before the session ends.
#[derive(Debug, PartialEq, Eq)]
pub enum Question {
    /// Whether to revoke the pasted token, too.
    Revoke,
    /// Whether to sign out here, since the region with this name has another Keystone.
    Move(String),
}

/// The words of the bar.
#[derive(Debug, PartialEq, Eq)]
pub enum Lead {
    /// The commands have placeholders; the Keystone that a sign-in goes to.
    Placeholders(String),
    /// Keys will be listed, there are no commands; the Keystone that a sign-in goes to.
    NoKeys(String),
    /// The form is open, for this cloud and region.
    SignIn(String),
    /// Somebody is signed in, and has hidden what is theirs.
    Hidden,
    /// Somebody is signed in.
    Session {
        /// The user's name.
        user: String,
        /// The project's name.
        project: String,
        /// The region's name.
        region: String,
        /// Whole minutes that the token still lives; none that matter to anybody in a sample.
        minutes: usize,
        /// Whether that is little.
        soon: bool,
        /// How far the session goes.
        reach: Reach,
    },
}

/// How far a session goes in its tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// It ends with the page.
    Page,
    /// It will go along to the other pages of the site once the worker is there that carries it.
    SiteSoon,
    /// It goes along to the other pages of the site.
    Site,
}

/// One line more.
#[derive(Debug, PartialEq, Eq)]
pub enum Aside {
    /// What the panel does, and how to make keys by hand.
    WhatIsThis,
    /// No key is chosen, and the list of keys is not in this panel.
    NoKeyChosen,
    /// The session is for another Keystone than that of the panel's region.
    Elsewhere {
        /// The region that somebody is signed in for.
        session: String,
        /// The panel's own.
        region: String,
        /// Its index, where one can sign in for it now.
        index: Option<usize>,
    },
}

/// One region of the picker.
#[derive(Debug, PartialEq, Eq)]
pub struct RegionChoice {
    /// Its name.
    pub name: String,
    /// Whether it is the chosen one.
    pub chosen: bool,
    /// Whether it can be chosen now.
    pub open: bool,
}

/// The button at the end of the bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarButton {
    /// Open the sign-in form, for this region where the panel has only one.
    UseOwnKeys(Option<usize>),
    /// Begin a sample, for this region where the panel has only one; whether it is on its way.
    TrySample(Option<usize>, bool),
    /// Open it to renew the session.
    Renew,
    /// Show the other projects; whether that is possible now.
    SwitchProject(bool),
    /// Show what is the reader's again.
    Unhide,
    /// End the session.
    SignOut,
}

pub(super) fn bar(panel: &PanelPart<'_>) -> Bar {
    let PanelPart { model, options, .. } = panel;
    let is_closed = matches!(model.entry, Entry::Closed);
    let mut buttons = Vec::new();
    let lead = if model.hidden {
        buttons.extend([BarButton::Unhide, BarButton::SignOut]);
        Lead::Hidden
    } else if let Some(account) = model.account() {
        if is_closed && account.ends_soon(model.now) {
            buttons.push(BarButton::Renew);
        }
        if is_closed && !account.identity.delegated {
            let is_free = matches!(account.work, Work::Idle | Work::Offering(_));
            buttons.push(BarButton::SwitchProject(is_free));
        }
        buttons.push(BarButton::SignOut);
        session(panel, account)
    } else {
        buttons.extend(is_closed.then_some(BarButton::UseOwnKeys(options.region)));
        buttons.extend(
            model
                .may_try_sample()
                .then(|| BarButton::TrySample(options.region, model.waits_for_sample())),
        );
        let region = model.config.regions.get(panel.edition.region);
        let keystone = || region.map_or("", |region| region.keystone.host()).into();
        match options.show {
            _ if !is_closed => Lead::SignIn(model.place_name()),
            Show::List => Lead::NoKeys(keystone()),
            _ => Lead::Placeholders(keystone()),
        }
    };
    let keystone = &model.region().keystone;
    let regions = &model.config.regions;
    let choices = regions.iter().enumerate().map(|(index, region)| RegionChoice {
        name: region.name.as_str().into(),
        chosen: index == model.region,
        open: model.entry.is_empty() || model.is_sample() || region.keystone == *keystone,
    });
    let question = model.account().and_then(|account| account.parting).map(|why| match why {
        Parting::Leaving => Question::Revoke,
        Parting::Moving(to) => {
            Question::Move(regions.get(to).map_or("", |r| r.name.as_str()).into())
        }
    });
    let has_choice = regions.len() > 1 && options.region.is_none();
    Bar {
        title: options.title.clone(),
        sample: model.is_sample(),
        lead,
        regions: if has_choice { choices.collect() } else { Vec::new() },
        buttons,
        aside: aside(panel),
        question,
    }
}

fn session(panel: &PanelPart<'_>, account: &Account) -> Lead {
    let model = panel.model;
    // Rounded up: a session that has 20 seconds left is not at its end.
    let left = account.expires.saturating_sub(model.now);
    let minutes = usize::try_from(left.div_ceil(60_000)).unwrap_or(usize::MAX);
    let region = if panel.is_elsewhere() { model.region } else { panel.edition.region };
    Lead::Session {
        user: account.identity.user_name.clone(),
        project: account.project.name.clone(),
        region: name(model, region),
        minutes,
        soon: account.ends_soon(model.now),
        reach: match model.config.session.is_of_site() {
            true if account.follows => Reach::Site,
            true => Reach::SiteSoon,
            false => Reach::Page,
        },
    }
}

fn aside(panel: &PanelPart<'_>) -> Option<Aside> {
    let PanelPart { model, options, edition } = panel;
    let Some(account) = model.account() else {
        let is_closed = matches!(model.entry, Entry::Closed);
        return (is_closed && !options.compact).then_some(Aside::WhatIsThis);
    };
    if panel.is_elsewhere() {
        let index = model.entry.is_empty().then_some(edition.region);
        let (session, region) = (name(model, model.region), name(model, edition.region));
        return Some(Aside::Elsewhere { session, region, index });
    }
    let is_missed = options.show == Show::Tabs
        && matches!(account.listing, Listing::Known(_))
        && account.key().is_none()
        && !model.hidden;
    is_missed.then_some(Aside::NoKeyChosen)
}

fn name(model: &Model, region: usize) -> String {
    model.config.regions.get(region).map_or("", |region| region.name.as_str()).into()
}
