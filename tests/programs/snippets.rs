//! What readers copy, checked with the programs that will read it: real shells and Python.
//!
//! `KEYFILL_BLESS=1 cargo test --test programs snippets::` writes the golden files anew.

use std::fmt::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use keyfill::core::snippet::{Form, Part, Snippet, Step};
use keyfill::core::words::Replaced;

use crate::oracle::{directory, is_there, run, scripted};
use crate::samples::{CLIENTS, Case, Known, PROFILE, SECRET, case};

const KNOWN: [Known; 3] = [Known::All, Known::Region, Known::Nothing];
const PLACEHOLDERS: [&str; 6] =
    ["<access-key>", "<secret-key>", "<region>", "<endpoint>", "<s3-host>", "<project-id>"];
/// What no session knows.
const OWN: [&str; 2] = ["<bucket>", "<file>"];

#[test]
fn golden() {
    for client in CLIENTS {
        let mut text = format!("# {client}\n");
        for case in cases().filter(|c| c.client == client && c.known != Known::Region) {
            let how = case.form.map_or("Test".into(), |form| format!("{form:?} form"));
            write!(text, "\n## {how}, {:?} known\n", case.known).unwrap();
            for step in &case.steps {
                let Snippet { language, .. } = &step.snippet;
                let copied = step.snippet.copied();
                write!(
                    text,
                    "\n{} ({})\n\n```{language}\n{}\n```\n",
                    step.lead.plain(&Replaced::default()),
                    step.copy_name.plain(&Replaced::default()),
                    copied.expose()
                )
                .unwrap();
            }
        }
        let path = Path::new("tests/fixtures/snippets").join(client).with_extension("md");
        if std::env::var_os("KEYFILL_BLESS").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let golden = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(text == golden, "{} differs: see KEYFILL_BLESS. Now:\n{text}", path.display());
    }
}

#[test]
fn what_is_shown_is_what_is_copied() {
    for (case, step) in all_steps() {
        let shown: String = step.snippet.parts.iter().map(text_of).collect();
        assert_eq!(shown, step.snippet.copied().expose(), "{case}");
    }
}

#[test]
fn blocks_are_easy_to_read_and_to_paste() {
    for (case, step) in all_steps() {
        let copied = step.snippet.copied();
        let text = copied.expose();
        assert!(!text.is_empty() && !text.ends_with('\n'), "{case}: Enter is the reader's");
        for line in text.lines() {
            assert!(line == line.trim_end() && !line.contains('\t'), "{case}: {line:?}");
            assert!(line.len() <= 88, "{case}: {} characters: {line}", line.len());
        }
        let lead = step.lead.plain(&Replaced::default());
        assert!(lead.ends_with('.') && !lead.contains("  "), "{case}: {lead}");
    }
}

#[test]
fn a_command_that_asks_has_its_secret_in_a_block_of_its_own() {
    for case in cases().filter(|case| case.form != Some(Form::Quick)) {
        for (at, step) in case.steps.iter().enumerate() {
            let copied = step.snippet.copied();
            match (at, case.known) {
                (1, Known::All) => {
                    assert_eq!(copied.expose(), SECRET, "{}", case.name);
                    assert!(matches!(step.snippet.parts[..], [Part::Secret(_)]), "{}", case.name);
                }
                (1, _) => assert_eq!(copied.expose(), "<secret-key>", "{}", case.name),
                _ => {
                    assert!(!copied.expose().contains(SECRET), "{}", case.name);
                    assert!(!copied.expose().contains("<secret-key>"), "{}", case.name);
                }
            }
        }
    }
}

#[test]
fn secrets_are_marked_wherever_they_stand() {
    for (case, step) in all_steps() {
        for part in &step.snippet.parts {
            let marked = matches!(part, Part::Secret(_));
            assert_eq!(text_of(part).contains(SECRET), marked, "{case}: {part:?}");
        }
    }
}

#[test]
fn what_is_not_known_stays_a_placeholder() {
    for case in cases() {
        for part in case.steps.iter().flat_map(|step| &step.snippet.parts) {
            match part {
                Part::Placeholder(text) => {
                    let is_one_of = |names: &[&str]| names.contains(&&**text);
                    let is_own = is_one_of(&OWN);
                    let of_key = is_one_of(&["<access-key>", "<secret-key>", "<project-id>"]);
                    assert!(is_one_of(&PLACEHOLDERS) || is_own, "{}: {text}", case.name);
                    let is_nothing = case.known == Known::Nothing;
                    assert!(is_nothing || of_key || is_own, "{}: {text}", case.name);
                    assert!(case.known != Known::All || is_own, "{}: {text}", case.name);
                }
                Part::Value(_) | Part::Secret(_) => {
                    assert!(case.known != Known::Nothing, "{}: {part:?}", case.name);
                }
                Part::Refused(text) => panic!("{}: {text} cannot stand there", case.name),
                Part::Around(text) => panic!("only operators' tabs have this: {text}"),
                Part::Plain(text) => {
                    for slot in PLACEHOLDERS.iter().chain(&["<region-name", "<signing-", ":ini>"]) {
                        assert!(!text.contains(slot), "{}: {slot} was not filled", case.name);
                    }
                }
            }
        }
    }
}

#[test]
fn shells_and_python_can_parse_every_block() {
    for (case, step) in all_steps() {
        let copied = step.snippet.copied();
        let text = with_placeholders_replaced(copied.expose());
        match &*step.snippet.language {
            "bash" => {
                for shell in scripted() {
                    let mut command = Command::new(shell.program);
                    let output = command.args(["-n", "-c", &text]).output().unwrap();
                    let errors = String::from_utf8_lossy(&output.stderr);
                    assert_eq!(errors, "", "{case}: {shell:?}: {text}");
                }
            }
            "python" => {
                let check = "import sys; compile(sys.stdin.read(), 'block', 'exec')";
                run(Command::new("python3").args(["-c", check]), &text);
            }
            language => assert_eq!(language, "text", "{case}"),
        }
    }
}

#[test]
fn a_block_that_asks_is_one_compound_command() {
    for (case, step) in all_steps().filter(|(_, step)| step.snippet.language == "bash") {
        let copied = step.snippet.copied();
        let text = copied.expose();
        if text.contains("read -r") && !text.starts_with("! echo") {
            let ends = (text.as_bytes()[0], text.as_bytes()[text.len() - 1]);
            assert!(matches!(ends, (b'(', b')') | (b'{', b'}')), "{case}: {text}");
            let lines = text.lines().skip(1).filter(|line| !line.is_empty());
            for line in lines.take_while(|line| !line.ends_with("<< END")) {
                assert!(line.starts_with("  ") || line == ")" || line == "}", "{case}: {line}");
            }
        }
    }
}

/// What shells that are not here would stumble over; see `mkdocs-plugin/src/mkdocs_keyfill/clients/pieces/README.md`.
#[test]
fn old_shells_and_interactive_ones_read_the_same() {
    for (case, step) in all_steps().filter(|(_, step)| step.snippet.language == "bash") {
        let copied = step.snippet.copied();
        let text = copied.expose();
        // bash 3.2 sees no quotes that another line opened, and takes `!x` for an event.
        for (at, _) in text.match_indices('!') {
            let next = text[at + 1..].chars().next();
            assert!(matches!(next, Some(' ' | '=')), "{case}: {}", &text[at..]);
        }
        // bash 3.2 takes the parenthesis of `case x in x)` for the end of `$(`.
        let patterns = text.lines().filter(|line| line.contains(";;") || line.contains("case "));
        for line in patterns.filter(|line| line.contains(')')) {
            assert!(line.contains(" in ("), "{case}: {line}");
        }
        // zsh reads `#` as a command where INTERACTIVE_COMMENTS is not set; awk may have some.
        let script = text.split("awk ").enumerate().map(|(at, piece)| match at {
            0 => piece,
            _ => piece.rsplit_once('\'').map_or("", |(_, script)| script),
        });
        for line in script.flat_map(str::lines) {
            assert!(!line.trim_start().starts_with("# "), "{case}: {line}");
        }
    }
}

#[test]
fn posix_has_all_that_is_used() {
    if !is_there("checkbashisms", &["--version"]) {
        return;
    }
    let directory = directory();
    let mut texts: Vec<_> = all_steps()
        .filter(|(_, step)| step.snippet.language == "bash")
        .map(|(_, step)| step.snippet.copied().expose().to_owned())
        .collect();
    texts.sort();
    texts.dedup();
    let mut command = Command::new("checkbashisms");
    command.args(["--posix", "--extra", "--force"]);
    for (at, text) in texts.iter().enumerate() {
        let file = directory.path().join(format!("{at}.sh"));
        std::fs::write(&file, format!("#!/bin/sh\n{text}\n")).unwrap();
        command.arg(file);
    }
    run(&mut command, "");
}

/// The quick form asks nothing, so it runs without a terminal.
#[test]
fn files_are_written_for_the_owner_only_and_keep_other_profiles() {
    let before = "# mine\n[default]\naws_access_key_id = D\n[aur1]\naws_access_key_id = OLD
aws_session_token = T\n\n[other]\naws_access_key_id = O";
    let after = format!(
        "# mine\n[default]\naws_access_key_id = D\n{PROFILE}\n[other]\naws_access_key_id = O"
    );
    for shell in scripted() {
        let home = directory();
        let home = home.path();
        std::fs::create_dir_all(home.join(".aws")).unwrap();
        std::fs::write(home.join(".aws/credentials"), before).unwrap();
        std::fs::write(home.join(".s3cfg-aur1"), "old").unwrap();
        for client in ["boto3", "s3cmd", "boto3"] {
            let step = case(client, Some(Form::Quick), Known::All).steps.remove(0);
            let script = step.snippet.copied();
            run(shell.script(script.expose()).env("HOME", home), "");
        }
        let read = |name: &str| std::fs::read_to_string(home.join(name)).unwrap();
        assert_eq!(read(".aws/credentials"), after, "{shell:?}");
        assert!(read(".s3cfg-aur1").contains(&format!("\nsecret_key = {SECRET}\n")), "{shell:?}");
        assert!(!home.join(".aws/credentials.new").exists(), "{shell:?}");
        for name in [".aws/credentials", ".s3cfg-aur1"] {
            let mode = std::fs::metadata(home.join(name)).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{shell:?}: {name}");
        }
    }
}

fn cases() -> impl Iterator<Item = Case> {
    let forms = [Some(Form::Prompt), Some(Form::Quick), None];
    CLIENTS.into_iter().flat_map(move |client| {
        forms.into_iter().flat_map(move |form| KNOWN.map(|known| case(client, form, known)))
    })
}

fn all_steps() -> impl Iterator<Item = (String, Step)> {
    cases().flat_map(|case| case.steps.into_iter().map(move |step| (case.name.clone(), step)))
}

fn text_of(part: &Part) -> &str {
    match part {
        Part::Plain(text) | Part::Placeholder(text) | Part::Refused(text) => text,
        Part::Value(text) | Part::Around(text) => text,
        Part::Secret(secret) => secret.expose(),
    }
}

fn with_placeholders_replaced(text: &str) -> String {
    let replace = |text: String, slot: &&str| text.replace(*slot, "x");
    PLACEHOLDERS.iter().chain(&OWN).fold(text.into(), replace)
}
