//! What a reader may drop instead of a file that says how to sign in: each is refused with its
//! reason, in time and without a panic.

use std::time::Instant;

use keyfill::core::login_file::{FileFault, Login, MAX_BYTES, read};
use keyfill::core::secret::Secret;
use keyfill::core::words::catalog::file_lines as texts;
use proptest::prelude::*;

fn read_text(name: &str, text: &str) -> Result<Vec<Login>, FileFault> {
    Ok(read(name, &Secret::new(text.into()))?.usable)
}

fn fault(text: &str) -> FileFault {
    read_text("clouds.yaml", text).unwrap_err()
}

#[test]
fn what_is_not_such_a_file_is_refused() {
    let utf16: String = "clouds:".chars().flat_map(|c| [c, '\0']).collect();
    let big = ["clouds:\n a: &a [x]\n", &"#\n".repeat(5_000_000)].concat();
    for (text, expected) in [
        (&*big, FileFault::TooLarge),
        (&"#".repeat(MAX_BYTES + 1), FileFault::TooLarge),
        ("", FileFault::Empty),
        ("\u{feff} \r\n\t\n", FileFault::Empty),
        (&utf16, FileFault::NotText),
        ("\u{fffd}\u{fffd}c", FileFault::NotText),
        ("\u{7f}ELF\u{2}\u{1}", FileFault::NotText),
        ("clouds:\n a: \u{1b}[2J", FileFault::NotText),
        ("clouds:\n a: b\u{2028}c", FileFault::NotText),
        ("<!doctype html>\n<html lang=en><p class='a'>OS_AUTH_URL=x", FileFault::Unknown),
        ("{\"id\": \"a\", \"name\": \"b\"}", FileFault::Unknown),
        ("{\"access\": \"a\", \"secret\": \"b\"}", FileFault::Unknown),
        ("{\"id\": ", FileFault::Unknown),
        ("{\"application_credential\": {}}", FileFault::Missing("id")),
        ("export OS_CLOUD=aurora", FileFault::NamesCloud),
        (include_str!("../fixtures/login_files/openrc.ps1"), FileFault::OtherShell("PowerShell")),
        ("set -x OS_USERNAME a", FileFault::OtherShell("fish")),
        ("set -gx OS_AUTH_URL https://a/v3", FileFault::OtherShell("fish")),
        ("setenv OS_AUTH_URL https://a/v3", FileFault::OtherShell("csh")),
        (
            "@echo off\nset OS_AUTH_URL=https://a/v3",
            FileFault::OtherShell("the Windows command prompt"),
        ),
        (include_str!("../fixtures/login_files/secure-alone.yaml"), FileFault::SecretsOnly),
        (include_str!("../fixtures/login_files/websso-without-auth.yaml"), FileFault::SingleSignOn),
        ("OS_AUTH_TYPE=v3oidcpassword\nOS_USERNAME=a", FileFault::SingleSignOn),
        ("OS_TRUST_ID=a\nOS_USERNAME=a", FileFault::Trust),
        ("clouds:\n a:\n  auth_url: b\n  auth:\n   auth_url: c", FileFault::Twice("auth_url")),
        ("clouds:\n a:\n  auth: {username: a}", FileFault::NotRead("auth")),
        ("clouds:\n a:\n  auth:\n   <<: *b", FileFault::NotRead("<<")),
        (
            "clouds:\n a:\n  auth:\n   auth_url: https://k\n  regions:\n  - name: r\n    values:\n     auth:\n      auth_url: https://e",
            FileFault::NotRead("regions"),
        ),
        (
            "clouds:\n a:\n  regions:\n  - values:\n     identity_endpoint_override: https://e",
            FileFault::NotRead("regions"),
        ),
        ("clouds:\n a:\n  auth:\n   username: *b", FileFault::NotRead("username")),
        ("clouds: {a: {auth: {}}}", FileFault::NotRead("clouds")),
        ("clouds:\n a:\n  auth_type: v3multifactor", FileFault::Missing("auth_methods")),
        ("OS_AUTH_TYPE=token\nOS_AUTH_URL=a", FileFault::Missing("token")),
        ("OS_AUTH_TYPE=v3applicationcredential", FileFault::Missing("application_credential_id")),
        ("# nothing", FileFault::NoClouds),
        ("clouds:", FileFault::NoClouds),
        ("clouds: ~", FileFault::NoClouds),
        ("clouds:\n- a", FileFault::NoClouds),
        ("{\"clouds\": {}}", FileFault::NoClouds),
        ("clouds:\n a:\n  region_name: b", FileFault::Missing("auth")),
        ("clouds:\n a: b", FileFault::Missing("auth")),
        ("OS_USERNAME='a\u{202e}b'", FileFault::BadValue("username")),
        ("clouds:\n a:\n  auth:\n   password: \"a\\nb\"", FileFault::BadValue("password")),
        ("clouds:\n a:\n  auth:\n   password: a\u{200b}b", FileFault::BadValue("password")),
        (&["OS_PASSWORD=", &"x".repeat(5_000)].concat(), FileFault::BadValue("password")),
        ("OS_AUTH_URL=https://u:p@aur1.example/v3", FileFault::BadValue("auth_url")),
    ] {
        assert_eq!(fault(text), expected, "{text:.60}");
    }
    for text in ["# nothing", "a: b", "PATH=/bin\nexport LANG='sv"] {
        assert_eq!(read_text("notes.txt", text).unwrap_err(), FileFault::Unknown, "{text}");
    }
}

#[test]
fn yaml_that_is_not_read_is_refused_with_its_line() {
    let deep: Vec<String> = (1..9).map(|depth| [&" ".repeat(depth), "a:\n"].concat()).collect();
    let wide: Vec<String> = (0..257).map(|n| [" k", &n.to_string(), ": v\n"].concat()).collect();
    let (deep, wide) = (deep.concat(), wide.concat());
    let bomb = "a: &a [\"lol\",\"lol\"]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nclouds: *c";
    assert_eq!(fault(bomb), FileFault::NotRead("clouds"));
    for (text, line, what) in [
        ("clouds:\n a: !!python/object/apply:os.system [ls]", 2, texts::LINE_TAG),
        ("clouds:\n a: {b]", 2, texts::LINE_BRACKET),
        ("clouds:\n a: [b", 2, texts::LINE_OPEN_BRACKETS),
        ("clouds:\n a: [b] c", 2, texts::LINE_AFTER_BRACKETS),
        ("clouds:\n\ta: b", 2, texts::LINE_TAB),
        ("clouds:\n a: b\tc", 2, texts::LINE_TAB),
        ("# a\rb\nclouds:", 1, texts::LINE_CARRIAGE_RETURN),
        ("---\nclouds:\n---\nclouds:", 3, texts::LINE_DOCUMENT),
        ("clouds:\n...\n", 2, texts::LINE_DOCUMENT),
        ("clouds:\n a:\n b:\n a:", 4, texts::LINE_KEY_TWICE),
        ("clouds:\n a: b\n  c", 3, texts::LINE_INDENTATION),
        ("clouds:\n  a: b\n c: d", 3, texts::LINE_INDENTATION),
        ("clouds:\n a: 'b\n  c'", 2, texts::LINE_OPEN_QUOTE),
        ("clouds:\n a: \"b\\q\"", 2, texts::LINE_ESCAPE),
        ("clouds:\n a: \"\\ud83d\\ude00\"", 2, texts::LINE_ESCAPE),
        ("clouds:\n a: 'b' c", 2, texts::LINE_AFTER_QUOTE),
        ("clouds:\n a: b: c", 2, texts::LINE_MAPPING),
        ("clouds:\n a: b\n c", 3, texts::LINE_NO_KEY),
        ("clouds:\n a: b\n - c", 3, texts::LINE_ITEM),
        ("clouds:\n ? a", 2, texts::LINE_SIGN_BEFORE_SPACE),
        ("clouds:\n a: @b", 2, texts::LINE_SIGN_FIRST),
        (&["clouds:\n", &wide].concat(), 258, texts::LINE_MANY_MEMBERS),
        (&["clouds:\n", &deep].concat(), 9, texts::LINE_DEEP),
        (&["clouds:\n", &"- ".repeat(9), "a"].concat(), 2, texts::LINE_DEEP),
    ] {
        assert_eq!(fault(text), FileFault::Unsupported { line, what }, "{text:.60}");
    }
    for (text, what) in [
        ("A=1\nOS_PASSWORD='hidden\nOS_USERNAME=a'", texts::LINE_SEVERAL_LINES),
        ("A=1\nOS_PASSWORD=hidden\\\nb", texts::LINE_SEVERAL_LINES),
    ] {
        let expected = FileFault::Unsupported { line: 2, what };
        assert_eq!(read_text("openrc", text).unwrap_err(), expected);
    }
}

#[test]
fn the_worst_files_take_no_longer_than_others() {
    let pieces =
        ["a:\n", "- ", "-\n", "'", "''", "\"", "\\", "OS_A=1 ", "OS_A=1;", "OS_A='", "a=;"];
    let pieces =
        pieces.into_iter().chain([" a: 'b'\n", "#", " ", "\u{1f600}", "{\"a\":", "[", "\r"]);
    for piece in pieces {
        for start in ["clouds:\n a: ", "clouds:\n", "", "OS_A=", "OS_A=\"", "{\"a\":"] {
            let count = (MAX_BYTES - start.len()) / piece.len();
            let begun = Instant::now();
            let _ = read_text("clouds.yaml", &[start, &piece.repeat(count)].concat());
            assert!(begun.elapsed().as_millis() < 2_000, "{start:?} {piece:?}");
        }
    }
}

/// Text of the pieces that mean something here, and of others.
fn pieces() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "clouds:",
        "\n",
        "\n  ",
        "\n    ",
        "auth:",
        "password: ",
        "- ",
        "'",
        "\"",
        "\\",
        "\\u00e5",
        "#",
        " ",
        ": ",
        "OS_PASSWORD=",
        "export ",
        "$",
        ";",
        "{\"",
        "\":",
        "}",
        "secret",
        "---\n",
        "å",
        "~",
    ]);
    let piece =
        prop_oneof![4 => known.prop_map(String::from), 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(crate::random::config(4_096))]

    #[test]
    fn no_text_makes_it_panic(text in prop_oneof![pieces(), any::<String>()], name in ".{0,9}") {
        for (start, name) in [("", &*name), ("clouds:\n", ""), ("OS_A=", ""), ("{", "x.yml")] {
            let _ = read_text(name, &[start, &text].concat());
        }
    }
}
