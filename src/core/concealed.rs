//! What a field for a secret holds: its text is kept here, and the page has a dot for each of its
//! characters.
//!
//! A text that is only masked stands in clear in the accessibility tree, and browsers offer to
//! save what is typed into a field for passwords. What is not in the page is neither read out nor
//! saved: see "Fields for secrets" in `SECURITY.md`.

use std::ops::Range;

use crate::core::secret::Secret;

/// What stands in the page for each character.
const DOT: char = '•';
/// The most characters: more than any secret has, so that what is too long is refused as such.
const MOST: usize = 10_000;

/// The text of a field, and how it changes. Places are counted in characters.
#[derive(Clone, Debug)]
pub struct Concealed(Secret);

/// A text, and where the caret is in it.
pub type Edited = (Concealed, usize);

impl Concealed {
    /// A field with this text.
    #[must_use]
    pub fn new(text: Secret) -> Self {
        Self(text)
    }

    /// The text itself, which leaves the field.
    #[must_use]
    pub fn into_secret(self) -> Secret {
        self.0
    }

    /// What the page has.
    #[must_use]
    pub fn dots(&self) -> String {
        std::iter::repeat_n(DOT, self.count()).collect()
    }

    /// The field after a change that the browser is about to make, by the names of Input Events
    /// Level 2 (4.1.2); `None` for one that is none here, such as an undo.
    #[must_use]
    pub fn edited(&self, kind: &str, text: &Secret, selected: Range<usize>) -> Option<Edited> {
        if kind.starts_with("insert") {
            return Some(self.with(selected, text));
        }
        let Range { start, end } = selected;
        let gone = match kind {
            _ if start < end && kind.starts_with("delete") => start..end,
            "deleteContentBackward" => start.saturating_sub(1)..end,
            "deleteContentForward" => start..end + 1,
            // A word or a line: where one begins in a secret, nobody can see.
            "deleteWordBackward" | "deleteSoftLineBackward" | "deleteHardLineBackward" => 0..end,
            "deleteWordForward" | "deleteSoftLineForward" | "deleteHardLineForward" => {
                start..self.count()
            }
            _ => return None,
        };
        Some(self.with(gone, &Secret::new(String::new())))
    }

    /// The field after a change that could not be kept from the page: of a password manager, or
    /// of a keyboard that composes words. `value` is what stands there, and the caret is behind
    /// what came.
    #[must_use]
    pub fn changed(&self, value: &Secret, caret: usize) -> Edited {
        let (count, value) = (self.count(), value.expose());
        let length = value.chars().count();
        let caret = caret.min(length);
        if !value.contains(DOT) {
            return self.with(0..count, &Secret::new(value.into()));
        }
        let after = (length - caret).min(count);
        let dots = value.chars().take(caret).take_while(|c| *c == DOT).count();
        let before = dots.min(count - after);
        let came = part(value, before..caret);
        self.with(before..count - after, &came)
    }

    /// The text with `new` in the place of some characters.
    fn with(&self, place: Range<usize>, new: &Secret) -> Edited {
        let (old, new) = (self.0.expose(), new.expose());
        let count = self.count();
        let (start, end) = (place.start.min(count), place.end.min(count));
        let (start, end) = (start, end.max(start));
        let room = MOST.saturating_sub(count - (end - start));
        // Never grown: a `String` that grows leaves its old bytes behind.
        let mut text = String::with_capacity(old.len() + new.len());
        text.push_str(part(old, 0..start).expose());
        // A field of one line takes no line breaks (HTML Standard, 4.10.5.1.6).
        text.extend(new.chars().filter(|c| !matches!(c, '\r' | '\n')).take(room));
        let caret = text.chars().count();
        text.push_str(part(old, end..count).expose());
        (Self(Secret::new(text)), caret)
    }

    fn count(&self) -> usize {
        self.0.expose().chars().count()
    }
}

/// Some characters of a text.
fn part(text: &str, place: Range<usize>) -> Secret {
    let byte = |at| text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
    Secret::new(text.get(byte(place.start)..byte(place.end)).unwrap_or_default().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(text: &str) -> Secret {
        Secret::new(text.into())
    }

    fn field(text: &str) -> Concealed {
        Concealed::new(secret(text))
    }

    fn said(edited: &Edited) -> (String, usize) {
        (edited.0.0.expose().to_owned(), edited.1)
    }

    #[test]
    fn the_page_has_a_dot_for_each_character() {
        assert_eq!(field("aé😀").dots(), "•••");
        assert_eq!(field("").dots(), "");
    }

    #[test]
    fn what_is_typed_and_deleted_goes_where_the_caret_is() {
        for (kind, new, place, expected) in [
            ("insertText", "x", 1..1, ("axbé😀", 2)),
            ("insertText", "xy", 0..4, ("xy", 2)),
            ("insertFromPaste", " x\r\ny\n", 0..4, (" xy", 3)),
            ("insertFromDrop", "x", 4..4, ("abé😀x", 5)),
            ("deleteContentBackward", "", 4..4, ("abé", 3)),
            ("deleteContentBackward", "", 0..0, ("abé😀", 0)),
            ("deleteContentBackward", "", 1..3, ("a😀", 1)),
            ("deleteByCut", "", 1..3, ("a😀", 1)),
            ("deleteContentForward", "", 0..0, ("bé😀", 0)),
            ("deleteContentForward", "", 4..4, ("abé😀", 4)),
            ("deleteWordBackward", "", 3..3, ("😀", 0)),
            ("deleteSoftLineForward", "", 1..1, ("a", 1)),
            // What the browser says of a field that has changed meanwhile.
            ("insertText", "x", 9..12, ("abé😀x", 5)),
        ] {
            let edited = field("abé😀").edited(kind, &secret(new), place);
            let expected = (expected.0.to_owned(), expected.1);
            assert_eq!(edited.as_ref().map(said), Some(expected), "{kind}");
        }
        for kind in ["historyUndo", "historyRedo", "formatBold", "", "deleteByCut"] {
            assert!(field("ab").edited(kind, &secret("x"), 1..1).is_none(), "{kind}");
        }
    }

    #[test]
    fn what_others_put_there_is_taken() {
        for (value, caret, expected) in [
            ("hunter2", 7, ("hunter2", 7)),
            ("hunter2", 0, ("hunter2", 7)),
            ("", 0, ("", 0)),
            ("•••x", 4, ("abcx", 4)),
            ("x•••", 1, ("xabc", 1)),
            ("•xy••", 3, ("axybc", 3)),
            ("••", 2, ("ab", 2)),
            ("••", 0, ("bc", 0)),
            ("•x•", 2, ("axc", 2)),
        ] {
            let expected = (expected.0.to_owned(), expected.1);
            assert_eq!(said(&field("abc").changed(&secret(value), caret)), expected, "{value}");
        }
    }

    #[test]
    fn what_is_endless_is_cut_where_it_is_refused_anyway() {
        let edited = field("ab").edited("insertText", &secret(&"x".repeat(MOST)), 2..2);
        assert_eq!(edited.map(|(field, _)| field.count()), Some(MOST));
        assert!(!format!("{:?}", field("hunter2")).contains("hunter2"));
    }
}
