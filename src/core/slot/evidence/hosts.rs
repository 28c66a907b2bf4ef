//! Which words are hosts, and which names are for the address of a service.

use super::known::{contains, lower};
use super::tables::names;

/// Whether `name` is one for the address of a service.
pub(super) fn is_endpoint(name: &[u8]) -> bool {
    let name = lower(name);
    let is_one = |(at, word): (usize, &&str)| {
        name.ends_with(word.as_bytes()) || (at == 0 && contains(&name, word.as_bytes()))
    };
    name.len() <= 96 && names::ENDPOINTS.iter().enumerate().any(is_one)
}

/// Whether `name` is one for an address at which nobody takes a key.
pub(super) fn is_other_address(name: &[u8]) -> bool {
    let name = lower(name);
    name.len() <= 96 && names::OTHER_ADDRESSES.iter().any(|word| contains(&name, word.as_bytes()))
}

/// Whether `host` stands in the names of formats, and is asked for nothing.
pub(super) fn is_of_a_format(host: &[u8]) -> bool {
    names::OF_FORMATS.iter().any(|known| known.as_bytes().eq_ignore_ascii_case(host))
}

/// Whether `word` is a host without a scheme, where a port follows or the name of an endpoint
/// stands before it.
pub(super) fn is_host(word: &[u8], has_port: bool, is_endpoint: bool) -> bool {
    let is_local = word == b"localhost";
    let mut labels = word.split(|b| *b == b'.');
    let is_label = |label: &[u8]| {
        !label.is_empty() && label.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-')
    };
    let has_dots = word.contains(&b'.');
    let is_name = labels.all(is_label) && word.first().is_some_and(u8::is_ascii_alphanumeric);
    is_name && (is_local || (has_dots && (has_port || is_endpoint)) || (has_port && is_endpoint))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_without_a_scheme() {
        for (word, has_port, is_endpoint, is_one) in [
            ("s3.example.com", false, true, true),
            ("play.min.io", true, false, true),
            ("minio", true, true, true),
            ("localhost", false, false, true),
            ("192.168.1.5", true, false, true),
            ("photo.jpg", false, false, false),
            ("minio", false, true, false),
            ("a..b", true, true, false),
            (".s3cfg", false, true, false),
        ] {
            assert_eq!(is_host(word.as_bytes(), has_port, is_endpoint), is_one, "{word}");
        }
        assert!(is_endpoint(b"AWS_ENDPOINT_URL_S3") && is_endpoint(b"endpointOverride"));
        assert!(is_endpoint(b"host_base") && is_endpoint(b"regionendpoint"));
        assert!(!is_endpoint(b"bucket") && is_other_address(b"HTTPS_PROXY"));
    }
}
