//! Addresses in the text of a block.

use super::Range;
use super::scan::Scan;
use crate::core::slot::Source;
use crate::core::slot::evidence::cloud::{GAP, HostOwner, REGION, STORE};
use crate::core::slot::evidence::{hosts, known, products};

/// The longest address.
const LONGEST: usize = 2048;

impl Scan<'_> {
    /// Where the host ends that this word is, if it is one without a scheme.
    pub(super) fn host_end(&self, atom: &Range, label: Option<&Range>) -> Option<usize> {
        let text = &self.text[atom.clone()];
        let port = self.text.get(atom.end..)?.strip_prefix(b":");
        let digits = port.map_or(0, |rest| rest.iter().take_while(|b| b.is_ascii_digit()).count());
        let end = if digits > 0 { atom.end + 1 + digits } else { atom.end };
        // A part of a path, a variable or an address of mail.
        let is_quoted = b"\"'`".contains(&self.before(atom.start));
        let is_alone = !b"/$@\\%".contains(&self.before(atom.start))
            && !self.is_slot(end)
            && !b"([".contains(&self.byte(end))
            && (self.has_commands || is_quoted);
        let is_endpoint = self.is_repository(atom.start)
            || label.is_some_and(|label| {
                let name = &self.text[label.clone()];
                // `Minio("play.min.io", ..)`
                let is_made =
                    self.byte(label.end) == b'(' && is_quoted && products::library(name).is_some();
                hosts::is_endpoint(name) || is_made
            });
        (is_alone && hosts::is_host(text, digits > 0, is_endpoint)).then_some(end)
    }

    /// Takes the address whose host begins at `at`, after the scheme at `start`.
    pub(super) fn address(&mut self, start: usize, at: usize, part: usize) {
        let scheme = &self.text[start..at - 3];
        let is_web = [&b"http"[..], b"https"].iter().any(|end| known::ends(scheme, end));
        let (host, host_range, end, has_user) = self.authority(at);
        let label = self.label(start);
        // Clients for files name a store so, with a user before it.
        if !(is_web || (has_user && known::ends(scheme, b"s3"))) {
            return;
        }
        let owner = self.site.cloud.owner(&host);
        self.address = Some((owner, at..end));
        self.addressed(owner, host_range, label.as_ref(), part);
    }

    /// The host that begins at `at`, with the marks of the cloud, where it stands, where the whole
    /// address ends, and whether a user stands before the host.
    fn authority(&self, at: usize) -> (Vec<u8>, Range, usize, bool) {
        let (mut host, mut start, mut end, mut is_path) = (Vec::new(), at, at, false);
        let (mut next, mut host_end, mut has_user) = (self.spots.len(), at, false);
        while end < self.text.len().min(at + LONGEST) {
            while self.found.get(next).is_some_and(|slot| slot.start < end) {
                next += 1;
            }
            let b = self.byte(end);
            let slot = self.found.get(next).filter(|slot| slot.start == end);
            let (mark, after) = match (slot, b) {
                (Some(slot), _) => {
                    let source = self.site.slots.list().get(slot.slot).map(|slot| slot.source);
                    let mark = match source {
                        Some(Source::Region) => REGION,
                        Some(Source::Endpoint | Source::Host) => STORE,
                        _ => GAP,
                    };
                    (mark, slot.end)
                }
                (None, b'<' | b'$' | b'%' | b'{') => match self.gap_end(end) {
                    Some(after) => (GAP, after),
                    None => break,
                },
                _ if b.is_ascii_whitespace() || b"\"'`>\\|,;)".contains(&b) => break,
                (None, b) => (b.to_ascii_lowercase(), end + 1),
            };
            if !is_path && b"/?#".contains(&mark) {
                is_path = true;
            } else if !is_path && mark == b'@' {
                host.clear();
                (start, has_user) = (after, true);
            } else if !is_path {
                host.push(mark);
            }
            end = after;
            host_end = if is_path { host_end } else { end };
        }
        (host, start..host_end, end, has_user)
    }

    /// Where the placeholder or the variable of an address ends that begins at `at`: `<host>`,
    /// `$HOST`, `${HOST}`, `{host}`, `{{ host }}`, `%(host)s`, `%s`.
    fn gap_end(&self, at: usize) -> Option<usize> {
        let near = &self.text[at..self.text.len().min(at + 80)];
        let to = |b: u8| near.iter().position(|other| *other == b).map(|length| at + length + 1);
        let word = |from: usize| {
            let name =
                near.iter().skip(from).take_while(|b| b.is_ascii_alphanumeric() || **b == b'_');
            at + from + name.count()
        };
        match near {
            [b'<', b'/', ..] => None,
            [b'<', ..] => to(b'>'),
            [b'{', b'{', ..] => to(b'}').map(|end| end + usize::from(self.byte(end) == b'}')),
            [b'{', ..] | [b'$', b'{', ..] => to(b'}'),
            [b'%', b'(', ..] => to(b')').map(|end| end + 1),
            [b'%', ..] => Some(at + 2),
            _ => Some(word(1)),
        }
    }

    /// Whether the host at `at` is that of a repository, which restic writes as `s3:host/bucket` or
    /// `s3:https://host/bucket` (restic's manual, "Preparing a new repository").
    fn is_repository(&self, at: usize) -> bool {
        let before = &self.text[..at];
        let before = before.strip_suffix(b"//").unwrap_or(before);
        let before = [&b"https:"[..], b"http:"].iter().find_map(|end| before.strip_suffix(*end));
        let is_s3 = before.unwrap_or(&self.text[..at]).ends_with(b"s3:");
        is_s3 && self.text.windows(6).any(|word| word.eq_ignore_ascii_case(b"restic"))
    }

    pub(super) fn addressed(
        &mut self,
        owner: HostOwner,
        at: Range,
        label: Option<&Range>,
        part: usize,
    ) {
        let name = label.map_or(&b""[..], |label| &self.text[label.clone()]);
        let is_format = hosts::is_of_a_format(&self.text[at.clone()]);
        let is_repository = self.is_repository(at.start);
        if is_repository || (!is_format && !hosts::is_other_address(name)) {
            let is_endpoint = is_repository || hosts::is_endpoint(name);
            self.see(owner, &at, part, is_endpoint);
        }
    }
}
