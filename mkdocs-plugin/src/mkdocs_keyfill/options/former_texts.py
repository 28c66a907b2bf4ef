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
    (
        "A bucket has a name of 3 to 63 characters: small letters a to z, digits, dots and "
        "hyphens, with a letter or a digit at both ends. It is no IP address and has no two dots "
        "in a row."
    ): "rule-bucket",
    (
        "A proxy or a login page may have answered instead, or the page is set up with a wrong "
        "address. Try again; if it stays, tell the authors of this page."
    ): "not-keystone-next",
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
    (
        "Check both, and the domain. Keystone gives the same answer when the account is locked or "
        "disabled and when the password has expired; the cloud's support can tell."
    ): "password-refused-next",
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
    (
        "It has another name now, or you have no role in it. Choose one of these."
    ): "not-your-project-next",
    "It was deleted or disabled. Sign in with a token for another project.": "project-gone-next",
    (
        "Its secret is wrong, it has expired, or it was deleted. Make a new one, or sign in "
        "another way."
    ): "credential-refused-next",
    "Keystone does not find the project {project} any more.": "project-gone",
    "Keystone does not let you into {project}.": "not-let-in",
    "Keystone has a problem of its own (status {status}).": "server-error",
    "Keystone takes it for {} more seconds. It goes to": None,
    "List the buckets.": None,
    "Make a client with the profile. There is no secret in the code.": None,
    "Mark the keys to delete. Marked:": None,
    "Most likely nothing was created. You can create again.": None,
    "Name the file in each command. If the first line lists your buckets, the key works.": None,
    "No answer came. Looking whether the key was created…": "looking-for-key",
    "No key has this in its name.": "no-key-matches",
    "No key yet for": None,
    "No project has this in its name.": "no-project-matches",
    (
        "Nobody can use it any more, also not your terminal: get a new one there. Your keys still "
        "work."
    ): "token-revoked-next",
    "Not touched, of those that you wanted to delete: {}. Deleted before: {}. {}": None,
    "Not touched, of those that you wanted to delete: {}. {}": None,
    (
        "Nothing of it was kept or sent. Choose a clouds.yaml, an openrc file, or the JSON of an "
        "application credential; or fill in the form by hand."
    ): "file-choose",
    (
        "Nothing of it was kept or sent. Choose that region first, or use a file for this one."
    ): "other-region-next",
    (
        "Nothing of it was kept or sent. Choose the clouds.yaml that has this cloud."
    ): "file-choose-whole",
    (
        "Nothing of it was kept or sent. Choose the clouds.yaml that it belongs to, and type the "
        "secret by hand."
    ): "file-choose-owner",
    (
        "Nothing of it was kept or sent. Download the clouds.yaml or the openrc file for bash from "
        "the same place, and choose that."
    ): "file-choose-bash",
    (
        "Nothing of it was kept or sent. Its region and its auth URL must be those of one of "
        "these: {addresses}"
    ): "other-cloud-next",
    (
        "Nothing of it was kept or sent. Load the file in a terminal instead, get a token there, "
        "and paste it here."
    ): "file-use-token",
    (
        "Nothing of it was used. If you have more than twenty thousand keys, openstack ec2 "
        "credentials list shows them, and the page works again with fewer. If not, something else "
        "than Keystone may have answered: tell the authors of this page."
    ): "too-large-keys-next",
    (
        "Nothing of it was used. Something else than Keystone may have answered, such as a proxy. "
        "Try again; if it stays, tell the authors of this page."
    ): "too-large-next",
    (
        "Nothing was sent. Type it by hand: text that was copied may carry characters that do not "
        "show."
    ): "wrong-next",
    (
        "Only a number can stand here, without a zero before it. Put the value in by hand."
    ): "why-number",
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
    "The answer from {keystone} is not one that Keystone gives.": "not-keystone",
    (
        "The client is not installed, or has another name: Debian calls mc minio-client. Install "
        "it, or take the test of another client."
    ): "answer-no-client-means",
    (
        "The clock of your machine is wrong by many minutes. Set it, then test again. The key may "
        "be good."
    ): "answer-clock-means",
    (
        "The cloud may not offer this way to sign in. Get a token in a terminal, and paste it here."
    ): "sign-in-forbidden-next",
    (
        "The command signs for another region than the store does; the message names the one that "
        "it expects. Copy the command again. If it stays, tell the authors of this page."
    ): "answer-region-means",
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
    "The list is not there.": "keys-failed",
    "The list of your keys is not there: a part of this page could not be loaded.": "keys-lost",
    "The new key": None,
    "The old one is {}, the new one is {}. Delete the one that you do not need.": None,
    "The project {project} of the file is none of yours.": "not-your-project",
    (
        "The text around this is read once more, as a command or as code, so this value cannot be "
        "filled in as it is. Put it in by hand, with the quotes that it needs."
    ): "why-code",
    (
        "This command deletes a key, so the key in use is not filled in. Press to choose a key."
    ): "slot-deletes",
    (
        "This is a part of a name or a number, where a value cannot be quoted. Put the value in by "
        "hand."
    ): "why-part",
    (
        "This is a part of a pattern, a format or a script, in which a character of this value "
        "means something else. Put the value in by hand."
    ): "why-pattern",
    (
        "This is not your mistake. Try again in a minute; if it stays, tell the cloud's support."
    ): "server-error-next",
    (
        "This value begins with a hyphen, so the command would take it for an option. Put it in by "
        "hand, with ./ before it if it is a file."
    ): "why-option",
    "This value cannot stand in this part of a web address. Put it in by hand.": "why-address",
    (
        "This value could be taken for the line that ends the text around it. Put it in by hand, "
        "and choose another word for the end."
    ): "why-end",
    (
        "This value has a character that cannot be written here as it is. Put the value in by "
        "hand, with the quotes that it needs."
    ): "why-plain",
    (
        "This value has a character that cannot be written inside these quotes. Put the value in "
        "by hand, and set the quotes right."
    ): "why-quotes",
    (
        "This value has a special character, and it is not known what the program here makes of "
        "it. Put the value in by hand, with the quotes that it needs."
    ): "why-program",
    (
        "This value has an exclamation mark, which a shell may replace here. Put the value in by "
        "hand, in single quotes."
    ): "why-history",
    "Token for": None,
    "Use the alias from now on. If the first line lists your buckets, the key works.": None,
    "Use the client from now on. If the first line lists your buckets, the key works.": None,
    "Use the profile from now on. If the first line lists your buckets, the key works.": None,
    "Use the remote from now on. If the first line lists your buckets, the key works.": None,
    "User name for": None,
    "Values on this page": None,
    "Wait {seconds} s before the next sign-in.": "must-wait",
    "What you type goes to": None,
    "Write a configuration file for this region. The command asks for the secret key.": None,
    "XAmzContentSHA256Mismatch, aws-chunked, x-amz-trailer, x-amz-checksum": None,
    "You are signed out, but your token is not revoked: {}": None,
    (
        "You have no role in it any more, it is disabled, or your token has ended. Choose another "
        "project, or sign in again."
    ): "not-let-in-next",
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
