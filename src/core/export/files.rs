//! The texts of the files: templates, which `template.rs` fills.
//!
//! What is to be appended begins with an empty line, for files whose last line does not end.

/// botocore reads every setting of a profile in this file too, so one file is enough.
pub(super) const AWS_CREDENTIALS: &str = "
[<region>]
# region <region-name>, project <project-id>
aws_access_key_id = <access-key>
aws_secret_access_key = <secret-key>
region = <signing-region>
endpoint_url = <endpoint>
request_checksum_calculation = when_required
response_checksum_validation = when_required
s3 =
  addressing_style = path
";

pub(super) const RCLONE_CONF: &str = "
[<region>]
# region <region-name>, project <project-id>
type = s3
provider = Ceph
access_key_id = <access-key>
secret_access_key = <secret-key>
endpoint = <endpoint>
region = <signing-region>
sign_accept_encoding = false
";

pub(super) const DOT_ENV: &str = "# region <region-name>, project <project-id>
AWS_ENDPOINT_URL=<endpoint>
S3_ENDPOINT_URL=<endpoint>
AWS_REGION=<signing-region>
AWS_DEFAULT_REGION=<signing-region>
AWS_REQUEST_CHECKSUM_CALCULATION=when_required
AWS_RESPONSE_CHECKSUM_VALIDATION=when_required
AWS_ACCESS_KEY_ID=<access-key>
AWS_SECRET_ACCESS_KEY=<secret-key>
";

pub(super) const CLOUDS_YAML: &str = "clouds:
  <region>:
    auth_type: v3password
    auth:
      auth_url: <keystone-url>
      user_id: <user-id>
      project_id: <project-id>
    region_name: <region-name>
";

/// What another file set would be used together with this, so it is unset. The question is
/// asked in a command substitution, so that its traps are not the shell's.
pub(super) const OPENRC: &str = "# region <region-name>
unset OS_CLOUD OS_TOKEN OS_USERNAME OS_USER_DOMAIN_ID OS_USER_DOMAIN_NAME
unset OS_PROJECT_NAME OS_PROJECT_DOMAIN_ID OS_PROJECT_DOMAIN_NAME
unset OS_TENANT_ID OS_TENANT_NAME OS_DOMAIN_ID OS_DOMAIN_NAME OS_SYSTEM_SCOPE OS_TRUST_ID
unset OS_APPLICATION_CREDENTIAL_ID OS_APPLICATION_CREDENTIAL_NAME
unset OS_APPLICATION_CREDENTIAL_SECRET
export OS_IDENTITY_API_VERSION=3
export OS_AUTH_TYPE=v3password
export OS_AUTH_URL=<keystone-url>
export OS_REGION_NAME=<region-name>
export OS_USER_ID=<user-id>
export OS_PROJECT_ID=<project-id>
OS_PASSWORD=$(
  trap 'stty echo' EXIT; trap 'exit 1' INT
  stty -echo; printf 'Password: ' >&2; IFS= read -r password; echo >&2
  printf '%s' \"$password\"
)
export OS_PASSWORD
";

/// The whole file of s3cmd.
pub(super) const S3CFG: &str = "[default]
# region <region-name>, project <project-id>
access_key = <access-key>
secret_key = <secret-key>
host_base = <host>
host_bucket = <host>
bucket_location = <signing-region>
use_https = <use-https>
signurl_use_https = <use-https>
signature_v2 = False
";
