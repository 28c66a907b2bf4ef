//! A language that the panel speaks: how it counts, which only the browser knows.

use std::fmt;
use std::rc::Rc;

/// How a language counts: `Intl.PluralRules` and `Intl.NumberFormat` of the browser.
#[derive(Clone)]
pub struct Counting(Rc<CountingAnswer>);

/// Takes what is asked, and a number in digits.
type CountingAnswer = dyn Fn(&str, &str) -> Option<String>;

/// The form of a text that every text has. The Unicode CLDR names it and the others: `zero`, `one`,
/// `two`, `few`, `many`.
pub(super) const OTHER: &str = "other";
const ONE: &str = "one";

impl Counting {
    /// Counts by `answer`, which is asked for the `form` that a number takes, and for the `number`
    /// as it is written.
    pub fn by(answer: impl Fn(&str, &str) -> Option<String> + 'static) -> Self {
        Self(Rc::new(answer))
    }

    pub(super) fn form(&self, number: &str) -> String {
        (self.0)("form", number).unwrap_or_default()
    }

    pub(super) fn number(&self, number: &str) -> Option<String> {
        (self.0)("number", number)
    }
}

impl fmt::Debug for Counting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Counting")
    }
}

/// The form that a number takes in English.
pub(super) fn english_form(number: &str) -> &'static str {
    if number == "1" { ONE } else { OTHER }
}
