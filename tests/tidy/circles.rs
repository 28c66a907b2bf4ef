//! Modules that name each other in a circle can be neither read nor moved one without the other.

use std::collections::{BTreeMap, BTreeSet};

use crate::{File, files};

/// The circles that are there, each with why. A new one fails, and so does one that has gone.
const KNOWN: &[(&[&str], &str)] = &[
    (
        &[
            "core/slot/evidence/command",
            "core/slot/evidence/known",
            "core/slot/evidence/outline",
            "core/slot/evidence/products",
        ],
        "what a name means depends on the command around it",
    ),
    (&["core/slot/lex/shell/command", "core/slot/lex/shell/judge"], "a command in a command"),
    (&["core/slot/lex/shell/programs", "core/slot/lex/shell/table"], "rows and their type"),
    (&["core/slot/loops", "core/slot/statement"], "a statement in a loop is one"),
    (
        &["edge/activity", "edge/carry", "edge/requests", "edge/store"],
        "a reply is a message, whoever asked",
    ),
];

type Uses = BTreeMap<String, BTreeSet<String>>;

#[test]
fn modules_make_no_new_circle() {
    let found = circles(&uses(&files()));
    let known: BTreeSet<Vec<String>> =
        KNOWN.iter().map(|(names, _)| names.iter().map(|&name| name.into()).collect()).collect();
    let new: Vec<_> = found.difference(&known).collect();
    assert!(new.is_empty(), "new circles: move down what all of them need: {new:#?}");
    let gone: Vec<_> = known.difference(&found).collect();
    assert!(gone.is_empty(), "these circles are open: take them off KNOWN: {gone:#?}");
}

#[test]
fn slots_and_quoting_know_nothing_of_the_session() {
    let of_the_session = ["config", "message", "model", "request", "screen", "snippet", "update"];
    for (module, uses) in uses(&files()) {
        if module.starts_with("core/slot") || module.starts_with("core/quote") {
            let is_of = |used: &&String| of_the_session.iter().any(|s| is_in(used, &["core", s]));
            let wrong: Vec<_> = uses.iter().filter(is_of).collect();
            assert!(wrong.is_empty(), "{module} uses {wrong:?}");
        }
    }
}

#[test]
fn circles_are_found() {
    let uses = [("a", "b"), ("b", "c"), ("c", "b"), ("c", "d"), ("e", "e/f"), ("e/f", "e")];
    let mut all = Uses::new();
    for (from, to) in uses {
        all.entry(from.into()).or_default().insert(to.into());
    }
    assert_eq!(circles(&all), BTreeSet::from([vec!["b".to_owned(), "c".to_owned()]]));
    let paths =
        paths("use super::{a::B, c::{self, d}};\nfn f() -> crate::core::x::Y { super::z() }");
    let expected =
        ["super::a::B", "super::c::self", "super::c::d", "crate::core::x::Y", "super::z"];
    assert_eq!(paths, expected);
}

fn is_in(module: &str, names: &[&str]) -> bool {
    let name = names.join("/");
    module == name || module.strip_prefix(&name).is_some_and(|rest| rest.starts_with('/'))
}

/// Which modules of the app each of them names.
fn uses(files: &[File]) -> Uses {
    let module = |file: &File| {
        let path = file.path.strip_prefix("src/")?.strip_suffix(".rs")?;
        let is_ours = ["core", "view", "edge"].iter().any(|room| is_in(path, &[room]));
        is_ours.then(|| path.strip_suffix("/mod").unwrap_or(path).to_owned())
    };
    let all: BTreeMap<String, &File> =
        files.iter().filter_map(|file| Some((module(file)?, file))).collect();
    assert!(all.contains_key("core/slot"), "the list of modules is wrong");
    let target = |from: &str, path: &str| {
        let mut parts: Vec<&str> = path.split("::").collect();
        let mut base: Vec<&str> = from.split('/').collect();
        if parts.remove(0) == "crate" {
            base.clear();
        } else {
            base.pop();
        }
        while parts.first() == Some(&"super") {
            parts.remove(0);
            base.pop();
        }
        base.extend(parts);
        while !base.is_empty() && !all.contains_key(&base.join("/")) {
            base.pop();
        }
        base.join("/")
    };
    let used = |name: &str, file: &File| {
        let code = file.text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default();
        let code: Vec<&str> =
            code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect();
        let targets = paths(&code.join("\n")).into_iter().map(|path| target(name, &path));
        // A folder's own file is the front of what is in the folder: they are one.
        let is_other = |other: &String| {
            !other.is_empty() && !is_in(other, &[name]) && !is_in(name, &[other.as_str()])
        };
        targets.filter(is_other).collect()
    };
    all.iter().map(|(name, file)| (name.clone(), used(name, file))).collect()
}

/// The paths that code names, from `crate` or `super`, with those in braces written out.
fn paths(code: &str) -> Vec<String> {
    let starts = ["crate::", "super::"];
    let mut paths = Vec::new();
    let mut from = 0;
    while let Some(at) = starts.iter().filter_map(|s| code[from..].find(s)).min() {
        from += at;
        let end = path(&code[from..], "", &mut paths);
        from += end.max(1);
    }
    paths
}

/// Reads one path or one tree of them, and returns where it ends.
fn path(code: &str, before: &str, paths: &mut Vec<String>) -> usize {
    let is_of_path = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':');
    let end = code.find(|c| !is_of_path(c)).unwrap_or(code.len());
    let name = &code[..end];
    if !name.ends_with("::") || !code[end..].starts_with('{') {
        paths.push([before, name].concat());
        return end;
    }
    let before = [before, name].concat();
    let mut at = end + 1;
    loop {
        at += code[at..].find(|c: char| !c.is_whitespace() && c != ',').unwrap_or(0);
        if at >= code.len() || code[at..].starts_with('}') {
            return at + 1;
        }
        at += path(&code[at..], &before, paths).max(1);
    }
}

/// The groups of modules from each of which every other one of the group is reached.
fn circles(uses: &Uses) -> BTreeSet<Vec<String>> {
    let reached = |from: &String| {
        let (mut reached, mut todo) = (BTreeSet::new(), vec![from]);
        while let Some(module) = todo.pop() {
            for used in uses.get(module).into_iter().flatten() {
                if is_in(used, &[module]) || is_in(module, &[used]) {
                    continue;
                }
                if reached.insert(used.clone()) {
                    todo.push(used);
                }
            }
        }
        reached
    };
    let all: BTreeMap<&String, BTreeSet<String>> = uses.keys().map(|m| (m, reached(m))).collect();
    let circle = |(module, others): (&&String, &BTreeSet<String>)| {
        let is_back = |other: &&String| all.get(*other).is_some_and(|of| of.contains(*module));
        let circle: Vec<String> = others.iter().filter(is_back).cloned().collect();
        (circle.len() > 1).then_some(circle)
    };
    all.iter().filter_map(circle).collect()
}
