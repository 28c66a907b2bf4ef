//! What is read again, as far as the real programs of `tests/programs/slot_places` do not say so:
//! programs that are not installed, data, and languages that are not known.

use keyfill::core::slot::{Cloud, Code, Kind, Language, Slots, Why, find};

/// What is written for each slot of a path, or why not.
fn written(language: &str, text: &str, value: &str) -> Vec<Result<String, Why>> {
    let block = Code::block(text, Language::of(language));
    let found = find(&block, &Slots::defaults(), &Cloud::default());
    assert!(!found.is_empty(), "{text}");
    let is_number = value.bytes().all(|b| b.is_ascii_digit());
    let kind = if is_number { Kind::Number } else { Kind::Path };
    found.iter().map(|found| found.place.write(kind.value(value))).collect()
}

fn check(cases: &[(&str, &str, &str, bool)]) {
    for (language, text, value, is_written) in cases {
        for found in written(language, text, value) {
            assert_eq!(found.is_ok(), *is_written, "{language}: {text}: {value}: {found:?}");
        }
    }
}

#[test]
fn programs_that_are_not_known_take_plain_values() {
    for program in [
        "frobnicate",
        "./aws",
        "$CMD",
        "kubectl exec pod --",
        "ansible all -a",
        "parallel",
        "make",
        "psql -c",
        "mysql -e",
        "git clone",
        "tar xf",
        "scp",
        "rsync",
        "ssh host",
        "crontab",
    ] {
        let text = format!("{program} <file>");
        check(&[("bash", &text, "a b", false), ("bash", &text, "a/b.c", true)]);
    }
    for program in ["aws s3 ls", "sudo aws s3 ls", "/usr/bin/aws s3 ls", "env X=1 aws s3 ls", "cat"]
    {
        check(&[("bash", &format!("{program} <file>"), "a b", true)]);
    }
}

#[test]
fn power_shell_reads_operators_and_expressions_again() {
    check(&[
        ("pwsh", "Get-Item <file>", "a b", true),
        ("pwsh", "Get-Item <file>", "a[1]", false),
        ("pwsh", "Write-S3Object -BucketName b -Key <file> -File <file>", "a b", true),
        ("pwsh", "Invoke-Expression '<file>'", "a b", false),
        ("pwsh", "iex <file>", "a b", false),
        ("pwsh", "$x -match '<file>'", "a b", false),
        ("pwsh", "'x' -replace 'x', '<file>'", "a$1", false),
        ("pwsh", "'<file> {0}' -f $x", "{1}", false),
        ("pwsh", "pwsh -Command '<file>'", "a b", false),
        ("pwsh", "aws s3 ls <file> | iex", "a b", false),
        ("pwsh", "function aws { iex $args }\naws s3 ls <file>", "a b", false),
    ]);
}

#[test]
fn data_for_programs_is_read_again() {
    check(&[
        ("yaml", "name: <file>", "a b", true),
        ("yaml", "run: <file>", "a b", false),
        ("yaml", "run: <file>", "a/b", true),
        ("yaml", "script:\n- <file>\n- '<file>'", "a b", false),
        ("yaml", "script:\n  - name: <file>", "a b", false),
        ("yaml", "script:\n  - x\nname: <file>", "a b", true),
        ("yaml", "command: [sh, -c, \"<file>\"]", "a b", false),
        ("yaml", "x: {run: <file>}", "a b", false),
        ("yaml", "shell: \"<file>\"", "a b", false),
        ("yaml", "before_script: <file>", "a b", false),
        ("yaml", "user-data: <file>", "a b", false),
        ("yaml", "name: \"<file>\"", "{{ lookup('pipe', 'id') }}", false),
        ("yaml", "name: '<file>'", "${HOME}", false),
        ("yaml", "--- |\n<file>", "...", false),
        ("yaml", "expires: <file>", "0060", false),
        ("json", r#"{"Key": "<file>"}"#, "a b", true),
        ("json", r#"{"command": "<file>"}"#, "a b", false),
        ("json", r#"{"scripts": {"x": "<file>"}}"#, "a b", false),
        ("json", r#"{"args": ["-c", "<file>"], "k": 1}"#, "a b", false),
        ("json", r#"{"args": ["-c"], "Key": "<file>"}"#, "a b", true),
        ("json", r#"{"Resource": "arn:aws:s3:::b/<file>"}"#, "a*", false),
        ("json", r#"{"Expires": <file>}"#, "0060", false),
        ("json", r#"{"Expires": <file>}"#, "60", true),
        ("toml", "name = <file>", "a b", true),
        ("toml", "cmd = <file>", "a b", false),
        ("toml", "[scripts]\nx = \"<file>\"", "a b", false),
        ("toml", "[scripts]\nx = 1\n[other]\nx = \"<file>\"", "a b", true),
        ("toml", "[<file>]", "a.b", false),
        ("toml", "[<file>]", "a-b_C", true),
        ("toml", "[a.<file>.b]", "a]", false),
        ("tf", "name = \"<file>\"", "a b", true),
        ("tf", "command = \"<file>\"", "a b", false),
        ("tf", "provisioner \"local-exec\" {\n  x = \"<file>\"\n}", "a b", false),
        ("tf", "a = <<EOT\n<file>\nEOT", "EOT", false),
        ("ini", "name = <file>", "x&y", false),
        ("ini", "name = <file>", "No", false),
        ("ini", "name = <file>", "~", false),
        ("ini", "<file> = x", "no", false),
        ("ini", "<file>", "true", false),
        ("ini", "name = \"\"<file>", "null", false),
        ("ini", "name = \"<file>\"", "a/b.c", true),
        ("ini", "name = <file>", "a|b", false),
        ("ini", "name = <file>", "PHP_OS", false),
        ("ini", "name = <file>", "a b", false),
        ("ini", "name = <file>", "0060", false),
        ("ini", "name = <file>", "a/b.c", true),
        ("ini", "aws_secret_access_key = <file>", "a/b+c=~d=", true),
    ]);
}

#[test]
fn what_is_not_known_is_no_variable_comment_or_end() {
    check(&[
        ("", "mc ls $x<file>", "abc", false),
        ("", "mc ls $x/<file>", "abc", true),
        ("", "mc ls $<file>", "abc", false),
        ("bash", "mc ls $=<file>", "a b", false),
        ("bash", "mc ls \"$^^<file>\"", "a b", false),
        ("bash", "mc ls $#~<file>", "abc", false),
        ("bash", "mc ls =$x=<file>", "abc", true),
        ("", "mc ls ${x}<file>", "abc", true),
        ("", "x\\<file>", "n", false),
        ("", "%<file>%", "PATH", false),
        ("", "cd ~<file>", "root", false),
        ("bash", "cat ~'<file>'", "/a", false),
        ("bash", "cat ~\"<file>\"", "/a", false),
        ("bash", "cat ~/'<file>'", "a b", true),
        ("bash", "cat ~ '<file>'", "/a b", true),
        ("sql", "select * from t where x = <file>", "a--b", false),
        ("sql", "select * from t where x = <file>", "a-b", true),
        ("xml", "<!-- <file> -->", "a--b", false),
        ("js", "const x = <file>; // y", "a//b", false),
        ("js", "x.replace(/<file>/, y)", "a/b", false),
        ("perl", "s/x/<file>/", "a/e", false),
        ("js", "setTimeout(f, <file>)", "0060", false),
        ("js", "setTimeout(f, <file>)", "60", true),
        ("ruby", "x = <<~EOS\n  <file>\nEOS", "EOS", false),
        ("php", "$x = <<<EOT\n<file>\nEOT;", "EOT.x", false),
        ("perl", "print <<EOT;\nx <file>\nEOT", "EOT", true),
        ("bat", "type %x%<file>", "abc", false),
    ]);
}

#[test]
fn a_session_is_the_same_when_it_is_filled_in() {
    check(&[
        ("console", "% ls \\\n<file> b\n", "%", false),
        ("console", "$ cat <<EOF\n<file>\nEOF\n", "$ ls", false),
        ("console", "$ <file>\n", "%", false),
    ]);
}
