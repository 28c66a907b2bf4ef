//! Words in the place of the panel's English: the operator's, and below them those of a language.

use std::rc::Rc;

use super::language::{Counting, OTHER, english_form};

/// Templates that stand for those of texts, which are named by their keys. A clone shares them.
#[derive(Clone, Debug, Default)]
pub struct Replaced {
    /// Of several for one text, the first counts.
    templates: Rc<Vec<OwnTemplate>>,
    /// English counts by itself.
    counting: Option<Counting>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct OwnTemplate {
    key: u32,
    forms: Forms,
}

/// A template for each form that differs, by its name.
type Forms = Vec<(String, String)>;

impl Replaced {
    /// Takes the words for the text with this key.
    pub fn add(&mut self, key: u32, words: &str) {
        self.add_forms(key, vec![(OTHER.into(), words.into())]);
    }

    /// Takes the words for the text with this key: a template for each form that differs, and one
    /// that is called `other`.
    pub fn add_forms(&mut self, key: u32, forms: Forms) {
        Rc::make_mut(&mut self.templates).push(OwnTemplate { key, forms });
    }

    /// Speaks a language from now on, in these words where there are no others yet.
    pub fn speak(&mut self, words: &Self, counting: Counting) {
        Rc::make_mut(&mut self.templates).extend_from_slice(&words.templates);
        self.counting = Some(counting);
    }

    /// A number as it is written, where that is not as it is.
    pub(super) fn number(&self, number: &str) -> Option<String> {
        self.counting.as_ref()?.number(number)
    }

    /// The words for the text with this key, where it counts so many.
    #[must_use]
    pub fn template(&self, key: u32, number: Option<&str>) -> Option<&str> {
        let own = self.templates.iter().find(|own| own.key == key)?;
        let of = |form: &str| own.forms.iter().find(|(name, _)| name == form);
        let form = number.map(|number| match &self.counting {
            Some(counting) => counting.form(number),
            None => english_form(number).into(),
        });
        form.and_then(|form| of(&form)).or_else(|| of(OTHER)).map(|(_, words)| words.as_str())
    }
}

/// Who says the same words speaks the same language.
impl PartialEq for Replaced {
    fn eq(&self, other: &Self) -> bool {
        self.templates == other.templates
    }
}

impl Eq for Replaced {}
