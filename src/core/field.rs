//! The fields of the sign-in forms: what is typed or filled in, by name.

use crate::core::secret::Secret;

/// A field of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// A token.
    Token,
    /// A user's name or id.
    User,
    /// The domain of the user, by name or id.
    Domain,
    /// A password.
    Password,
    /// The id or the name of an application credential.
    Credential,
    /// The secret of an application credential.
    CredentialSecret,
    /// A passcode.
    Passcode,
}

impl Field {
    /// Every field.
    pub const ALL: [Self; 7] = [
        Self::Token,
        Self::User,
        Self::Domain,
        Self::Password,
        Self::Credential,
        Self::CredentialSecret,
        Self::Passcode,
    ];

    /// The name in the page.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::User => "user",
            Self::Domain => "domain",
            Self::Password => "password",
            Self::Credential => "credential",
            Self::CredentialSecret => "secret",
            Self::Passcode => "passcode",
        }
    }

    /// Whether its text is a secret, which does not stay in the page once it is sent.
    #[must_use]
    pub fn is_secret(self) -> bool {
        matches!(self, Self::Token | Self::Password | Self::CredentialSecret | Self::Passcode)
    }
}

/// The texts of a form.
#[derive(Debug, Default)]
pub struct Fields(Vec<(Field, Secret)>);

impl Fields {
    /// The form in which only `field` is filled.
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
