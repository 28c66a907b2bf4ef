//! Which of the page's regions a file is about.

use super::Login;
use crate::core::admit::shown;
use crate::core::config::Region;
use crate::core::endpoint::KeystoneUrl;

/// What a file names that the page has not. Safe to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// No region of the page has this Keystone.
    Keystone(String),
    /// The page has no region of this name, or has it with another Keystone.
    Region(String),
}

impl Login {
    /// The regions that the file may be for, each with its index.
    pub fn regions<'a>(&self, regions: &'a [Region]) -> impl Iterator<Item = (usize, &'a Region)> {
        let is_it = |region: &Region| {
            let is_named = |name: &String| name.eq_ignore_ascii_case(region.name.as_str());
            self.addresses().all(|url| is_same(url, region.keystone.as_str()))
                && self.region.as_ref().is_none_or(is_named)
        };
        regions.iter().enumerate().filter(move |(_, region)| is_it(region))
    }

    fn addresses(&self) -> impl Iterator<Item = &String> {
        self.auth_url.iter().chain(&self.overrides)
    }
}

/// The region that `login` is about: by its Keystone and its name, else the `current` one
/// where that fits, else the first that does.
///
/// # Errors
/// [`Mismatch`] is what the file has and no region of the page.
pub fn find_region(login: &Login, regions: &[Region], current: usize) -> Result<usize, Mismatch> {
    let mut fitting = login.regions(regions).map(|(index, _)| index);
    if login.regions(regions).any(|(index, _)| index == current) {
        return Ok(current);
    }
    fitting.next().ok_or_else(|| {
        let is_known = |url: &&String| regions.iter().any(|r| is_same(url, r.keystone.as_str()));
        match login.addresses().find(|url| !is_known(url)) {
            Some(url) => Mismatch::Keystone(shown(url)),
            None => Mismatch::Region(shown(login.region.as_deref().unwrap_or_default())),
        }
    })
}

/// Whether a file's `auth_url`, with or without `/v3`, is the Keystone at `keystone`.
fn is_same(auth_url: &str, keystone: &str) -> bool {
    let url = auth_url.trim_end_matches('/');
    let with_version = if url.ends_with("/v3") { "" } else { "/v3" };
    let url = KeystoneUrl::parse(&[url, with_version].concat());
    url.is_some_and(|url| without_default_port(url.as_str()) == without_default_port(keystone))
}

/// Origin and path of a URL, without the `:443` that https has by itself (RFC 3986, 6.2.3).
fn without_default_port(url: &str) -> (&str, &str) {
    let bare = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let path = bare.and_then(|bare| bare.find('/').map(|at| url.len() - bare.len() + at));
    let (origin, path) = url.split_at(path.unwrap_or(url.len()));
    match origin.strip_suffix(":443") {
        Some(host) if url.starts_with("https:") => (host, path),
        _ => (origin, path),
    }
}
