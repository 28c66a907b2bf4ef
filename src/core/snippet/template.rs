//! Templates: static text with slots, written the way readers see placeholders.
//!
//! A slot is `<name>`, or `<name:target>` where it stands in another language than its block:
//! `<host:ini>`. Only the names in [`fill`] are slots, and those of [`OWN`], which are the
//! reader's own to choose; other text in angle brackets stays as it is.
//!
//! **A text for a shell does nothing while a slot of it is not filled**, however it gets into the
//! shell: it says so and stops. [`Template::step`] sees to that for every template, so no client
//! can forget it. A script has a guard, which looks at its values and so lets those pass that a
//! reader writes in by hand; all other text becomes what `echo` reads and does not print.

use super::{Filling, Part, Snippet, Step, script};
use crate::core::endpoint::Endpoint;
use crate::core::quote::Target;
use crate::core::rules::placeholder;
use crate::core::secret::Secret;
use crate::core::words::Text;
use crate::core::words::catalog::commands as texts;

/// The step in which the secret key is pasted at the prompt of the command before it.
pub(super) const SECRET_KEY: Template = Template {
    lead: texts::PASTE_SECRET,
    copy_name: texts::COPY_SECRET_KEY,
    language: Language::Text,
    text: &["<secret-key>"],
};

/// What the reader chooses: no session knows it.
const OWN: [(&str, &str); 2] = [("bucket", "<bucket>"), ("file", "<file>")];

/// The line that makes everything up to [`CLOSED_END`] a text that no shell reads as commands.
/// The status of `!` is a failure, and its space keeps it from being an event of the history.
const CLOSED: &str =
    "! echo 'First put your own values in place of the words in < >.' << 'UNFILLED'\n";

const CLOSED_END: &str = "\nUNFILLED";

/// A step before its slots are filled.
pub(super) struct Template {
    /// See [`Step::lead`].
    pub lead: Text,
    /// See [`Step::copy_name`].
    pub copy_name: Text,
    /// What the text is written in.
    pub language: Language,
    /// The text in pieces, so that clients can share some.
    pub text: &'static [&'static str],
}

/// The language of a block.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    /// One compound command for a POSIX shell, pasted into an interactive bash, dash or zsh.
    Script,
    /// Commands for such a shell, each of which can be taken by itself.
    Commands,
    /// Python 3.
    Python,
    /// No language: a value as it is.
    Text,
}

impl Template {
    /// The step with every slot filled for which `filling` has a value.
    pub(super) fn step(&self, filling: Filling<'_>) -> Step {
        let language = match self.language {
            Language::Script | Language::Commands => "bash",
            Language::Python => "python",
            Language::Text => "text",
        };
        Step {
            lead: self.lead.into(),
            copy_name: self.copy_name.into(),
            snippet: Snippet { language: language.into(), parts: self.parts(filling) },
        }
    }

    fn parts(&self, filling: Filling<'_>) -> Vec<Part> {
        let (target, quote) = match self.language {
            Language::Script => (Target::Posix, "'"),
            Language::Commands => (Target::Posix, ""),
            Language::Python => (Target::Python, "\""),
            Language::Text => (Target::Ini, ""),
        };
        let is_guard = |piece: &&str| script::GUARDS.contains(piece);
        let mut parts = Vec::new();
        for piece in self.text.iter().filter(|piece| !is_guard(piece)) {
            expand(piece, target, quote, filling, &mut parts);
        }
        if is_filled(&parts) || matches!(self.language, Language::Python | Language::Text) {
            return parts;
        }
        if self.text.iter().any(is_guard) {
            parts.clear();
            for piece in self.text {
                expand(piece, target, quote, filling, &mut parts);
            }
        } else {
            parts.insert(0, Part::Plain(CLOSED.into()));
            parts.push(Part::Plain(CLOSED_END.into()));
        }
        parts
    }
}

/// The pieces of a `text` with every slot filled for which `filling` has a value.
pub(in crate::core) fn parts(
    text: &[&'static str],
    target: Target,
    filling: Filling<'_>,
) -> Vec<Part> {
    let mut parts = Vec::new();
    for piece in text {
        expand(piece, target, "", filling, &mut parts);
    }
    parts
}

/// Whether nothing is left to be filled in.
pub(in crate::core) fn is_filled(parts: &[Part]) -> bool {
    !parts.iter().any(|part| matches!(part, Part::Placeholder(_)))
}

/// Appends `piece` to `parts`, with its slots filled. A placeholder of the session stands in
/// `quote`, so that the value that a reader writes there will.
fn expand(
    piece: &'static str,
    target: Target,
    quote: &'static str,
    filling: Filling<'_>,
    parts: &mut Vec<Part>,
) {
    let mut done = 0;
    for (open, _) in piece.match_indices('<') {
        let rest = piece.get(open + 1..).unwrap_or_default();
        let Some((slot, _)) = rest.split_once('>') else { break };
        let (name, target, quote) = match slot.split_once(':') {
            Some((name, "ini")) => (name, Target::Ini, ""),
            _ => (slot, target, quote),
        };
        let own = OWN.iter().find(|(own, _)| *own == name);
        let part = match own {
            Some((_, written)) => Some(variable(name, written, target, filling)),
            None => fill(name, target, filling),
        };
        let Some(part) = part else { continue };
        push_plain(piece.get(done..open), parts);
        done = open + slot.len() + 2;
        let is_quoted = own.is_none() && matches!(part, Part::Placeholder(_));
        push_plain(is_quoted.then_some(quote), parts);
        parts.push(part);
        push_plain(is_quoted.then_some(quote), parts);
    }
    push_plain(piece.get(done..), parts);
}

fn push_plain(text: Option<&'static str>, parts: &mut Vec<Part>) {
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        parts.push(Part::Plain(text.into()));
    }
}

/// The value of the slot `name`, or its placeholder, or `None` where `name` is not a slot.
/// A value that cannot be quoted counts as unknown.
fn fill(name: &str, target: Target, filling: Filling<'_>) -> Option<Part> {
    let Filling { region, key, .. } = filling;
    let s3 = filling.endpoint();
    let (placeholder, value) = match name {
        // The profile, alias or file for the region; for people, its name is `<region-name>`.
        "region" => (placeholder::REGION, region.map(|r| r.name.profile())),
        "region-name" => (placeholder::REGION, region.map(|r| r.name.as_str().into())),
        "signing-region" => (placeholder::REGION, region.map(|r| r.signing_region.as_str().into())),
        "endpoint" => (placeholder::ENDPOINT, s3.map(|s3| s3.url().into())),
        "host" => (placeholder::HOST, s3.map(|s3| s3.host().into())),
        "use-https" | "scheme" => {
            let https = s3.is_none_or(Endpoint::is_https);
            let text = match (name, https) {
                ("scheme", true) => "https",
                ("scheme", false) => "http",
                (_, true) => "True",
                (_, false) => "False",
            };
            return Some(Part::Plain(text.into()));
        }
        "keystone-url" => ("<keystone-url>", region.map(|r| r.keystone.as_str().into())),
        "user-id" => ("<user-id>", key.map(|k| k.user.as_str().into())),
        "project-id" => ("<project-id>", key.map(|k| k.project.as_str().into())),
        "access-key" => ("<access-key>", key.map(|k| k.access.as_str().into())),
        "secret-key" => {
            let quoted = key.and_then(|k| target.quote(k.secret.as_secret().expose()));
            return Some(match quoted {
                Some(quoted) => Part::Secret(Secret::new(quoted)),
                None => Part::Placeholder("<secret-key>".into()),
            });
        }
        _ => return None,
    };
    Some(match value {
        // All that has a value now is the region's.
        Some(example) if !filling.is_chosen => Part::Placeholder(example.into()),
        Some(value) => match target.quote(&value) {
            Some(quoted) => Part::Value(quoted),
            None => Part::Placeholder(placeholder.into()),
        },
        None => Part::Placeholder(placeholder.into()),
    })
}

/// The reader's own value of the variable `name`, or the placeholder. In Python it stands in
/// quotes already. A first `-` would be read as an option, so such a value is the reader's to
/// write.
fn variable(name: &str, written: &'static str, target: Target, filling: Filling<'_>) -> Part {
    let value = || {
        let text = filling.variable(filling.config.slots.by_name(name)?)?;
        let quoted = target.quote(text).filter(|_| !text.starts_with('-'))?;
        Some(match target {
            Target::Python => quoted.strip_prefix('"')?.strip_suffix('"')?.into(),
            _ => quoted,
        })
    };
    match value() {
        Some(value) => Part::Value(value),
        None => Part::Placeholder(written.into()),
    }
}
