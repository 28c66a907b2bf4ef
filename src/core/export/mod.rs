//! Files to download, for those who would rather not paste into a shell.
//!
//! Two kinds: with the secret key, for one client each; and without any secret, for programs
//! that sign in to Keystone. The latter hold ids only, since names may be anything.

mod files;

use crate::core::quote::Target;
use crate::core::secret::Secret;
use crate::core::snippet::{Filling, Snippet, s3cmd, template};

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
    pub fn note(self) -> &'static str {
        match self {
            Self::AwsCredentials => {
                "A profile with your secret key and the address of the store, for the AWS CLI, \
                 boto3 and others. Append it to ~/.aws/credentials, run chmod 600 on that file, \
                 and delete the download."
            }
            Self::RcloneConf => {
                "A remote with your secret key, for rclone. Append it to the file that \
                 the command rclone config file names, run chmod 600 on that file, and delete the download."
            }
            Self::S3cfg => {
                "A configuration of s3cmd with your secret key. Move it to ~/.s3cfg, or name it \
                 with s3cmd -c, and run chmod 600 on it."
            }
            Self::DotEnv => {
                "Variables with your secret key, for a container, a service or a library. Keep it \
                 out of Git, and run chmod 600 on it."
            }
            Self::CloudsYaml => {
                "Your user, project and region for openstack and openstacksdk, by their ids. It \
                 holds no secret: you are asked for your password. Move it to \
                 ~/.config/openstack/clouds.yaml, or add its cloud to the one that you have."
            }
            Self::Openrc => {
                "Your user, project and region for openstack, by their ids. It holds no secret: \
                 it asks for your password when you load it with the command source."
            }
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
        let (target, text): (_, &[&str]) = match self {
            Self::AwsCredentials => (Target::Ini, &[files::AWS_CREDENTIALS]),
            Self::RcloneConf => (Target::Ini, &[files::RCLONE_CONF]),
            Self::S3cfg => (Target::Ini, &s3cmd::FILE),
            Self::DotEnv => (Target::Dotenv, &[files::DOT_ENV]),
            Self::CloudsYaml => (Target::Yaml, &[files::CLOUDS_YAML]),
            Self::Openrc => (Target::Posix, &[files::OPENRC]),
        };
        let parts = template::parts(text, target, filling);
        template::is_filled(&parts).then(|| Snippet { language: "text".into(), parts }.copied())
    }
}
