//! A profile in the credentials file of AWS, for the AWS CLI, boto3, rclone and others.
//!
//! That file is the one place for the secret key. It holds the settings of the profile too: every
//! client that is made with botocore reads them there, so that one file is enough, and no program
//! takes the key to Amazon because it was set up by another tab. `aws configure` is not used: it
//! turns the ends of lines, keeps a session token of the key before, and writes the secret into a
//! file that others can read. The checksum settings are for stores that are older than AWS CLI
//! 1.37 and 2.23, whose defaults they refuse.

use super::script::{ASK, GIVE_UP, GUARD, PLAN, SAVE};
use super::section::MERGED;

/// Sets the profile up; the script asks for the secret key.
pub(super) const PROMPT: &[&str] = &[
    VALUES, NO_SECRET, GUARD, FILE, GIVE_UP, PROFILE, PLAN, MERGED, SAVE, LOOK, ASK, WRITE,
    OUTRANKED, ")",
];

/// The same with the secret key in the script.
pub(super) const QUICK: &[&str] = &[
    VALUES, SECRET, GUARD, FILE, GIVE_UP, PROFILE, PLAN, MERGED, SAVE, LOOK, WRITE, OUTRANKED, ")",
];

/// The values, each of them once.
pub(super) const VALUES: &str = "(
  set -e; export LC_ALL=C
  profile=<region> region=<signing-region>
  endpoint=<endpoint>
  access_key=<access-key>
";

/// The shell that runs this may have a variable of that name.
pub(super) const NO_SECRET: &str = "  secret=\n";

/// What takes the place of the question in the quick form.
pub(super) const SECRET: &str = "  secret=<secret-key>\n";

/// Where the clients read, so where to write: without a colon, since botocore takes an empty
/// variable for the name of a file, too.
pub(super) const FILE: &str = "  file=${AWS_SHARED_CREDENTIALS_FILE-$HOME/.aws/credentials}\n";

/// Prints the section.
pub(super) const PROFILE: &str = "
  profile() {
    printf '[%s]\\n' \"$profile\"
    printf '# %s\\n' 'region <region-name:ini>, project <project-id:ini>'
    printf '%s = %s\\n' \\
      aws_access_key_id \"$access_key\" \\
      aws_secret_access_key \"$secret\" \\
      region \"$region\" \\
      endpoint_url \"$endpoint\" \\
      request_checksum_calculation when_required \\
      response_checksum_validation when_required
    printf 's3 =\\n  addressing_style = path\\n'
  }
";

/// Before the question: whether it can be done.
const LOOK: &str = "
  plan profile \"$file\"
";

/// Nobody else can read the file when the secret comes in.
pub(super) const WRITE: &str = "
  plan profile \"$file\"
  [ ! -e \"$file\" ] || chmod 600 \"$file\"
  save \"$file\"
  printf 'Profile %s is ready in %s.\\n' \"$profile\" \"$file\"
";

/// The set-up says what the clients prefer to the profile; `aws` and `boto3` do.
const OUTRANKED: &str = "  env | awk -F= '
    /^AWS_((DEFAULT_)?REGION|ENDPOINT_URL(_S3)?|IGNORE_CONFIGURED_ENDPOINT_URLS)=/ {
      names = names \" \" $1
    }
    END { if (names) print \"In this shell it is outranked until you run: unset\" names }'
";
