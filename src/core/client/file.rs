//! What the file of a client says: its steps, each with blocks for several shells.

use crate::core::slot::{Place, Source};

/// The commands of a client.
#[derive(Clone, Debug)]
pub struct ClientFile {
    /// The id of the client.
    pub id: String,
    /// What it is for, in one line.
    pub purpose: Option<String>,
    /// A sentence that stands above the steps.
    pub note: Option<String>,
    /// The steps, in order, those of a section beside each other.
    pub steps: Vec<ClientStep>,
    /// The shells that the client has commands for, the first one for readers of any other. Those
    /// of the first are in the file with the client's name, those of another in a file of its own.
    pub shells: Vec<Shell>,
    /// Whether its commands do nothing while something is not filled in.
    pub is_guarded: bool,
}

/// One step: a sentence, and what to do in each shell.
#[derive(Clone, Debug)]
pub struct ClientStep {
    /// What the step is a part of.
    pub section: Section,
    /// What it does, as a sentence for the reader.
    pub lead: String,
    /// What to copy: the first block that is for the reader's shell and form.
    pub blocks: Vec<ClientBlock>,
}

/// What a step is a part of, in the order of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// The client is told of the store and of the key.
    SetUp,
    /// The set-up is proved.
    Check,
    /// The client is used.
    Use,
    /// The set-up is taken away again.
    Undo,
    /// A key is proved by itself: nothing that is stored is read or changed.
    Test,
    /// A file to save, in the place of commands.
    File,
}

/// Where commands are typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shell {
    /// bash, dash, zsh and other shells like `sh`.
    Posix,
    /// fish.
    Fish,
    /// `PowerShell`, from Windows `PowerShell` 5.1 on.
    PowerShell,
    /// `cmd.exe`.
    Cmd,
}

/// How the secret key gets to the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Typed into a prompt that does not show it: neither in an argv nor in the shell's history.
    Prompt,
    /// In the command itself, which leaves traces.
    Quick,
}

/// Something to copy.
#[derive(Clone, Debug)]
pub struct ClientBlock {
    /// Its language, as authors write it behind a fence; may be empty.
    pub language: String,
    /// The shells that it is for; none where it is for every one.
    pub shells: Vec<Shell>,
    /// The form that it is for, if not for both.
    pub form: Option<Form>,
    /// What the copy button is called, where the author says so.
    pub copy_name: Option<String>,
    /// The name of the file that it is, with `<profile>` in it, where it is one to save.
    pub file: Option<String>,
    /// Its text.
    pub text: ClientText,
    /// Whether its slots stay as they are.
    pub is_off: bool,
}

/// The text of a block.
#[derive(Clone, Debug)]
pub enum ClientText {
    /// Its slots were found when the site was built.
    Read(Vec<ClientPiece>),
    /// They are found in the page.
    Whole(String),
}

/// A piece of such a text.
#[derive(Clone, Debug)]
pub enum ClientPiece {
    /// Text that is the same for everybody.
    Text(String),
    /// A slot.
    Slot {
        /// Its id.
        id: String,
        /// Where its value comes from, where no author says.
        source: Option<Source>,
        /// How it is written.
        written: String,
        /// How a value is written there.
        place: Place,
    },
    /// Text that stands there only while something is not filled in: it stops a script.
    Guard(String),
}

impl Section {
    /// Each with its name in a file.
    pub const ALL: [(&str, Self); 6] = [
        ("set-up", Self::SetUp),
        ("check", Self::Check),
        ("use", Self::Use),
        ("undo", Self::Undo),
        ("test", Self::Test),
        ("file", Self::File),
    ];
    /// What a panel shows of a client, in this order: the test is shown beside a key.
    pub const SHOWN: [Self; 5] = [Self::SetUp, Self::Check, Self::Use, Self::Undo, Self::File];
}

impl Shell {
    /// Its name in a file.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, shell)| *shell == self).map_or("", |(name, _)| name)
    }

    /// Each with its name in a file.
    pub const ALL: [(&str, Self); 4] = [
        ("posix", Self::Posix),
        ("fish", Self::Fish),
        ("powershell", Self::PowerShell),
        ("cmd", Self::Cmd),
    ];

    /// Whether its commands have been run by the tests of Keyfill. No interpreter could be had for
    /// the others, whose commands are checked by a grammar.
    #[must_use]
    pub fn is_tried(self) -> bool {
        matches!(self, Self::Posix | Self::Fish)
    }
}

impl Form {
    /// Each with its name in a file.
    pub const ALL: [(&str, Self); 2] = [("prompt", Self::Prompt), ("quick", Self::Quick)];
}

impl ClientFile {
    /// Whether the slots of some block are found in the page, by a part of the app.
    #[must_use]
    pub fn is_read_in_page(&self) -> bool {
        let mut blocks = self.steps.iter().flat_map(|step| &step.blocks);
        blocks.any(|block| matches!(block.text, ClientText::Whole(_)))
    }

    /// Whether it has steps of this section.
    #[must_use]
    pub fn has(&self, section: Section) -> bool {
        self.steps.iter().any(|step| step.section == section)
    }
}

/// The shell, of those that a client has commands for, whose commands a reader of `wanted` gets.
#[must_use]
pub fn shell_for(shells: &[Shell], wanted: Shell) -> Shell {
    let first = shells.first().copied().unwrap_or(wanted);
    if shells.contains(&wanted) { wanted } else { first }
}

impl ClientStep {
    /// What a reader copies in this shell and form; `None` where the step is not for them.
    #[must_use]
    pub fn block(&self, shell: Shell, form: Form) -> Option<&ClientBlock> {
        self.blocks.iter().find(|block| {
            let is_for_shell = block.shells.is_empty() || block.shells.contains(&shell);
            is_for_shell && block.form.is_none_or(|own| own == form)
        })
    }
}
