//! What the reader sees, as plain data: the view only turns it into HTML.

mod bar;
mod commands;
mod entry;
mod idle;
mod keys;
mod rotation;
mod saved_files;
mod slot;
mod testing;
mod values;

pub use bar::{Aside, Bar, BarButton, Lead, Question, Reach, RegionChoice};
pub use commands::{ClientTab, Commands, Filled, Lacking, ShellChoice};
pub use entry::{EntryScreen, ProjectRow, Projects, SignIn};
pub use idle::IdleScreen;
pub use keys::{Doing, KeyInUse, KeyList, KeyRow, Keys, KeysPart, Managed, Rows};
pub use rotation::{RotationScreen, RotationStep};
pub use saved_files::{SavedFile, SavedFiles};
pub use slot::{KeyChoice, SlotShown, Stays, slot_shown};
pub use testing::Test;
pub use values::{AskedValues, ValueList, ValueRow};

use crate::core::message::CopyTarget;
use crate::core::model::{Entry, Listing, Model, Waiting, Work};
use crate::core::panel::{PanelOptions, Show};
use crate::core::snippet::{Client, Edition};
use crate::core::text::Notice;
use crate::core::update::lacking_test;
use crate::core::words::Text;
use crate::core::words::catalog::bar as texts;

/// A panel.
#[derive(Debug)]
pub struct Screen {
    /// Whether it is as short as can be.
    pub compact: bool,
    /// The line above everything.
    pub bar: Bar,
    /// What is asked on the way in.
    pub entry: Option<EntryScreen>,
    /// The message.
    pub notice: Option<Notice>,
    /// The reader's keys, once signed in.
    pub keys: Option<KeysPart>,
    /// The variables of the page.
    pub values: Option<ValueList>,
    /// The commands, where the panel has some.
    pub commands: Option<Commands>,
    /// The warning before an unused session ends.
    pub idle: Option<IdleScreen>,
    /// What a screen reader is told of what goes on, politely.
    pub status: Option<Text>,
    /// Whether secrets are shown.
    pub revealed: bool,
    /// What was copied a moment ago.
    pub copied: Option<CopyTarget>,
}

/// The files of clients that a panel with these options lacks, and that nobody has asked for.
#[must_use]
pub fn lacking_files(model: &Model, options: &PanelOptions) -> Vec<String> {
    let panel = PanelPart::new(model, options);
    let mut names: Vec<String> = Vec::new();
    if options.show != Show::List {
        let entry = model.config.entry(panel.edition.client);
        names.extend(entry.and_then(|entry| entry.file_name()).map(|n| model.name_for_shell(n)));
    }
    let test = lacking_test(model, panel.edition.client);
    names.extend(test.map(|name| model.name_for_shell(&name)));
    names.retain(|name| model.client_files.of(name).is_none());
    names
}

/// The name of the first file of the client that a panel with these options shows, where it lacks
/// that and the client has this id.
#[must_use]
pub fn lacking_file(model: &Model, options: &PanelOptions, id: &str) -> Option<String> {
    let panel = PanelPart::new(model, options);
    let entry = model.config.entry(panel.edition.client).filter(|entry| entry.id == id)?;
    let name = entry.file_name().filter(|name| model.client_files.of(name).is_none())?;
    Some(name.into())
}

/// What a panel shows of a model.
struct PanelPart<'a> {
    model: &'a Model,
    options: &'a PanelOptions,
    edition: Edition,
}

/// The screen of a model, in a panel with these options.
#[must_use]
pub fn screen(model: &Model, options: &PanelOptions) -> Screen {
    let panel = PanelPart::new(model, options);
    let has_keys = options.show != Show::Tabs && !panel.is_elsewhere();
    let account = model.shown_account().filter(|_| has_keys);
    let only_list = options.show == Show::List;
    Screen {
        compact: options.compact,
        bar: bar::bar(&panel),
        entry: entry::entry(model).filter(|_| !model.hidden),
        notice: model.notice.clone().filter(|_| !model.hidden),
        keys: account.map(|account| keys::part(model, account, panel.edition, only_list)),
        values: values::values(model).filter(|_| !model.hidden),
        commands: (options.show != Show::List).then(|| commands::commands(&panel)),
        idle: idle::idle(model),
        status: status(&panel),
        revealed: model.revealed,
        copied: model.copied.and_then(|(target, done)| done.then_some(target)),
    }
}

impl<'a> PanelPart<'a> {
    fn new(model: &'a Model, options: &'a PanelOptions) -> Self {
        // A panel of an earlier configuration may have a region that there is no more.
        let region = options.region.filter(|region| *region < model.config.regions.len());
        let edition = Edition { region: region.unwrap_or(model.region), ..model.edition() };
        let mut panel = Self { model, options, edition };
        if !panel.clients().any(|client| client == model.client) {
            panel.edition.client = panel.clients().next().unwrap_or(model.client);
        }
        panel
    }

    /// The clients of its tabs: those of the site, or some of them.
    fn clients(&self) -> impl Iterator<Item = Client> + use<'a> {
        let config = &self.model.config;
        let own = self.options.clients.clone().unwrap_or_else(|| config.all_clients().collect());
        own.into_iter().filter(|client| config.entry(*client).is_some())
    }

    /// Whether somebody is signed in, and not where the panel's region is.
    fn is_elsewhere(&self) -> bool {
        let model = self.model;
        let region = model.config.regions.get(self.edition.region);
        model.account().is_some() && region.is_some_and(|r| r.keystone != model.region().keystone)
    }
}

fn status(panel: &PanelPart<'_>) -> Option<Text> {
    let PanelPart { model, options, edition } = panel;
    let is_filled = options.show != Show::List && model.filling(edition.region).key.is_some();
    let copied = matches!(model.copied, Some((_, true)));
    Some(match (&model.entry, model.account()) {
        _ if copied => texts::STATUS_COPIED,
        (Entry::Waiting(Waiting::Projects(_), _), _) => texts::GETTING_PROJECTS,
        (Entry::Waiting(..), _) => texts::SIGNING_IN,
        (_, None) => return None,
        (_, Some(account)) => match (&account.work, &account.listing) {
            (Work::Creating, _) => texts::STATUS_CREATING,
            (Work::Deleting(_) | Work::Checking(_), _) => texts::STATUS_DELETING,
            (Work::Refreshing | Work::Reconciling(_) | Work::Verifying(_), _)
            | (_, Listing::Loading) => texts::GETTING_KEYS,
            _ if is_filled => texts::STATUS_FILLED,
            _ => texts::STATUS_SIGNED_IN,
        },
    })
}

/// Whether `text` has `wanted` in it, whatever the case of ASCII letters. Not `str::contains`,
/// whose search is a kilobyte of wasm.
fn has(text: &str, wanted: &str) -> bool {
    let wanted = wanted.trim().as_bytes();
    wanted.is_empty()
        || text.as_bytes().windows(wanted.len()).any(|part| part.eq_ignore_ascii_case(wanted))
}
