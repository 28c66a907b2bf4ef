//! Commands in which a placeholder is left: they say so and do nothing, in every shell.

use std::process::Stdio;

use keyfill::core::snippet::{Form, Step};

use crate::oracle::{INTERACTIVE, directory, expect_empty, run, scripted};
use crate::samples::{ACCESS, CLIENTS, Known, PROFILE, SECRET, case};

/// The beginning of what every one of them says.
const SENTENCE: &str = "ut your own values in place of the words in < >";

/// What commands say when they stop, without the names of files.
const SAID: [&str; 10] = [
    "can be read in more than one way.",
    "does not begin with /.",
    "is no file that you may change.",
    "could not be made.",
    "could not be written.",
    "could not be removed.",
    "is encrypted: only rclone config can add a remote there.",
    "mc would put a file in the place of the link",
    "That is no secret key.",
    SENTENCE,
];

fn is_shell(step: &Step) -> bool {
    step.snippet.language == "bash"
}

fn copied(step: &Step) -> String {
    step.snippet.copied().expose().into()
}

/// Every text for a shell that has a placeholder, with what it is.
fn unfilled() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for client in CLIENTS {
        for form in [Some(Form::Prompt), Some(Form::Quick), None] {
            let mut all = Vec::new();
            for known in [Known::All, Known::Region, Known::Nothing] {
                let steps = case(client, form, known).steps;
                all.extend(steps.iter().filter(|step| is_shell(step)).map(copied));
            }
            all.retain(|text| SLOTS.iter().any(|slot| text.contains(slot)));
            texts.extend(all.into_iter().map(|text| (format!("{client:?}, {form:?}"), text)));
        }
    }
    texts.sort();
    texts.dedup_by(|a, b| a.1 == b.1);
    texts
}

const SLOTS: [&str; 7] =
    ["<access-key>", "<secret-key>", "<region>", "<endpoint>", "<s3-host>", "<bucket>", "<file>"];

/// Makes all programs write down that they were called.
fn guarded() -> String {
    let programs = ["aws", "mc", "s3cmd", "rclone", "python3", "stty", "env", "mkdir", "rm"];
    let define = |name: &&str| format!("{name}() {{ echo {name} >> \"$HOME/called\"; }}\n");
    programs.iter().map(define).collect()
}

#[test]
fn every_command_has_its_unfilled_text() {
    // Set-ups and tests of six clients in three states, uses, and what proves the key.
    assert!(unfilled().len() > 60, "{}", unfilled().len());
}

#[test]
fn an_unfilled_command_says_so_and_does_nothing() {
    for (what, text) in unfilled() {
        for shell in scripted() {
            let home = directory();
            let script = [&guarded(), &*text].concat();
            let mut command = shell.script(&script);
            command.env("HOME", home.path()).current_dir(home.path()).stdin(Stdio::null());
            let output = command.output().unwrap();
            let said = [output.stdout, output.stderr].concat();
            let said = String::from_utf8(said).unwrap();
            assert!(said.contains(SENTENCE) && said.lines().count() == 1, "{what}: {said}\n{text}");
            assert!(!output.status.success(), "{what}, {shell:?}: {text}");
            expect_empty(home.path(), &format!("{what}, {shell:?}: {text}"));
        }
    }
}

/// As it is pasted, one after the other into one shell, which goes on.
#[test]
fn an_unfilled_command_stops_in_a_shell_that_people_type_in() {
    let all = unfilled();
    for (shell, before) in INTERACTIVE.into_iter().filter(|(shell, _)| shell.is_there()) {
        let home = directory();
        let mut input = [before, &guarded()].concat();
        for (_, text) in &all {
            input.push_str(text);
            input.push('\n');
        }
        input += "echo \"key $AWS_ACCESS_KEY_ID.\"; echo the end\n";
        let mut command = shell.command();
        command.env("HOME", home.path()).current_dir(home.path());
        // Prompts and the like are on the other stream.
        let said = run(command.args(["-s"]).env("PS2", ""), &input);
        assert!(said.ends_with("key .\nthe end\n"), "{shell:?}: {said}");
        let on_this_stream = said.matches(SENTENCE).count();
        let wrapped = all.iter().filter(|(_, text)| text.starts_with("! echo")).count();
        assert_eq!(on_this_stream, wrapped, "{shell:?}: {said}");
        let left: Vec<_> = std::fs::read_dir(home.path()).unwrap().collect();
        assert!(left.is_empty(), "{shell:?}: {left:?}");
    }
}

/// Who writes the values in by hand need not know how the guard works.
#[test]
fn a_command_that_is_filled_by_hand_works() {
    for client in ["aws", "boto3", "s3cmd"] {
        let text = case(client, Some(Form::Quick), Known::Nothing).steps.remove(0);
        let text = text.snippet.copied();
        let text = text
            .expose()
            .replace("profile='<region>' region='<region>'", "profile='aur1' region='Aur1'")
            .replace(
                "region <region>, project <project-id>",
                "region Aur1, project 4f1c2d3e5a6b47889900aabbccddeeff",
            )
            .replace("<endpoint>", "https://s3-aur1.aurora.example:8080")
            .replace("<s3-host>", "s3-aur1.aurora.example:8080")
            .replace("<access-key>", ACCESS)
            .replace("<secret-key>", SECRET);
        for shell in scripted() {
            let home = directory();
            let mut command = shell.script(&text);
            command.env("HOME", home.path()).env_remove("AWS_SHARED_CREDENTIALS_FILE");
            run(&mut command, "");
            let read = |name| std::fs::read_to_string(home.path().join(name)).unwrap();
            match client {
                "s3cmd" => assert!(read(".s3cfg-aur1").contains(SECRET)),
                _ => assert_eq!(read(".aws/credentials"), PROFILE),
            }
        }
    }
}

/// What a command says when it stops has its row in the guide, with what to do.
#[test]
fn the_guide_has_what_commands_say_when_they_stop() {
    let guide = std::fs::read_to_string("docs/readers.md").unwrap();
    for sentence in SAID {
        assert!(guide.contains(sentence), "{sentence}");
    }
    for (client, known) in CLIENTS.into_iter().flat_map(|c| [(c, Known::All), (c, Known::Nothing)])
    {
        for step in
            case(client, Some(Form::Prompt), known).steps.iter().filter(|step| is_shell(step))
        {
            let text = copied(step).replace(" \\\n        ", " ").replace("' '", " ");
            let stops =
                text.lines().filter(|line| line.contains("give_up ") || line.contains("echo"));
            let stops = stops.filter(|line| !line.contains("stty") && !line.contains("echo ."));
            // The rest is what they say when they have done it.
            let is_done =
                |line: &&str| ["give_up()", "ready", "are gone"].iter().any(|w| line.contains(w));
            for line in stops.filter(|line| !is_done(line)) {
                assert!(SAID.iter().any(|sentence| line.contains(sentence)), "{line}");
            }
        }
    }
}

/// One that is filled has nothing of it.
#[test]
fn a_filled_command_has_no_guard() {
    for client in CLIENTS {
        for form in [Some(Form::Prompt), Some(Form::Quick), None] {
            let step = case(client, form, Known::All).steps.remove(0);
            assert!(!step.snippet.copied().expose().contains(SENTENCE), "{client:?}");
        }
    }
}
