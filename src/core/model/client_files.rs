//! The files of clients that the page has fetched.

use std::borrow::Cow;
use std::fmt;
use std::rc::Rc;

use super::{Millis, Model};
use crate::core::app_part::AppPart;
use crate::core::client::{Client, ClientEntry, ClientFile, CommandsAt, Shell};

/// Where the file of a client is.
#[derive(Debug)]
pub enum ClientFileState {
    /// On its way.
    Coming,
    /// It could not be fetched, or it is no file of a client; since this time of the model's clock.
    Lost(Millis),
    /// Here.
    There(Rc<ClientFile>),
}

/// The files of clients, by name. What is not in it has not been asked for.
#[derive(Default)]
pub struct ClientFiles(Vec<(String, ClientFileState)>);

/// Their names: they are long, and the same for everybody.
impl fmt::Debug for ClientFiles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}

impl ClientFiles {
    /// Where a file is, if it was asked for.
    #[must_use]
    pub fn of(&self, name: &str) -> Option<&ClientFileState> {
        self.0.iter().find(|(other, _)| other == name).map(|(_, state)| state)
    }

    /// Notes where a file is now.
    pub fn set(&mut self, name: &str, state: ClientFileState) {
        match self.0.iter_mut().find(|(other, _)| other == name) {
            Some((_, old)) => *old = state,
            None => self.0.push((name.into(), state)),
        }
    }
}

impl Model {
    /// The commands of a client for the reader's shell, as far as they and what reads them are
    /// here.
    #[must_use]
    pub fn client_file(&self, client: Client) -> Option<Cow<'_, ClientFile>> {
        let file = match &self.config.entry(client)?.commands {
            CommandsAt::Here(tab) => Cow::Owned(tab.into()),
            CommandsAt::Named(name) => {
                Cow::Borrowed(self.fetched_file(&self.name_for_shell(name))?)
            }
        };
        self.can_read(&file).then_some(file)
    }

    /// The shells that a client has commands for, as far as that is known.
    #[must_use]
    pub fn shells(&self, client: Client) -> &[Shell] {
        let name = self.config.entry(client).and_then(ClientEntry::file_name);
        let file = name.and_then(|name| self.fetched_file(name));
        file.map(|file| file.shells.as_slice()).unwrap_or_default()
    }

    /// The commands in the files of this name, in the same way.
    #[must_use]
    pub fn named_file(&self, name: &str) -> Option<&ClientFile> {
        self.fetched_file(&self.name_for_shell(name)).filter(|file| self.can_read(file))
    }

    /// The files to save, as far as they and what reads them are here.
    #[must_use]
    pub fn files_to_save(&self) -> Option<&ClientFile> {
        self.named_file(self.config.files.as_deref()?)
    }

    /// The name of the file that has the commands of a client for the reader's shell. Which shells
    /// there are is in the client's first file, so that one comes first.
    #[must_use]
    pub fn name_for_shell(&self, name: &str) -> String {
        let shells = self.fetched_file(name).map(|file| file.shells.as_slice());
        match shells.unwrap_or_default() {
            [_, others @ ..] if others.contains(&self.style.shell) => {
                [name, "--", self.style.shell.name()].concat()
            }
            _ => name.into(),
        }
    }

    /// Whether commands that are here wait for the part of the app that reads them.
    #[must_use]
    pub fn has_unread_commands(&self) -> bool {
        let is_read = |name: &str| {
            let file = self.fetched_file(&self.name_for_shell(name));
            file.is_some_and(ClientFile::is_read_in_page)
        };
        let is_whole = |commands: &CommandsAt| match commands {
            CommandsAt::Here(_) => true,
            CommandsAt::Named(name) => is_read(name),
        };
        let entry = self.config.entry(self.client);
        entry.is_some_and(|entry| is_whole(&entry.commands))
            || self.config.files.as_deref().is_some_and(is_read)
    }

    fn can_read(&self, file: &ClientFile) -> bool {
        !file.is_read_in_page() || self.parts.has(AppPart::Page)
    }

    fn fetched_file(&self, name: &str) -> Option<&ClientFile> {
        match self.client_files.of(name)? {
            ClientFileState::There(file) => Some(file),
            ClientFileState::Coming | ClientFileState::Lost(_) => None,
        }
    }
}
