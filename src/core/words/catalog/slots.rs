//! What slots are called, what their values may be, and why a value cannot be written.

use super::table::texts;

texts! {
    LABEL_ACCESS_KEY: "Access key",
    LABEL_SECRET_KEY: "Secret key",
    LABEL_ENDPOINT: "Endpoint",
    LABEL_HOST: "Host",
    LABEL_PROJECT_ID: "Project ID",
    LABEL_USER_ID: "User ID",
    LABEL_BUCKET: "Bucket",
    LABEL_OBJECT: "Object",
    LABEL_SERVER: "Server",
    LABEL_FILE: "File",
    LABEL_SECONDS: "Seconds",
    RULE_BUCKET:
        "A bucket name has 3 to 63 characters: lowercase letters a to z, digits, dots and \
        hyphens, with a letter or a digit at both ends. It must not be an IP address or have two \
        dots in a row.",
    RULE_OBJECT: "An object name has at most 1024 bytes, and no invisible characters.",
    RULE_PATH: "A path has at most 1024 bytes, and no invisible characters.",
    RULE_NAME: "A name has 1 to 255 characters, none of them invisible.",
    RULE_WORD:
        "Use letters a to z, digits, dots, hyphens and underscores, with a letter or a digit \
        first, at most 128 characters.",
    RULE_NUMBER: "Use a whole number of at most 18 digits.",
    RULE_SECONDS: "Use whole seconds, from 1 to 604800, which is a week.",
    WHY_PLAIN:
        "This value has a character that cannot be written here as it is. Enter the value \
        manually, with the quotes that it needs.",
    WHY_QUOTES:
        "This value has a character that cannot be written inside these quotes. Enter the value \
        manually, and adjust the quotes.",
    WHY_OPTION:
        "This value begins with a hyphen, so the command would take it for an option. Enter it \
        manually, with ./ before it if it is a file.",
    WHY_HISTORY:
        "This value has an exclamation mark, which a shell may replace here. Enter the value \
        manually, in single quotes.",
    WHY_CODE:
        "The text around this is evaluated again, as a command or as code, so this value cannot \
        be filled in as it is. Enter it manually, with the quotes that it needs.",
    WHY_PART:
        "This is part of a name or a number, where a value cannot be quoted. Enter the value \
        manually.",
    WHY_ADDRESS: "This value cannot be used in this part of a web address. Enter it manually.",
    WHY_HIDDEN: "This value is empty or has an invisible character. Type it again.",
    WHY_NUMBER: "Only a number without a leading zero can be used here. Enter the value manually.",
    WHY_PROGRAM:
        "This value has a special character, and it is not known how the program here treats it. \
        Enter the value manually, with the quotes that it needs.",
    WHY_PATTERN:
        "This is part of a pattern, a format or a script, in which a character of this value \
        means something else. Enter the value manually.",
    WHY_END:
        "This value could be taken for the line that ends the text around it. Enter it manually, \
        and choose another word to end the text.",
}
