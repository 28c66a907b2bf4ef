//! What is written for a slot, by its value and its place.

use keyfill::core::admit::RegionName;
use keyfill::core::endpoint::Endpoint;
use keyfill::core::slot::{Cloud, Code, Kind, Language, Slots, Source, Value, Why, find};

/// `text` with the values of a reader in Aur1 in its slots, or the first reason why not.
fn filled(text: &str, language: &str) -> Result<String, Why> {
    let slots = Slots::defaults();
    let region = RegionName::admit("Aur1").unwrap();
    let endpoint = Endpoint::parse("https://s3-aur1.example:8080").unwrap();
    let mut filled = String::new();
    let mut done = 0;
    for found in find(&Code::block(text, Language::of(language)), &slots, &Cloud::default()) {
        let value = match slots.list()[found.slot].source {
            Source::Region => Value::Region(&region, "aur1"),
            Source::Endpoint => Value::Endpoint(&endpoint),
            Source::Host => Value::Host(&endpoint),
            Source::AccessKey => Value::Key("3f9c"),
            Source::SecretKey => Value::Key("a/b+c="),
            Source::Variable(Kind::Object) => Kind::Object.value("å b/c"),
            Source::Variable(Kind::Name) => Kind::Name.value("it's"),
            Source::Variable(kind) => kind.value("60"),
            Source::ProjectId | Source::UserId | Source::Client(_) => Value::Key("0badc0de"),
        };
        filled.push_str(&text[done..found.start]);
        filled.push_str(&found.place.write(value)?);
        done = found.end;
    }
    filled.push_str(&text[done..]);
    Ok(filled)
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
        ("console", "$ mc ls --json <region>", "$ mc ls --json aur1"),
        ("console", "$ mc ls <region>\n", "$ mc ls aur1\n"),
        ("bash", "sudo mc mb --region <region> <region>/x", "sudo mc mb --region Aur1 aur1/x"),
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
        ("bash", "ls https://x <object>", "ls https://x 'å b/c'"),
        ("bash", "curl 'https://x/'<object>", "curl 'https://x/'%C3%A5%20b/c"),
        ("bash", "curl https://x/'<object>'", "curl https://x/'%C3%A5%20b/c'"),
        ("bash", "wget https://x/<object>\nls <object>", "wget https://x/%C3%A5%20b/c\nls 'å b/c'"),
        ("bash", "x HTTP://y/<server>", "x HTTP://y/it%27s"),
        (
            "bash",
            "MC_HOST_x=https://<access-key>:<secret-key>@<s3-host>",
            "MC_HOST_x=https://3f9c:'a/b+c='@s3-aur1.example:8080",
        ),
        (
            "json",
            "{\"u\": \"https://x/<object>\", \"o\": \"<object>\"}",
            "{\"u\": \"https://x/%C3%A5%20b/c\", \"o\": \"å b/c\"}",
        ),
        ("python", "f(<endpoint>,<secret-key>)", "f(\"https://s3-aur1.example:8080\",\"a/b+c=\")"),
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
    let found =
        find(&Code::block("curl https://x/<object>", Language::Posix), &slots, &Cloud::default());
    assert_eq!(found[0].place.write(Value::Path("a/../b")), Err(Why::Address));
}

#[test]
fn reasons_are_told() {
    let slots = Slots::defaults();
    for (language, text, value, why) in [
        ("bash", "rm <file>", "-rf", Why::Option),
        ("bash", "rm \"<file>\"", "-rf", Why::Option),
        ("bash", "echo \"<file>\"", "a!b", Why::History),
        ("bash", "echo 'a\nb' <file>", "a!b", Why::History),
        ("bash", "sh -c 'rm <file>'", "a b", Why::Code),
        ("bash", "cat ~<file>", "a", Why::Part),
        ("bash", "# <file>", "a b", Why::Plain),
        ("bash", "x $((<file>))", "a", Why::Number),
        ("bash", "sleep $((<file> + 1))", "0060", Why::Number),
        ("bash", "prog <file>", "a b", Why::Program),
        ("bash", "sed 's/x/<file>/'", "a/b", Why::Pattern),
        ("bash", "cat <<EOF\n<file>\nEOF", "EOF", Why::End),
        ("bash", "case x in <file>) ;; esac", "esac", Why::Code),
        ("bash", "echo '<file>", "a b", Why::Code),
        ("bash", "echo <file>", "a\u{202e}b", Why::Hidden),
        ("bash", "echo <file>", "", Why::Hidden),
        ("bash", "echo <file>", "a\nb", Why::Hidden),
        ("python", "open(r'<file>')", "a\\b", Why::Quotes),
        ("bat", "type <file>", "a b", Why::Plain),
        ("mermaid", "a <file>", "$a", Why::Plain),
    ] {
        let found = find(&Code::block(text, Language::of(language)), &slots, &Cloud::default());
        let refused = found[0].place.write(Value::Text(value)).unwrap_err();
        assert_eq!(refused, why, "{text}");
        let reason = refused.text().english().1;
        assert!(reason.ends_with('.') && reason.len() < 200, "{reason}");
    }
}

#[test]
fn power_shell_and_hcl_take_what_their_references_say() {
    let write = |language: &str, text: &str, value: &str| {
        let found =
            find(&Code::block(text, Language::of(language)), &Slots::defaults(), &Cloud::default());
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
        ("pwsh", "aws -Key <file>", "-x", None),
        ("pwsh", "aws a/<file>", "a b", None),
        ("pwsh", "aws a/<file>", "b", Some("b")),
        ("pwsh", "aws 'a/<file>'", "it's", Some("it''s")),
        ("pwsh", "aws \"a/<file>\"", "$x`", Some("`$x``")),
        ("pwsh", "aws \"$(aws <file>)\"", "a b", None),
        ("pwsh", "aws \"$x<file>\"", "y", None),
        ("pwsh", "aws \"$x/<file>\"", "y", Some("y")),
        ("pwsh", "aws `<file>", "n", None),
        ("pwsh", "aws --% <file>", "a b", None),
        ("pwsh", "aws { $_ -eq <file> }", "kna1", Some("'kna1'")),
        ("pwsh", "$x + <file>", "kna1", Some("'kna1'")),
        ("pwsh", "aws <file>", "C:\\a b\\", None),
        ("bash", "for x in {1..<file>}", "9", Some("9")),
        ("bash", "for x in {<file>..b}", "a", None),
        ("bash", "f ${no:-$x<file>} `f $x<file>`", "a", None),
        ("ini", "[a]\nk<file> = 'x'", "a:b", None),
        ("ini", "Environment=X=<file>", "a b", None),
        ("python", "!f <file>", "a$b", None),
        ("bash", "curl https://x/\\?a=<file>", "a&b", Some("a%26b")),
        ("pwsh", "aws \"`<file>\"", "n", None),
        ("pwsh", "aws <file>", "\u{2018}", None),
        ("pwsh", "aws <file>", "\"", None),
        ("pwsh", "# it's\naws <file>", "a b", Some("'a b'")),
        ("pwsh", "<# it's #> aws <file>", "a b", Some("'a b'")),
        ("pwsh", "aws @'\nit's <file>\n'@", "a b", None),
        ("pwsh", "aws @\"\n\"x\n\"@\naws <file>", "a b", Some("'a b'")),
        ("pwsh", "aws \u{201c}a\u{201d} <file>", "a b", None),
        ("pwsh", "aws 'it''s' \"a\"\"b\" <file>", "a b", Some("'a b'")),
        ("pwsh-session", "PS C:\\> aws <file>\nit's <file>", "a b", Some("'a b'")),
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
