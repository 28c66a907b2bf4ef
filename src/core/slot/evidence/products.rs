//! Libraries and products, by names in code and in headings.

use super::known::{is, lower};
use super::tables::products as tables;

/// The other product that one of the words of `name` is.
pub(super) fn product(name: &[u8]) -> Option<&'static str> {
    let name = &name[..name.len().min(96)];
    words(name).find_map(|word| {
        tables::OTHERS.iter().find(|other| other.as_bytes().eq_ignore_ascii_case(word)).copied()
    })
}

/// The words of a name, which end where no letter or digit is, and where a capital begins one.
pub(super) fn words(name: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while name.get(at).is_some_and(|b| !b.is_ascii_alphanumeric()) {
            at += 1;
        }
        let start = at;
        while let Some(b) = name.get(at).filter(|b| b.is_ascii_alphanumeric()) {
            let is_hump = at > start && b.is_ascii_uppercase() && name[at - 1].is_ascii_lowercase();
            if is_hump {
                break;
            }
            at += 1;
        }
        (at > start).then(|| &name[start..at])
    })
}

/// The library for S3 that `name` is of.
pub(super) fn library(name: &[u8]) -> Option<&'static str> {
    tables::LIBRARIES.iter().find(|known| has_path(name, known)).copied()
}

/// The library of `OpenStack` that `name` is of.
pub(super) fn of_openstack(name: &[u8]) -> Option<&'static str> {
    tables::OPENSTACK.iter().find(|known| has_path(name, known)).copied()
}

/// Whether the segments of `known` stand in `name`, one after the other.
fn has_path(name: &[u8], known: &str) -> bool {
    if name.len() <= known.len() {
        return name == known.as_bytes();
    }
    let mut rest = segments(name);
    loop {
        let mut here = rest.clone();
        if known.split('.').all(|part| here.next() == Some(part.as_bytes())) {
            return true;
        }
        if rest.next().is_none() {
            return false;
        }
    }
}

/// What stands between the dots and double colons of a name.
fn segments(name: &[u8]) -> impl Iterator<Item = &[u8]> + Clone {
    name.split(|b| b".:".contains(b)).filter(|part| !part.is_empty())
}

/// Whether `name` is what libraries call a client of a service of AWS that is not S3:
/// `DynamoDbClient`, `AWS.EC2`, `ec2.NewFromConfig`, `aws_sdk_sqs`.
pub(super) fn is_service(name: &[u8]) -> bool {
    let mut before: &[u8] = b"";
    let mut parts = segments(name).peekable();
    while let Some(part) = parts.next() {
        let next = parts.peek().copied().unwrap_or_default();
        let word = lower(part);
        let is_of_aws = before.eq_ignore_ascii_case(b"aws");
        let is_made = next.starts_with(b"New");
        let mut rest = word.as_slice();
        for start in [&b"awssdk"[..], b"amazon", b"aws"] {
            rest = rest.strip_prefix(start).unwrap_or(rest);
        }
        for end in [&b"builder"[..], b"client", b"async"] {
            rest = rest.strip_suffix(end).unwrap_or(rest);
        }
        let is_client = rest.len() < word.len() || is_of_aws || is_made;
        // `amazon.aws.ec2_instance`
        let first = if is_of_aws { words(part).next().unwrap_or_default() } else { rest };
        let is_one =
            |known: &&str| known.as_bytes() == rest || known.as_bytes().eq_ignore_ascii_case(first);
        if is_client && tables::AWS_SERVICES.iter().any(is_one) {
            return true;
        }
        before = part;
    }
    false
}

/// Whether `word` is a service of AWS that is not S3, as an argument of `client` has it.
pub(super) fn is_service_name(word: &[u8]) -> bool {
    tables::AWS_SERVICES.iter().any(|known| is(word, known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn services_of_aws_are_known_by_their_clients() {
        for name in [
            "DynamoDbClient",
            "AmazonEC2ClientBuilder",
            "AWS.EC2",
            "Aws::SQS::Client",
            "ec2.NewFromConfig",
            "aws_sdk_dynamodb::Client",
            "SqsAsyncClient",
            "amazon.aws.ec2_instance",
        ] {
            assert!(is_service(name.as_bytes()), "{name}");
        }
        for name in [
            "S3Client",
            "ec2",
            "credentials",
            "AmazonS3ClientBuilder",
            "batch.size",
            "amazon.aws.s3_object",
        ] {
            assert!(!is_service(name.as_bytes()), "{name}");
        }
    }

    #[test]
    fn products_are_words_of_names() {
        assert_eq!(product(b"azurerm_storage"), Some("azurerm"));
        assert_eq!(product(b"GoogleCloudStorage"), Some("google"));
        assert_eq!(product(b"AWS_ACCESS_KEY_ID"), None);
        assert_eq!(product(b"cosmos"), None);
    }
}
