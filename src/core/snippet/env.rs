//! Environment variables, for programs that read no profile.
//!
//! They last as long as the shell. The question is asked in a command substitution, so that
//! its traps are not the shell's, and before anything is set, so that a shell which has another
//! key keeps it when the reader stops there. What would outrank the variables, or be used
//! together with them, is unset: a session token or a profile of another cloud. s5cmd asks Amazon
//! unless it finds the address under a name of its own.

use super::aws;
use super::script::ENV_GUARD;
use super::template::{Language, Template};
use crate::core::words::catalog::commands as texts;

pub(super) const PROMPT: Template = Template {
    lead: texts::ENV_PROMPT,
    copy_name: texts::COPY_COMMAND,
    language: Language::Script,
    text: &[
        "{\n",
        VALUES,
        "  keyfill_secret=$(\n",
        ENV_GUARD,
        "    trap 'stty echo' EXIT; trap 'exit 1' INT
    stty -echo; printf 'Secret key: ' >&2; read -r secret || true; echo >&2
    [ \"${#secret}\" -ge 8 ] &&
      [ -z \"$(printf %s \"$secret\" | LC_ALL=C tr -d 'A-Za-z0-9/+=._~-')\" ] ||
      { echo 'That is no secret key. Nothing was changed.' >&2; exit 1; }
    printf %s \"$secret\"
  ) && {
    unset ",
        OTHERS,
        "
    export \"$@\" AWS_SECRET_ACCESS_KEY=\"$keyfill_secret\"
    unset keyfill_secret; set --
    echo 'This shell is ready for region <region-name:ini>.'
  }
}",
    ],
};

pub(super) const QUICK: Template = Template {
    lead: texts::ENV_QUICK,
    copy_name: texts::COPY_COMMAND,
    language: Language::Script,
    text: &[
        "{\n",
        VALUES,
        "  unset ",
        OTHERS,
        "
  export \"$@\" AWS_SECRET_ACCESS_KEY=<secret-key>
  set --
  echo 'This shell is ready for region <region-name:ini>.'
}",
    ],
};

pub(super) const TEST: Template = Template {
    lead: texts::ENV_TEST,
    copy_name: texts::COPY_COMMAND,
    language: Language::Script,
    text: aws::TEST.text,
};

pub(super) const CHECK: Template = Template {
    lead: texts::CHECK,
    copy_name: texts::COPY_CHECK,
    language: Language::Commands,
    text: &["aws --region <signing-region> --endpoint-url <endpoint> s3 ls"],
};

pub(super) const USAGE: Template = Template {
    lead: texts::ENV_USE,
    copy_name: texts::COPY_COMMANDS,
    language: Language::Commands,
    text: &["aws s3api create-bucket --bucket <bucket>
aws s3 cp <file> s3://<bucket>/<file>
aws s3 ls s3://<bucket>/
aws s3 cp s3://<bucket>/<file> <file>.copy"],
};

/// The lines that set everything but the secret key, in a subshell.
pub(super) const SETTINGS: &str = "
  unset AWS_PROFILE AWS_SESSION_TOKEN
  unset AWS_ENDPOINT_URL_S3 AWS_IGNORE_CONFIGURED_ENDPOINT_URLS
  export AWS_ENDPOINT_URL=<endpoint>
  export AWS_REGION=<signing-region> AWS_DEFAULT_REGION=<signing-region>
  export AWS_REQUEST_CHECKSUM_CALCULATION=when_required
  export AWS_RESPONSE_CHECKSUM_VALIDATION=when_required
  export AWS_ACCESS_KEY_ID=<access-key>
";

/// Everything but the secret key, as arguments, so that it can be looked at before it is set.
const VALUES: &str = "  set -- AWS_REGION=<signing-region> AWS_DEFAULT_REGION=<signing-region> \\
    AWS_ENDPOINT_URL=<endpoint> \\
    S3_ENDPOINT_URL=<endpoint> \\
    AWS_REQUEST_CHECKSUM_CALCULATION=when_required \\
    AWS_RESPONSE_CHECKSUM_VALIDATION=when_required \\
    AWS_ACCESS_KEY_ID=<access-key>
";

/// What would outrank the variables, or be used together with them.
const OTHERS: &str = "AWS_PROFILE AWS_DEFAULT_PROFILE AWS_SESSION_TOKEN AWS_SECURITY_TOKEN \\
      AWS_ENDPOINT_URL_S3 AWS_IGNORE_CONFIGURED_ENDPOINT_URLS";
