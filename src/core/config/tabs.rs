//! The operator's own tabs.

use super::clients::is_id;
use super::values::{error, is_line, wrong};
use crate::core::admit::is_hidden_in_words;
use crate::core::client::{Tab, TabStep};
use crate::core::config_error::ConfigError;
use crate::core::json::Json;
use crate::core::rules::{
    LONGEST_LANGUAGE, LONGEST_LEAD, LONGEST_STEP, LONGEST_TAB_LABEL, MOST_STEPS, MOST_TABS,
};

/// Reads the option `tabs`.
pub(super) fn tabs(raw: &Json) -> Result<Vec<Tab>, ConfigError> {
    let expected = "a list of at most 10 tabs, each with id, label and steps";
    let raws = match raw.get("tabs") {
        None => return Ok(Vec::new()),
        Some(Json::List(raws)) if raws.len() <= MOST_TABS => raws,
        Some(other) => return Err(wrong("tabs", other, expected)),
    };
    let mut tabs: Vec<Tab> = Vec::new();
    for raw in raws {
        let tab = tab(raw)?;
        if tabs.iter().any(|other| other.id == tab.id) {
            return Err(error("tabs.id", &tab.id, "each id once"));
        }
        tabs.push(tab);
    }
    Ok(tabs)
}

fn tab(raw: &Json) -> Result<Tab, ConfigError> {
    let id = raw.text("id").unwrap_or_default();
    if !is_id(id) {
        let expected = "a lower-case letter, then lower-case letters, digits and '-', at most 32";
        return Err(error("tabs.id", id, expected));
    }
    let steps = raw.list("steps").unwrap_or_default();
    if steps.is_empty() || steps.len() > MOST_STEPS {
        return Err(error("tabs.steps", id, "1 to 32 steps, each with lead, language and text"));
    }
    Ok(Tab {
        id: id.into(),
        label: line(raw, "label", "tabs.label", LONGEST_TAB_LABEL)?,
        steps: steps.iter().map(step).collect::<Result<_, _>>()?,
    })
}

fn step(raw: &Json) -> Result<TabStep, ConfigError> {
    let language = raw.text("language").unwrap_or_default();
    let is_of_language = |b: u8| b.is_ascii_alphanumeric() || b"+#._-".contains(&b);
    if language.len() > LONGEST_LANGUAGE || !language.bytes().all(is_of_language) {
        return Err(error("tabs.steps.language", language, "the name of a language, as bash"));
    }
    let text = raw.text("text").unwrap_or_default().trim_matches('\n');
    if text.trim().is_empty()
        || text.chars().nth(LONGEST_STEP).is_some()
        || text.chars().any(|c| is_hidden_in_words(c) && !"\n\t".contains(c))
    {
        let expected = "the text of the block, 1 to 16384 characters";
        return Err(error("tabs.steps.text", text, expected));
    }
    let copy_name = match raw.get("copy_name") {
        None => None,
        Some(_) => Some(line(raw, "copy_name", "tabs.steps.copy_name", LONGEST_TAB_LABEL)?),
    };
    Ok(TabStep {
        lead: line(raw, "lead", "tabs.steps.lead", LONGEST_LEAD)?,
        copy_name,
        language: language.into(),
        text: text.into(),
        off: matches!(raw.get("off"), Some(Json::Bool(true))),
    })
}

fn line(raw: &Json, name: &str, option: &'static str, most: usize) -> Result<String, ConfigError> {
    let text = raw.text(name).unwrap_or_default();
    if is_line(text, most) {
        Ok(text.into())
    } else {
        Err(error(option, text, "one line of text, 1 to 1000 characters (64 for a label)"))
    }
}
