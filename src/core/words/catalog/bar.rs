//! Texts of the line above everything, of the offer, and of what goes on.

use super::table::texts;

texts! {
    LEAD_PLACEHOLDERS: "Fill in your own keys",
    LEAD_NO_KEYS: "See and manage your own keys",
    /// {keystone} is a host.
    SIGN_IN_GOES_TO: "Your sign-in goes to {keystone} and nowhere else.",
    /// What opens a short explanation.
    WHAT_IS_THIS: "What is this?",
    WHAT_THIS_IS:
        "Once you sign in, this page can create an S3 key in your own project, and fill in the \
        commands on this page with it. Your browser talks to Keystone directly. Your token and \
        your keys stay in this tab, and are gone when you sign out or close it.",
    /// The title of the form; {place} is a cloud and its region.
    SIGN_IN_TO: "Sign in to {place}",
    /// In the place of who is signed in.
    LEAD_HIDDEN: "You are signed in, and your data is hidden.",
    /// A button.
    UNHIDE: "Show my data",
    /// A button: for a talk, or a screenshot.
    HIDE: "Hide my data",
    /// Who is signed in, and where. The time that is left stands behind it.
    SESSION: "{user} in {project}, {region}",
    MINUTES_LEFT: one "{minutes} min left" other "{minutes} min left",
    /// Below who is signed in, where the session goes along from page to page.
    FOLLOWS: "Signed in on this site, in this tab",
    /// {create} and {list} are commands.
    BY_HAND: "In a terminal, {create} creates a key and {list} lists your keys.",
    NO_KEY_CHOSEN: "The commands have no key yet: create or choose one in the list of keys.",
    ELSEWHERE:
        "You are signed in to {session}. {region} has its own Keystone, so the commands here keep \
        their placeholders.",
    /// A button.
    SIGN_IN_FOR: "Sign in to {region}",
    /// The label of the choice, and of a placeholder for it.
    REGION: "Region",
    /// A button.
    USE_OWN_KEYS: "Sign in…",
    /// A button, beside the one that signs in: it plays a made-up cloud, and sends nothing.
    TRY_SAMPLE: "Try it with a sample",
    /// Before who is signed in, as long as the cloud is a made-up one.
    SAMPLE: "Sample: these keys work nowhere.",
    /// A button, before a session ends.
    SIGN_IN_AGAIN: "Sign in again",
    /// A button.
    SWITCH_PROJECT: "Switch project",
    /// A button.
    SIGN_OUT: "Sign out",
    REVOKE_QUESTION: "Sign out of this page?",
    REVOKE_MEANS:
        "You pasted the token, so a terminal may be using it too. If you revoke it, it stops \
        working everywhere. Otherwise it expires by itself.",
    /// A button.
    SIGN_OUT_AND_REVOKE: "Sign out and revoke the token",
    MOVE_QUESTION: "{region} has its own Keystone. Sign out here and sign in there?",
    MOVE_MEANS: "A token is valid for one Keystone only. Your keys stay as they are.",
    /// A button.
    SIGN_IN_THERE: "Sign in there",
    /// A button.
    STAY_SIGNED_IN: "Stay signed in",
    /// Told to a screen reader.
    STATUS_COPIED: "Copied.",
    /// Told to a screen reader, and shown.
    GETTING_PROJECTS: "Getting the list of projects…",
    /// Told to a screen reader, and shown.
    SIGNING_IN: "Signing in…",
    /// Told to a screen reader.
    STATUS_CREATING: "Creating a key…",
    /// Told to a screen reader.
    STATUS_DELETING: "Deleting the key…",
    /// Told to a screen reader, and shown.
    GETTING_KEYS: "Getting the list of keys…",
    /// Told to a screen reader.
    STATUS_FILLED: "Signed in. The commands contain your key.",
    /// Told to a screen reader.
    STATUS_SIGNED_IN: "Signed in.",
    IDLE_SIGN_OUT:
        one "You will be signed out in {seconds} second."
        other "You will be signed out in {seconds} seconds.",
    IDLE_SIGN_OUT_NEXT:
        "There has been no activity on this page for a while. Any activity here keeps you signed \
        in.",
    /// Told to a screen reader.
    IDLE_SIGN_OUT_ALARM:
        "You will be signed out within {seconds} seconds, because this page is not being used. \
        Press any key to stay signed in.",
    IDLE_GIVE_UP:
        one "Your sign-in will be cancelled in {seconds} second."
        other "Your sign-in will be cancelled in {seconds} seconds.",
    IDLE_GIVE_UP_NEXT:
        "There has been no activity on this page for a while. Any activity here continues the \
        sign-in.",
    /// Told to a screen reader.
    IDLE_GIVE_UP_ALARM:
        "Your sign-in will be cancelled within {seconds} seconds, because this page is not being \
        used. Press any key to continue.",
    /// A button: the reader is still there, and not signed in yet.
    GO_ON: "Continue",
    /// A button, and the title of what it opens.
    KEYS_AND_VALUES: "Keys and values",
    /// A button.
    CLOSE: "Close",
    OFFER_FILLED: "Filled in for {user} in {project}, {region}.",
    OFFER_NO_KEY: "No key yet for {user} in {project}, {region}.",
    OFFER_PLACEHOLDERS: "Commands on this page have placeholders.",
    /// A button.
    OFFER_OPEN: "Fill them in",
    /// A button.
    TRY_AGAIN: "Try again",
    /// The name of a button, read to those who cannot see it.
    CLOSE_NOTICE: "Close this message",
    /// Before the id of a request. A button follows.
    FOR_SUPPORT: "For support: {id}",
    /// A line of what is copied for support.
    REQUEST_ID: "Request ID: {id}",
    /// A button.
    COPY_MESSAGE: "Copy the message",
}
