//! The outline of a block: its statements, calls, mappings and sections, and what is named in each.
//!
//! It is made in one walk over the text. What cannot be followed becomes a part of what is around
//! it, so that at most a piece of evidence is lost, or one against is seen too often.

mod addresses;
mod code;
mod layout;
mod scan;
mod sections;
mod session;
mod shell;
mod tree;

pub(super) use scan::Site;

use super::cloud::HostOwner;
use super::command::Called;
use crate::core::slot::{Found, Layout};

/// A range of bytes of the text.
pub(super) type Range = std::ops::Range<usize>;

/// The parts of a block, each after the one that it is in, and where each slot stands.
pub(super) struct Outline {
    /// The parts; the first is the whole.
    pub parts: Vec<Scope>,
    /// For each slot of the text, in order.
    pub spots: Vec<Spot>,
}

/// A part of a block.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    /// The part that it is in; its own index for the whole.
    pub parent: usize,
    /// What it is.
    pub kind: ScopeKind,
    /// Where it stands.
    pub range: Range,
    /// What it is called: the name before a bracket, the key of a mapping, the head of a section.
    pub title: Range,
    /// The program that it calls, of a statement.
    pub command: Option<Called>,
    /// What is named in it, and in none of its parts.
    pub own: NamedThings,
    /// What is named in it and in its parts.
    pub all: NamedThings,
}

/// What a part of a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ScopeKind {
    /// The whole, a body of statements, a document within the block.
    Body,
    /// A statement of a shell or a program.
    Statement,
    /// A statement that does nothing but give values to variables.
    Assignment,
    /// What stands in round or square brackets.
    Group,
    /// Names with values: in braces, at one depth of YAML.
    Mapping,
    /// Items of a list of YAML.
    List,
    /// A section of an INI file.
    Section,
    /// What a shell runs for its output.
    Substitution,
    /// The same in backticks.
    Backticks,
    /// A comment.
    Comment,
}

/// What is named somewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that is there or not")]
pub(super) struct NamedThings {
    /// A name for the first half of a key.
    pub access: bool,
    /// A name for the second half.
    pub secret: bool,
    /// A shorter name for the first half.
    pub short_access: bool,
    /// A shorter name for the second half.
    pub short_secret: bool,
    /// A name for a bucket.
    pub bucket: bool,
    /// A file that holds a key of S3, or a variable with the address of the cloud.
    pub known: Option<&'static str>,
    /// A library for S3.
    pub library: Option<&'static str>,
    /// A library of `OpenStack`, or a name for the address of Keystone.
    pub openstack: Option<&'static str>,
    /// A name of another secret.
    pub other_secret: Option<&'static str>,
    /// Another product.
    pub other: Option<&'static str>,
    /// A service of AWS that is not S3.
    pub service: bool,
    /// A word with which ids may be those of somebody else.
    pub about_others: bool,
    /// Every address.
    pub hosts: Hosts,
    /// The addresses that are given to a name for an endpoint.
    pub endpoints: Hosts,
}

/// Whose addresses stand somewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hosts {
    /// The cloud's, of the region that is chosen or of all.
    pub cloud: bool,
    /// The cloud's, of this region.
    pub region: Option<usize>,
    /// Perhaps the cloud's.
    pub neighbour: Option<(usize, usize)>,
    /// Somebody else's.
    pub other: Option<(usize, usize)>,
    /// One that is not written out.
    pub unknown: bool,
}

/// Where a slot stands.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    /// The part.
    pub part: usize,
    /// The name that it is given to, if any.
    pub label: Option<Range>,
    /// Whose address it is a part of.
    pub address: Option<(HostOwner, Range)>,
}

impl Outline {
    /// The outline of a text with these slots.
    pub(super) fn of(text: &[u8], found: &[Found], layout: Layout, site: Site<'_>) -> Self {
        let mut scan = scan::Scan::new(text, found, site);
        scan.read(0..text.len(), 0, layout);
        let mut outline = scan.done();
        outline.add_up();
        outline
    }

    /// The part with the index `part`, what is around it, and so on.
    pub(super) fn around(&self, part: usize) -> impl Iterator<Item = &Scope> {
        let mut next = Some(part);
        std::iter::from_fn(move || {
            let at = next?;
            let part = self.parts.get(at)?;
            next = (part.parent != at).then_some(part.parent);
            Some(part)
        })
    }

    fn add_up(&mut self) {
        for part in &mut self.parts {
            part.all = part.own;
        }
        for at in (1..self.parts.len()).rev() {
            let Scope { parent, all, kind, .. } = self.parts[at];
            // What a comment says is about nothing else.
            if kind != ScopeKind::Comment && parent < at {
                self.parts[parent].all.add(&all);
            }
        }
    }
}

impl NamedThings {
    pub(super) fn add(&mut self, other: &Self) {
        self.access |= other.access;
        self.secret |= other.secret;
        self.short_access |= other.short_access;
        self.short_secret |= other.short_secret;
        self.bucket |= other.bucket;
        self.known = self.known.or(other.known);
        self.library = self.library.or(other.library);
        self.openstack = self.openstack.or(other.openstack);
        self.other_secret = self.other_secret.or(other.other_secret);
        self.other = self.other.or(other.other);
        self.service |= other.service;
        self.about_others |= other.about_others;
        self.hosts.add(&other.hosts);
        self.endpoints.add(&other.endpoints);
    }
}

impl Hosts {
    /// Adds an address at these bytes.
    fn see(&mut self, owner: HostOwner, at: &Range) {
        let at = (at.start, at.end);
        match owner {
            HostOwner::Cloud => self.cloud = true,
            HostOwner::Region(index) => self.region = self.region.or(Some(index)),
            HostOwner::Neighbour => self.neighbour = self.neighbour.or(Some(at)),
            HostOwner::Other => self.other = self.other.or(Some(at)),
            HostOwner::Unknown => self.unknown = true,
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.cloud |= other.cloud;
        self.region = self.region.or(other.region);
        self.neighbour = self.neighbour.or(other.neighbour);
        self.other = self.other.or(other.other);
        self.unknown |= other.unknown;
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
