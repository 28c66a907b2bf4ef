//! Files to download, for those who would rather not paste into a shell.
//!
//! Two kinds: with the secret key, for one client each; and without any secret, for programs
//! that sign in to Keystone. The latter hold ids only, since names may be anything.

mod files;
mod template;

use crate::core::quote::Target;
use crate::core::secret::Secret;
use crate::core::snippet::{Filling, Part, Snippet};
use crate::core::words::Text;
use crate::core::words::catalog::commands as texts;

/// A file that can be downloaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFile {
    /// A profile for `~/.aws/credentials`, for AWS CLI, boto3 and others.
    AwsCredentials,
    /// A remote for `rclone.conf`.
    RcloneConf,
    /// A configuration file of s3cmd.
    S3cfg,
    /// Variables, for libraries, containers and services.
    DotEnv,
    /// A cloud for `clouds.yaml`, of openstackclient and openstacksdk.
    CloudsYaml,
    /// A script that sets the variables of openstackclient, and asks for the password.
    Openrc,
}

impl ExportFile {
    /// Every file, those with a secret first.
    pub const ALL: [Self; 6] = [
        Self::AwsCredentials,
        Self::RcloneConf,
        Self::S3cfg,
        Self::DotEnv,
        Self::CloudsYaml,
        Self::Openrc,
    ];

    /// The name of the download, for the `profile` of a region. It has no dot in front, which
    /// browsers replace, and says whether there is a secret inside.
    #[must_use]
    pub fn name(self, profile: &str) -> String {
        let (before, after) = match self {
            Self::AwsCredentials => ("aws-", "-secret.ini"),
            Self::RcloneConf => ("rclone-", "-secret.conf"),
            Self::S3cfg => ("s3cfg-", "-secret.ini"),
            Self::DotEnv => ("", "-secret.env"),
            Self::CloudsYaml => ("clouds-", "-no-secret.yaml"),
            Self::Openrc => ("openrc-", "-no-secret.sh"),
        };
        [before, profile, after].concat()
    }

    /// What it holds, where it belongs, and what to do with it.
    #[must_use]
    pub fn note(self) -> Text {
        match self {
            Self::AwsCredentials => texts::EXPORT_AWS,
            Self::RcloneConf => texts::EXPORT_RCLONE,
            Self::S3cfg => texts::EXPORT_S3CFG,
            Self::DotEnv => texts::EXPORT_DOTENV,
            Self::CloudsYaml => texts::EXPORT_CLOUDS,
            Self::Openrc => texts::EXPORT_OPENRC,
        }
    }

    /// Whether there is a secret inside.
    #[must_use]
    pub fn holds_secret(self) -> bool {
        !matches!(self, Self::CloudsYaml | Self::Openrc)
    }

    /// The text, or `None` while something that it needs is not known.
    #[must_use]
    pub fn text(self, filling: Filling<'_>) -> Option<Secret> {
        let (target, text) = match self {
            Self::AwsCredentials => (Target::Ini, files::AWS_CREDENTIALS),
            Self::RcloneConf => (Target::Ini, files::RCLONE_CONF),
            Self::S3cfg => (Target::Ini, files::S3CFG),
            Self::DotEnv => (Target::Dotenv, files::DOT_ENV),
            Self::CloudsYaml => (Target::Yaml, files::CLOUDS_YAML),
            Self::Openrc => (Target::Posix, files::OPENRC),
        };
        let parts = template::parts(text, target, filling)?;
        Some(Snippet { language: "text".into(), parts }.copied())
    }
}
