//! With an application credential, by its id, or by its name and whose it is.
//!
//! Source: API reference, "Authenticating with an Application Credential".

use super::person::{Checked, Person, names, secret};
use super::{Attempt, Field, FieldKind, MethodRow, Mistake, SignInMethod, Typed};
use crate::core::json::JsonPiece::{Raw, Text};
use crate::core::keystone::issue::{ID, NAME, Proof, TokenScope, is_id};
use crate::core::words::catalog::{refusals, sign_in as texts};

impl SignInMethod {
    /// An application credential's id or name, and its secret.
    pub const APPLICATION_CREDENTIAL: Self = Self(&MethodRow {
        id: "application_credential",
        label: texts::METHOD_CREDENTIAL,
        fields: &[
            (Field::CREDENTIAL, texts::FIELD_CREDENTIAL),
            (Field::CREDENTIAL_SECRET, texts::FIELD_SECRET),
            (Field::USER, texts::FIELD_USER_OF_CREDENTIAL),
            (Field::DOMAIN, texts::FIELD_DOMAIN),
        ],
        promise: texts::SIGN_IN_PROMISE,
        how: None,
        locks: true,
        attempt,
        refused: (refusals::CREDENTIAL_REFUSED, refusals::CREDENTIAL_REFUSED_NEXT),
        forbidden: (refusals::SIGN_IN_FORBIDDEN, refusals::SIGN_IN_FORBIDDEN_NEXT),
    });
}

impl Field {
    /// The id or the name of an application credential.
    pub const CREDENTIAL: Self = Self { id: "credential", kind: FieldKind::Plain };
    /// The secret of an application credential.
    pub const CREDENTIAL_SECRET: Self = Self { id: "secret", kind: FieldKind::Concealed };
}

const CREDENTIAL: Checked = Checked {
    field: Field::CREDENTIAL,
    missing: texts::CREDENTIAL_MISSING,
    wrong: texts::CREDENTIAL_WRONG,
};
const SECRET: Checked = Checked {
    field: Field::CREDENTIAL_SECRET,
    missing: texts::SECRET_MISSING,
    wrong: texts::SECRET_WRONG,
};

fn attempt(typed: Typed<'_>) -> Result<Attempt<'_>, Mistake> {
    let credential = typed.trimmed(Field::CREDENTIAL);
    let has_id = is_id(credential);
    names(typed, if has_id { &[CREDENTIAL] } else { &[CREDENTIAL, Checked::USER] })?;
    let secret = secret(typed, SECRET)?;
    let mut says = vec![Raw(if has_id { ID } else { NAME }), Text(credential)];
    if !has_id {
        says.push(Raw(","));
        says.extend(Person::of(typed).pieces());
        says.push(Raw("}"));
    }
    says.extend([Raw(r#","secret":"#), Text(secret)]);
    let method = "application_credential";
    Ok(Attempt::Issue(Proof { method, says, scope: TokenScope::Own, receipt: None }))
}
