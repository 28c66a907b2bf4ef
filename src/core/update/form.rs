//! The form: what was typed is checked here and sent once.

use super::keystone;
use super::way_in::{ask, refuse};
use crate::core::admit::{Token, is_hidden};
use crate::core::config::SignInMethod;
use crate::core::field::{Field, Fields};
use crate::core::http::Request;
use crate::core::keystone::issue::{self, Person, Proof, is_id};
use crate::core::keystone::validate;
use crate::core::message::{Call, Effect};
use crate::core::model::{Entry, Model, Waiting};
use crate::core::text::{self, Notice};
use crate::core::words::Text;
use crate::core::words::catalog::sign_in as texts;

/// What Keystone takes for a name, in characters (`local_user.name` is a VARCHAR(255)).
const NAME_CHARS: usize = 255;
/// What Keystone takes for a password (`[identity] max_password_length`, 4096 by default).
const PASSWORD_BYTES: usize = 4096;

/// Sends what was typed, once. What cannot be right is not sent at all.
pub(super) fn submit(model: &mut Model, fields: &Fields) -> Vec<Effect> {
    let passcode = matches!(model.entry, Entry::Passcode(_));
    let form = match model.entry {
        Entry::Form => true,
        Entry::Closed => model.account.is_none(),
        _ => false,
    };
    if !form && !passcode {
        return Vec::new();
    }
    if form && model.method == SignInMethod::Token {
        return submit_token(model, fields);
    }
    if model.now < model.refusals.until {
        let seconds = (model.refusals.until - model.now).div_ceil(1000);
        return refuse(model, text::must_wait(seconds));
    }
    let mistake = if passcode { wrong_passcode(fields) } else { mistake(model.method, fields) };
    if let Some(notice) = mistake {
        return refuse(model, notice);
    }
    let request = match &model.entry {
        Entry::Passcode(challenge) => {
            let typed = fields.get(Field::Passcode).trim();
            Some(issue::ask(keystone(model), Proof::Passcode(&challenge.receipt, typed)))
        }
        _ => sign_in(model, fields),
    };
    let Some(request) = request else { return Vec::new() };
    let waiting = match std::mem::replace(&mut model.entry, Entry::Form) {
        Entry::Passcode(challenge) => Waiting::Passcode(challenge),
        _ => Waiting::Issue(model.method),
    };
    ask(model, waiting, Call::Issue, request)
}

/// The request for what was typed, which has been checked.
fn sign_in(model: &Model, fields: &Fields) -> Option<Request> {
    let trimmed = |field| fields.get(field).trim();
    let domain = trimmed(Field::Domain);
    let domain = if domain.is_empty() { &model.config.domain } else { domain };
    let person = Person { user: trimmed(Field::User), domain };
    let proof = match model.method {
        SignInMethod::Token => return None,
        SignInMethod::Password => Proof::Password(person, fields.secret(Field::Password)?),
        SignInMethod::ApplicationCredential => {
            let (credential, secret) =
                (trimmed(Field::Credential), fields.secret(Field::CredentialSecret)?);
            if is_id(credential) {
                Proof::ApplicationCredential(credential, secret)
            } else {
                Proof::NamedApplicationCredential(credential, person, secret)
            }
        }
    };
    Some(issue::ask(keystone(model), proof))
}

/// What is wrong with what was typed, without asking anybody.
fn mistake(method: SignInMethod, fields: &Fields) -> Option<Notice> {
    let by_password = method == SignInMethod::Password;
    let credential = fields.get(Field::Credential).trim();
    let mut names: Vec<(Text, Text, &str)> = Vec::new();
    if !by_password {
        names.push((texts::CREDENTIAL_MISSING, texts::CREDENTIAL_WRONG, credential));
    }
    if by_password || !is_id(credential) {
        names.push((texts::USER_MISSING, texts::USER_WRONG, fields.get(Field::User).trim()));
    }
    for (missing, _, name) in &names {
        if name.is_empty() {
            return Some(text::missing(*missing));
        }
    }
    let domain = fields.get(Field::Domain).trim();
    for (what, name) in names
        .into_iter()
        .map(|(_, wrong, name)| (wrong, name))
        .chain([(texts::DOMAIN_WRONG, domain)])
    {
        if name.chars().any(is_hidden) || name.chars().nth(NAME_CHARS).is_some() {
            return Some(text::not_a_name(what));
        }
    }
    let (missing, wrong, secret) = if by_password {
        (texts::PASSWORD_MISSING, texts::PASSWORD_WRONG, fields.get(Field::Password))
    } else {
        (texts::SECRET_MISSING, texts::SECRET_WRONG, fields.get(Field::CredentialSecret))
    };
    if secret.is_empty() {
        return Some(text::missing(missing));
    }
    (secret.len() > PASSWORD_BYTES).then(|| text::not_a_name(wrong))
}

fn wrong_passcode(fields: &Fields) -> Option<Notice> {
    let typed = fields.get(Field::Passcode).trim();
    // RFC 6238: six digits with Keystone, and never more than ten.
    let well_formed = (6..=10).contains(&typed.len()) && typed.bytes().all(|b| b.is_ascii_digit());
    (!well_formed).then(text::not_a_passcode)
}

fn submit_token(model: &mut Model, fields: &Fields) -> Vec<Effect> {
    let Some(token) = fields.secret(Field::Token).and_then(Token::admit) else {
        let empty = fields.get(Field::Token).trim().is_empty();
        return refuse(model, if empty { text::empty_token() } else { text::not_a_token() });
    };
    let request = validate::ask(keystone(model), &token);
    ask(model, Waiting::Validation(token), Call::Validate, request)
}
