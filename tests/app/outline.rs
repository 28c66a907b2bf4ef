//! A panel as a screen reader has it: for each element that says something its role, name and
//! state, and the text between them. Classes, ids and wrappers are left out, so that a change of
//! the look changes no outline.

use std::fmt::Write as _;

use crate::markup::{self, Element, Token};

/// What of an element's attributes is a state, or decides how a field is used.
const STATES: [&str; 17] = [
    "aria-busy",
    "aria-current",
    "aria-expanded",
    "aria-invalid",
    "aria-live",
    "aria-pressed",
    "autocomplete",
    "checked",
    "data-focus",
    "disabled",
    "download",
    "hidden",
    "href",
    "open",
    "readonly",
    "required",
    "selected",
];

/// What stands within a sentence.
const INLINE: [&str; 7] = ["b", "bdi", "code", "em", "kbd", "span", "strong"];

/// What has its text as its name: there is nothing more to say of what is in it.
const NAMED_BY_TEXT: [&str; 6] = ["button", "label", "legend", "option", "pre", "summary"];

/// The outline of `html`, one thing in a line, indented by what it is in.
pub fn outline(html: &str) -> String {
    let all = markup::elements(html);
    let (mut lines, mut text) = (String::new(), String::new());
    // Of each element around: whether it has a line, and whether its text is its name.
    let mut around: Vec<(bool, bool)> = Vec::new();
    let mut elements = all.iter();
    for token in markup::tokens(html) {
        let is_named = around.iter().any(|(_, is_named)| *is_named);
        match token {
            Token::Text(more) if !is_named => text.push_str(more),
            Token::Text(_) => {}
            Token::Open { is_void } => {
                let Some(element) = elements.next() else { break };
                let said = line(element, &all);
                if said.is_some() || !INLINE.contains(&&*element.tag) {
                    put(&mut lines, &around, &quoted(&mut text));
                }
                put(&mut lines, &around, said.as_deref().unwrap_or_default());
                if !is_void {
                    around.push((said.is_some(), NAMED_BY_TEXT.contains(&&*element.tag)));
                }
            }
            Token::Close { tag } => {
                if !INLINE.contains(&tag) {
                    put(&mut lines, &around, &quoted(&mut text));
                }
                around.pop();
            }
        }
    }
    lines
}

/// Adds a line, where there is something to say.
fn put(lines: &mut String, around: &[(bool, bool)], said: &str) {
    if !said.is_empty() {
        let indent = 2 * around.iter().filter(|(is_shown, _)| *is_shown).count();
        let _ = writeln!(lines, "{:indent$}{said}", "");
    }
}

/// The text until here in quotes, after which there is none.
fn quoted(text: &mut String) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let said = if words.is_empty() { String::new() } else { format!("{:?}", words.join(" ")) };
    text.clear();
    said
}

/// What is said of an element itself; nothing of one that only groups or looks.
fn line(element: &Element, all: &[Element]) -> Option<String> {
    let role = element.attribute("role").map(str::to_owned).or_else(|| role(element));
    let states = STATES.iter().filter_map(|state| {
        let value = element.attribute(state)?;
        Some(if value.is_empty() { (*state).to_owned() } else { format!("{state}={value}") })
    });
    let states: Vec<String> = states.collect();
    if role.is_none() && states.is_empty() {
        return None;
    }
    let mut said = role.unwrap_or_else(|| element.tag.clone());
    let label = || {
        let id = element.attribute("id")?;
        let is_its = |e: &&Element| e.tag == "label" && e.attribute("for") == Some(id);
        all.iter().find(is_its).map(Element::name)
    };
    let text = || NAMED_BY_TEXT.contains(&&*element.tag).then(|| element.name());
    if let Some(name) = element.attribute("aria-label").or_else(label).or_else(text) {
        let _ = write!(said, " {:?}", beginning(name));
    }
    let described = element.attribute("aria-describedby").unwrap_or_default();
    for id in described.split_whitespace() {
        if let Some(other) = all.iter().find(|e| e.attribute("id") == Some(id)) {
            let _ = write!(said, " described by {:?}", beginning(&other.text));
        }
    }
    for state in states {
        said.push(' ');
        said.push_str(&state);
    }
    Some(said)
}

/// As much of a text as tells which it is: commands and messages have tests of their own.
fn beginning(text: &str) -> String {
    let first = text.trim().lines().next().unwrap_or_default();
    let words: Vec<&str> = first.split_whitespace().collect();
    words.join(" ").chars().take(60).collect()
}

/// The role that an element has by itself, by the table of HTML AAM.
fn role(element: &Element) -> Option<String> {
    let kind = element.attribute("type").unwrap_or("text");
    let role = match &*element.tag {
        "a" if element.attribute("href").is_some() => "link",
        "button" | "summary" => "button",
        "details" | "fieldset" => "group",
        "dialog" => "dialog",
        "form" => "form",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "heading",
        "input" => return Some(format!("field {kind}")),
        "label" => "label",
        "legend" => "legend",
        "li" => "listitem",
        "ol" | "ul" => "list",
        "option" => "option",
        "pre" => "code",
        "select" => "combobox",
        "table" => "table",
        "td" | "th" => "cell",
        "textarea" => "textbox",
        _ => return None,
    };
    Some(role.into())
}
