//! The hidden prompts, in real interactive shells on a pseudo-terminal.
//!
//! The blocks are pasted without bracketed paste, line by line as far as the shell can tell:
//! a prompt must not swallow the rest of its own block.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use keyfill::core::snippet::Form;

use crate::oracle::{directory as home, run, shell_names};
use crate::samples::{ACCESS, CLIENTS, Known, SECRET, case};

/// A command that asks; without a form it is the test of the key.
type Block = (&'static str, Option<Form>);

const ASKED: &str = "\nSecret key: ";
const READY: &str = "@@> ";

#[test]
fn a_pasted_secret_reaches_its_file_and_nothing_else() {
    for shell in shell_names() {
        for (client, file) in [("s3cmd", ".s3cfg-aur1"), ("boto3", ".aws/credentials")] {
            let home = home();
            let shown =
                paste(shell, home.path(), prompt(client), &format!("{SECRET}\r"), "stty -a");
            assert!(!shown.contains(SECRET), "{shell}: {shown}");
            assert!(echoes(&shown), "{shell}: {shown}");
            let path = home.path().join(file);
            let written = std::fs::read_to_string(&path).unwrap();
            assert!(written.contains(&format!("= {SECRET}\n")), "{shell}: {shown}");
            let is_ready = shown.lines().any(|line| {
                line.contains(" is ready") && line.contains(&path.display().to_string())
            });
            assert!(is_ready, "{shell}: {shown}");
            let history = std::fs::read_to_string(home.path().join("history")).unwrap_or_default();
            assert!(shell == "dash" || history.contains("stty -echo"), "{shell}: {history}");
            assert!(!history.contains(SECRET), "{shell}: {history}");
        }
    }
}

#[test]
fn a_pasted_secret_reaches_the_environment_of_this_shell() {
    for shell in shell_names() {
        let check = "env | grep -c \"^AWS_SECRET_ACCESS_KEY=0badc0de\"; stty -a";
        let shown = paste(shell, home().path(), prompt("env"), &format!("{SECRET}\r"), check);
        assert!(!shown.contains(SECRET), "{shell}: {shown}");
        assert!(shown.contains("\n1\r\n") && echoes(&shown), "{shell}: {shown}");
    }
}

#[test]
fn what_is_no_secret_key_changes_nothing_and_echoes_again() {
    let keys = [("\u{3}", "interrupted"), ("\u{4}", "ended"), ("\r", "empty")];
    let others = [("<secret-key>\r", "unfilled"), ("0badc0de 0badc0de\r", "two words")];
    for shell in shell_names() {
        for (key, name) in keys.into_iter().chain(others) {
            for block in [prompt("s3cmd"), prompt("boto3"), prompt("env"), test("aws")] {
                let home = home();
                let check = "env | grep -c ^AWS_ACCESS; stty -a";
                let shown = paste(shell, home.path(), block, key, check);
                assert!(echoes(&shown), "{shell}, {name}: {shown}");
                assert!(shown.contains("\n0\r\n"), "{shell}, {name}: {shown}");
                let is_said = shown.contains("\nThat is no secret key. Nothing was changed.");
                assert_eq!(is_said, name != "interrupted", "{shell}, {name}: {shown}");
                assert!(
                    !home.path().join(".s3cfg-aur1").exists() && !home.path().join(".aws").exists()
                );
            }
        }
    }
}

/// What the real clients make of it is in `tests/clients/test_answers.py`, with bash.
#[test]
fn the_secret_of_a_test_reaches_the_client_and_nothing_else() {
    for shell in shell_names() {
        for client in CLIENTS {
            let home = home();
            let program = stand_in(home.path(), client);
            let shown = paste(shell, home.path(), test(client), &format!("{SECRET}\r"), "stty -a");
            assert!(!shown.contains(SECRET) && echoes(&shown), "{shell}: {shown}");
            let called = std::fs::read_to_string(home.path().join("called")).unwrap();
            let (arguments, environment) = called.split_once("\n--\n").unwrap();
            assert!(arguments.starts_with(&program), "{shell}: {called}");
            assert!(!arguments.contains(SECRET), "{shell}: {called}");
            let wanted = match client {
                "mc" => format!(
                    "MC_HOST_keyfill=https://{ACCESS}:{SECRET}@s3-aur1.aurora.example:8080\n"
                ),
                _ => format!("AWS_SECRET_ACCESS_KEY={SECRET}\n"),
            };
            assert!(environment.contains(&wanted), "{shell}: {called}");
            // dash passes its last word on, to the program that has the secret anyway.
            let lines = environment.lines().filter(|line| !line.starts_with("_="));
            let with_it = lines.filter(|line| line.contains(SECRET)).count();
            assert_eq!(with_it, 1, "{shell}: {called}");
            let is_s3cmd = client == "s3cmd";
            assert_eq!(environment.contains("\nhost_base = s3-aur1."), is_s3cmd, "{called}");
            let mut left: Vec<_> = std::fs::read_dir(home.path())
                .unwrap()
                .map(|entry| entry.unwrap().file_name())
                .collect();
            left.retain(|name| name != "history" && name != "bin" && name != "called");
            assert!(left.is_empty(), "{shell}: {left:?}");
            let history = std::fs::read_to_string(home.path().join("history")).unwrap_or_default();
            assert!(!history.contains(SECRET), "{shell}: {history}");
        }
    }
}

/// Puts a program in the place of the client, which writes down how it was called.
fn stand_in(home: &Path, client: &'static str) -> String {
    let name = match client {
        "aws" | "env" => "aws",
        "boto3" => "python3",
        _ => client,
    };
    let bin = home.join("bin");
    std::fs::create_dir(&bin).unwrap();
    let path = bin.join(name);
    let script = r#"#!/bin/sh
{ printf '%s\n' "${0##*/}" "$@" --; env; [ -t 0 ] || cat; } > "$HOME/called"
"#;
    std::fs::write(&path, script).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    name.into()
}

/// Pastes `block` and `answer` at its prompt, then runs `check` and leaves.
fn paste(shell: &str, home: &Path, (client, form): Block, answer: &str, check: &str) -> String {
    let block = case(client, form, Known::All).steps.remove(0).snippet.copied();
    let block = format!("{}\r", block.expose().replace('\n', "\r"));
    // Here, since python3 may itself be a stand-in.
    let path = "PATH=$HOME/bin:$PATH\r".into();
    let steps = [
        (READY, path),
        (READY, block),
        (ASKED, answer.into()),
        (READY, format!("{check}; exit\r")),
    ];
    let options: &[&str] = match shell {
        "bash" => &["--norc", "--noprofile", "-i"],
        "zsh" => &["-f", "-i", "-o", "INC_APPEND_HISTORY"],
        _ => &["-i"],
    };
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/programs/paste.py");
    let mut command = Command::new("python3");
    command.arg(script).arg(shell).args(options).current_dir(home);
    command.env("HOME", home).env("HISTFILE", home.join("history")).env("SAVEHIST", "99");
    run(&mut command, &serde_json::to_string(&steps).unwrap())
}

fn prompt(client: &'static str) -> Block {
    (client, Some(Form::Prompt))
}

fn test(client: &'static str) -> Block {
    (client, None)
}

/// Whether the last `stty -a`, whose answer begins with the speed, tells that there is an echo.
fn echoes(shown: &str) -> bool {
    let answer = shown.rsplit_once("speed ").map_or("", |(_, answer)| answer);
    answer.split_whitespace().any(|word| word == "echo")
}
