//! Sessions in a shell: what is a command and what is copied; and very long blocks.

use keyfill::core::slot::{Cloud, Code, Language, Slots, Value, copied_lines, find};

#[test]
fn commands_are_copied_without_prompts_and_output() {
    let copied = |text: &str, language: &str| -> String {
        copied_lines(text, Language::of(language)).into_iter().map(|range| &text[range]).collect()
    };
    for (language, text, wanted) in [
        ("console", "$ aws s3 ls\n2026 it's\n$ mc ls\n", "aws s3 ls\nmc ls"),
        ("console", "$ aws s3 ls \\\n    --x \\\n    y\nout\n", "aws s3 ls \\\n    --x \\\n    y"),
        ("console", "$ a \\\n> b\n> c\n", "a \\\nb"),
        ("console", "$ echo 'a\n> b'\n> out", "echo 'a\nb'"),
        ("console", "$ cat <<END\na\n> b\nEND\nout\n", "cat <<END\na\n> b\nEND"),
        ("console", "$ cat <<END\n> a\n> END\nout\n", "cat <<END\na\nEND"),
        (
            "console",
            "$ for x in 1; do\n>   echo $x\n> done\n1\n",
            "for x in 1; do\n  echo $x\ndone",
        ),
        ("console", "$ npm run x\n> x@1.0\n", "npm run x"),
        ("console", "root@h:~# a\nout\n# b\n", "a\nb"),
        ("console", "# a comment\n$ a\n", "a"),
        ("console", "[u@h dir]$ a\n(venv) $ b\nu@h:~/x$ c\nbash-5.2$ d\n", "a\nb\nc\nd"),
        ("console", "% a\nout\n% b", "a\nb"),
        ("console", "$ curl x\n  % Total\n100% done\n", "curl x"),
        ("console", "PS C:\\> a `\n>> b\nout\n", "a `\nb"),
        ("console", "aws s3 ls\nmc ls\n", "aws s3 ls\nmc ls"),
        ("bash", "$ aws s3 ls\nout\n", "aws s3 ls"),
        ("", "$ aws s3 ls\nout\n", "aws s3 ls"),
        ("bash", "aws s3 ls\n$x\n", "aws s3 ls\n$x"),
        ("bash", "# a\nb\n", "# a\nb"),
        ("python", "$ a\nb\n", "$ a\nb"),
        ("yaml", "", ""),
        ("console", "\n\n$ a", "a"),
        ("console", "$ a\r\nout\r\n$ b\r\n", "a\r\nb"),
        ("console", "$\n$ a", "\na"),
        ("console", "a@mac ~ % b\nout\na@mac my-dir % c\n", "b\nc"),
        ("console", "/ # a\nout\n~ $ b\nu@h # c\n", "a\nb\nc"),
        ("bash", "/opt/run # it\nu@h x y # z\n", "/opt/run # it\nu@h x y # z"),
    ] {
        assert_eq!(copied(text, language), wanted, "{text:?}");
    }
}

#[test]
fn a_session_is_read_as_commands_and_output() {
    let slots = Slots::defaults();
    let writes = |text: &str, language: &str| -> Vec<bool> {
        let found = find(&Code::block(text, Language::of(language)), &slots, &Cloud::default());
        found.iter().map(|found| found.place.write(Value::Text("a b")).is_ok()).collect()
    };
    for (text, wanted) in [
        ("$ ls <file>\nit's <file>\n$ ls <file>", &[true, false, true][..]),
        ("$ ls \\\n  <file>\nout <file>", &[true, false]),
        ("$ a 'x\n<file>'\n<file>", &[false, false]),
        ("$ a '<file>\n$ ls <file>", &[false, false]),
        ("$ cat <<E\n<file>\nE\n$ ls <file>", &[false, true]),
        ("$ cat <<E\n> <file>\n> E\n$ ls <file>", &[false, true]),
        ("ls <file>", &[true]),
    ] {
        assert_eq!(writes(text, "console"), wanted, "{text}");
    }
    assert_eq!(writes("$ ls <file>\nit's <file>", "bash"), [true, false]);
}

#[test]
fn a_large_page_is_read_at_once() {
    let slots = Slots::defaults();
    let one =
        "$ aws --profile <region> s3 cp \"<file>\" s3://<bucket>/<object> # it's\nout <region>\n";
    let languages =
        ["console", "bash", "json", "yaml", "python", "ini", "hcl", "toml", "fish", "pwsh", ""];
    let texts = [
        one.repeat(675),
        "x <region> ".repeat(6_000),
        "<region>".repeat(8_000),
        "<".repeat(1 << 16),
        "$(".repeat(1 << 15),
        "((((".repeat(1 << 16),
        "[{".repeat(1 << 15),
        "\"'".repeat(1 << 15),
        "<<E <region>\n".repeat(5_000),
        "- ".repeat(1 << 15),
        "https://<access-key>".repeat(3_000),
        "https://x@".repeat(6_250),
        "<access-key>\\\n".repeat(4_250),
        "a: <region>\n  b\n".repeat(3_750),
        "[a\n\n<region>\n".repeat(4_250),
        "\\".repeat(1 << 16),
        "'<region>' | ".repeat(4_250),
        "x=\"$(<region>".repeat(4_250),
        "</region><bucket>".repeat(3_000),
        ["(", &" \n".repeat(1 << 14), "<access-key>"].concat(),
        "<<A ".repeat(1 << 13) + &"\nA".repeat(1 << 13),
        "K=<access-key>; ".repeat(750),
        "rm <<A; <access-key>\n".repeat(2_500),
    ];
    for text in &texts {
        for language in languages {
            let start = std::time::Instant::now();
            let found = find(&Code::block(text, Language::of(language)), &slots, &Cloud::default());
            let _ = copied_lines(text, Language::of(language));
            assert!(found.iter().all(|found| text[found.start..found.end].starts_with('<')));
            // Fifty times what it takes without optimization, for a busy machine, and still far
            // below a square of it.
            let taken = start.elapsed().as_millis();
            assert!(taken < 4000, "{language} {}: {taken} ms", &text[..20]);
        }
    }
}
