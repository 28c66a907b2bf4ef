//! Which characters cannot be seen.

use super::ignorable::IGNORABLE;

/// What else looks like nothing or like a plain space, and is neither: spaces that do not break
/// or have another width, line and paragraph separators, marks of annotations, and glyphs that
/// are blank by design, as the empty pattern of Braille is. The last two of the first plane are no
/// characters, and no reader of YAML or XML takes them.
const BLANK: [(u32, u32); 9] = [
    (0xa0, 0xa0),
    (0x2000, 0x200a),
    (0x2028, 0x2029),
    (0x202f, 0x202f),
    (0x205f, 0x205f),
    (0x2800, 0x2800),
    (0xfff9, 0xfffb),
    (0xfffe, 0xffff),
    (0x1d159, 0x1d159),
];

/// Those of the hidden characters that the words of an operator may have, as first and last code
/// points: the spaces of good typography, two letters of Persian and Hindi, and what chooses the
/// look of the character before it.
pub const TYPOGRAPHY: [(u32, u32); 5] =
    [(0xa0, 0xa0), (0x2000, 0x200a), (0x200c, 0x200d), (0x202f, 0x202f), (0xfe00, 0xfe0f)];

/// Whether `c` cannot be seen, or changes how text looks without being seen itself: a control
/// character, one that may be ignored by the Unicode property `Default_Ignorable_Code_Point`, or
/// a blank that is no plain space.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    c.is_control() || is_in(&IGNORABLE, c) || is_in(&BLANK, c)
}

/// The same for words that an operator has written for readers, which are never a value.
#[must_use]
pub fn is_hidden_in_words(c: char) -> bool {
    is_hidden(c) && !is_in(&TYPOGRAPHY, c)
}

/// Every hidden character but the control characters, for the plugin: first and last code points.
pub fn hidden_ranges() -> impl Iterator<Item = (u32, u32)> {
    IGNORABLE.into_iter().chain(BLANK)
}

fn is_in(ranges: &[(u32, u32)], c: char) -> bool {
    ranges.iter().any(|(first, last)| (*first..=*last).contains(&u32::from(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_hidden() {
        let hidden = "\0\n\u{7f}\u{85}\u{a0}\u{ad}\u{34f}\u{2003}\u{200b}\u{202e}\u{202f}\u{2800}\u{3164}\
            \u{fe0f}\u{feff}\u{fffb}\u{fffe}\u{ffff}\u{1d159}\u{e0001}\u{e0100}";
        assert!(hidden.chars().all(is_hidden));
        assert!(!" aå日😀\u{301}\u{3000}\u{fffd}\u{e000}".chars().any(is_hidden));
        assert!(!"\u{a0}\u{202f}\u{200d}\u{fe0f}".chars().any(is_hidden_in_words));
        assert!("\0\u{202e}\u{200b}\u{2800}".chars().all(is_hidden_in_words));
    }

    #[test]
    fn the_plugin_is_told_of_every_range() {
        let ranges: Vec<_> = hidden_ranges().collect();
        assert_eq!(ranges.len(), IGNORABLE.len() + BLANK.len());
        for (first, last) in ranges {
            let is_hidden_at = |code| char::from_u32(code).is_some_and(is_hidden);
            assert!(is_hidden_at(first) && is_hidden_at(last), "{first:x} to {last:x}");
        }
    }
}
