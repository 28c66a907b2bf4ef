//! With a token, which is validated.

use super::{Attempt, Field, FieldKind, MethodRow, Mistake, SignInMethod, Typed};
use crate::core::admit::Token;
use crate::core::words::catalog::{refusals, sign_in as texts};

impl SignInMethod {
    /// A token that the reader got elsewhere and pastes.
    pub const TOKEN: Self = Self(&MethodRow {
        id: "token",
        label: texts::METHOD_TOKEN,
        fields: &[(Field::TOKEN, texts::FIELD_TOKEN)],
        promise: texts::TOKEN_PROMISE,
        how: Some(texts::TOKEN_HOW),
        locks: false,
        attempt,
        refused: (refusals::TOKEN_REFUSED, refusals::TOKEN_REFUSED_NEXT),
        forbidden: (refusals::KEYS_FORBIDDEN, refusals::KEYS_FORBIDDEN_NEXT),
    });
}

impl Field {
    /// A token.
    pub const TOKEN: Self = Self { id: "token", kind: FieldKind::Pasted };
}

fn attempt(typed: Typed<'_>) -> Result<Attempt<'_>, Mistake> {
    match typed.fields.secret(Field::TOKEN).and_then(Token::admit) {
        Some(token) => Ok(Attempt::Validation(token)),
        None if typed.trimmed(Field::TOKEN).is_empty() => {
            Err(Mistake(texts::NO_TOKEN, texts::NO_TOKEN_NEXT))
        }
        None => Err(Mistake(texts::NOT_A_TOKEN, texts::NOT_A_TOKEN_NEXT)),
    }
}
