//! The file of a client as the page gets it. The plugin has made it, and has told the author of
//! mistakes; what is wrong here is not a file of this version of Keyfill.

use super::file::{
    ClientBlock, ClientFile, ClientPiece, ClientStep, ClientText, Form, Section, Shell,
};
use crate::core::admit::is_hidden_in_words;
use crate::core::json::Json;
use crate::core::rules::{
    LONGEST_LANGUAGE, LONGEST_LEAD, LONGEST_STEP, LONGEST_TAB_LABEL, MOST_STEPS,
};
use crate::core::slot::{ClientFact, DEFAULTS, Place, Source};

impl ClientFile {
    /// Reads `{"id", "purpose"?, "note"?, "shells"?: [..], "steps": [{"section", "lead", "blocks": [{"language",
    /// "shells"?, "form"?, "copy_name"?, "file"?, "text"}]}]}`, where the text of a block is a
    /// string, or a list of strings, of slots `[id, as written, place]` and of `{"guard": text}`.
    ///
    /// `None` where it is something else.
    #[must_use]
    pub fn from_json(json: &str) -> Option<Self> {
        let raw = Json::parse(json)?;
        let steps = raw.list("steps")?;
        if steps.is_empty() || steps.len() > MOST_STEPS {
            return None;
        }
        let steps: Vec<_> = steps.iter().map(step).collect::<Option<_>>()?;
        Some(Self {
            id: raw.text("id")?.into(),
            purpose: some(words(&raw, "purpose", LONGEST_LEAD)?),
            note: some(words(&raw, "note", LONGEST_LEAD)?),
            shells: raw
                .list("shells")
                .unwrap_or_default()
                .iter()
                .map(shell)
                .collect::<Option<_>>()?,
            steps,
            is_guarded: true,
        })
    }
}

fn shell(raw: &Json) -> Option<Shell> {
    match raw {
        Json::Text(name) => named(name, &Shell::ALL),
        _ => None,
    }
}

fn step(raw: &Json) -> Option<ClientStep> {
    Some(ClientStep {
        section: named(raw.text("section")?, &Section::ALL)?,
        lead: some(words(raw, "lead", LONGEST_LEAD)?)?,
        blocks: raw.list("blocks")?.iter().map(block).collect::<Option<_>>()?,
    })
}

fn block(raw: &Json) -> Option<ClientBlock> {
    let language = raw.text("language")?;
    let is_of_language = |b: u8| b.is_ascii_alphanumeric() || b"+#._-".contains(&b);
    if language.len() > LONGEST_LANGUAGE || !language.bytes().all(is_of_language) {
        return None;
    }
    let shells = raw.list("shells").unwrap_or_default();
    Some(ClientBlock {
        language: language.into(),
        shells: shells.iter().map(shell).collect::<Option<_>>()?,
        form: match raw.text("form") {
            Some(name) => Some(named(name, &Form::ALL)?),
            None => None,
        },
        copy_name: some(words(raw, "copy_name", LONGEST_TAB_LABEL)?),
        file: some(words(raw, "file", LONGEST_TAB_LABEL)?),
        text: text(raw.get("text")?)?,
        is_off: false,
    })
}

fn text(raw: &Json) -> Option<ClientText> {
    let mut left = LONGEST_STEP;
    match raw {
        Json::Text(text) => Some(ClientText::Whole(code(text, &mut left)?)),
        Json::List(pieces) => {
            let pieces = pieces.iter().map(|raw| piece(raw, &mut left)).collect::<Option<_>>()?;
            Some(ClientText::Read(pieces))
        }
        _ => None,
    }
}

fn piece(raw: &Json, left: &mut usize) -> Option<ClientPiece> {
    match raw {
        Json::Text(text) => Some(ClientPiece::Text(code(text, left)?)),
        Json::List(slot) => match slot.as_slice() {
            [Json::Text(id), Json::Text(written), Json::Text(place)] => Some(ClientPiece::Slot {
                source: source(id),
                id: id.clone(),
                written: code(written, left)?,
                place: Place::from_code(place)?,
            }),
            _ => None,
        },
        Json::Object(_) => Some(ClientPiece::Guard(code(raw.text("guard")?, left)?)),
        _ => None,
    }
}

/// Text that is copied, of which `left` characters may be.
fn code(text: &str, left: &mut usize) -> Option<String> {
    *left = left.checked_sub(text.chars().count())?;
    let is_hidden = |c| is_hidden_in_words(c) && !matches!(c, '\n' | '\t');
    (!text.chars().any(is_hidden)).then(|| text.into())
}

/// The words under `name`, none where there are none; `None` where they cannot be shown.
fn words(raw: &Json, name: &str, most: usize) -> Option<String> {
    let text = match raw.get(name) {
        None => "",
        Some(Json::Text(text)) => text,
        Some(_) => return None,
    };
    let is_good = text.chars().nth(most).is_none() && !text.chars().any(is_hidden_in_words);
    is_good.then(|| text.into())
}

fn some(words: String) -> Option<String> {
    (!words.is_empty()).then_some(words)
}

fn named<T: Copy>(name: &str, all: &[(&str, T)]) -> Option<T> {
    all.iter().find(|(other, _)| *other == name).map(|(_, item)| *item)
}

/// Where the value of a slot comes from, unless it is an author's own.
fn source(id: &str) -> Option<Source> {
    let fact = named(id, &ClientFact::ALL).map(Source::Client);
    let default = || DEFAULTS.iter().find(|slot| slot.id == id).map(|slot| slot.source);
    fact.or_else(default)
}
