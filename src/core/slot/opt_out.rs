//! What the author of a page says of a piece of code: what is left alone in it, and what is sure.

use super::Slots;

/// What an author says of the slots of a piece of code.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct OptOut {
    /// They stay placeholders.
    off: Marked,
    /// Their values belong there, where nothing but evidence is missing.
    sure: Marked,
}

/// The slots that are meant.
#[derive(Debug, Default, PartialEq, Eq)]
struct Marked {
    all: bool,
    slots: Vec<usize>,
}

impl OptOut {
    /// Nothing is said.
    pub const NOTHING: Self = Self { off: Marked::NONE, sure: Marked::NONE };
    /// Everything is sure.
    pub const SURE: Self = Self { off: Marked::NONE, sure: Marked::ALL };

    /// Adds what an attribute `data-keyfill` says: `off` for every slot, or `off region bucket`
    /// for these, and `sure` in the same way; or several, as in `off region; sure`. Anything else
    /// says nothing.
    pub fn add(&mut self, mark: &str, slots: &Slots) {
        mark.split(';').for_each(|clause| self.add_clause(clause, slots));
    }

    fn add_clause(&mut self, clause: &str, slots: &Slots) {
        let mut words = words(clause);
        let marked = match words.next() {
            Some("off") => &mut self.off,
            Some("sure") => &mut self.sure,
            _ => return,
        };
        let mut is_whole = true;
        for name in words {
            is_whole = false;
            marked.slots.extend(slots.by_id(name).or_else(|| slots.by_name(name)));
        }
        marked.all |= is_whole;
    }

    /// What a comment before the code says: `keyfill: off region`; `None` of any other comment.
    #[must_use]
    pub fn of_comment(comment: &str) -> Option<&str> {
        comment.trim().strip_prefix("keyfill:")
    }

    /// Whether every slot stays as it is.
    #[must_use]
    pub fn leaves_all(&self) -> bool {
        self.off.all
    }

    /// Whether the author is sure of the slot with this index.
    #[must_use]
    pub fn assures(&self, slot: usize) -> bool {
        self.sure.has(slot)
    }

    /// Whether the slot with this index stays as it is.
    #[must_use]
    pub fn leaves(&self, slot: usize) -> bool {
        self.off.has(slot)
    }
}

impl Marked {
    const NONE: Self = Self { all: false, slots: Vec::new() };
    const ALL: Self = Self { all: true, slots: Vec::new() };

    fn has(&self, slot: usize) -> bool {
        self.all || self.slots.contains(&slot)
    }
}

pub(super) fn words(clause: &str) -> impl Iterator<Item = &str> {
    clause.split(|c: char| c == ',' || c.is_whitespace()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_author_opts_out_of_all_or_of_some() {
        let slots = Slots::defaults();
        let (region, bucket) = (slots.by_name("region").unwrap(), slots.by_name("bucket").unwrap());
        let leaves = |add: &dyn Fn(&mut OptOut)| {
            let mut leave = OptOut::default();
            add(&mut leave);
            (leave.leaves(region), leave.leaves(bucket))
        };
        assert_eq!(leaves(&|leave| leave.add("off", &slots)), (true, true));
        assert_eq!(leaves(&|leave| leave.add(" off  bucket-name, nothing", &slots)), (false, true));
        assert_eq!(leaves(&|leave| leave.add("off nothing", &slots)), (false, false));
        for other in ["", "on", "offregion", "region", "sure", "sure region"] {
            assert_eq!(leaves(&|leave| leave.add(other, &slots)), (false, false), "{other}");
        }
        assert_eq!(OptOut::of_comment(" keyfill: off "), Some(" off"));
        assert_eq!(OptOut::of_comment("keyfill:off region"), Some("off region"));
        assert_eq!(OptOut::of_comment("more: off"), None);
    }

    #[test]
    fn an_author_is_sure_of_all_or_of_some() {
        let slots = Slots::defaults();
        let (key, bucket) = (slots.by_id("secret-key").unwrap(), slots.by_id("bucket").unwrap());
        for (mark, assured) in [
            ("sure", (true, true)),
            ("sure secret-key", (true, false)),
            ("sure <Bucket>", (false, true)),
            ("off", (false, false)),
            ("", (false, false)),
        ] {
            let mut said = OptOut::default();
            said.add(mark, &slots);
            assert_eq!((said.assures(key), said.assures(bucket)), assured, "{mark}");
        }
        let mut both = OptOut::default();
        both.add("off bucket; sure", &slots);
        assert!(both.leaves(bucket) && !both.leaves(key) && both.assures(key));
        assert!(OptOut::SURE.assures(key) && !OptOut::SURE.leaves(key));
    }
}
