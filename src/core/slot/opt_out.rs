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
        let mut words = mark.split(|c: char| c == ',' || c.is_whitespace());
        if words.find(|word| !word.is_empty()) != Some("off") {
            return;
        }
        let mut is_whole = true;
        for name in words.filter(|word| !word.is_empty()) {
            is_whole = false;
            self.slots.extend(slots.by_id(name).or_else(|| slots.by_name(name)));
        }
        self.all |= is_whole;
    }

    /// Adds what a comment before the code says: `keyfill: off region`.
    pub fn add_comment(&mut self, comment: &str, slots: &Slots) {
        if let Some(mark) = comment.trim().strip_prefix("keyfill:") {
            self.add(mark, slots);
        }
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
        assert_eq!(leaves(&|leave| leave.add_comment(" keyfill: off ", &slots)), (true, true));
        assert_eq!(leaves(&|leave| leave.add_comment("keyfill:off region", &slots)), (true, false));
        assert_eq!(leaves(&|leave| leave.add_comment("more: off", &slots)), (false, false));
    }
}
