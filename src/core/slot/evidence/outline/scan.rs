//! The walk over the text of a block: its slots, names and addresses, in whatever layout.

use super::{NamedThings, Outline, Range, Scope, ScopeKind, Spot};
use crate::core::slot::evidence::cloud::{Cloud, HostOwner};
use crate::core::slot::evidence::{known, products};
use crate::core::slot::{Found, Slots, Source};

/// What is known of the site.
#[derive(Clone, Copy)]
pub(in crate::core::slot::evidence) struct Site<'a> {
    pub slots: &'a Slots,
    pub cloud: &'a Cloud,
    /// Whether a statement may call a program: not in the code of one.
    pub has_commands: bool,
    /// Whether it is for fish, in which brackets run a command for its output.
    pub is_fish: bool,
}

/// How deep parts may be in others; what is deeper belongs to what is around it.
const DEEPEST: usize = 64;
/// How far a value may be behind its name.
const NEAR: usize = 12;

/// The walk.
pub(super) struct Scan<'a> {
    pub text: &'a [u8],
    pub parts: Vec<Scope>,
    pub has_commands: bool,
    pub is_fish: bool,
    depths: Vec<usize>,
    pub(super) found: &'a [Found],
    pub(super) site: Site<'a>,
    pub(super) spots: Vec<Spot>,
    /// The last name.
    last: Range,
    /// What a name such as `name` was given last: what a name such as `value` stands for.
    named: Range,
    /// The address that the walk is in, and where it ends.
    pub(super) address: Option<(HostOwner, Range)>,
}

impl<'a> Scan<'a> {
    pub fn new(text: &'a [u8], found: &'a [Found], site: Site<'a>) -> Self {
        let whole = Scope {
            parent: 0,
            kind: ScopeKind::Body,
            range: 0..text.len(),
            title: 0..0,
            command: None,
            own: NamedThings::default(),
            all: NamedThings::default(),
        };
        Self {
            text,
            parts: vec![whole],
            has_commands: site.has_commands,
            is_fish: site.is_fish,
            depths: vec![0],
            found,
            site,
            spots: Vec::with_capacity(found.len()),
            last: 0..0,
            named: 0..0,
            address: None,
        }
    }

    /// Every slot has a spot: one that no layout has passed stands in the whole.
    pub fn done(mut self) -> Outline {
        while self.spots.len() < self.found.len() {
            self.spots.push(Spot { part: 0, label: None, address: None });
        }
        Outline { parts: self.parts, spots: self.spots }
    }

    /// The byte at `at`; a line break after the end.
    pub fn byte(&self, at: usize) -> u8 {
        self.text.get(at).copied().unwrap_or(b'\n')
    }

    /// The byte before `at`; a line break before the start.
    pub fn before(&self, at: usize) -> u8 {
        at.checked_sub(1).map_or(b'\n', |at| self.byte(at))
    }

    /// Whether `word` stands at `at`.
    pub fn has(&self, at: usize, word: &[u8]) -> bool {
        self.text.get(at..).is_some_and(|rest| rest.starts_with(word))
    }

    /// Where the line at `at` ends, at most at `end`.
    pub fn line_end(&self, at: usize, end: usize) -> usize {
        let rest = &self.text[at.min(end)..end];
        at + rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len())
    }

    /// A new part in `parent`; `parent` itself where that is too deep.
    pub fn open(&mut self, kind: ScopeKind, parent: usize, start: usize, title: Range) -> usize {
        let depth = self.depths[parent] + 1;
        if depth > DEEPEST {
            return parent;
        }
        self.parts.push(Scope {
            parent,
            kind,
            range: start..start,
            title,
            command: None,
            own: NamedThings::default(),
            all: NamedThings::default(),
        });
        self.depths.push(depth);
        self.parts.len() - 1
    }

    /// Ends a part.
    pub fn close(&mut self, part: usize, end: usize) {
        if part > 0 {
            let range = &mut self.parts[part].range;
            range.end = range.end.max(end);
        }
    }

    /// The last name, if it ends right before `at`.
    pub fn name_before(&self, at: usize) -> Range {
        if self.last.end == at { self.last.clone() } else { at..at }
    }

    /// Whether a slot begins at `at`.
    pub fn is_slot(&self, at: usize) -> bool {
        self.byte(at) == b'<' && self.slot_at(at).is_some()
    }

    fn slot_at(&self, at: usize) -> Option<&'a Found> {
        self.found.get(self.spots.len()).filter(|slot| slot.start == at)
    }

    /// Takes what stands at `at` for a piece of `part`, and returns where the next one begins.
    pub fn piece(&mut self, at: usize, part: usize) -> usize {
        if self.address.as_ref().is_some_and(|(_, range)| range.end <= at) {
            self.address = None;
        }
        if let Some(slot) = self.slot_at(at) {
            return self.slot(slot, part);
        }
        if !is_atom(self.byte(at)) {
            return at + 1;
        }
        let mut end = at;
        while is_atom(self.byte(end)) || (self.has(end, b"::") && is_atom(self.byte(end + 2))) {
            end += if self.byte(end) == b':' { 2 } else { 1 };
        }
        if self.has(end, b"://") && self.address.is_none() {
            self.address(at, end + 3, part);
            return end + 3;
        }
        self.name(at..end, part);
        end
    }

    fn slot(&mut self, slot: &Found, part: usize) -> usize {
        let label = self.label(slot.start);
        let source = self.site.slots.list().get(slot.slot).map(|slot| slot.source);
        if self.address.is_none() && matches!(source, Some(Source::Endpoint | Source::Host)) {
            let range = slot.start..slot.end;
            self.see(HostOwner::Cloud, &range, part, true);
        }
        self.spots.push(Spot { part, label, address: self.address.clone() });
        self.last = 0..0;
        slot.end
    }

    /// The name that stands before the value at `at`.
    pub(super) fn label(&self, at: usize) -> Option<Range> {
        let label = self.last.clone();
        let gap = self.text.get(label.end..at)?;
        let is_gap = |b: &u8| b" \t=:\"'([{,>]\\".contains(b);
        if label.is_empty() || gap.len() > NEAR || !gap.iter().all(is_gap) {
            return None;
        }
        let is_value = self.text[label.clone()].eq_ignore_ascii_case(b"value");
        Some(if is_value && !self.named.is_empty() { self.named.clone() } else { label })
    }

    fn name(&mut self, atom: Range, part: usize) {
        let label = self.label(atom.start);
        let text = &self.text[atom.clone()];
        let word = |range: &Range| &self.text[range.clone()];
        if let Some(label) = &label {
            if [&b"name"[..], b"key"].iter().any(|name| word(label).eq_ignore_ascii_case(name)) {
                self.named = atom.clone();
            }
            if known::is_kind(word(label)) {
                let other = products::product(text);
                let own = &mut self.parts[part].own;
                own.other = own.other.or(other);
            }
        }
        let is_variable = matches!(self.before(atom.start), b'$' | b'{');
        known::note(text, is_variable, &mut self.parts[part].own);
        if known::is_file(&self.text[..atom.end]) {
            self.parts[part].own.known = Some(known::FILE);
        }
        if let Some(end) = self.host_end(&atom, label.as_ref()) {
            let host = self.text[atom.start..end].to_ascii_lowercase();
            let owner = self.site.cloud.owner(&host);
            self.addressed(owner, atom.start..end, label.as_ref(), part);
        }
        self.last = atom;
    }

    pub(super) fn see(&mut self, owner: HostOwner, at: &Range, part: usize, is_endpoint: bool) {
        let own = &mut self.parts[part].own;
        own.hosts.see(owner, at);
        if is_endpoint {
            own.endpoints.see(owner, at);
        }
    }
}

/// Whether `b` can be in a name.
pub(super) fn is_atom(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b"_-.".contains(&b) || b >= 0x80
}
