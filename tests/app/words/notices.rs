//! Every message, with `{}` for what differs in it.

use keyfill::core::http::MOST_BYTES;
use keyfill::core::keystone::{DEADLINE_MS, Fault, Refusal};
use keyfill::core::login_file::FileFault;
use keyfill::core::text::{self, Doing, Notice, Place, Tone};

const GAP: &str = "{}";
/// A number that stands in no message by itself.
const NUMBER: u16 = 7_777;

const DOING: [Doing; 8] = [
    Doing::SigningIn,
    Doing::SigningInByPassword,
    Doing::SigningInByCredential,
    Doing::SendingPasscode,
    Doing::ListingProjects,
    Doing::Listing,
    Doing::Creating,
    Doing::Deleting,
];

pub fn all() -> Vec<Notice> {
    let mut all = vec![
        text::empty_token(),
        text::part_lost(),
        text::file_reader_lost(),
        text::not_a_token(),
        text::missing("user name"),
        text::missing("application credential"),
        text::missing("password"),
        text::missing("secret"),
        text::not_a_name("user name"),
        text::not_a_name("application credential"),
        text::not_a_name("domain"),
        text::not_a_name("password"),
        text::not_a_name("secret"),
        text::not_a_passcode(),
        text::refused_often(any()),
        text::must_wait(NUMBER.into()),
        text::needs_method(GAP),
        text::receipt_expired(),
        text::no_projects(),
        text::only_project(),
        text::not_your_project(GAP),
        text::ending_soon(),
        text::expired(),
        text::idle(NUMBER.into()),
        text::token_revoked(),
        text::token_not_revoked(any()),
        text::rotation_stopped(GAP, GAP),
        text::rest_is_kept(any(), 0, NUMBER.into()),
        text::rest_is_kept(any(), NUMBER.into(), 0),
        text::rest_is_kept(any(), NUMBER.into(), NUMBER.into()),
        text::rotated(GAP, GAP),
        text::rotation_over(GAP, false),
        text::rotation_over(GAP, true),
        text::deleted(GAP, false, 0),
        text::deleted(GAP, true, 0),
        text::deleted(GAP, false, NUMBER.into()),
        text::several_deleted(NUMBER.into(), false, 0),
        text::created_late(GAP, GAP),
        text::created_after_all(GAP),
        text::chosen_is_gone(GAP),
        text::create_unknown(any()),
        text::nothing_created(),
        text::already_gone(GAP),
        text::delete_looked_up(GAP, true),
        text::delete_looked_up(GAP, false),
        text::delete_unknown(any()),
        text::delete_pending(GAP),
        text::deleted_after_all(GAP, false, 0),
        text::deleted_late(GAP, GAP),
        text::sign_in_overdue(PLACE),
        text::scope_overdue(GAP, PLACE),
        text::create_overdue(PLACE),
        text::delete_overdue(GAP, PLACE),
        text::revoke_overdue(PLACE),
        text::clipboard_refused(),
        text::other_cloud(GAP, GAP),
        text::other_region(GAP),
        text::method_not_offered(GAP),
        text::left_out(&[(GAP.into(), FileFault::Missing(GAP))]),
        text::no_address(None),
        text::no_address(Some(GAP)),
        text::form_filled(GAP, None),
        text::form_filled(GAP, Some(GAP)),
    ];
    let faults = [
        FileFault::TooLarge,
        FileFault::NotText,
        FileFault::Empty,
        FileFault::Unknown,
        FileFault::NoClouds,
        FileFault::Unsupported { line: NUMBER.into(), what: GAP },
        FileFault::Missing(GAP),
        FileFault::BadValue(GAP),
        FileFault::Twice(GAP),
        FileFault::NotRead(GAP),
        FileFault::OtherShell(GAP),
        FileFault::NamesCloud,
        FileFault::SecretsOnly,
        FileFault::Trust,
        FileFault::SingleSignOn,
    ];
    all.extend(faults.map(|fault| text::file_refused(GAP, fault)));
    for delegated in [false, true] {
        for may_create in [false, true] {
            all.extend(refusals(Place { delegated, may_create, ..PLACE }));
        }
    }
    for notice in &mut all {
        for text in [&mut notice.what, &mut notice.next] {
            let seconds = format!(" {} seconds", DEADLINE_MS / 1_000);
            let megabytes = format!(" {} MB", MOST_BYTES / (1024 * 1024));
            *text = text
                .replace(&NUMBER.to_string(), GAP)
                .replace(&seconds, " {} seconds")
                .replace(&megabytes, " {} MB");
            text.trim().to_owned().clone_into(text);
        }
    }
    all
}

const PLACE: Place<'static> = Place {
    brand: GAP,
    region: GAP,
    keystone: GAP,
    origin: GAP,
    project: GAP,
    delegated: false,
    may_create: false,
};

/// A message that another one takes in.
fn any() -> Notice {
    Notice::new(Tone::Error, GAP, GAP)
}

fn refusals(place: Place<'static>) -> Vec<Notice> {
    let faults = [
        Fault::Unreachable,
        Fault::Timeout,
        Fault::Unauthorized,
        Fault::Forbidden,
        Fault::NotFound,
        Fault::TooMany,
        Fault::Server(NUMBER),
        Fault::TooLarge,
        Fault::NotKeystone,
    ];
    let mut all = Vec::new();
    for fault in faults {
        let refusal = || Refusal { fault, request_id: None };
        all.extend(DOING.map(|doing| text::refused(doing, refusal(), place)));
        all.push(text::not_scoped(GAP, refusal(), place));
    }
    all
}
