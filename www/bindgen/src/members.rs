//! How the glue gets at the members of objects: past the names that elements of the page have.
//!
//! web-sys says `document.createElement(...)`, and so do Yew and gloo by way of it. With
//! `<img name=createElement>` in the page that is the image. It is done here, to the finished glue,
//! since here is everything that is ever asked of the browser, whoever asks.
//!
//! The scripts in `www` take such functions from their kinds. `tests/e2e/test_named_elements.py`
//! has an element for each name that there is.

/// The function that gives an object without such names.
const OWN_MEMBERS: &str = include_str!("own_members.js");

/// The glue, in which each member of an argument is asked for by way of [`OWN_MEMBERS`].
///
/// # Errors
/// Another version of wasm-bindgen may write its glue in another way: where nothing is found, the
/// build stops.
pub fn own(glue: &str) -> Result<String, String> {
    let mut text = String::with_capacity(glue.len() * 5 / 4);
    let (mut done, mut found) = (0, 0);
    for (at, _) in glue.match_indices("arg") {
        let rest = &glue[at..];
        let end = 3 + rest[3..].bytes().take_while(u8::is_ascii_digit).count();
        let is_word = end > 3 && !glue[..at].ends_with(is_of_name);
        let has_member =
            rest[end..].strip_prefix('.').is_some_and(|rest| rest.starts_with(is_of_name));
        if is_word && has_member {
            text.push_str(&glue[done..at]);
            text.push_str("ownMembers(");
            text.push_str(&rest[..end]);
            text.push(')');
            (done, found) = (at + end, found + 1);
        }
    }
    if found == 0 {
        return Err(
            "the glue asks for no member of an argument: see www/bindgen/src/members.rs".into()
        );
    }
    text.push_str(&glue[done..]);
    text.push_str(OWN_MEMBERS);
    Ok(text)
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '$')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_of_arguments_and_nothing_else() {
        let glue =
            "f(arg0, arg12); arg0.a = arg12.b(arg1); myarg0.c; arg.d; (arg0 >>> 0) + 4; arg0[1];";
        let expected = "f(arg0, arg12); ownMembers(arg0).a = ownMembers(arg12).b(arg1); \
                        myarg0.c; arg.d; (arg0 >>> 0) + 4; arg0[1];";
        assert_eq!(own(glue), Ok([expected, OWN_MEMBERS].concat()));
        assert!(own("other0.a").is_err());
    }
}
