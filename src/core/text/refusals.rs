//! Messages for requests that were refused.

use super::{Doing, Notice, Place, Tone};
use crate::core::http::MOST_BYTES;
use crate::core::keystone::{Fault, Refusal};
use crate::core::words::catalog::refusals as texts;
use crate::core::words::{Say, Text};

/// The message for a refused request.
#[must_use]
pub fn refused(doing: Doing, refusal: Refusal, place: Place<'_>) -> Notice {
    let keystone = |text: Text| text.code("keystone", place.keystone);
    let (what, next): (Say, _) = match refusal.fault {
        Fault::Unreachable => (keystone(texts::UNREACHABLE), texts::UNREACHABLE_NEXT),
        Fault::Timeout => (keystone(texts::TIMEOUT), texts::TIMEOUT_NEXT),
        Fault::Unauthorized => unauthorized(doing, place),
        Fault::Forbidden => forbidden(doing, place),
        Fault::NotFound if matches!(doing, Doing::SigningIn(_)) => unauthorized(doing, place),
        Fault::NotFound => {
            (texts::PROJECT_GONE.name("project", place.project), texts::PROJECT_GONE_NEXT)
        }
        Fault::TooMany => (texts::TOO_MANY_REQUESTS.into(), texts::TOO_MANY_REQUESTS_NEXT),
        Fault::Server(status) => {
            (texts::SERVER_ERROR.count("status", status.into()), texts::SERVER_ERROR_NEXT)
        }
        Fault::TooLarge => {
            let is_list = doing == Doing::Listing;
            let next = if is_list { texts::TOO_LARGE_KEYS_NEXT } else { texts::TOO_LARGE_NEXT };
            (keystone(texts::TOO_LARGE).count("megabytes", MOST_BYTES / (1024 * 1024)), next)
        }
        Fault::Unexpected(_) | Fault::NotKeystone => {
            (keystone(texts::NOT_KEYSTONE), texts::NOT_KEYSTONE_NEXT)
        }
    };
    let is_end = what.text == texts::TOKEN_GONE;
    let mut notice = Notice::new(if is_end { Tone::Warning } else { Tone::Error }, what, next);
    if refusal.fault == Fault::Unreachable {
        notice.code = Some(["[cors]\nallowed_origin = ", place.origin].concat());
    }
    notice.request_id = refusal.request_id;
    notice
}

fn unauthorized(doing: Doing, place: Place<'_>) -> (Say, Text) {
    let (what, next) = match doing {
        Doing::SigningIn(method) => method.row().refused,
        _ => (texts::TOKEN_GONE, texts::TOKEN_GONE_NEXT),
    };
    (what.name("brand", place.brand).name("region", place.region), next)
}

fn forbidden(doing: Doing, place: Place<'_>) -> (Say, Text) {
    let (what, next) = match doing {
        _ if place.delegated => (texts::DELEGATED, texts::DELEGATED_NEXT),
        Doing::Creating if !place.may_create => {
            (texts::CREATE_FORBIDDEN, texts::CREATE_FORBIDDEN_NEXT)
        }
        Doing::Creating => (texts::TOO_MANY_KEYS, texts::TOO_MANY_KEYS_NEXT),
        Doing::Deleting => (texts::DELETE_FORBIDDEN, texts::DELETE_FORBIDDEN_NEXT),
        Doing::ListingProjects => (texts::PROJECTS_FORBIDDEN, texts::PROJECTS_FORBIDDEN_NEXT),
        Doing::SigningIn(method) => method.row().forbidden,
        Doing::Listing => (texts::KEYS_FORBIDDEN, texts::KEYS_FORBIDDEN_NEXT),
    };
    (what.name("project", place.project), next)
}
