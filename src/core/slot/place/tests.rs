//! What each word of a place's code does to a value.

use super::*;

use crate::core::admit::RegionName;
use crate::core::endpoint::Endpoint;

type Written = Result<&'static str, Why>;

fn write(code: &str, value: Value<'_>) -> Result<String, Why> {
    Place::from_code(code).unwrap().write(value)
}

/// Each place by its code, whose words `place_code.rs` explains.
#[test]
fn text_has_the_limits_of_its_place() {
    let cases: &[(&str, &str, Written)] = &[
        ("sh", "-a", Ok("-a")),
        ("sh a", "-a", Err(Why::Option)),
        ("sh a", "a", Ok("a")),
        ("sh", "a!", Ok("'a!'")),
        ("sh h", "a!", Err(Why::History)),
        ("sh h", "a", Ok("a")),
        ("sh v", "a", Err(Why::Part)),
        ("sh v", "/a", Ok("/a")),
        ("sh r6", "a.b", Err(Why::Pattern)),
        ("sh", "file://a", Err(Why::Code)),
        ("sh", "fileb://a", Err(Why::Code)),
        ("sh", "if", Ok("if")),
        ("sh k", "if", Err(Why::Code)),
        ("sh k", "a", Ok("a")),
        ("sh r4", "done", Err(Why::Code)),
        ("sh r5", "done", Err(Why::Code)),
        ("sh w#", "a#", Err(Why::Code)),
        ("sh w#", "a", Ok("a")),
        ("sh w#", "å", Ok("'å'")),
        ("sh", "EOF", Ok("EOF")),
        ("sh eEOF", "EOF", Err(Why::End)),
        ("sh eEOF", "E x", Err(Why::End)),
        ("sh eEOF", "EOF_x", Ok("EOF_x")),
        ("sh eEOF", "a", Ok("a")),
        ("sh eEOF", "å", Ok("'å'")),
        ("sh e+", "+", Err(Why::End)),
        ("sh e+", "+:", Ok("+:")),
        ("sh r3", "a--b", Err(Why::Code)),
        ("sh", "a--b", Ok("a--b")),
        ("sh r4", "a//b", Err(Why::Code)),
        ("sh", "a//b", Ok("a//b")),
        ("sh r4", "a=", Err(Why::Code)),
        ("sh r4 b/", "a/b", Err(Why::Code)),
        ("sh r4 b/", "a", Ok("a")),
        ("sh", "", Err(Why::Hidden)),
        ("sh u3", "a\u{200b}", Err(Why::Hidden)),
        ("sh u3", "a b", Ok("a%20b")),
        ("sh u3 r4", "a b", Ok("a%20b")),
        ("plain", "a b", Err(Why::Plain)),
        ("plain", "a", Ok("a")),
        ("py", "a", Ok("\"a\"")),
        ("hcl", "$", Err(Why::Quotes)),
    ];
    for (code, text, written) in cases {
        let read = write(code, Value::Text(text));
        assert_eq!(read.as_deref().map_err(|why| *why), *written, "{code}: {text}");
    }
    for (code, written) in [
        ("ini", Ok("true")),
        ("ini u3", Err(Why::Plain)),
        ("number", Err(Why::Number)),
        ("sh f", Ok("'true'")),
    ] {
        let read = write(code, Value::Truth("true"));
        assert_eq!(read.as_deref().map_err(|why| *why), written, "{code}");
        assert_eq!(write("ini", Value::Text("true")), Err(Why::Plain));
    }
    // Where nothing is quoted, it is not known what reads it either.
    assert_eq!(Place::PLAIN.write(Value::Text("a--b")), Err(Why::Code));
    let place = Place::from_code("sh").unwrap();
    assert_eq!(place.text("a\u{200b}", false), Err(Why::Hidden));
    assert_eq!(place.text("", false), Err(Why::Hidden));
}

#[test]
fn numbers_are_no_octals() {
    let cases: &[(&str, &str, Written)] = &[
        ("sh", "07", Ok("07")),
        ("sh r3", "07", Err(Why::Number)),
        ("py", "7", Ok("7")),
        ("py", "07", Err(Why::Number)),
    ];
    for (code, digits, written) in cases {
        let read = write(code, Value::Number(digits));
        assert_eq!(read.as_deref().map_err(|why| *why), *written, "{code}: {digits}");
    }
}

#[test]
fn what_is_known_stands_as_its_place_wants_it() {
    let region = RegionName::admit("eu.West").unwrap();
    let endpoint = Endpoint::parse("https://s3.example:8080").unwrap();
    for (code, of_region, of_endpoint, of_host) in [
        ("sh", "eu.West", "https://s3.example:8080", "s3.example:8080"),
        ("sh p", "eu-west", "https://s3.example:8080", "s3.example:8080"),
        ("sh u2", "eu.west", "s3.example:8080", "s3.example:8080"),
        ("sh u3", "eu.West", "https%3A%2F%2Fs3.example%3A8080", "s3.example%3A8080"),
    ] {
        assert_eq!(
            write(code, Value::Region(&region, &region.profile())).as_deref(),
            Ok(of_region),
            "{code}"
        );
        assert_eq!(write(code, Value::Endpoint(&endpoint)).as_deref(), Ok(of_endpoint));
        assert_eq!(write(code, Value::Host(&endpoint)).as_deref(), Ok(of_host), "{code}");
    }
}

#[test]
fn programs_that_differ_get_words() {
    let mut limits = Limits::NONE;
    limits.add(Take::without("#"));
    for take in [Take::ONCE, Take::without("#")] {
        limits.add(take);
        assert_eq!((limits.reading, limits.without), (Reading::Once, 1 << b'#'));
    }
    limits.add(Take::without(","));
    assert_eq!((limits.reading, limits.without), (Reading::Pattern, 1 << b'#'));
}

#[test]
fn a_delimiter_stands_on_both_sides() {
    for (before, after, beside) in [
        (Some(b'/'), Some(b'/'), b'/'),
        (Some(b'/'), Some(b'|'), 0),
        (Some(b'"'), Some(b'"'), 0),
        (Some(b'a'), Some(b'a'), 0),
        (None, Some(b'/'), 0),
    ] {
        let mut place = Place::PLAIN;
        place.set_beside(before, after.as_ref());
        assert_eq!(place.limits.beside, beside, "{before:?} {after:?}");
    }
}

#[test]
fn a_shell_puts_in_a_variable_where_it_reads_once() {
    for (code, named) in [
        ("sh", Some("\"$KEY\"")),
        ("sh\"", Some("${KEY}")),
        ("sh r4", Some("\"$KEY\"")),
        ("sh a", Some("\"$KEY\"")),
        ("sh v", None),
        ("sh w#", None),
        ("sh eEOF", None),
        ("sh u3", None),
        ("sh r3", None),
        ("py", None),
        ("plain", None),
    ] {
        assert_eq!(Place::from_code(code).unwrap().naming("KEY").as_deref(), named, "{code}");
    }
}
