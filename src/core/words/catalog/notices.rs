//! Texts about a session: how it ends, and what the browser did not allow.

use super::table::texts;

texts! {
    ENDING_SOON: "Your token ends in less than five minutes.",
    ENDING_SOON_NEXT:
        "Then you are signed out, and your keys leave the page. They go on working. To stay, sign \
        in again: nothing else changes.",
    EXPIRED: "Your token has expired, so you are signed out.",
    EXPIRED_NEXT:
        "Your keys were removed from the page. They still work. Sign in with a new token to go \
        on.",
    IDLE:
        one "You were signed out because nothing was done here for {minutes} minute."
        other "You were signed out because nothing was done here for {minutes} minutes.",
    IDLE_NEXT: "Your keys were removed from the page. They still work. Sign in again to go on.",
    TOKEN_REVOKED: "You are signed out, and your token is revoked.",
    TOKEN_REVOKED_NEXT:
        "It no longer works anywhere, including in your terminal: get a new one there. Your keys \
        still work.",
    TOKEN_NOT_REVOKED: "You are signed out, but your token is not revoked.",
    TOKEN_NOT_REVOKED_NEXT:
        "It ends by itself. To end it now, run openstack token revoke in a terminal.",
    PART_LOST: "A file that fills in the other commands of this page could not be loaded.",
    PART_LOST_NEXT:
        "The commands in this panel are complete. The page tries again by itself; if the others \
        keep their placeholders, reload it and sign in again.",
    FILE_READER_LOST:
        "The file was not read: a part of this page that reads it could not be loaded.",
    FILE_READER_LOST_NEXT:
        "Nothing of the file was kept. Choose it again, or fill in the form by hand.",
    CLIPBOARD_REFUSED: "The browser did not let this page use the clipboard.",
    CLIPBOARD_REFUSED_NEXT:
        "Allow it for this page, or show the secrets, mark the text and copy it by hand.",
}
