//! With a password.
//!
//! Source: API reference, "Password authentication with unscoped authorization".

use super::person::{Checked, Person, names, secret};
use super::{Attempt, Field, FieldKind, MethodRow, Mistake, SignInMethod, Typed};
use crate::core::json::JsonPiece::{Raw, Text};
use crate::core::keystone::issue::{Proof, TokenScope};
use crate::core::words::catalog::{refusals, sign_in as texts};

impl SignInMethod {
    /// The reader's name and password, and a second factor where the account has one.
    pub const PASSWORD: Self = Self(&MethodRow {
        id: "password",
        label: texts::PASSWORD,
        fields: &[
            (Field::USER, texts::FIELD_USER),
            (Field::DOMAIN, texts::FIELD_DOMAIN),
            (Field::PASSWORD, texts::PASSWORD),
        ],
        promise: texts::SIGN_IN_PROMISE,
        how: None,
        locks: true,
        attempt,
        refused: (refusals::PASSWORD_REFUSED, refusals::PASSWORD_REFUSED_NEXT),
        forbidden: (refusals::SIGN_IN_FORBIDDEN, refusals::SIGN_IN_FORBIDDEN_NEXT),
    });
}

impl Field {
    /// A password.
    pub const PASSWORD: Self = Self { id: "password", kind: FieldKind::Password };
}

const PASSWORD: Checked = Checked {
    field: Field::PASSWORD,
    missing: texts::PASSWORD_MISSING,
    wrong: texts::PASSWORD_WRONG,
};

fn attempt(typed: Typed<'_>) -> Result<Attempt<'_>, Mistake> {
    names(typed, &[Checked::USER])?;
    let password = secret(typed, PASSWORD)?;
    let mut says = Person::of(typed).pieces();
    says.extend([Raw(r#","password":"#), Text(password), Raw("}")]);
    Ok(Attempt::Issue(Proof { method: "password", says, scope: TokenScope::None, receipt: None }))
}
