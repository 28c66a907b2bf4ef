//! Which slots stand in a web address, in which part, and what is written there.

use super::{Found, Slots, Source, Why};

/// A part of an `http` or `https` URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UrlPart {
    /// Not in a URL.
    None,
    /// User and password, before the `@`.
    User,
    /// Host and port.
    Authority,
    /// The path.
    Path,
    /// The query or the fragment.
    Query,
}

/// Says of each slot in which part of a URL it stands.
///
/// `joins` is for shells, where a word may go on after a quote: `"https://host/"<bucket>`.
pub(super) fn mark(text: &[u8], found: &mut [Found], slots: &Slots, joins: bool) {
    let (mut part, mut first, mut next, mut at) = (UrlPart::None, 0, 0, 0);
    let mut is_mc = false;
    while at < text.len() {
        if let Some(slot) = found.get_mut(next).filter(|slot| slot.start == at) {
            slot.place.url = part;
            at = slot.end;
            next += 1;
            let source = slots.list().get(slot.slot).map(|slot| slot.source);
            // The value is a URL itself: what follows is a part of it.
            let goes_on = text.get(at).is_some_and(|b| b"/?#<'\"".contains(b));
            if part == UrlPart::None && source == Some(Source::Endpoint) && goes_on {
                (part, first) = (UrlPart::Authority, next);
            }
            continue;
        }
        let rest = &text[at..];
        part = match rest[0] {
            b':' if part == UrlPart::None && rest.starts_with(b"://") && is_http(&text[..at]) => {
                at += 2;
                first = next;
                is_mc = is_of_mc(&text[..at - 2]);
                UrlPart::Authority
            }
            _ if part == UrlPart::None => part,
            b'\'' | b'"' if joins && goes_on(rest.get(1)) => part,
            b'\\' if joins && rest.get(1).is_some_and(|b| b"?&=#".contains(b)) => part,
            b if ends(b) => UrlPart::None,
            b'@' if part == UrlPart::Authority => {
                let user = if is_mc { UrlPart::None } else { UrlPart::User };
                found[first..next].iter_mut().for_each(|slot| slot.place.url = user);
                first = next;
                part
            }
            b'/' if part == UrlPart::Authority => UrlPart::Path,
            b'?' | b'#' => UrlPart::Query,
            _ => part,
        };
        at += 1;
    }
}

/// `text` in `part` of a URL (RFC 3986, 2.1). Capacity first, since it may be a secret.
pub(super) fn encoded(text: &str, part: UrlPart, is_path: bool) -> Result<String, Why> {
    let is_word = |b: u8| b.is_ascii_alphanumeric() || b"-.".contains(&b);
    let is_host = text.bytes().all(is_word) && !text.starts_with(['-', '.']);
    if part == UrlPart::Authority && !is_host {
        return Err(Why::Address);
    }
    // Clients leave such segments out, however they are written (RFC 3986, 5.2.4).
    if part == UrlPart::Path && text.split('/').any(|segment| matches!(segment, "." | "..")) {
        return Err(Why::Address);
    }
    let mut encoded = String::with_capacity(3 * text.len());
    for b in text.bytes() {
        let is_kept = b.is_ascii_alphanumeric() || b"-._~".contains(&b);
        if is_kept || (b == b'/' && is_path && part == UrlPart::Path) {
            encoded.push(char::from(b));
        } else {
            encoded.push('%');
            for half in [b >> 4, b & 15] {
                let digit = char::from_digit(u32::from(half), 16).unwrap_or('0');
                encoded.push(digit.to_ascii_uppercase());
            }
        }
    }
    Ok(encoded)
}

fn is_http(before: &[u8]) -> bool {
    let ends = |end: &[u8]| {
        before.len() >= end.len() && before[before.len() - end.len()..].eq_ignore_ascii_case(end)
    };
    ends(b"http") || ends(b"https")
}

/// Whether the value of a variable `MC_HOST_name` begins before the `:`. mc takes what stands
/// before the `@` as it is.
fn is_of_mc(before: &[u8]) -> bool {
    let near = &before[before.len().saturating_sub(80)..];
    let word = near.rsplit(u8::is_ascii_whitespace).next().unwrap_or_default();
    word.starts_with(b"MC_HOST_")
}

fn ends(b: u8) -> bool {
    b.is_ascii_whitespace() || b"\"'`<>\\|".contains(&b)
}

/// Whether a shell's word goes on after a quote.
fn goes_on(next: Option<&u8>) -> bool {
    next.is_some_and(|b| b.is_ascii_alphanumeric() || b"<$/'\"?&=-_%".contains(b))
}
