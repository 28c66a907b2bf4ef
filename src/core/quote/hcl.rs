//! Strings of HCL.

use super::{Quote, plain};

/// Inside of a template in quotes, where `${` and `%{` begin a part that is evaluated, and
/// `$${` does not (HCL native syntax, "Template Literals").
pub const STRING: Quote =
    Quote { has_templates: true, ..Quote::inside(&[("\\\"", "\\")]) }.except(is_unclear);

/// A string of its own, or a number.
pub const LITERAL: Quote = STRING.whole("\"", plain::never).with_numbers();

/// Whether a `$` or a `%` of `text` could be taken for an escape, or for the start of a template
/// with what stands after `text`.
fn is_unclear(text: &str) -> bool {
    let is_doubled = |pair: &[u8]| matches!(pair, b"$$" | b"%%");
    text.ends_with(['$', '%']) || text.as_bytes().windows(2).any(is_doubled)
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
        ] {
            assert_eq!(LITERAL.write(text, false, false).as_deref(), literal, "{text}");
        }
    }
}
