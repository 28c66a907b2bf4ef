//! Texts of the tabs: what each step does, and what stands beside filled commands.

use super::table::texts;

texts! {
    /// The name of the group of tabs.
    CLIENTS: "S3 client",
    /// On a tab.
    CLIENT_AWS: "aws",
    /// On a tab.
    CLIENT_MC: "mc",
    /// On a tab.
    CLIENT_S3CMD: "s3cmd",
    /// On a tab.
    CLIENT_RCLONE: "rclone",
    /// On a tab.
    CLIENT_BOTO3: "boto3",
    /// On a tab.
    CLIENT_ENV: "env",
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
    COPY_CODE: "Copy the code",
    /// The name of a copy button.
    COPY_BLOCK: "Copy the block",
    /// The name of a copy button.
    COPY_SECRET_KEY: "Copy the secret key",
    /// The name of a copy button.
    COPY_CHECK: "Copy the command that checks the key",
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
    /// A checkbox.
    QUICK_FORM: "Quick form",
    QUICK_WARNING:
        "Quick commands contain the secret key. It stays in your shell's history, and other users \
        of the machine may see it while the command runs.",
    /// What opens a list of files.
    SAVE_AS_FILE: "Save as a file",
    EXPORT_AWS:
        "A profile with your secret key and the address of the store, for the AWS CLI, boto3 and \
        other programs. Append it to ~/.aws/credentials, run chmod 600 on that file, and delete \
        the download.",
    EXPORT_RCLONE:
        "A remote with your secret key, for rclone. Append it to the file that rclone config file \
        shows, run chmod 600 on that file, and delete the download.",
    EXPORT_S3CFG:
        "An s3cmd configuration with your secret key. Move it to ~/.s3cfg, or pass it with s3cmd \
        -c, and run chmod 600 on it.",
    EXPORT_DOTENV:
        "Variables with your secret key, for a container, a service or a library. Keep it out of \
        Git, and run chmod 600 on it.",
    EXPORT_CLOUDS:
        "Your user, project and region for openstack and openstacksdk, by ID. It contains no \
        secret: you are asked for your password. Move it to ~/.config/openstack/clouds.yaml, or \
        add its cloud to the one that you have.",
    EXPORT_OPENRC:
        "Your user, project and region for openstack, by ID. It contains no secret: it asks for \
        your password when you load it with the command source.",
    PASTE_SECRET: "Paste the secret key at the prompt and press Enter. It is not displayed.",
    CHECK:
        "Check the key. If this lists your buckets, or prints nothing in a new project, the key \
        works.",
    TEST: "List the buckets with this key alone. No profile is read or changed.",
    AWS_PROMPT:
        "Add a profile for this region to the AWS CLI. The command asks for the secret key, and \
        says when the profile is ready.",
    AWS_QUICK: "Add a profile for this region to the AWS CLI.",
    AWS_USE: "Use the profile from now on.",
    MC_PROMPT:
        "Add an alias for this region. The command asks for the secret key, and says when the \
        alias is ready. Debian calls the program minio-client.",
    MC_QUICK: "Add an alias for this region. Debian calls the program minio-client.",
    MC_TEST:
        "List the buckets with this key alone. No alias is read or changed. Debian calls the \
        program minio-client.",
    MC_USE: "Use the alias from now on.",
    S3CMD_PROMPT:
        "Write a configuration file for this region. The command asks for the secret key, and \
        says when the file is ready.",
    S3CMD_QUICK: "Write a configuration file for this region.",
    S3CMD_TEST: "List the buckets with this key alone. No file is read or changed.",
    S3CMD_USE: "Name the file in each command.",
    RCLONE_PROMPT:
        "Add a profile for this region, and a remote that uses it. The command asks for the \
        secret key, and says when both are ready.",
    RCLONE_QUICK: "Add a profile for this region, and a remote that uses it.",
    RCLONE_USE: "Use the remote from now on.",
    BOTO3_PROMPT:
        "Add a profile for this region. The command asks for the secret key, and says when the \
        profile is ready.",
    BOTO3_QUICK: "Add a profile for this region.",
    BOTO3_CHECK:
        "Make a client with the profile; there is no secret in the code. If this prints your \
        buckets, or an empty list in a new project, the key works.",
    BOTO3_USE: "Use the client from now on.",
    ENV_PROMPT:
        "Set the variables in this shell, for the AWS CLI, boto3, s5cmd and other programs that \
        take the address of the store from the environment. A program that takes only the keys \
        from there asks Amazon. The command asks for the secret key.",
    ENV_QUICK:
        "Set the variables in this shell, for the AWS CLI, boto3, s5cmd and other programs that \
        take the address of the store from the environment. A program that takes only the keys \
        from there asks Amazon.",
    ENV_TEST: "List the buckets with these variables alone, in a shell of their own.",
    ENV_USE: "Start your program in the same shell.",
}
