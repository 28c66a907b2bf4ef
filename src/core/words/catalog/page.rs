//! What the slots in the author's own commands say of themselves, and the list of values.

use super::table::texts;

texts! {
    /// On a slot whose command deletes a key.
    SLOT_DELETES:
        "This command deletes a key, so the key in use is not filled in. Click to choose a key.",
    /// On a slot that the reader has filled in where it was offered.
    SLOT_ACCEPTED: "You filled this in here. Click to remove it.",
    /// On a slot whose statement is for another region.
    OFFER_OTHER_REGION: "This is for {region}. Click to fill in yours anyway.",
    OFFER_NO_EVIDENCE:
        "Nothing here shows that this is for you and your store. Click to fill it in here.",
    OFFER_ADDRESS:
        "The address here is not filled in, so it may belong to another store. Click to fill this \
        in here.",
    OFFER_OTHER_ID: "This may be the ID of somebody or something else. Click to fill in yours.",
    OFFER_SUBSTITUTION: "Another command uses what this one prints. Click to fill it in here.",
    OFFER_SENTENCE: "This sentence may be about the placeholder itself. Click to fill it in here.",
    /// The first line of a choice of keys.
    CHOOSE_KEY: "Choose a key",
    /// A line of that choice: the key in use.
    KEY_IN_USE: "{key} (in use)",
    /// On a slot with a value of the session.
    SLOT_ACCESS_KEY: "Your access key",
    SLOT_SECRET_KEY: "Your secret key. It is masked here, and copied in full.",
    SLOT_REGION: "The region that you chose",
    SLOT_ENDPOINT: "The S3 endpoint of your region",
    SLOT_HOST: "The host of your region's S3 endpoint",
    SLOT_PROJECT_ID: "The ID of your project",
    SLOT_USER_ID: "The ID of your user",
    /// On a variable of the reader's.
    SLOT_VARIABLE: "{label}: click to change",
    /// A button.
    VALUES: "Values on this page ({count})",
    VALUES_HOW:
        "What you type here goes into the commands of this page. You can also click a placeholder \
        in a command.",
    /// Below a field that is empty, when a command that needs it was to be copied.
    VALUE_LACKING: "Fill this in first.",
    /// A checkbox.
    VALUES_KEEP: "Keep them in this browser tab until it is closed. Keys are never kept.",
    /// A button.
    VALUES_CLEAR: "Clear the values",
}
