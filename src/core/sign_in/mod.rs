//! The ways to sign in: each is a file here and an item of [`SignInMethod::ALL`].
//!
//! A method is a row of data, and the configuration, the form, the screen and the view go over the
//! rows: nothing outside of this folder says what one of them is like. Only what a file of the
//! reader's says is read elsewhere, in `core/login_file` and `update/file.rs`: that is a part of
//! the app, and a row that led there would bring it into the file that everybody loads.

mod application_credential;
mod field;
mod passcode;
mod password;
mod person;
mod token;

use std::fmt;

use crate::core::admit::Token;
use crate::core::keystone::issue::{Proof, Receipt};
use crate::core::words::Text;

pub use field::{Field, FieldKind, Fields};

/// A way to sign in.
#[derive(Clone, Copy)]
pub struct SignInMethod(&'static MethodRow);

/// What a way to sign in is like.
pub struct MethodRow {
    /// Its name in the configuration, which is Keystone's name for it.
    pub id: &'static str,
    /// What the reader chooses it by.
    pub label: Text,
    /// The fields of its form, each with its label; `{place}` is the cloud and its region.
    pub fields: &'static [(Field, Text)],
    /// What becomes of what is typed.
    pub promise: Text,
    /// What stands above the command that prints a token, where the form asks for one.
    pub how: Option<Text>,
    /// Whether a sign-in that is refused counts towards the lock of the account: after several,
    /// the reader has to wait.
    pub locks: bool,
    /// What follows from what was typed, or why that cannot be right.
    pub attempt: fn(Typed<'_>) -> Result<Attempt<'_>, Mistake>,
    /// What is said where Keystone does not know who that is, and what comes next.
    pub refused: (Text, Text),
    /// What is said where Keystone knows, and does not allow it, and what comes next.
    pub forbidden: (Text, Text),
}

/// What was typed, and what it is about.
#[derive(Clone, Copy, Debug)]
pub struct Typed<'a> {
    /// The texts of the form.
    pub fields: &'a Fields,
    /// The domain of a user who names none.
    pub domain: &'a str,
    /// What Keystone gave for the first factor, where this is the second.
    pub receipt: Option<&'a Receipt>,
}

/// What is asked of Keystone.
pub enum Attempt<'a> {
    /// Whether this token is valid.
    Validation(Token),
    /// A token for this proof.
    Issue(Proof<'a>),
}

/// What is wrong with what was typed, without asking anybody: what is said, and what comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mistake(pub Text, pub Text);

impl SignInMethod {
    /// Every method that an author may offer, in the default order.
    pub const ALL: [Self; 3] = [Self::TOKEN, Self::PASSWORD, Self::APPLICATION_CREDENTIAL];
    /// What is said to an author who offers another one.
    pub const FORM: &str = "token, password or application_credential, each once";
    /// Those of a site that says nothing of it.
    pub const DEFAULT: [Self; 1] = [Self::TOKEN];

    /// What it is like.
    #[must_use]
    pub const fn row(self) -> &'static MethodRow {
        self.0
    }

    /// Its name in the configuration.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.0.id
    }

    /// The method with this name in the configuration.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.id() == id)
    }

    /// The fields of all forms; those that several forms have come several times.
    pub fn all_fields() -> impl Iterator<Item = Field> {
        let forms = Self::ALL.into_iter().chain([Self::PASSCODE]);
        forms.flat_map(|method| method.row().fields).map(|(field, _)| *field)
    }
}

impl PartialEq for SignInMethod {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id()
    }
}

impl Eq for SignInMethod {}

impl fmt::Debug for SignInMethod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl<'a> Typed<'a> {
    /// The text of a field, without the spaces around it.
    fn trimmed(self, field: Field) -> &'a str {
        self.fields.get(field).trim()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_author_is_told_names_every_method() {
        for method in SignInMethod::ALL {
            assert!(SignInMethod::FORM.contains(method.id()), "{method:?}");
            assert_eq!(SignInMethod::from_id(method.id()), Some(method));
        }
        assert_eq!(SignInMethod::from_id(SignInMethod::PASSCODE.id()), None);
    }
}
