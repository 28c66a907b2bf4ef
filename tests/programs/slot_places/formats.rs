//! Files of JSON, TOML and INI.

use proptest::prelude::*;

use super::files::{check, compare};
use super::filled::some;

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
        55,
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
        12,
    );
    let pieces = &[
        "<v>", "<v>", "<p>", "a", "b", " ", "=", " = ", ":", "#", ";", " ;", "\n", "\n  ",
        "\nc = ", "]", "\"", "'", "$", "%", "\\", "\r\n",
    ];
    compare("ini", some(pieces, 7).prop_map(|all| format!("[a]\nb = {all}")), 5_000);
}

#[test]
fn php_reads_what_was_filled_in() {
    check(
        "php.ini",
        &[
            ("; it's\n[a]\nb = <v>\nc=s3://<v>/<p>", r#"{"a": {"b": "@", "c": "s3://@/@"}}"#),
            ("[a]\nb = \"<v>\"\nc = '<v>'", r#"{"a": {"b": "@", "c": "@"}}"#),
        ],
        12,
    );
    let pieces = &[
        "<v>", "<v>", "<v>", "<p>", "a", "b", " ", " = ", ":", "#", " ;", "\n", "\nc = ",
        "\n<v> = ", "\"", "'", "\r\n",
    ];
    compare("php.ini", some(pieces, 4).prop_map(|all| format!("[a]\nb = {all}")), 10_000);
}
