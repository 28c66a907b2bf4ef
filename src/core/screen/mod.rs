//! What the reader sees, as plain data: the view only turns it into HTML.

mod keys;

pub use keys::{Doing, KeyList, KeyRow, Keys};

use crate::core::message::CopyTarget;
use crate::core::model::{Account, Listing, Model, Session, Work};
use crate::core::snippet::{self, Client, Form, Step};
use crate::core::text::Notice;

/// A panel.
#[derive(Debug)]
pub struct Screen {
    /// The line above everything.
    pub bar: Bar,
    /// The sign-in form, while it is open.
    pub sign_in: Option<SignIn>,
    /// The message.
    pub notice: Option<Notice>,
    /// The reader's keys, once signed in.
    pub keys: Option<Keys>,
    /// The commands.
    pub commands: Commands,
    /// What a screen reader is told of what goes on, politely.
    pub status: String,
    /// What was copied a moment ago.
    pub copied: Option<CopyTarget>,
}

/// The line above everything.
#[derive(Debug)]
pub struct Bar {
    /// Whose session, or that there is none.
    pub lead: Lead,
    /// The regions to choose from; empty where there is only one.
    pub regions: Vec<RegionChoice>,
    /// The button at its end, if any.
    pub button: Option<BarButton>,
}

/// The words of the bar.
#[derive(Debug, PartialEq, Eq)]
pub enum Lead {
    /// The commands have placeholders.
    Placeholders,
    /// Somebody is signed in.
    Session {
        /// The user's name.
        user: String,
        /// The project's name.
        project: String,
        /// The region's name.
        region: String,
        /// Whole minutes that the token still lives.
        minutes: usize,
        /// Whether that is little.
        soon: bool,
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
    /// Open the sign-in form.
    UseOwnKeys,
    /// End the session.
    SignOut,
}

/// The sign-in form.
#[derive(Debug, PartialEq, Eq)]
pub struct SignIn {
    /// The cloud and region.
    pub place: String,
    /// The Keystone that the token is sent to.
    pub keystone: String,
    /// Whether a sign-in is on its way.
    pub working: bool,
}

/// The commands.
#[derive(Debug)]
pub struct Commands {
    /// The tabs, in order, and whether each is chosen.
    pub clients: Vec<(Client, bool)>,
    /// The steps of the chosen client.
    pub steps: Vec<Step>,
    /// What stands beside the commands once there is a key to put into them.
    pub filled: Option<Filled>,
}

/// What is said of filled commands.
#[derive(Debug, PartialEq, Eq)]
pub struct Filled {
    /// The name of the profile, alias or file.
    pub profile: String,
    /// The region's name.
    pub region: String,
    /// The project's name.
    pub project: String,
    /// Whether secrets are shown.
    pub revealed: bool,
    /// How the secret gets to the client.
    pub form: Form,
}

/// The screen of a model.
#[must_use]
pub fn screen(model: &Model) -> Screen {
    Screen {
        bar: bar(model),
        sign_in: sign_in(model),
        notice: model.notice.clone(),
        keys: model.account().map(keys::keys),
        commands: commands(model),
        status: status(model),
        copied: model.copied.and_then(|(target, done)| done.then_some(target)),
    }
}

fn bar(model: &Model) -> Bar {
    let (lead, button) = match &model.session {
        Session::SignedOut { asking } => {
            (Lead::Placeholders, (!asking).then_some(BarButton::UseOwnKeys))
        }
        Session::SigningIn(_) => (Lead::Placeholders, None),
        Session::SignedIn(account) => (session(model, account), Some(BarButton::SignOut)),
    };
    let keystone = &model.region().keystone;
    let bound = !matches!(model.session, Session::SignedOut { .. });
    let regions = &model.config.regions;
    let choices = regions.iter().enumerate().map(|(index, region)| RegionChoice {
        name: region.name.as_str().into(),
        chosen: index == model.region,
        open: !bound || region.keystone == *keystone,
    });
    Bar { lead, regions: if regions.len() > 1 { choices.collect() } else { Vec::new() }, button }
}

fn session(model: &Model, account: &Account) -> Lead {
    // Rounded up: a session that has 20 seconds left is not at its end.
    let left = account.expires.saturating_sub(model.now);
    let minutes = usize::try_from(left.div_ceil(60_000)).unwrap_or(usize::MAX);
    Lead::Session {
        user: account.identity.user_name.clone(),
        project: account.project.name.clone(),
        region: model.region().name.as_str().into(),
        minutes,
        soon: account.ends_soon(model.now),
    }
}

fn sign_in(model: &Model) -> Option<SignIn> {
    let working = match model.session {
        Session::SignedOut { asking: true } => false,
        Session::SigningIn(_) => true,
        Session::SignedOut { asking: false } | Session::SignedIn(_) => return None,
    };
    let region = model.region();
    Some(SignIn {
        place: [&model.config.brand, " ", region.name.as_str()].concat(),
        keystone: region.keystone.as_str().into(),
        working,
    })
}

fn commands(model: &Model) -> Commands {
    let filling = model.filling();
    Commands {
        clients: model.config.clients.iter().map(|c| (*c, *c == model.client)).collect(),
        steps: snippet::steps(model.client, model.form, filling),
        filled: filling.key.and(model.account()).map(|account| Filled {
            profile: model.region().name.profile(),
            region: model.region().name.as_str().into(),
            project: account.project.name.clone(),
            revealed: model.revealed,
            form: model.form,
        }),
    }
}

fn status(model: &Model) -> String {
    let text = match &model.session {
        _ if matches!(model.copied, Some((_, true))) => "Copied.",
        Session::SignedOut { .. } => "",
        Session::SigningIn(_) => "Signing in…",
        Session::SignedIn(account) => match (&account.work, &account.listing) {
            (Work::Creating, _) => "Creating a key…",
            (Work::Deleting(_) | Work::Checking(_), _) => "Deleting the key…",
            (Work::Refreshing | Work::Reconciling(_) | Work::Verifying(_), _)
            | (_, Listing::Loading) => "Getting the list of keys…",
            (_, Listing::Known(credentials)) if credentials.chosen.is_some() => {
                "Signed in. The commands hold your key."
            }
            _ => "Signed in.",
        },
    };
    text.into()
}
