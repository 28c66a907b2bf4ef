//! Values of INI files.

/// `text` itself where every reader takes it literally to the end of the line, else `None`.
///
/// INI has no escapes, and every dialect adds something of its own: a line break starts a new
/// key or continues the last one, and white space at the ends is lost (Python's `configparser`);
/// a first `$` is a variable of the environment and quotes are stripped (s3cmd); a backtick
/// quotes and `%(x)s` expands (rclone); `#` or `;` may start a comment. `$`, backtick and `\`
/// are special in a here-document, too. So none of them is let in.
#[must_use]
pub fn value(text: &str) -> Option<&str> {
    let refused = |c: char| c.is_control() || "\"'`\\$%#;".contains(c);
    (!text.is_empty() && text.trim() == text && !text.contains(refused)).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_means_itself() {
        for good in ["Aur1", "s3-aur1.example:8080", "[::1]:8080", "aB/+=._~-", "å 😀"] {
            assert_eq!(value(good), Some(good));
        }
        for bad in
            ["", " a", "a ", "\u{a0}a", "a\nb", "a\r", "a\tb", "$A", "`a", "\"a\"", "%(a)s", "a;b"]
        {
            assert_eq!(value(bad), None, "{bad:?}");
        }
    }
}
