//! Proof of a key: by what the reader has set up, and by the key alone.
//!
//! The first is the step behind the set-up. The environment of the shell may outrank what was set
//! up, and then another store or another project would answer for it; so the command names what
//! it must use, as options of the client, and where the client has none, takes the variable away
//! for itself. A project without buckets lists nothing, which the sentence says.
//!
//! The second is the test of a key, without a stored profile: the key may be one that is in none
//! yet. A subshell holds the secret key in its environment and ends with the client, so nothing
//! is left behind. What the reader has stored or set for another cloud would be used together
//! with the key, so it is out of the way. Where a variable would still win, the address stands in
//! the arguments; only the secret key must not stand there.

/// The environment on top of that of `env.rs`, after the secret key was asked for: lines for a
/// subshell. The last variables are old names that s3cmd and botocore still read.
pub(super) const ALONE: &str = "  export AWS_SECRET_ACCESS_KEY=\"$secret\"
  export AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null
  unset AWS_DEFAULT_PROFILE AWS_SECURITY_TOKEN AWS_ACCESS_KEY AWS_SECRET_KEY
";
