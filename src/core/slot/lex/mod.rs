//! What the language of a block makes of the places where slots stand: a small lexer for each,
//! which walks over the text once. A slot counts as a piece of whatever it stands in.
//!
//! They are lenient in one direction only: what they cannot follow takes plain values.

pub(super) mod console;
mod keys;
mod literal;
mod memory;
mod pair;
mod python;
mod shell;
mod unknown;
mod walk;
mod yaml;

use super::{Found, Language, Trait};
use literal::Format;
use shell::{Dialect, ShellLexer};
use walk::Walk;

/// The language of `text` that is said to be in `language`: a block whose first line begins with
/// a prompt is a session, and a session without any prompt is a list of commands.
pub(super) fn language(text: &[u8], language: Language) -> Language {
    match language {
        _ if language.has(Trait::Prompts) && console::begins_with_prompt(text) => Language::Console,
        Language::Console if !console::has_prompt(text) => Language::Posix,
        _ => language,
    }
}

/// Says of each slot how a value must be written there.
pub(super) fn mark(text: &[u8], found: &mut [Found], language: Language) {
    let walk = &mut Walk::new(text, found);
    match language {
        Language::Posix => ShellLexer::new(Dialect::Posix).read(walk),
        Language::Fish => ShellLexer::new(Dialect::Fish).read(walk),
        Language::PowerShell => ShellLexer::new(Dialect::PowerShell).read(walk),
        Language::Console => drop(console::read(walk)),
        Language::Ini => pair::read(walk, pair::PairFormat::Ini),
        Language::Env => pair::read(walk, pair::PairFormat::Env),
        Language::Json => literal::read(walk, Format::Json),
        Language::Toml => literal::read(walk, Format::Toml),
        Language::Hcl => literal::read(walk, Format::Hcl),
        Language::Yaml => yaml::read(walk),
        Language::Python => python::read(walk),
        Language::Cmd | Language::Typed | Language::Perl | Language::Markup | Language::Unknown => {
            unknown::read(walk);
        }
    }
}
