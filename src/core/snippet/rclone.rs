//! rclone: a remote with the name of the region.
//!
//! With `env_auth` and `profile` the remote holds no secret; that is in the shared profile, which
//! outranks keys in the environment. rclone's own `config create` is not used: it puts a file
//! into the place of a link (1.60), writes nothing where a file is mounted, and ends with 0.
//! rclone knows where its file is.
//! `sign_accept_encoding=false` keeps requests valid behind proxies that change that header.
//! The newest rclone does so for `provider=Ceph` by itself, and one that is too old for the
//! option (1.60) ignores it. Options outrank every variable of rclone's, so what proves the key
//! names all of it.

use super::script::{ASK, GIVE_UP, GUARD, PLAN, SAVE};
use super::section::MERGED;
use super::template::{Language, Template};
use super::{env, profile, proof};
use crate::core::words::catalog::commands as texts;

pub(super) const PROMPT: Template = Template {
    lead: texts::RCLONE_PROMPT,
    copy_name: texts::COPY_COMMAND,
    language: Language::Script,
    text: &[
        profile::VALUES,
        profile::NO_SECRET,
        GUARD,
        profile::FILE,
        CONFIG,
        GIVE_UP,
        profile::PROFILE,
        REMOTE,
        PLAN,
        MERGED,
        SAVE,
        LOOK,
        ASK,
        profile::WRITE,
        WRITE,
    ],
};

pub(super) const QUICK: Template = Template {
    lead: texts::RCLONE_QUICK,
    copy_name: texts::COPY_COMMAND,
    language: Language::Script,
    text: &[
        profile::VALUES,
        profile::SECRET,
        GUARD,
        profile::FILE,
        CONFIG,
        GIVE_UP,
        profile::PROFILE,
        REMOTE,
        PLAN,
        MERGED,
        SAVE,
        LOOK,
        profile::WRITE,
        WRITE,
    ],
};

pub(super) const TEST: Template = Template {
    lead: texts::TEST,
    copy_name: texts::COPY_COMMAND,
    language: Language::Script,
    text: &[
        "(\n  set -e\n",
        GIVE_UP,
        ASK,
        env::SETTINGS,
        proof::ALONE,
        "  export RCLONE_S3_SIGN_ACCEPT_ENCODING=false
  rclone --config /dev/null --low-level-retries 1 lsd :s3: --s3-provider Ceph \\
    --s3-env-auth --s3-endpoint <endpoint> --s3-region <signing-region>
)",
    ],
};

pub(super) const CHECK: Template = Template {
    lead: texts::CHECK,
    copy_name: texts::COPY_CHECK,
    language: Language::Commands,
    text: &["rclone --s3-endpoint <endpoint> --s3-region <signing-region> \\
  --s3-env-auth --s3-profile <region> --s3-access-key-id= --s3-secret-access-key= \\
  lsd <region>:"],
};

pub(super) const USAGE: Template = Template {
    lead: texts::RCLONE_USE,
    copy_name: texts::COPY_COMMANDS,
    language: Language::Commands,
    text: &["rclone mkdir <region>:<bucket>
rclone copyto <file> <region>:<bucket>/<file>
rclone ls <region>:<bucket>
rclone copyto <region>:<bucket>/<file> <file>.copy"],
};

const CONFIG: &str = "  config=$(rclone config file | tail -n 1)\n";

/// Prints the section.
const REMOTE: &str = "
  remote() {
    printf '[%s]\\n' \"$profile\"
    printf '%s = %s\\n' \\
      type s3 \\
      provider Ceph \\
      env_auth true \\
      profile \"$profile\" \\
      endpoint \"$endpoint\" \\
      region \"$region\" \\
      sign_accept_encoding false
  }
";

/// Both files, before one of them is changed.
const LOOK: &str = "
  ! grep -q '^RCLONE_ENCRYPT' \"$config\" 2> /dev/null ||
    give_up \"$config is encrypted: only rclone config can add a remote there.\"
  plan profile \"$file\"
  plan remote \"$config\"
";

const WRITE: &str = "
  plan remote \"$config\"
  save \"$config\"
  printf 'Remote %s is ready in %s.\\n' \"$profile\" \"$config\"
  env | awk -F= -v own=\"RCLONE_CONFIG_${profile}_\" '
    BEGIN { own = toupper(own); gsub(/-/, \"_\", own) }
    index($1, own) == 1 || index($1, \"RCLONE_S3_\") == 1 { names = names \" \" $1 }
    END { if (names) print \"In this shell it is outranked until you run: unset\" names }'
)";
