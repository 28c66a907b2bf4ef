//! What a reader types into the form.

use keyfill::core::message::{Msg, SignInMsg};
use keyfill::core::secret::Secret;
use keyfill::core::sign_in::{Field, Fields};

/// A token in the form.
pub fn pasted(token: &str) -> Msg {
    filled(&[(Field::TOKEN, token)])
}

/// A user name and a password in the form.
pub fn typed(user: &str, password: &str) -> Msg {
    filled(&[(Field::USER, user), (Field::PASSWORD, password)])
}

/// These texts in the form.
pub fn filled(texts: &[(Field, &str)]) -> Msg {
    let with = |all: Fields, (field, text): &(Field, &str)| {
        all.with(*field, Secret::new((*text).to_owned()))
    };
    Msg::SignIn(SignInMsg::Submit(texts.iter().fold(Fields::default(), with)))
}
