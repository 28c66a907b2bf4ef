//! AWS CLI, versions 1 and 2: a profile with the name of the region.
//!
//! The environment outranks a profile, so what proves the key names the store and the region as
//! options, which outrank both. `s3api create-bucket`, unlike `s3 mb`, sends no location
//! constraint, which Ceph compares with the name of its zone group.

use super::script::{ASK, GIVE_UP};
use super::template::{Language, Template};
use super::{env, profile, proof};
use crate::core::words::catalog::commands as texts;

pub(super) const PROMPT: Template = Template {
    lead: texts::AWS_PROMPT,
    copy_name: texts::COPY_COMMAND,
    language: Language::Script,
    text: profile::PROMPT,
};

pub(super) const QUICK: Template = Template {
    lead: texts::AWS_QUICK,
    copy_name: texts::COPY_COMMAND,
    language: Language::Script,
    text: profile::QUICK,
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
        "  aws --endpoint-url <endpoint> s3 ls\n)",
    ],
};

pub(super) const CHECK: Template = Template {
    lead: texts::CHECK,
    copy_name: texts::COPY_CHECK,
    language: Language::Commands,
    text: &["aws --profile <region> --region <signing-region> \\
  --endpoint-url <endpoint> s3 ls"],
};

pub(super) const USAGE: Template = Template {
    lead: texts::AWS_USE,
    copy_name: texts::COPY_COMMANDS,
    language: Language::Commands,
    text: &["aws --profile <region> s3api create-bucket --bucket <bucket>
aws --profile <region> s3 cp <file> s3://<bucket>/<file>
aws --profile <region> s3 ls s3://<bucket>/
aws --profile <region> s3 cp s3://<bucket>/<file> <file>.copy"],
};
