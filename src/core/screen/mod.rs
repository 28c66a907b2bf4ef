//! What the reader sees, as plain data: the view only turns it into HTML.

mod entry;
mod keys;
mod slot;
mod values;

pub use entry::{EntryScreen, ProjectRow, Projects, SignIn};
pub use keys::{Doing, KeyList, KeyRow, Keys, RotationScreen, Rows, Test};
pub use slot::{SlotShown, slot_shown};
pub use values::{ValueList, ValueRow};

use crate::core::export::ExportFile;
use crate::core::message::CopyTarget;
use crate::core::model::{Account, Entry, Listing, Model, Parting, Waiting, Work};
use crate::core::snippet::{self, Client, Form, Step};
use crate::core::text::Notice;

/// A panel.
#[derive(Debug)]
pub struct Screen {
    /// The line above everything.
    pub bar: Bar,
    /// What is asked on the way in.
    pub entry: Option<EntryScreen>,
    /// The message.
    pub notice: Option<Notice>,
    /// The reader's keys, once signed in.
    pub keys: Option<Keys>,
    /// The variables of the page.
    pub values: Option<ValueList>,
    /// The commands.
    pub commands: Commands,
    /// What a screen reader is told of what goes on, politely.
    pub status: String,
    /// Whether secrets are shown.
    pub revealed: bool,
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
    /// The buttons at its end.
    pub buttons: Vec<BarButton>,
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
    /// Open it to renew the session.
    Renew,
    /// Show the other projects; whether that is possible now.
    SwitchProject(bool),
    /// End the session.
    SignOut,
}

/// The commands.
#[derive(Debug)]
pub struct Commands {
    /// The tabs, in order.
    pub tabs: Vec<ClientTab>,
    /// The steps of the chosen client.
    pub steps: Vec<Step>,
    /// What stands beside the commands once there is a key to put into them.
    pub filled: Option<Filled>,
}

/// The tab of a client.
#[derive(Debug, PartialEq, Eq)]
pub struct ClientTab {
    /// The client.
    pub client: Client,
    /// Its name in the configuration.
    pub id: String,
    /// What stands on it.
    pub label: String,
    /// Whether it is chosen.
    pub chosen: bool,
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
    /// How the secret gets to the client.
    pub form: Form,
    /// Where the endpoint comes from: whether the catalog.
    pub by_catalog: bool,
    /// The files that can be saved.
    pub files: &'static [ExportFile],
}

/// The screen of a model.
#[must_use]
pub fn screen(model: &Model) -> Screen {
    Screen {
        bar: bar(model),
        entry: entry::entry(model),
        notice: model.notice.clone(),
        keys: model.account().map(|account| keys::keys(model, account)),
        values: values::values(model),
        commands: commands(model),
        status: status(model),
        revealed: model.revealed,
        copied: model.copied.and_then(|(target, done)| done.then_some(target)),
    }
}

fn bar(model: &Model) -> Bar {
    let is_closed = matches!(model.entry, Entry::Closed);
    let mut buttons = Vec::new();
    let lead = if let Some(account) = model.account() {
        if is_closed && account.ends_soon(model.now) {
            buttons.push(BarButton::Renew);
        }
        if is_closed && !account.identity.delegated {
            let is_free = matches!(account.work, Work::Idle | Work::Offering(_));
            buttons.push(BarButton::SwitchProject(is_free));
        }
        buttons.push(BarButton::SignOut);
        session(model, account)
    } else {
        buttons.extend(is_closed.then_some(BarButton::UseOwnKeys));
        Lead::Placeholders
    };
    let keystone = &model.region().keystone;
    let regions = &model.config.regions;
    let choices = regions.iter().enumerate().map(|(index, region)| RegionChoice {
        name: region.name.as_str().into(),
        chosen: index == model.region,
        open: model.entry.is_empty() || region.keystone == *keystone,
    });
    let question = model.account().and_then(|account| account.parting).map(|why| match why {
        Parting::Leaving => Question::Revoke,
        Parting::Moving(to) => {
            Question::Move(regions.get(to).map_or("", |r| r.name.as_str()).into())
        }
    });
    let regions = if regions.len() > 1 { choices.collect() } else { Vec::new() };
    Bar { lead, regions, buttons, question }
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

fn commands(model: &Model) -> Commands {
    let filling = model.filling();
    Commands {
        tabs: model.config.clients.iter().map(|client| tab(model, *client)).collect(),
        steps: snippet::steps(model.client, model.form, filling),
        filled: filling.key.and(model.account()).map(|account| Filled {
            profile: model.region().name.profile(),
            region: model.region().name.as_str().into(),
            project: account.project.name.clone(),
            form: model.form,
            by_catalog: filling.s3.is_some(),
            files: &ExportFile::ALL,
        }),
    }
}

fn tab(model: &Model, client: Client) -> ClientTab {
    let id = client.id(&model.config.tabs);
    ClientTab {
        client,
        id: id.into(),
        label: model.config.tab(client).map_or(id, |tab| &tab.label).into(),
        chosen: client == model.client,
    }
}

fn status(model: &Model) -> String {
    let copied = matches!(model.copied, Some((_, true)));
    let text = match (&model.entry, model.account()) {
        _ if copied => "Copied.",
        (Entry::Waiting(Waiting::Projects(_), _), _) => "Getting the list of projects…",
        (Entry::Waiting(..), _) => "Signing in…",
        (_, None) => "",
        (_, Some(account)) => match (&account.work, &account.listing) {
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

/// Whether `text` has `wanted` in it, whatever the case of ASCII letters. Not `str::contains`,
/// whose search is a kilobyte of wasm.
fn has(text: &str, wanted: &str) -> bool {
    let wanted = wanted.trim().as_bytes();
    wanted.is_empty()
        || text.as_bytes().windows(wanted.len()).any(|part| part.eq_ignore_ascii_case(wanted))
}
