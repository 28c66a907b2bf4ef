//! The programs that commands are for: those that Keyfill knows, and the operator's own.

use crate::core::words::Text;
use crate::core::words::catalog::commands as texts;

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
    /// The operator's tab with this index.
    Own(u8),
}

/// A tab that the operator of the site wrote, for a client that Keyfill does not know, or in the
/// place of one that it knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// Its name in the configuration; that of a client that Keyfill knows where it takes the
    /// place of that one.
    pub id: String,
    /// What stands on it.
    pub label: String,
    /// At least one step.
    pub steps: Vec<TabStep>,
}

/// One step of such a tab: a sentence, and a block with slots as an author's page has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TabStep {
    /// What the step does.
    pub lead: String,
    /// What the copy button is for, after "Copy", if the operator says so.
    pub copy_name: Option<String>,
    /// The language of the block, as authors write it behind a fence; may be empty.
    pub language: String,
    /// The text of the block.
    pub text: String,
    /// Whether its slots stay as they are.
    pub off: bool,
}

impl Client {
    /// Every client that Keyfill knows, in the default order of the tabs.
    pub const ALL: [Self; 6] =
        [Self::Aws, Self::Mc, Self::S3cmd, Self::Rclone, Self::Boto3, Self::Env];

    /// The name in the configuration; that of an operator's tab is there, too.
    #[must_use]
    pub fn id(self, tabs: &[Tab]) -> &str {
        match self {
            Self::Aws => "aws",
            Self::Mc => "mc",
            Self::S3cmd => "s3cmd",
            Self::Rclone => "rclone",
            Self::Boto3 => "boto3",
            Self::Env => "env",
            Self::Own(index) => tabs.get(usize::from(index)).map_or("", |tab| &tab.id),
        }
    }

    /// What stands on its tab, where Keyfill knows it.
    #[must_use]
    pub fn label(self) -> Option<Text> {
        Some(match self {
            Self::Aws => texts::CLIENT_AWS,
            Self::Mc => texts::CLIENT_MC,
            Self::S3cmd => texts::CLIENT_S3CMD,
            Self::Rclone => texts::CLIENT_RCLONE,
            Self::Boto3 => texts::CLIENT_BOTO3,
            Self::Env => texts::CLIENT_ENV,
            Self::Own(_) => return None,
        })
    }

    /// The client with this name in the configuration. An operator's tab takes the place of a
    /// client that Keyfill knows.
    #[must_use]
    pub fn from_id(id: &str, tabs: &[Tab]) -> Option<Self> {
        match tabs.iter().position(|tab| tab.id == id) {
            Some(index) => u8::try_from(index).ok().map(Self::Own),
            None => Self::ALL.into_iter().find(|client| client.id(&[]) == id),
        }
    }

    /// Every client: those that Keyfill knows, then the operator's other tabs.
    #[must_use]
    pub fn all(tabs: &[Tab]) -> Vec<Self> {
        let known = Self::ALL.into_iter().map(|client| client.id(&[]));
        let mut clients = Vec::new();
        for id in known.chain(tabs.iter().map(|tab| tab.id.as_str())) {
            clients.extend(Self::from_id(id, tabs).filter(|client| !clients.contains(client)));
        }
        clients
    }
}
