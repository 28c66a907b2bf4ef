//! The texts of the panel: where they stand, that all are used, and the operator's in their place.

use std::collections::BTreeSet;

use keyfill::core::words::{Replaced, Text, catalog};
use keyfill::view::{self, Context, set_texts};

use crate::cloud::page::Page;
use crate::markup;
use crate::rendering::render;
use crate::states::{small, states, with_keys};

async fn html(page: &Page) -> String {
    let context = Context { live: true, ..Context::inert("keyfill-1") };
    render(view::panel(&page.screen(), &context)).await
}

/// `page` with texts replaced; each is named by its constant.
async fn in_words(page: &Page, texts: &[(Text, &str)]) -> String {
    let mut replaced = Replaced::default();
    for (text, own) in texts {
        replaced.add(text.key(), own);
    }
    set_texts(&replaced);
    let html = html(page).await;
    set_texts(&Replaced::default());
    html
}

/// The names in a template.
fn names(template: &str) -> BTreeSet<&str> {
    template.split('{').skip(1).map(|piece| piece.split_once('}').unwrap().0).collect()
}

/// String literals of a file of Rust, with what continues them joined.
fn literals(path: &str) -> Vec<String> {
    let text = std::fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]").next().unwrap();
    let is_code =
        |line: &&str| !line.trim_start().starts_with("//") && !line.trim_start().starts_with("#[");
    let code: String = code.lines().filter(is_code).map(|line| [line, "\n"].concat()).collect();
    let mut found = Vec::new();
    let mut rest = code.as_str();
    while let Some((_, after)) = rest.split_once('"') {
        let mut literal = String::new();
        let mut chars = after.char_indices();
        let mut end = after.len();
        while let Some((at, c)) = chars.next() {
            match c {
                '"' => {
                    end = at + 1;
                    break;
                }
                '\\' => match chars.next() {
                    Some((_, '\n')) => {
                        let blank = chars.as_str().len() - chars.as_str().trim_start().len();
                        chars.by_ref().take(blank).for_each(|_| {});
                    }
                    Some((_, 'n')) => literal.push('\n'),
                    Some((_, c)) => literal.push(c),
                    None => {}
                },
                c => literal.push(c),
            }
        }
        rest = &after[end..];
        found.push(literal);
    }
    found
}

/// The files of Rust in these folders.
fn sources(folders: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut open: Vec<std::path::PathBuf> = folders.iter().map(Into::into).collect();
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path.display().to_string());
            }
        }
    }
    found
}

/// What a view shows is a text of the catalog, so that it can be replaced and translated.
#[test]
fn no_view_has_words_of_its_own() {
    let mut wrong = Vec::new();
    let mut looked_at = 0;
    for path in sources(&["src/view", "src/core/screen", "src/core/text", "src/core/snippet"]) {
        for literal in literals(&path) {
            looked_at += 1;
            let is_class = |word: &str| word.starts_with("keyfill-") || word.starts_with("md-");
            let text = literal.trim();
            let is_prose = text.contains(' ') && text.starts_with(char::is_alphabetic);
            let is_sentence = text.starts_with(char::is_uppercase) && text.ends_with(['.', '…']);
            let is_code = text.contains(['\n', '<', '=', '$', '%', '|', '\\', '/'])
                || text.starts_with("openstack ")
                || text.starts_with("tabbed-")
                || path.contains("/snippet/");
            let is_output = path.ends_with("text/answers.rs");
            let is_words = is_prose && !is_code && !text.split(' ').any(is_class);
            if !is_output && (is_words || is_sentence && !path.contains("/snippet/")) {
                wrong.push(format!("{path}: this is not in src/core/words/catalog: {text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(looked_at > 600, "{looked_at}");
}

#[test]
fn every_text_is_used() {
    let mut code = String::new();
    for path in sources(&["src/view", "src/core", "src/edge"]) {
        // It has a list of those that scripts say.
        if !path.contains("/catalog/") || path.ends_with("/rest.rs") {
            code += &std::fs::read_to_string(path).unwrap();
        }
    }
    let is_name = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    let used: BTreeSet<&str> = code.split(|c: char| !is_name(c)).collect();
    let unused: Vec<_> =
        catalog::all().iter().map(|entry| entry.name).filter(|name| !used.contains(name)).collect();
    assert!(unused.is_empty(), "nothing says these: {unused:?}");
}

/// A page names texts by the hash of their English, and authors by their ids.
#[test]
fn each_text_has_an_id_and_a_key_of_its_own() {
    let all = catalog::all();
    assert!(all.len() > 300, "{}", all.len());
    for (at, entry) in all.iter().enumerate() {
        for other in &all[..at] {
            assert_ne!(entry.id(), other.id());
            assert_ne!(entry.text.key(), other.text.key(), "{} and {}", entry.name, other.name);
        }
        let (one, other) = entry.text.english();
        for form in one.into_iter().chain([other]) {
            assert_eq!(form.trim(), form, "{}", entry.name);
            assert!(names(form).iter().all(|name| name.bytes().all(|b| b.is_ascii_lowercase())));
        }
        assert!(one.is_none_or(|one| names(one).is_subset(&names(other))), "{}", entry.name);
    }
}

#[tokio::test(flavor = "current_thread")]
async fn texts_and_names_of_controls_are_replaced_and_commands_are_not() {
    use catalog::{commands, keys};
    let texts = [
        (commands::CLIENTS, "Client S3"),
        (keys::DELETE_THIS_KEY, "Supprimer {key}"),
        (catalog::bar::SESSION, "{region} : {project}, {user}"),
        (commands::FILLED, "Profil {profile}, projet {project}, région {region}"),
    ];
    let page = with_keys(1);
    let access = page.own()[0].to_owned();
    let said = in_words(&page, &texts).await;
    for expected in [
        "aria-label=\"Client S3\"",
        &format!("aria-label=\"Supprimer {access}\""),
        "<bdi>Aur1</bdi> : <strong><bdi>Project katla</bdi></strong>, <strong><bdi>alice</bdi>",
        "</code>, projet <bdi>Project katla</bdi>, région <bdi>Aur1</bdi>",
        "value=\"aws\"",
        "id=\"keyfill-1-tab-aws\"",
    ] {
        assert!(said.contains(expected), "{expected} is missing in {said}");
    }
    let code = |html: &str| {
        let blocks: Vec<_> =
            html.split("<pre>").skip(1).map(|b| b.split("</pre>").next()).collect();
        format!("{blocks:?}")
    };
    assert_eq!(code(&said), code(&html(&page).await), "commands are the same in all languages");
}

/// Whatever stands for the texts, what differs is shown, marked as what it is, and nothing is lost.
#[tokio::test(flavor = "current_thread")]
async fn every_state_can_be_said_in_other_words() {
    let mut replaced = Replaced::default();
    for entry in catalog::all() {
        let (one, other) = entry.text.english();
        let own = |form: &str| ["«", form, "»"].concat();
        let one = one.map(|one| ("one".to_owned(), own(one)));
        let other = ("other".to_owned(), own(other));
        replaced.add_forms(entry.text.key(), one.into_iter().chain([other]).collect());
    }
    for (name, page, _) in states() {
        set_texts(&replaced);
        let marked = html(&page).await;
        set_texts(&Replaced::default());
        let none: String = marked.replace(['«', '»'], "");
        assert_eq!(none, html(&page).await, "{name}");
        for own in ["alice", "Project katla", "Project hekla", "aurora"] {
            assert!(!marked.contains(&format!("«{own}»")), "{name}: {own}");
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn replacements_are_text() {
    use catalog::{bar, commands};
    let evil = "<img src=x onerror=alert(1)>\" onclick=x";
    let texts = [(bar::USE_OWN_KEYS, evil), (commands::CLIENTS, evil)];
    let said = in_words(&small(), &texts).await;
    assert!(!said.contains("<img") && said.contains("&lt;img src=x"), "{said}");
    let all = markup::elements(&said);
    assert!(all.iter().all(|element| element.attribute("onclick").is_none()));
}
