//! What several methods ask for: a user, the user's domain, and a secret of theirs.

use super::{Field, FieldKind, Mistake, Typed};
use crate::core::admit::is_hidden;
use crate::core::json::JsonPiece;
use crate::core::keystone::issue::{ID, NAME, is_id};
use crate::core::words::Text;
use crate::core::words::catalog::sign_in as texts;

/// What Keystone takes for a name, in characters (`local_user.name` is a VARCHAR(255)).
const NAME_CHARS: usize = 255;
/// What Keystone takes for a password (`[identity] max_password_length`, 4096 by default).
const PASSWORD_BYTES: usize = 4096;

/// A field that is looked at before anything is sent.
#[derive(Clone, Copy)]
pub(super) struct Checked {
    /// The field.
    pub field: Field,
    /// What is said where it is empty.
    pub missing: Text,
    /// What is said where it has what no name or secret has.
    pub wrong: Text,
}

/// A user, by name or id, and the user's domain.
#[derive(Clone, Copy)]
pub(super) struct Person<'a> {
    user: &'a str,
    domain: &'a str,
}

impl Field {
    /// A user's name or id.
    pub const USER: Self = Self { id: "user", kind: FieldKind::UserName };
    /// The domain of the user, by name or id.
    pub const DOMAIN: Self = Self { id: "domain", kind: FieldKind::Domain };
}

impl Checked {
    /// The name of a user.
    pub(super) const USER: Self =
        Self { field: Field::USER, missing: texts::USER_MISSING, wrong: texts::USER_WRONG };
}

impl<'a> Person<'a> {
    /// The one that was typed, in the site's domain where none was.
    pub(super) fn of(typed: Typed<'a>) -> Self {
        let domain = typed.trimmed(Field::DOMAIN);
        let domain = if domain.is_empty() { typed.domain } else { domain };
        Self { user: typed.trimmed(Field::USER), domain }
    }

    /// How Keystone is told; the object of the user is still open.
    pub(super) fn pieces(self) -> Vec<JsonPiece<'a>> {
        use JsonPiece::{Raw, Text};
        // Every Keystone has a domain with the id `default`.
        let has_id = self.domain == "default" || is_id(self.domain);
        vec![
            Raw(r#""user":{"#),
            Raw(if is_id(self.user) { ID } else { NAME }),
            Text(self.user),
            Raw(r#","domain":{"#),
            Raw(if has_id { ID } else { NAME }),
            Text(self.domain),
            Raw("}"),
        ]
    }
}

/// What is wrong with the names that were typed, and with the domain, which may be missing.
pub(super) fn names(typed: Typed<'_>, checked: &[Checked]) -> Result<(), Mistake> {
    if let Some(name) = checked.iter().find(|name| typed.trimmed(name.field).is_empty()) {
        return Err(missing(name.missing));
    }
    let all = checked.iter().map(|name| (name.field, name.wrong));
    for (field, text) in all.chain([(Field::DOMAIN, texts::DOMAIN_WRONG)]) {
        let name = typed.trimmed(field);
        if name.chars().any(is_hidden) || name.chars().nth(NAME_CHARS).is_some() {
            return Err(wrong(text));
        }
    }
    Ok(())
}

/// The secret that was typed, or what is wrong with it.
pub(super) fn secret(typed: Typed<'_>, checked: Checked) -> Result<&str, Mistake> {
    let secret = typed.fields.get(checked.field);
    match secret.len() {
        0 => Err(missing(checked.missing)),
        1..=PASSWORD_BYTES => Ok(secret),
        _ => Err(wrong(checked.wrong)),
    }
}

fn missing(what: Text) -> Mistake {
    Mistake(what, texts::MISSING_NEXT)
}

fn wrong(what: Text) -> Mistake {
    Mistake(what, texts::WRONG_NEXT)
}
