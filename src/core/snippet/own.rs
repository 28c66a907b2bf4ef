//! The operator's own tabs: their blocks are filled as an author's are.

use std::ops::Range;

use super::{Filling, Part, Snippet, Step};
use crate::core::config::{Tab, TabStep};
use crate::core::secret::Secret;
use crate::core::slot::{Code, Found, Language, Source, Value, Why, copied_lines, find};
use crate::core::words::Say;
use crate::core::words::catalog::commands as texts;
use crate::parts::part_call;

impl Filling<'_> {
    /// What stands in a slot of an author's text: its value, quoted for where it stands. `None`
    /// while it is not known, and where the key in use must not get into the statement unasked.
    ///
    /// # Errors
    /// [`Why`] the value cannot stand there.
    pub fn part(&self, found: &Found) -> Result<Option<Part>, Why> {
        let Some(slot) = self.config.slots.list().get(found.slot) else { return Ok(None) };
        let value = match slot.source {
            Source::AccessKey if found.destructive => None,
            Source::AccessKey => self.key.map(|key| Value::Key(key.access.as_str())),
            Source::SecretKey => {
                let Some(key) = self.key else { return Ok(None) };
                let written = found.place.write(Value::Key(key.secret.as_secret().expose()))?;
                return Ok(Some(Part::Secret(Secret::new(written))));
            }
            Source::Region => self.region.map(|region| Value::Region(&region.name)),
            Source::Endpoint => self.endpoint().map(Value::Endpoint),
            Source::Host => self.endpoint().map(Value::Host),
            Source::ProjectId => self.key.map(|key| Value::Key(key.project.as_str())),
            Source::UserId => self.key.map(|key| Value::Key(key.user.as_str())),
            Source::Client(_) => None,
            Source::Variable(kind) => self.variable(found.slot).map(|text| kind.value(text)),
        };
        value.map(|value| found.place.write(value).map(Part::Value)).transpose()
    }

    /// The reader's own value for the slot with this index.
    pub(super) fn variable(&self, slot: usize) -> Option<&str> {
        self.values.iter().find(|(index, _)| *index == slot).map(|(_, text)| text.as_str())
    }
}

/// The steps of a tab. In the browser the slots' rules are in a part of the app, for which a panel
/// with such a tab waits.
pub(super) fn steps(tab: &Tab, filling: Filling<'_>) -> Vec<Step> {
    let mut steps = Vec::new();
    there(tab, filling, &mut steps);
    steps
}

part_call! {
    "__wasm_split_00page00_import_00000000000000000000000000000002_own_steps",
    "__wasm_split_00page00_export_00000000000000000000000000000002_own_steps",
    fn there(tab: &Tab, filling: Filling<'_>, steps: &mut Vec<Step>) =>
        *steps = steps_here(tab, filling)
}

/// The steps of a tab. Until there is a key they are what the operator wrote, as the page has
/// them without the app, save for what the reader filled in.
fn steps_here(tab: &Tab, filling: Filling<'_>) -> Vec<Step> {
    let filling = match filling.key {
        Some(_) => filling,
        None => Filling { region: None, s3: None, ..filling },
    };
    let step = |written: &TabStep| Step {
        lead: Say::own(&written.lead),
        copy_name: written
            .copy_name
            .as_ref()
            .map_or_else(|| texts::COPY_BLOCK.into(), |what| texts::COPY_OWN.written("what", what)),
        snippet: Snippet {
            language: written.language.clone().into(),
            parts: parts(written, filling),
        },
    };
    tab.steps.iter().map(step).collect()
}

fn parts(written: &TabStep, filling: Filling<'_>) -> Vec<Part> {
    let text = written.text.as_str();
    let language = Language::of(&written.language);
    let kept = copied_lines(text, language);
    let mut parts = Vec::new();
    let mut done = 0;
    let config = filling.config;
    let region = filling.region.map(|region| &region.name);
    let region = config.regions.iter().position(|other| Some(&other.name) == region);
    let find = || find(&Code::sure(text, language), &config.slots, &config.cloud);
    let slots = if written.off { Vec::new() } else { find() };
    for found in slots {
        push(text, done..found.start, &kept, &mut parts);
        done = found.end;
        let written = text.get(found.start..found.end).unwrap_or_default();
        let is_kept = kept.iter().any(|kept| kept.start <= found.start && found.end <= kept.end);
        // An address of somebody else, or of another region.
        let is_doubtful = found.certainty.is_not()
            || region.is_some_and(|at| found.certainty.doubt(at).is_some());
        parts.push(match filling.part(&found) {
            _ if !is_kept => Part::Around(written.to_owned()),
            _ if is_doubtful => Part::Placeholder(written.to_owned().into()),
            Ok(Some(part)) => part,
            Ok(None) | Err(_) => Part::Placeholder(written.to_owned().into()),
        });
    }
    push(text, done..text.len(), &kept, &mut parts);
    parts
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
