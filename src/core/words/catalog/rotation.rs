//! Texts of a rotation, and of the test of a key.

use super::table::texts;

texts! {
    ROTATION: "Rotating a key",
    ROTATION_CREATED: "The new key {key} is created.",
    ROTATION_PROVE: "Check that it works: run the test below.",
    ROTATION_PROVED: "It works.",
    ROTATION_INSTALL: "Install the new key.",
    ROTATION_INSTALLED: "You have installed it everywhere.",
    ROTATION_DELETE: "Delete the old key {key}.",
    /// A button.
    ROTATION_IT_WORKS: "It works: use it in the commands",
    ROTATION_INSTALL_HOW:
        "On every machine that uses the old key, run the set-up again. The old key keeps working \
        until you delete it.",
    /// A button.
    ROTATION_I_INSTALLED: "I have installed it everywhere",
    ROTATION_DELETE_MEANS: "Programs that still use it lose access. You are asked to confirm.",
    /// A button.
    ROTATION_DELETE_OLD: "Delete the old key",
    /// A button.
    ROTATION_STOP: "Stop here and keep both keys",
    ROTATION_STOPPED: "The rotation has stopped, and both keys still exist.",
    ROTATION_STOPPED_NEXT:
        "The old one is {old}, the new one is {new}. Delete the old one only when the new one is \
        installed wherever it is used.",
    ROTATED: "The rotation is done: the key {old} is deleted, and {new} has taken its place.",
    ROTATED_NEXT:
        "If a program still uses the old key, it has lost access: run the set-up there again.",
    ROTATION_OVER: "The rotation is over: the key {key} no longer exists.",
    ROTATION_OVER_NEXT: "It was deleted elsewhere. The list shows the keys that you have.",
    TEST_TITLE: "Test the key {key} in a terminal",
    /// What opens a list of answers.
    TEST_ANSWERS: "What you may see, and what it means",
    /// A button.
    TEST_CLOSE: "Close the test",
    /// What a reader sees in the terminal.
    ANSWER_BUCKETS: "A list of buckets",
    ANSWER_BUCKETS_MEANS: "The key works.",
    /// What a reader sees in the terminal.
    ANSWER_NOTHING: "Nothing, and no error",
    ANSWER_NOTHING_MEANS: "The key works, and the project has no bucket yet.",
    ANSWER_SIGNATURE_MEANS:
        "The store does not accept the key: it was deleted or is not active yet, the secret key \
        is wrong, or, on Swift, you no longer have a role in the project. Copy the secret key \
        again. If that does not help, wait 5 minutes, then create a new key.",
    ANSWER_INVALID_KEY_MEANS:
        "The store does not know the access key: it was deleted, is not active yet, or is from \
        another region. Wait 5 minutes, then create a new key in this region.",
    ANSWER_DENIED_MEANS:
        "The key is not allowed to do this. On Swift, your role in the project is not sufficient: \
        ask an administrator of the project for the member role. On Ceph, the key may also be \
        deleted or not active yet.",
    ANSWER_UNCLEAR_MEANS:
        "The store refuses the key, and this client does not say why: it was deleted or is not \
        active yet, the secret key is wrong, or the key is not allowed to do this. Copy the secret \
        key again. If that does not help, the AWS CLI's test says more.",
    ANSWER_REGION_MEANS:
        "The command signs for a different region than the store expects; the message names the \
        expected one. Copy the command again. If it persists, tell the authors of this page.",
    ANSWER_CLOCK_MEANS:
        "Your computer's clock is off by several minutes. Set it, then test again. The key itself \
        may be fine.",
    ANSWER_CHECKSUM_MEANS:
        "The store refuses a checksum that the client sends with uploads. The key works. Set \
        AWS_REQUEST_CHECKSUM_CALCULATION=when_required, or use the profile from this page.",
    ANSWER_SILENCE_MEANS:
        "There was no response, so the key was not tested. Check your network, VPN or firewall, \
        then test again.",
    ANSWER_CERTIFICATE_MEANS:
        "Your computer does not trust the store's certificate, so the key was not tested. A proxy \
        may be in between, or your list of certificate authorities is out of date. Do not turn \
        off the check: ask the cloud's support.",
    ANSWER_NO_CLIENT_MEANS:
        "The client is not installed, or has another name: Debian calls mc minio-client. Install \
        it, or use another client's test.",
}
