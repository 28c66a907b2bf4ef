//! Reads pages with the eyes of somebody who is signed in.

use keyfill::core::admit::{AccessKey, Id, SecretKey};
use keyfill::core::config::Config;
use keyfill::core::secret::Secret;
use keyfill::core::slot::surroundings::{self, CodeReading};
use keyfill::core::slot::{
    Certainty, Found, Kind, Objection, OptOut, Slot, Source, Why, strangers,
};
use keyfill::core::snippet::{Filling, Key, Part};

use crate::finding::{Finding, State};
use crate::tree::{Tree, TreeNode};
use crate::words;

/// A key as Keystone makes them: 32 hexadecimal digits, as the ids of projects and users.
const HEXADECIMAL: &str = "3f9c0a1b2c3d4e5f60718293a4b5c6d7";

/// A configuration, and a reader who has a key and a value for everything.
pub(crate) struct Reader {
    config: Config,
    key: Option<(AccessKey, SecretKey, Id)>,
    /// A value for each variable that any place takes which takes one at all.
    plain: Vec<(usize, String)>,
    /// One with a space in it, where its kind allows that.
    spaced: Vec<(usize, String)>,
}

impl Reader {
    pub(crate) fn new(config: Config) -> Self {
        let hexadecimal = || Secret::new(HEXADECIMAL.into());
        let key = || {
            let access = AccessKey::admit(HEXADECIMAL)?;
            Some((access, SecretKey::admit(hexadecimal())?, Id::admit(HEXADECIMAL)?))
        };
        let values = |value: fn(Kind) -> &'static str| {
            let slots = 0..config.slots.list().len();
            let kinds = slots.filter_map(|slot| Some((slot, config.slots.kind(slot)?)));
            kinds.map(|(slot, kind)| (slot, value(kind).to_owned())).collect()
        };
        Self { key: key(), plain: values(plain), spaced: values(spaced), config }
    }

    /// The configuration.
    pub(crate) fn config(&self) -> &Config {
        &self.config
    }

    /// Everything in angle brackets in the code of a page that is a slot, or could be meant to be.
    pub(crate) fn read(&self, html: &str) -> Vec<Finding> {
        let tree = Tree::read(html);
        let mut findings = Vec::new();
        for node in tree.codes() {
            if let Some((text, read)) = self.code(node) {
                findings.extend(self.slots(&text, &read));
                findings.extend(self.strangers(node, &text, &read.author));
            }
        }
        findings
    }

    /// Whether a session brings a value to a slot of a page.
    pub(crate) fn fills(&self, html: &str) -> bool {
        Tree::has_code(html, |node| {
            let read = self.code(node);
            let found = read.map(|(text, read)| self.slots(&text, &read)).unwrap_or_default();
            found.iter().any(|finding| finding.fillable)
        })
    }

    /// The text of a code and what the core reads there; `None` where the page does not look.
    fn code(&self, node: TreeNode<'_>) -> Option<(String, CodeReading)> {
        let text = node.code_text();
        if !text.contains('<') || surroundings::is_skipped(&node) {
            return None;
        }
        let read = surroundings::read(&node, &text, &self.config.slots, &self.config.cloud);
        Some((text, read))
    }

    /// The slots in a code.
    fn slots(&self, text: &str, read: &CodeReading) -> Vec<Finding> {
        let slot = |found: &Found| self.slot(text, found, read.author.leaves(found.slot));
        read.found.iter().filter_map(slot).collect()
    }

    /// The names in a code that are those of no slot, and the same of what its author says of it.
    fn strangers(&self, node: TreeNode<'_>, text: &str, author: &OptOut) -> Vec<Finding> {
        let slots = &self.config.slots;
        let mut written = Vec::new();
        for mark in surroundings::marks(&node) {
            written.extend(strangers::in_mark(&mark, slots));
        }
        if !author.leaves_all() {
            let names = strangers::in_code(text, slots);
            written.extend(names.into_iter().map(|name| format!("<{name}>")));
        }
        written.into_iter().map(Finding::unknown).collect()
    }

    /// What happens to a slot in `text`.
    fn slot(&self, text: &str, found: &Found, is_left: bool) -> Option<Finding> {
        let slot = self.config.slots.list().get(found.slot)?;
        let (state, value, why) = self.outcome(text, found, slot, is_left);
        let written = text.get(found.start..found.end)?.to_owned();
        let (slot, fillable) = (Some(slot.id.clone()), state.is_fillable());
        Some(Finding { written, slot, state, fillable, value, why })
    }

    fn outcome(
        &self,
        text: &str,
        found: &Found,
        slot: &Slot,
        is_left: bool,
    ) -> (State, Option<String>, Option<String>) {
        if is_left {
            return (State::LeftAlone, None, None);
        }
        if let Certainty::Not(objection) = found.certainty {
            let is_key = matches!(slot.source, Source::AccessKey | Source::SecretKey);
            let state = match objection {
                Objection::NoEvidence if is_key => State::Unproven,
                _ => State::NotFilled,
            };
            return (state, None, Some(words::objection(objection, text)));
        }
        if found.destructive {
            return (State::Chosen, Some(words::value(slot)), None);
        }
        let value = match self.written(found, &self.plain) {
            Ok(Some(value)) => value,
            Ok(None) => words::value(slot),
            Err(why) => return (State::Unwritable, None, Some(words::refusal(why).into())),
        };
        let doubt = (0..self.config.regions.len()).find_map(|at| found.certainty.doubt(at));
        if let Some(doubt) = doubt {
            return (State::OnRequest, Some(value), Some(words::doubt(doubt, &self.config)));
        }
        let why = match (self.written(found, &self.spaced), found.certainty) {
            (Err(_), _) => Some(words::PLAIN_ONLY.into()),
            (Ok(_), Certainty::Sure(evidence)) => words::evidence(evidence),
            (Ok(_), _) => None,
        };
        (State::Filled, Some(value), why)
    }

    /// What is written there, where it is the same for every reader.
    fn written(&self, found: &Found, values: &[(usize, String)]) -> Result<Option<String>, Why> {
        let key = self.key.as_ref().map(|(access, secret, id)| Key {
            access,
            secret,
            project: id,
            user: id,
        });
        let mut same: Option<String> = None;
        let mut is_same = true;
        for region in &self.config.regions {
            let filling = Filling {
                config: &self.config,
                region: Some(region),
                s3: None,
                key,
                values,
                is_for_others: false,
                is_sample: false,
            };
            let Some(Part::Value(text)) = filling.part(found)? else { return Ok(None) };
            is_same &= same.as_ref().is_none_or(|same| *same == text);
            same = Some(text);
        }
        Ok(same.filter(|_| is_same && self.is_of_region(found)))
    }

    /// Whether a slot has a value of the region, which the page shows to everybody.
    fn is_of_region(&self, found: &Found) -> bool {
        let source = self.config.slots.list().get(found.slot).map(|slot| slot.source);
        matches!(source, Some(Source::Region | Source::Endpoint | Source::Host))
    }
}

/// A value that can be written wherever one can.
fn plain(kind: Kind) -> &'static str {
    match kind {
        Kind::Number | Kind::Seconds => "3600",
        Kind::Bucket | Kind::Object | Kind::Path | Kind::Name | Kind::Word => "photos",
    }
}

/// A value with a space and a quote in it, which many have, where the kind allows that.
fn spaced(kind: Kind) -> &'static str {
    match kind {
        Kind::Object | Kind::Path | Kind::Name => "July 7's",
        Kind::Bucket | Kind::Word | Kind::Number | Kind::Seconds => plain(kind),
    }
}
