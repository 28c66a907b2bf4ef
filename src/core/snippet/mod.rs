//! What a reader copies: one file per client.
//!
//! A client's file holds its texts and nothing else: templates (`template.rs`) with the
//! sentences that lead to them, all of them constants, so that they can be read in one place
//! and be translated.

mod aws;
mod boto3;
mod env;
mod mc;
mod own;
mod profile;
mod proof;
mod rclone;
pub(super) mod s3cmd;
mod script;
mod section;
mod target;
pub(super) mod template;

pub use target::CopyTarget;

use std::borrow::Cow;

use template::Template;

use crate::core::admit::{AccessKey, Id, SecretKey};
use crate::core::config::{Config, Region};
use crate::core::endpoint::Endpoint;
use crate::core::secret::Secret;
use crate::core::words::Say;

pub use crate::core::client::Client;

/// How the secret key gets to the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Typed into a prompt that does not show it: neither in an argv nor in the shell's history.
    Prompt,
    /// In the command itself, which leaves traces.
    Quick,
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
    /// Whether the region is chosen. Else what is known of it is a placeholder: on the static
    /// page of a site with several.
    pub is_chosen: bool,
    /// The S3 endpoint, where the catalog has another one than the region.
    pub s3: Option<&'a Endpoint>,
    /// The chosen credential.
    pub key: Option<Key<'a>>,
    /// The reader's own values, each with the index of its slot in the configuration.
    pub values: &'a [(usize, String)],
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
    /// What the step does, as a sentence for the reader.
    pub lead: Say,
    /// The name of the copy button.
    pub copy_name: Say,
    /// What is shown and copied.
    pub snippet: Snippet,
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
    /// A known value, quoted for where it stands.
    Value(String),
    /// A secret value, quoted for where it stands.
    Secret(Secret),
}

impl Snippet {
    /// The whole text with its secrets, for the clipboard only.
    #[must_use]
    pub fn copied(&self) -> Secret {
        // Never grown: a `String` that grows leaves its old bytes, and a secret in them, behind.
        let mut text = String::with_capacity(self.parts.iter().map(|p| p.text().len()).sum());
        for part in &self.parts {
            text.push_str(part.text());
        }
        Secret::new(text)
    }
}

impl Part {
    /// The text of the part as it is copied, also of a secret.
    fn text(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Placeholder(text) => text,
            Self::Value(text) => text,
            Self::Around(_) => "",
            Self::Secret(secret) => secret.expose(),
        }
    }
}

/// The steps for `client`, in the order in which a reader takes them.
///
/// [`Form::Prompt`]: the command, which holds no secret; the secret key alone, for the prompt
/// of that command; what proves the key, by listing the buckets; how the client is used from then
/// on. [`Form::Quick`]: the command with the secret in it, then the same proof and use. An
/// operator's tab has its own steps, which are the same in both forms.
#[must_use]
pub fn steps(client: Client, form: Form, filling: Filling<'_>) -> Vec<Step> {
    if let Some(tab) = filling.config.tab(client) {
        return own::steps(tab, filling);
    }
    let known = known(client);
    let mut steps = Vec::with_capacity(4);
    match form {
        Form::Prompt => {
            steps.extend([known.prompt.step(filling), template::SECRET_KEY.step(filling)]);
        }
        Form::Quick => steps.push(known.quick.step(filling)),
    }
    steps.extend([known.check.step(filling), known.usage.step(filling)]);
    steps
}

/// How many of those steps set the client up; those after them show how it is used.
#[must_use]
pub fn set_up_steps(client: Client, form: Form) -> usize {
    match (client, form) {
        (Client::Own(_), _) => usize::MAX,
        (_, Form::Prompt) => 2,
        (_, Form::Quick) => 1,
    }
}

/// The steps that prove the key of `filling`: the command that lists the buckets, and the secret
/// key for its prompt.
///
/// It stands on its own: no profile is read, so it works for a key that is in none yet, and
/// nothing stays on the machine. An operator's tab has no test: that of the client whose place
/// it takes is shown, else that of the first client of the site that has one.
#[must_use]
pub fn test_steps(client: Client, filling: Filling<'_>) -> Vec<Step> {
    let Config { tabs, clients, .. } = filling.config;
    let replaced = Client::from_id(client.id(tabs), &[]);
    let first = clients.iter().copied().find(|client| !matches!(client, Client::Own(_)));
    let test = known(replaced.or(first).unwrap_or(Client::Aws)).test;
    vec![test.step(filling), template::SECRET_KEY.step(filling)]
}

/// The texts of a client that Keyfill knows.
struct Known {
    prompt: &'static Template,
    quick: &'static Template,
    check: &'static Template,
    usage: &'static Template,
    test: &'static Template,
}

fn known(client: Client) -> Known {
    macro_rules! texts {
        ($client:ident) => {
            Known {
                prompt: &$client::PROMPT,
                quick: &$client::QUICK,
                check: &$client::CHECK,
                usage: &$client::USAGE,
                test: &$client::TEST,
            }
        };
    }
    match client {
        Client::Aws => texts!(aws),
        Client::Mc => texts!(mc),
        Client::S3cmd => texts!(s3cmd),
        Client::Rclone => texts!(rclone),
        Client::Boto3 => texts!(boto3),
        // An operator's tab has texts of its own.
        Client::Env | Client::Own(_) => texts!(env),
    }
}
