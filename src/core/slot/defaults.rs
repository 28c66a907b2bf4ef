//! The slots that every page knows unless its author says otherwise.

use super::{Kind, Source};
use crate::core::words::Text;
use crate::core::words::catalog::{bar, slots as texts};

/// A slot that every page knows unless its author says otherwise.
#[derive(Clone, Copy, Debug)]
pub struct DefaultSlot {
    /// See [`Slot::id`](super::Slot::id).
    pub id: &'static str,
    /// See [`Slot::label`](super::Slot::label).
    pub label: Text,
    /// See [`Slot::source`](super::Slot::source).
    pub source: Source,
    /// The names, as people write them.
    pub names: &'static [&'static str],
}

/// What every page knows.
pub const DEFAULTS: [DefaultSlot; 12] = [
    DefaultSlot {
        id: "access-key",
        label: texts::LABEL_ACCESS_KEY,
        source: Source::AccessKey,
        names: &[
            "access-key",
            "access-key-id",
            "aws-access-key-id",
            "s3-access-key",
            "ec2-access-key",
            "access",
        ],
    },
    DefaultSlot {
        id: "secret-key",
        label: texts::LABEL_SECRET_KEY,
        source: Source::SecretKey,
        names: &[
            "secret-key",
            "secret-access-key",
            "aws-secret-access-key",
            "s3-secret-key",
            "ec2-secret-key",
            "secret",
        ],
    },
    DefaultSlot {
        id: "region",
        label: bar::REGION,
        source: Source::Region,
        names: &["region", "region-name", "aws-region", "s3-region"],
    },
    DefaultSlot {
        id: "endpoint",
        label: texts::LABEL_ENDPOINT,
        source: Source::Endpoint,
        names: &["endpoint", "endpoint-url", "s3-endpoint", "s3-endpoint-url"],
    },
    DefaultSlot {
        id: "host",
        label: texts::LABEL_HOST,
        source: Source::Host,
        names: &["s3-host", "endpoint-host", "s3-endpoint-host"],
    },
    DefaultSlot {
        id: "project-id",
        label: texts::LABEL_PROJECT_ID,
        source: Source::ProjectId,
        names: &["project-id", "tenant-id"],
    },
    DefaultSlot {
        id: "user-id",
        label: texts::LABEL_USER_ID,
        source: Source::UserId,
        names: &["user-id"],
    },
    DefaultSlot {
        id: "bucket",
        label: texts::LABEL_BUCKET,
        source: Source::Variable(Kind::Bucket),
        names: &["bucket", "bucket-name", "my-bucket", "your-bucket"],
    },
    DefaultSlot {
        id: "object",
        label: texts::LABEL_OBJECT,
        source: Source::Variable(Kind::Object),
        names: &["object", "object-name", "object-key"],
    },
    DefaultSlot {
        id: "server",
        label: texts::LABEL_SERVER,
        source: Source::Variable(Kind::Name),
        names: &["server", "server-name", "server-id"],
    },
    DefaultSlot {
        id: "file",
        label: texts::LABEL_FILE,
        source: Source::Variable(Kind::Path),
        // `filename` has the same normal form as `file-name`.
        names: &["file", "file-name", "path-to-file"],
    },
    DefaultSlot {
        id: "seconds",
        label: texts::LABEL_SECONDS,
        source: Source::Variable(Kind::Seconds),
        names: &["seconds", "expires-in"],
    },
];
