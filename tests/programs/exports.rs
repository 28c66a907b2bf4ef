//! The files that readers save.
//!
//! `KEYFILL_BLESS=1 cargo test --test programs exports::` writes the golden files anew. That the programs
//! can read them is shown in `tests/clients/test_exports.py`.

use std::path::Path;

use keyfill::core::config::Config;
use keyfill::core::snippet::{Filling, Form, Part, Section, Shell, Step, Style, steps};
use keyfill::core::words::{Replaced, Say};

use crate::client_files::{self, FILES};
use crate::samples::{CONFIG, Known, SECRET, filled, filled_in};

#[test]
fn golden() {
    for (name, file) in saved(Known::All) {
        let text = file.snippet.saved();
        let path = Path::new("tests/fixtures/exports").join(name);
        if std::env::var_os("KEYFILL_BLESS").is_some() {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, text.expose()).unwrap();
        }
        let golden = std::fs::read_to_string(&path).unwrap_or_default();
        let now = text.expose();
        assert!(now == golden, "{} differs: see KEYFILL_BLESS. Now:\n{now}", path.display());
    }
}

#[test]
fn what_holds_a_secret_says_so() {
    let files = saved(Known::All);
    assert_eq!(files.len(), 6);
    for (name, file) in files {
        let holds_secret = match file.snippet.saved().expose().matches(SECRET).count() {
            0 => false,
            1 => true,
            more => panic!("{name} has {more} secrets"),
        };
        let note = english(&file.lead);
        assert!(name.contains("aur1") && !name.starts_with('.'), "{name}");
        assert!(name.contains(if holds_secret { "-secret." } else { "-no-secret." }), "{name}");
        assert_eq!(note.contains("no secret"), !holds_secret, "{note}");
        assert_eq!(note.contains("chmod 600"), holds_secret, "{note}");
    }
}

#[test]
fn a_file_with_a_placeholder_is_not_whole() {
    for (name, file) in saved(Known::Region) {
        assert!(!file.file.unwrap().is_whole, "{name}");
    }
    assert!(saved(Known::Nothing).is_empty(), "without a region none has a name");
}

/// In an INI file `EU_1` is a constant of PHP's, so it does not mean itself to everybody.
#[test]
fn a_file_that_cannot_hold_a_value_is_not_whole() {
    let config = CONFIG.replace("\"Aur1\"", "\"EU_1\"");
    let config = Config::from_json(&config).unwrap();
    let mut refused = Vec::new();
    for step in filled_in(&config, Known::All, &[], files) {
        let is_refused = |part: &Part| matches!(part, Part::Refused(name) if name == "<region>");
        let file = step.file.unwrap();
        assert_eq!(file.is_whole, !step.snippet.parts.iter().any(is_refused));
        if !file.is_whole {
            refused.push(file.name);
        }
    }
    assert_eq!(
        refused,
        ["aws-eu_1-secret.ini", "rclone-eu_1-secret.conf", "s3cfg-eu_1-secret.ini"]
    );
}

#[test]
fn files_end_with_the_end_of_a_line() {
    for (name, file) in saved(Known::All) {
        let text = file.snippet.saved();
        let text = text.expose();
        assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{name}");
        assert!(!text.contains(['\t', '\r', '<']), "{name}");
    }
}

/// Each with its name.
fn saved(known: Known) -> Vec<(String, Step)> {
    let name = |step: Step| Some((step.file.as_ref()?.name.clone(), step));
    filled(known, files).into_iter().filter_map(name).collect()
}

/// They are for every shell and form.
fn files(filling: Filling<'_>) -> Vec<Step> {
    let style = Style { shell: Shell::Cmd, form: Form::Quick, is_for_others: false };
    steps(&client_files::file(FILES), &[Section::File], style, filling)
}

fn english(say: &Say) -> String {
    say.plain(&Replaced::default())
}
