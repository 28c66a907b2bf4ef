//! Texts about files that fill the form.

use super::table::texts;

texts! {
    /// Why follows.
    FILE_REFUSED: "The file {file} cannot be used.",
    FILE_TOO_LARGE: "It is larger than 64 kB.",
    FILE_NOT_TEXT: "It is not a text file.",
    FILE_EMPTY: "It is empty.",
    FILE_UNKNOWN: "It isn't a clouds.yaml, an openrc file, or an application credential.",
    FILE_NO_CLOUDS: "It defines no clouds.",
    /// {key} is a name in the file.
    FILE_LACKS: "{key} is missing.",
    /// {key} is a name in the file.
    FILE_TWICE: "It sets {key} twice.",
    /// {key} is a name in the file.
    FILE_NOT_READ: "Its value for {key} is written in a way that is not supported.",
    /// {key} is a name in the file.
    FILE_BAD_VALUE: "Its {key} is not valid.",
    /// {shell} is a program, such as PowerShell.
    FILE_OTHER_SHELL: "It is a script for {shell}, which is not supported.",
    FILE_NAMES_CLOUD: "It only names a cloud, which a clouds.yaml defines.",
    FILE_SECRETS_ONLY: "It contains only secrets, like a secure.yaml, and not what they are for.",
    FILE_TRUST: "It signs in through a trust, which this page does not support.",
    FILE_SINGLE_SIGN_ON:
        "It signs in through an identity provider, which this page does not support.",
    FILE_CHOOSE:
        "Nothing was stored or sent. Choose a clouds.yaml, an openrc file, or the JSON of an \
        application credential, or fill in the form manually.",
    FILE_CHOOSE_BASH:
        "Nothing was stored or sent. Download the clouds.yaml or the openrc file for bash from \
        the same place, and choose that.",
    FILE_CHOOSE_WHOLE:
        "Nothing was stored or sent. Choose the clouds.yaml that defines this cloud.",
    FILE_CHOOSE_OWNER:
        "Nothing was stored or sent. Choose the clouds.yaml that it belongs to, and type the \
        secret manually.",
    FILE_USE_TOKEN:
        "Nothing was stored or sent. Load the file in a terminal instead, get a token there, and \
        paste it here.",
    LEFT_OUT: "Some clouds in the file cannot be used.",
    /// Why follows.
    LEFT_OUT_CLOUD: "{cloud} is left out.",
    NO_ADDRESS: "The file does not say which Keystone it is for.",
    /// {profile} is a name in the file.
    NO_ADDRESS_PROFILE:
        "The file takes the address of its Keystone from {profile}, which this page does not \
        know.",
    NO_ADDRESS_NEXT:
        "Nothing was filled in or sent. Choose a Keystone only if the file was made for it: the \
        contents of the file are sent there when you sign in.",
    OTHER_CLOUD: "The file is for {address}, which does not match this page.",
    /// {addresses} is a list of regions with their addresses.
    OTHER_CLOUD_NEXT:
        "Nothing was stored or sent. Its region and its auth URL must match one of these: \
        {addresses}",
    OTHER_REGION: "The file is for {region}, which has its own Keystone.",
    OTHER_REGION_NEXT:
        "Nothing was stored or sent. Choose that region first, or use a file for this one.",
    /// {method} is a word of Keystone's, such as token.
    METHOD_NOT_OFFERED:
        "The file uses the sign-in method {method}, which this page does not offer.",
    FORM_FILLED: "The form is filled in from the file: region {region}.",
    FORM_FILLED_PROJECT: "The form is filled in from the file: region {region}, project {project}.",
    FORM_FILLED_NEXT: "Nothing has been sent yet. Fill in what is missing, then sign in.",
}
