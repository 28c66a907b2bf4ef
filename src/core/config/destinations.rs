//! Where secrets go: what must be the same for every panel of a document.

use sha2::{Digest, Sha256};

use super::Config;

const ELSEWHERE: &str = ", but the page is set up for other servers. Nothing was sent, and you are \
    still signed in. Reload the page. If it persists, do not sign in here, and tell the authors of \
    this page.";

impl Config {
    /// The SHA-256, in lower-case hexadecimal digits, of the regions and their Keystones: a line
    /// of the region's name, a space and the URL for each, in the order of their bytes.
    ///
    /// The plugin writes it beside the loader, where a page compares it; `tests/rules` has cases.
    #[must_use]
    pub fn destinations(&self) -> String {
        let line = |region: &super::Region| {
            [region.name.as_str(), " ", region.keystone.as_str(), "\n"].concat()
        };
        let lines = in_order(self.regions.iter().map(line));
        let mut hex = String::with_capacity(64);
        for byte in Sha256::digest(lines.concat()) {
            for digit in [byte >> 4, byte & 0xf] {
                hex.push(char::from_digit(u32::from(digit), 16).unwrap_or_default());
            }
        }
        hex
    }

    /// Why a panel of this configuration is not accepted, for its place in the page.
    #[must_use]
    pub fn sends_elsewhere(&self) -> String {
        let mut there = in_order(self.regions.iter().map(|r| r.keystone.as_str()));
        there.dedup();
        ["a sign-in in this panel would go to ", &there.join(", "), ELSEWHERE].concat()
    }
}

/// In the order of their bytes. They are few, and the library's sorting would be four kilobytes of
/// the wasm for each kind of item.
fn in_order<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut sorted = Vec::new();
    for item in items {
        let at = sorted.partition_point(|other| *other <= item);
        sorted.insert(at, item);
    }
    sorted
}
