//! Places of slots, and the writing of values there.

use zeroize::Zeroize;

use super::{Value, Why, url};
use crate::core::admit::is_hidden;
use crate::core::quote::{Quote, plain};

/// How a value must be written where a slot stands, or why none can.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    pub(super) syntax: Syntax,
    pub(super) url: url::Part,
    /// Whether a region's profile stands there, and not the region.
    pub(super) profile: bool,
    pub(super) limits: Limits,
}

/// What the language makes of text there.
#[derive(Clone, Copy, Debug)]
pub(super) enum Syntax {
    /// Nothing can be written.
    Refused(Why),
    /// Text as it is, when this says that it can be.
    Bare(fn(&str) -> bool, Why),
    /// Text in these quotes; where the flag is not set, without them if it needs none.
    Quoted(&'static Quote, bool),
}

/// What a value must not be there, whatever the quotes.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "a place has any of them")]
pub(super) struct Limits {
    /// It begins an argument of a command: no `-` first.
    pub argument: bool,
    /// The history of an interactive shell is expanded: no `!`.
    pub history: bool,
    /// It follows the name of a variable: nothing that would belong to it.
    pub variable: bool,
    /// The text around it may be read as code: nothing special.
    pub code: bool,
}

impl Syntax {
    pub(super) const PLAIN: Self = Self::Bare(plain::is_plain, Why::Plain);
    pub(super) const NUMBER: Self = Self::Bare(plain::is_number, Why::Number);
    pub(super) const PART: Self = Self::Refused(Why::Part);
}

impl Place {
    /// Where only what means itself everywhere can stand.
    pub(super) const PLAIN: Self = Self {
        syntax: Syntax::PLAIN,
        url: url::Part::None,
        profile: false,
        limits: Limits { argument: false, history: false, variable: false, code: false },
    };

    /// `value` as it must stand there. When it is a secret, so is the result, which the caller
    /// wraps at once; nothing else of it is left behind.
    ///
    /// # Errors
    /// [`Why`] it cannot stand there.
    pub fn write(&self, value: Value<'_>) -> Result<String, Why> {
        let in_host = self.url == url::Part::Authority;
        match value {
            Value::Region(region) if self.profile => self.text(&region.profile(), false),
            Value::Region(region) if in_host => {
                self.encoded(&region.as_str().to_ascii_lowercase(), value)
            }
            Value::Region(region) => self.encoded(region.as_str(), value),
            Value::Endpoint(endpoint) if in_host => self.text(endpoint.host(), false),
            Value::Endpoint(endpoint) => self.encoded(endpoint.url(), value),
            Value::Host(endpoint) if in_host => self.text(endpoint.host(), false),
            Value::Host(endpoint) => self.encoded(endpoint.host(), value),
            Value::Path(text) | Value::Number(text) | Value::Text(text) => {
                self.encoded(text, value)
            }
        }
    }

    /// Writes `text`, encoded where it is a part of a URL.
    fn encoded(&self, text: &str, value: Value<'_>) -> Result<String, Why> {
        // What is invisible would be hidden in the encoding.
        if text.is_empty() || text.chars().any(is_hidden) {
            return Err(Why::Hidden);
        }
        if self.url == url::Part::None {
            return self.text(text, matches!(value, Value::Number(_)));
        }
        let mut encoded = url::encoded(text, self.url, matches!(value, Value::Path(_)))?;
        let written = self.text(&encoded, false);
        encoded.zeroize();
        written
    }

    fn text(&self, text: &str, is_number: bool) -> Result<String, Why> {
        let Limits { argument, history, variable, code } = self.limits;
        if text.is_empty() || text.chars().any(is_hidden) {
            return Err(Why::Hidden);
        }
        if argument && text.starts_with('-') {
            return Err(Why::Option);
        }
        if history && text.as_bytes().contains(&b'!') {
            return Err(Why::History);
        }
        if variable && !text.starts_with(['/', '.', '-']) {
            return Err(Why::Part);
        }
        if code && !plain::is_harmless(text) {
            return Err(Why::Code);
        }
        match self.syntax {
            Syntax::Bare(is_good, _) if is_good(text) => Ok(text.into()),
            Syntax::Refused(why) | Syntax::Bare(_, why) => Err(why),
            Syntax::Quoted(quote, forced) => {
                quote.write(text, forced, is_number).ok_or(Why::Quotes)
            }
        }
    }
}
