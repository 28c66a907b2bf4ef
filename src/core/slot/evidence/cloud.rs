//! Whose a host is that stands in the author's code.

use crate::core::endpoint::{Endpoint, KeystoneUrl};

/// The addresses of the cloud: of each region, in the configuration's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cloud(Vec<Addresses>);

/// The addresses of one region, in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Addresses {
    /// The region's name in host names.
    region: String,
    /// Host and port of its store.
    store: String,
    /// Host and port of its Keystone.
    keystone: String,
}

/// Whose an address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HostOwner {
    /// The cloud's, whichever region is chosen.
    Cloud,
    /// The cloud's, in the region with this index only.
    Region(usize),
    /// That of a neighbour of the cloud's own hosts: `compute.cloud.example` beside
    /// `s3.cloud.example`. It may be the cloud's, and takes no keys of S3.
    Neighbour,
    /// Somebody else's.
    Other,
    /// It is not written out.
    Unknown,
}

/// Stands for the region in the host of an address, where a slot for it does.
pub(super) const REGION: u8 = 1;
/// Stands for the host of the store, where a slot for it does.
pub(super) const STORE: u8 = 2;
/// Stands for what is not written out: another placeholder, a variable.
pub(super) const GAP: u8 = 3;

impl Cloud {
    /// Adds a region.
    pub fn add(&mut self, region: &str, store: &Endpoint, keystone: &KeystoneUrl) {
        let keystone = keystone.as_str().split('/').nth(2).unwrap_or_default();
        self.0.push(Addresses {
            region: region.to_ascii_lowercase(),
            store: store.host().to_ascii_lowercase(),
            keystone: keystone.to_ascii_lowercase(),
        });
    }

    /// Whose `host` is: a name with its port if it has one, in lower case, with [`REGION`],
    /// [`STORE`] and [`GAP`] in it.
    pub(super) fn owner(&self, host: &[u8]) -> HostOwner {
        let (mut first, mut matches, mut near) = (0, 0_usize, false);
        let is_pattern = host.contains(&REGION) && host.contains(&GAP);
        for (index, of) in self.0.iter().enumerate() {
            let host = of.expanded(host, is_pattern);
            if is_at(&host, &of.store) || is_same(&host, &of.keystone) {
                first = if matches == 0 { index } else { first };
                matches += 1;
            }
            near |= is_near(&host, &of.store) || is_near(&host, &of.keystone);
        }
        match matches {
            1 if self.0.len() > 1 => HostOwner::Region(first),
            1.. => HostOwner::Cloud,
            0 if near => HostOwner::Neighbour,
            0 if is_open(host) => HostOwner::Unknown,
            0 => HostOwner::Other,
        }
    }
}

impl Addresses {
    /// `host` as it is when this region is chosen. In a `pattern`, a template that names the region
    /// and leaves something out, what it leaves out is what the store has there.
    fn expanded(&self, host: &[u8], is_pattern: bool) -> Vec<u8> {
        let mut expanded = Vec::with_capacity(host.len() + self.store.len());
        for b in host {
            match *b {
                REGION => expanded.extend_from_slice(self.region.as_bytes()),
                STORE => expanded.extend_from_slice(self.store.as_bytes()),
                b => expanded.push(b),
            }
        }
        if is_pattern && fits(&expanded, self.store.as_bytes()) {
            return self.store.clone().into_bytes();
        }
        expanded
    }
}

/// Whether `wanted` is `pattern` with something for each gap.
fn fits(pattern: &[u8], wanted: &[u8]) -> bool {
    let mut pieces = pattern.split(|b| *b == GAP);
    let first = pieces.next().unwrap_or_default();
    let Some(mut rest) = wanted.strip_prefix(first) else { return false };
    let mut last = first;
    for piece in pieces {
        let Some(at) = rest.windows(piece.len().max(1)).position(|part| part.starts_with(piece))
        else {
            return false;
        };
        (rest, last) = (&rest[at + piece.len()..], piece);
    }
    rest.is_empty() || last.is_empty()
}

/// Name and port of a host; the port of https where none is written.
fn parts(host: &[u8]) -> (&[u8], &[u8]) {
    let at = host.iter().rposition(|b| *b == b':');
    match at.map(|at| (&host[..at], &host[at + 1..])) {
        Some((name, port)) if port.iter().all(u8::is_ascii_digit) => (name, port),
        _ => (host, b""),
    }
}

/// Whether `host` is `wanted`. Without a port it may be: authors leave it out.
fn is_same(host: &[u8], wanted: &str) -> bool {
    let ((name, port), (wanted, number)) = (parts(host), parts(wanted.as_bytes()));
    let is_default = port == b"443" && number.is_empty();
    name == wanted && (port.is_empty() || port == number || is_default)
}

/// Whether `host` is `wanted`, or a bucket before it.
fn is_at(host: &[u8], wanted: &str) -> bool {
    let name = parts(wanted.as_bytes()).0;
    let is_bucket = |at: usize| host[at - 1] == b'.' && host[at..].starts_with(name);
    is_same(host, wanted) || (1..host.len()).any(|at| is_bucket(at) && is_same(&host[at..], wanted))
}

/// Whether `host` is in the domain that `of` is in: of two labels at least, since `example` and
/// `com` are anybody's.
fn is_near(host: &[u8], of: &str) -> bool {
    let (host, of) = (parts(host).0, parts(of.as_bytes()).0);
    let Some(dot) = of.iter().position(|b| *b == b'.') else { return false };
    let domain = &of[dot..];
    let is_address = of.iter().all(|b| b.is_ascii_digit() || *b == b'.');
    !is_address && domain[1..].contains(&b'.') && (host.ends_with(domain) || host == &domain[1..])
}

/// Whether the end of `host` is not written out, so that it may be anybody's.
fn is_open(host: &[u8]) -> bool {
    let Some(gap) = host.iter().rposition(|b| *b == GAP) else { return false };
    let rest = parts(&host[gap + 1..]).0;
    !rest.strip_prefix(b".").is_some_and(|domain| domain.contains(&b'.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cloud(regions: &[&str], parent: &str) -> Cloud {
        let mut cloud = Cloud::default();
        for region in regions {
            let store = ["https://s3-", region, parent, ":8080"].concat().to_ascii_lowercase();
            let keystone = ["https://identity", parent, ":5000/v3"].concat();
            cloud.add(
                region,
                &Endpoint::parse(&store).unwrap(),
                &KeystoneUrl::parse(&keystone).unwrap(),
            );
        }
        cloud
    }

    #[test]
    fn whose_a_host_is() {
        let several = cloud(&["Kna1", "Fra1"], ".cloud.example");
        for (host, owner) in [
            ("s3-kna1.cloud.example:8080", HostOwner::Region(0)),
            ("s3-fra1.cloud.example", HostOwner::Region(1)),
            ("photos.s3-fra1.cloud.example:8080", HostOwner::Region(1)),
            ("s3-\u{1}.cloud.example:8080", HostOwner::Cloud),
            ("\u{2}", HostOwner::Cloud),
            ("\u{3}.\u{2}", HostOwner::Cloud),
            ("identity.cloud.example:5000", HostOwner::Cloud),
            ("identity.cloud.example", HostOwner::Cloud),
            ("compute.cloud.example:8774", HostOwner::Neighbour),
            ("s3-fra1.cloud.example:9000", HostOwner::Neighbour),
            ("\u{1}.cloud.example", HostOwner::Neighbour),
            ("s3-kna1.cloud.example.evil.example", HostOwner::Other),
            ("xs3-kna1.cloud.example.x", HostOwner::Other),
            ("\u{2}.evil.example", HostOwner::Other),
            ("play.min.io", HostOwner::Other),
            ("localhost:9000", HostOwner::Other),
            ("s3.\u{1}.amazonaws.com", HostOwner::Other),
            ("\u{3}.s3.amazonaws.com", HostOwner::Other),
            ("\u{3}", HostOwner::Unknown),
            ("\u{3}:9000", HostOwner::Unknown),
            ("minio.\u{3}", HostOwner::Unknown),
            ("s3-\u{1}.\u{3}:8080", HostOwner::Cloud),
            ("s3-\u{1}.\u{3}", HostOwner::Cloud),
            ("minio-\u{1}.\u{3}", HostOwner::Unknown),
            ("\u{3}.example", HostOwner::Unknown),
        ] {
            assert_eq!(several.owner(host.as_bytes()), owner, "{host:?}");
        }
        let one = cloud(&["Kna1"], ".example");
        assert_eq!(one.owner(b"s3-kna1.example:8080"), HostOwner::Cloud);
        // Names of one label are anybody's.
        assert_eq!(one.owner(b"barbican.example"), HostOwner::Other);
        let mut local = Cloud::default();
        let (store, keystone) = ("http://127.0.0.1:8080", "http://127.0.0.1:5000/v3");
        local.add("Aur1", &Endpoint::parse(store).unwrap(), &KeystoneUrl::parse(keystone).unwrap());
        assert_eq!(local.owner(b"127.0.0.1:8080"), HostOwner::Cloud);
        assert_eq!(local.owner(b"10.0.0.1:8080"), HostOwner::Other);
        assert_eq!(Cloud::default().owner(b"s3.example"), HostOwner::Other);
    }
}
