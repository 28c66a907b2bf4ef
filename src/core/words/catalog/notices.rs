//! Texts about a session: how it ends, and what the browser did not allow.

use super::table::texts;

texts! {
    ENDING_SOON: "Your token expires in less than 5 minutes.",
    ENDING_SOON_NEXT:
        "You are then signed out, and your keys are removed from the page. They keep working. To \
        stay signed in, sign in again: nothing else changes.",
    EXPIRED: "Your token has expired, so you are signed out.",
    EXPIRED_NEXT:
        "Your keys were removed from the page. They still work. Sign in with a new token to \
        continue.",
    IDLE:
        one "You were signed out after {minutes} minute without activity."
        other "You were signed out after {minutes} minutes without activity.",
    IDLE_NEXT: "Your keys were removed from the page. They still work. Sign in again to continue.",
    TOKEN_REVOKED: "You are signed out, and your token is revoked.",
    TOKEN_REVOKED_NEXT:
        "It no longer works anywhere, including in your terminal: get a new one there. Your keys \
        still work.",
    TOKEN_NOT_REVOKED: "You are signed out, but your token is not revoked.",
    TOKEN_NOT_REVOKED_NEXT:
        "It expires by itself. To end it now, run openstack token revoke in a terminal.",
    PART_LOST: "A file that fills in the other commands on this page could not be loaded.",
    PART_LOST_NEXT:
        "The commands in this panel are complete. The page tries again by itself; if the others \
        keep their placeholders, reload it and sign in again.",
    FILE_READER_LOST:
        "The file was not read: the part of this page that reads it could not be loaded.",
    FILE_READER_LOST_NEXT:
        "Nothing was stored or sent. Choose the file again, or fill in the form manually.",
    CLIPBOARD_REFUSED: "The browser did not let this page use the clipboard.",
    CLIPBOARD_REFUSED_NEXT:
        "Allow it for this page, or show the secrets, select the text and copy it manually.",
}
