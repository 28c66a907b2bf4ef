//! Words for fish.

use super::Quote;

/// Inside of single quotes, where `\` escapes itself and the quote (fish, "Quotes").
pub const SINGLE: Quote = Quote::inside(&[("\\'", "\\")]);

/// A word, or a piece of one.
pub const WORD: Quote = SINGLE.whole("'", is_bare).naming("\"$", "\"");

/// Inside of double quotes.
pub const DOUBLE: Quote = Quote::inside(&[("\\\"$", "\\")]);

/// Whether `text` needs no quotes.
fn is_bare(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"_@+:./-".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words() {
        for (text, word) in [
            ("a/b.c", "a/b.c"),
            ("a b", "'a b'"),
            (r"it's\", r"'it\'s\\'"),
            ("$a", "'$a'"),
            ("a,b", "'a,b'"),
        ] {
            assert_eq!(WORD.write(text, false, false).as_deref(), Some(word));
        }
        assert_eq!(DOUBLE.write("\"$'\\`", false, false).as_deref(), Some("\\\"\\$'\\\\`"));
    }
}
