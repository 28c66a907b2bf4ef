//! Texts for requests that were refused, or that have no answer in time.

use super::table::texts;

texts! {
    UNREACHABLE: "The browser could not reach {keystone}.",
    /// Lines to copy follow.
    UNREACHABLE_NEXT:
        "Either the network is in the way (offline, VPN, a certificate that the browser does not \
        trust), or that server does not allow this page to ask: the browser does not tell which. \
        Check that the address opens in a new tab. If it does, send these lines for keystone.conf \
        to the cloud's operator:",
    TIMEOUT: "No answer came from {keystone} in time.",
    TIMEOUT_NEXT: "The network or the server is slow. Try again in a moment.",
    TOKEN_REFUSED: "{brand} {region} does not accept this token.",
    TOKEN_REFUSED_NEXT:
        "It has expired, was revoked, is from another cloud or region, or comes from an \
        application credential with access rules. Get a new one with the command below, in a \
        terminal that is set up for this region.",
    PASSWORD_REFUSED: "{brand} {region} does not accept this user name and password.",
    PASSWORD_REFUSED_NEXT:
        "Check both, and the domain. Keystone gives the same answer when the account is locked or \
        disabled and when the password has expired. Your cloud's support can tell you which.",
    CREDENTIAL_REFUSED: "{brand} {region} does not accept this application credential.",
    CREDENTIAL_REFUSED_NEXT:
        "Its secret is wrong, it has expired, or it was deleted. Create a new one, or use another \
        sign-in method.",
    PASSCODE_REFUSED: "Keystone does not accept this passcode.",
    PASSCODE_REFUSED_NEXT:
        "Each passcode is good for half a minute and for one sign-in. Type the next one that your \
        authenticator app shows, and check the clock of that device.",
    TOKEN_GONE: "Your token has expired or was revoked.",
    TOKEN_GONE_NEXT:
        "You are signed out, and your keys were removed from the page. They still work. Sign in \
        again to go on.",
    DELEGATED: "This token comes from an application credential or a trust.",
    DELEGATED_NEXT:
        "This cloud does not let such tokens handle S3 keys. Get a token with your user name and \
        password instead: unset OS_AUTH_TYPE and the OS_APPLICATION_CREDENTIAL variables, load \
        your own openrc file, then run the command below.",
    CREATE_FORBIDDEN: "Your role in {project} does not allow you to create keys.",
    CREATE_FORBIDDEN_NEXT:
        "Nothing was created. Ask an administrator of the project for the role member, then sign \
        in with a new token.",
    TOO_MANY_KEYS: "Keystone refused to create one more key.",
    TOO_MANY_KEYS_NEXT:
        "Nothing was created. Most likely you have as many keys as this cloud allows you, in all \
        projects together: delete one that you no longer use, then create again.",
    DELETE_FORBIDDEN: "Keystone did not allow you to delete this key.",
    DELETE_FORBIDDEN_NEXT:
        "Nothing was deleted. Your role in the project may not be enough; ask an administrator of \
        the project.",
    PROJECTS_FORBIDDEN: "Keystone did not list your projects.",
    PROJECTS_FORBIDDEN_NEXT:
        "The token is valid, and may not ask for them. Sign in with a token for a project.",
    SIGN_IN_FORBIDDEN: "Keystone does not allow this sign-in.",
    SIGN_IN_FORBIDDEN_NEXT:
        "The cloud may not offer this sign-in method. Get a token in a terminal, and paste it \
        here.",
    KEYS_FORBIDDEN: "This token is valid, but it may not look at S3 keys.",
    KEYS_FORBIDDEN_NEXT:
        "Application credentials with access rules and some roles cannot. Get a token with your \
        user name and password, for a project in which you are a member.",
    PROJECT_GONE: "The project {project} no longer exists or is disabled.",
    PROJECT_GONE_NEXT: "Sign in with a token for another project.",
    TOO_MANY_REQUESTS: "Keystone got too many requests and did not carry out this one.",
    TOO_MANY_REQUESTS_NEXT: "Wait a minute, then try again.",
    /// {status} is a number such as 500.
    SERVER_ERROR: "Keystone returned a server error ({status}).",
    SERVER_ERROR_NEXT:
        "This isn't caused by anything you did. Try again in a minute. If it persists, contact \
        the cloud's support.",
    NOT_KEYSTONE: "{keystone} didn't answer like a Keystone server.",
    NOT_KEYSTONE_NEXT:
        "A proxy or a login page may have answered instead, or this page has a wrong address. Try \
        again. If it persists, tell the authors of this page.",
    TOO_LARGE:
        "The answer from {keystone} has more than {megabytes} MB, so this page stopped reading \
        it.",
    TOO_LARGE_KEYS_NEXT:
        "Nothing of it was used. If you have more than twenty thousand keys, openstack ec2 \
        credentials list shows them, and the page works again with fewer. If not, something other \
        than Keystone may have answered: tell the authors of this page.",
    TOO_LARGE_NEXT:
        "Nothing of it was used. Something other than Keystone may have answered, such as a \
        proxy. Try again. If it persists, tell the authors of this page.",
    SIGN_IN_OVERDUE:
        "No answer came from {keystone} within {seconds} seconds, so you are not signed in.",
    SIGN_IN_OVERDUE_NEXT:
        "The network or the server is slow. If the answer still comes, this page goes on with it. \
        If not, sign in again.",
    SCOPE_OVERDUE:
        "No answer came from {keystone} within {seconds} seconds, so you are not in {project} \
        yet.",
    SCOPE_OVERDUE_NEXT:
        "The network or the server is slow. If the answer still comes, this page goes on with it. \
        If not, choose the project again.",
    CREATE_OVERDUE:
        "No answer came from {keystone} within {seconds} seconds, so it is not known whether the \
        key was created.",
    CREATE_OVERDUE_NEXT:
        "This page now looks for it in the list. If the answer still comes, the key is offered \
        here. Do not create another one before you know.",
    DELETE_OVERDUE:
        "No answer came from {keystone} within {seconds} seconds, so it is not known whether the \
        key {key} was deleted.",
    DELETE_OVERDUE_NEXT:
        "This page now looks for it in the list. If the answer still comes, you are told here.",
    REVOKE_OVERDUE:
        "You are signed out. No answer came from {keystone} within {seconds} seconds, so it is \
        not known whether your token is revoked.",
    REVOKE_OVERDUE_NEXT:
        "If the answer still comes, you are told here. To be sure, run openstack token revoke in \
        a terminal. Otherwise the token ends by itself.",
}
