//! The kinds of values that an option may have, each refused by the name of its option.

use std::ops::RangeInclusive;

use crate::core::admit::{is_hidden, is_hidden_in_words, shown};
use crate::core::config_error::ConfigError;
use crate::core::json::Json;
use crate::core::rules::{self, LONGEST_DOMAIN, LONGEST_TEXT};
use crate::core::words::{self, Replaced};

/// A list of names, each known to `from_id`, each once; `None` where the option is not there.
pub(super) fn each_once<T: PartialEq>(
    raw: &Json,
    option: &'static str,
    expected: &'static str,
    from_id: impl Fn(&str) -> Option<T>,
) -> Result<Option<Vec<T>>, ConfigError> {
    let Some(list) = raw.get(option) else { return Ok(None) };
    let ids = if let Json::List(ids) = list { ids.as_slice() } else { &[] };
    let mut items = Vec::new();
    for id in ids {
        match if let Json::Text(text) = id { from_id(text) } else { None } {
            Some(item) if !items.contains(&item) => items.push(item),
            _ => return Err(wrong(option, id, expected)),
        }
    }
    if items.is_empty() { Err(wrong(option, list, expected)) } else { Ok(Some(items)) }
}

pub(super) fn number(
    raw: &Json,
    option: &'static str,
    range: RangeInclusive<u32>,
    expected: &'static str,
) -> Result<Option<u32>, ConfigError> {
    let Some(raw) = raw.get(option) else { return Ok(None) };
    let number = if let Json::Number(number) = raw { u32::try_from(*number).ok() } else { None };
    match number {
        Some(number) if range.contains(&number) => Ok(Some(number)),
        _ => Err(wrong(option, raw, expected)),
    }
}

/// True or false; `default` where the option is not there.
pub(super) fn boolean(
    raw: &Json,
    option: &'static str,
    default: bool,
) -> Result<bool, ConfigError> {
    match raw.get(option) {
        None => Ok(default),
        Some(Json::Bool(value)) => Ok(*value),
        Some(other) => Err(wrong(option, other, "true or false")),
    }
}

/// Keystone takes what is written here, so it is admitted whole and never changed.
pub(super) fn domain(raw: &Json) -> Result<String, ConfigError> {
    let Some(raw) = raw.get("domain") else { return Ok(rules::default::DOMAIN.into()) };
    match raw {
        Json::Text(text) if is_line(text, LONGEST_DOMAIN) && !text.chars().any(is_hidden) => {
            Ok(text.clone())
        }
        _ => Err(wrong("domain", raw, "a domain's name or id, 1 to 64 characters")),
    }
}

/// The operator's words for texts of the panel, by the keys of the texts or by their English: a
/// template, or one for each plural form.
pub(super) fn texts(raw: &Json) -> Result<Replaced, ConfigError> {
    let expected = "texts of the panel, each with the text that stands for it, or with an object \
                    of its plural forms and other, 1 to 1000 characters without a line break";
    let members = match raw.get("texts") {
        None => return Ok(Replaced::default()),
        Some(Json::Object(members)) => members,
        Some(other) => return Err(wrong("texts", other, expected)),
    };
    let mut texts = Replaced::default();
    for (name, to) in members {
        let mut forms = Vec::new();
        match to {
            Json::Text(text) => forms.push(("other".into(), text.clone())),
            Json::Object(members) => forms.extend(members.iter().filter_map(|(form, text)| {
                let Json::Text(text) = text else { return None };
                Some((form.clone(), text.clone()))
            })),
            _ => {}
        }
        let is_whole = forms.iter().any(|(form, _): &(String, _)| form == "other");
        if !is_whole || !forms.iter().all(|(_, text)| is_line(text, LONGEST_TEXT)) {
            return Err(error("texts", name, expected));
        }
        // A page that is written by hand names a text by its English.
        texts.add_forms(name.parse().unwrap_or_else(|_| words::key(name.trim())), forms);
    }
    Ok(texts)
}

/// Whether `text` has something to see, no hidden character and no line break, and is at most
/// `most` characters long.
pub(in crate::core) fn is_line(text: &str, most: usize) -> bool {
    text.chars().nth(most).is_none()
        && !text.trim().is_empty()
        && !text.chars().any(is_hidden_in_words)
}

pub(in crate::core) fn wrong(
    option: &'static str,
    raw: &Json,
    expected: &'static str,
) -> ConfigError {
    match raw {
        Json::Text(text) => error(option, text, expected),
        Json::Number(number) => error(option, &number.to_string(), expected),
        _ => error(option, "a value of another kind", expected),
    }
}

pub(in crate::core) fn error(
    option: &'static str,
    value: &str,
    expected: &'static str,
) -> ConfigError {
    ConfigError { option, value: shown(value), expected }
}
