//! Ways to sign in that went wrong once.

use crate::cloud;

use keyfill::core::message::{FileMsg, Msg, SignInMsg};
use keyfill::core::secret::Secret;
use keyfill::core::sign_in::{Field, SignInMethod};

use crate::cloud::page::{Page, pasted};
use crate::cloud::{DELEGATED, PASSWORD, refusal};

fn file(lines: &str) -> Msg {
    let text = ["export OS_AUTH_URL=", cloud::KEYSTONE, "\n", lines].concat();
    Msg::File(FileMsg::Read("openrc".into(), Some(Secret::new(text))))
}

/// What stands in the fields, after everything that was filled in.
fn typed(page: &Page, field: Field) -> &str {
    let filled = page.filled.iter().rev().find(|(name, _)| *name == field);
    filled.map_or("nothing was filled in", |(_, text)| text.expose())
}

#[test]
fn a_second_file_takes_the_place_of_the_first() {
    let mut page = Page::new();
    page.say(SignInMsg::Open);
    let password = ["OS_PASSWORD='", PASSWORD, "'\n"].concat();
    page.say(file(&["OS_USERNAME=alice\nOS_USER_DOMAIN_NAME=Users\n", &password].concat()));
    assert_eq!(page.model.method, SignInMethod::PASSWORD);
    let fields = [Field::USER, Field::DOMAIN, Field::PASSWORD];
    assert_eq!(fields.map(|field| typed(&page, field)), ["alice", "Users", PASSWORD]);
    page.say(file("OS_USERNAME=bob\n"));
    assert_eq!(fields.map(|field| typed(&page, field)), ["bob", "Default", ""]);
}

#[test]
fn access_rules_that_do_not_name_the_list_are_no_end_of_the_token() {
    // Keystone answers 401, as to a token that is not valid.
    let mut page = Page::new();
    page.say(SignInMsg::Open);
    page.say(pasted(&DELEGATED.token));
    page.step();
    page.instead(Ok(refusal(401)));
    assert_eq!(page.what(), "This token comes from an application credential or a trust.");
    page.is_wiped();
}
