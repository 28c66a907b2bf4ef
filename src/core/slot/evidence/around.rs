//! What stands around one slot.

use super::Objection;
use super::block::CodeBlock;
use super::cloud::HostOwner;
use super::command::Called;
use super::known;
use super::outline::{Hosts, NamedThings, Range, Scope, ScopeKind, Spot};
use super::products;
use super::tables::names;
use crate::core::slot::{Found, Trait};

/// How far a use of a variable is looked for.
const FAR: usize = 2048;

/// What stands around one slot of a block.
pub(super) struct Around<'a> {
    pub block: &'a CodeBlock<'a>,
    pub slot: &'a Found,
    pub spot: &'a Spot,
    /// The parts that it is in, from the innermost outwards; no further than a comment.
    pub parts: Vec<&'a Scope>,
}

impl<'a> Around<'a> {
    pub(super) fn of(block: &'a CodeBlock<'a>, found: &'a Found, spot: &'a Spot) -> Self {
        let mut parts = Vec::new();
        for part in block.outline.around(spot.part) {
            parts.push(part);
            if part.kind == ScopeKind::Comment {
                break;
            }
        }
        Self { block, slot: found, spot, parts }
    }

    /// The same for another place of the block.
    pub(super) fn at(&self, part: usize) -> Self {
        Self { parts: self.block.outline.around(part).collect(), ..*self }
    }

    /// The name that the slot's value is given to; empty for none.
    pub(super) fn label(&self) -> &'a [u8] {
        self.spot.label.as_ref().map_or(b"", |label| &self.block.text[label.clone()])
    }

    /// Names of several words before a colon, the longest first: `AWS Secret Access Key [None]: `.
    pub(super) fn labels(&self) -> Vec<&'a [u8]> {
        let text = self.block.text;
        let near = &text[self.slot.start.saturating_sub(80)..self.slot.start];
        let line = near.rsplit(|b| *b == b'\n').next().unwrap_or_default().trim_ascii_end();
        let Some(line) = line.strip_suffix(b":") else { return Vec::new() };
        let line = line.trim_ascii_end();
        // What is there already, as dialogs show it.
        let line = match line.iter().rposition(|b| *b == b'[') {
            Some(at) if line.ends_with(b"]") => line[..at].trim_ascii_end(),
            _ => line,
        };
        let mut starts = vec![line.len()];
        let mut at = line.len();
        while at > 0 && starts.len() < 6 {
            at -= 1;
            if line[at] == b' ' {
                starts.push(at + 1);
            } else if at == 0 {
                starts.push(0);
            }
        }
        starts.iter().skip(1).rev().map(|start| &line[*start..]).collect()
    }

    /// The program whose argument the slot is.
    pub(super) fn command(&self) -> Option<Called> {
        self.parts.iter().find_map(|part| part.command)
    }

    /// The address that the slot is a part of, and whose it is.
    pub(super) fn address(&self) -> Option<&(HostOwner, Range)> {
        self.spot.address.as_ref()
    }

    /// The slot's own address, where that is somebody else's.
    pub(super) fn foreign_address(&self) -> Option<Objection> {
        match self.address() {
            Some((HostOwner::Other, range)) => Some(Objection::Address(range.start, range.end)),
            _ => None,
        }
    }

    /// Another product, by the titles of what the slot stands in and by what says what that is.
    pub(super) fn product(&self) -> Option<&'static str> {
        self.parts.iter().find_map(|part| {
            let title = &self.block.text[part.title.clone()];
            products::product(title).or(part.own.other)
        })
    }

    /// Whether the slot's own statement, call or mapping is for a service of AWS that is not S3.
    pub(super) fn has_service(&self) -> bool {
        self.parts.iter().take(3).any(|part| part.own.service)
            || self.statement().is_some_and(|part| part.all.service)
    }

    /// Whether it has a name that only clusters have.
    pub(super) fn names_a_cluster(&self) -> bool {
        let text = &self.block.text[..self.slot.start];
        let text = &text[text.len().saturating_sub(64)..];
        let is_end = |b: &u8| b.is_ascii_whitespace() || b"\"'=".contains(b);
        let word = text.rsplit(is_end).next().unwrap_or_default().to_ascii_lowercase();
        let has = |name: &&str| word.windows(name.len()).any(|part| part == name.as_bytes());
        names::OF_CLUSTERS.iter().any(|name| known::is(self.label(), name) || has(name))
    }

    /// The statement, or what there is instead of one: a mapping, a section.
    pub(super) fn statement(&self) -> Option<&'a Scope> {
        let is_one =
            |part: &&&Scope| matches!(part.kind, ScopeKind::Statement | ScopeKind::Assignment);
        let own = self.parts.iter().find(is_one).copied();
        own.or_else(|| self.mapping()).or_else(|| self.parts.first().copied())
    }

    /// The innermost part in which names have values, or arguments stand beside each other.
    pub(super) fn mapping(&self) -> Option<&'a Scope> {
        let is_one = |part: &&&Scope| {
            matches!(part.kind, ScopeKind::Mapping | ScopeKind::Section | ScopeKind::Group)
        };
        self.parts.iter().find(is_one).copied()
    }

    /// Everything that is named in the slot's own statement, mapping or section, and directly in
    /// what is around it.
    pub(super) fn facts(&self) -> NamedThings {
        let mut facts = self.statement().map_or_else(NamedThings::default, |part| part.all);
        for part in &self.parts {
            facts.add(&part.own);
        }
        facts
    }

    /// Whose addresses stand beside the slot: those that are nearest.
    pub(super) fn hosts(&self) -> Hosts {
        self.nearest(|facts| facts.hosts)
    }

    /// The same for addresses that are endpoints. `mc` takes them without a name.
    pub(super) fn endpoints(&self) -> Hosts {
        let names_none = self.command().is_some_and(Called::names_no_endpoint);
        self.nearest(|facts| if names_none { facts.hosts } else { facts.endpoints })
    }

    fn nearest(&self, of: impl Fn(&NamedThings) -> Hosts) -> Hosts {
        let mut mappings = 0;
        for part in &self.parts {
            let hosts = match part.kind {
                ScopeKind::Statement
                | ScopeKind::Assignment
                | ScopeKind::Group
                | ScopeKind::Substitution
                | ScopeKind::Backticks => of(&part.all),
                ScopeKind::List => part.all.endpoints,
                ScopeKind::Mapping | ScopeKind::Section => {
                    mappings += 1;
                    match mappings {
                        1 => of(&part.all),
                        // Another section is about something else; a mapping beside it is not.
                        // What is at the top of a file has whatever is in it.
                        2 if part.kind == ScopeKind::Mapping && self.is_inner(part) => {
                            part.all.endpoints
                        }
                        _ => part.own.endpoints,
                    }
                }
                ScopeKind::Comment | ScopeKind::Body => of(&part.own),
            };
            if !hosts.is_empty() {
                return hosts;
            }
        }
        self.elsewhere()
    }

    /// Whether a mapping is in another one.
    fn is_inner(&self, part: &Scope) -> bool {
        let around = self.block.outline.parts.get(part.parent);
        around.is_some_and(|around| {
            matches!(around.kind, ScopeKind::Mapping | ScopeKind::Group | ScopeKind::List)
        })
    }

    /// The addresses of the block that count where the slot's own statement has none: those of
    /// its variables, and for keys in the environment or in a file that is written here those of
    /// the clients that it calls.
    fn elsewhere(&self) -> Hosts {
        if self.block.is_data() {
            return Hosts::default();
        }
        let mut hosts = self.block.given;
        if self.command() == Some(Called::Assignment) || self.is_in_document() {
            hosts.add(&self.block.called);
        }
        hosts
    }

    /// Whether it stands in a here-document.
    fn is_in_document(&self) -> bool {
        let whole = self.block.outline.parts.first();
        let is_inner = |part: &&Scope| whole.is_none_or(|whole| !std::ptr::eq(whole, *part));
        !self.block.is_code()
            && self.parts.iter().any(|part| part.kind == ScopeKind::Body && is_inner(part))
    }

    /// Whether the block calls `aws` for another service, with keys from the environment.
    pub(super) fn serves_others(&self) -> bool {
        let is_given = self.command() == Some(Called::Assignment) || self.block.is_code();
        is_given && self.block.has_service
    }

    /// Whether the slot stands in backticks that a shell runs, or a sentence left behind.
    pub(super) fn is_in_backticks(&self) -> bool {
        let text = self.block.text;
        let has = |at: Option<usize>| at.and_then(|at| text.get(at)) == Some(&b'`');
        let is_marked = has(self.slot.start.checked_sub(1)) && has(Some(self.slot.end));
        let is_run = self.block.language.has(Trait::Backticks);
        (is_marked && is_run) || self.parts.iter().any(|part| part.kind == ScopeKind::Backticks)
    }

    /// Whether the slot stands in a command that is run for its output.
    pub(super) fn is_in_substitution(&self) -> bool {
        self.block.language.has(Trait::Substitution)
            && self.parts.iter().any(|part| part.kind == ScopeKind::Substitution)
    }

    /// The statements after the slot that use the variable which it is given to.
    pub(super) fn uses(&self) -> impl Iterator<Item = Self> {
        let (text, label) = (self.block.text, self.label());
        let start = self.slot.end;
        let far = &text[start..text.len().min(start + FAR)];
        let is_name = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
        let is_variable = !label.is_empty() && label.iter().all(|b| is_name(*b));
        let is_shell = !self.block.is_code();
        let length = if is_variable { label.len() } else { far.len() + 1 };
        far.windows(length).enumerate().filter_map(move |(at, word)| {
            let at = start + at;
            let before = text[at - 1];
            let begins = if is_shell { b"${".contains(&before) } else { !is_name(before) };
            let is_use =
                word == label && begins && !text.get(at + length).is_some_and(|b| is_name(*b));
            is_use.then(|| self.at(self.block.part_at(at)))
        })
    }
}
