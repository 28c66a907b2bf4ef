//! s3cmd: a configuration file for each region, because it has no profiles.
//!
//! The file is ours alone, so all of it is replaced; a link is written through, and no variable of
//! the environment outranks it. `host_bucket` without `%(bucket)s` means path style, without
//! `bucket_location` s3cmd signs for the region `US`, and without `signurl_use_https` the links
//! that it signs are http.

use super::script::{ASK, GIVE_UP, GUARD, PLAN, SAVE};
use super::template::{Language, Template};
use super::{env, proof};
use crate::core::words::catalog::commands as texts;

pub(super) const PROMPT: Template = Template {
    lead: texts::S3CMD_PROMPT,
    copy_name: texts::COPY_COMMAND,
    language: Language::Script,
    text: &[
        VALUES,
        "  secret=\n",
        GUARD,
        NAME,
        GIVE_UP,
        SETTINGS,
        PLAN,
        MERGED,
        SAVE,
        LOOK,
        ASK,
        WRITE,
    ],
};

pub(super) const QUICK: Template = Template {
    lead: texts::S3CMD_QUICK,
    copy_name: texts::COPY_COMMAND,
    language: Language::Script,
    text: &[
        VALUES,
        "  secret=<secret-key>\n",
        GUARD,
        NAME,
        GIVE_UP,
        SETTINGS,
        PLAN,
        MERGED,
        SAVE,
        WRITE,
    ],
};

pub(super) const TEST: Template = Template {
    lead: texts::S3CMD_TEST,
    copy_name: texts::COPY_COMMAND,
    language: Language::Script,
    text: &[
        "(\n  set -e\n",
        GIVE_UP,
        ASK,
        env::SETTINGS,
        proof::ALONE,
        "  s3cmd -c /dev/stdin ls << END\n[default]",
        TAIL,
        "END\n)",
    ],
};

pub(super) const CHECK: Template = Template {
    lead: texts::CHECK,
    copy_name: texts::COPY_CHECK,
    language: Language::Commands,
    text: &["s3cmd -c ~/.s3cfg-<region> ls"],
};

pub(super) const USAGE: Template = Template {
    lead: texts::S3CMD_USE,
    copy_name: texts::COPY_COMMANDS,
    language: Language::Commands,
    text: &["s3cmd -c ~/.s3cfg-<region> mb s3://<bucket>
s3cmd -c ~/.s3cfg-<region> put <file> s3://<bucket>/<file>
s3cmd -c ~/.s3cfg-<region> ls s3://<bucket>
s3cmd -c ~/.s3cfg-<region> get s3://<bucket>/<file> <file>.copy"],
};

const VALUES: &str = "(
  set -e
  profile=<region> region=<signing-region>
  endpoint=<host>
  access_key=<access-key>
";

const NAME: &str = "  file=$HOME/.s3cfg-$profile\n";

const SETTINGS: &str = "
  settings() {
    printf '%s\\n' '[default]' '# region <region-name:ini>, project <project-id:ini>'
    printf '%s = %s\\n' \\
      access_key \"$access_key\" \\
      secret_key \"$secret\" \\
      host_base \"$endpoint\" \\
      host_bucket \"$endpoint\" \\
      bucket_location \"$region\" \\
      use_https <use-https> \\
      signurl_use_https <use-https> \\
      signature_v2 False
  }
";

/// The file is what the settings are, whatever was in it.
const MERGED: &str = "
  merged() { command cat; }
";

const LOOK: &str = "
  plan settings \"$file\"
";

const WRITE: &str = "
  plan settings \"$file\"
  [ ! -e \"$file\" ] || chmod 600 \"$file\"
  save \"$file\"
  printf 'The file %s is ready.\\n' \"$file\"
)";

const TAIL: &str = "
host_base = <host:ini>
host_bucket = <host:ini>
bucket_location = <signing-region:ini>
use_https = <use-https>
signurl_use_https = <use-https>
signature_v2 = False
";

/// The whole file.
pub(in crate::core) const FILE: [&str; 2] = [
    "[default]
# region <region-name:ini>, project <project-id:ini>
access_key = <access-key:ini>
secret_key = <secret-key:ini>",
    TAIL,
];
