//! String literals for Python.

use super::{Quote, plain};

/// Inside of a string, whatever its quotes.
pub const TEXT: Quote = Quote::inside(&[("\\\"'", "\\")]);

/// A string of its own, or a number.
pub const LITERAL: Quote =
    Quote::inside(&[("\\\"", "\\")]).whole("\"", plain::never).with_numbers();

/// Inside of an f-string, whose braces are written twice.
pub const FORMATTED: Quote = Quote::inside(&[("\\\"'", "\\"), ("{", "{"), ("}", "}")]);

/// Inside of a raw string, which has no escapes.
pub const RAW: Quote = Quote::inside(&[]).except(needs_escape);

/// Inside of a raw f-string.
pub const RAW_FORMATTED: Quote = Quote::inside(&[("{", "{"), ("}", "}")]).except(needs_escape);

/// Inside of bytes, which are ASCII.
pub const BYTES: Quote = TEXT.except(is_beyond_ascii);

/// Inside of raw bytes.
pub const RAW_BYTES: Quote = RAW.except(needs_escape_or_beyond_ascii);

fn needs_escape(text: &str) -> bool {
    text.contains(['\\', '"', '\''])
}

fn is_beyond_ascii(text: &str) -> bool {
    !text.is_ascii()
}

fn needs_escape_or_beyond_ascii(text: &str) -> bool {
    needs_escape(text) || is_beyond_ascii(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_escapes_takes_no_quotes() {
        let write = |quote: &Quote, text: &str| quote.write(text, false, false);
        for quote in [&RAW, &RAW_FORMATTED, &RAW_BYTES] {
            assert_eq!(write(quote, "a b").as_deref(), Some("a b"));
            for bad in ["a\\", "\"", "'"] {
                assert_eq!(write(quote, bad), None, "{bad}");
            }
        }
        assert_eq!(write(&RAW, "å").as_deref(), Some("å"));
        for quote in [&BYTES, &RAW_BYTES] {
            assert_eq!(write(quote, "å"), None);
        }
        assert_eq!(write(&BYTES, "a'").as_deref(), Some("a\\'"));
        assert_eq!(write(&FORMATTED, "{a}").as_deref(), Some("{{a}}"));
        assert_eq!(write(&RAW_FORMATTED, "{a}").as_deref(), Some("{{a}}"));
    }
}
