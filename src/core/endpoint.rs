//! URLs that requests or snippets may use: https, or http on loopback only.

/// The base URL of a Keystone, with its path and without a trailing slash:
/// `https://kna1.example:5000/v3`. Requests go to these origins and to no other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeystoneUrl(String);

/// The S3 endpoint of a region: scheme, host and port, without a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint(String);

impl KeystoneUrl {
    /// Takes `https://HOST[:PORT]/PATH/v3` (http for loopback), else `None`.
    /// The version is part of it: `GET /` of a Keystone answers 300 (API reference, "Versions").
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.strip_suffix('/').unwrap_or(text);
        let (origin, path) = origin_and_path(text)?;
        path.ends_with("/v3").then(|| Self(format!("{origin}{path}")))
    }

    /// The URL without a trailing slash.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its host and port, which readers know it by: `keystone.kna1.example:5000`.
    #[must_use]
    pub fn host(&self) -> &str {
        let after = self.0.split_once("//").map_or("", |(_, after)| after);
        after.split_once('/').map_or(after, |(host, _)| host)
    }
}

impl Endpoint {
    /// Takes `https://HOST[:PORT]` (http for loopback), else `None`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (origin, path) = origin_and_path(text)?;
        (path.is_empty() || path == "/").then_some(Self(origin))
    }

    /// The origin of a service's URL in a catalog: `https://s3-kna1.example:8080/v1/AUTH_x`.
    /// S3 is answered at the root, whatever the path of the store's own API.
    #[must_use]
    pub fn of_service(url: &str) -> Option<Self> {
        origin_and_path(url).map(|(origin, _)| Self(origin))
    }

    /// The URL: `https://s3-kna1.example:8080`.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.0
    }

    /// Host and port without the scheme: `s3-kna1.example:8080`.
    #[must_use]
    pub fn host(&self) -> &str {
        let https = self.0.strip_prefix("https://");
        https.or_else(|| self.0.strip_prefix("http://")).unwrap_or_default()
    }

    /// The host without its port: `s3-kna1.example`. An IPv6 address has its brackets.
    #[must_use]
    pub fn hostname(&self) -> &str {
        self.split().0
    }

    /// The port, that of the scheme where the URL has none.
    #[must_use]
    pub fn port(&self) -> &str {
        let by_scheme = if self.is_https() { "443" } else { "80" };
        self.split().1.unwrap_or(by_scheme)
    }

    fn split(&self) -> (&str, Option<&str>) {
        match self.host().rsplit_once(':') {
            Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
            _ => (self.host(), None),
        }
    }

    /// Whether the clients must speak TLS: false only on loopback.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https://")
    }
}

/// Splits a URL that is safe as a bare word into its origin, with the host in lower case
/// (RFC 3986, 6.2.2.1), and its path. No user, query or fragment.
fn origin_and_path(text: &str) -> Option<(String, &str)> {
    let https = text.strip_prefix("https://");
    let rest = https.or_else(|| text.strip_prefix("http://"))?;
    let scheme = if https.is_some() { "https" } else { "http" };
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    let bracketed = host.strip_prefix('[').and_then(|inner| inner.strip_suffix(']'));
    let host_is_good = match bracketed {
        Some(ip6) => !ip6.is_empty() && ip6.bytes().all(|b| b.is_ascii_hexdigit() || b == b':'),
        None => {
            host.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.".contains(&b))
                && host.bytes().next()?.is_ascii_alphanumeric()
        }
    };
    let port_is_good = port.is_none_or(|p| {
        // The parser takes a sign, a URL does not.
        p.bytes().all(|b| b.is_ascii_digit())
            && p.parse::<u32>().is_ok_and(|n| (1..=65_535).contains(&n))
    });
    let path_is_good = path.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~/".contains(&b));
    let scheme_is_good = https.is_some() || is_loopback(host);
    (host_is_good && port_is_good && path_is_good && scheme_is_good)
        .then(|| (format!("{scheme}://{}", authority.to_ascii_lowercase()), path))
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host == "[::1]" || {
        let mut parts = host.split('.');
        parts.next() == Some("127")
            && parts.clone().count() == 3
            && parts.all(|p| p.parse::<u32>().is_ok_and(|n| n < 256))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_urls() {
        let e = Endpoint::parse("https://S3-Kna1.Example:8080/").unwrap();
        assert_eq!(e.url(), "https://s3-kna1.example:8080");
        assert_eq!(e.host(), "s3-kna1.example:8080");
        let k = KeystoneUrl::parse("https://api.example/identity/v3/").unwrap();
        assert_eq!((k.as_str(), k.host()), ("https://api.example/identity/v3", "api.example"));
        for loopback in ["http://127.0.0.1:5000/v3", "http://localhost/v3", "http://[::1]:5000/v3"]
        {
            assert!(KeystoneUrl::parse(loopback).is_some(), "{loopback}");
        }
    }

    #[test]
    fn bad_urls() {
        for bad in [
            "",
            "s3.example",
            "http://s3.example",
            "http://127.evil.example",
            "http://127.0.0.1.example",
            "http://127.0.0.256",
            "http://10.0.0.1",
            "https://[]",
            "https://[g]",
            "https://u:p@s3.example",
            "https://s3.example/path",
            "https://s3.example?x",
            "https://s3 .example",
            "https://s3.example:0",
            "https://s3.example:99999",
            "https://s3.example:",
            "https://s3.example:+80",
            "javascript://s3.example",
            "https://{region}.example",
            "https://'.example",
        ] {
            assert!(Endpoint::parse(bad).is_none(), "{bad}");
        }
        for bad in ["https://k.example", "https://k.example/v2.0", "https://k.example/v3?x=/v3"] {
            assert!(KeystoneUrl::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn parts_of_an_endpoint() {
        for (url, hostname, port, is_https) in [
            ("https://s3.example:8080", "s3.example", "8080", true),
            ("https://s3.example", "s3.example", "443", true),
            ("http://localhost", "localhost", "80", false),
            ("http://127.0.0.1:8080", "127.0.0.1", "8080", false),
            ("https://[2001:db8::1]", "[2001:db8::1]", "443", true),
            ("https://[2001:db8::1]:8080", "[2001:db8::1]", "8080", true),
        ] {
            let endpoint = Endpoint::parse(url).unwrap();
            let parts = (endpoint.hostname(), endpoint.port(), endpoint.is_https());
            assert_eq!(parts, (hostname, port, is_https), "{url}");
        }
    }

    #[test]
    fn a_service_has_the_endpoint_of_its_origin() {
        let of = |url| Endpoint::of_service(url).map(|endpoint| endpoint.url().to_owned());
        let url = "https://s3.example:8080/v1/AUTH_x";
        assert_eq!(of(url).as_deref(), Some("https://s3.example:8080"));
        assert_eq!(of("https://s3.example/v1?x"), None);
    }
}
