//! A file fills the form: read, matched with the configured regions, and forgotten. A part of the
//! app, for those who have such a file.

use super::way_in::refuse;
use crate::core::admit::shown;
use crate::core::app_part::AppPart;
use crate::core::login_file::{self, FileFault, Login, LoginMethod, Mismatch, Named, find_region};
use crate::core::message::{Effect, FileMsg, Focus, Msg};
use crate::core::model::{Entry, Model};
use crate::core::secret::Secret;
use crate::core::sign_in::{Field, SignInMethod};
use crate::core::text::{self, Notice};
use crate::parts::part_call;

part_call! {
    "__wasm_split_00files00_import_00000000000000000000000000000004_take_file",
    "__wasm_split_00files00_export_00000000000000000000000000000004_take_file",
    fn there(model: &mut Model, msg: Msg, effects: &mut Vec<Effect>) =>
        *effects = take_here(model, msg)
}

/// Takes a message about a file; later, where the part is on its way.
pub(super) fn take(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let mut effects = Vec::new();
    if model.parts.has(AppPart::Files) {
        there(model, msg, &mut effects);
    } else {
        model.waiting.push(msg);
    }
    effects
}

fn take_here(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::File(FileMsg::Read(name, text)) => read(model, &name, text),
        Msg::File(FileMsg::ChooseCloud(index)) => choose(model, index),
        Msg::File(FileMsg::ChooseAddress(index)) => choose_address(model, index),
        _ => Vec::new(),
    }
}

fn read(model: &mut Model, name: &str, content: Option<Secret>) -> Vec<Effect> {
    if !matches!(model.entry, Entry::Form | Entry::Clouds(_) | Entry::Address(_)) {
        return Vec::new();
    }
    let read = content.ok_or(FileFault::TooLarge).and_then(|text| login_file::read(name, &text));
    match read {
        Ok(mut logins) if logins.usable.len() == 1 && logins.others.is_empty() => {
            logins.usable.pop().map_or_else(Vec::new, |login| begin(model, login))
        }
        Ok(logins) => {
            model.notice = (!logins.others.is_empty()).then(|| text::left_out(&logins.others));
            model.entry = Entry::Clouds(logins);
            vec![Effect::Focus(Focus::Choice)]
        }
        Err(fault) => refuse(model, text::file_refused(&shown(name), fault)),
    }
}

/// The reader says which of several clouds.
fn choose(model: &mut Model, index: usize) -> Vec<Effect> {
    match std::mem::replace(&mut model.entry, Entry::Form) {
        Entry::Clouds(mut logins) if index < logins.usable.len() => {
            let login = logins.usable.swap_remove(index);
            begin(model, login)
        }
        other => {
            model.entry = other;
            Vec::new()
        }
    }
}

/// The reader says which Keystone a file is for that does not say it itself.
fn choose_address(model: &mut Model, index: usize) -> Vec<Effect> {
    match std::mem::replace(&mut model.entry, Entry::Form) {
        Entry::Address(login) if login.regions(&model.config.regions).any(|(i, _)| i == index) => {
            fill(model, &login, index)
        }
        other => {
            model.entry = other;
            Vec::new()
        }
    }
}

/// Fills the form where the file says which Keystone it is for, else asks: a missing address is
/// not agreement.
fn begin(model: &mut Model, login: Login) -> Vec<Effect> {
    let region = match find_region(&login, &model.config.regions, model.region) {
        Ok(region) => region,
        Err(Mismatch::Keystone(there) | Mismatch::Region(there)) => {
            let configured = model.region_names(None);
            return refuse(model, text::other_cloud(&there, &configured));
        }
    };
    if login.auth_url.is_some() {
        return fill(model, &login, region);
    }
    if let Err(notice) = method(model, &login) {
        return refuse(model, notice);
    }
    model.notice = Some(text::no_address(login.profile.as_deref()));
    model.entry = Entry::Address(login);
    vec![Effect::Focus(Focus::Choice)]
}

/// The way in that a file takes, where the page offers it.
fn method(model: &Model, login: &Login) -> Result<SignInMethod, Notice> {
    let method = match &login.method {
        LoginMethod::Password { .. } => SignInMethod::PASSWORD,
        LoginMethod::ApplicationCredential { .. } => SignInMethod::APPLICATION_CREDENTIAL,
        LoginMethod::Token(_) => SignInMethod::TOKEN,
        LoginMethod::Other(name) => return Err(text::method_not_offered(name)),
    };
    let is_offered = model.config.methods.contains(&method);
    if is_offered { Ok(method) } else { Err(text::method_not_offered(method.id())) }
}

fn fill(model: &mut Model, login: &Login, region: usize) -> Vec<Effect> {
    let moves =
        model.config.regions.get(region).map(|r| &r.keystone) != Some(&model.region().keystone);
    if moves && model.account.is_some() {
        // A session belongs to one Keystone: renewing it cannot mean another one.
        let there = model.config.regions[region].name.as_str();
        return refuse(model, text::other_region(there));
    }
    let method = match method(model, login) {
        Ok(method) => method,
        Err(notice) => return refuse(model, notice),
    };
    model.region = region;
    model.method = method;
    model.wanted = login.project.as_ref().map(|project| word(project).to_owned());
    let region = model.region().name.as_str();
    let notice = text::form_filled(region, model.wanted.as_deref().map(shown).as_deref());
    let mut effects = refuse(model, notice);
    let fields = fields(login, &model.config.domain);
    effects.extend(fields.into_iter().map(|(field, text)| Effect::Fill(field, text)));
    effects
}

/// Every field of the form. What the file does not have is emptied: it may hold what an earlier
/// file had, and one user's password must not go with another one's name.
fn fields(login: &Login, usual_domain: &str) -> Vec<(Field, Secret)> {
    let mut fields = Vec::new();
    let mut put = |field, secret: Option<Secret>| {
        fields.push((field, secret.unwrap_or_else(|| Secret::new(String::new()))));
    };
    let plain = |text: &str| Some(Secret::new(text.into()));
    let (user, domain) = match &login.method {
        LoginMethod::Password { user, domain, password } => {
            put(Field::PASSWORD, password.clone());
            (user, domain)
        }
        LoginMethod::ApplicationCredential { id, name, user, domain, secret } => {
            put(Field::CREDENTIAL, id.as_deref().or(name.as_deref()).and_then(plain));
            put(Field::CREDENTIAL_SECRET, secret.clone());
            (user, domain)
        }
        LoginMethod::Token(token) => {
            put(Field::TOKEN, Some(token.clone()));
            return fields;
        }
        LoginMethod::Other(_) => return fields,
    };
    put(Field::USER, user.as_ref().map(word).and_then(plain));
    put(Field::DOMAIN, plain(domain.as_ref().map_or(usual_domain, word)));
    fields
}

/// A name or an id as it is typed: the form tells them apart by their look.
fn word(named: &Named) -> &str {
    let (Named::Id(text) | Named::Name(text)) = named;
    text
}
