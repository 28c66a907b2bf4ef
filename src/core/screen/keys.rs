//! The part of the screen that is about the reader's keys.

use super::has;
use super::rotation::{RotationScreen, rotation};
use super::testing::{Test, test};
use crate::core::admit::AccessKey;
use crate::core::app_part::{AppPart, Whereabouts};
use crate::core::keystone::Credential;
use crate::core::model::{Account, Credentials, Listing, Model, Work};
use crate::core::snippet::Edition;
use crate::parts::part_call;

/// How many keys are shown at once, and from how many on they can be filtered.
const PAGE: usize = 20;
const FILTER_FROM: usize = 6;

/// The reader's keys, as far as the part of the app is there that shows them.
#[derive(Debug)]
pub enum KeysPart {
    /// It is on its way.
    Coming,
    /// It could not be loaded.
    Lost,
    /// It is there.
    There(Box<Keys>),
}

/// The reader's keys.
#[derive(Debug)]
pub struct Keys {
    /// The project's name.
    pub project: String,
    /// The regions in which the keys work.
    pub regions: String,
    /// Whether the token comes from an application credential or a trust.
    pub delegated: bool,
    /// The key in the commands, in short; none where none is chosen.
    pub in_use: Option<KeyInUse>,
    /// Whether the list is shown.
    pub managed: Managed,
    /// What is known of the list.
    pub list: KeyList,
    /// What is going on.
    pub doing: Doing,
    /// How far a rotation is.
    pub rotation: Option<RotationScreen>,
    /// How to test a key.
    pub test: Option<Test>,
    /// Seconds for which the store may still honour a deleted key; 0 when that is not known.
    pub deletion_delay: u32,
}

/// The key in the commands.
#[derive(Debug, PartialEq, Eq)]
pub struct KeyInUse {
    /// The access key, without its middle where it is long.
    pub short: String,
    /// Whether it was created a moment ago.
    pub is_new: bool,
}

/// Whether the list of keys is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Managed {
    /// The panel is about nothing else.
    Always,
    /// The reader has opened it.
    Open,
    /// It is folded.
    Closed,
}

/// The list of keys.
#[derive(Debug, PartialEq, Eq)]
pub enum KeyList {
    /// Not there yet.
    Loading,
    /// Could not be had.
    Failed,
    /// There.
    Known(Rows),
}

/// The shown part of the list.
#[derive(Debug, PartialEq, Eq)]
pub struct Rows {
    /// The keys of this page, in order.
    pub keys: Vec<KeyRow>,
    /// How many there are in all.
    pub total: usize,
    /// How many of them match the filter.
    pub matching: usize,
    /// Which of them comes first, counted from 0.
    pub first: usize,
    /// The filter, where there are enough keys for one.
    pub filter: Option<String>,
    /// The numbers of the pages before and after.
    pub pages: (Option<usize>, Option<usize>),
    /// How many are in other projects.
    pub elsewhere: usize,
    /// How many cannot be shown.
    pub unreadable: usize,
}

impl Rows {
    /// Whether there is nothing to manage, here or elsewhere.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.total + self.elsewhere + self.unreadable == 0
    }
}

/// One key.
#[derive(Debug, PartialEq, Eq)]
pub struct KeyRow {
    /// The access key.
    pub access: AccessKey,
    /// Whether it is in the commands.
    pub chosen: bool,
    /// Whether it can be put into commands.
    pub usable: bool,
    /// Whether it is marked, while several are marked to be deleted.
    pub marked: Option<bool>,
}

/// What is going on with the keys.
#[derive(Debug, PartialEq, Eq)]
pub enum Doing {
    /// Nothing: everything can be started.
    Nothing,
    /// The list is asked for again.
    Refreshing,
    /// A create is on its way.
    Creating,
    /// A lost create is looked for.
    Reconciling,
    /// It is not known what became of a create.
    Unknown,
    /// These keys were made by a lost create.
    Offering(Vec<AccessKey>),
    /// The reader marks keys; how many are marked.
    Marking(usize),
    /// The reader is asked about deleting these.
    Confirming {
        /// The access keys.
        keys: Vec<AccessKey>,
        /// Whether one is in the commands.
        chosen: bool,
        /// Whether one is the old key of a rotation whose new key is not installed yet, as far as
        /// the reader has said.
        in_rotation: bool,
    },
    /// This one is being deleted, and so many come after it.
    Deleting(AccessKey, usize),
}

part_call! {
    "__wasm_split_00keys00_import_00000000000000000000000000000005_show_keys",
    "__wasm_split_00keys00_export_00000000000000000000000000000005_show_keys",
    fn there(
        model: &Model,
        account: &Account,
        edition: Edition,
        only_list: bool,
        shown: &mut KeysPart
    ) => *shown = KeysPart::There(Box::new(keys(model, account, edition, only_list)))
}

/// The keys, as far as what shows them is there.
pub(super) fn part(
    model: &Model,
    account: &Account,
    edition: Edition,
    only_list: bool,
) -> KeysPart {
    let mut shown = match model.parts.of(AppPart::Keys) {
        Whereabouts::Lost(_) => KeysPart::Lost,
        _ => KeysPart::Coming,
    };
    if model.parts.has(AppPart::Keys) {
        there(model, account, edition, only_list, &mut shown);
    }
    shown
}

fn keys(model: &Model, account: &Account, edition: Edition, only_list: bool) -> Keys {
    let in_use = account.key().map(|key| KeyInUse {
        short: shortened(key.access.as_str()),
        is_new: account.made.as_ref() == Some(key.access),
    });
    Keys {
        in_use,
        managed: match account.window.open {
            _ if only_list => Managed::Always,
            true => Managed::Open,
            false => Managed::Closed,
        },
        project: account.project.name.clone(),
        regions: model.region_names(Some(&model.region().keystone)),
        delegated: account.identity.delegated,
        list: match &account.listing {
            Listing::Loading => KeyList::Loading,
            Listing::Failed => KeyList::Failed,
            Listing::Known(credentials) => KeyList::Known(rows(account, credentials)),
        },
        doing: doing(account),
        rotation: rotation(model, account, edition),
        test: test(model, account, edition),
        deletion_delay: model.config.deletion_delay_s,
    }
}

/// An access key without its middle, where that makes it shorter. They are ASCII.
fn shortened(access: &str) -> String {
    match (access.get(..6), access.get(access.len().saturating_sub(4)..)) {
        (Some(first), Some(last)) if access.len() > 16 => [first, "…", last].concat(),
        _ => access.into(),
    }
}

fn doing(account: &Account) -> Doing {
    let chosen = match &account.listing {
        Listing::Known(credentials) => credentials.chosen.as_ref(),
        Listing::Loading | Listing::Failed => None,
    };
    match &account.work {
        Work::Idle => Doing::Nothing,
        Work::Refreshing | Work::Verifying(_) => Doing::Refreshing,
        Work::Creating => Doing::Creating,
        Work::Reconciling(_) => Doing::Reconciling,
        Work::Unknown(_) => Doing::Unknown,
        Work::Offering(found) => Doing::Offering(found.clone()),
        Work::Marking(marked) => Doing::Marking(marked.len()),
        Work::Confirming(keys) => Doing::Confirming {
            keys: keys.clone(),
            chosen: chosen.is_some_and(|chosen| keys.contains(chosen)),
            in_rotation: account
                .rotation
                .as_ref()
                .is_some_and(|rotation| keys.iter().any(|access| rotation.still_needs(access))),
        },
        Work::Deleting(deletion) | Work::Checking(deletion) => {
            Doing::Deleting(deletion.now.clone(), deletion.rest.len())
        }
    }
}

fn rows(account: &Account, credentials: &Credentials) -> Rows {
    // Where there is no field, nothing could be done about what was once typed into it.
    let can_filter = credentials.own.len() >= FILTER_FROM;
    let filter = if can_filter { &account.window.filter } else { "" };
    let is_wanted = |access: &AccessKey| has(access.as_str(), filter);
    let all = || credentials.own.iter().filter(|credential| is_wanted(credential.access()));
    let matching = all().count();
    // A page that is not there any more, since keys went, becomes the last one.
    let page = account.window.page.min(matching.saturating_sub(1) / PAGE);
    let first = page * PAGE;
    let row = |credential: &Credential| {
        let access = credential.access();
        KeyRow {
            access: access.clone(),
            chosen: credentials.chosen.as_ref() == Some(access),
            usable: credential.is_usable(),
            marked: match &account.work {
                Work::Marking(marked) => Some(marked.contains(access)),
                _ => None,
            },
        }
    };
    Rows {
        keys: all().skip(first).take(PAGE).map(row).collect(),
        total: credentials.own.len(),
        matching,
        first,
        filter: can_filter.then(|| account.window.filter.clone()),
        pages: (page.checked_sub(1), (first + PAGE < matching).then_some(page + 1)),
        elsewhere: credentials.elsewhere,
        unreadable: credentials.unreadable,
    }
}
