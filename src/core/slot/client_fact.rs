//! What only the commands of clients tell of a region and its store: slots that an author's page
//! does not have, since their names are too common there.

use super::{DEFAULTS, DefaultSlot, Slot, Slots, Source, name};
use crate::core::words::Say;

/// Something that is known of a region, or of how its store is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClientFact {
    /// The name of the profile, alias or remote for the region.
    Profile,
    /// The region that requests are signed for.
    SigningRegion,
    /// The host of the store, without its port.
    Hostname,
    /// Its port, also where the address has none.
    Port,
    /// `https`, or `http` on loopback.
    Scheme,
    /// The same as `true` or `false`.
    UseHttps,
    /// The URL of Keystone.
    Keystone,
    /// Where a bucket stands in an address: `path` or `virtual`.
    Addressing,
    /// The same as `true` for `path`, or `false`.
    PathStyle,
    /// The same in the words of restic: `path` or `dns`.
    BucketLookup,
    /// The same in the words of mc: `on` or `off`.
    McPath,
    /// When clients send checksums of their own accord: `when_required` or `when_supported`.
    Checksums,
}

impl ClientFact {
    /// Each with its name in the files of clients.
    pub const ALL: [(&str, Self); 12] = [
        ("profile", Self::Profile),
        ("signing-region", Self::SigningRegion),
        ("s3-hostname", Self::Hostname),
        ("s3-port", Self::Port),
        ("scheme", Self::Scheme),
        ("use-https", Self::UseHttps),
        ("keystone-url", Self::Keystone),
        ("addressing", Self::Addressing),
        ("path-style", Self::PathStyle),
        ("bucket-lookup", Self::BucketLookup),
        ("mc-path", Self::McPath),
        ("checksums", Self::Checksums),
    ];

    /// Whether it is known with the region only. The others follow from the site's options, and
    /// without a region a store is asked by https.
    #[must_use]
    pub fn is_of_region(self) -> bool {
        matches!(
            self,
            Self::Profile | Self::SigningRegion | Self::Hostname | Self::Port | Self::Keystone
        )
    }

    /// Whether it is `true` or `false`.
    #[must_use]
    pub fn is_truth(self) -> bool {
        matches!(self, Self::UseHttps | Self::PathStyle)
    }

    /// The slot that has it.
    fn slot((id, fact): (&str, Self)) -> Slot {
        let names = vec![name::normal(id)];
        Slot { source: Source::Client(fact), id: id.into(), label: Say::own(id), names }
    }
}

impl Slots {
    /// The slots of an author's own tab: those of the pages, and the facts of clients where the
    /// author has no slot of such a name.
    #[must_use]
    pub fn for_tabs(&self) -> Self {
        let facts = ClientFact::ALL.into_iter().map(ClientFact::slot);
        let mut slots = self.clone();
        for fact in facts {
            slots.append(fact);
        }
        slots
    }

    /// The slots of the files of clients, which mean the same on every site: the facts, what a
    /// session brings, and then the author's own, under the names that are left.
    #[must_use]
    pub fn for_clients(&self) -> Self {
        let mut slots = Self(ClientFact::ALL.into_iter().map(ClientFact::slot).collect());
        let is_variable = |slot: &DefaultSlot| matches!(slot.source, Source::Variable(_));
        let defaults = Self::defaults().0.into_iter().zip(&DEFAULTS);
        let (variables, session): (Vec<_>, Vec<_>) =
            defaults.partition(|(_, default)| is_variable(default));
        let mine = session.into_iter().map(|(slot, _)| slot).chain(self.0.iter().cloned());
        for slot in mine.chain(variables.into_iter().map(|(slot, _)| slot)) {
            slots.append(slot);
        }
        slots
    }

    /// Takes a slot in under those of its names that no other has, if there are any.
    fn append(&mut self, mut slot: Slot) {
        slot.names.retain(|name| self.by_normal(name).is_none());
        if !slot.names.is_empty() && self.by_id(&slot.id).is_none() {
            self.0.push(slot);
        }
    }
}
