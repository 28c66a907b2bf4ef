//! The operator's words: which texts can be replaced, and that nothing else is.

use crate::markup;
use crate::words;

use keyfill::view::{self, Context, set_texts};

use crate::cloud::page::Page;
use crate::rendering::render;
use crate::states::{small, states, with_keys};

async fn html(page: &Page) -> String {
    let context = Context { live: true, ..Context::inert("keyfill-1") };
    render(view::panel(&page.screen(), &context)).await
}

async fn in_words(page: &Page, texts: &[(&str, &str)]) -> String {
    let texts: Vec<_> = texts.iter().map(|(a, b)| ((*a).into(), (*b).into())).collect();
    set_texts(&texts);
    let html = html(page).await;
    set_texts(&[]);
    html
}

/// String literals of a file of Rust, with what continues them joined.
fn literals(path: &str) -> Vec<String> {
    let text = std::fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]").next().unwrap();
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
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

/// `{}` for each `{name}`, as operators write it.
fn without_names(template: &str) -> String {
    let mut pieces = template.split('{');
    let mut text = pieces.next().unwrap().to_owned();
    for piece in pieces {
        let after = piece.split_once('}').map_or(piece, |(_, after)| after);
        text.extend(["{}", after]);
    }
    text
}

/// A new message, or a new word in a view, is missing here until a state shows it.
#[tokio::test(flavor = "current_thread")]
async fn every_sentence_in_the_source_can_be_replaced() {
    let all = words::all().await.join("\n");
    let mut looked_at = 0;
    let mut missing = Vec::new();
    for directory in ["src/view", "src/core/screen", "src/core/text"] {
        for entry in std::fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path().display().to_string();
            for literal in literals(&path) {
                let is_class = |word: &str| word.starts_with("keyfill-") || word.starts_with("md-");
                let text = &*without_names(literal.trim());
                let is_prose = text.contains(' ') && text.starts_with(char::is_alphabetic);
                let is_command = text.starts_with("openstack ") || text.starts_with("tabbed-");
                // What begins with a new line goes to the clipboard, for the cloud's support.
                let is_shown = !literal.starts_with('\n');
                if is_shown && is_prose && !is_command && !text.split(' ').any(is_class) {
                    looked_at += 1;
                    if !all.contains(text) {
                        missing.push(format!("{path}: no state shows this text: {text}"));
                    }
                }
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    assert!(looked_at > 250, "{looked_at}");
}

/// A message that no state shows is made in `words/notices.rs`.
#[test]
fn every_message_is_among_them() {
    let made = std::fs::read_to_string("tests/app/words/notices.rs").unwrap();
    for file in ["entry", "events", "files", "keys", "overdue", "refusals"] {
        let text = std::fs::read_to_string(format!("src/core/text/{file}.rs")).unwrap();
        for line in text.lines().filter_map(|line| line.strip_prefix("pub fn ")) {
            let name = line.split('(').next().unwrap();
            assert!(made.contains(&format!("text::{name}(")), "{name} is not in words/notices.rs");
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn texts_and_names_of_controls_are_replaced_and_commands_are_not() {
    let texts = [
        ("aws", "AWS CLI"),
        ("S3 client", "Client S3"),
        ("Copy the command", "Copier la commande"),
        ("Copy {}", "Copier : {}"),
        ("Delete {}", "Supprimer {}"),
        ("in", "dans"),
        (", region {}, project {}", ", projet {2}, région {1}"),
        ("Paste the secret key at the prompt and press Enter. It does not show.", "Collez la clé."),
        ("configure", "WRONG"),
        ("{}:", "{} :"),
    ];
    let page = with_keys(1);
    let access = page.own()[0].to_owned();
    let said = in_words(&page, &texts).await;
    for expected in [
        ">AWS CLI</label>",
        "aria-label=\"Client S3\"",
        "aria-label=\"Copier la commande\"",
        "aria-label=\"Copier : the secret key\"",
        &format!("aria-label=\"Supprimer {access}\""),
        "</strong> dans <strong>",
        "</code>, projet Project katla, région Aur1",
        "<p>Collez la clé.</p>",
        "value=\"aws\"",
        "id=\"keyfill-1-aws\"",
    ] {
        assert!(said.contains(expected), "{expected} is missing in {said}");
    }
    assert!(!said.contains("WRONG"));
    let code = |html: &str| {
        let blocks: Vec<_> =
            html.split("<pre>").skip(1).map(|b| b.split("</pre>").next()).collect();
        format!("{blocks:?}")
    };
    assert_eq!(code(&said), code(&html(&page).await), "commands are the same in all languages");
}

/// A user, a project, a region or a file may be called like a text of the panel.
#[tokio::test(flavor = "current_thread")]
async fn names_are_not_replaced() {
    for (name, page, _) in states() {
        let marked = in_words(&page, &[("{}", "«{}»")]).await;
        for own in ["alice", "Project katla", "Project hekla", "Aur1", "aurora"] {
            assert!(!marked.contains(&format!("«{own}»")), "{name}: {own}");
        }
        let none: String = marked.replace(['«', '»'], "");
        assert_eq!(none, html(&page).await, "{name}: nothing but texts was touched");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn replacements_are_text() {
    let evil = "<img src=x onerror=alert(1)>\" onclick=x";
    let said = in_words(&small(), &[("Use my own keys", evil), ("S3 client", evil)]).await;
    assert!(!said.contains("<img") && said.contains("&lt;img src=x"), "{said}");
    let all = markup::elements(&said);
    assert!(all.iter().all(|element| element.attribute("onclick").is_none()));
}
