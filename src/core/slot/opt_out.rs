//! What the author of a page wants to be left alone.

use super::Slots;

/// The slots that stay placeholders in a piece of code.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct OptOut {
    all: bool,
    slots: Vec<usize>,
}

impl OptOut {
    /// Nothing is left alone.
    pub const NOTHING: Self = Self { all: false, slots: Vec::new() };

    /// Adds what an attribute `data-keyfill` says: `off` for every slot, or `off region bucket`
    /// for these. Anything else says nothing.
    pub fn add(&mut self, mark: &str, slots: &Slots) {
        let mut words = words(mark);
        if words.next() != Some("off") {
            return;
        }
        let mut is_whole = true;
        for name in words {
            is_whole = false;
            self.slots.extend(slots.by_id(name).or_else(|| slots.by_name(name)));
        }
        self.all |= is_whole;
    }

    /// What a comment before the code says: `keyfill: off region`; `None` of any other comment.
    #[must_use]
    pub fn of_comment(comment: &str) -> Option<&str> {
        comment.trim().strip_prefix("keyfill:")
    }

    /// Whether every slot stays as it is.
    #[must_use]
    pub fn leaves_all(&self) -> bool {
        self.all
    }

    /// Whether the author is sure of the slot with this index.
    #[must_use]
    pub fn assures(&self, slot: usize) -> bool {
        let _ = slot;
        false
    }

    /// Whether the slot with this index stays as it is.
    #[must_use]
    pub fn leaves(&self, slot: usize) -> bool {
        self.all || self.slots.contains(&slot)
    }
}

pub(super) fn words(mark: &str) -> impl Iterator<Item = &str> {
    mark.split(|c: char| c == ',' || c.is_whitespace()).filter(|word| !word.is_empty())
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
        for other in ["", "on", "offregion", "region"] {
            assert_eq!(leaves(&|leave| leave.add(other, &slots)), (false, false), "{other}");
        }
        assert_eq!(OptOut::of_comment(" keyfill: off "), Some(" off"));
        assert_eq!(OptOut::of_comment("keyfill:off region"), Some("off region"));
        assert_eq!(OptOut::of_comment("more: off"), None);
    }
}
