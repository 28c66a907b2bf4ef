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

impl Cloud {
    /// Adds a region.
    pub fn add(&mut self, region: &str, store: &Endpoint, keystone: &KeystoneUrl) {
        let region = region.to_ascii_lowercase();
        let keystone = keystone.as_str().split('/').nth(2).unwrap_or_default().to_ascii_lowercase();
        self.0.push(Addresses { region, store: store.host().to_ascii_lowercase(), keystone });
    }
}
