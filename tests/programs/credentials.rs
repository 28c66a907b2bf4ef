//! Files that readers have, changed by what they copy: with every shell and every awk.
//!
//! The quick form of boto3 is run, since it asks nothing: the steps that look at a file and write
//! it are the same in all scripts (`mkdocs-plugin/src/mkdocs_keyfill/clients/pieces`).

use std::path::Path;
use std::process::{Command, Output};

use keyfill::core::snippet::Form;

use crate::oracle::{Shell, Tools, directory, scripted};
use crate::random::times;
use crate::samples::{Known, PROFILE, case};

/// What is in `~/.aws/credentials`, and what is there afterwards: `@` is the profile. A number is
/// the line that the command names when it gives up.
const FILES: [(&str, Result<&str, u32>); 34] = [
    (
        include_str!("../fixtures/credentials/credentials-crlf"),
        Ok("[default]\r\naws_access_key_id = D\r\naws_secret_access_key = d\r\n\r\n@"),
    ),
    (
        include_str!("../fixtures/credentials/credentials-comment-before-next"),
        Ok("@\n# work: ask Signe before use\n[work]\naws_access_key_id = W
aws_secret_access_key = w"),
    ),
    ("", Ok("@")),
    ("\n\n", Ok("\n\n@")),
    ("[work]\nk = w\n", Ok("[work]\nk = w\n@")),
    ("[work]\r\nk = w\r\n", Ok("[work]\r\nk = w\r\n@")),
    // No line of the reader's gets an end that it did not have.
    ("# mine", Ok("@# mine")),
    ("[work]\nk = w", Ok("@[work]\nk = w")),
    ("[work]\r\nk = w", Ok("@[work]\r\nk = w")),
    ("[aur1]\nk = old\n[work]\nk = w", Ok("@[work]\nk = w")),
    // Ours is replaced where it stands, with what is indented below its settings.
    ("[aur1]\nk = old\nl =\n  m = n\n\n[work]\nk = w", Ok("@\n[work]\nk = w")),
    ("[a]\nk = w\n[aur1]\nk = old\n[b]\nk = w\n", Ok("[a]\nk = w\n@[b]\nk = w\n")),
    ("[aur1]# old\nk = old\n", Ok("@")),
    ("[aur1] ; old: [x\r\nk = old\r\n", Ok("@")),
    ("[aur1]", Ok("@")),
    ("[aur1]\nk = old\n# mine\nl = old\n# yours\n\n", Ok("@# yours\n\n")),
    ("[aur1]\nk = old\n; work\n\n# too\n[work]\nk = w\n", Ok("@; work\n\n# too\n[work]\nk = w\n")),
    // What the command left of a file with CRLF in an earlier version of Keyfill.
    ("[aur1]\r\nk = old\r\n[work]\r\nk = w\r\n[aur1]\nk = new\n", Ok("@[work]\r\nk = w\r\n")),
    ("  # mine\n[work]\n  k = w\n  l = w\n", Ok("  # mine\n[work]\n  k = w\n  l = w\n@")),
    ("[aur10]\nk = w\n[xaur1]\nk = [aur1]\n", Ok("[aur10]\nk = w\n[xaur1]\nk = [aur1]\n@")),
    ("[work]\nk: w\n\\\n", Err(3)),
    ("\u{feff}[work]\nk = w\n", Err(1)),
    ("\u{feff}# mine: w\n", Err(1)),
    ("[work]\nk = w\n[work]\nl = w\n", Err(3)),
    ("[work]\nk = w\n[work] # too\nl = w\n", Err(3)),
    ("[work]\nk = w\nK = w\n", Err(3)),
    ("[work]\nk = w\n  [aur1]\nk2 = w\n", Err(3)),
    ("[work]\nk = w\n[ aur1 ]\nl = w\n", Err(3)),
    ("[aur1]x]\nk = w\n", Err(1)),
    ("[aur1\nk = w\n", Err(1)),
    ("k = w\n[work]\n", Err(1)),
    ("[work]\nk = w\r[aur1]\rl = w\n", Err(2)),
    ("[work]\nk = w\n\u{0}\n", Err(3)),
    ("[work]\nk = w\nhello\n", Err(3)),
];

/// Somebody's home, with this in the credentials file.
pub fn home(before: &str) -> tempfile::TempDir {
    let home = directory();
    std::fs::create_dir(home.path().join(".aws")).unwrap();
    std::fs::write(home.path().join(".aws/credentials"), before).unwrap();
    home
}

pub fn script(client: &'static str) -> String {
    case(client, Some(Form::Quick), Known::All).steps.remove(0).snippet.copied().expose().into()
}

/// The shell with the quick form of boto3, in that home and with nothing else around it.
pub fn command(shell: Shell, home: &Path, before: &str) -> Command {
    let mut command = shell.script(&[before, &script("boto3")].concat());
    command.env_clear().env("HOME", home).env("PATH", std::env::var("PATH").unwrap());
    command.current_dir(home);
    command
}

pub fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

/// What was said on either stream, after a failure.
pub fn refused(output: &Output) -> String {
    assert!(!output.status.success(), "{output:?}");
    let said = [&output.stdout[..], &output.stderr].concat();
    let said = String::from_utf8(said).unwrap();
    assert!(said.trim_end().ends_with("Nothing was changed."), "{said}");
    said
}

#[test]
fn a_file_keeps_every_byte_that_is_not_ours() {
    let tools = Tools::all();
    for (at, (before, expected)) in FILES.into_iter().enumerate() {
        for (turn, shell) in scripted().enumerate() {
            // All of them with all of them is for the soak.
            let some = tools.iter().enumerate();
            let some = some.filter(|(tool, _)| times() > 1 || *tool == (at + turn) % tools.len());
            for (_, tools) in some {
                let home = home(before);
                let file = home.path().join(".aws/credentials");
                let mut command = command(shell, home.path(), "");
                let output = command.env("PATH", tools.path()).output().unwrap();
                let who = format!("{}, {}, {before:?}", shell.program, tools.name);
                let after = read(&file);
                match expected {
                    Ok(expected) => {
                        assert!(output.status.success(), "{who}: {output:?}");
                        let end = if before.contains("\r\n") { "\r\n" } else { "\n" };
                        let profile = PROFILE.replace('\n', end);
                        assert_eq!(after, expected.replace('@', &profile), "{who}");
                        let ready = format!("Profile aur1 is ready in {}.\n", file.display());
                        assert_eq!(String::from_utf8(output.stdout).unwrap(), ready, "{who}");
                        assert!(output.stderr.is_empty(), "{who}");
                    }
                    Err(line) => {
                        let said = refused(&output);
                        assert!(said.starts_with(&format!("Line {line} of ")), "{who}: {said}");
                        assert_eq!(after, before, "{who}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_second_run_changes_nothing_but_the_key() {
    for (before, _) in FILES.into_iter().filter(|(_, expected)| expected.is_ok()) {
        let home = home(before);
        let file = home.path().join(".aws/credentials");
        for shell in scripted() {
            assert!(command(shell, home.path(), "").output().unwrap().status.success());
            let once = read(&file);
            assert!(command(shell, home.path(), "").output().unwrap().status.success());
            assert_eq!(read(&file), once, "{before:?}");
        }
    }
}

#[test]
fn what_people_have_set_in_their_shell_is_no_matter() {
    for shell in scripted() {
        let expand = if shell.program == "bash" { "shopt -s expand_aliases\n" } else { "" };
        for before in [
            "set -C\n",
            "set -u\n",
            "umask 022\n",
            "alias cat='cat -n' mkdir='mkdir -p' chmod='chmod -v'\n",
            "cat() { echo another; }\n",
            "secret=other; file=other; new=other; text=other; profile=other\n",
            "export CDPATH=/ LC_ALL=C.UTF-8 GREP_OPTIONS=-v POSIXLY_CORRECT=1\n",
        ] {
            let home = home("[work]\nk = w\n");
            let output = command(shell, home.path(), &[expand, before].concat()).output().unwrap();
            assert!(output.status.success(), "{shell:?}: {before}: {output:?}");
            let after = read(&home.path().join(".aws/credentials"));
            assert_eq!(after, format!("[work]\nk = w\n{PROFILE}"), "{shell:?}: {before}");
        }
    }
}
