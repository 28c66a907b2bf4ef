//! The rules that are data, as the plugin reads them.
//!
//! What a character may be is asked of the app itself, for each one that there is.

use keyfill::core::admit;
use keyfill::core::client::{Form, Section, Shell};
use keyfill::core::config::{Addressing, Checksums, SessionReach};
use keyfill::core::panel::Show;
use keyfill::core::rules::{self, default, placeholder, unfilled};
use keyfill::core::sign_in::SignInMethod;
use keyfill::core::slot::{ClientFact, Kind, LANGUAGES, name, surroundings};
use serde_json::{Map, Value, json};

/// Everything below `rules` in `static.json`.
pub fn all() -> Value {
    json!({
        "kinds": Kind::ALL.map(Kind::id),
        "sign_in": SignInMethod::ALL.map(SignInMethod::id),
        "shows": Show::ALL.map(|(id, _)| id),
        "secret_words": rules::SECRET_WORDS,
        "languages": LANGUAGES
            .iter()
            .filter(|row| !row.names.is_empty())
            .map(|row| (format!("{:?}", row.language).to_lowercase(), json!(row.names)))
            .collect::<Map<_, _>>(),
        "skipped": selectors(surroundings::SKIPPED),
        "around": selectors(surroundings::AROUND),
        "off": surroundings::OFF,
        "limits": limits(),
        "sections": Section::ALL.map(|(name, _)| name),
        "shells": Shell::ALL.map(|(name, _)| name),
        "forms": Form::ALL.map(|(name, _)| name),
        "addressing": Addressing::ALL.map(|(name, _)| name),
        "checksums": Checksums::ALL.map(|(name, _)| name),
        "session": SessionReach::ALL.map(|(name, _)| name),
        "client_facts": ClientFact::ALL.map(|(name, _)| name),
        "facts_of_region": ClientFact::ALL
            .iter()
            .filter(|(_, fact)| fact.is_of_region())
            .map(|(name, _)| *name)
            .collect::<Vec<_>>(),
        "unfilled": unfilled::AROUND
            .iter()
            .map(|(shell, before, after)| (named(*shell, &Shell::ALL), json!([before, after])))
            .collect::<Map<_, _>>(),
        "placeholders": {
            "region": placeholder::REGION,
            "endpoint": placeholder::ENDPOINT,
            "host": placeholder::HOST,
        },
        "ranges": {
            "idle_minutes": [rules::IDLE_MINUTES.start(), rules::IDLE_MINUTES.end()],
            "deletion_delay": [rules::DELETION_DELAY.start(), rules::DELETION_DELAY.end()],
        },
        "defaults": {
            "clients": default::CLIENTS,
            "sign_in": SignInMethod::DEFAULT.map(SignInMethod::id),
            "domain": default::DOMAIN,
            "idle_minutes": default::IDLE_MINUTES,
            "catalog_endpoints": default::CATALOG_ENDPOINTS,
            "deletion_delay": default::DELETION_DELAY,
            "remember_values": default::REMEMBER_VALUES,
            "session": default::SESSION,
            "copy_buttons": default::COPY_BUTTONS,
            "sample": default::SAMPLE,
        },
        "characters": {
            "hidden": admit::hidden_ranges().collect::<Vec<_>>(),
            "typography": admit::TYPOGRAPHY,
            "letters": ranges(|c| name::can_match(&c.to_string())),
            "inner": ranges(|c| name::can_match(&format!("a{c}a"))),
            "not_last": ranges(|c| {
                name::can_match(&format!("a{c}a")) && !name::can_match(&format!("a{c}"))
            }),
            "normal": normal(),
        },
    })
}

/// The name that `all` has for something.
pub fn named<T: PartialEq + Copy>(item: T, all: &[(&str, T)]) -> String {
    all.iter().find(|(_, other)| *other == item).map(|(name, _)| (*name).to_owned()).unwrap()
}

fn selectors(list: &str) -> Vec<&str> {
    list.split(',').map(str::trim).collect()
}

fn limits() -> Value {
    json!({
        "shown": rules::LONGEST_SHOWN,
        "domain": rules::LONGEST_DOMAIN,
        "region": rules::LONGEST_REGION,
        "slot_id": rules::LONGEST_SLOT_ID,
        "slot_name": rules::LONGEST_SLOT_NAME,
        "slot_label": rules::LONGEST_SLOT_LABEL,
        "clients": rules::MOST_CLIENTS,
        "tabs_in_row": rules::TABS_IN_ROW,
        "tabs": rules::MOST_TABS,
        "steps": rules::MOST_STEPS,
        "tab_id": rules::LONGEST_TAB_ID,
        "tab_label": rules::LONGEST_TAB_LABEL,
        "lead": rules::LONGEST_LEAD,
        "language": rules::LONGEST_LANGUAGE,
        "step": rules::LONGEST_STEP,
        "text": rules::LONGEST_TEXT,
    })
}

/// The first and the last code point of each range of characters that are so.
fn ranges(is_so: impl Fn(char) -> bool) -> Vec<(u32, u32)> {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for c in ('\0'..=char::MAX).filter(|c| is_so(*c)) {
        let code = u32::from(c);
        match ranges.last_mut() {
            // No character is a surrogate, so a range goes over them.
            Some((_, last)) if *last + 1 == code || (*last, code) == (0xd7ff, 0xe000) => {
                *last = code;
            }
            _ => ranges.push((code, code)),
        }
    }
    ranges
}

/// What each character becomes in the normal form of a name, where it does not stay as it is.
fn normal() -> Map<String, Value> {
    let each = ('\0'..=char::MAX).map(|c| c.to_string());
    let changed = each.filter_map(|c| {
        let normal = name::normal(&c);
        (normal != c).then(|| (c, normal.into()))
    });
    changed.collect()
}
