//! The hidden prompts, in real interactive shells on a pseudo-terminal.
//!
//! The blocks are pasted without bracketed paste, line by line as far as the shell can tell:
//! a prompt must not swallow the rest of its own block.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod programs;
mod samples;

use std::path::{Path, PathBuf};
use std::process::Command;

use keyfill::core::snippet::{Client, Form};

use programs::{installed_shells, run};
use samples::{Known, SECRET, case};

const ASKED: &str = "\nSecret key: ";
const READY: &str = "@@> ";

#[test]
fn a_pasted_secret_reaches_its_file_and_nothing_else() {
    for shell in installed_shells() {
        for (client, file) in [(Client::S3cmd, ".s3cfg-aur1"), (Client::Boto3, ".aws/credentials")]
        {
            let home = home(shell, "pasted");
            let shown = paste(shell, &home, client, &format!("{SECRET}\r"), "stty -a");
            assert!(!shown.contains(SECRET), "{shell}: {shown}");
            assert!(echoes(&shown), "{shell}: {shown}");
            let written = std::fs::read_to_string(home.join(file)).unwrap();
            assert!(written.contains(&format!("= {SECRET}\n")), "{shell}: {shown}");
            let history = std::fs::read_to_string(home.join("history")).unwrap_or_default();
            assert!(shell == "dash" || history.contains("stty -echo"), "{shell}: {history}");
            assert!(!history.contains(SECRET), "{shell}: {history}");
        }
    }
}

#[test]
fn a_pasted_secret_reaches_the_environment_of_this_shell() {
    for shell in installed_shells() {
        let check = "env | grep -c \"^AWS_SECRET_ACCESS_KEY=0badc0de\"; stty -a";
        let shown = paste(shell, &home(shell, "env"), Client::Env, &format!("{SECRET}\r"), check);
        assert!(!shown.contains(SECRET), "{shell}: {shown}");
        assert!(shown.contains("\n1\r\n") && echoes(&shown), "{shell}: {shown}");
    }
}

#[test]
fn an_interrupted_or_ended_prompt_writes_nothing_and_echoes_again() {
    for shell in installed_shells() {
        for (key, name) in [("\u{3}", "interrupted"), ("\u{4}", "ended")] {
            for client in [Client::S3cmd, Client::Boto3, Client::Env] {
                let home = home(shell, name);
                let shown = paste(shell, &home, client, key, "stty -a");
                assert!(echoes(&shown), "{shell}, {name}: {shown}");
                assert!(!home.join(".s3cfg-aur1").exists() && !home.join(".aws").exists());
            }
        }
    }
}

/// Pastes the command of `client` and `answer` at its prompt, then runs `check` and leaves.
fn paste(shell: &str, home: &Path, client: Client, answer: &str, check: &str) -> String {
    let block = case(client, Form::Prompt, Known::All).steps.remove(0).snippet.copied();
    let block = format!("{}\r", block.expose().replace('\n', "\r"));
    let steps = [(READY, block), (ASKED, answer.into()), (READY, format!("{check}; exit\r"))];
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

/// Whether the last `stty -a`, whose answer begins with the speed, tells that there is an echo.
fn echoes(shown: &str) -> bool {
    let answer = shown.rsplit_once("speed ").map_or("", |(_, answer)| answer);
    answer.split_whitespace().any(|word| word == "echo")
}

fn home(shell: &str, name: &str) -> PathBuf {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{shell}"));
    let _ = std::fs::remove_dir_all(&home);
    std::fs::create_dir_all(&home).unwrap();
    home
}
