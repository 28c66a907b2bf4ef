//! boto3: the shared profile, and code that names it. No code ever holds a secret.

use super::script::{ASK, GIVE_UP};
use super::template::{Language, Template};
use super::{env, profile, proof};
use crate::core::words::catalog::commands as texts;

pub(super) const PROMPT: Template = Template {
    lead: texts::BOTO3_PROMPT,
    copy_name: texts::COPY_COMMAND,
    language: Language::Script,
    text: profile::PROMPT,
};

pub(super) const QUICK: Template = Template {
    lead: texts::BOTO3_QUICK,
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
        "  python3 -c 'import boto3, os; print(*(bucket[\"Name\"] for bucket in boto3.client(
    \"s3\", endpoint_url=os.environ[\"AWS_ENDPOINT_URL\"]
  ).list_buckets()[\"Buckets\"]), sep=\"\\n\")'
)",
    ],
};

pub(super) const CHECK: Template = Template {
    lead: texts::BOTO3_CHECK,
    copy_name: texts::COPY_CODE,
    language: Language::Python,
    text: &["# region <region-name:ini>, project <project-id:ini>
import boto3
from botocore.config import Config

session = boto3.Session(profile_name=<region>)
s3 = session.client(
    \"s3\",
    endpoint_url=<endpoint>,
    region_name=<signing-region>,
    config=Config(
        s3={\"addressing_style\": \"path\"},
        # Remove the next two lines for boto3 before 1.36.
        request_checksum_calculation=\"when_required\",
        response_checksum_validation=\"when_required\",
    ),
)
print([bucket[\"Name\"] for bucket in s3.list_buckets()[\"Buckets\"]])"],
};

pub(super) const USAGE: Template = Template {
    lead: texts::BOTO3_USE,
    copy_name: texts::COPY_CODE,
    language: Language::Python,
    text: &["s3.create_bucket(Bucket=\"<bucket>\")
s3.upload_file(\"<file>\", \"<bucket>\", \"<file>\")
print([item[\"Key\"] for item in s3.list_objects_v2(Bucket=\"<bucket>\")[\"Contents\"]])
s3.download_file(\"<bucket>\", \"<file>\", \"<file>.copy\")"],
};
