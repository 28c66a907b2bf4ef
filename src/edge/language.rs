//! The language of a panel: `www/language.js` has its words, and counts in it by the browser.

use js_sys::Function;
use wasm_bindgen::prelude::*;

use crate::core::config::{Config, language_words};
use crate::core::words::Counting;

/// Lets a panel speak a language, below the words of its author. What `answer` does not give is
/// English.
pub(super) fn speak(config: &mut Config, answer: &Function) {
    // In two files, each of which may be missing.
    for file in ["0", "1"] {
        let words = ask(answer, "words", file).and_then(|words| language_words(&words));
        if let Some(words) = words {
            let answer = answer.clone();
            config
                .texts
                .speak(&words, Counting::by(move |what, number| ask(&answer, what, number)));
        }
    }
}

fn ask(answer: &Function, what: &str, about: &str) -> Option<String> {
    let [what, about] = [what, about].map(JsValue::from_str);
    answer.call2(&JsValue::NULL, &what, &about).ok()?.as_string()
}
