//! rclone: a remote with the name of the region.
//!
//! With `env_auth` and `profile` the remote holds no secret; that is in the shared profile.
//! `sign_accept_encoding=false` keeps requests valid behind proxies that change that header.
//! The newest rclone does so for `provider=Ceph` by itself, and one that is too old for the
//! option (1.60) ignores it.

use super::template::{ASK, Language, Template};
use super::{env, profile, proof};

pub(super) const PROMPT: Template = Template {
    lead: "Add a profile for this region, and a remote that uses it. The command asks for the \
           secret key.",
    copy_name: "the command",
    language: Language::Shell,
    text: &[
        "(\n  set -e\n",
        ASK,
        profile::WRITE,
        "  rclone config create <region> s3 provider=Ceph env_auth=true profile=<region> \\
    endpoint=<endpoint> region=<signing-region> sign_accept_encoding=false
)",
    ],
};

pub(super) const QUICK: Template = Template {
    lead: "Add a remote for this region.",
    copy_name: "the command",
    language: Language::Shell,
    text: &["rclone config create <region> s3 provider=Ceph \\
  access_key_id=<access-key> \\
  secret_access_key=<secret-key> \\
  endpoint=<endpoint> region=<signing-region> sign_accept_encoding=false"],
};

pub(super) const TEST: Template = Template {
    lead: proof::LEAD,
    copy_name: "the command",
    language: Language::Shell,
    text: &[
        "(\n  set -e\n",
        ASK,
        env::SETTINGS,
        proof::ALONE,
        "  export RCLONE_S3_SIGN_ACCEPT_ENCODING=false
  rclone --config /dev/null --low-level-retries 1 lsd :s3: --s3-provider Ceph \\
    --s3-env-auth --s3-endpoint <endpoint> --s3-region <signing-region>
)",
    ],
};

pub(super) const USAGE: [Template; 1] = [Template {
    lead: "Use the remote from now on. If the first line lists your buckets, the key works.",
    copy_name: "the commands",
    language: Language::Shell,
    text: &["rclone lsd <region>:
rclone mkdir <region>:<bucket>
rclone copyto <file> <region>:<bucket>/<file>
rclone ls <region>:<bucket>
rclone copyto <region>:<bucket>/<file> <file>.copy"],
}];
