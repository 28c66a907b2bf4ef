//! What a reader copies: the blocks of a client's file, filled in.

mod fill;
mod target;

pub use target::CopyTarget;

use std::borrow::Cow;

use fill::FilledBlock;

use crate::core::admit::{AccessKey, Id, SecretKey};
use crate::core::client::{ClientBlock, ClientFile, ClientStep, shell_for};
use crate::core::config::{Config, Region};
use crate::core::endpoint::Endpoint;
use crate::core::secret::Secret;
use crate::core::words::Say;
use crate::core::words::catalog::commands as texts;

pub use crate::core::client::{Client, Form, Section, Shell};

/// How a reader wants commands to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Where they are typed.
    pub shell: Shell,
    /// How the secret key gets to the client.
    pub form: Form,
    /// See [`Filling::is_for_others`].
    pub is_for_others: bool,
}

/// Which commands of all that there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Those of this client,
    pub client: Client,
    /// for the region with this index.
    pub region: usize,
}

/// What is known; what is not stays a placeholder.
#[derive(Clone, Copy, Debug)]
pub struct Filling<'a> {
    /// The page's configuration: its slots, and the operator's tabs.
    pub config: &'a Config,
    /// The chosen region, or one that stands for it.
    pub region: Option<&'a Region>,
    /// The S3 endpoint, where the catalog has another one than the region.
    pub s3: Option<&'a Endpoint>,
    /// The chosen credential.
    pub key: Option<Key<'a>>,
    /// The reader's own values, each with the index of its slot in the configuration.
    pub values: &'a [(usize, String)],
    /// Whether the secret key stays out of it, since it goes to somebody who must not have it: an
    /// agent, or whoever reads a ticket. A shell takes it from its environment then.
    pub is_for_others: bool,
    /// Whether the cloud is a made-up one: what is written then is no profile of the reader's.
    pub is_sample: bool,
}

/// A credential whose every part has been admitted.
#[derive(Clone, Copy, Debug)]
pub struct Key<'a> {
    /// The access key.
    pub access: &'a AccessKey,
    /// The secret key.
    pub secret: &'a SecretKey,
    /// The id of the project that it belongs to.
    pub project: &'a Id,
    /// The id of the user whose it is.
    pub user: &'a Id,
}

impl<'a> Filling<'a> {
    /// Where the object store answers S3.
    #[must_use]
    pub fn endpoint(&self) -> Option<&'a Endpoint> {
        self.s3.or(self.region.map(|region| &region.s3))
    }
}

/// One step of a client's how-to: a sentence and something to copy.
#[derive(Clone, Debug)]
pub struct Step {
    /// What it is a part of.
    pub section: Section,
    /// What the step does, as a sentence for the reader.
    pub lead: Say,
    /// The name of the copy button.
    pub copy_name: Say,
    /// What is shown and copied.
    pub snippet: Snippet,
    /// The reader's own values that belong into it, by the indices of their slots.
    pub variables: Vec<usize>,
    /// The file that it is, where it is one to save.
    pub file: Option<FileToSave>,
}

/// A file to save: whole, or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileToSave {
    /// Its name.
    pub name: String,
    /// Whether all of it is filled in.
    pub is_whole: bool,
}

/// Text with its secrets marked: shown masked and copied whole, from the same parts.
#[derive(Clone, Debug)]
pub struct Snippet {
    /// The language of the block, for its CSS class.
    pub language: Cow<'static, str>,
    /// The text, in order.
    pub parts: Vec<Part>,
}

/// A piece of a snippet.
#[derive(Clone, Debug)]
pub enum Part {
    /// Text that is the same for every reader.
    Plain(Cow<'static, str>),
    /// What a terminal shows around the commands: prompts and output, which are not copied.
    Around(String),
    /// A value that is not known yet: `<access-key>`.
    Placeholder(Cow<'static, str>),
    /// The same for a value that is known, and that cannot stand there.
    Refused(Cow<'static, str>),
    /// A known value, quoted for where it stands.
    Value(String),
    /// A secret value, quoted for where it stands.
    Secret(Secret),
}

impl Snippet {
    /// The whole text with its secrets, for the clipboard only.
    #[must_use]
    pub fn copied(&self) -> Secret {
        self.joined("")
    }

    /// The same as a file: its last line ends.
    #[must_use]
    pub fn saved(&self) -> Secret {
        self.joined("\n")
    }

    fn joined(&self, end: &str) -> Secret {
        // Never grown: a `String` that grows leaves its old bytes, and a secret in them, behind.
        let length: usize = self.parts.iter().map(|part| part.text().len()).sum();
        let mut text = String::with_capacity(length + end.len());
        for part in &self.parts {
            text.push_str(part.text());
        }
        text.push_str(end);
        Secret::new(text)
    }
}

impl Part {
    /// Whether something is not filled in there.
    #[must_use]
    pub fn is_gap(&self) -> bool {
        matches!(self, Self::Placeholder(_) | Self::Refused(_))
    }

    /// The text of the part as it is copied, also of a secret.
    fn text(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Placeholder(text) | Self::Refused(text) => text,
            Self::Value(text) => text,
            Self::Around(_) => "",
            Self::Secret(secret) => secret.expose(),
        }
    }
}

/// The steps of some sections of a client, in the order in which a reader takes them, in the form
/// and the shell of `edition`.
#[must_use]
pub fn steps(
    file: &ClientFile,
    sections: &[Section],
    style: Style,
    filling: Filling<'_>,
) -> Vec<Step> {
    let shell = shell_for(&file.shells, style.shell);
    let mut steps = Vec::new();
    for step in file.steps.iter().filter(|step| sections.contains(&step.section)) {
        if let Some(block) = step.block(shell, style.form) {
            steps.push(filled(step, block, file.is_guarded, filling));
        }
    }
    steps
}

fn filled(step: &ClientStep, block: &ClientBlock, guarded: bool, filling: Filling<'_>) -> Step {
    let FilledBlock { parts, variables } = fill::written(block, guarded, filling);
    Step {
        section: step.section,
        lead: Say::own(&step.lead),
        copy_name: block.copy_name.as_ref().map_or_else(
            || texts::COPY_BLOCK.into(),
            |name| if guarded { Say::own(name) } else { texts::COPY_OWN.written("what", name) },
        ),
        file: block.file.as_ref().zip(filling.profile()).map(|(name, profile)| FileToSave {
            name: with_profile(name, &profile),
            is_whole: !parts.iter().any(Part::is_gap),
        }),
        variables,
        snippet: Snippet { language: block.language.clone().into(), parts },
    }
}

/// The name of a file, for a region.
fn with_profile(name: &str, profile: &str) -> String {
    match name.split_once("<profile>") {
        Some((before, after)) => [before, profile, after].concat(),
        None => name.into(),
    }
}
