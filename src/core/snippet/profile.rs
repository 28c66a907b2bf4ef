//! A profile in `~/.aws/credentials`, written without the AWS CLI.
//!
//! The file is the one place for the secret key: boto3, rclone and others read it, so that
//! their own configuration holds no secret. The command keeps the other profiles and replaces
//! this one, up to the next section; it works without the directory, without the file, and
//! with a last line that does not end. The new file takes the place of the old one only when
//! it is complete, and has mode 0600 from its first byte. `-f` is for those who have made `mv`
//! an alias for `mv -i`.

/// Writes the profile with the secret key from the variable `secret`: lines for a subshell
/// with `set -e`.
pub(super) const WRITE: &str = "  umask 077
  mkdir -p ~/.aws; cd ~/.aws; touch credentials
  {
    awk -v name=<region> '/^ *\\[/ { mine = $1 == \"[\" name \"]\" } !mine' credentials
    printf '[%s]\\n' <region>
    printf '# region %s, project %s\\n' <region-name> <project-id>
    printf 'aws_access_key_id = %s\\n' <access-key>
    printf 'aws_secret_access_key = %s\\n' \"$secret\"
  } > credentials.new
  mv -f credentials.new credentials
";

/// The line that takes the place of the question in the quick form.
pub(super) const LITERAL: &str = "  secret=<secret-key>\n";
