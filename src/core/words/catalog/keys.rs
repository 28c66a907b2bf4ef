//! Texts of the list of keys, and of what is done with keys.

use super::table::texts;

texts! {
    /// {regions} is a list of names.
    KEYS_IN: "Your keys in {project} for {regions}",
    /// What can be done in a terminal instead; a command.
    SAME_AS: "same as {command}",
    /// The part of the app that shows keys did not come. A button follows.
    KEYS_LOST: "The list of your keys is not available: a part of this page couldn't be loaded.",
    /// A button follows.
    KEYS_FAILED: "The list couldn't be loaded.",
    /// A button.
    GET_LIST_AGAIN: "Get the list again",
    NO_KEYS: "No keys yet. Create one to complete the commands below.",
    NO_KEY_MATCHES: "No keys match.",
    IN_OTHER_PROJECTS:
        one "{count} more in your other projects: switch the project to use it."
        other "{count} more in your other projects: switch the project to use them.",
    IN_OTHER_PROJECTS_DELEGATED:
        one "{count} more in your other projects: sign in to that project to use it."
        other "{count} more in your other projects: sign in to that project to use them.",
    UNREADABLE:
        one "{count} more with characters that Keyfill refuses. The openstack client shows it."
        other "{count} more with characters that Keyfill refuses. The openstack client shows \
        them.",
    /// On a key that cannot be used.
    KEY_REFUSED: "refused: its secret has characters that no S3 key has",
    KEYS_DELEGATED:
        "Your token comes from an application credential or a trust. A key created with it has \
        all of your roles in this project, not only those of the token, and it keeps working \
        after the application credential or the trust is gone. Delete it here when you no longer \
        need it.",
    /// The name of a field, and what stands in it.
    FIND_KEY: "Find a key",
    /// A button: the page of the list before.
    PREVIOUS_KEYS: "Previous keys",
    /// A button: the next page of the list.
    MORE_KEYS: "More keys",
    /// Which keys of the list are shown.
    KEYS_SHOWN: "{first} to {last} of {count}",
    /// The first of three steps, before the key.
    STEP_KEY: "Key",
    /// Behind the key in the commands.
    JUST_CREATED: "new",
    /// Where there are keys, and none of them is in use.
    NO_KEY_IN_USE: "none chosen",
    /// Where there are none.
    NONE_YET: "none yet",
    /// A button that opens the list of keys.
    MANAGE: one "Manage {count} key" other "Manage {count} keys",
    /// On the key in use.
    IN_THE_COMMANDS: "in the commands",
    /// A button.
    CREATE: "Create key",
    /// On that button, while it is done.
    CREATING: "Creating…",
    /// A button.
    REFRESH: "Refresh",
    /// A button.
    DELETE_SEVERAL: "Delete several…",
    /// A button.
    TEST_KEY: "Test",
    /// The name of that button, read to those who cannot see it.
    TEST_THIS_KEY: "Test {key}",
    /// A button.
    ROTATE: "Rotate",
    /// The name of that button, read to those who cannot see it.
    ROTATE_THIS_KEY: "Rotate {key}",
    /// A button.
    DELETE: "Delete",
    /// On that button, while it is done.
    DELETING: "Deleting…",
    /// The name of that button, read to those who cannot see it.
    DELETE_THIS_KEY: "Delete {key}",
    DELETING_MORE:
        one "Deleting this key. {count} more follows."
        other "Deleting this key. {count} more follow.",
    /// A button follows.
    KEYSTONE_CREATES: "Keystone is creating the key…",
    /// A button.
    STOP_WAITING: "Stop waiting",
    LOOKING_FOR_KEY: "No response. Checking whether the key was created…",
    /// A button follows.
    CREATE_IN_DOUBT: "It is not known whether a key was created.",
    FOUND_KEY: "This key was not in the list before.",
    FOUND_KEY_MEANS:
        "The response to your last request for a key was lost, so this is most likely the key \
        that you asked for. Somebody else who uses your account could also have created it.",
    /// A button.
    USE_IT: "Use it",
    /// The name of that button, read to those who cannot see it.
    USE_THIS_KEY: "Use it: {key}",
    /// A button.
    DELETE_IT: "Delete it",
    /// The name of that button, read to those who cannot see it.
    DELETE_FOUND_KEY: "Delete it: {key}",
    /// A button.
    LEAVE_IT: "Leave it as it is",
    MARK_KEYS:
        one "Select the keys to delete. {count} is selected."
        other "Select the keys to delete. {count} are selected.",
    /// A button.
    KEEP_ALL: "Keep all",
    /// A button.
    DELETE_MARKED: "Delete the selected keys…",
    DELETE_QUESTION: "Delete the key {key}?",
    /// The keys are listed below.
    DELETE_SEVERAL_QUESTION: one "Delete this key?" other "Delete these {count} keys?",
    DELETE_MEANS:
        "Programs that use a deleted key lose access immediately. Some object stores keep \
        accepting it for a few minutes. No stored data is deleted. This can't be undone.",
    DELETE_MEANS_WITHIN:
        one "Programs that use a deleted key lose access immediately. The object store keeps \
        accepting it for up to {seconds} second. No stored data is deleted. This can't be \
        undone."
        other "Programs that use a deleted key lose access immediately. The object store keeps \
        accepting it for up to {seconds} seconds. No stored data is deleted. This can't be \
        undone.",
    DELETE_IN_COMMANDS: "This is the key in the commands below.",
    DELETE_ONE_IN_COMMANDS: "The key in the commands below is among them.",
    DELETE_TOO_EARLY:
        "You are replacing this key, and have not confirmed yet that the new key is installed \
        everywhere.",
    /// A button.
    KEEP_IT: "Keep it",
    /// A button.
    KEEP_THEM: "Keep them",
    /// A button.
    DELETE_THEM: "Delete them",
    KEY_DELETED: "The key {key} is deleted.",
    KEYS_DELETED: one "{count} key is deleted." other "All {count} keys are deleted.",
    COMMANDS_EMPTIED: "The commands have placeholders again: choose or create another key.",
    ACCESS_LOST:
        "Programs that still use it lose access, with some object stores only after a few \
        minutes.",
    ACCESS_LOST_WITHIN:
        one "Programs that still use it lose access within {seconds} second."
        other "Programs that still use it lose access within {seconds} seconds.",
    /// Of several keys to delete, after one was not deleted.
    REST_KEPT:
        one "{count} more of the selected keys was not deleted."
        other "{count} more of the selected keys were not deleted.",
    /// Of several keys to delete, after one was not deleted.
    DELETED_BEFORE:
        one "{count} key was deleted before that."
        other "{count} keys were deleted before that.",
    CREATED_LATE: "The key {key} was created in {project} just after you left.",
    CREATED_LATE_NEXT: "It exists and works. Sign in to that project to use it or delete it.",
    CREATED_AFTER_ALL: "The key {key} was created after all.",
    CREATED_AFTER_ALL_NEXT: "It is in the list. Use it, or delete it if you do not need it.",
    KEY_GONE: "The key {key} no longer exists.",
    KEY_GONE_NEXT:
        "It was deleted elsewhere. The commands have placeholders again: choose or create another \
        key.",
    CREATE_UNKNOWN: "It is not known whether the key was created.",
    CREATE_UNKNOWN_NEXT: "Get the list again before you create another one.",
    NOTHING_CREATED: "Keystone did not confirm that it created a key, and the list has no new one.",
    NOTHING_CREATED_NEXT:
        "Most likely no key was created. You can try again. If Keystone still answers, the key is \
        offered here.",
    ALREADY_GONE: "The key {key} was already gone.",
    NOTHING_TO_DO: "There is nothing left to do.",
    NOT_DELETED: "The key {key} was not deleted.",
    NOT_DELETED_NEXT: "Keystone did not confirm it, and the key is still in the list. Try again.",
    DELETED_UNHEARD: "The response was lost, but the key is no longer in the list.",
    DELETE_PENDING: "The key {key} is still in the list.",
    DELETE_PENDING_NEXT:
        "Keystone has not answered, and may still delete it. If it answers, you are told here. \
        Get the list again in a moment, or delete the key again.",
    DELETED_AFTER_ALL: "The key {key} is deleted: the response came late.",
    DELETED_LATE: "The key {key} in {project} is deleted: the response came after you left.",
    DELETE_UNKNOWN: "It is not known whether the key was deleted.",
}
