//! Words for POSIX shells and zsh.

use super::Quote;

/// Inside of single quotes, which are left for a quote.
pub const SINGLE: Quote = Quote::inside(&[("'", r"'\'")]);

/// A word, or a piece of one, bare where no shell could read more into it. Single quotes keep
/// everything but themselves (POSIX XCU 2.2.2), in interactive shells also `!`.
pub const WORD: Quote = SINGLE.whole("'", is_bare).naming("\"$", "\"");

/// A piece of a word with a quote beside it: zsh may be set to read two single quotes as one that
/// is no end (zshoptions, "`RC_QUOTES`").
pub const ESCAPED: Quote =
    Quote { is_bare, ..Quote::inside(&[(" !\"#$&'()*,;<=>?[\\]^`{|}~", "\\")]) };

/// Inside of double quotes (POSIX XCU 2.2.3). In interactive shells a `!` cannot be there.
pub const DOUBLE: Quote = Quote::inside(&[("\\\"$`", "\\")]).naming("${", "}");

/// Whether `text` needs no quotes. `=` and `~` are not bare: zsh expands them, also after a
/// `:` in assignments (zshexpn, "Filename Expansion").
fn is_bare(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"_@%+:,./-".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words() {
        for (text, quoted) in [
            ("https://s3-aur1.example:8080", "https://s3-aur1.example:8080"),
            ("", "''"),
            ("it's", r"'it'\''s'"),
            ("=ls", "'=ls'"),
            ("a b", "'a b'"),
            ("http://[::1]:80", "'http://[::1]:80'"),
        ] {
            assert_eq!(WORD.write(text, false, false).as_deref(), Some(quoted));
        }
    }

    #[test]
    fn a_piece_beside_a_quote_is_escaped() {
        for (text, piece) in [("a,b", "a,b"), ("a b", r"a\ b"), ("it's", r"it\'s"), ("", "")] {
            assert_eq!(ESCAPED.write(text, false, false).as_deref(), Some(piece));
        }
        assert_eq!(DOUBLE.write("\"$`\\'", false, false).as_deref(), Some("\\\"\\$\\`\\\\'"));
    }
}
