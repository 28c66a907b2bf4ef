//! No test is left out or ends before its end, and none waits for time where it could wait for
//! what it is about.

use super::{File, check, files};

/// Ways to leave a test out: what a test needs is installed before it, or it fails.
const SKIPS: [&str; 13] = [
    "pytest.skip",
    "mark.skip",
    "skipif",
    "importorskip",
    "xfail",
    "SkipTest",
    "skipTest",
    "collect_ignore",
    "--deselect",
    "--ignore=",
    "except ImportError",
    "except ModuleNotFoundError",
    "#[ignore",
];

/// What fails where an oracle is missing, with `KEYFILL_ORACLES=required`, and says so elsewhere:
/// a test of Rust may end after these.
const ASKS_FOR_AN_ORACLE: [&str; 2] = ["is_there(", " = python("];

/// Ways to let time pass.
const SLEEPS: [&str; 4] = ["time.sleep(", "wait_for_timeout(", "thread::sleep", "asyncio.sleep"];

/// Where time may pass, and why. Anywhere else a test is slow, and still fails on a busy machine.
const MAY_SLEEP: &[(&str, &str)] = &[
    ("tests/waiting.py", "the one place where a test looks again and again"),
    ("tests/bench/report.py", "that nothing more comes shows only when time has passed"),
];

fn is_test(file: &File) -> bool {
    let is_ours = file.path.starts_with("tests/") || file.path.starts_with("mkdocs-plugin/tests/");
    // This file names what it looks for.
    is_ours && file.path != file!() && file.has_extension(&["py", "rs", "toml"])
}

#[test]
fn no_test_is_left_out() {
    check(is_test, |f| f.findings("what a test needs is there, or it fails", &SKIPS));
}

#[test]
fn no_test_of_python_ends_early() {
    check(|f| is_test(f) && f.has_extension(&["py"]), early_ends_of_python);
}

#[test]
fn no_test_of_rust_ends_early() {
    check(|f| is_test(f) && f.has_extension(&["rs"]), early_ends_of_rust);
}

#[test]
fn tests_wait_for_what_they_are_about() {
    let may_sleep = |f: &File| MAY_SLEEP.iter().any(|(path, _)| *path == f.path);
    check(
        |f| is_test(f) && !may_sleep(f),
        |f| f.findings("wait for a condition, with waiting.py where nothing tells", &SLEEPS),
    );
    let all = files();
    for (path, why) in MAY_SLEEP.iter().copied() {
        let still = all.iter().any(|f| f.path == path && SLEEPS.iter().any(|s| f.text.contains(s)));
        assert!(still, "{path}: it does not sleep any more ({why}): take it off MAY_SLEEP");
    }
}

#[test]
fn every_file_of_tests_is_run() {
    let all = files();
    let text = |path: &str| all.iter().find(|f| f.path == path).map_or("", |f| f.text.as_str());
    let lanes = text("tests/runner/__main__.py");
    let is_run = |file: &File| {
        let parts: Vec<&str> = file.path.split('/').collect();
        match parts[..] {
            ["tests", folder, .., name] if file.has_extension(&["py"]) => {
                !name.starts_with("test_") || lanes.contains(&format!("\"{folder}\""))
            }
            ["tests", program @ ("app" | "programs"), .., name]
                if file.has_extension(&["rs"]) && name != "main.rs" =>
            {
                let folder = parts[parts.len() - 2];
                let module = if name == "mod.rs" { folder } else { name.trim_end_matches(".rs") };
                let declared = format!("mod {module};");
                let of_program = format!("tests/{program}/");
                all.iter().any(|f| f.path.starts_with(&of_program) && f.text.contains(&declared))
            }
            _ => true,
        }
    };
    let left_out: Vec<&str> = all.iter().filter(|f| !is_run(f)).map(|f| &*f.path).collect();
    assert!(left_out.is_empty(), "no lane and no program of tests has these: {left_out:?}");
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// A `return` without a value in a test itself; functions in it may have theirs.
fn early_ends_of_python(file: &File) -> Vec<String> {
    let (mut test, mut inner) = (None, None);
    let mut findings = Vec::new();
    for (at, line) in (1..).zip(file.text.lines()) {
        let (code, depth) = (line.trim_start(), indent(line));
        // The end of a signature stands below its beginning.
        if code.is_empty() || code.starts_with(')') {
            continue;
        }
        test = test.filter(|of_test| depth > *of_test);
        inner = inner.filter(|of_inner| depth > *of_inner);
        if test.is_none() && code.starts_with("def test_") {
            test = Some(depth);
        } else if test.is_some() && inner.is_none() && code.starts_with("def ") {
            inner = Some(depth);
        } else if test.is_some() && inner.is_none() && code == "return" {
            findings.push(format!("{}:{at}: a test goes on to its end", file.path));
        }
    }
    findings
}

/// A `return` without a value in a test, except where an oracle was asked for.
fn early_ends_of_rust(file: &File) -> Vec<String> {
    let (mut is_next, mut test, mut before) = (false, None, "");
    let mut findings = Vec::new();
    for (at, line) in (1..).zip(file.text.lines()) {
        let code = line.trim_start();
        if code == "#[test]" {
            is_next = true;
        } else if is_next && code.starts_with("fn ") {
            (is_next, test) = (false, Some(indent(line)));
        } else if test == Some(indent(line)) && code == "}" {
            test = None;
        }
        let ends = ["return;", "return }"].iter().any(|end| code.contains(end));
        let asked = ASKS_FOR_AN_ORACLE.iter().any(|a| line.contains(a) || before.contains(a));
        if test.is_some() && ends && !asked {
            findings.push(format!("{}:{at}: a test goes on to its end", file.path));
        }
        before = line;
    }
    findings
}
