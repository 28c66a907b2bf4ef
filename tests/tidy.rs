//! Rules that the compiler does not know: the layering, what must not stand in the source, and
//! how files look. Each failure names the file, the line and the rule.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may panic")]

#[path = "tidy/circles.rs"]
mod circles;
#[path = "tidy/direction.rs"]
mod direction;
#[path = "tidy/honesty.rs"]
mod honesty;
#[path = "tidy/names.rs"]
mod names;
#[path = "tidy/packages.rs"]
mod packages;
#[path = "tidy/prose.rs"]
mod prose;
#[path = "tidy/twins.rs"]
mod twins;

use std::path::Path;
use std::process::Command;

/// What the pure part cannot name: the browser, Yew, a clock, chance and the layers above it.
const NOT_IN_CORE: [&str; 10] = [
    "yew::",
    "web_sys",
    "js_sys",
    "gloo",
    "wasm_bindgen",
    "std::time",
    "rand::",
    "getrandom",
    "crate::view",
    "crate::edge",
];

/// What the views cannot name: they are data in and HTML out.
const NOT_IN_VIEW: [&str; 5] = ["web_sys", "js_sys", "gloo", "wasm_bindgen", "crate::edge"];

/// Where a secret may be read, and why. Anywhere else is one more place where it can leave.
const MAY_EXPOSE: &[(&str, &str)] = &[
    ("src/core/admit/mod.rs", "a value is looked at before it is admitted"),
    ("src/core/concealed.rs", "what is typed into a field is put together"),
    ("src/core/keystone/mod.rs", "the body of an answer is read"),
    ("src/core/login_file/mod.rs", "a file that the reader chose is read"),
    ("src/core/sample/mod.rs", "a made-up cloud reads what it is asked"),
    ("src/core/secret.rs", "its definition"),
    ("src/core/snippet/mod.rs", "what is copied is put together"),
    ("src/core/snippet/fill.rs", "the secret key is written into a command"),
    ("src/edge/clipboard.rs", "the reader copies"),
    ("src/edge/fetch.rs", "a token goes to Keystone"),
    ("src/view/commands.rs", "the reader asked to see secrets"),
    ("src/core/sign_in/field.rs", "names and domains are checked before they are sent"),
    ("src/core/handover/pad.rs", "a session is sealed; its tests read it back"),
    ("src/core/handover/plain.rs", "a session goes to the next page"),
    ("src/core/handover/read.rs", "a session has come from another page"),
    ("src/core/json.rs", "its test reads back what was written"),
    ("src/core/keystone/issue.rs", "passwords and tokens go into the body of a sign-in"),
    ("src/edge/download.rs", "a file that the reader saves"),
    ("src/edge/mount.rs", "a file fills the fields of the form"),
    ("src/edge/page/block.rs", "a shown secret that another script wrote again is looked for"),
    ("src/edge/page/held.rs", "the reader copies from the page, or asked to see secrets"),
    ("src/edge/remember.rs", "JSON is written; the values in it are no secrets"),
];

/// Where storage may be touched, and why: it holds what the reader typed as the value of a
/// variable, where author and reader agree to that, and the names of the client and the shell that
/// the reader has chosen, where the author allows it. From one page of a site to the next, it holds
/// the pad that opens a session, which is nothing without what the worker keeps: the loader looks
/// whether there is one.
const MAY_STORE: [&str; 5] =
    ["src/edge/remember.rs", "www/preload.js", "www/choices.js", "www/carry.js", "www/keyfill.js"];

/// Ways around text nodes, into storage, and onto the console.
const NOWHERE: [&str; 16] = [
    "from_html_unchecked",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "set_inner_html",
    "VRaw",
    "localStorage",
    "local_storage",
    "sessionStorage",
    "session_storage",
    "document.cookie",
    "console.log",
    "console::log",
    "println!",
    "eprintln!",
    "dbg!",
];

/// What belongs to one machine or to the place that packages came from. In pieces, so that the
/// names of the places do not stand here either.
const OF_ONE_MACHINE: [&str; 9] = [
    "/root/",
    "/home/",
    "/work/",
    "index-url",
    concat!("pypi.", "org/simple"),
    concat!("files.", "pythonhosted"),
    concat!("registry.", "npmjs"),
    concat!("static.", "crates.io"),
    "\"resolved\": \"http",
];

/// Lines after which a file is two files.
const MOST_LINES: usize = 300;

/// A text file of the repository.
struct File {
    path: String,
    text: String,
}

/// Every tracked text file. Files that are deleted and not yet committed are left out.
fn files() -> Vec<File> {
    let listed = Command::new("git").args(["ls-files", "-z"]).output().expect("git runs");
    assert!(listed.status.success(), "git ls-files failed: this is not a checkout");
    let paths = String::from_utf8(listed.stdout).expect("paths are UTF-8");
    let file = |path: &str| {
        let text = std::fs::read_to_string(path).ok()?;
        Some(File { path: path.into(), text })
    };
    let all: Vec<File> = paths.split_terminator('\0').filter_map(file).collect();
    assert!(all.iter().any(|file| file.path == "src/lib.rs"), "the list of files is wrong");
    all
}

impl File {
    fn has_extension(&self, extensions: &[&str]) -> bool {
        Path::new(&self.path).extension().is_some_and(|e| extensions.iter().any(|x| e == *x))
    }

    /// Where one of `needles` stands, as `path:line: rule: needle`.
    fn findings(&self, rule: &str, needles: &[&str]) -> Vec<String> {
        self.lines_where(|line| needles.iter().find(|n| line.contains(**n)).map(|n| (*n).into()))
            .map(|(at, needle)| format!("{}:{at}: {rule}: {needle}", self.path))
            .collect()
    }

    fn lines_where<'a>(
        &'a self,
        find: impl Fn(&str) -> Option<String> + 'a,
    ) -> impl Iterator<Item = (usize, String)> + 'a {
        (1..).zip(self.text.lines()).filter_map(move |(at, line)| Some((at, find(line)?)))
    }
}

/// Fails with every finding of `rule` in the files that `of` picks.
fn check(of: impl Fn(&File) -> bool, find: impl Fn(&File) -> Vec<String>) {
    let picked: Vec<File> = files().into_iter().filter(|file| of(file)).collect();
    assert!(!picked.is_empty(), "the rule has no file to look at");
    let findings: Vec<String> = picked.iter().flat_map(find).collect();
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}

#[test]
fn the_core_is_pure() {
    let rule = "src/core names no browser, no Yew, no clock and no layer above it";
    check(|f| f.path.starts_with("src/core/"), |f| f.findings(rule, &NOT_IN_CORE));
}

#[test]
fn the_views_do_not_touch_the_browser() {
    let rule = "src/view has data and callbacks, and leaves the browser to src/edge";
    check(|f| f.path.starts_with("src/view/"), |f| f.findings(rule, &NOT_IN_VIEW));
}

#[test]
fn secrets_are_exposed_in_known_places_only() {
    let rule = "a secret is read only in the files of MAY_EXPOSE";
    let is_known = |f: &File| MAY_EXPOSE.iter().any(|(path, _)| *path == f.path);
    check(
        |f| f.path.starts_with("src/") && !is_known(f),
        |f| f.findings(rule, &["expose(", "Secret::expose"]),
    );
    let all = files();
    for (path, why) in MAY_EXPOSE.iter().copied() {
        let still = all.iter().any(|f| f.path == path && f.text.contains("expose"));
        assert!(still, "{path}: it exposes no secret any more ({why}): take it off MAY_EXPOSE");
    }
}

#[test]
fn server_text_and_secrets_stay_where_they_belong() {
    let rule = "no raw HTML, no storage, no console";
    let is_shipped = |f: &File| {
        f.path.starts_with("src/") || (f.path.starts_with("www/") && f.has_extension(&["js"]))
    };
    check(is_shipped, |f| {
        let may_store = MAY_STORE.contains(&f.path.as_str());
        let nowhere = NOWHERE.iter().copied();
        let nowhere = nowhere.filter(|name| !(may_store && name.starts_with("session")));
        f.findings(rule, &nowhere.collect::<Vec<_>>())
    });
}

#[test]
fn files_are_short() {
    let code = ["rs", "py", "js", "mjs", "css", "sh"];
    check(
        |f| f.has_extension(&code),
        |f| {
            let lines = f.text.lines().count();
            let finding = format!(
                "{}:{lines}: a file has at most {MOST_LINES} lines: split it by theme",
                f.path
            );
            if lines > MOST_LINES { vec![finding] } else { Vec::new() }
        },
    );
}

#[test]
fn file_names_say_what_is_in_them() {
    let vague = ["util", "utils", "helper", "helpers", "common", "misc", "manager"];
    let is_vague = |path: &str| {
        path.split(['/', '.', '_', '-']).any(|word| vague.contains(&word.to_lowercase().as_str()))
    };
    check(
        |_| true,
        |f| {
            let finding = || format!("{}:1: a name says what is inside, not {vague:?}", f.path);
            is_vague(&f.path).then(finding).into_iter().collect()
        },
    );
}

#[test]
fn lines_have_no_tab_and_no_space_at_their_end() {
    let wrong = |line: &str| {
        let text = line.trim_end_matches('\r');
        (text.contains('\t') || text.ends_with(' ')).then(|| text.trim().to_owned())
    };
    check(
        |f| !f.path.ends_with("Makefile"),
        |f| {
            f.lines_where(wrong)
                .map(|(at, text)| format!("{}:{at}: a tab, or a space at the end: {text}", f.path))
                .collect()
        },
    );
}

#[test]
fn nothing_tells_of_one_machine() {
    let rule = "no path of one machine and no address of a package registry";
    check(
        // This file names what it looks for.
        |f| f.path != file!(),
        |f| f.findings(rule, &OF_ONE_MACHINE),
    );
}

#[test]
fn markdown_has_one_sentence_per_line() {
    let is_prose = |f: &File| f.has_extension(&["md"]) && f.path.starts_with("docs/");
    check(is_prose, |f| {
        let mut fenced = false;
        let findings = (1..).zip(f.text.lines()).filter_map(|(at, line)| {
            let is_fence = line.trim_start().starts_with("```");
            fenced ^= is_fence;
            // Tables and items of lists are one line each.
            let is_text = !fenced && !is_fence && !line.trim_start().starts_with(['|', '-']);
            let end = is_text.then(|| sentence_end(line)).flatten()?;
            Some(format!("{}:{at}: one sentence per line: {}", f.path, &line[..end]))
        });
        findings.collect()
    });
}

/// Where a sentence ends before the end of the line. Lenient: a capital must follow, and a
/// short word before a period (`e.g.`, `1.`) ends none.
fn sentence_end(line: &str) -> Option<usize> {
    let is_end = |at: &usize| {
        let (before, after) = line.split_at(at + 1);
        let word = before.rsplit(' ').next().unwrap_or_default();
        let is_word = word.len() > 4 && !word[..word.len() - 1].contains('.');
        let next = after.strip_prefix(' ').and_then(|rest| rest.chars().next());
        is_word && next.is_some_and(char::is_uppercase)
    };
    line.match_indices(['.', '?', '!']).map(|(at, _)| at).find(is_end)
}
