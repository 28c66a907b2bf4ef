//! Quoting: one file per target language.
//!
//! The second wall. Values have been admitted ([`crate::core::admit`]) before they come here;
//! these functions are safe for hostile text all the same, and `tests/programs/quoting.rs` proves it
//! with the real shells and parsers.

pub mod dotenv;
pub mod fish;
pub mod hcl;
pub mod ini;
pub mod json;
pub mod plain;
pub mod posix;
pub mod powershell;
pub mod python;
pub mod yaml;

/// How text is written in quotes of some language: by a table, since all of them are alike.
#[derive(Debug)]
pub struct Quote {
    /// Whether text means itself without quotes.
    pub is_bare: fn(&str) -> bool,
    /// Whether digits are written bare, as a number.
    pub has_numbers: bool,
    /// What stands before and after the text; nothing where the quotes are there already.
    pub mark: &'static str,
    /// Characters, and what is written before each of them.
    pub escapes: &'static [(&'static str, &'static str)],
    /// Whether `${` and `%{` begin a template, and get their first character twice.
    pub has_templates: bool,
    /// Whether text cannot be written.
    pub is_refused: fn(&str) -> bool,
    /// What stands before and after the name of a variable of the environment, where its value is
    /// one word or a piece of one; nothing where no shell reads it.
    pub variable: Option<(&'static str, &'static str)>,
}

impl Quote {
    /// Inside of quotes that are there already.
    const fn inside(escapes: &'static [(&'static str, &'static str)]) -> Self {
        let (is_bare, is_refused) = (plain::never, plain::never);
        let (has_numbers, has_templates) = (false, false);
        let variable = None;
        Self { is_bare, has_numbers, mark: "", escapes, has_templates, is_refused, variable }
    }

    /// In quotes of its own, unless the text needs none.
    const fn whole(self, mark: &'static str, is_bare: fn(&str) -> bool) -> Self {
        Self { is_bare, mark, ..self }
    }

    /// Except for some text.
    const fn except(self, is_refused: fn(&str) -> bool) -> Self {
        Self { is_refused, ..self }
    }

    /// Where a shell puts in the value of a variable that stands between these.
    const fn naming(self, before: &'static str, after: &'static str) -> Self {
        Self { variable: Some((before, after)), ..self }
    }

    /// With numbers for digits.
    const fn with_numbers(self) -> Self {
        Self { has_numbers: true, ..self }
    }

    /// `text` with its escapes, and in quotes unless it needs none. `None` where it cannot be.
    #[must_use]
    pub fn write(&self, text: &str, is_forced: bool, is_number: bool) -> Option<String> {
        if (self.is_refused)(text) {
            return None;
        }
        let is_bare = if is_number && self.has_numbers {
            plain::is_number(text)
        } else {
            !is_forced && (self.is_bare)(text)
        };
        if is_bare {
            return Some(text.into());
        }
        let lead = |c: char| {
            let special = |(set, _): &&(&str, &str)| {
                u8::try_from(c).is_ok_and(|b| b.is_ascii() && set.as_bytes().contains(&b))
            };
            self.escapes.iter().find(special).map_or("", |(_, lead)| *lead)
        };
        // Never grown: a `String` that grows leaves its old bytes, and a secret in them, behind.
        let length = text.chars().map(|c| c.len_utf8() + lead(c).len() + 1).sum::<usize>();
        let mut written = String::with_capacity(length + 2 * self.mark.len());
        written.push_str(self.mark);
        let mut before = ' ';
        for c in text.chars() {
            written.push_str(lead(c));
            if self.has_templates && c == '{' && matches!(before, '$' | '%') {
                written.push(before);
            }
            written.push(c);
            before = c;
        }
        written.push_str(self.mark);
        Some(written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What grows leaves its old bytes behind, and a secret in them.
    #[test]
    fn there_is_room_from_the_start() {
        for (quote, c, room) in [
            (&posix::WORD, "'", 1 + 3 + 1),
            (&json::LITERAL, "\"", 1 + 1 + 1),
            (&json::LITERAL, "å", 2 + 1),
        ] {
            let written = quote.write(&c.repeat(10), true, false).unwrap();
            assert_eq!(written.capacity(), 10 * room + 2, "{written}");
        }
    }

    #[test]
    fn numbers_and_quotes_that_are_wanted() {
        let write = |quote: &Quote, text, is_forced, is_number| {
            quote.write(text, is_forced, is_number).unwrap()
        };
        assert_eq!(write(&json::LITERAL, "7", false, true), "7");
        assert_eq!(write(&json::LITERAL, "07", false, true), "\"07\"");
        assert_eq!(write(&json::LITERAL, "7", false, false), "\"7\"");
        assert_eq!(write(&json::LITERAL, "${a}", false, false), "\"${a}\"");
        assert_eq!(write(&posix::WORD, "a", true, false), "'a'");
        assert_eq!(write(&posix::WORD, "a", false, true), "a");
    }
}
