//! Templates: static text with slots, written the way readers see placeholders.
//!
//! A slot is `<name>`, or `<name:target>` where it stands in another language than its block:
//! `<host:ini>`. Only the names in [`fill`] are slots; other text in angle brackets, such as
//! `<bucket>`, is the reader's to replace, and stays as it is until the reader gives it a value.

use super::{Filling, Part, Snippet, Step};
use crate::core::endpoint::Endpoint;
use crate::core::quote::Target;
use crate::core::secret::Secret;

/// The step in which the secret key is pasted at the prompt of the command before it.
pub(super) const SECRET_KEY: Template = Template {
    lead: "Paste the secret key at the prompt and press Enter. It does not show.",
    copy_name: "the secret key",
    language: Language::Text,
    text: &["<secret-key>"],
};

/// The part of a command, in a subshell, which asks for the secret key without showing it.
///
/// `set -e` stops at the first failure. The traps restore the echo whatever happens: dash does
/// not run the trap for `EXIT` when a signal ends it. POSIX has no `read -s`.
pub(super) const ASK: &str = "  trap 'stty echo' EXIT; trap 'exit 1' INT
  stty -echo; printf 'Secret key: '; read -r secret; stty echo; echo
";

/// A step before its slots are filled.
pub(super) struct Template {
    /// See [`Step::lead`].
    pub lead: &'static str,
    /// See [`Step::copy_name`].
    pub copy_name: &'static str,
    /// What the text is written in.
    pub language: Language,
    /// The text in pieces, so that clients can share some.
    pub text: &'static [&'static str],
}

/// The language of a block.
#[derive(Clone, Copy)]
pub(super) enum Language {
    /// POSIX shell, pasted into an interactive bash, dash or zsh.
    Shell,
    /// Python 3.
    Python,
    /// No language: a value as it is.
    Text,
}

impl Template {
    /// The step with every slot filled for which `filling` has a value.
    pub(super) fn step(&self, filling: Filling<'_>) -> Step {
        let (language, target) = match self.language {
            Language::Shell => ("bash", Target::Posix),
            Language::Python => ("python", Target::Python),
            Language::Text => ("text", Target::Ini),
        };
        let parts = parts(self.text, target, filling);
        Step {
            lead: self.lead.into(),
            copy_name: self.copy_name.into(),
            snippet: Snippet { language: language.into(), parts },
        }
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
        expand(piece, target, filling, &mut parts);
    }
    parts
}

/// Appends `piece` to `parts`, with its slots filled.
fn expand(piece: &'static str, target: Target, filling: Filling<'_>, parts: &mut Vec<Part>) {
    let mut done = 0;
    for (open, _) in piece.match_indices('<') {
        let rest = piece.get(open + 1..).unwrap_or_default();
        let Some((slot, _)) = rest.split_once('>') else { break };
        let (name, target) = match slot.split_once(':') {
            Some((name, "ini")) => (name, Target::Ini),
            _ => (slot, target),
        };
        let Some(part) = fill(name, target, filling) else { continue };
        push_plain(piece.get(done..open), parts);
        done = open + slot.len() + 2;
        // A placeholder in Python stands in quotes, so that the reader's value will.
        let quote = matches!(part, Part::Placeholder(_)) && target == Target::Python;
        push_plain(quote.then_some("\""), parts);
        parts.push(part);
        push_plain(quote.then_some("\""), parts);
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
        "region" => ("<region>", region.map(|r| r.name.profile())),
        "region-name" => ("<region>", region.map(|r| r.name.as_str().into())),
        "signing-region" => ("<region>", region.map(|r| r.signing_region.as_str().into())),
        "endpoint" => ("<endpoint>", s3.map(|s3| s3.url().into())),
        "host" => ("<host>", s3.map(|s3| s3.host().into())),
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
        _ => return variable(name, target, filling),
    };
    Some(match value.and_then(|value: String| target.quote(&value)) {
        Some(quoted) => Part::Value(quoted),
        None => Part::Placeholder(placeholder.into()),
    })
}

/// The reader's own value of the variable `name`. In Python it stands in quotes already. A first
/// `-` would be read as an option, so such a value is the reader's to write.
fn variable(name: &str, target: Target, filling: Filling<'_>) -> Option<Part> {
    if filling.values.is_empty() {
        return None;
    }
    let text = filling.variable(filling.config.slots.by_name(name)?)?;
    let quoted = target.quote(text).filter(|_| !text.starts_with('-'))?;
    Some(Part::Value(match target {
        Target::Python => quoted.strip_prefix('"')?.strip_suffix('"')?.into(),
        _ => quoted,
    }))
}
