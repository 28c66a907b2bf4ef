//! Messages about what became of keys: created, replaced, deleted, or not.

use super::{Notice, Tone, sentence};

/// A rotation was stopped when there were two credentials.
#[must_use]
pub fn rotation_stopped(old: &str, new: &str) -> Notice {
    Notice::new(
        Tone::Info,
        "The rotation has stopped, and both keys are there.",
        sentence(
            "The old one is {old}, the new one is {new}. Delete the old one only when the new one is \
             installed wherever it is used.",
            &[("old", old), ("new", new)],
        ),
    )
}

/// The old credential of a rotation is deleted, and the new one was installed before.
#[must_use]
pub fn rotated(old: &str, new: &str) -> Notice {
    Notice::new(
        Tone::Info,
        sentence(
            "The rotation is done: the key {old} is deleted, and {new} has taken its place.",
            &[("old", old), ("new", new)],
        ),
        "If a program still uses the old key, it has lost access: run the set-up there again.",
    )
}

/// One credential of a rotation was deleted by somebody else; `in_commands` where it was the one
/// in the snippets.
#[must_use]
pub fn rotation_over(gone: &str, in_commands: bool) -> Notice {
    Notice::new(
        Tone::Warning,
        sentence("The rotation is over: the key {key} is not there any more.", &[("key", gone)]),
        if in_commands {
            "It was deleted somewhere else. The commands have placeholders again: choose or create \
             another key."
        } else {
            "It was deleted somewhere else. The list shows the keys that there are."
        },
    )
}

/// A credential is deleted; `in_commands` where it was the one in the snippets, and `delay_s` for
/// how many seconds the store may go on accepting it, 0 where nobody knows.
#[must_use]
pub fn deleted(access: &str, in_commands: bool, delay_s: u32) -> Notice {
    Notice::new(
        Tone::Info,
        sentence("The key {key} is deleted.", &[("key", access)]),
        after_delete(in_commands, delay_s),
    )
}

/// Several credentials are deleted; see [`deleted`].
#[must_use]
pub fn several_deleted(count: usize, in_commands: bool, delay_s: u32) -> Notice {
    Notice::new(
        Tone::Info,
        sentence("All {count} keys are deleted.", &[("count", &count.to_string())]),
        after_delete(in_commands, delay_s),
    )
}

fn after_delete(in_commands: bool, delay_s: u32) -> String {
    if in_commands {
        return "The commands have placeholders again: choose or create another key.".into();
    }
    if delay_s == 0 {
        return "Programs that still use it lose access, with some object stores only after a few minutes."
            .into();
    }
    sentence(
        "Programs that still use it lose access within {seconds} seconds.",
        &[("seconds", &delay_s.to_string())],
    )
}

/// What became of the others of several to delete: `gone` are deleted, `rest` were not touched.
#[must_use]
pub fn rest_is_kept(notice: Notice, gone: usize, rest: usize) -> Notice {
    let count = |template, number: usize| {
        if number == 0 {
            String::new()
        } else {
            sentence(template, &[("count", &number.to_string())])
        }
    };
    let rest = count("Not touched, of those that you wanted to delete: {count}. ", rest);
    let gone = count("Deleted before: {count}. ", gone);
    // In front: the advice may end with a colon, before lines for the operator.
    Notice { next: [&rest, &gone, notice.next.as_str()].concat(), ..notice }
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

/// A create was answered when the reader had gone on to something else.
#[must_use]
pub fn created_after_all(access: &str) -> Notice {
    Notice::new(
        Tone::Warning,
        ["The key ", access, " was created after all."].concat(),
        "It is in the list. Use it, or delete it if you do not need it.",
    )
}

/// The list does not have the credential any more that the snippets had.
#[must_use]
pub fn chosen_is_gone(access: &str) -> Notice {
    Notice::new(
        Tone::Warning,
        ["The key ", access, " is not there any more."].concat(),
        "It was deleted somewhere else. The commands have placeholders again: choose or create \
         another key.",
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
        "The last create was not confirmed, and the list has no new key.",
        "Most likely nothing was created. You can create again. If the answer still comes, its key \
         is offered here.",
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

/// The reply to a delete was lost, and the list says whether it was carried out.
#[must_use]
pub fn delete_looked_up(access: &str, is_there: bool) -> Notice {
    let (what, next) = if is_there {
        (
            " was not deleted.",
            "Keystone did not confirm it, and the key is still in the list. Try again.",
        )
    } else {
        (" is deleted.", "The answer was lost, but the list does not have it any more.")
    };
    Notice::new(Tone::Info, ["The key ", access, what].concat(), next)
}

/// A delete without an answer in time: the list still has the credential, which says little.
#[must_use]
pub fn delete_pending(access: &str) -> Notice {
    Notice::new(
        Tone::Warning,
        sentence("The key {key} is still in the list.", &[("key", access)]),
        "Keystone has not answered, and may still delete it: if the answer comes, you are told \
         here. Get the list again in a moment, or delete the key again.",
    )
}

/// A delete was answered when nobody waited for it any more; see [`deleted`].
#[must_use]
pub fn deleted_after_all(access: &str, in_commands: bool, delay_s: u32) -> Notice {
    Notice::new(
        Tone::Info,
        sentence("The key {key} is deleted: the answer came late.", &[("key", access)]),
        after_delete(in_commands, delay_s),
    )
}

/// A delete was answered after its session had ended.
#[must_use]
pub fn deleted_late(access: &str, project: &str) -> Notice {
    Notice::new(
        Tone::Info,
        sentence(
            "The key {key} in {project} is deleted: the answer came after you had left.",
            &[("key", access), ("project", project)],
        ),
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
