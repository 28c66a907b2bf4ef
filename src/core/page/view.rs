//! What the page shows, as a view of the model.

use crate::core::admit::AccessKey;
use crate::core::endpoint::Endpoint;
use crate::core::message::CopyTarget;
use crate::core::model::{Account, Entry, Model};
use crate::core::words::Text;
use crate::core::words::catalog::commands as texts;

/// How much is done with the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Level {
    /// Nothing.
    #[default]
    Rest,
    /// Its variables are counted, for the list in the panel.
    Count,
    /// Its slots are wrapped and filled.
    Fill,
}

impl Level {
    /// What this model wants done.
    #[must_use]
    pub fn of(model: &Model) -> Self {
        if model.fills_the_page() {
            Self::Fill
        } else if matches!(model.entry, Entry::Closed) {
            Self::Rest
        } else {
            Self::Count
        }
    }
}

/// All of the model that the page shows: as long as it is the same, so is the page. No secret is
/// among it: which key is in use says which secret is shown.
#[derive(Debug, Default, PartialEq, Eq)]
struct PageFacts {
    region: usize,
    endpoint: Option<Endpoint>,
    /// Those to choose from, once the reader has chosen one: there may be thousands.
    keys: Vec<AccessKey>,
    key: Option<AccessKey>,
    owner: Option<(String, String)>,
    values: Vec<(usize, String)>,
    revealed: bool,
    is_for_others: bool,
}

impl PageFacts {
    fn of(model: &Model, has_picked: bool) -> Self {
        let keys = model.shown_account().filter(|_| has_picked).into_iter();
        let filling = model.filling(model.region);
        let owner = |account: &Account| {
            let (project, user) = (&account.project.id, &account.identity.user);
            (project.as_str().to_owned(), user.as_str().to_owned())
        };
        Self {
            region: model.region,
            endpoint: filling.s3.cloned(),
            keys: keys.flat_map(Account::usable_keys).cloned().collect(),
            key: filling.key.map(|key| key.access.clone()),
            owner: model.shown_account().map(owner),
            values: model.values.given.clone(),
            revealed: model.revealed,
            is_for_others: model.style.is_for_others,
        }
    }
}

/// What the page has to do so that it shows the model again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Look at all of its code.
    Scan,
    /// Show something else in the slots that are known.
    Refresh,
    /// Give the author's text back.
    Restore,
}

/// What the page showed of the model when it last looked.
#[derive(Debug, Default)]
pub struct Shown {
    level: Level,
    facts: PageFacts,
    /// Whether a secret may stand in the page that the model does not show any more.
    has_secret: bool,
    /// The block that was copied a moment ago, and whether that worked.
    copied: Option<(usize, bool)>,
}

impl Shown {
    /// How much is done with the page.
    #[must_use]
    pub fn level(&self) -> Level {
        self.level
    }

    /// Looks at the model again, and says what has changed. `has_picked` says whether the reader
    /// has ever chosen a key for one place.
    pub fn look(&mut self, model: &Model, has_picked: bool) -> Option<Change> {
        let (level, facts) = (Level::of(model), PageFacts::of(model, has_picked));
        if level != self.level {
            self.has_secret = level == Level::Rest && (self.has_secret || self.facts.revealed);
            (self.level, self.facts) = (level, facts);
            return Some(if level == Level::Rest { Change::Restore } else { Change::Scan });
        }
        let is_new = level == Level::Fill && facts != self.facts;
        if is_new {
            self.facts = facts;
        }
        is_new.then_some(Change::Refresh)
    }

    /// Whether the work waits for a frame. At the end of a session the panel moves the whole page:
    /// that frame is full already. A secret that the page shows does not wait for it.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.level == Level::Rest && !self.has_secret
    }

    /// What copy buttons of the page say from now on: first the one that has said enough, then the
    /// one that was pressed. They are known by the place of their block.
    pub fn marks(&mut self, model: &Model) -> Vec<(usize, Text)> {
        let copied = match model.copied {
            Some((CopyTarget::Block(place), done)) => Some((place, done)),
            _ => None,
        };
        if copied == self.copied {
            return Vec::new();
        }
        let before = std::mem::replace(&mut self.copied, copied);
        let ends = before.map(|(place, _)| (place, texts::COPY));
        let word = |done| if done { texts::COPIED } else { texts::NOT_COPIED };
        let begins = copied.map(|(place, done)| (place, word(done)));
        ends.into_iter().chain(begins).collect()
    }
}
