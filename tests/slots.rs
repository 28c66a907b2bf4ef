//! Slots in an author's code: which there are, what stands for what, and what is copied.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use keyfill::core::admit::RegionName;
use keyfill::core::endpoint::Endpoint;
use keyfill::core::json::Json;
use keyfill::core::slot::{
    DEFAULTS, Kind, Language, Slots, Source, Value, Why, copied_lines, find,
};

fn from_json(json: &str) -> Result<Slots, String> {
    Slots::from_json(&Json::parse(json).unwrap()).map_err(|error| {
        assert_eq!(error.option, "slots");
        error.message()
    })
}

/// The ids of the slots in `text`.
fn ids(text: &str) -> Vec<String> {
    let slots = Slots::defaults();
    let all = find(text, Language::Unknown, &slots);
    all.iter().map(|found| slots.list()[found.slot].id.clone()).collect()
}

/// `text` with the values of a reader in Aur1 in its slots, or the first reason why not.
fn filled(text: &str, language: &str) -> Result<String, Why> {
    let slots = Slots::defaults();
    let region = RegionName::admit("Aur1").unwrap();
    let endpoint = Endpoint::parse("https://s3-aur1.example:8080").unwrap();
    let mut filled = String::new();
    let mut done = 0;
    for found in find(text, Language::of(language), &slots) {
        let value = match slots.list()[found.slot].source {
            Source::Region => Value::Region(&region),
            Source::Endpoint => Value::Endpoint(&endpoint),
            Source::Host => Value::Host(&endpoint),
            Source::AccessKey => Value::Text("3f9c"),
            Source::SecretKey => Value::Text("a/b+c="),
            Source::Variable(Kind::Object) => Kind::Object.value("å b/c"),
            Source::Variable(Kind::Name) => Kind::Name.value("it's"),
            Source::Variable(kind) => kind.value("60"),
            Source::ProjectId | Source::UserId => Value::Text("0badc0de"),
        };
        filled.push_str(&text[done..found.start]);
        filled.push_str(&found.place.write(value)?);
        done = found.end;
    }
    filled.push_str(&text[done..]);
    Ok(filled)
}

#[test]
fn every_default_name_is_one_slot_whatever_its_form() {
    let slots = Slots::defaults();
    for (at, default) in DEFAULTS.iter().enumerate() {
        assert_eq!(slots.by_id(default.id), Some(at));
        for name in default.names {
            let spaced = name.replace('-', " ").to_uppercase();
            let joined = name.replace('-', "");
            for form in [*name, &name.replace('-', "_"), &spaced, &joined, &format!("<{name}>")] {
                assert_eq!(slots.by_name(form), Some(at), "{form}");
            }
        }
    }
    for unknown in ["host", "none", "ERROR", "", "<>", "acess-key", "my-file"] {
        assert_eq!(slots.by_name(unknown), None, "{unknown}");
    }
    // What the plugin writes of the defaults is the defaults.
    let items: Vec<String> = DEFAULTS
        .iter()
        .map(|d| format!("{{\"id\":\"{}\",\"names\":[\"{}\"]}}", d.id, d.names.join("\",\"")))
        .collect();
    assert_eq!(from_json(&format!("[{}]", items.join(","))).unwrap(), slots);
}

#[test]
fn an_author_changes_names_and_adds_variables() {
    let slots = from_json(
        r#"[{"id":"region","names":["<Region>","zone"]},
        {"id":"image","names":["image id","bild"],"kind":"word","label":"Image"},
        {"id":"my-flavor","names":["flavor"]},{"id":"bucket","names":["b1"],"kind":"name"}]"#,
    )
    .unwrap();
    let list = slots.list();
    assert_eq!(slots.by_name("ZONE"), Some(0));
    assert_eq!(slots.by_name("access-key"), None, "the list is the whole one");
    assert_eq!((list[1].source, list[1].label.as_str()), (Source::Variable(Kind::Word), "Image"));
    assert_eq!(
        (list[2].source, list[2].label.as_str()),
        (Source::Variable(Kind::Name), "My flavor")
    );
    assert_eq!((list[3].source, list[3].label.as_str()), (Source::Variable(Kind::Name), "Bucket"));
}

#[test]
fn what_cannot_be_a_slot_is_named() {
    for (json, part) in [
        ("{}", "a list of slots"),
        ("[1]", "an id"),
        (r#"[{"id":"A b","names":["x"]}]"#, "A b (expected: an id"),
        (r#"[{"id":"x","names":["x"]},{"id":"x","names":["y"]}]"#, "x (expected: each slot once"),
        (r#"[{"id":"x","names":["My-Name","my name"]}]"#, "my name (expected: each name once"),
        (
            r#"[{"id":"x","names":["n_1"]},{"id":"y","names":["<N1>"]}]"#,
            "<N1> (expected: each name",
        ),
        (r#"[{"id":"x","names":[]}]"#, "at least one name"),
        (r#"[{"id":"x"}]"#, "at least one name"),
        (r#"[{"id":"x","names":[1]}]"#, "a name of letters"),
        (r#"[{"id":"x","names":["a/b"]}]"#, "a/b (expected: a name of letters"),
        (r#"[{"id":"x","names":["<<a>>"]}]"#, "a name of letters"),
        (r#"[{"id":"x","names":[" a"]}]"#, "a name of letters"),
        (r#"[{"id":"x","names":["42"]}]"#, "a name of letters"),
        (r#"[{"id":"x","names":["x"],"kind":"url"}]"#, "url (expected: bucket, object"),
        (r#"[{"id":"x","names":["x"],"kind":1}]"#, "bucket, object"),
        (r#"[{"id":"region","names":["x"],"kind":"word"}]"#, "a kind for the reader's own"),
        (r#"[{"id":"x","names":["x"],"label":" "}]"#, "a label"),
        ("[{\"id\":\"x\",\"names\":[\"x\"],\"label\":\"\u{202e}\"}]", "a label"),
    ] {
        let message = from_json(json).unwrap_err();
        assert!(message.starts_with("slots: ") && message.contains(part), "{json}: {message}");
    }
}

#[test]
fn slots_are_found_wherever_they_stand() {
    for (text, found) in [
        ("", &[][..]),
        ("<", &[]),
        ("<>", &[]),
        ("<region", &[]),
        ("x<region>y<BUCKET_name>", &["region", "bucket"]),
        ("https://s3-<region>.x/<bucket>?a=<seconds>", &["region", "bucket", "seconds"]),
        ("<none> <ERROR> <foo> <region>", &["region"]),
        ("<<region>> <<region> <region>> <a<region>", &["region"]),
        ("sort < file > sorted; a <file >b; a< file>", &[]),
        ("<reg\nion> <reg\r\nion> <access\u{a0}key>", &["access-key"]),
        ("<re\u{301}gion> <r\u{200b}egion>", &[]),
        ("<access  key  id>", &["access-key"]),
        ("a\u{a0}<region>\u{a0}<region>\u{301}", &["region", "region"]),
    ] {
        assert_eq!(ids(text), found, "{text:?}");
    }
    let long = format!("<region{}>", "-".repeat(58));
    assert_eq!(ids(&long), ["region"]);
    assert!(ids(&format!("<region{}>", "-".repeat(59))).is_empty());
}

#[test]
fn statements_that_destroy_are_known() {
    let slots = Slots::defaults();
    let destructive = |text: &str, language: &str| {
        let found = find(text, Language::of(language), &slots);
        assert!(!found.is_empty(), "{text}");
        found.iter().any(|found| found.destructive)
    };
    for (language, text) in [
        ("bash", "openstack ec2 credentials delete <access-key-id>"),
        ("bash", "openstack ec2 credentials \\\n  delete \\\n  <access-key-id>"),
        ("console", "$ openstack ec2 credentials \\\n> delete <access-key-id>\n"),
        ("bash", "aws iam delete-access-key --access-key-id <access-key>"),
        ("bash", "aws iam update-access-key --status Inactive --access-key-id=<access-key>"),
        ("bash", "curl -X DELETE \"https://x/OS-EC2/<access-key>?a=1;b&c\""),
        ("bash", "echo <access-key> | xargs openstack ec2 credentials delete"),
        ("bash", "mc admin user svcacct rm local <access-key>"),
        ("bash", "radosgw-admin key rm --access-key <access-key>"),
        ("powershell", "Remove-IAMAccessKey `\n  -AccessKeyId <access-key>"),
        ("python", "iam.delete_access_key(\n    UserName='x',\n    AccessKeyId='<access-key>',\n)"),
        ("python", "iam.deleteAccessKey(AccessKeyId=<access-key>)"),
        ("js", "new DeleteAccessKeyCommand({\n  AccessKeyId: \"<access-key>\",\n});"),
        ("", "conn.identity.delete_credential('<access-key>')"),
        ("yaml", "- command: openstack ec2 credentials delete <access-key>"),
        ("bash", "revoke(<access-key>) || DESTROY"),
    ] {
        assert!(destructive(text, language), "{text}");
    }
    for (language, text) in [
        ("bash", "openstack ec2 credentials create <access-key>"),
        ("bash", "openstack ec2 credentials show <access-key>\nrm x"),
        ("bash", "rm x; aws configure set aws_access_key_id <access-key>"),
        ("bash", "rm x && aws configure set aws_access_key_id <access-key>"),
        ("bash", "openstack ec2 credentials delete <bucket>"),
        ("bash", "echo undeleted deletes rmdir <access-key>"),
        ("python", "s3.delete_bucket(Bucket='x')\ns3 = client(\n  key='<access-key>')"),
        ("python", "print(':(')\nx.delete()\nclient(\n  key='<access-key>')"),
        ("json", "{\n\"Action\": \"s3:DeleteObject\",\n\"key\": \"<access-key>\"}"),
        ("ini", "# delete this file\naws_access_key_id = <access-key>"),
    ] {
        assert!(!destructive(text, language), "{text}");
    }
}

#[test]
fn a_region_is_its_profile_where_one_stands() {
    for (language, text, written) in [
        ("bash", "aws --profile <region> s3 ls", "aws --profile aur1 s3 ls"),
        ("bash", "aws --profile=<region> --region <region>", "aws --profile=aur1 --region Aur1"),
        ("bash", "export AWS_PROFILE=<region>", "export AWS_PROFILE=aur1"),
        (
            "bash",
            "export AWS_PROFILE=\"<region>\" X='<region>'",
            "export AWS_PROFILE=\"aur1\" X='Aur1'",
        ),
        (
            "bash",
            "mc alias set <region> <endpoint>",
            "mc alias set aur1 https://s3-aur1.example:8080",
        ),
        ("bash", "rclone config create <region> s3", "rclone config create aur1 s3"),
        ("bash", "mc cp x <region>/<bucket>/y", "mc cp x aur1/60/y"),
        ("bash", "rclone ls <region>:<bucket>", "rclone ls aur1:60"),
        ("bash", "s3cmd -c ~/.s3cfg-<region> ls", "s3cmd -c ~/.s3cfg-aur1 ls"),
        ("bash", "echo a/<region>/b x=<region>/b", "echo a/Aur1/b x=Aur1/b"),
        ("console", "$ mc ls <region>/<bucket>\n", "$ mc ls aur1/60\n"),
        ("ini", "[<region>]\nregion = <region>", "[aur1]\nregion = Aur1"),
        (
            "ini",
            "[profile <region>]\nsource_profile = <region>",
            "[profile aur1]\nsource_profile = aur1",
        ),
        (
            "python",
            "Session(profile_name=\"<region>\", region_name=<region>)",
            "Session(profile_name=\"aur1\", region_name=\"Aur1\")",
        ),
        ("python", "Session(profile_name=<region>)", "Session(profile_name=\"aur1\")"),
        ("yaml", "profile: <region>\nregion: <region>", "profile: aur1\nregion: Aur1"),
        (
            "json",
            "{\"profile\": \"<region>\", \"r\": \"<region>\"}",
            "{\"profile\": \"aur1\", \"r\": \"Aur1\"}",
        ),
        (
            "hcl",
            "profile = \"<region>\"\nregion = <region>",
            "profile = \"aur1\"\nregion = \"Aur1\"",
        ),
        ("", "mc ls <region>/<bucket>", "mc ls aur1/60"),
        ("", "The region <region>: it is", "The region Aur1: it is"),
    ] {
        assert_eq!(filled(text, language).as_deref(), Ok(written), "{text}");
    }
}

#[test]
fn urls_take_encoded_values() {
    for (language, text, written) in [
        ("bash", "curl https://s3-<region>.x:8080/", "curl https://s3-aur1.x:8080/"),
        ("bash", "curl https://<endpoint>/<bucket>", "curl https://s3-aur1.example:8080/60"),
        (
            "bash",
            "curl \"https://<s3-host>/<bucket>/<object>\"",
            "curl \"https://s3-aur1.example:8080/60/%C3%A5%20b/c\"",
        ),
        (
            "bash",
            "curl <endpoint>/<bucket>/<object>",
            "curl https://s3-aur1.example:8080/60/%C3%A5%20b/c",
        ),
        (
            "bash",
            "curl https://x/?p=<object>&r=<region>",
            "curl https://x/?p=%C3%A5%20b%2Fc&r=Aur1",
        ),
        (
            "bash",
            "x=https://<access-key>:<secret-key>@<s3-host>",
            "x=https://3f9c:a%2Fb%2Bc%3D@s3-aur1.example:8080",
        ),
        ("bash", "ls s3://<bucket>/<object>", "ls s3://60/'å b/c'"),
        ("bash", "curl https://x <object>", "curl https://x 'å b/c'"),
        ("bash", "curl 'https://x/'<object>", "curl 'https://x/'%C3%A5%20b/c"),
        ("bash", "curl https://x/'<object>'", "curl https://x/'%C3%A5%20b/c'"),
        ("bash", "a https://x/<object>\nb <object>", "a https://x/%C3%A5%20b/c\nb 'å b/c'"),
        ("bash", "x HTTP://y/<server>", "x HTTP://y/it%27s"),
        (
            "json",
            "{\"u\": \"https://x/<object>\", \"o\": \"<object>\"}",
            "{\"u\": \"https://x/%C3%A5%20b/c\", \"o\": \"å b/c\"}",
        ),
        ("python", "u = 'https://x/<object>', '<object>'", "u = 'https://x/%C3%A5%20b/c', 'å b/c'"),
        ("yaml", "u: https://x/<bucket>\no: <object>", "u: https://x/60\no: \"å b/c\""),
        ("", "https://s3-<region>.x/<bucket>", "https://s3-aur1.x/60"),
        (
            "ini",
            "endpoint_url = <endpoint>\nhost_base = <s3-host>",
            "endpoint_url = https://s3-aur1.example:8080\nhost_base = s3-aur1.example:8080",
        ),
    ] {
        assert_eq!(filled(text, language).as_deref(), Ok(written), "{text}");
    }
    assert_eq!(filled("curl https://<server>/", "bash"), Err(Why::Address));
    let slots = Slots::defaults();
    let found = find("curl https://x/<object>", Language::Posix, &slots);
    assert_eq!(found[0].place.write(Value::Path("a/../b")), Err(Why::Address));
}

#[test]
fn reasons_are_told() {
    let slots = Slots::defaults();
    for (language, text, value, why) in [
        ("bash", "rm <file>", "-rf", Why::Option),
        ("bash", "rm \"<file>\"", "-rf", Why::Option),
        ("bash", "echo \"<file>\"", "a!b", Why::History),
        ("bash", "sh -c 'rm <file>'", "a b", Why::Code),
        ("bash", "cat ~<file>", "a", Why::Part),
        ("bash", "# <file>", "a b", Why::Plain),
        ("bash", "x $((<file>))", "a", Why::Number),
        ("bash", "echo '<file>", "a b", Why::Plain),
        ("bash", "echo <file>", "a\u{202e}b", Why::Hidden),
        ("bash", "echo <file>", "", Why::Hidden),
        ("bash", "echo <file>", "a\nb", Why::Hidden),
        ("python", "open(r'<file>')", "a\\b", Why::Quotes),
        ("bat", "type <file>", "a b", Why::Plain),
        ("mermaid", "a <file>", "$a", Why::Plain),
    ] {
        let found = find(text, Language::of(language), &slots);
        let refused = found[0].place.write(Value::Text(value)).unwrap_err();
        assert_eq!(refused, why, "{text}");
        let reason = refused.text();
        assert!(reason.ends_with('.') && reason.len() < 200, "{reason}");
    }
}

#[test]
fn power_shell_and_hcl_take_what_their_references_say() {
    let write = |language: &str, text: &str, value: &str| {
        let found = find(text, Language::of(language), &Slots::defaults());
        let value = if value.bytes().all(|b| b.is_ascii_digit()) {
            Value::Number(value)
        } else {
            Value::Text(value)
        };
        found[0].place.write(value).ok()
    };
    for (language, text, value, written) in [
        ("pwsh", "aws s3 ls <file>", "kna1", Some("kna1")),
        ("pwsh", "aws s3 ls <file>", "a b'c$d", Some("'a b''c$d'")),
        ("pwsh", "$x = <file>", "kna1", Some("'kna1'")),
        ("pwsh", "f @{ Key = <file>; b = 1 }", "kna1", Some("'kna1'")),
        ("pwsh", "f -Seconds <file>", "60", Some("60")),
        ("pwsh", "f -Key <file>", "-x", None),
        ("pwsh", "f a/<file>", "a b", None),
        ("pwsh", "f a/<file>", "b", Some("b")),
        ("pwsh", "f 'a/<file>'", "it's", Some("it''s")),
        ("pwsh", "f \"a/<file>\"", "$x`", Some("`$x``")),
        ("pwsh", "f \"$(g <file>)\"", "a b", Some("'a b'")),
        ("pwsh", "f \"$x<file>\"", "y", None),
        ("pwsh", "f \"$x/<file>\"", "y", Some("y")),
        ("pwsh", "f `<file>", "n", None),
        ("pwsh", "f \"`<file>\"", "n", None),
        ("pwsh", "f <file>", "\u{2018}", None),
        ("pwsh", "f <file>", "\"", None),
        ("pwsh", "# it's\nf <file>", "a b", Some("'a b'")),
        ("pwsh", "<# it's #> f <file>", "a b", Some("'a b'")),
        ("pwsh", "f @'\nit's <file>\n'@", "a b", None),
        ("pwsh", "f @\"\n\"x\n\"@\nf <file>", "a b", Some("'a b'")),
        ("pwsh", "f \u{201c}a\u{201d} <file>", "a b", None),
        ("pwsh", "f 'it''s' \"a\"\"b\" <file>", "a b", Some("'a b'")),
        ("pwsh-session", "PS C:\\> f <file>\nit's <file>", "a b", Some("'a b'")),
        ("tf", "a = <file>", "a b", Some("\"a b\"")),
        ("tf", "a = <file>", "60", Some("60")),
        ("tf", "a = x<file>", "b", None),
        ("tf", "a = \"b/<file>\"", "${x} %{y}\"\\", Some("$${x} %%{y}\\\"\\\\")),
        ("tf", "a = \"<file>\"", "$", None),
        ("tf", "a = \"$<file>\"", "{x}", None),
        ("tf", "a = \"${f(\"}\")}<file>\"", "a b", None),
        ("tf", "a = \"${x}/<file>\"", "å b", Some("å b")),
        ("tf", "a = \"${x[<file>]}\"", "b", None),
        ("tf", "# it's \"\n// \"\n/* \" */ a = <file>", "a b", Some("\"a b\"")),
        ("tf", "a = <<-EOT\n  \" <file>\n  EOT\nb = 1", "a b", None),
        ("tf", "a = <<EOT\n\"\nEOT\nb = <file>", "a b", Some("\"a b\"")),
    ] {
        assert_eq!(write(language, text, value).as_deref(), written, "{text} {value}");
    }
}

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
        ("console", "aws s3 ls\nmc ls\n", "aws s3 ls\nmc ls\n"),
        ("bash", "$ aws s3 ls\nout\n", "aws s3 ls"),
        ("", "$ aws s3 ls\nout\n", "aws s3 ls"),
        ("bash", "aws s3 ls\n$x\n", "aws s3 ls\n$x\n"),
        ("bash", "# a\nb\n", "# a\nb\n"),
        ("python", "$ a\nb\n", "$ a\nb\n"),
        ("yaml", "", ""),
        ("console", "\n\n$ a", "a"),
        ("console", "$ a\r\nout\r\n$ b\r\n", "a\r\nb"),
        ("console", "$\n$ a", "\na"),
    ] {
        assert_eq!(copied(text, language), wanted, "{text:?}");
    }
}

#[test]
fn a_session_is_read_as_commands_and_output() {
    let slots = Slots::defaults();
    let writes = |text: &str, language: &str| -> Vec<bool> {
        let found = find(text, Language::of(language), &slots);
        found.iter().map(|found| found.place.write(Value::Text("a b")).is_ok()).collect()
    };
    for (text, wanted) in [
        ("$ a <file>\nit's <file>\n$ a <file>", &[true, false, true][..]),
        ("$ a \\\n  <file>\nout <file>", &[true, false]),
        ("$ a 'x\n<file>'\n<file>", &[false, false]),
        ("$ a '<file>\n$ b <file>", &[false, false]),
        ("$ cat <<E\n<file>\nE\n$ b <file>", &[false, true]),
        ("$ cat <<E\n> <file>\n> E\n$ b <file>", &[false, true]),
        ("a <file>", &[true]),
    ] {
        assert_eq!(writes(text, "console"), wanted, "{text}");
    }
    assert_eq!(writes("$ a <file>\nit's <file>", "bash"), [true, false]);
}

#[test]
fn a_large_page_is_read_at_once() {
    let slots = Slots::defaults();
    let one =
        "$ aws --profile <region> s3 cp \"<file>\" s3://<bucket>/<object> # it's\nout <region>\n";
    let languages =
        ["console", "bash", "json", "yaml", "python", "ini", "hcl", "toml", "fish", "pwsh", ""];
    let texts = [
        one.repeat(11_000),
        "x <region> ".repeat(95_000),
        "<region>".repeat(130_000),
        "<".repeat(1 << 20),
        "$(".repeat(1 << 19),
        "((((".repeat(1 << 18),
        "[{".repeat(1 << 19),
        "\"'".repeat(1 << 19),
        "<<E <region>\n".repeat(80_000),
        "- ".repeat(1 << 19),
        "https://<access-key>".repeat(50_000),
        "https://x@".repeat(100_000),
        "<access-key>\\\n".repeat(70_000),
        "a: <region>\n  b\n".repeat(60_000),
        "[a\n\n<region>\n".repeat(70_000),
        "\\".repeat(1 << 20),
        "'<region>' | ".repeat(70_000),
        "x=\"$(<region>".repeat(70_000),
    ];
    for text in &texts {
        for language in languages {
            let start = std::time::Instant::now();
            let found = find(text, Language::of(language), &slots);
            let _ = copied_lines(text, Language::of(language));
            assert!(found.iter().all(|found| text[found.start..found.end].starts_with('<')));
            // Well above what it takes without optimization, and far below a square of it.
            let taken = start.elapsed().as_millis();
            assert!(taken < 4000, "{language} {}: {taken} ms", &text[..20]);
        }
    }
}
