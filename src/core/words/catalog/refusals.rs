//! Texts for requests that were refused, or that have no answer in time.

use super::table::texts;

texts! {
    UNREACHABLE: "The browser could not reach {keystone}.",
    /// Lines to copy follow.
    UNREACHABLE_NEXT:
        "Either the network prevents it (you are offline, behind a VPN, or the browser does not \
        trust a certificate), or that server does not allow requests from this page: the browser \
        does not say which. Check whether the address opens in a new tab. If it does, send these \
        lines for keystone.conf to the cloud's operator:",
    TIMEOUT: "{keystone} did not answer in time.",
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
        "Each passcode is valid for 30 seconds and for one sign-in. Type the next one that your \
        authenticator app shows, and check that device's clock.",
    TOKEN_GONE: "Your token has expired or was revoked.",
    TOKEN_GONE_NEXT:
        "You are signed out, and your keys were removed from the page. They still work. Sign in \
        again to continue.",
    DELEGATED: "This token comes from an application credential or a trust.",
    DELEGATED_NEXT:
        "This cloud does not let such tokens manage S3 keys. Get a token with your user name and \
        password instead: unset OS_AUTH_TYPE and the OS_APPLICATION_CREDENTIAL variables, load \
        your own openrc file, then run the command below.",
    CREATE_FORBIDDEN: "Your role in {project} does not allow you to create keys.",
    CREATE_FORBIDDEN_NEXT:
        "Nothing was created. Ask an administrator of the project for the member role, then sign \
        in with a new token.",
    TOO_MANY_KEYS: "Keystone refused to create another key.",
    TOO_MANY_KEYS_NEXT:
        "Nothing was created. Most likely you already have as many keys as this cloud allows, in \
        all your projects together. Delete one that you no longer use, then try again.",
    DELETE_FORBIDDEN: "Keystone did not allow you to delete this key.",
    DELETE_FORBIDDEN_NEXT:
        "Nothing was deleted. Your role in the project may not be sufficient. Ask an \
        administrator of the project.",
    PROJECTS_FORBIDDEN: "Keystone did not list your projects.",
    PROJECTS_FORBIDDEN_NEXT:
        "The token is valid, but is not allowed to list them. Sign in with a token for a project.",
    SIGN_IN_FORBIDDEN: "Keystone does not allow this sign-in.",
    SIGN_IN_FORBIDDEN_NEXT:
        "The cloud may not offer this sign-in method. Get a token in a terminal, and paste it \
        here.",
    KEYS_FORBIDDEN: "This token is valid, but is not allowed to list S3 keys.",
    KEYS_FORBIDDEN_NEXT:
        "Application credentials with access rules, and some roles, can't list them. Get a token \
        with your user name and password, for a project in which you are a member.",
    PROJECT_GONE: "The project {project} no longer exists or is disabled.",
    PROJECT_GONE_NEXT: "Sign in with a token for another project.",
    TOO_MANY_REQUESTS: "Keystone received too many requests and refused this one.",
    TOO_MANY_REQUESTS_NEXT: "Wait a minute, then try again.",
    /// {status} is a number such as 500.
    SERVER_ERROR: "Keystone returned a server error ({status}).",
    SERVER_ERROR_NEXT:
        "This isn't caused by anything you did. Try again in a minute. If it persists, contact \
        the cloud's support.",
    NOT_KEYSTONE: "{keystone} didn't answer like a Keystone server.",
    NOT_KEYSTONE_NEXT:
        "A proxy or a sign-in page may have answered instead, or this page has the wrong address. \
        Try again. If it persists, tell the authors of this page.",
    TOO_LARGE:
        "The response from {keystone} is larger than {megabytes} MB, so this page stopped reading \
        it.",
    TOO_LARGE_KEYS_NEXT:
        "None of it was used. If you have more than 20,000 keys, openstack ec2 credentials list \
        shows them, and this page works again once you have fewer. If not, something other than \
        Keystone may have answered: tell the authors of this page.",
    TOO_LARGE_NEXT:
        "None of it was used. Something other than Keystone may have answered, such as a proxy. \
        Try again. If it persists, tell the authors of this page.",
    SIGN_IN_OVERDUE:
        "{keystone} did not answer within {seconds} seconds, so you are not signed in.",
    SIGN_IN_OVERDUE_NEXT:
        "The network or the server is slow. If it still answers, this page continues. If not, \
        sign in again.",
    SCOPE_OVERDUE:
        "{keystone} did not answer within {seconds} seconds, so you are not in {project} yet.",
    SCOPE_OVERDUE_NEXT:
        "The network or the server is slow. If it still answers, this page continues. If not, \
        choose the project again.",
    CREATE_OVERDUE:
        "{keystone} did not answer within {seconds} seconds, so it is not known whether the key \
        was created.",
    CREATE_OVERDUE_NEXT:
        "This page is checking the list for it. If Keystone still answers, the key is offered \
        here. Do not create another one before you know.",
    DELETE_OVERDUE:
        "{keystone} did not answer within {seconds} seconds, so it is not known whether the key \
        {key} was deleted.",
    DELETE_OVERDUE_NEXT:
        "This page is checking the list for it. If Keystone still answers, you are told here.",
    REVOKE_OVERDUE:
        "You are signed out. {keystone} did not answer within {seconds} seconds, so it is not \
        known whether your token is revoked.",
    REVOKE_OVERDUE_NEXT:
        "If it still answers, you are told here. To be sure, run openstack token revoke in a \
        terminal. Otherwise the token expires by itself.",
}
