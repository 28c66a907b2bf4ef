//! AWS CLI, versions 1 and 2: a profile with the name of the region.
//!
//! `aws configure` reads its answers from standard input when that is not a terminal, and
//! `printf` is built into the shell: so the secret key is in no argv. An empty answer keeps
//! what is there. It keeps the mode of a file that exists, hence the `chmod`. The checksum
//! settings are for stores that are older than AWS CLI 1.37 and 2.23, whose defaults they
//! refuse; `s3api create-bucket`, unlike `s3 mb`, sends no location constraint, which Ceph
//! compares with the name of its zone group.

use super::template::{ASK, Language, Template};
use super::{env, proof};

pub(super) const PROMPT: Template = Template {
    lead: "Add a profile for this region to the AWS CLI. The command asks for the secret key.",
    copy_name: "the command",
    language: Language::Shell,
    text: &[
        "(\n  set -e\n",
        ASK,
        SETTINGS,
        "  printf '%s\\n' <access-key> \"$secret\" <signing-region> '' |
    aws configure --profile <region> > /dev/null
  chmod 600 ~/.aws/credentials
)",
    ],
};

pub(super) const QUICK: Template = Template {
    lead: "Add a profile for this region to the AWS CLI.",
    copy_name: "the command",
    language: Language::Shell,
    text: &[
        "(\n  set -e\n",
        SETTINGS,
        "  aws configure set --profile <region> region <signing-region>
  aws configure set --profile <region> aws_access_key_id <access-key>
  aws configure set --profile <region> aws_secret_access_key \\
    <secret-key>
  chmod 600 ~/.aws/credentials
)",
    ],
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
        "  aws --endpoint-url <endpoint> s3 ls\n)",
    ],
};

pub(super) const USAGE: [Template; 1] = [Template {
    lead: "Use the profile from now on. If the first line lists your buckets, the key works.",
    copy_name: "the commands",
    language: Language::Shell,
    text: &["aws --profile <region> s3 ls
aws --profile <region> s3api create-bucket --bucket <bucket>
aws --profile <region> s3 cp <file> s3://<bucket>/<file>
aws --profile <region> s3 ls s3://<bucket>/
aws --profile <region> s3 cp s3://<bucket>/<file> <file>.copy"],
}];

const SETTINGS: &str = "  aws configure set --profile <region> endpoint_url <endpoint>
  aws configure set --profile <region> request_checksum_calculation when_required
  aws configure set --profile <region> response_checksum_validation when_required
  aws configure set --profile <region> s3.addressing_style path
";
