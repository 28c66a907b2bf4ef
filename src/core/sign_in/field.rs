//! The fields of the sign-in forms: what is typed or filled in, by name.

use crate::core::secret::Secret;

/// A field of a form. Each is a constant beside the method that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// The name in the page.
    pub id: &'static str,
    /// What browsers have to know of it.
    pub kind: FieldKind,
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A secret that a browser neither fills in nor keeps; the page has dots in its place.
    Concealed,
    /// The same, and pasting it signs in.
    Pasted,
    /// The name of a user, which a browser may fill in.
    UserName,
    /// A password, which a browser may fill in.
    Password,
    /// A code of some digits that is used once.
    Passcode,
    /// A domain: that of the site stands there at first.
    Domain,
    /// Anything else, in the open.
    Plain,
}

/// The texts of a form.
#[derive(Debug, Default)]
pub struct Fields(Vec<(Field, Secret)>);

impl Field {
    /// Whether its text is a secret, which does not stay in the page once it is sent.
    #[must_use]
    pub fn is_secret(self) -> bool {
        self.is_concealed() || matches!(self.kind, FieldKind::Password | FieldKind::Passcode)
    }

    /// Whether the page never gets to have its text.
    #[must_use]
    pub fn is_concealed(self) -> bool {
        matches!(self.kind, FieldKind::Concealed | FieldKind::Pasted)
    }
}

impl Fields {
    /// The form in which this field is filled, too.
    #[must_use]
    pub fn with(mut self, field: Field, text: Secret) -> Self {
        self.0.push((field, text));
        self
    }

    /// The text of a field; empty when the form does not have it.
    #[must_use]
    pub fn get(&self, field: Field) -> &str {
        self.secret(field).map_or("", Secret::expose)
    }

    /// The text of a field, as a secret.
    #[must_use]
    pub fn secret(&self, field: Field) -> Option<&Secret> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, text)| text)
    }
}
