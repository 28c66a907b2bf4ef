//! The operator's words in the place of the panel's own.

use std::cell::RefCell;

use yew::AttrValue;

thread_local! {
    static TEXTS: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// Takes texts, each with what is shown in its place, from now on and for every panel.
///
/// `{}` in a text stands for what differs: a name, a number. In its replacement `{}` is the next
/// of them, and `{2}` is the second.
pub fn set_texts(texts: &[(String, String)]) {
    TEXTS.set(texts.to_vec());
}

/// `text` in the operator's words, with the white space around it as it was.
#[must_use]
pub fn said(text: &str) -> String {
    put(text.to_owned().into()).to_string()
}

/// The same for the views.
#[inline(never)]
pub(super) fn put(text: AttrValue) -> AttrValue {
    TEXTS.with_borrow(
        |texts| {
            if texts.is_empty() { text } else { replaced(&text, texts).unwrap_or(text) }
        },
    )
}

fn replaced(text: &str, texts: &[(String, String)]) -> Option<AttrValue> {
    let inner = text.trim();
    let (mut best, mut new) = (0, None);
    for (from, to) in texts {
        if from == inner {
            new = Some(to.clone());
            break;
        }
        // Of several that fit, the one that says most is meant.
        if from.len() > best
            && let Some(found) = gaps(inner, from)
        {
            (best, new) = (from.len(), Some(filled(to, &found)));
        }
    }
    let new = new?;
    let (before, after) = (text.len() - text.trim_start().len(), text.trim_end().len());
    let around = (text.get(..before)?, text.get(after..).filter(|_| !inner.is_empty())?);
    Some([around.0, &new, around.1].concat().into())
}

/// What stands in `text` where `from` has `{}`; `None` where the rest is not the same.
fn gaps<'t>(text: &'t str, from: &str) -> Option<Vec<&'t str>> {
    let (first, _, mut from) = next_gap(from)?;
    let mut text = text.strip_prefix(first)?;
    let mut found = Vec::new();
    while let Some((between, _, rest)) = next_gap(from) {
        // Not `str::find`, whose search is a kilobyte of wasm.
        let mut windows = text.as_bytes().windows(between.len().max(1));
        let at = windows.position(|window| between.is_empty() || window == between.as_bytes())?;
        found.push(text.get(..at)?);
        text = text.get(at + between.len()..)?;
        from = rest;
    }
    found.push(text.strip_suffix(from)?);
    Some(found)
}

/// `to` with its gaps filled.
fn filled(to: &str, found: &[&str]) -> String {
    let (mut text, mut rest, mut count) = (String::new(), to, 0);
    while let Some((before, number, after)) = next_gap(rest) {
        text.push_str(before);
        text.push_str(found.get(number.unwrap_or(count)).copied().unwrap_or_default());
        count += 1;
        rest = after;
    }
    text.push_str(rest);
    text
}

/// What stands before the next `{}` or `{1}`, its number from 0, and what comes after it.
fn next_gap(text: &str) -> Option<(&str, Option<usize>, &str)> {
    text.match_indices('{').find_map(|(at, _)| {
        let (number, after) = match text.as_bytes().get(at + 1..)? {
            [b'}', ..] => (None, at + 2),
            [digit @ b'1'..=b'9', b'}', ..] => (Some(usize::from(digit - b'1')), at + 3),
            _ => return None,
        };
        Some((text.get(..at)?, number, text.get(after..)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said_with(text: &'static str, texts: &[(&str, &str)]) -> String {
        let texts: Vec<_> = texts.iter().map(|(a, b)| ((*a).into(), (*b).into())).collect();
        set_texts(&texts);
        let said = put(text.into());
        set_texts(&[]);
        said.to_string()
    }

    #[test]
    fn a_text_is_replaced_as_a_whole_and_keeps_the_space_around_it() {
        let texts = [("Sign out", "Déconnexion"), ("in", "dans")];
        assert_eq!(said_with("Sign out", &texts), "Déconnexion");
        assert_eq!(said_with(" in ", &texts), " dans ");
        for other in ["Sign out!", "sign out", "", " ", "kin"] {
            assert_eq!(said_with(other, &texts), other);
        }
        assert_eq!(said_with("Sign out", &[]), "Sign out");
    }

    #[test]
    fn what_differs_goes_into_the_gaps() {
        let texts = [("The key {} is in {}.", "In {2}: {1}."), ("Copy {}", "{} kopieren")];
        assert_eq!(said_with("The key a{} is in {}.", &texts), "In {}: a{}.");
        assert_eq!(said_with("The key é😀 is in ü.", &texts), "In ü: é😀.");
        assert_eq!(said_with("Copy the command", &texts), "the command kopieren");
        for other in ["The key is in b.", "The key a is in b", "A copy", "Copy"] {
            assert_eq!(said_with(other, &texts), other);
        }
        // The text that says most is meant, wherever it stands in the list.
        let texts = [("Copy {}", "?"), ("Copy it", "Kopieren"), ("Copy it: {}", "{}!")];
        assert_eq!(said_with("Copy it", &texts), "Kopieren");
        assert_eq!(said_with("Copy it: a", &texts), "a!");
    }

    #[test]
    fn odd_gaps_do_no_harm() {
        for (from, to, expected) in [
            ("{}{}", "<{}|{}>", "<|abc>"),
            ("{}", "{}{}{9}", "abc"),
            ("a{}c", "none", "none"),
            ("{}c{}c", "?", "abc"),
            ("{0}", "?", "abc"),
            ("{", "?", "abc"),
        ] {
            assert_eq!(said_with("abc", &[(from, to)]), expected, "{from}");
        }
    }
}
