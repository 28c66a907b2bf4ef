//! The words a reader sees in messages: what happened, what it means, what to do next.
//!
//! Plain and short, in the reader's words, and all in one place so that they can be translated.

use crate::core::keystone::{Fault, Refusal};

/// The command that prints a token and nothing else (python-openstackclient manual).
pub const TOKEN_COMMAND: &str = "openstack token issue -f value -c id";

/// How much a message matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something did not work.
    Error,
    /// Something the reader should think about.
    Warning,
    /// Something worth knowing.
    Info,
}

/// A message to the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How much it matters.
    pub tone: Tone,
    /// What happened, in one sentence.
    pub what: String,
    /// What it means and what to do next.
    pub next: String,
    /// Lines that the reader copies and passes on, if any.
    pub code: Option<String>,
    /// Keystone's id of the request, for the cloud's support.
    pub request_id: Option<String>,
}

/// What the reader was doing when a request failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Signing in.
    SigningIn,
    /// Getting the list.
    Listing,
    /// Making a credential.
    Creating,
    /// Removing one.
    Deleting,
}

/// What a message may need to know of where the reader is.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The cloud's name.
    pub brand: &'a str,
    /// The region's name.
    pub region: &'a str,
    /// The URL of its Keystone.
    pub keystone: &'a str,
    /// The page's origin.
    pub origin: &'a str,
    /// The project's name, once known.
    pub project: &'a str,
    /// Whether the token comes from an application credential or a trust.
    pub delegated: bool,
    /// Whether the token has a role that may create credentials.
    pub may_create: bool,
}

impl Notice {
    /// A message of two parts.
    #[must_use]
    pub fn new(tone: Tone, what: impl Into<String>, next: impl Into<String>) -> Self {
        Self { tone, what: what.into(), next: next.into(), code: None, request_id: None }
    }
}

/// The message for a refused request.
#[must_use]
pub fn refused(doing: Doing, refusal: Refusal, place: Place<'_>) -> Notice {
    let mut notice = match refusal.fault {
        Fault::Unreachable => unreachable(place),
        Fault::Timeout => Notice::new(
            Tone::Error,
            ["No answer came from ", place.keystone, " in time."].concat(),
            "The network or the server is slow. Try again in a moment.",
        ),
        Fault::Unauthorized => unknown_token(doing, place),
        Fault::Forbidden => forbidden(doing, place),
        Fault::NotFound if doing == Doing::SigningIn => unknown_token(doing, place),
        Fault::NotFound => Notice::new(
            Tone::Error,
            ["Keystone does not find the project ", place.project, " any more."].concat(),
            "It was deleted or disabled. Sign in with a token for another project.",
        ),
        Fault::TooMany => Notice::new(
            Tone::Error,
            "Keystone got too many requests and did not carry out this one.",
            "Wait a minute, then try again.",
        ),
        Fault::Server(status) => Notice::new(
            Tone::Error,
            ["Keystone has a problem of its own (status ", &status.to_string(), ")."].concat(),
            "This is not your mistake. Try again in a minute; if it stays, tell the cloud's \
             support.",
        ),
        Fault::Unexpected(_) | Fault::NotKeystone => Notice::new(
            Tone::Error,
            ["The answer from ", place.keystone, " is not one that Keystone gives."].concat(),
            "A proxy or a login page may have answered instead, or the page is set up with a \
             wrong address. Try again; if it stays, tell the authors of this page.",
        ),
    };
    notice.request_id = refusal.request_id;
    notice
}

fn unreachable(place: Place<'_>) -> Notice {
    let mut notice = Notice::new(
        Tone::Error,
        ["The browser could not reach ", place.keystone, "."].concat(),
        "Either the network is in the way (offline, VPN, a certificate that the browser does \
         not trust), or that server does not allow this page to ask: the browser does not tell \
         which. Check that the address opens in a new tab. If it does, send these lines for \
         keystone.conf to the cloud's operator:",
    );
    notice.code = Some(["[cors]\nallowed_origin = ", place.origin].concat());
    notice
}

fn unknown_token(doing: Doing, place: Place<'_>) -> Notice {
    if doing == Doing::SigningIn {
        return Notice::new(
            Tone::Error,
            [place.brand, " ", place.region, " does not accept this token."].concat(),
            "It has expired, was revoked, or is from another cloud or region. Get a new one with \
             the command below, in a terminal that is set up for this region.",
        );
    }
    Notice::new(
        Tone::Warning,
        "Your token has expired or was revoked.",
        "You are signed out, and your keys were removed from the page. They still work. Sign in \
         with a new token to go on.",
    )
}

fn forbidden(doing: Doing, place: Place<'_>) -> Notice {
    if place.delegated {
        return Notice::new(
            Tone::Error,
            "This token comes from an application credential or a trust.",
            "This cloud does not let such tokens handle S3 keys. Get a token with your user name \
             and password instead: unset OS_AUTH_TYPE and the OS_APPLICATION_CREDENTIAL \
             variables, load your own openrc file, then run the command below.",
        );
    }
    match doing {
        Doing::Creating if !place.may_create => Notice::new(
            Tone::Error,
            ["Your role in ", place.project, " does not allow you to create keys."].concat(),
            "Nothing was created. Ask an administrator of the project for the role member, then \
             sign in with a new token.",
        ),
        Doing::Creating => Notice::new(
            Tone::Error,
            "Keystone refused to create one more key.",
            "Nothing was created. Most likely you have as many keys as this cloud allows you, in \
             all projects together: delete one that you no longer use, then create again.",
        ),
        Doing::Deleting => Notice::new(
            Tone::Error,
            "Keystone did not allow you to delete this key.",
            "Nothing was deleted. Your role in the project may not be enough; ask an \
             administrator of the project.",
        ),
        Doing::SigningIn | Doing::Listing => Notice::new(
            Tone::Error,
            "This token is valid, but it may not look at S3 keys.",
            "Application credentials with access rules and some roles cannot. Get a token with \
             your user name and password, for a project in which you are a member.",
        ),
    }
}

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

/// The token has no project.
#[must_use]
pub fn unscoped() -> Notice {
    Notice::new(
        Tone::Error,
        "This token is not for a project.",
        "S3 keys belong to a project. Set OS_PROJECT_NAME (or load the openrc file of a \
         project), then run the command below again.",
    )
}

/// The token came to its end.
#[must_use]
pub fn expired() -> Notice {
    Notice::new(
        Tone::Info,
        "Your token has expired, so you are signed out.",
        "Your keys were removed from the page. They still work. Sign in with a new token to go on.",
    )
}

/// Nothing was done for a while.
#[must_use]
pub fn idle() -> Notice {
    Notice::new(
        Tone::Info,
        "You were signed out because nothing was done here for 15 minutes.",
        "Your keys were removed from the page. They still work. Sign in again to go on.",
    )
}

/// A create answered after its session had ended.
#[must_use]
pub fn created_late(access: &str, project: &str) -> Notice {
    Notice::new(
        Tone::Warning,
        ["The key ", access, " was created in ", project, " just after you had left."].concat(),
        "It exists and works. Sign in for that project to use it or to delete it.",
    )
}

/// The reply to a create was lost, and so was its outcome.
#[must_use]
pub fn create_unknown(reason: Notice) -> Notice {
    Notice {
        tone: Tone::Warning,
        what: [&reason.what, " So it is not known whether the key was created."].concat(),
        next: "Get the list again before you create another one. ".to_owned() + &reason.next,
        ..reason
    }
}

/// A lost create made nothing.
#[must_use]
pub fn nothing_created() -> Notice {
    Notice::new(
        Tone::Info,
        "No answer came to the last create, and the list has no new key.",
        "Most likely nothing was created. You can create again.",
    )
}

/// The deleted credential was not there any more.
#[must_use]
pub fn already_gone(access: &str) -> Notice {
    Notice::new(
        Tone::Info,
        ["The key ", access, " was already gone."].concat(),
        "Nothing is left to do.",
    )
}

/// The reply to a delete was lost.
#[must_use]
pub fn delete_unknown(reason: Notice) -> Notice {
    Notice {
        what: [&reason.what, " It is not known whether the key was deleted."].concat(),
        ..reason
    }
}

/// The browser did not allow the clipboard.
#[must_use]
pub fn clipboard_refused() -> Notice {
    Notice::new(
        Tone::Error,
        "The browser did not let this page use the clipboard.",
        "Allow it for this page, or set Secrets to shown, mark the text and copy it by hand.",
    )
}
