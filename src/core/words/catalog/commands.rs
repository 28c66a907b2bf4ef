//! Texts of the tabs: what each step does, and what stands beside filled commands.

use super::table::texts;

texts! {
    /// The name of the group of tabs.
    CLIENTS: "S3 client",
    /// The second of three steps.
    STEP_SET_UP: "Set up your client",
    /// The third of three steps.
    STEP_CHECK: "Check that it works",
    /// What opens commands for buckets and files.
    MORE_COMMANDS: "More commands",
    /// What opens the choices of how secrets are shown and passed on, and the files to save.
    SECRETS_AND_FILES: "Secrets and files",
    /// The name of the menu of clients that have no place in the row of tabs.
    MORE_CLIENTS: "More clients",
    /// What that menu shows, as long as none of its clients is chosen.
    MORE: "More",
    /// A button.
    COPY: "Copy",
    /// On that button, when it is done.
    COPIED: "Copied",
    /// On that button, when the browser did not allow it.
    NOT_COPIED: "Not copied",
    /// The name of a copy button.
    COPY_COMMAND: "Copy the command",
    /// The name of a copy button.
    COPY_COMMANDS: "Copy the commands",
    /// The name of a copy button.
    COPY_BLOCK: "Copy the block",
    /// The name of a copy button.
    COPY_LINES: "Copy these lines",
    /// The name of a copy button; {what} is in the words of the page's author: the variables.
    COPY_OWN: "Copy {what}",
    FILLED: "Filled in: profile {profile}, region {region}, project {project}",
    FILLED_BY_CATALOG:
        "Filled in: profile {profile}, region {region}, project {project}, endpoint from the \
        catalog",
    /// A checkbox.
    SHOW_SECRETS: "Show secrets",
    /// A checkbox: what is shown and copied then has the name of a variable in its place.
    FOR_OTHERS: "For an agent or a ticket: leave out the secret key",
    /// A checkbox.
    QUICK_FORM: "Quick form",
    QUICK_WARNING:
        "Quick commands contain the secret key. It stays in your shell's history, and other users \
        of the machine may see it while the command runs.",
    /// Above a list of files, each with its button.
    SAVE_AS_FILE: "Save as a file",
    /// What stands before the choice of a shell.
    SHELL: "Shell",
    /// A choice.
    SHELL_POSIX: "bash, zsh, sh",
    /// A choice.
    SHELL_FISH: "fish",
    /// A choice.
    SHELL_POWERSHELL: "PowerShell",
    /// A choice.
    SHELL_CMD: "Command Prompt (cmd)",
    /// Above commands that no test of Keyfill has run.
    UNTRIED:
        "These commands follow the documentation of their shell, but Keyfill's tests cannot run \
        them. Read them before you use them.",
    COMMANDS_COMING: "The commands are being loaded.",
    COMMANDS_LOST: "The commands could not be loaded. You may be offline.",
    /// What opens the commands that take everything away again which the set-up has made.
    UNDO: "Undo the set-up",
    /// A button; {file} is the name of a file.
    SAVE_FILE: "Save as {file}",
    FILES_COMING: "The files are being loaded.",
    FILES_LOST: "The files could not be loaded. You may be offline.",
    /// Beside a button that does nothing; {placeholder} is code, such as `<bucket>`.
    FILE_NEEDS: "This file needs a value for {placeholder}.",
    /// Beside a button that does nothing; {placeholder} is code, such as `<region>`.
    FILE_CANNOT_HOLD:
        "This file cannot hold the value of {placeholder} as it is. Use the commands instead.",
}
