//! Quoting: one file per target language.
//!
//! The second wall. Values have been admitted ([`crate::core::admit`]) before they come here;
//! these functions are safe for hostile text all the same, and `tests/snippets.rs` proves it
//! with the real shells and parsers.

pub mod dotenv;
pub mod ini;
pub mod posix;
pub mod python;

/// What a value is written into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A word of a command: sh, bash, dash and zsh.
    Posix,
    /// A value or a comment of an INI file, also inside a shell's here-document.
    Ini,
    /// An expression in Python.
    Python,
    /// A value of a file of variables.
    Dotenv,
    /// A scalar in YAML.
    Yaml,
}

impl Target {
    /// `text` as it must be written to mean itself, or `None` where that cannot be.
    #[must_use]
    pub fn quote(self, text: &str) -> Option<String> {
        match self {
            Self::Posix => posix::word(text),
            Self::Ini => ini::value(text).map(Into::into),
            // A double-quoted scalar of YAML has the same escapes (YAML 1.2, 5.7).
            Self::Python | Self::Yaml => Some(python::literal(text)),
            Self::Dotenv => dotenv::value(text).map(Into::into),
        }
    }
}
