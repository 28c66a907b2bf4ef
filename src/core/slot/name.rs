//! Names of slots: which can be, and which are the same.

use crate::core::admit::is_hidden_in_words;
use crate::core::json::Json;
use crate::core::rules::{LONGEST_SLOT_LABEL, LONGEST_SLOT_NAME};
use crate::core::words::{Say, Text};

/// `text` without the angle brackets around it, if there are both.
pub(super) fn bare(text: &str) -> &str {
    text.strip_prefix('<').and_then(|inner| inner.strip_suffix('>')).unwrap_or(text)
}

/// What is the same in all ways to write a name: lower case, without spaces, `-` and `_`.
#[must_use]
pub fn normal(name: &str) -> String {
    let mut normal = String::with_capacity(name.len());
    normalize(name, &mut normal);
    normal
}

/// Puts the normal form of `name` in the place of what `normal` holds.
pub(super) fn normalize(name: &str, normal: &mut String) {
    normal.clear();
    // A no-break space is what an entity in HTML makes of a space.
    normal.extend(name.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '-' | '_')).map(lower));
}

/// Whether code can hold `<name>` as a slot.
///
/// A space at an end makes it none: `sort < file > sorted` has no slot.
#[must_use]
pub fn can_match(name: &str) -> bool {
    let is_inner = |c: char| is_of_word(c) || " \u{a0}-_.".contains(c);
    has_ends(name)
        && name.chars().nth(LONGEST_SLOT_NAME).is_none()
        && name.chars().all(is_inner)
        && name.chars().any(is_letter)
}

/// Whether `c` is a letter or a digit.
pub(super) fn is_of_word(c: char) -> bool {
    is_letter(c) || c.is_ascii_digit()
}

/// Whether `name` neither begins nor ends with a space, and is not empty.
pub(super) fn has_ends(name: &str) -> bool {
    !name.is_empty() && !name.starts_with([' ', '\u{a0}']) && !name.ends_with([' ', '\u{a0}'])
}

/// Whether readers can be shown `text` as the name of a slot.
fn is_label(text: &str) -> bool {
    !text.trim().is_empty()
        && text.chars().nth(LONGEST_SLOT_LABEL).is_none()
        && !text.chars().any(is_hidden_in_words)
}

/// The label of the slot `id`: as an author has `written` it, else the one that is known, else the
/// id with a capital, and spaces for hyphens. The plugin sends all labels where one of the slots is
/// the author's, also those that are known.
pub(super) fn label(id: &str, written: Option<&Json>, known: Option<Text>) -> Option<Say> {
    let written = match written {
        None => None,
        Some(Json::Text(text)) if is_label(text) => Some(text),
        Some(_) => return None,
    };
    if let Some(known) = known
        && written.is_none_or(|text| known.english().1 == text)
    {
        return Some(known.into());
    }
    if let Some(text) = written {
        return Some(Say::own(text));
    }
    let mut label = id.replace('-', " ");
    if let Some(first) = label.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    Some(Say::own(&label))
}

/// Beyond ASCII roughly: what can be seen, outside of the blocks of punctuation and symbols. The
/// tables that know better are large.
fn is_letter(c: char) -> bool {
    let is_symbol = matches!(c, '×' | '÷' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}');
    c.is_ascii_alphabetic()
        || matches!(c, 'ª' | 'º')
        || (c >= 'À' && !is_symbol && !crate::core::admit::is_hidden(c))
}

/// Lower case for the alphabets of Europe; the tables for all scripts are large.
fn lower(c: char) -> char {
    let code = u32::from(c);
    let lower = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => {
            code + 32
        }
        'Ѐ'..='Џ' => code + 80,
        // Latin Extended-A: a capital beside its small letter.
        'Ā'..='į' | 'Ĳ'..='ķ' | 'Ŋ'..='ŷ' => code | 1,
        'Ĺ'..='ň' | 'Ź'..='ž' => (code + 1) & !1,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_to_write_a_name() {
        for text in ["access-key", "Access Key", "ACCESS_KEY", "accesskey", "access\u{a0}key"] {
            assert_eq!(normal(text), "accesskey");
        }
        assert_eq!(bare("<a>"), "a");
        assert_eq!(bare("<a"), "<a");
    }

    #[test]
    fn lower_case_is_what_unicode_says() {
        for c in ('\0'..='\u{24f}').chain('Ͱ'..='Ͽ').chain('Ѐ'..='џ') {
            if lower(c) != c {
                assert_eq!(c.to_lowercase().collect::<Vec<_>>(), [lower(c)], "{c}");
            }
        }
        for c in ('A'..='Z').chain('À'..='Ö').chain('Ø'..='Þ').chain('Α'..='Ρ').chain('Σ'..='Ϋ')
        {
            assert_ne!(lower(c), c);
        }
        for c in ('А'..='Я').chain("ĀĮĲĶŊŶĹŇŹŽЀЏ".chars()) {
            assert_ne!(lower(c), c);
        }
    }

    #[test]
    fn names_that_can_match() {
        for good in ["a", "access key", "s3.host", "hink-namn", "хост", "1a", &"a".repeat(64)] {
            assert!(can_match(good), "{good}");
        }
        let long = "a".repeat(65);
        for bad in [
            "",
            " a",
            "a ",
            "\u{a0}a",
            "12",
            "-",
            "a<b",
            "a>",
            "a\nb",
            "a/b",
            "a\u{200b}",
            &long,
            "…",
            "a→b",
            "€",
            "a×b",
        ] {
            assert!(!can_match(bad), "{bad:?}");
        }
    }
}
