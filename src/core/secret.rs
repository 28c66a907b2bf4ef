//! Text that must not be seen: tokens and secret keys.

use std::fmt;
use std::ops::Range;

use zeroize::Zeroize;

/// A secret in memory: redacted in `Debug`, overwritten when dropped, readable only by
/// [`Secret::expose`], so that one search finds every place that reads one.
///
/// It is not `Display`, not `Serialize` and not `PartialEq` on purpose.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    /// Takes ownership of `text`, which is overwritten when the value is dropped.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// The parts of the text that `pick` picks, one after the other.
    #[must_use]
    pub fn parts(&self, pick: impl FnOnce(&str) -> Vec<Range<usize>>) -> Self {
        // Never grown: a `String` that grows leaves its old bytes behind.
        let mut parts = String::with_capacity(self.0.len());
        for place in pick(&self.0) {
            parts.push_str(self.0.get(place).unwrap_or_default());
        }
        Self(parts)
    }

    /// How many bytes it has.
    #[must_use]
    #[allow(clippy::len_without_is_empty, reason = "nothing asks whether a secret is empty")]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The text itself. Every call is a place where a secret may leave: keep them few.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_is_redacted() {
        assert_eq!(format!("{:?}", Secret::new("hunter2".into())), "Secret(..)");
    }

    #[test]
    fn its_length_and_its_parts() {
        let secret = Secret::new("a-b-c".into());
        assert_eq!(secret.len(), 5);
        let parts = secret.parts(|text| vec![0..1, 2..3, 4..text.len(), 7..9]);
        assert_eq!(parts.expose(), "abc");
    }
}
