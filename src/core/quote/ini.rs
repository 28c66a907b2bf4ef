//! Values of INI files, which have no escapes: each dialect adds something of its own. A line break
//! starts a new key or continues the last one, and white space at the ends is lost (Python's
//! `configparser`); a first `$` is a variable of the environment and quotes are stripped (s3cmd); a
//! backtick quotes and `%(x)s` expands (rclone); `#` or `;` may start a comment.

use super::plain;

/// Whether `text` means itself to every reader, PHP's among them ("`parse_ini_file`"): it has
/// operators, such as `&`, `!` and `~`, words that are truth values or nothing, and constants.
#[must_use]
pub fn is_common(text: &str) -> bool {
    const WORDS: [&str; 8] = ["true", "false", "on", "off", "yes", "no", "none", "null"];
    // The names of constants: `PHP_OS`, `E_ALL`, `INF`.
    let is_upper = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_';
    let is_constant = text.bytes().all(is_upper)
        && (text.contains('_') || matches!(text, "INF" | "NAN" | "TRUE" | "FALSE" | "NULL"));
    plain::is_plain(text)
        && !is_constant
        && !text.ends_with('=')
        && !WORDS.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// Whether `text` can be a secret key, for those who read one.
#[must_use]
pub fn is_secret(text: &str) -> bool {
    let is_inner = |b: u8| b.is_ascii_alphanumeric() || b"/+=._~-".contains(&b);
    !text.is_empty() && !text.starts_with(['=', '~', '-']) && text.bytes().all(is_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_php_would_read_as_something_else() {
        for good in ["my-bucket", "ABC", "A1", "a_b", "a/b", "12", "offline", "INFO", "nulls"] {
            assert!(is_common(good), "{good}");
        }
        for bad in ["", "PHP_OS", "E_ALL", "A1_B", "INF", "NAN", "a=", "off", "None", "a b", "a&b"]
        {
            assert!(!is_common(bad), "{bad}");
        }
    }

    #[test]
    fn what_a_secret_key_is() {
        for good in ["aB3/+=._~-", "/a", "+a", "0badc0de"] {
            assert!(is_secret(good), "{good}");
        }
        for bad in ["", "=a", "~a", "-a", "a b", "a!", "å"] {
            assert!(!is_secret(bad), "{bad}");
        }
    }
}
