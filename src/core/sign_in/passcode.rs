//! The second step of a sign-in with a password, for an account that has a second factor.
//!
//! Source: the administrator's guide, "Multi-Factor Authentication".

use super::{Attempt, Field, FieldKind, MethodRow, Mistake, SignInMethod, Typed};
use crate::core::json::JsonPiece::{Raw, Text};
use crate::core::keystone::issue::{Proof, TokenScope};
use crate::core::words::catalog::{refusals, sign_in as texts};

impl SignInMethod {
    /// A passcode, after a password that Keystone gave a receipt for: no method to choose.
    pub const PASSCODE: Self = Self(&MethodRow {
        id: "totp",
        label: texts::FIELD_PASSCODE,
        fields: &[(Field::PASSCODE, texts::FIELD_PASSCODE)],
        promise: texts::PASSCODE_PROMISE,
        how: None,
        locks: true,
        attempt,
        refused: (refusals::PASSCODE_REFUSED, refusals::PASSCODE_REFUSED_NEXT),
        forbidden: (refusals::SIGN_IN_FORBIDDEN, refusals::SIGN_IN_FORBIDDEN_NEXT),
    });
}

impl Field {
    /// A passcode.
    pub const PASSCODE: Self = Self { id: "passcode", kind: FieldKind::Passcode };
}

fn attempt(typed: Typed<'_>) -> Result<Attempt<'_>, Mistake> {
    let passcode = typed.trimmed(Field::PASSCODE);
    let is_number = passcode.bytes().all(|b| b.is_ascii_digit());
    match typed.receipt {
        // RFC 6238: six digits with Keystone, and never more than ten.
        Some(receipt) if is_number && (6..=10).contains(&passcode.len()) => {
            let user = receipt.user.as_str();
            let says = vec![
                Raw(r#""user":{"id":"#),
                Text(user),
                Raw(r#","passcode":"#),
                Text(passcode),
                Raw("}"),
            ];
            let receipt = Some(&receipt.secret);
            Ok(Attempt::Issue(Proof { method: "totp", says, scope: TokenScope::None, receipt }))
        }
        _ => Err(Mistake(texts::NOT_A_PASSCODE, texts::NOT_A_PASSCODE_NEXT)),
    }
}
