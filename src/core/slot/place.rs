//! Places of slots, and the writing of values there.
//!
//! A value is written only where its program reads exactly that value; else the placeholder stays
//! and says why. `tests/programs/slot_places` fills hostile values into fixed and random
//! templates, and reads them with the real shells and parsers.

use zeroize::Zeroize;

use super::reading::{Reading, Take};
use super::{Value, Why, url};
use crate::core::admit::is_hidden;
use crate::core::quote::{Quote, plain};

/// How a value must be written where a slot stands, or why none can.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    pub(super) syntax: Syntax,
    pub(super) url: url::UrlPart,
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
    /// What reads the text around it.
    pub reading: Reading,
    /// Characters that mean something to who gets it, as a set of ASCII.
    pub without: u128,
    /// What stands on both of its sides and could be a delimiter, as in `s/x/<v>/`; or 0.
    pub beside: u8,
    /// It is a word where the shell looks for its own: none of those.
    pub keyword: bool,
    /// It may be the whole of a line, and this is what could end the text there: nothing that
    /// has only these characters before what is no part of a name, as a set of ASCII.
    pub ends: u128,
}

impl Limits {
    /// No limits.
    pub(super) const NONE: Self = Self {
        argument: false,
        history: false,
        variable: false,
        reading: Reading::Once,
        without: 0,
        beside: 0,
        keyword: false,
        ends: 0,
    };

    /// Adds what a program makes of the value.
    pub(super) fn add(&mut self, take: Take) {
        self.reading = self.reading.max(take.reading);
        if self.without == 0 {
            self.without = take.without;
        } else if take.without != 0 && take.without != self.without {
            // Words have none of all of them.
            self.reading = self.reading.max(Reading::Pattern);
        }
    }

    /// Why `text` must not stand there, if it must not.
    fn refuses(&self, text: &str, is_address: bool) -> Option<Why> {
        if self.argument && text.starts_with('-') {
            return Some(Why::Option);
        }
        if self.history && text.as_bytes().contains(&b'!') {
            return Some(Why::History);
        }
        if self.variable && !text.starts_with(['/', '.', '-']) {
            return Some(Why::Part);
        }
        if let Some(why) = self.reading.refuses(text, is_address) {
            return Some(why);
        }
        // Clients read a file that an argument names so ("Load parameters from a file").
        let is_file = text.starts_with("file://") || text.starts_with("fileb://");
        let is_code = self.keyword || matches!(self.reading, Reading::Unknown | Reading::Again);
        let is_keyword = is_code && KEYWORDS.contains(&text);
        let is_without = |b: u8| b.is_ascii() && (self.without >> b) & 1 == 1;
        if is_file || is_keyword || text.bytes().any(is_without) {
            return Some(Why::Code);
        }
        (self.ends != 0 && self.ends_text(text)).then_some(Why::End)
    }

    /// Whether `text` could be the line that ends what it stands in.
    fn ends_text(&self, text: &str) -> bool {
        let is_of_end = |b: u8| b.is_ascii() && (self.ends >> b) & 1 == 1;
        let is_name = |b: &u8| b.is_ascii_alphanumeric() || *b == b'_';
        let word = text.bytes().take_while(is_name).count();
        let word = if word == 0 { text.len() } else { word };
        text.bytes().take(word).all(is_of_end)
    }
}

/// Words of shells, where a command begins or a pattern of `case` stands.
const KEYWORDS: [&str; 22] = [
    "if",
    "then",
    "elif",
    "else",
    "fi",
    "for",
    "in",
    "while",
    "until",
    "do",
    "done",
    "case",
    "esac",
    "select",
    "function",
    "time",
    "coproc",
    "repeat",
    "foreach",
    "end",
    "nocorrect",
    "begin",
];

impl Syntax {
    pub(super) const PLAIN: Self = Self::Bare(plain::is_plain, Why::Plain);
    pub(super) const NUMBER: Self = Self::Bare(plain::is_number, Why::Number);
    pub(super) const PART: Self = Self::Refused(Why::Part);
}

impl Place {
    /// Where only what means itself everywhere can stand.
    pub(super) const PLAIN: Self = Self {
        syntax: Syntax::PLAIN,
        url: url::UrlPart::None,
        profile: false,
        limits: Limits { reading: Reading::Plain, ..Limits::NONE },
    };

    /// Notes the bytes before and after it.
    pub(super) fn set_beside(&mut self, before: Option<u8>, after: Option<&u8>) {
        let is_delimiter = |b: &u8| b.is_ascii_punctuation() && !b"'\"`-_.".contains(b);
        let both = before.filter(|before| after == Some(before));
        self.limits.beside = both.filter(is_delimiter).unwrap_or(0);
    }

    /// `value` as it must stand there. When it is a secret, so is the result, which the caller
    /// wraps at once; nothing else of it is left behind.
    ///
    /// # Errors
    /// [`Why`] it cannot stand there.
    pub fn write(&self, value: Value<'_>) -> Result<String, Why> {
        let in_host = self.url == url::UrlPart::Authority;
        match value {
            Value::Region(_, profile) if self.profile => self.text(profile, false),
            Value::Region(region, _) if in_host => {
                self.encoded(&region.as_str().to_ascii_lowercase(), value)
            }
            Value::Region(region, _) => self.encoded(region.as_str(), value),
            Value::Endpoint(endpoint) if in_host => self.text(endpoint.host(), false),
            Value::Endpoint(endpoint) => self.encoded(endpoint.url(), value),
            Value::Host(endpoint) if in_host => self.text(endpoint.host(), false),
            Value::Host(endpoint) => self.encoded(endpoint.host(), value),
            // A word that is read as a truth value is no text there, and is what is meant.
            Value::Truth(text) if self.is_of_words() => Ok(text.into()),
            Value::Path(text) | Value::Text(text) if self.is_misread(text) => {
                Err(self.limits.reading.refuses(text, false).unwrap_or(Why::Code))
            }
            Value::Path(text)
            | Value::Number(text)
            | Value::Text(text)
            | Value::Key(text)
            | Value::Truth(text) => self.encoded(text, value),
        }
    }

    /// Whether a word stands there by itself, without quotes.
    fn is_of_words(&self) -> bool {
        let is_bare = matches!(self.syntax, Syntax::Bare(is_good, _) if is_good("word"));
        is_bare && self.url == url::UrlPart::None && self.limits.refuses("true", false).is_none()
    }

    /// The variable `name` of the environment, as a shell puts its value there as one word or a
    /// piece of one. `None` where none does, and where something is known to read the value once
    /// more.
    #[must_use]
    pub fn naming(&self, name: &str) -> Option<String> {
        let Syntax::Quoted(quote, _) = self.syntax else { return None };
        let Limits { reading, variable, without, ends, .. } = self.limits;
        let is_word = matches!(reading, Reading::Once | Reading::Unknown)
            && self.url == url::UrlPart::None
            && !variable
            && without == 0
            && ends == 0;
        let (before, after) = quote.variable.filter(|_| is_word)?;
        Some([before, name, after].concat())
    }

    /// Writes `text`, encoded where it is a part of a URL.
    fn encoded(&self, text: &str, value: Value<'_>) -> Result<String, Why> {
        // What is invisible would be hidden in the encoding.
        if text.is_empty() || text.chars().any(is_hidden) {
            return Err(Why::Hidden);
        }
        if self.url == url::UrlPart::None {
            return self.text(text, matches!(value, Value::Number(_)));
        }
        let mut encoded = url::encoded(text, self.url, matches!(value, Value::Path(_)))?;
        let written = self.text(&encoded, false);
        encoded.zeroize();
        written
    }

    /// Whether what a reader typed could begin a comment, be two parts of something or give a
    /// variable its value, where it is not known what reads it: `--` begins one in SQL and must not
    /// be in one of XML, `//` begins one in much else, and `/` is in `s/x/<v>/`.
    fn is_misread(&self, text: &str) -> bool {
        let is_unclear = self.limits.reading >= Reading::Plain && self.url == url::UrlPart::None;
        let beside = char::from(self.limits.beside);
        let has_beside = self.limits.beside != 0 && text.contains(beside);
        let begins_comment = text.contains("--") || text.contains("//");
        is_unclear && (has_beside || begins_comment || text.ends_with('='))
    }

    fn text(&self, text: &str, is_number: bool) -> Result<String, Why> {
        if text.is_empty() || text.chars().any(is_hidden) {
            return Err(Why::Hidden);
        }
        let is_address = self.url != url::UrlPart::None;
        if let Some(why) = self.limits.refuses(text, is_address) {
            return Err(why);
        }
        // Some languages read a first 0 as octal.
        let is_literal = match self.syntax {
            Syntax::Quoted(quote, _) => quote.has_numbers,
            _ => true,
        };
        let is_octal = is_number && !plain::is_number(text);
        if is_octal && (is_literal || self.limits.reading >= Reading::Plain) {
            return Err(Why::Number);
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

#[cfg(test)]
mod tests;
