//! Texts on the way in: the form, the projects, and what is said of them.

use super::table::texts;

texts! {
    CLOUD_QUESTION: "Which cloud in the file?",
    KEYSTONE_QUESTION: "Which Keystone is the file for?",
    /// A button.
    SIGN_IN: "Sign in",
    /// A button.
    CANCEL: "Cancel",
    /// A command follows.
    TOKEN_HOW: "Get a token in a terminal that is set up for this region:",
    TOKEN_PROMISE:
        "Pasting signs you in. The token goes to {keystone} and nowhere else. It stays in this \
        tab, and is gone when you sign out or close the tab.",
    PASSCODE_PROMISE:
        one "Keystone accepts it for {seconds} more second. It goes to {keystone} and nowhere \
        else. It stays in this page's memory, and is gone when you reload or leave."
        other "Keystone accepts it for {seconds} more seconds. It goes to {keystone} and nowhere \
        else. It stays in this page's memory, and is gone when you reload or leave.",
    SIGN_IN_PROMISE:
        "What you type goes to {keystone} and nowhere else. It stays in this page's memory, and \
        is gone when you reload or leave.",
    /// The title of a choice: a token, a password, an application credential.
    SIGN_IN_WITH: "Sign in with",
    /// A sign-in method.
    METHOD_TOKEN: "Token",
    /// A sign-in method, and a field.
    PASSWORD: "Password",
    /// A sign-in method.
    METHOD_CREDENTIAL: "Application credential",
    /// A field. {place} is the cloud and its region.
    FIELD_TOKEN: "Token for {place}",
    /// A field.
    FIELD_USER: "User name for {place}",
    /// A field.
    FIELD_USER_OF_CREDENTIAL: "User name, if you give the application credential by name",
    /// A field.
    FIELD_DOMAIN: "Domain, by name or ID",
    /// A field.
    FIELD_CREDENTIAL: "ID or name of the application credential for {place}",
    /// A field.
    FIELD_SECRET: "Secret",
    /// A field.
    FIELD_PASSCODE: "Passcode from your authenticator app for {place}",
    /// A field for a file. {file} is its usual name.
    FORM_FROM_FILE:
        "Or fill in the form from a {file}, an openrc file, or the JSON of an application \
        credential. It is read here and sent nowhere.",
    PROJECT_QUESTION: "Which project? An S3 key belongs to one project.",
    NO_PROJECT_MATCHES: "No projects match.",
    MORE_PROJECTS: one "{count} more: search for it." other "{count} more: search for them.",
    /// The name of a field, and what stands in it.
    SEARCH_PROJECTS: "Search the projects",
    /// On the project of the session.
    CURRENT_PROJECT: "current project",
    NO_TOKEN: "The token is missing.",
    NO_TOKEN_NEXT: "Run the command below in a terminal, then paste what it prints.",
    NOT_A_TOKEN: "This is not a token.",
    NOT_A_TOKEN_NEXT:
        "A token is one long word without spaces. It was not sent anywhere. Run the command below \
        exactly as it is, then paste everything that it prints.",
    CREDENTIAL_MISSING: "The application credential is missing.",
    USER_MISSING: "The user name is missing.",
    PASSWORD_MISSING: "The password is missing.",
    SECRET_MISSING: "The secret is missing.",
    MISSING_NEXT: "Nothing was sent. Fill in the field, then sign in.",
    CREDENTIAL_WRONG: "The application credential is too long or has invisible characters.",
    USER_WRONG: "The user name is too long or has invisible characters.",
    DOMAIN_WRONG: "The domain is too long or has invisible characters.",
    PASSWORD_WRONG: "The password is too long or has invisible characters.",
    SECRET_WRONG: "The secret is too long or has invisible characters.",
    WRONG_NEXT: "Nothing was sent. Type it manually: pasted text can contain invisible characters.",
    NOT_A_PASSCODE: "This is not a passcode.",
    NOT_A_PASSCODE_NEXT:
        "A passcode has 6 digits. It was not sent. Type the one that your authenticator app shows \
        now.",
    REFUSED_OFTEN:
        "That's at least 3 failed attempts, so this page waits for a minute. The account may be \
        locked by now, and more attempts can keep it locked for longer.",
    MUST_WAIT:
        one "Wait {seconds} second before trying again."
        other "Wait {seconds} seconds before trying again.",
    MUST_WAIT_NEXT:
        "Nothing was sent. Keystone has refused several attempts in a row, and the account may be \
        locked. Use the time to check the user name, the domain and the password.",
    /// {method} is a word of Keystone's, such as totp.
    NEEDS_METHOD:
        "This account also requires the sign-in method {method}, which this page does not \
        support.",
    NEEDS_METHOD_NEXT: "The password was correct. Get a token in a terminal, and paste it here.",
    PASSCODE_OVER: "The time for the passcode has run out.",
    PASSCODE_OVER_NEXT: "Keystone waits 5 minutes for it. Sign in again with your password.",
    NO_PROJECTS: "You have no project in this cloud.",
    NO_PROJECTS_NEXT:
        "S3 keys belong to a project. Ask an administrator for a role in one, then sign in \
        again.",
    ONLY_PROJECT: "This is your only project.",
    ONLY_PROJECT_NEXT:
        "There is no other project to switch to. To list keys of projects in which you no longer \
        have a role, run openstack ec2 credentials list.",
    NOT_YOUR_PROJECT: "You don't have access to the project {project}, which the file names.",
    NOT_YOUR_PROJECT_NEXT:
        "It may have been renamed, or you no longer have a role in it. Choose one of these \
        projects.",
    NOT_CHANGED: "This token cannot be exchanged for one for {project}.",
    NOT_CHANGED_NEXT:
        "The cloud does not allow it, or the token comes from an application credential or a \
        trust. Sign in with a token for that project.",
    NOT_LET_IN: "You can't access the project {project}.",
    NOT_LET_IN_NEXT:
        "You no longer have a role in it, it is disabled, or your token has expired. Choose \
        another project, or sign in again.",
}
