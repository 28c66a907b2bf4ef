//! The programs that say what is right: the shells, and Python with its parsers.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A shell that reads no file of this machine.
#[derive(Clone, Copy, Debug)]
pub struct Shell {
    pub program: &'static str,
    options: &'static [&'static str],
}

const BASH: Shell = Shell { program: "bash", options: &["--norc", "--noprofile"] };
const DASH: Shell = Shell { program: "dash", options: &[] };
const ZSH: Shell = Shell { program: "zsh", options: &["-f"] };

/// The shells as they read what is pasted, and the lines that they are given before.
///
/// zsh stands there as people have it, and with the options that change most of what is read.
pub const INTERACTIVE: [(Shell, &str); 4] = [
    (
        Shell { program: "bash", options: &["--norc", "--noprofile", "-i"] },
        "set -o history -o histexpand\n",
    ),
    (Shell { program: "dash", options: &["-i"] }, ""),
    (Shell { program: "zsh", options: &["-f", "-i"] }, ""),
    (
        Shell { program: "zsh", options: &["-f", "-i"] },
        "setopt rcquotes magicequalsubst extendedglob banghist\n",
    ),
];

impl Shell {
    /// This shell, for what comes on its standard input.
    pub fn command(self) -> Command {
        let mut command = Command::new(self.program);
        command.args(self.options).env("HISTFILE", "/dev/null");
        command
    }

    /// This shell with a script. Arguments that follow begin with the script's name.
    pub fn script(self, script: &str) -> Command {
        let mut command = self.command();
        command.args(["-c", script]);
        command
    }

    /// Whether it is installed; where oracles are required it must be.
    pub fn is_there(self) -> bool {
        is_there(self.program, &["-c", ":"])
    }
}

/// The shells that scripts are written for.
pub fn scripted() -> impl Iterator<Item = Shell> {
    [BASH, DASH, ZSH].into_iter().filter(|shell| shell.is_there())
}

/// The names of the shells, one for each program.
pub fn shell_names() -> impl Iterator<Item = &'static str> {
    scripted().map(|shell| shell.program)
}

/// A Python that has `module`: that of `make venvs`, or the machine's own.
pub fn python(module: &str) -> Option<&'static str> {
    let import = format!("import {module}");
    let found = ["target/venv/tests/bin/python", "python3"].into_iter().find(|python| {
        let status = Command::new(python).args(["-c", &import]).output();
        status.is_ok_and(|output| output.status.success())
    });
    if found.is_none() {
        missing(&format!("a Python with {module}"));
    }
    found
}

/// Whether `program` runs with `arguments`.
pub fn is_there(program: &str, arguments: &[&str]) -> bool {
    let status = Command::new(program).args(arguments).status();
    let found = status.is_ok_and(|status| status.success());
    if !found {
        missing(program);
    }
    found
}

/// Fails where the oracles are required; else says, past the harness's capture, what is not
/// proven.
fn missing(name: &str) {
    let is_required = std::env::var("KEYFILL_ORACLES").is_ok_and(|value| value == "required");
    assert!(!is_required, "{name} is needed, and not installed: run make test");
    let _ = writeln!(std::io::stderr(), "NOT PROVEN: {name} is not installed");
}

/// A directory of this run alone, which goes with the value.
pub fn directory() -> TempDir {
    tempfile::Builder::new().prefix("keyfill-").tempdir().unwrap()
}

/// Fails when something was written to `directory`.
pub fn expect_empty(directory: &Path, who: &str) {
    let left = std::fs::read_dir(directory).unwrap().count();
    assert_eq!(left, 0, "{who}: something was written to {}", directory.display());
}

/// Runs `command`, which must succeed, and returns what it prints.
pub fn run(command: &mut Command, input: &str) -> String {
    let output = finish(command, input);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

/// Runs `command`, which may fail, and returns what it prints.
pub fn output(command: &mut Command, input: &str) -> String {
    String::from_utf8_lossy(&finish(command, input).stdout).into_owned()
}

fn finish(command: &mut Command, input: &str) -> Output {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    // As readers have it. In the locale C, an interactive shell takes other letters for keys.
    command.env("LC_ALL", "C.UTF-8");
    let mut child = command.spawn().unwrap();
    // One that ends early reads no more of it.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

/// A directory with the programs that are called `awk` and so on, to stand first in `PATH`.
pub struct Tools {
    pub name: &'static str,
    directory: TempDir,
}

impl Tools {
    /// Those of every kind that is around: all but the last are a matter of awk alone.
    pub fn all() -> Vec<Self> {
        let others = ["awk", "cat", "chmod", "env", "grep", "mkdir", "stty", "tail", "tr"];
        let awks = ["mawk", "gawk", "original-awk"].map(|name| Self::of(name, &["awk"]));
        awks.into_iter().chain([Self::of("busybox", &others)]).flatten().collect()
    }

    /// The value of `PATH` with them.
    pub fn path(&self) -> String {
        format!("{}:{}", self.directory.path().display(), std::env::var("PATH").unwrap())
    }

    fn of(name: &'static str, links: &[&str]) -> Option<Self> {
        let find = format!("command -v {name}");
        is_there("sh", &["-c", &format!("{find} > /dev/null")]).then(|| {
            let path = run(Command::new("sh").args(["-c", &find]), "");
            let directory = directory();
            for link in links {
                std::os::unix::fs::symlink(path.trim(), directory.path().join(link)).unwrap();
            }
            Self { name, directory }
        })
    }
}
