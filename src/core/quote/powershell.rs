//! Words for `PowerShell`.

use super::Quote;

/// Inside of single quotes, where a quote is written twice ("About Quoting Rules").
pub const SINGLE: Quote = Quote::inside(&[("'", "'")]).except(has_other_quotes);

/// A whole word of a command, or an expression.
pub const WORD: Quote = SINGLE.whole("'", is_bare).with_numbers().naming("\"$env:", "\"");

/// Inside of double quotes, where a backtick escapes.
pub const DOUBLE: Quote =
    Quote::inside(&[("`\"$", "`")]).except(has_other_quotes).naming("${env:", "}");

/// Whether `text` has a quotation mark that counts as a quote, too ("`PowerShell` Language
/// Specification", 2.3.5.2), or a double quote: before 7.3, those are lost on the way to a
/// program, and a `\` at the end of a word with a space escapes the quote that it gets.
fn has_other_quotes(text: &str) -> bool {
    (text.ends_with('\\') && text.contains(' '))
        || text
            .chars()
            .any(|c| matches!(c, '"' | '\u{2018}'..='\u{201b}' | '\u{201c}'..='\u{201e}'))
}

/// Whether `text` is a word that is read as a string: a digit first may make a number.
fn is_bare(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/')
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"._/:-".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words() {
        for (text, word) in [
            ("kna1", Some("kna1")),
            ("C:/a b", Some("'C:/a b'")),
            ("it's", Some("'it''s'")),
            ("$a`", Some("'$a`'")),
            ("1e5", Some("'1e5'")),
            ("@a", Some("'@a'")),
            ("\"", None),
            ("it\u{2019}s", None),
        ] {
            assert_eq!(WORD.write(text, false, false).as_deref(), word, "{text}");
        }
        assert_eq!(WORD.write("60", false, true).as_deref(), Some("60"));
        assert_eq!(WORD.write("060", false, true).as_deref(), Some("'060'"));
        assert_eq!(DOUBLE.write("$a`'", false, false).as_deref(), Some("`$a``'"));
        assert_eq!(DOUBLE.write("\u{201d}", false, false), None);
    }
}
