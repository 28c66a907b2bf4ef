//! Messages for requests that were refused.

use super::{Doing, Notice, Place, Tone, sentence};
use crate::core::http::MOST_BYTES;
use crate::core::keystone::{Fault, Refusal};

/// The message for a refused request.
#[must_use]
pub fn refused(doing: Doing, refusal: Refusal, place: Place<'_>) -> Notice {
    let mut notice = match refusal.fault {
        Fault::Unreachable => unreachable(place),
        Fault::Timeout => Notice::new(
            Tone::Error,
            sentence("No answer came from {keystone} in time.", &[("keystone", place.keystone)]),
            "The network or the server is slow. Try again in a moment.",
        ),
        Fault::Unauthorized => unauthorized(doing, place),
        Fault::Forbidden => forbidden(doing, place),
        Fault::NotFound if doing == Doing::SigningIn => unauthorized(doing, place),
        Fault::NotFound if doing == Doing::SigningInByCredential => unauthorized(doing, place),
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
            ["Keystone has a problem of its own (status ", &usize::from(status).to_string(), ")."]
                .concat(),
            "This is not your mistake. Try again in a minute; if it stays, tell the cloud's \
             support.",
        ),
        Fault::TooLarge => too_large(doing, place),
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

fn too_large(doing: Doing, place: Place<'_>) -> Notice {
    let megabytes = (MOST_BYTES / (1024 * 1024)).to_string();
    Notice::new(
        Tone::Error,
        sentence(
            "The answer from {keystone} has more than {megabytes} MB, so this page stopped reading \
             it.",
            &[("keystone", place.keystone), ("megabytes", &megabytes)],
        ),
        if doing == Doing::Listing {
            "Nothing of it was used. If you have more than twenty thousand keys, openstack ec2 \
             credentials list shows them, and the page works again with fewer. If not, something \
             else than Keystone may have answered: tell the authors of this page."
        } else {
            "Nothing of it was used. Something else than Keystone may have answered, such as a \
             proxy. Try again; if it stays, tell the authors of this page."
        },
    )
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

fn unauthorized(doing: Doing, place: Place<'_>) -> Notice {
    let does_not_accept = |what| [place.brand, " ", place.region, what].concat();
    match doing {
        Doing::SigningIn => Notice::new(
            Tone::Error,
            does_not_accept(" does not accept this token."),
            "It has expired, was revoked, is from another cloud or region, or comes from an \
             application credential with access rules. Get a new one with the command below, in a \
             terminal that is set up for this region.",
        ),
        Doing::SigningInByPassword => Notice::new(
            Tone::Error,
            does_not_accept(" does not accept this user name and password."),
            "Check both, and the domain. Keystone gives the same answer when the account is locked \
             or disabled and when the password has expired; the cloud's support can tell.",
        ),
        Doing::SigningInByCredential => Notice::new(
            Tone::Error,
            does_not_accept(" does not accept this application credential."),
            "Its secret is wrong, it has expired, or it was deleted. Make a new one, or sign in \
             another way.",
        ),
        Doing::SendingPasscode => Notice::new(
            Tone::Error,
            "Keystone does not accept this passcode.",
            "Each passcode is good for half a minute and for one sign-in. Type the next one that \
             your authenticator app shows, and check the clock of that device.",
        ),
        _ => Notice::new(
            Tone::Warning,
            "Your token has expired or was revoked.",
            "You are signed out, and your keys were removed from the page. They still work. Sign \
             in again to go on.",
        ),
    }
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
        Doing::ListingProjects => Notice::new(
            Tone::Error,
            "Keystone did not list your projects.",
            "The token is valid, and may not ask for them. Sign in with a token for a project.",
        ),
        Doing::SigningInByPassword | Doing::SigningInByCredential | Doing::SendingPasscode => {
            Notice::new(
                Tone::Error,
                "Keystone does not allow this sign-in.",
                "The cloud may not offer this way to sign in. Get a token in a terminal, and paste \
                 it here.",
            )
        }
        Doing::SigningIn | Doing::Listing => Notice::new(
            Tone::Error,
            "This token is valid, but it may not look at S3 keys.",
            "Application credentials with access rules and some roles cannot. Get a token with \
             your user name and password, for a project in which you are a member.",
        ),
    }
}
