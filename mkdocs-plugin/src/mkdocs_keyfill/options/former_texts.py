"""Texts that the panel had in earlier versions.

A site that replaces one of them still builds. `docs/upgrading.md` has what stands there now.
"""

FORMER = frozenset(
    (
        "Add a profile for this region to the AWS CLI. The command asks for the secret key.",
        "Add a profile for this region, and a remote that uses it. The command asks for "
        "the secret key.",
        "Add a profile for this region. The command asks for the secret key.",
        "Add a remote for this region.",
        "Add an alias for this region. The command asks for the secret key. Debian "
        "calls the program minio-client.",
        "Both keys are there and work.",
        "Make a client with the profile. There is no secret in the code.",
        "Most likely nothing was created. You can create again.",
        "Name the file in each command. If the first line lists your buckets, the key works.",
        "Quick commands hold the secret key. It stays in your shell's history, and "
        "other users of the machine can see it while the command runs.",
        "Run the first command again wherever the old key is in use, before you go on.",
        "Set the variables in this shell.",
        "Set the variables in this shell. The command asks for the secret key.",
        "Start your program in the same shell. If the first line lists your buckets, "
        "the key works.",
        "The commands below take the new key.",
        "The file has several clouds. Which one?",
        "The new key",
        "The old one is {}, the new one is {}. Delete the one that you do not need.",
        "Use the alias from now on. If the first line lists your buckets, the key works.",
        "Use the client from now on. If the first line lists your buckets, the key works.",
        "Use the profile from now on. If the first line lists your buckets, the key works.",
        "Use the remote from now on. If the first line lists your buckets, the key works.",
        "Write a configuration file for this region. The command asks for the secret key.",
        "is created.",
    )
)
