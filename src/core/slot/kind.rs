//! Kinds of the reader's own values.

use super::Value;
use crate::core::admit::is_hidden;
use crate::core::words::Text;
use crate::core::words::catalog::slots as texts;

/// What a variable is, and so what it may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A bucket of S3.
    Bucket,
    /// The key of an object, which may have `/`.
    Object,
    /// A path of a file.
    Path,
    /// A name for people.
    Name,
    /// A word without any special character.
    Word,
    /// A whole number.
    Number,
    /// A time that a presigned URL may live.
    Seconds,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Bucket,
        Self::Object,
        Self::Path,
        Self::Name,
        Self::Word,
        Self::Number,
        Self::Seconds,
    ];

    /// The kinds, as an error names them.
    pub(super) const EXPECTED: &str = "bucket, object, path, name, word, number or seconds";

    /// Its name in the configuration.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Bucket => "bucket",
            Self::Object => "object",
            Self::Path => "path",
            Self::Name => "name",
            Self::Word => "word",
            Self::Number => "number",
            Self::Seconds => "seconds",
        }
    }

    /// The kind with this name in the configuration.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Whether `text` is one.
    ///
    /// # Errors
    /// What one is, in the reader's words.
    pub fn check(self, text: &str) -> Result<(), Text> {
        let most =
            |bytes: usize| !text.is_empty() && text.len() <= bytes && !text.chars().any(is_hidden);
        let is_good = match self {
            Self::Bucket => is_bucket(text.as_bytes()),
            Self::Object | Self::Path => most(1024),
            // A character has at most four bytes.
            Self::Name => most(1020) && text.chars().nth(255).is_none(),
            Self::Word => {
                text.len() <= 128
                    && text.bytes().next().is_some_and(|b| b.is_ascii_alphanumeric())
                    && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b))
            }
            Self::Number => digits(text, 18).is_some(),
            // The longest time that AWS Signature Version 4 signs for is a week.
            Self::Seconds => digits(text, 6).is_some_and(|n| (1..=604_800).contains(&n)),
        };
        if is_good { Ok(()) } else { Err(self.rule()) }
    }

    /// `text`, which is one, as a value to write.
    #[must_use]
    pub fn value(self, text: &str) -> Value<'_> {
        match self {
            Self::Object | Self::Path => Value::Path(text),
            Self::Number | Self::Seconds => Value::Number(text),
            Self::Bucket | Self::Name | Self::Word => Value::Text(text),
        }
    }

    /// What one is, in the reader's words.
    #[must_use]
    pub fn rule(self) -> Text {
        match self {
            Self::Bucket => texts::RULE_BUCKET,
            Self::Object => texts::RULE_OBJECT,
            Self::Path => texts::RULE_PATH,
            Self::Name => texts::RULE_NAME,
            Self::Word => texts::RULE_WORD,
            Self::Number => texts::RULE_NUMBER,
            Self::Seconds => texts::RULE_SECONDS,
        }
    }
}

/// The number that at most `most` digits make.
fn digits(text: &str, most: usize) -> Option<u64> {
    let is_number =
        !text.is_empty() && text.len() <= most && text.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| text.bytes().fold(0, |number, b| number * 10 + u64::from(b - b'0')))
}

/// The rules of S3 for general purpose buckets ("Bucket naming rules").
fn is_bucket(name: &[u8]) -> bool {
    let is_end = |b: Option<&u8>| b.is_some_and(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    let is_inner = |b: &u8| is_end(Some(b)) || matches!(b, b'.' | b'-');
    let parts = name.split(|b| *b == b'.').count();
    let is_address = parts == 4 && name.iter().all(|b| *b == b'.' || b.is_ascii_digit());
    (3..=63).contains(&name.len())
        && is_end(name.first())
        && is_end(name.last())
        && name.iter().all(is_inner)
        && !name.windows(2).any(|pair| pair == b"..")
        && !is_address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_takes_what_it_is() {
        let long = "a".repeat(64);
        let path = "å".repeat(513);
        let name = "😀".repeat(256);
        for (kind, good, bad) in [
            (
                Kind::Bucket,
                &["abc", "my-bucket.1", "1.2.3", "1.2.3.4a", &long[1..]][..],
                &["", "ab", "Abc", "a_b", "-ab", "ab-", ".ab", "a..b", "10.0.0.1", "åäö", &long][..],
            ),
            (Kind::Object, &["a", "a/b c's \"$`!.txt", "-", &path[2..]], &["", "a\nb", &path]),
            (Kind::Path, &["./a", "C:\\a b"], &["", "a\0", "a\u{202e}b"]),
            (Kind::Name, &["Åsas server", &name[4..]], &["", "a\tb", "\u{200b}", &name]),
            (Kind::Word, &["a", "A1._-"], &["", "-a", "a b", "å", "a/b"]),
            (Kind::Number, &["0", "007", "123456789012345678"], &["", "-1", "1.5", "٣", "1e5"]),
            (Kind::Seconds, &["1", "604800", "0060"], &["", "0", "604801", "60s", "+60"]),
        ] {
            for text in good {
                assert_eq!(kind.check(text), Ok(()), "{kind:?} {text:?}");
            }
            for text in bad {
                assert_eq!(kind.check(text), Err(kind.rule()), "{kind:?} {text:?}");
            }
            assert_eq!(Kind::from_id(kind.id()), Some(kind));
            assert!(Kind::EXPECTED.contains(kind.id()));
        }
    }
}
