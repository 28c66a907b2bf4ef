//! Values in the blocks of a client: in those that were read when the site was built, and in those
//! that are read here, as an author's page is.
//!
//! **A text for a shell does nothing while a slot of it is not filled**, however it gets into the
//! shell: it says so and stops. [`parts`] sees to that for every client, so no file can forget it. A
//! script has a guard, which looks at its values and so lets those pass that a reader writes in by
//! hand; all other text becomes what the shell reads and does not run.

use std::ops::Range;

use super::{Filling, Part};
use crate::core::client::{ClientBlock, ClientPiece, ClientText};
use crate::core::config::{Addressing, Checksums};
use crate::core::endpoint::Endpoint;
use crate::core::rules::{placeholder, unfilled};
use crate::core::secret::Secret;
use crate::core::slot::{
    ClientFact, Code, Found, Kind, Language, Place, Source, Value, Why, copied_lines, find,
};
use crate::parts::part_call;

/// Before the name of each profile of a sample.
const SAMPLE_PROFILE: &str = "sample-";
/// Where the clients of S3 look for a secret key that is in no file.
const SECRET_VARIABLE: &str = "AWS_SECRET_ACCESS_KEY";

/// A block, filled in.
#[derive(Default)]
pub(super) struct FilledBlock {
    /// Its pieces.
    pub(super) parts: Vec<Part>,
    /// The reader's own values that belong into it, by the indices of their slots, each once.
    pub(super) variables: Vec<usize>,
}

impl FilledBlock {
    fn wants(&mut self, source: Option<Source>, id: &str, filling: Filling<'_>) {
        let slots = &filling.config.slots;
        let is_variable = matches!(source, None | Some(Source::Variable(_)));
        let slot = slots.by_id(id).filter(|slot| is_variable && slots.kind(*slot).is_some());
        self.variables.extend(slot.filter(|slot| !self.variables.contains(slot)));
    }
}

impl Filling<'_> {
    /// What stands in a slot of an author's page: its value, quoted for where it stands. `None`
    /// while it is not known, and where the key in use must not get into the statement unasked.
    ///
    /// # Errors
    /// [`Why`] the value cannot stand there.
    pub fn part(&self, found: &Found) -> Result<Option<Part>, Why> {
        let Some(slot) = self.config.slots.list().get(found.slot) else { return Ok(None) };
        if found.destructive && slot.source == Source::AccessKey {
            return Ok(None);
        }
        self.written(slot.source, &slot.id, &found.place)
    }

    /// The value of a slot as it must stand in a place; `id` names the reader's own.
    fn written(&self, source: Source, id: &str, place: &Place) -> Result<Option<Part>, Why> {
        let value = match source {
            Source::AccessKey => self.key.map(|key| Value::Key(key.access.as_str())),
            Source::SecretKey => {
                let Some(key) = self.key else { return Ok(None) };
                if self.is_for_others {
                    return Ok(place.naming(SECRET_VARIABLE).map(Part::Value));
                }
                let written = place.write(Value::Key(key.secret.as_secret().expose()))?;
                return Ok(Some(Part::Secret(Secret::new(written))));
            }
            Source::Region => {
                let Some((region, profile)) = self.region.zip(self.profile()) else {
                    return Ok(None);
                };
                let written = place.write(Value::Region(&region.name, &profile))?;
                return Ok(Some(Part::Value(written)));
            }
            Source::Endpoint => self.endpoint().map(Value::Endpoint),
            Source::Host => self.endpoint().map(Value::Host),
            Source::ProjectId => self.key.map(|key| Value::Key(key.project.as_str())),
            Source::UserId => self.key.map(|key| Value::Key(key.user.as_str())),
            Source::Client(fact) => {
                let Some(text) = self.fact(fact) else { return Ok(None) };
                let value = if fact.is_truth() { Value::Truth(&text) } else { Value::Key(&text) };
                let text = place.write(value)?;
                // What follows from the site's options is the same for every reader.
                let is_of_region = fact.is_of_region();
                let part = if is_of_region { Part::Value(text) } else { Part::Plain(text.into()) };
                return Ok(Some(part));
            }
            Source::Variable(kind) => self.variable(id).map(|text| kind.value(text)),
        };
        value.map(|value| place.write(value).map(Part::Value)).transpose()
    }

    /// The name of the profile, alias or file for the region. Commands write it, so that of a sample
    /// is its own: whoever runs them must not lose a profile that works.
    #[must_use]
    pub fn profile(&self) -> Option<String> {
        let profile = self.region?.name.profile();
        Some(if self.is_sample { [SAMPLE_PROFILE, &profile].concat() } else { profile })
    }

    /// A fact about the region and its store. What follows from the site's options alone is always
    /// known, and so is that a store is asked by https.
    fn fact(&self, fact: ClientFact) -> Option<String> {
        let is_https = self.endpoint().is_none_or(Endpoint::is_https);
        let ways = self.config.store;
        let is_path = ways.addressing == Addressing::Path;
        let of = |is_so, yes: &'static str, no: &'static str| Some(if is_so { yes } else { no });
        let text = match fact {
            ClientFact::Profile => return self.profile(),
            ClientFact::SigningRegion => self.region.map(|region| region.signing_region.as_str()),
            ClientFact::Keystone => self.region.map(|region| region.keystone.as_str()),
            ClientFact::Hostname => self.endpoint().map(Endpoint::hostname),
            ClientFact::Port => self.endpoint().map(Endpoint::port),
            ClientFact::Scheme => of(is_https, "https", "http"),
            ClientFact::UseHttps => of(is_https, "true", "false"),
            ClientFact::Addressing => of(is_path, "path", "virtual"),
            ClientFact::PathStyle => of(is_path, "true", "false"),
            ClientFact::BucketLookup => of(is_path, "path", "dns"),
            ClientFact::McPath => of(is_path, "on", "off"),
            ClientFact::Checksums => {
                of(ways.checksums == Checksums::WhenRequired, "when_required", "when_supported")
            }
        };
        text.map(Into::into)
    }

    /// The reader's own value for the slot with this id.
    fn variable(&self, id: &str) -> Option<&str> {
        let slot = self.config.slots.by_id(id)?;
        self.values.iter().find(|(index, _)| *index == slot).map(|(_, text)| text.as_str())
    }
}

/// A block, filled in. In the browser the rules of slots are in a part of the app, for which a panel
/// waits whose blocks were not read when the site was built.
pub(super) fn written(block: &ClientBlock, is_guarded: bool, filling: Filling<'_>) -> FilledBlock {
    let mut written = FilledBlock::default();
    match &block.text {
        ClientText::Read(pieces) => {
            for piece in pieces {
                if let ClientPiece::Slot { id, source, .. } = piece {
                    written.wants(*source, id, filling);
                }
            }
            written.parts = of_pieces(block, pieces, is_guarded, filling);
        }
        ClientText::Whole(text) => {
            there(block, text, filling, &mut written);
            written.parts = stopped(written.parts, block, is_guarded);
        }
    }
    written
}

part_call! {
    "__wasm_split_00page00_import_00000000000000000000000000000002_own_steps",
    "__wasm_split_00page00_export_00000000000000000000000000000002_own_steps",
    fn there(block: &ClientBlock, text: &str, filling: Filling<'_>, written: &mut FilledBlock) =>
        *written = of_text(block, text, filling)
}

fn of_pieces(
    block: &ClientBlock,
    pieces: &[ClientPiece],
    is_guarded: bool,
    filling: Filling<'_>,
) -> Vec<Part> {
    let part = |piece: &ClientPiece| match piece {
        ClientPiece::Text(text) | ClientPiece::Guard(text) => Part::Plain(text.clone().into()),
        ClientPiece::Slot { id, source, written, place } => slot(
            filling,
            source.unwrap_or(Source::Variable(kind_of(id, filling))),
            id,
            written,
            place,
        ),
    };
    let is_guard = |piece: &&ClientPiece| matches!(piece, ClientPiece::Guard(_));
    let parts: Vec<Part> = pieces.iter().filter(|piece| !is_guard(piece)).map(part).collect();
    if is_filled(&parts) {
        return parts;
    }
    if pieces.iter().any(|piece| is_guard(&piece)) {
        return pieces.iter().map(part).collect();
    }
    stopped(parts, block, is_guarded)
}

/// The kind of an author's own slot.
fn kind_of(id: &str, filling: Filling<'_>) -> Kind {
    let slots = &filling.config.slots;
    slots.by_id(id).and_then(|slot| slots.kind(slot)).unwrap_or(Kind::Name)
}

fn slot(filling: Filling<'_>, source: Source, id: &str, written: &str, place: &Place) -> Part {
    // For whoever writes the values in by hand it is the region, whatever is made of it.
    let name = || match source {
        Source::Client(ClientFact::Profile | ClientFact::SigningRegion) => {
            placeholder::REGION.into()
        }
        _ => written.to_owned().into(),
    };
    match filling.written(source, id, place) {
        Ok(Some(part)) => part,
        Ok(None) => Part::Placeholder(name()),
        Err(_) => Part::Refused(name()),
    }
}

/// A text for a shell that lacks something, as what the shell does not run.
fn stopped(mut parts: Vec<Part>, block: &ClientBlock, is_guarded: bool) -> Vec<Part> {
    let lacks = is_guarded && !is_filled(&parts);
    if let Some((before, after)) = block.shells.first().filter(|_| lacks).and_then(unfilled::of) {
        parts.insert(0, Part::Plain(before.into()));
        parts.push(Part::Plain(after.into()));
    }
    parts
}

/// Whether nothing is left to be filled in.
fn is_filled(parts: &[Part]) -> bool {
    !parts.iter().any(Part::is_gap)
}

/// Until there is a key, a block that is read here is what its author wrote, as the page has it
/// without the app, save for what the reader filled in.
fn of_text(block: &ClientBlock, text: &str, filling: Filling<'_>) -> FilledBlock {
    let filling = match filling.key {
        Some(_) => filling,
        None => Filling { region: None, s3: None, ..filling },
    };
    let language = Language::of(&block.language);
    let kept = copied_lines(text, language);
    let config = filling.config;
    let slots = config.slots.for_tabs();
    let region = filling.region.map(|region| &region.name);
    let region = config.regions.iter().position(|other| Some(&other.name) == region);
    let found = if block.is_off {
        Vec::new()
    } else {
        find(&Code::sure(text, language), &slots, &config.cloud)
    };
    let mut all = FilledBlock::default();
    let mut done = 0;
    for found in found {
        push(text, done..found.start, &kept, &mut all.parts);
        done = found.end;
        let written = text.get(found.start..found.end).unwrap_or_default();
        let is_kept = kept.iter().any(|kept| kept.start <= found.start && found.end <= kept.end);
        // An address of somebody else, or of another region; or a key that would be deleted.
        let is_doubtful = found.certainty.is_not()
            || found.destructive
            || region.is_some_and(|at| found.certainty.doubt(at).is_some());
        let known = slots.list().get(found.slot);
        let part = match known.filter(|_| !is_doubtful) {
            _ if !is_kept => Part::Around(written.to_owned()),
            Some(known) => {
                all.wants(Some(known.source), &known.id, filling);
                slot(filling, known.source, &known.id, written, &found.place)
            }
            None => Part::Placeholder(written.to_owned().into()),
        };
        all.parts.push(part);
    }
    push(text, done..text.len(), &kept, &mut all.parts);
    all
}

/// Appends text without slots: the pieces of it that are copied, and those that are not.
fn push(text: &str, range: Range<usize>, kept: &[Range<usize>], parts: &mut Vec<Part>) {
    let mut at = range.start;
    let mut piece = |to: usize, is_kept: bool| {
        if let Some(piece) = text.get(at..to).filter(|piece| !piece.is_empty()) {
            let piece = piece.to_owned();
            parts.push(if is_kept { Part::Plain(piece.into()) } else { Part::Around(piece) });
        }
        at = at.max(to);
    };
    for kept in kept {
        piece(kept.start.clamp(range.start, range.end), false);
        piece(kept.end.clamp(range.start, range.end), true);
    }
    piece(range.end, false);
}
