//! Strings of HCL.

use super::{Quote, plain};

/// Inside of a template in quotes, where `${` and `%{` begin a part that is evaluated, and
/// `$${` does not (HCL native syntax, "Template Literals").
pub const STRING: Quote =
    Quote { has_templates: true, ..Quote::inside(&[("\\\"", "\\")]) }.except(is_unclear);

/// A string of its own, or a number.
pub const LITERAL: Quote = STRING.whole("\"", plain::never).with_numbers();

/// Whether a `$` or a `%` of `text` could be taken for an escape, or for the start of a template
/// with what stands after `text`; or whether it could be read as other characters.
fn is_unclear(text: &str) -> bool {
    let is_doubled = |pair: &[u8]| matches!(pair, b"$$" | b"%%");
    text.ends_with(['$', '%'])
        || text.as_bytes().windows(2).any(is_doubled)
        || text.chars().any(may_be_normalized)
}

/// Whether `c` is none of those that mean themselves in Unicode's normal form C, into which every
/// string is brought (HCL native syntax, "Unicode normalization"): a name with a combining accent
/// would be another name. Latin letters, kana, Han, syllables of Hangul and pictures stay.
fn may_be_normalized(c: char) -> bool {
    !matches!(
        c,
        '\0'..='\u{2ff}'
            | '\u{3041}'..='\u{3096}'
            | '\u{30a1}'..='\u{30fa}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{ac00}'..='\u{d7a3}'
            | '\u{1f300}'..='\u{1faff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_not_evaluated() {
        for (text, literal) in [
            ("a b", Some("\"a b\"")),
            ("${a} %{b} $ {", Some("\"$${a} %%{b} $ {\"")),
            ("\"\\", Some("\"\\\"\\\\\"")),
            ("$", None),
            ("$${a}", None),
            ("100%", None),
            (
                "\u{e5}\u{65e5}\u{30ab}\u{d55c}\u{1f600}",
                Some("\"\u{e5}\u{65e5}\u{30ab}\u{d55c}\u{1f600}\""),
            ),
            ("e\u{301}", None),
            ("\u{212b}", None),
            ("\u{1100}\u{1161}", None),
        ] {
            assert_eq!(LITERAL.write(text, false, false).as_deref(), literal, "{text}");
        }
    }
}
