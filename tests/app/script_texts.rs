//! The texts of the scripts that work before the app is there: they have the English, and a page
//! brings what its author says instead.

use keyfill::core::words::catalog::rest::{BROUGHT, SCRIPT_LOST, WORDS};
use keyfill::core::words::{Text, catalog};

/// What the scripts have of their texts.
pub fn known() -> [&'static str; WORDS.len()] {
    let mut words = WORDS.map(|word| word.english().1);
    words[..BROUGHT].fill("");
    words
}

/// What a page brings of them, each in an element: some always, and the others in the author's
/// words.
pub fn brought() -> String {
    let all = catalog::all();
    let id = |text: Text| all.iter().find(|entry| entry.text == text).unwrap().id();
    let word = |(index, text)| {
        let token = if index < BROUGHT { "t" } else { "own" };
        format!("<p>{{{{{token}:{}}}}}</p>", id(text))
    };
    let words: Vec<String> = WORDS.into_iter().enumerate().map(word).collect();
    format!("<template class=\"keyfill-words\">{}</template>", words.concat())
}

/// No script is there to say it.
#[test]
fn the_style_speaks_for_a_script_that_did_not_run() {
    let style = std::fs::read_to_string("www/keyfill.css").unwrap();
    assert!(style.contains(&format!("content: \"{}\";", SCRIPT_LOST.english().1)));
}
