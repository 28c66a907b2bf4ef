//! The programs that read what readers paste.

use std::io::Write as _;
use std::process::{Command, Stdio};

const SHELLS: [&str; 3] = ["bash", "dash", "zsh"];

/// The shells to test with. One that is not installed is skipped with a message, but bash
/// must be there.
pub fn installed_shells() -> impl Iterator<Item = &'static str> {
    SHELLS.into_iter().filter(|shell| {
        let status = Command::new(shell).args(["-c", ":"]).status();
        let installed = status.is_ok_and(|status| status.success());
        assert!(installed || *shell != "bash", "bash is needed");
        if !installed {
            eprintln!("skipped: {shell} is not installed");
        }
        installed
    })
}

/// Runs `command`, which must succeed, and returns what it prints.
pub fn run(command: &mut Command, input: &str) -> String {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    // As readers have it. In the locale C, an interactive shell takes other letters for keys.
    command.env("LC_ALL", "C.UTF-8");
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}
