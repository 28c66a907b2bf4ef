//! The part of the screen that is the commands.

use super::PanelPart;
use super::saved_files::{SavedFiles, saved_files};
use super::values::{AskedValues, asked_values};
use crate::core::app_part::{AppPart, Whereabouts};
use crate::core::client::{ClientEntry, shell_for};
use crate::core::message::CopyTarget;
use crate::core::model::{Account, ClientFileState, Entry, Model, Work};
use crate::core::snippet::{self, Client, Edition, Form, Section, Shell, Step};
use crate::core::words::Say;

/// The commands.
#[derive(Debug)]
pub struct Commands {
    /// The tabs, in order.
    pub tabs: Vec<ClientTab>,
    /// Which commands are shown.
    pub edition: Edition,
    /// The shells that the clients of the panel have commands for, as far as they are here, where
    /// there are several. They do not go where the chosen client has one only: nothing moves.
    pub shells: Vec<ShellChoice>,
    /// Whether the commands that are shown have never been run by the tests of Keyfill.
    pub untried: bool,
    /// What stands above the steps.
    pub note: Option<String>,
    /// The steps of the chosen client.
    pub steps: Vec<Step>,
    /// The reader's own values that belong into them, once there is a key to put beside them.
    pub asked: Vec<AskedValues>,
    /// The file that its commands are in, while they are not here.
    pub lacking: Option<Lacking>,
    /// What stands beside the commands once there is a key to put into them, and the part of the
    /// app that draws it.
    pub filled: Option<Filled>,
    /// The step that is to be copied next, while nothing else is to be done first.
    pub next: Option<usize>,
}

/// The tab of a client.
#[derive(Debug, PartialEq, Eq)]
pub struct ClientTab {
    /// The client.
    pub client: Client,
    /// Its name in the configuration.
    pub id: String,
    /// What stands on it.
    pub label: Say,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A shell that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShellChoice {
    /// The shell.
    pub shell: Shell,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A file of a client that is not here.
#[derive(Debug, PartialEq, Eq)]
pub enum Lacking {
    /// It is on its way.
    Coming,
    /// The one with this name could not be loaded.
    Lost(String),
    /// The part of the app that reads it could not.
    Unread,
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
    /// Whether it is left out, for an agent or a ticket.
    pub is_for_others: bool,
    /// Where the endpoint comes from: whether the catalog.
    pub by_catalog: bool,
    /// The files to save.
    pub files: SavedFiles,
}

pub(super) fn commands(panel: &PanelPart<'_>) -> Commands {
    let PanelPart { model, options, edition } = panel;
    let filling = model.filling(edition.region);
    let account = model.shown_account().filter(|_| model.parts.has(AppPart::Keys));
    let filled = filling.key.and(account).zip(filling.region);
    let entry = model.config.entry(edition.client);
    let file = model.client_file(edition.client);
    let file = file.as_deref();
    let shells = model.shells(edition.client);
    let has = |shell: &Shell| panel.clients().any(|other| model.shells(other).contains(shell));
    let all: Vec<Shell> = Shell::ALL.iter().map(|(_, shell)| *shell).filter(has).collect();
    let shell = shell_for(shells, model.style.shell);
    let wanted = model.style.shell;
    let choice = |of: &Shell| ShellChoice { shell: *of, chosen: *of == wanted };
    let sections = if options.compact { &Section::SHOWN[..1] } else { &Section::SHOWN };
    let steps =
        file.map(|file| snippet::steps(file, sections, model.style, filling)).unwrap_or_default();
    Commands {
        next: filled.and_then(|(account, _)| next(model, account, *edition, &steps)),
        tabs: panel.clients().filter_map(|client| tab(model, client, edition.client)).collect(),
        edition: *edition,
        shells: all.iter().map(choice).filter(|_| all.len() > 1).collect(),
        untried: !shell.is_tried() && shells.contains(&shell),
        note: file.and_then(|file| file.note.clone()),
        asked: filled
            .map(|_| asked_values(model, CopyTarget::Step, *edition, &steps))
            .unwrap_or_default(),
        steps,
        lacking: entry.filter(|_| file.is_none()).map(|entry| lacking(model, entry)),
        filled: filled.map(|(account, region)| Filled {
            profile: filling.profile().unwrap_or_default(),
            region: region.name.as_str().into(),
            project: account.project.name.clone(),
            form: model.style.form,
            is_for_others: model.style.is_for_others,
            by_catalog: filling.s3.is_some(),
            files: saved_files(model, edition.region),
        }),
    }
}

/// The first step that has not been copied since the one before, of those that make the client
/// work; none while the reader is asked for something else, or waits for it.
fn next(model: &Model, account: &Account, edition: Edition, steps: &[Step]) -> Option<usize> {
    let is_free = matches!((&model.entry, &account.work), (Entry::Closed, Work::Idle))
        && account.rotation.is_none()
        && account.parting.is_none();
    let at = match account.copied {
        Some(CopyTarget::Step(of, index)) if of == edition => index + 1,
        _ => 0,
    };
    let step = steps.get(at).filter(|_| is_free)?;
    matches!(step.section, Section::SetUp | Section::Check).then_some(at)
}

fn lacking(model: &Model, entry: &ClientEntry) -> Lacking {
    let name = entry.file_name().map(|name| model.name_for_shell(name));
    let is_part_lost = matches!(model.parts.of(AppPart::Page), Whereabouts::Lost(_));
    match name.as_deref().map(|name| model.client_files.of(name)) {
        Some(Some(ClientFileState::Lost(_))) => Lacking::Lost(name.unwrap_or_default()),
        None | Some(Some(ClientFileState::There(_))) if is_part_lost => Lacking::Unread,
        _ => Lacking::Coming,
    }
}

fn tab(model: &Model, client: Client, chosen: Client) -> Option<ClientTab> {
    let entry = model.config.entry(client)?;
    Some(ClientTab {
        client,
        id: entry.id.clone(),
        label: Say::own(&entry.label),
        chosen: client == chosen,
    })
}
