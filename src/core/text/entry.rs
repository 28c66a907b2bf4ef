//! Messages on the way in: about what was typed, and about the project to go to.

use super::{Notice, Place, Tone};
use crate::core::keystone::{Fault, Refusal};

/// Nothing was pasted.
#[must_use]
pub fn empty_token() -> Notice {
    Notice::new(
        Tone::Error,
        "There is no token in the field.",
        "Run the command below in a terminal, then paste what it prints.",
    )
}

/// What was pasted cannot be a token.
#[must_use]
pub fn not_a_token() -> Notice {
    Notice::new(
        Tone::Error,
        "This is not a token.",
        "A token is one long word without spaces. It was not sent anywhere. Run exactly the \
         command below, then paste all of what it prints.",
    )
}

/// A field is empty that must not be; `what` it is for.
#[must_use]
pub fn missing(what: &str) -> Notice {
    Notice::new(
        Tone::Error,
        ["The ", what, " is missing."].concat(),
        "Nothing was sent. Fill in the field, then sign in.",
    )
}

/// A field has what no name or password has.
#[must_use]
pub fn not_a_name(what: &str) -> Notice {
    Notice::new(
        Tone::Error,
        ["The ", what, " is too long or has invisible characters."].concat(),
        "Nothing was sent. Type it by hand: text that was copied may carry characters that do \
         not show.",
    )
}

/// What was typed cannot be a passcode.
#[must_use]
pub fn not_a_passcode() -> Notice {
    Notice::new(
        Tone::Error,
        "This is not a passcode.",
        "A passcode has six digits. It was not sent. Type the one that your authenticator app \
         shows now.",
    )
}

/// Several sign-ins were refused in a row.
#[must_use]
pub fn refused_often(refused: Notice) -> Notice {
    Notice {
        next: [
            "That was the third time or more, so this page waits for a minute. The account may be \
             locked by now, and more tries can make that longer. ",
            &refused.next,
        ]
        .concat(),
        ..refused
    }
}

/// The reader has to wait after refused sign-ins.
#[must_use]
pub fn must_wait(seconds: u64) -> Notice {
    let seconds = usize::try_from(seconds).unwrap_or(60).to_string();
    Notice::new(
        Tone::Warning,
        ["Wait ", &seconds, " s before the next sign-in."].concat(),
        "Nothing was sent. Keystone has refused several in a row, and the account may be locked. \
         Use the time to check the user name, the domain and the password.",
    )
}

/// The account needs a method that the page cannot do.
#[must_use]
pub fn needs_method(name: &str) -> Notice {
    Notice::new(
        Tone::Error,
        ["This account must also sign in by ", name, ", which this page cannot do."].concat(),
        "The password was right. Sign in in a terminal, and paste a token here.",
    )
}

/// The passcode came too late.
#[must_use]
pub fn receipt_expired() -> Notice {
    Notice::new(
        Tone::Info,
        "The time for the passcode is over.",
        "Keystone waits five minutes for it. Sign in again with your password.",
    )
}

/// The token is good and has no project.
#[must_use]
pub fn no_projects() -> Notice {
    Notice::new(
        Tone::Error,
        "You have no project in this cloud.",
        "S3 keys belong to a project. Ask an administrator for a role in one, then sign in again.",
    )
}

/// There is no other project to go to.
#[must_use]
pub fn only_project() -> Notice {
    Notice::new(
        Tone::Info,
        "This is your only project.",
        "There is no other one to switch to. Keys of projects in which you have no role any more \
         are listed by openstack ec2 credentials list.",
    )
}

/// The project that a file names is none of the user's.
#[must_use]
pub fn not_your_project(name: &str) -> Notice {
    Notice::new(
        Tone::Warning,
        ["The project ", name, " of the file is none of yours."].concat(),
        "It has another name now, or you have no role in it. Choose one of these.",
    )
}

/// No token was issued for a project.
#[must_use]
pub fn not_scoped(project: &str, refusal: Refusal, place: Place<'_>) -> Notice {
    let mut notice = match refusal.fault {
        Fault::Forbidden => Notice::new(
            Tone::Error,
            ["This token cannot be changed into one for ", project, "."].concat(),
            "The cloud does not allow it, or the token comes from an application credential or a \
             trust. Sign in with a token for that project.",
        ),
        Fault::Unauthorized | Fault::NotFound => Notice::new(
            Tone::Error,
            ["Keystone does not let you into ", project, "."].concat(),
            "You have no role in it any more, it is disabled, or your token has ended. Choose \
             another project, or sign in again.",
        ),
        _ => return super::refused(super::Doing::ListingProjects, refusal, place),
    };
    notice.request_id = refusal.request_id;
    notice
}
