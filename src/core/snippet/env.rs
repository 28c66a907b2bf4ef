//! Environment variables, for programs that read no profile.
//!
//! They last as long as the shell. The question is asked in a command substitution, so that
//! its traps are not the shell's. A session token or a profile of another cloud would be used
//! together with the keys, so both are unset.

use super::aws;
use super::template::{Language, Template};

pub(super) const PROMPT: Template = Template {
    lead: "Set the variables in this shell. The command asks for the secret key.",
    copy_name: "the command",
    language: Language::Shell,
    text: &[
        "{\n",
        SETTINGS,
        "  AWS_SECRET_ACCESS_KEY=$(
    trap 'stty echo' EXIT; trap 'exit 1' INT
    stty -echo; printf 'Secret key: ' >&2; read -r secret; echo >&2
    printf '%s' \"$secret\"
  )
  export AWS_SECRET_ACCESS_KEY
}",
    ],
};

pub(super) const QUICK: Template = Template {
    lead: "Set the variables in this shell.",
    copy_name: "the command",
    language: Language::Shell,
    text: &["{\n", SETTINGS, "  export AWS_SECRET_ACCESS_KEY=<secret-key>\n}"],
};

pub(super) const TEST: Template = Template {
    lead: "List the buckets with these variables alone, in a shell of their own.",
    copy_name: "the command",
    language: Language::Shell,
    text: aws::TEST.text,
};

pub(super) const USAGE: [Template; 1] = [Template {
    lead: "Start your program in the same shell. If the first line lists your buckets, the key \
           works.",
    copy_name: "the commands",
    language: Language::Shell,
    text: &["aws s3 ls
aws s3api create-bucket --bucket <bucket>
aws s3 cp <file> s3://<bucket>/<file>
aws s3 ls s3://<bucket>/
aws s3 cp s3://<bucket>/<file> <file>.copy"],
}];

/// The lines that set everything but the secret key.
pub(super) const SETTINGS: &str = "  unset AWS_PROFILE AWS_SESSION_TOKEN
  export AWS_ENDPOINT_URL=<endpoint>
  export AWS_REGION=<signing-region> AWS_DEFAULT_REGION=<signing-region>
  export AWS_REQUEST_CHECKSUM_CALCULATION=when_required
  export AWS_RESPONSE_CHECKSUM_VALIDATION=when_required
  export AWS_ACCESS_KEY_ID=<access-key>
";
