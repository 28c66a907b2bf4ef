//! Python and YAML.

use proptest::prelude::*;

use super::files::{check, compare, compare_hostile};
use super::filled::some;

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

/// What reads a string of Python again.
#[test]
fn python_runs_nothing_of_a_value() {
    let pieces = &[
        "os.system('echo @')",
        "os.system(\"echo @ \" + x)",
        "subprocess.run(\"ls/@\", shell=True, capture_output=True)",
        "subprocess.run('@', shell=True, capture_output=True)",
        "os.popen(f'echo @ {x}').read()",
        "show(eval('\"@\"'))",
        "show(eval(\"'@'\"))",
        "exec('y = \"@\"')",
        "show(re.sub('x', '@', 'x'))",
        "show(bool(re.match('@', x)))",
        "show('@ %s' % x)",
        "show('%s @' % (x,))",
        "show(\"@ {}\".format(x))",
        "show(string.Template('@ $x').substitute(x=1))",
        "show('@' ' %s' % x)",
        "show(('@ '\n  '%s') % x)",
        "show(time.strftime('@'))",
        "show(logging.Formatter('@ %(message)s').format(record))",
        "show(json.loads('{\"a\": \"@\"}'))",
        "y = '@'\nshow(y)",
        "y = '@'\nos.system(y)",
        "y = ['@', '@']\nshow(*y)",
        "y = {'Key': '@'}\nshow(y)",
        "y = '@'\nshow(f'a{y}b', Key=y)",
        "y = '@'\nshow(y % ())",
        "y = '@'\nshow(eval(f'\"{y}\"'))",
        "y: str = '@'\nshow([y], {1: y})",
        "show('@'.encode().decode())",
        "show({'@': 1}['@'])",
        "show(x, '@', [<v>], {'a': <v>})",
        "os.system(<v>)",
        "show(<v> % x)",
        "def show(*all): os.system(str(all[0]))\nshow('@')",
    ];
    let slot = prop::sample::select(&["<v>", "<p>", "a<v>b", "x/<p>"]);
    let template = (prop::sample::select(pieces), slot).prop_map(|(piece, slot)| {
        let imports = "import os, subprocess, re, string, time, logging, json\nx = 'X'\nrecord = logging.makeLogRecord({'msg': 'm'})\n";
        [imports, &piece.replace('@', slot)].concat()
    });
    compare_hostile("python", template, 3_000);
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
            ("- run: cp <p> b\n- - <v>\n  - '<v>'", r#"[[{"run": "cp @ b"}, ["@", "@"]]]"#),
            ("a: foo\n  <v>\nb: <v>\n  bar", r#"[{"a": "foo @", "b": "@ bar"}]"#),
            ("a: \"foo\n  <v>\"\nb: 'it''s<v>'", r#"[{"a": "foo @", "b": "it's@"}]"#),
            ("---\na: !!str <v>\n---\n<v>", r#"[{"a": "@"}, "@"]"#),
            ("a: <n>\nb: '<n>'", r##"[{"a": "#", "b": "@"}]"##),
        ],
        40,
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
