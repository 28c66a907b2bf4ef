//! Messages on the way in: about what was typed, and about the project to go to.

use super::{Notice, Place, Tone};
use crate::core::keystone::{Fault, Refusal};
use crate::core::sign_in::Mistake;
use crate::core::words::catalog::sign_in as texts;

/// What was typed cannot be right.
#[must_use]
pub fn mistake(Mistake(what, next): Mistake) -> Notice {
    Notice::new(Tone::Error, what, next)
}

/// Several sign-ins were refused in a row.
#[must_use]
pub fn refused_often(mut refused: Notice) -> Notice {
    refused.next.insert(0, texts::REFUSED_OFTEN.into());
    refused
}

/// The reader has to wait after refused sign-ins.
#[must_use]
pub fn must_wait(seconds: u64) -> Notice {
    let seconds = usize::try_from(seconds).unwrap_or(60);
    let what = texts::MUST_WAIT.count("seconds", seconds);
    Notice::new(Tone::Warning, what, texts::MUST_WAIT_NEXT)
}

/// The account needs a method that the page cannot do.
#[must_use]
pub fn needs_method(method: &str) -> Notice {
    let what = texts::NEEDS_METHOD.code("method", method);
    Notice::new(Tone::Error, what, texts::NEEDS_METHOD_NEXT)
}

/// The passcode came too late.
#[must_use]
pub fn receipt_expired() -> Notice {
    Notice::new(Tone::Info, texts::PASSCODE_OVER, texts::PASSCODE_OVER_NEXT)
}

/// The token is good and has no project.
#[must_use]
pub fn no_projects() -> Notice {
    Notice::new(Tone::Error, texts::NO_PROJECTS, texts::NO_PROJECTS_NEXT)
}

/// There is no other project to go to.
#[must_use]
pub fn only_project() -> Notice {
    Notice::new(Tone::Info, texts::ONLY_PROJECT, texts::ONLY_PROJECT_NEXT)
}

/// The project that a file names is none of the user's.
#[must_use]
pub fn not_your_project(project: &str) -> Notice {
    let what = texts::NOT_YOUR_PROJECT.name("project", project);
    Notice::new(Tone::Warning, what, texts::NOT_YOUR_PROJECT_NEXT)
}

/// No token was issued for a project.
#[must_use]
pub fn not_scoped(project: &str, refusal: Refusal, place: Place<'_>) -> Notice {
    let (what, next) = match refusal.fault {
        Fault::Forbidden => (texts::NOT_CHANGED, texts::NOT_CHANGED_NEXT),
        Fault::Unauthorized | Fault::NotFound => (texts::NOT_LET_IN, texts::NOT_LET_IN_NEXT),
        _ => return super::refused(super::Doing::ListingProjects, refusal, place),
    };
    let mut notice = Notice::new(Tone::Error, what.name("project", project), next);
    notice.request_id = refusal.request_id;
    notice
}
