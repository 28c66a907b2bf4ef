//! The part of the screen that is about the reader's keys.

use crate::core::admit::AccessKey;
use crate::core::keystone::Credential;
use crate::core::model::{Account, Credentials, Listing, Work};

/// The reader's keys.
#[derive(Debug, PartialEq, Eq)]
pub struct Keys {
    /// The project's name.
    pub project: String,
    /// What is known of the list.
    pub list: KeyList,
    /// What is going on.
    pub doing: Doing,
}

/// The list of keys.
#[derive(Debug, PartialEq, Eq)]
pub enum KeyList {
    /// Not there yet.
    Loading,
    /// Could not be had.
    Failed,
    /// There.
    Known {
        /// The keys, in order.
        keys: Vec<KeyRow>,
        /// How many are in other projects.
        elsewhere: usize,
        /// How many cannot be shown.
        unreadable: usize,
    },
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
    /// The reader is asked about deleting this one.
    Confirming {
        /// The access key.
        access: AccessKey,
        /// Whether it is in the commands.
        chosen: bool,
    },
    /// This one is being deleted.
    Deleting(AccessKey),
}

pub(super) fn keys(account: &Account) -> Keys {
    let chosen = match &account.listing {
        Listing::Known(credentials) => credentials.chosen.as_ref(),
        Listing::Loading | Listing::Failed => None,
    };
    Keys {
        project: account.project.name.clone(),
        list: match &account.listing {
            Listing::Loading => KeyList::Loading,
            Listing::Failed => KeyList::Failed,
            Listing::Known(credentials) => KeyList::Known {
                keys: rows(credentials),
                elsewhere: credentials.elsewhere,
                unreadable: credentials.unreadable,
            },
        },
        doing: match &account.work {
            Work::Idle => Doing::Nothing,
            Work::Refreshing | Work::Verifying(_) => Doing::Refreshing,
            Work::Creating => Doing::Creating,
            Work::Reconciling(_) => Doing::Reconciling,
            Work::Unknown(_) => Doing::Unknown,
            Work::Offering(found) => Doing::Offering(found.clone()),
            Work::Confirming(access) => {
                Doing::Confirming { access: access.clone(), chosen: chosen == Some(access) }
            }
            Work::Deleting(access) | Work::Checking(access) => Doing::Deleting(access.clone()),
        },
    }
}

fn rows(credentials: &Credentials) -> Vec<KeyRow> {
    credentials
        .own
        .iter()
        .map(|credential| KeyRow {
            access: credential.access().clone(),
            chosen: credentials.chosen.as_ref() == Some(credential.access()),
            usable: matches!(credential, Credential::Usable { .. }),
        })
        .collect()
}
