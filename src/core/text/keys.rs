//! Messages about what became of keys: created, replaced, deleted, or not.

use super::{Notice, Tone};
use crate::core::words::Say;
use crate::core::words::catalog::{keys as texts, rotation};

/// A rotation was stopped when there were two credentials.
#[must_use]
pub fn rotation_stopped(old: &str, new: &str) -> Notice {
    let next = rotation::ROTATION_STOPPED_NEXT.code("old", old).code("new", new);
    Notice::new(Tone::Info, rotation::ROTATION_STOPPED, next)
}

/// The old credential of a rotation is deleted, and the new one was installed before.
#[must_use]
pub fn rotated(old: &str, new: &str) -> Notice {
    let what = rotation::ROTATED.code("old", old).code("new", new);
    Notice::new(Tone::Info, what, rotation::ROTATED_NEXT)
}

/// One credential of a rotation was deleted by somebody else; `in_commands` where it was the one
/// in the snippets.
#[must_use]
pub fn rotation_over(gone: &str, in_commands: bool) -> Notice {
    let next = if in_commands { texts::KEY_GONE_NEXT } else { rotation::ROTATION_OVER_NEXT };
    Notice::new(Tone::Warning, rotation::ROTATION_OVER.code("key", gone), next)
}

/// A credential is deleted; `in_commands` where it was the one in the snippets, and `delay_s` for
/// how many seconds the store may go on accepting it, 0 where nobody knows.
#[must_use]
pub fn deleted(access: &str, in_commands: bool, delay_s: u32) -> Notice {
    let next = after_delete(in_commands, delay_s);
    Notice::new(Tone::Info, texts::KEY_DELETED.code("key", access), next)
}

/// Several credentials are deleted; see [`deleted`].
#[must_use]
pub fn several_deleted(number: usize, in_commands: bool, delay_s: u32) -> Notice {
    let what = texts::KEYS_DELETED.count("count", number);
    Notice::new(Tone::Info, what, after_delete(in_commands, delay_s))
}

fn after_delete(in_commands: bool, delay_s: u32) -> Say {
    if in_commands {
        texts::COMMANDS_EMPTIED.into()
    } else if delay_s == 0 {
        texts::ACCESS_LOST.into()
    } else {
        let seconds = usize::try_from(delay_s).unwrap_or_default();
        texts::ACCESS_LOST_WITHIN.count("seconds", seconds)
    }
}

/// What became of the others of several to delete: `gone` are deleted, `rest` were not touched.
#[must_use]
pub fn rest_is_kept(mut notice: Notice, gone: usize, rest: usize) -> Notice {
    // In front: the advice may end with a colon, before lines for the operator.
    for (text, number) in [(texts::DELETED_BEFORE, gone), (texts::REST_KEPT, rest)] {
        if number > 0 {
            notice.next.insert(0, text.count("count", number));
        }
    }
    notice
}

/// A create answered after its session had ended.
#[must_use]
pub fn created_late(access: &str, project: &str) -> Notice {
    let what = texts::CREATED_LATE.code("key", access).name("project", project);
    Notice::new(Tone::Warning, what, texts::CREATED_LATE_NEXT)
}

/// A create was answered when the reader had gone on to something else.
#[must_use]
pub fn created_after_all(access: &str) -> Notice {
    let what = texts::CREATED_AFTER_ALL.code("key", access);
    Notice::new(Tone::Warning, what, texts::CREATED_AFTER_ALL_NEXT)
}

/// The list does not have the credential any more that the snippets had.
#[must_use]
pub fn chosen_is_gone(access: &str) -> Notice {
    Notice::new(Tone::Warning, texts::KEY_GONE.code("key", access), texts::KEY_GONE_NEXT)
}

/// The reply to a create was lost, and so was its outcome.
#[must_use]
pub fn create_unknown(mut reason: Notice) -> Notice {
    reason.tone = Tone::Warning;
    reason.what.push(texts::CREATE_UNKNOWN.into());
    reason.next.insert(0, texts::CREATE_UNKNOWN_NEXT.into());
    reason
}

/// A lost create made nothing.
#[must_use]
pub fn nothing_created() -> Notice {
    Notice::new(Tone::Info, texts::NOTHING_CREATED, texts::NOTHING_CREATED_NEXT)
}

/// The deleted credential was not there any more.
#[must_use]
pub fn already_gone(access: &str) -> Notice {
    Notice::new(Tone::Info, texts::ALREADY_GONE.code("key", access), texts::NOTHING_TO_DO)
}

/// The reply to a delete was lost, and the list says whether it was carried out.
#[must_use]
pub fn delete_looked_up(access: &str, is_there: bool) -> Notice {
    let (what, next) = if is_there {
        (texts::NOT_DELETED, texts::NOT_DELETED_NEXT)
    } else {
        (texts::KEY_DELETED, texts::DELETED_UNHEARD)
    };
    Notice::new(Tone::Info, what.code("key", access), next)
}

/// A delete without an answer in time: the list still has the credential, which says little.
#[must_use]
pub fn delete_pending(access: &str) -> Notice {
    let what = texts::DELETE_PENDING.code("key", access);
    Notice::new(Tone::Warning, what, texts::DELETE_PENDING_NEXT)
}

/// A delete was answered when nobody waited for it any more; see [`deleted`].
#[must_use]
pub fn deleted_after_all(access: &str, in_commands: bool, delay_s: u32) -> Notice {
    let next = after_delete(in_commands, delay_s);
    Notice::new(Tone::Info, texts::DELETED_AFTER_ALL.code("key", access), next)
}

/// A delete was answered after its session had ended.
#[must_use]
pub fn deleted_late(access: &str, project: &str) -> Notice {
    let what = texts::DELETED_LATE.code("key", access).name("project", project);
    Notice::new(Tone::Info, what, texts::NOTHING_TO_DO)
}

/// The reply to a delete was lost.
#[must_use]
pub fn delete_unknown(mut reason: Notice) -> Notice {
    reason.what.push(texts::DELETE_UNKNOWN.into());
    reason
}
