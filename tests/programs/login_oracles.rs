//! Random files, read here and by what reads them for the real clients: `PyYAML` and bash. What
//! is read here must be what they read; to refuse more than they do is fine.

use std::process::Command;

use keyfill::core::admit::shown;
use keyfill::core::login_file::{Login, LoginMethod, Named, read};
use keyfill::core::secret::Secret;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::oracle::{python, run};
use crate::random::cases;

const FILES: usize = 3_000;

/// What `PyYAML` makes of each document: for each cloud its name, user, password, project and
/// region, where null and empty are the same; null for a document that it refuses.
const YAML: &str = "import json, sys, yaml
class Loader(yaml.BaseLoader):
    def construct_scalar(self, node):
        is_null = node.style is None and node.value in ('~', 'null', 'Null', 'NULL')
        return '' if is_null else node.value
def cloud(name, cloud):
    both = {**cloud['auth'], **cloud}
    *fields, region = [both.get(k) for k in ('username', 'password', 'project_name', 'region_name')]
    if isinstance(cloud.get('regions'), list):
        region = cloud['regions'][0] if len(cloud['regions']) == 1 else None
        region = region.get('name') if isinstance(region, dict) else region
    return [text if isinstance(text, str) else '' for text in (name, *fields, region)]
def read(text):
    try: clouds = yaml.load(text, Loader=Loader)['clouds'].items()
    except (yaml.YAMLError, TypeError, AttributeError): return None
    return [cloud(name, value) for name, value in clouds
            if isinstance(value, dict) and isinstance(value.get('auth'), dict)]
json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)";

/// Files that `PyYAML` writes: each of the given texts as a password, a name of a cloud and more.
const DUMP: &str = "import json, sys, yaml
def dump(text, style):
    auth = {'username': text, 'password': text, 'auth_url': 'https://aur1.example', 'n': [[text], {text: text}]}
    cloud = {'auth': auth, 'regions': [text], 'verify': 'true', 'networks': [{'name': text, 'x': ['1']}]}
    return yaml.dump({'clouds': {text: cloud}}, default_style=style, allow_unicode=len(text) % 2 == 0, width=1 << 20)
json.dump([dump(text, style) for text in json.load(sys.stdin) for style in (None, \"'\", '\"')], sys.stdout)";

/// Runs each script line by line without any program to call, and prints whether the shell
/// understood all of them, then user and password.
const BASH: &str = "PATH=/nowhere; unset OS_USERNAME OS_PASSWORD
for script; do (good=1
while IFS= read -r line; do
eval \"$line\" >/dev/null 2>&1; case $? in 0|127) ;; *) good=0;; esac
done <<< \"$script\"
printf '%s\\0%s\\0%s\\0' \"$good\" \"$OS_USERNAME\" \"$OS_PASSWORD\"); done";

fn ask(python: &str, program: &str, input: &Value) -> Value {
    let read = run(Command::new(python).args(["-X", "utf8", "-c", program]), &input.to_string());
    serde_json::from_str(&read).unwrap()
}

/// Name of the cloud, user, password, project and region; absent is empty.
fn words(login: &Login) -> [String; 5] {
    let LoginMethod::Password { user, password, .. } = &login.method else {
        return Default::default();
    };
    let named = |named: &Option<Named>| match named {
        Some(Named::Id(text) | Named::Name(text)) => text.clone(),
        None => String::new(),
    };
    let password = password.as_ref().map_or("", |secret| secret.expose()).to_owned();
    let region = login.region.clone().unwrap_or_default();
    [login.name.clone(), named(user), password, named(&login.project), region]
}

fn read_all(text: &str) -> Option<Vec<[String; 5]>> {
    Some(read("clouds.yaml", &Secret::new(text.into())).ok()?.usable.iter().map(words).collect())
}

/// One of the texts, each as likely as another.
fn one_of(texts: &'static [&'static str]) -> impl Strategy<Value = String> + Clone {
    prop::sample::select(texts).prop_map(String::from)
}

fn some(
    piece: impl Strategy<Value = String> + Clone,
    most: usize,
) -> impl Strategy<Value = String> + Clone {
    prop::collection::vec(piece, 0..most).prop_map(|pieces| pieces.concat())
}

fn yaml_scalar() -> impl Strategy<Value = String> + Clone {
    let pieces = one_of(&[
        "a", "b", "0", " ", "#", " #", ":", ": ", "-", "- ", "?", "'", "''", "\"", "\\", "\\\"",
        "\\x41", "\\u00e5", "\\/", "[", "]", "{", "}", ",", "&", "*", "!", "|", ">", "%", "@", "`",
        "~", "=", "<<", "é", "\u{a0}", "😀", ".",
    ]);
    let inner = prop::collection::vec(pieces, 0..5).prop_map(|pieces| pieces.concat());
    let known = one_of(&[
        "",
        "a",
        "~",
        "null",
        "Null",
        "0123",
        "1e3",
        "yes",
        "'it''s' # it",
        "\"a\" # b",
        "\"a\"#b",
        "\"\\_\\x7e\\U0001f600\"",
        "a # b",
        "a#b",
        "a:b",
        "-a",
        ":a",
        "?a",
        "---",
        "...",
        "'a' 'b'",
    ]);
    let quoted = inner.clone().prop_map(|text| ["'", &text, "'"].concat());
    let double = inner.clone().prop_map(|text| ["\"", &text, "\""].concat());
    prop_oneof![4 => known, 1 => inner, 1 => quoted, 1 => double]
}

/// A document of which most lines fit, and some do not.
fn yaml_file() -> impl Strategy<Value = String> {
    let odd = one_of(&["", " ", "  ", "\n", "# c\n", "---\n", "- ", "   # c\n", "...\n", "a:\n"]);
    let odd = prop_oneof![40 => Just(String::new()), 1 => odd];
    let key = |key| Just(String::from(key));
    let member = |indent: &'static str, name: BoxedStrategy<String>| {
        let space = one_of(&[":", ": ", ":  "]);
        (odd.clone(), name, prop_oneof![1 => space, 20 => Just(": ".into())], yaml_scalar())
            .prop_map(move |(odd, name, colon, value)| {
                [indent, &odd, &name, &colon, &value, "\n"].concat()
            })
    };
    let auth = |name| member("   ", key(name).boxed());
    let list = one_of(&[
        "  regions:\n  - a\n",
        "  regions:\n   - name: a\n     values:\n       x: y\n   -  b\n",
        "  regions:\n  -\n    name: b\n",
        "  regions:\n  - - a\n",
        "  regions: # c\n  -   name: a\n",
        "  regions:\n  - name: a\n     b: c\n",
        "  x:\n  - name: a\n    b: 'c'\n",
        "  x:\n   y:\n  - z\n",
    ]);
    let region = prop_oneof![2 => member("  ", key("region_name").boxed()), 1 => list];
    let name = prop_oneof![2 => one_of(&["a", "b"]), 1 => yaml_scalar()];
    let cloud =
        (name, auth("username"), auth("password"), auth("project_name"), region, odd.clone())
            .prop_map(|(name, user, password, project, region, odd)| {
                [" ", &name, ":\n  auth:\n", &user, &odd, &password, &project, &region].concat()
            });
    (odd.clone(), some(cloud, 3)).prop_map(|(odd, clouds)| [&odd, "clouds:\n", &clouds].concat())
}

#[test]
fn yaml_is_read_as_pyyaml_reads_it() {
    let Some(python) = python("yaml") else { return };
    let files = cases(yaml_file(), FILES);
    let theirs = ask(python, YAML, &json!(files));
    let mut read = 0;
    for (file, theirs) in files.iter().zip(theirs.as_array().unwrap()) {
        let Some(ours) = read_all(file) else { continue };
        // What is not read is not checked either: there the parser may refuse the whole file.
        if theirs.is_null() && file.contains(['[', '{', '*', '&', '|', '>']) {
            continue;
        }
        let mut theirs: Vec<[String; 5]> = serde_json::from_value(theirs.clone()).expect(file);
        for words in &mut theirs {
            words[0] = shown(&words[0]);
        }
        // A cloud that cannot be used is none of ours.
        theirs.retain(|their| ours.iter().any(|our| our[0] == their[0]));
        assert_eq!(ours, theirs, "{file}");
        read += usize::from(!ours.is_empty());
    }
    println!("{read} of {FILES} documents were read");
    assert!(read > FILES / 10, "{read} say too little");
}

#[test]
fn what_pyyaml_writes_is_read() {
    let Some(python) = python("yaml") else { return };
    let character = prop_oneof![
        2 => one_of(&["'", "\"", "\\", "#", ":", " ", "$", "`", "-", "!", "&", "*", "%", "{", "[", ",", "?"]),
        1 => "[a-z0-9åé日😀\u{a0}]",
    ];
    let texts = cases(some(character, 12).prop_map(|text| ["x", &text].concat()), FILES / 10);
    let texts: Vec<&str> =
        texts.iter().flat_map(|text| [&**text, &text[1..]]).filter(|t| !t.is_empty()).collect();
    let documents = ask(python, DUMP, &json!(texts));
    for (at, document) in documents.as_array().unwrap().iter().enumerate() {
        let (document, text) = (document.as_str().unwrap(), texts[at / 3].to_owned());
        let shown = shown(&text);
        let expected = [shown, text.clone(), text.clone(), String::new(), text.clone()];
        assert_eq!(read_all(document), Some(vec![expected]), "{text}: {document}");
    }
}

/// A script of two or three lines that set user and password in many ways.
fn script() -> impl Strategy<Value = String> {
    // No `<`, `>` and parentheses: what bash runs here must do nothing at all.
    let piece = one_of(&[
        "a", "b", "a", "1", "'", "'", "\"", "\"", "\\", "\\\"", "#", " #", " ", ";", "&", "|", "{",
        "}", ",", "$", "`", "~", ":", "=", "*", "?", "!", "^", "%", "+", "-", "é", "[", "]",
    ]);
    let free = some(piece.clone(), 6);
    let single = some(one_of(&["a", "\"", "\\", "#", " ", "$", "`", ";", "é", "!"]), 6)
        .prop_map(|text| ["'", &text, "'"].concat());
    let double =
        some(one_of(&["a", "'", "\\\"", "\\\\", "\\$", "\\a", "#", " ", ";", "~", "{"]), 6)
            .prop_map(|text| ["\"", &text, "\""].concat());
    let word = prop_oneof![2 => free, 2 => single.clone(), 2 => double.clone(),
        1 => (single, double).prop_map(|(a, b)| [a, b].concat())];
    let start =
        one_of(&["export ", "export ", "", "  export  ", "a=b ", ":; ", "if true; then ", "# "]);
    let end = one_of(&[
        "",
        "",
        "",
        " ",
        " # b",
        ";",
        "; a",
        " a",
        " OS_PASSWORD=b",
        "; export OS_USERNAME=b",
    ]);
    let name = one_of(&["OS_USERNAME=", "OS_PASSWORD="]);
    let line = (start, name, word, end)
        .prop_map(|(start, name, word, end)| [&start, &*name, &word, &end, "\n"].concat());
    some(line, 4)
}

#[test]
fn scripts_are_read_as_bash_reads_them() {
    let scripts = cases(script(), FILES);
    let (mut read_values, mut at) = (0, 0);
    for some in scripts.chunks(500) {
        let mut bash = Command::new("bash");
        bash.args(["--norc", "--noprofile", "-c", BASH, "bash"]).args(some);
        bash.env("LC_ALL", "C.UTF-8").env("HOME", "/nowhere");
        let theirs = run(&mut bash, "");
        let theirs: Vec<&str> = theirs.split_terminator('\0').collect();
        assert_eq!(theirs.len(), 3 * some.len());
        for (script, theirs) in some.iter().zip(theirs.chunks(3)) {
            at += 1;
            let logins = read("openrc", &Secret::new(script.clone()));
            let Some(login) = logins.ok().and_then(|mut logins| logins.usable.pop()) else {
                continue;
            };
            let [_, user, password, ..] = words(&login);
            if theirs[0] != "1" {
                continue;
            }
            for (ours, theirs) in [(user, theirs[1]), (password, theirs[2])] {
                if !ours.is_empty() {
                    assert_eq!(ours, theirs, "{at}: {script}");
                    read_values += 1;
                }
            }
        }
    }
    println!("{read_values} values were read");
    assert!(read_values > FILES / 4, "{read_values} say too little");
}
