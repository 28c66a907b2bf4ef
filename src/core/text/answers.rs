//! What a reader may see after the test of a key, and what it means.
//!
//! The codes are those of S3, which all clients pass on. Each that Swift can give is produced
//! with the real clients in `tests/clients/test_answers.py`.

use crate::core::words::Text;
use crate::core::words::catalog::rotation as texts;

/// An answer to the test of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What the reader finds in the terminal.
    pub sees: Sees,
    /// What it means and what to do, in sentences.
    pub means: Text,
}

/// What a reader finds in the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sees {
    /// What this says.
    Words(Text),
    /// Text of the output; where clients say it in different words, those stand one after the
    /// other, with commas between.
    Output(&'static str),
}

/// Every answer, the good ones first.
#[must_use]
pub fn answers() -> &'static [Answer] {
    &ANSWERS
}

const ANSWERS: [Answer; 12] = [
    Answer { sees: Sees::Words(texts::ANSWER_BUCKETS), means: texts::ANSWER_BUCKETS_MEANS },
    Answer { sees: Sees::Words(texts::ANSWER_NOTHING), means: texts::ANSWER_NOTHING_MEANS },
    Answer { sees: Sees::Output("SignatureDoesNotMatch"), means: texts::ANSWER_SIGNATURE_MEANS },
    Answer { sees: Sees::Output("InvalidAccessKeyId"), means: texts::ANSWER_INVALID_KEY_MEANS },
    Answer { sees: Sees::Output("AccessDenied"), means: texts::ANSWER_DENIED_MEANS },
    Answer { sees: Sees::Output("Stat: Access Denied"), means: texts::ANSWER_UNCLEAR_MEANS },
    Answer {
        sees: Sees::Output("AuthorizationHeaderMalformed"),
        means: texts::ANSWER_REGION_MEANS,
    },
    Answer { sees: Sees::Output("RequestTimeTooSkewed"), means: texts::ANSWER_CLOCK_MEANS },
    Answer {
        sees: Sees::Output("XAmzContentSHA256Mismatch, aws-chunked, x-amz-trailer, x-amz-checksum"),
        means: texts::ANSWER_CHECKSUM_MEANS,
    },
    Answer {
        sees: Sees::Output(
            "Could not connect, Failed to connect, Connection refused, ECONNREFUSED, getaddrinfo ENOTFOUND, \
             No such host, Could not resolve host, Name or service not known, Timed out, Timeout",
        ),
        means: texts::ANSWER_SILENCE_MEANS,
    },
    Answer { sees: Sees::Output("certificate"), means: texts::ANSWER_CERTIFICATE_MEANS },
    Answer {
        sees: Sees::Output("command not found, No module named, Cannot find package"),
        means: texts::ANSWER_NO_CLIENT_MEANS,
    },
];
