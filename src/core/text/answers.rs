//! What a reader may see after the test of a key, and what it means.
//!
//! The codes are those of S3, which all clients pass on. Each that Swift can give is produced
//! with the real clients in `tests/clients/test_answers.py`.

/// An answer to the test of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What the reader finds in the terminal: a sentence, or text of the output; where clients
    /// say it in different words, those stand one after the other, with commas between.
    pub sees: &'static str,
    /// What it means and what to do, in sentences.
    pub means: &'static str,
}

/// Every answer, the good ones first.
#[must_use]
pub fn answers() -> &'static [Answer] {
    &ANSWERS
}

const ANSWERS: [Answer; 11] = [
    Answer { sees: "A list of buckets", means: "The key works." },
    Answer {
        sees: "Nothing, and no error",
        means: "The key works, and the project has no bucket yet.",
    },
    Answer {
        sees: "SignatureDoesNotMatch",
        means: "The store does not accept the key: it was deleted or is not active yet, the secret \
                key is another one, or, on Swift, you have no role in the project any more. Copy the \
                secret key again. If that is not it, wait five minutes, then create a new key.",
    },
    Answer {
        sees: "InvalidAccessKeyId",
        means: "The store does not know the access key: it was deleted, is not active yet, or is \
                from another region. Wait five minutes, then create a new key in this region.",
    },
    Answer {
        sees: "AccessDenied",
        means: "The key may not do this. On Swift, your role in the project is not enough: ask an \
                administrator of the project for the role member. On Ceph, the key may also be \
                deleted or not active yet.",
    },
    Answer {
        sees: "AuthorizationHeaderMalformed",
        means: "The command signs for another region than the store does; the message names the one \
                that it expects. Copy the command again. If it stays, tell the authors of this page.",
    },
    Answer {
        sees: "RequestTimeTooSkewed",
        means: "The clock of your machine is wrong by many minutes. Set it, then test again. The key \
                may be good.",
    },
    Answer {
        sees: "XAmzContentSHA256Mismatch, aws-chunked, x-amz-trailer, x-amz-checksum",
        means: "The store refuses a checksum that the client sends with uploads. The key works. Set \
                AWS_REQUEST_CHECKSUM_CALCULATION=when_required, or use the profile from this page.",
    },
    Answer {
        sees: "Could not connect, Connection refused, No such host, Name or service not known, Timed out, Timeout",
        means: "There was no answer, so the key was not tested. Check your network, a VPN or a \
                firewall, then test again.",
    },
    Answer {
        sees: "certificate",
        means: "Your machine does not trust the certificate of the store, so the key was not tested. \
                A proxy may be in between, or your list of authorities is old. Do not switch the \
                check off: ask the cloud's support.",
    },
    Answer {
        sees: "command not found, No module named",
        means: "The client is not installed, or has another name: Debian calls mc minio-client. \
                Install it, or take the test of another client.",
    },
];
