//! The parts of the app that are files of their own, and which of them are there.
//!
//! What is wanted when is decided in [`crate::core::update`]; `crate::parts` says how a part is
//! reached.

use crate::core::clock::Millis;

/// A part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppPart {
    /// Files that fill the form.
    Files,
    /// The keys of a signed-in session, and what can be done with them.
    Keys,
    /// The author's page.
    Page,
    /// The made-up cloud of a sample session.
    Sample,
}

/// Where a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    /// On the server.
    Away,
    /// On its way.
    Coming,
    /// It could not be fetched, at this time of the model's clock.
    Lost(Millis),
    /// In the memory of the app.
    There,
}

/// Where each part is.
#[derive(Clone, Copy, Debug)]
pub struct AppParts([Whereabouts; AppPart::ALL.len()]);

impl AppPart {
    /// All of them, the one first that is missed most.
    pub const ALL: [Self; 4] = [Self::Files, Self::Keys, Self::Page, Self::Sample];

    /// The name of its file, without the ending.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Files => "files",
            Self::Keys => "keys",
            Self::Page => "page",
            Self::Sample => "sample",
        }
    }
}

impl AppParts {
    /// The app as the page loads it first.
    pub const AWAY: Self = Self([Whereabouts::Away; AppPart::ALL.len()]);
    /// The app as one file.
    pub const THERE: Self = Self([Whereabouts::There; AppPart::ALL.len()]);

    /// Where this part is.
    #[must_use]
    pub const fn of(&self, part: AppPart) -> Whereabouts {
        self.0[part as usize]
    }

    /// Whether it can be called.
    #[must_use]
    pub const fn has(&self, part: AppPart) -> bool {
        matches!(self.of(part), Whereabouts::There)
    }

    /// Notes where a part is now.
    pub const fn set(&mut self, part: AppPart, whereabouts: Whereabouts) {
        self.0[part as usize] = whereabouts;
    }
}
