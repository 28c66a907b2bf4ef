//! What a reader copies: one file per client.
//!
//! A client's file holds its texts and nothing else: templates (`template.rs`) with the
//! sentences that lead to them, all of them constants, so that they can be read in one place
//! and be translated.

mod aws;
mod boto3;
mod env;
mod mc;
mod profile;
mod proof;
mod rclone;
pub(super) mod s3cmd;
pub(super) mod template;

use template::Template;

use crate::core::admit::{AccessKey, Id, SecretKey};
use crate::core::config::Region;
use crate::core::endpoint::Endpoint;
use crate::core::secret::Secret;

/// A program or library that speaks S3, in the order in which the tabs stand by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Client {
    /// AWS CLI, versions 1 and 2.
    Aws,
    /// MinIO client.
    Mc,
    /// s3cmd.
    S3cmd,
    /// rclone.
    Rclone,
    /// boto3, the AWS SDK for Python.
    Boto3,
    /// Environment variables, for programs that read no profile.
    Env,
}

/// How the secret key gets to the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Typed into a prompt that does not show it: neither in an argv nor in the shell's history.
    Prompt,
    /// In the command itself, which leaves traces.
    Quick,
}

/// What is known; what is not stays a placeholder.
#[derive(Clone, Copy, Debug)]
pub struct Filling<'a> {
    /// The chosen region; `None` only for the static page of a site with several.
    pub region: Option<&'a Region>,
    /// The S3 endpoint, where the catalog has another one than the region.
    pub s3: Option<&'a Endpoint>,
    /// The chosen credential.
    pub key: Option<Key<'a>>,
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
    pub lead: &'static str,
    /// What the copy button is for, after "Copy": `the command`.
    pub copy_name: &'static str,
    /// What is shown and copied.
    pub snippet: Snippet,
}

/// Text with its secrets marked: shown masked and copied whole, from the same parts.
#[derive(Clone, Debug)]
pub struct Snippet {
    /// The language of the block, for its CSS class.
    pub language: &'static str,
    /// The text, in order.
    pub parts: Vec<Part>,
}

/// A piece of a snippet.
#[derive(Clone, Debug)]
pub enum Part {
    /// Text that is the same for every reader.
    Plain(&'static str),
    /// A value that is not known yet: `<access-key>`.
    Placeholder(&'static str),
    /// A known value, quoted for where it stands.
    Value(String),
    /// A secret value, quoted for where it stands.
    Secret(Secret),
}

impl Client {
    /// Every client, in the default order of the tabs.
    pub const ALL: [Self; 6] =
        [Self::Aws, Self::Mc, Self::S3cmd, Self::Rclone, Self::Boto3, Self::Env];

    /// The name in the configuration.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Aws => "aws",
            Self::Mc => "mc",
            Self::S3cmd => "s3cmd",
            Self::Rclone => "rclone",
            Self::Boto3 => "boto3",
            Self::Env => "env",
        }
    }

    /// The client with this name in the configuration.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|client| client.id() == id)
    }
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
            Self::Secret(secret) => secret.expose(),
        }
    }
}

/// The steps for `client`, in the order in which a reader takes them.
///
/// [`Form::Prompt`]: the command, which holds no secret; the secret key alone, for the prompt
/// of that command; how the client is used from then on. [`Form::Quick`]: the command with the
/// secret in it, then the same use. The first line of the use lists the buckets, which proves
/// the key. Python has one more step before its use, which makes the client.
#[must_use]
pub fn steps(client: Client, form: Form, filling: Filling<'_>) -> Vec<Step> {
    let (prompt, quick, usage): (_, _, &[Template]) = match client {
        Client::Aws => (&aws::PROMPT, &aws::QUICK, &aws::USAGE),
        Client::Mc => (&mc::PROMPT, &mc::QUICK, &mc::USAGE),
        Client::S3cmd => (&s3cmd::PROMPT, &s3cmd::QUICK, &s3cmd::USAGE),
        Client::Rclone => (&rclone::PROMPT, &rclone::QUICK, &rclone::USAGE),
        Client::Boto3 => (&boto3::PROMPT, &boto3::QUICK, &boto3::USAGE),
        Client::Env => (&env::PROMPT, &env::QUICK, &env::USAGE),
    };
    let mut steps = Vec::with_capacity(4);
    match form {
        Form::Prompt => steps.extend([prompt.step(filling), template::SECRET_KEY.step(filling)]),
        Form::Quick => steps.push(quick.step(filling)),
    }
    steps.extend(usage.iter().map(|template| template.step(filling)));
    steps
}

/// The steps that prove the key of `filling`: the command that lists the buckets, and the secret
/// key for its prompt.
///
/// It stands on its own: no profile is read, so it works for a key that is in none yet, and
/// nothing stays on the machine.
#[must_use]
pub fn test_steps(client: Client, filling: Filling<'_>) -> Vec<Step> {
    let test = match client {
        Client::Aws => &aws::TEST,
        Client::Mc => &mc::TEST,
        Client::S3cmd => &s3cmd::TEST,
        Client::Rclone => &rclone::TEST,
        Client::Boto3 => &boto3::TEST,
        Client::Env => &env::TEST,
    };
    vec![test.step(filling), template::SECRET_KEY.step(filling)]
}
