//! s3cmd: a configuration file for each region, because it has no profiles.
//!
//! An old file is removed first, so that the new one has mode 0600 from its first byte.
//! `host_bucket` without `%(bucket)s` means path style, without `bucket_location` s3cmd signs
//! for the region `US`, and without `signurl_use_https` the links that it signs are http.

use super::template::{ASK, Language, Template};
use super::{env, proof};

pub(super) const PROMPT: Template = Template {
    lead: "Write a configuration file for this region. The command asks for the secret key.",
    copy_name: "the command",
    language: Language::Shell,
    text: &["(\n  set -e\n", ASK, OPEN, HEAD, "$secret", TAIL, CLOSE],
};

pub(super) const QUICK: Template = Template {
    lead: "Write a configuration file for this region.",
    copy_name: "the command",
    language: Language::Shell,
    text: &["(\n", OPEN, HEAD, SECRET, TAIL, CLOSE],
};

pub(super) const TEST: Template = Template {
    lead: "List the buckets with this key alone. No file is read or changed.",
    copy_name: "the command",
    language: Language::Shell,
    text: &[
        "(\n  set -e\n",
        ASK,
        env::SETTINGS,
        proof::ALONE,
        "  s3cmd -c /dev/stdin ls << END\n[default]",
        TAIL,
        CLOSE,
    ],
};

pub(super) const USAGE: [Template; 1] = [Template {
    lead: "Name the file in each command. If the first line lists your buckets, the key works.",
    copy_name: "the commands",
    language: Language::Shell,
    text: &["s3cmd -c ~/.s3cfg-<region> ls
s3cmd -c ~/.s3cfg-<region> mb s3://<bucket>
s3cmd -c ~/.s3cfg-<region> put <file> s3://<bucket>/<file>
s3cmd -c ~/.s3cfg-<region> ls s3://<bucket>
s3cmd -c ~/.s3cfg-<region> get s3://<bucket>/<file> <file>.copy"],
}];

const OPEN: &str = "  umask 077
  rm -f ~/.s3cfg-<region>
  cat > ~/.s3cfg-<region> << END
";

const CLOSE: &str = "END\n)";

/// The file up to the secret key.
const HEAD: &str = "[default]
# region <region-name:ini>, project <project-id:ini>
access_key = <access-key:ini>
secret_key = ";

const SECRET: &str = "<secret-key:ini>";

const TAIL: &str = "
host_base = <host:ini>
host_bucket = <host:ini>
bucket_location = <signing-region:ini>
use_https = <use-https>
signurl_use_https = <use-https>
signature_v2 = False
";

/// The whole file.
pub(in crate::core) const FILE: [&str; 3] = [HEAD, SECRET, TAIL];
