//! Rules that are data: how long texts may be, in which range numbers are, what holds by default.
//!
//! The plugin checks the same options before a page is made. It takes all of this, and the names
//! that stand beside their types, from `static.json`: `tests/app/rules` writes them there.

use std::ops::RangeInclusive;

/// How much of a text from outside is shown, in characters: of a brand, a title, a project's name.
pub const LONGEST_SHOWN: usize = 128;
/// The longest name or id of a domain, in characters.
pub const LONGEST_DOMAIN: usize = 64;
/// The longest name of a region.
pub const LONGEST_REGION: usize = 64;
/// The longest id of a slot.
pub const LONGEST_SLOT_ID: usize = 64;
/// The longest name of a slot, in characters.
pub const LONGEST_SLOT_NAME: usize = 64;
/// The longest label of a slot, in characters.
pub const LONGEST_SLOT_LABEL: usize = 64;
/// How many clients a site may show: as many as `www/tabs.css` does.
pub const MOST_CLIENTS: usize = 18;
/// How many clients have a place in the row of tabs: as many as in `www/tabs.css`. The others are
/// in a menu at its end.
pub const TABS_IN_ROW: usize = 6;
/// How many tabs an author may add.
pub const MOST_TABS: usize = 10;
/// How many steps a tab may have.
pub const MOST_STEPS: usize = 32;
/// The longest id of a tab.
pub const LONGEST_TAB_ID: usize = 32;
/// The longest label of a tab, and what its copy buttons are for, in characters.
pub const LONGEST_TAB_LABEL: usize = 64;
/// The longest sentence of a step, in characters.
pub const LONGEST_LEAD: usize = 1000;
/// The longest name of the language of a step.
pub const LONGEST_LANGUAGE: usize = 32;
/// The longest text of a step, in characters.
pub const LONGEST_STEP: usize = 16_384;
/// The longest text that stands for one of the panel, in characters.
pub const LONGEST_TEXT: usize = 1000;

/// After how many minutes without use everything is wiped.
pub const IDLE_MINUTES: RangeInclusive<u32> = 1..=480;
/// For how many seconds the store may still honour a deleted key.
pub const DELETION_DELAY: RangeInclusive<u32> = 0..=86_400;

/// What holds where an author says nothing.
pub mod default {
    /// The clients that are shown, in the order of their tabs.
    pub const CLIENTS: [&str; 6] = ["aws", "mc", "s3cmd", "rclone", "boto3", "env"];
    /// The domain that a password belongs to.
    pub const DOMAIN: &str = "Default";
    /// See [`super::IDLE_MINUTES`].
    pub const IDLE_MINUTES: u32 = 15;
    /// See [`super::DELETION_DELAY`].
    pub const DELETION_DELAY: u32 = 0;
    /// Whether a snippet may show the endpoint that the catalog has for its region.
    pub const CATALOG_ENDPOINTS: bool = false;
    /// Whether the reader may keep the values of variables.
    pub const REMEMBER_VALUES: bool = false;
    /// How far a session goes.
    pub const SESSION: &str = "document";
    /// Whether code gets a copy button where the theme gives it none.
    pub const COPY_BUTTONS: bool = true;
    /// Whether readers may play with a made-up cloud.
    pub const SAMPLE: bool = false;
}

/// What stands in the panel's commands for a value that is not known.
pub mod placeholder {
    /// The region: its name, its profile, or that which requests are signed for.
    pub const REGION: &str = "<region>";
    /// The address of its store.
    pub const ENDPOINT: &str = "<endpoint>";
    /// Host and port of that.
    pub const HOST: &str = "<host>";
}

/// What makes a text that no shell runs out of commands in which something is not filled in.
pub mod unfilled {
    use crate::core::client::Shell;

    /// What stands before and after the commands, by shell.
    ///
    /// For POSIX it is a here-document of a command that fails: the space behind its `!` keeps that
    /// from being an event of the history. In fish it is a block that is not reached, in
    /// `PowerShell` a here-string.
    pub const AROUND: [(Shell, &str, &str); 3] = [
        (
            Shell::Posix,
            "! echo 'First put your own values in place of the words in < >.' << 'UNFILLED'\n",
            "\nUNFILLED",
        ),
        (
            Shell::Fish,
            "begin; echo 'First put your own values in place of the words in < >.'; false; end; \
             and begin\n",
            "\nend",
        ),
        (
            Shell::PowerShell,
            "Write-Warning 'First put your own values in place of the words in < >.'; $null = @'\n",
            "\n'@",
        ),
    ];

    /// Those of a shell.
    #[must_use]
    pub fn of(shell: &Shell) -> Option<(&'static str, &'static str)> {
        let (_, before, after) = AROUND.iter().find(|(other, ..)| other == shell)?;
        Some((before, after))
    }
}

/// What stands in the page for a secret; its length says nothing.
pub const MASK: &str = "••••••••••••••••";

/// What a variable may not be called: the reader would type a secret into the page, and it would
/// stay in its text. In normal form, without `.`; such a word may be a part of the name.
pub const SECRET_WORDS: [&str; 7] =
    ["password", "passphrase", "passwd", "secret", "token", "privatekey", "apikey"];
