//! Files and code with values in their slots, read by the programs they are for.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may panic")]

mod filled;
mod programs;

use std::process::Command;

use keyfill::core::slot::Language;
use proptest::prelude::*;
use serde_json::{Value, json};

use filled::{Filled, HOSTILE, cases, filled, some, value};
use programs::run;

/// What reads each of the texts, and prints null for one that it refuses.
const READ: &str = "import ast, configparser, datetime, json, sys, tomllib
def ini(text):
    parser = configparser.ConfigParser(interpolation=None); parser.optionxform = str
    parser.read_string(text)
    return {name: dict(parser[name]) for name in parser}
def python(text):
    out = []
    exec(text, {'show': lambda *all: out.append([x.decode('latin-1') if isinstance(x, bytes) else x for x in all])})
    return out
def yaml(text):
    import yaml
    return list(yaml.safe_load_all(text))
def jsonc(text):
    return json.loads('\\n'.join(line for line in text.split('\\n') if not line.startswith('//')))
read = {'ini': ini, 'python': python, 'yaml': yaml, 'json': jsonc, 'toml': tomllib.loads}[sys.argv[1]]
def tree(value):
    if isinstance(value, dict): return {k if isinstance(k, str) else '#' + json.dumps(tree(k), ensure_ascii=False): tree(v) for k, v in value.items()}
    if isinstance(value, (list, tuple, set)): return [tree(v) for v in value]
    if isinstance(value, str) or value is None or isinstance(value, bool) or isinstance(value, int): return value
    return 'a ' + type(value).__name__ + repr(value)
def each(text):
    try: return tree(read(text))
    except Exception: return None
json.dump([each(text) for text in json.load(sys.stdin)], sys.stdout)";

/// A Python with `PyYAML`, which MkDocs needs; none before `make test` has installed it.
fn python(needs: &str) -> Option<&'static str> {
    let import = format!("import {needs}");
    let found = ["target/venv/tests/bin/python", "python3"].into_iter().find(|python| {
        let status = Command::new(python).args(["-c", &import]).output();
        status.is_ok_and(|output| output.status.success())
    });
    if found.is_none() {
        eprintln!("skipped: no Python has {needs}");
    }
    found
}

fn read(language: &str, texts: &[&str]) -> Option<Vec<Value>> {
    let python = python(if language == "yaml" { "yaml" } else { "tomllib" })?;
    let mut command = Command::new(python);
    command.args(["-X", "utf8", "-W", "ignore", "-c", READ, language]);
    let read = run(&mut command, &json!(texts).to_string());
    Some(serde_json::from_str(&read).unwrap())
}

/// Fills each template with each hostile value, and compares with the JSON that must be read,
/// where `@` is the value. At least `share` percent of them can be written.
fn check(language: &str, templates: &[(&str, &str)], share: usize) {
    let cases = templates.iter().flat_map(|(template, wanted)| {
        HOSTILE.iter().filter_map(move |value| {
            let case = filled(template, Language::of(language), &[value]);
            let value = case.values.first().map_or(*value, |(_, value)| value);
            let wanted: Value = serde_json::from_str(wanted).unwrap();
            let wanted = with(&wanted, value);
            case.refused.is_empty().then(|| (case, wanted))
        })
    });
    let cases: Vec<(Filled, Value)> = cases.collect();
    let texts: Vec<&str> = cases.iter().map(|(case, _)| case.text.as_str()).collect();
    let Some(read) = read(language, &texts) else { return };
    for ((case, wanted), read) in cases.iter().zip(read) {
        assert_eq!(&read, wanted, "{language}:\n{}", case.text);
    }
    let written = 100 * cases.len() / (templates.len() * HOSTILE.len());
    assert!(written >= share, "{language}: only {written} % can be written");
}

/// `tree` with `value` for each `@`, also in the names of members.
fn with(tree: &Value, value: &str) -> Value {
    match tree {
        Value::String(text) if text == "#" => value.parse::<u64>().unwrap().into(),
        Value::String(text) => text.replace('@', value).into(),
        Value::Array(items) => items.iter().map(|item| with(item, value)).collect(),
        Value::Object(members) => members
            .iter()
            .map(|(name, item)| (name.replace('@', value), with(item, value)))
            .collect(),
        other => other.clone(),
    }
}

/// Fills random templates, and compares what is read of them and of their twins.
fn compare(language: &str, template: impl Strategy<Value = String>, count: usize) {
    let random = cases((template, prop::collection::vec(value(), 1..4)), count);
    let random: Vec<Filled> = random
        .into_iter()
        .map(|(template, values)| {
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            filled(&template, Language::of(language), &values)
        })
        .filter(|case| !case.values.is_empty())
        .collect();
    let texts: Vec<&str> =
        random.iter().flat_map(|case| [case.twin.as_str(), case.text.as_str()]).collect();
    let Some(read) = read(language, &texts) else { return };
    let mut proven = 0;
    let mut failed = Vec::new();
    for (case, read) in random.iter().zip(read.chunks(2)) {
        // A twin that is refused says nothing.
        if !read[0].is_null() {
            let shown = read[0].to_string();
            proven += usize::from(case.values.iter().any(|(word, _)| shown.contains(word)));
            if case.expected_tree(&read[0]) != read[1] {
                failed.push((case, read));
            }
        }
    }
    failed.sort_by_key(|(case, _)| case.text.len());
    assert!(
        failed.is_empty(),
        "{language}: {} failed: {:#?}",
        failed.len(),
        &failed[..failed.len().min(4)]
    );
    assert!(50 * proven >= count, "{language}: only {proven} of {count} say something");
}

#[test]
fn json_reads_what_was_filled_in() {
    check(
        "json",
        &[
            (r#"{"a": "<v>"}"#, r#"{"a": "@"}"#),
            (r#"{"<v>": ["s3://<v>/<p>", "\\<v>"]}"#, r#"{"@": ["s3://@/@", "\\@"]}"#),
            (r#"{"a": <v>, "b": [<v>,<p>]}"#, r#"{"a": "@", "b": ["@", "@"]}"#),
            ("// it's \"\n{\"a\": \"<v>\"}", r#"{"a": "@"}"#),
            (r#"{"a": <n>, "b": "<n>"}"#, r##"{"a": "#", "b": "@"}"##),
            (r#"{"a": "cp <p> b"}"#, r#"{"a": "cp @ b"}"#),
            ("<v>", "\"@\""),
        ],
        70,
    );
    let pieces = &[
        "<v>",
        "\"<v>\"",
        "\"a<p>\"",
        "<n>",
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"",
        "\\",
        "\\\"",
        "a",
        " ",
        "\n",
        "/",
        "'",
        "\"a\":",
        "1",
        "// ",
        "{\"a\":",
        "{\"<v>\":",
        "\",\"",
    ];
    compare("json", some(pieces, 4), 4000);
    compare("json", some(pieces, 7).prop_map(|all| format!("[\"a\",\"{all}\"]")), 6000);
}

#[test]
fn toml_reads_what_was_filled_in() {
    check(
        "toml",
        &[
            ("# it's \"\na = \"<v>\"", r#"{"a": "@"}"#),
            ("[a]\nb = <v>\nc = [ <v>, \"<p>\" ]", r#"{"a": {"b": "@", "c": ["@", "@"]}}"#),
            (
                "a = '<v>'\nb = \"\"\"\nit's \"<v>\"\"\"\"\nc = '''<v>'''",
                r#"{"a":"@","b":"it's \"@\"","c":"@"}"#,
            ),
            ("a = <n>", r##"{"a": "#"}"##),
        ],
        50,
    );
    let pieces = &[
        "<v>", "\"<v>\"", "'<v>'", "<p>", "\"", "'", "\"\"\"", "'''", "\\", "a", " ", "\n", "#",
        "\nb = ", ",", "[", "]", "\\\"",
    ];
    compare("toml", some(pieces, 5).prop_map(|all| format!("a = {all}")), 6000);
}

#[test]
fn python_reads_what_was_filled_in() {
    check(
        "python",
        &[
            ("show(<v>, [<v>], a)if 0 else show(<v>)", r#"[["@"]]"#),
            ("x = <v>\nshow(x, {<v>: <p>}[<v>])", r#"[["@", "@"]]"#),
            (
                r#"show("<v>", 'a/<p>', u"<v>", """<v>""", '''<v>''')"#,
                r#"[["@", "a/@", "@", "@", "@"]]"#,
            ),
            (r#"show(r"<v>", R'<v>')"#, r#"[["@", "@"]]"#),
            (
                "x = 1\nshow(f'{x}<v>', F\"<v>{{x}}\", rf'{x}<v>', f'''<v>{x}''')",
                r#"[["1@", "@{x}", "1@", "@1"]]"#,
            ),
            (r#"show(b"<v>", Rb'<v>')"#, r#"[["@", "@"]]"#),
            ("# it's <v>\nshow('\"<v>\"')", r#"[["\"@\""]]"#),
            ("show('it\\'s <v>', \"\\\\<v>\")", r#"[["it's @", "\\@"]]"#),
            ("show('%s<v>' % 'a', '{}<v>'.format('b'))", r#"[["a@", "b@"]]"#),
            ("show(<n>, '<n>')", r##"[["#", "@"]]"##),
        ],
        55,
    );
    let pieces = &[
        "<v>",
        "'<v>'",
        "\"<v>\"",
        "f'<v>'",
        "<p>",
        "<n>",
        "'",
        "\"",
        "'''",
        "\"\"\"",
        "r",
        "f",
        "b",
        "rb",
        "F",
        "\\",
        "\\'",
        "{",
        "}",
        "{{",
        "}}",
        "{x}",
        "a",
        "x",
        " ",
        "\n",
        "#",
        ",",
        "(",
        ")",
        "+",
        "%",
        ".format(x)",
        "[",
        "]",
        "\nshow(",
        ");show('",
    ];
    compare("python", some(pieces, 7).prop_map(|all| format!("x='X'\nshow({all})")), 5_000);
    compare("python", some(pieces, 9).prop_map(|all| format!("x='X'\nshow('{all}')")), 5_000);
}

#[test]
fn yaml_reads_what_was_filled_in() {
    check(
        "yaml",
        &[
            ("a: <v>\nb:\n  - <v>\n  - c: <p>", r#"[{"a": "@", "b": ["@", {"c": "@"}]}]"#),
            ("<v>: <v> # it's\n\"<v>\":\n  <p>", r#"[{"@": "@"}]"#),
            ("a: \"<v>\"\nb: '<v>'\nc: \"a/<p>\"", r#"[{"a": "@", "b": "@", "c": "a/@"}]"#),
            (
                "a: [<v>, x, \"<v>\", '<v>', {b: <v>, <v>: c}]",
                r#"[{"a": ["@","x","@","@",{"b":"@","@":"c"}]}]"#,
            ),
            ("a: s3://<v>/<p> # it's\nb: my-<v>", r#"[{"a": "s3://@/@", "b": "my-@"}]"#),
            ("a: |\n  it's \"<v>\n\n  <v>\nb: <v>", r#"[{"a": "it's \"@\n\n@\n", "b": "@"}]"#),
            ("a: >-\n  cp <p>\n  b\nc: '<v>'", r#"[{"a": "cp @ b", "c": "@"}]"#),
            ("- run: cp <p> b\n- - <v>\n  - '<v>'", r#"[{"run": "cp @ b"}, ["@", "@"]]"#),
            ("a: foo\n  <v>\nb: <v>\n  bar", r#"[{"a": "foo @", "b": "@ bar"}]"#),
            ("a: \"foo\n  <v>\"\nb: 'it''s<v>'", r#"[{"a": "foo @", "b": "it's@"}]"#),
            ("---\na: !!str <v>\n---\n<v>", r#"[{"a": "@"}, "@"]"#),
            ("a: <n>\nb: '<n>'", r##"[{"a": "#", "b": "@"}]"##),
        ]
        .map(|(template, wanted)| {
            if wanted.starts_with("[{\"run\"") {
                (template, "[[{\"run\": \"cp @ b\"}, [\"@\", \"@\"]]]")
            } else {
                (template, wanted)
            }
        }),
        45,
    );
    let pieces = &[
        "<v>", "<v>", "\"<v>\"", "'<v>'", "<p>", "<n>", "a", "b", "x: ", "y: ", "\n", "\n  ",
        "\n    ", "\n- ", "\n  - ", "- ", ": ", ":", "|", ">-", "|\n  ", "\"", "'", "''", "\\",
        " #", "#", "[", "]", "{", "}", ", ", ",", "!!str ", "&a ", "? ", "1", "-", "e", "/", "n",
        " ", "\n\n", "\n---\n", "\"\n", "\nk: ", "true", ".", "0x", "2026-", "+",
    ];
    compare("yaml", some(pieces, 7), 5_000);
    compare("yaml", some(pieces, 7).prop_map(|all| format!("k: {all}\nl: <v>")), 5_000);
    compare("yaml", some(pieces, 7).prop_map(|all| format!("k: [{all}]\nl: <v>")), 5_000);
}

#[test]
fn configparser_reads_what_was_filled_in() {
    check(
        "ini",
        &[
            (
                "; it's\n[a]\n# <v>\nb = <v>\nc=s3://<v>/<p>\nd: <v>",
                r#"{"DEFAULT": {}, "a": {"b": "@", "c": "s3://@/@", "d": "@"}}"#,
            ),
            ("[<v>]\n<v> = 1", r#"{"DEFAULT": {}, "@": {"@": "1"}}"#),
            ("[a]\nb =\n  c = <v>\n  <v>", r#"{"DEFAULT": {}, "a": {"b": "\nc = @\n@"}}"#),
            (
                "[a]\nb = cp <p> x\nc = \"<v>\"",
                r#"{"DEFAULT": {}, "a": {"b": "cp @ x", "c": "\"@\""}}"#,
            ),
        ],
        15,
    );
    let pieces = &[
        "<v>", "<v>", "<p>", "a", "b", " ", "=", " = ", ":", "#", ";", " ;", "\n", "\n  ",
        "\nc = ", "]", "\"", "'", "$", "%", "\\", "\r\n",
    ];
    compare("ini", some(pieces, 7).prop_map(|all| format!("[a]\nb = {all}")), 5_000);
}
