"""Texts that the panel had in earlier versions, with the ids of those that say it now.

A site that replaces one of them still builds: its words stand for the text of today, or are left
out where none has taken the place of the former one. `docs/upgrading.md` has what changed.
"""

from collections.abc import Mapping

FORMER: Mapping[str, str | None] = {
    (
        ", an openrc file, or the JSON of an application credential. It is read here and sent "
        "nowhere."
    ): None,
    ", endpoint of the catalog": None,
    ", region {}, project {}": None,
    ". Nothing that is stored is deleted. This cannot be undone.": None,
    "; some object stores go on accepting it for a few minutes": None,
    "; the object store goes on accepting it for up to": None,
    "AccessDenied": None,
    "Add a profile for this region to the AWS CLI. The command asks for the secret key.": None,
    (
        "Add a profile for this region, and a remote that uses it. The command asks for the secret "
        "key."
    ): None,
    "Add a profile for this region. The command asks for the secret key.": None,
    "Add a remote for this region.": None,
    (
        "Add an alias for this region. The command asks for the secret key. Debian calls the "
        "program minio-client."
    ): None,
    "AuthorizationHeaderMalformed": None,
    "Both keys are there and work.": None,
    "By hand:": None,
    "Copy the variables": None,
    (
        "Could not connect, Connection refused, No such host, Name or service not known, Timed "
        "out, Timeout"
    ): None,
    "Delete the key": None,
    "Delete these": None,
    "Deleted before: {}. {}": None,
    "Deleting. Keys to go after this one:": None,
    "Every program that uses a deleted key loses access at once": None,
    "Filled in for": None,
    "Filled in: profile": None,
    "For support:": None,
    "Get the list again before you create another one. {}": None,
    "ID or name of the application credential for": None,
    "InvalidAccessKeyId": None,
    "Keystone takes it for {} more seconds. It goes to": None,
    "List the buckets.": None,
    "Make a client with the profile. There is no secret in the code.": None,
    "Mark the keys to delete. Marked:": None,
    "Most likely nothing was created. You can create again.": None,
    "Name the file in each command. If the first line lists your buckets, the key works.": None,
    "No key yet for": None,
    "Not touched, of those that you wanted to delete: {}. Deleted before: {}. {}": None,
    "Not touched, of those that you wanted to delete: {}. {}": None,
    "Or fill in the form from a": None,
    "Passcode of your authenticator app for": None,
    "Pasting signs you in. The token goes to": None,
    (
        "Quick commands hold the secret key. It stays in your shell's history, and other users of "
        "the machine can see it while the command runs."
    ): None,
    "RequestTimeTooSkewed": None,
    "Run the first command again wherever the old key is in use, before you go on.": None,
    "Set the variables in this shell.": None,
    "Set the variables in this shell. The command asks for the secret key.": None,
    "Set the variables.": None,
    "SignatureDoesNotMatch": None,
    (
        "Start your program in the same shell. If the first line lists your buckets, the key works."
    ): None,
    "Test the key": None,
    (
        "That was the third time or more, so this page waits for a minute. The account may be "
        "locked by now, and more tries can make that longer. {}"
    ): None,
    "The commands below take the new key.": None,
    "The file has several clouds. Which one?": None,
    "The file {} cannot be used: it has no cloud.": None,
    "The file {} cannot be used: it has secrets and not where they go, as a secure.yaml.": None,
    "The file {} cannot be used: it has two values of {}.": None,
    "The file {} cannot be used: it is a script for {}, which is not read here.": None,
    "The file {} cannot be used: it is empty.": None,
    "The file {} cannot be used: it is larger than 64 kB.": None,
    "The file {} cannot be used: it is none of the three kinds.": None,
    "The file {} cannot be used: it is not text.": None,
    "The file {} cannot be used: it lacks {}.": None,
    "The file {} cannot be used: it only names a cloud of a clouds.yaml.": None,
    "The file {} cannot be used: it signs in through a trust, which this page cannot do.": None,
    (
        "The file {} cannot be used: it signs in through an identity provider, which this page "
        "cannot do."
    ): None,
    "The file {} cannot be used: its value of {} is no valid one.": None,
    "The file {} cannot be used: its value of {} is written in a way that is not read here.": None,
    "The file {} cannot be used: {} is not read here, line {}.": None,
    "The new key": None,
    "The old one is {}, the new one is {}. Delete the one that you do not need.": None,
    "Token for": None,
    "Use the alias from now on. If the first line lists your buckets, the key works.": None,
    "Use the client from now on. If the first line lists your buckets, the key works.": None,
    "Use the profile from now on. If the first line lists your buckets, the key works.": None,
    "Use the remote from now on. If the first line lists your buckets, the key works.": None,
    "User name for": None,
    "Values on this page": None,
    "What you type goes to": None,
    "Write a configuration file for this region. The command asks for the secret key.": None,
    "XAmzContentSHA256Mismatch, aws-chunked, x-amz-trailer, x-amz-checksum": None,
    "You are signed out, but your token is not revoked: {}": None,
    "You will be signed out in 1 second.": None,
    "Your keys in": None,
    "Your sign-in will be given up in 1 second.": None,
    "and nowhere else. It stays in this page's memory, and is gone when you reload or leave.": None,
    "certificate": None,
    "command not found, No module named": None,
    "for": None,
    "in": None,
    "in a terminal": None,
    "in use": None,
    "is created.": None,
    "keys?": None,
    "makes a key,": None,
    "min left": None,
    "more in your other projects: sign in for that project to use them.": None,
    "more in your other projects: switch the project to use them.": None,
    "more with characters that Keyfill refuses. The openstack client shows them.": None,
    "more: search for them.": None,
    "of": None,
    "press to change": None,
    "same as": None,
    "seconds": None,
    "shows yours.": None,
    "to": None,
    "{} It is not known whether the key was deleted.": None,
    "{} So it is not known whether the key was created.": None,
    "{}: it lacks {}.": None,
}
"""Each `{name}` is called as in the text of today, so that words for `{}` find their place."""
