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

/// `text` as a string literal in ASCII.
///
/// Almost a JSON string, but a character outside the Basic Multilingual Plane is one `\U`
/// escape: Python keeps the surrogate pairs of JSON as two characters (Python Language
/// Reference, "Escape sequences").
#[must_use]
pub fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                literal.push('\\');
                literal.push(c);
            }
            ' '..='~' => literal.push(c),
            '\0'..='\u{ffff}' => escape(&mut literal, 'u', 4, c),
            _ => escape(&mut literal, 'U', 8, c),
        }
    }
    literal.push('"');
    literal
}

fn needs_escape(text: &str) -> bool {
    text.contains(['\\', '"', '\''])
}

fn is_beyond_ascii(text: &str) -> bool {
    !text.is_ascii()
}

fn needs_escape_or_beyond_ascii(text: &str) -> bool {
    needs_escape(text) || is_beyond_ascii(text)
}

/// Writes `\` with `kind` and the code of `c` in `digits` hex digits.
fn escape(literal: &mut String, kind: char, digits: u32, c: char) {
    literal.push('\\');
    literal.push(kind);
    for place in (0..digits).rev() {
        let digit = (u32::from(c) >> (4 * place)) & 0xf;
        literal.push(char::from_digit(digit, 16).unwrap_or('0'));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals() {
        for (text, quoted) in [
            ("Aur1", r#""Aur1""#),
            ("\"\\", r#""\"\\""#),
            ("\n\u{7f}", r#""\u000a\u007f""#),
            ("å😀", r#""\u00e5\U0001f600""#),
        ] {
            assert_eq!(literal(text), quoted);
        }
    }

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
