//! The operator's words in the place of the panel's own.

/// Templates that stand for those of texts, which are named by their keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replaced(Vec<OwnTemplate>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct OwnTemplate {
    key: u32,
    one: Option<String>,
    other: String,
}

impl Replaced {
    /// Takes the words for the text with this key, with a form of their own for one of what is
    /// counted, or without.
    pub fn add(&mut self, key: u32, one: Option<String>, other: String) {
        self.0.push(OwnTemplate { key, one, other });
    }

    /// Whether no text is replaced.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words for the text with this key.
    #[must_use]
    pub fn template(&self, key: u32, is_one: bool) -> Option<&str> {
        let own = self.0.iter().find(|own| own.key == key)?;
        Some(own.one.as_ref().filter(|_| is_one).unwrap_or(&own.other))
    }
}
