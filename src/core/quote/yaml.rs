//! Scalars of YAML.

use super::{Quote, json, plain};

/// A whole scalar: plain where every reader takes it for a string, else in double quotes, which
/// have the escapes of JSON (YAML 1.2, 5.7).
pub const SCALAR: Quote = json::LITERAL.whole("\"", is_string);

/// The same between the brackets of a flow, where a `:` may end a key.
pub const FLOW: Quote = json::LITERAL.whole("\"", is_flow_string);

/// Inside of double quotes.
pub const DOUBLE: Quote = json::STRING;

/// Inside of single quotes, where a quote is written twice.
pub const SINGLE: Quote = Quote::inside(&[("'", "'")]);

/// Whether `text` can be a part of a plain scalar that is a string in any case.
#[must_use]
pub fn is_part(text: &str) -> bool {
    let is_first = text.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '/');
    is_first && plain::is_plain(text) && !text.ends_with(':')
}

/// The same between the brackets of a flow.
#[must_use]
pub fn is_flow_part(text: &str) -> bool {
    is_part(text) && !text.as_bytes().contains(&b':')
}

/// Whether `text` can follow a tag or an anchor.
#[must_use]
pub fn is_tagged(text: &str) -> bool {
    is_flow_part(text) && is_flow_string(text)
}

/// What YAML 1.1 or 1.2 reads as something else than a string, in lower case.
const WORDS: [&str; 9] = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"];

/// Whether `text` is a plain scalar that is a string.
fn is_string(text: &str) -> bool {
    let is_inner = |b: u8| b.is_ascii_alphanumeric() || b"._/:@+-".contains(&b);
    let is_first = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    (is_first || is_no_number(text))
        && !text.ends_with(':')
        && text.bytes().all(is_inner)
        && !WORDS.iter().any(|word| word.eq_ignore_ascii_case(text))
}

fn is_flow_string(text: &str) -> bool {
    is_string(text) && !text.as_bytes().contains(&b':')
}

/// Whether `text`, which begins with a digit, has a letter that is in no number and no date.
fn is_no_number(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_based = bytes.get(1).is_some_and(|b| b"xXoObB".contains(b));
    let is_letter = |b: &u8| b.is_ascii_alphabetic() && !b"eEtTzZ".contains(b);
    bytes.first().is_some_and(u8::is_ascii_digit) && !is_based && bytes.iter().any(is_letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_string_is_quoted() {
        for plain in ["kna1", "3f9ca1", "https://s3-aur1.example:8080", "/a/b", "nope", "a-b_c"] {
            assert_eq!(SCALAR.write(plain, false, false).as_deref(), Some(plain));
        }
        for text in [
            "12345",
            "1e5",
            "0x1f",
            "0b1",
            "0o7",
            "1_000",
            "true",
            "Null",
            "YES",
            "n",
            "~",
            "2026-11-01",
            "2001-12-14t21:59:43.10Z",
            "1:30",
            ".inf",
            "a:",
            "a b",
            "#a",
            "-",
            "",
            "=",
            "<<",
            "é",
        ] {
            let quoted = ["\"", text, "\""].concat();
            assert_eq!(SCALAR.write(text, false, false), Some(quoted));
        }
        assert_eq!(SCALAR.write("60", false, true).as_deref(), Some("60"));
        assert_eq!(SCALAR.write("060", false, true).as_deref(), Some("\"060\""));
        assert_eq!(FLOW.write("a:b", false, false).as_deref(), Some("\"a:b\""));
        assert_eq!(SINGLE.write("it's", false, false).as_deref(), Some("it''s"));
    }

    #[test]
    fn parts_of_plain_scalars() {
        for good in ["a", "/a", "7", "a-b"] {
            assert!(is_part(good) && is_flow_part(good), "{good}");
        }
        for bad in ["", ".a", "_a", "-a", "a b", "a:"] {
            assert!(!is_part(bad) && !is_flow_part(bad), "{bad}");
        }
        assert!(is_part("a:b") && !is_flow_part("a:b"));
        assert!(is_tagged("ab") && !is_tagged("true") && !is_tagged("a:b") && !is_tagged(".a"));
        assert_eq!(FLOW.write("ab", false, false).as_deref(), Some("ab"));
        assert_eq!(FLOW.write("true", false, false).as_deref(), Some("\"true\""));
    }
}
