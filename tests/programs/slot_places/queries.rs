//! SQL, XML and `JavaScript`.

use proptest::prelude::*;

use super::files::{check, compare};
use super::filled::some;

#[test]
fn sql_reads_what_was_filled_in() {
    check(
        "sql",
        &[
            ("select '<v>', 's3://<v>/<p>'", r#"[["@", "s3://@/@"]]"#),
            ("select <n>", r##"[["#"]]"##),
        ],
        20,
    );
    let pieces = &[
        "'<v>'", "\"<v>\"", "'a/<p>'", "<n>", "'", "\"", "''", "--", " -- ", "/*", "*/", ",", " ",
        "\n", "a", " as ", "||",
    ];
    compare("sql", some(pieces, 5).prop_map(|all| format!("select 1, {all}")), 20_000);
    let quoted = &["<v>", "<p>", "''", "\"", "--", " ", "\n", "a", "\\", "'||'"];
    compare("sql", some(quoted, 4).prop_map(|all| format!("select '{all}'")), 10_000);
}

#[test]
fn xml_reads_what_was_filled_in() {
    check("xml", &[("<a b=\"<v>\">x/<v></a>", r#"[["a", {"b": "@"}, "x/@", null]]"#)], 0);
    let pieces = &[
        "<v>",
        "<v>",
        "a/<p>",
        "a",
        " ",
        "\n",
        "<!--",
        "-->",
        "<b>",
        "</b>",
        "<b c=\"<v>\"/>",
        "<b c='<v>'/>",
        "<![CDATA[",
        "]]>",
        "&amp;",
        "<!-- <v> -->",
        "-",
        "]",
    ];
    compare("xml", some(pieces, 4).prop_map(|all| format!("<r>{all}</r>")), 10_000);
}

#[test]
fn javascript_reads_what_was_filled_in() {
    check(
        "js",
        &[
            ("show(\"<v>\", 'a/<p>', `<v>`)", r#"[["@", "a/@", "@"]]"#),
            ("show(<n>)", r##"[["#"]]"##),
        ],
        15,
    );
    let pieces = &[
        "<v>",
        "'<v>'",
        "\"<v>\"",
        "`<v>`",
        "`${x}<v>`",
        "/<v>/",
        "<n>",
        "<p>",
        "'",
        "\"",
        "`",
        "\\",
        "${",
        "}",
        "//",
        "/*",
        "*/",
        ",",
        "\n",
        "a",
        "x",
        ")",
        "(",
        "[",
        "]",
        ");show('",
    ];
    compare("js", some(pieces, 3).prop_map(|all| format!("x='X'\nshow({all})")), 3_000);
    compare("js", some(pieces, 4).prop_map(|all| format!("x='X'\nshow('{all}')")), 2_000);
}
