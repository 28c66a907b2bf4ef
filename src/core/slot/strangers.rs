//! Names that are no slots, for those who check a page: were they meant to be?
//!
//! The page asks for none of this, and has none of it in its wasm.

use super::{Slots, find, name, opt_out};

/// Everything in `text` that looks like a placeholder and is no slot, by its name: not what the
/// text closes as a tag.
#[must_use]
pub fn in_code<'a>(text: &'a str, slots: &Slots) -> Vec<&'a str> {
    let names = find::bracketed(text).map(|(_, name)| name);
    let is_closed = |name: &str| text.contains(&["</", name, ">"].concat());
    names.filter(|name| is_stranger(name, slots) && !is_closed(name)).collect()
}

/// What an author says of some code under names that are those of no slot: `off regoin`.
#[must_use]
pub fn in_mark(mark: &str, slots: &Slots) -> Vec<String> {
    let is_known = |name: &str| slots.by_id(name).or_else(|| slots.by_name(name)).is_some();
    let mut said = Vec::new();
    for clause in mark.split(';') {
        let mut words = opt_out::words(clause);
        if let Some(word @ ("off" | "sure")) = words.next() {
            let strangers = words.filter(|name| !is_known(name));
            said.extend(strangers.map(|name| [word, " ", name].concat()));
        }
    }
    said
}

/// Whether a slot could have this name, and none has. Unlike a slot's, it has a letter or a digit
/// at both ends: `<-x->` is no slip of anybody's pen.
fn is_stranger(name: &str, slots: &Slots) -> bool {
    let ends = [name.chars().next(), name.chars().next_back()];
    ends.into_iter().flatten().all(name::is_of_word)
        && name::can_match(name)
        && slots.by_name(name).is_none()
}

impl Slots {
    /// Gives a slot one more name, unless it is that of one: what would happen to a placeholder if
    /// it had the right name?
    pub fn add_name(&mut self, slot: usize, text: &str) {
        if let (None, Some(slot)) = (self.by_name(text), self.0.get_mut(slot)) {
            slot.names.push(name::normal(name::bare(text)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_code() {
        let slots = Slots::defaults();
        for (text, names) in [
            ("<regoin> <region> <Your region>", &["regoin", "Your region"][..]),
            ("<a>b</a> <br/> < x > <a=b> <42> <-x-> <<y>>", &[]),
            ("sort < file > x; a<b && c>d", &[]),
            ("<größe> <käse-1> <хост>", &["größe", "käse-1", "хост"]),
            ("<…> <→> <a…>", &[]),
        ] {
            assert_eq!(in_code(text, &slots), names, "{text}");
        }
    }

    #[test]
    fn names_in_marks() {
        let slots = Slots::defaults();
        assert_eq!(in_mark("off regoin, bucket <Region> x", &slots), ["off regoin", "off x"]);
        assert_eq!(in_mark("sure regoin; off bukket", &slots), ["sure regoin", "off bukket"]);
        assert!(in_mark("of regoin", &slots).is_empty() && in_mark("", &slots).is_empty());
    }

    #[test]
    fn a_slot_gets_a_name_that_is_free() {
        let mut slots = Slots::defaults();
        let (region, bucket) = (slots.by_id("region"), slots.by_id("bucket"));
        slots.add_name(region.unwrap_or_default(), "your_region");
        slots.add_name(region.unwrap_or_default(), "Bucket");
        assert_eq!(slots.by_name("<Your Region>"), region);
        assert_eq!(slots.by_name("bucket"), bucket);
    }
}
