//! The programs that commands are for. Each is a file: those that Keyfill has, changed by the
//! author or not, and the author's own.

mod file;
mod read;
mod tab;

pub use file::{
    ClientBlock, ClientFile, ClientPiece, ClientStep, ClientText, Form, Section, Shell, shell_for,
};
pub use tab::{Tab, TabStep};

/// A client of a site: its place in [`Config::clients`](crate::core::config::Config::clients).
/// A checked configuration has a first one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Client(u8);

/// What a site says of one of its clients.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientEntry {
    /// Its name in the configuration.
    pub id: String,
    /// What stands on its tab.
    pub label: String,
    /// Where its commands are.
    pub commands: CommandsAt,
}

/// Where the commands of a client are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommandsAt {
    /// In the file `client-NAME.json` beside the app; this is the name.
    Named(String),
    /// In the configuration.
    Here(Tab),
}

impl Client {
    /// The client at this place of the list.
    #[must_use]
    pub fn at(index: usize) -> Option<Self> {
        u8::try_from(index).ok().map(Self)
    }

    /// Its place in the list.
    #[must_use]
    pub fn index(self) -> usize {
        self.0.into()
    }
}

impl ClientEntry {
    /// The name of its file, where it has one.
    #[must_use]
    pub fn file_name(&self) -> Option<&str> {
        match &self.commands {
            CommandsAt::Named(name) => Some(name),
            CommandsAt::Here(_) => None,
        }
    }
}
