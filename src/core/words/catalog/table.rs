//! What a file of texts is made of.

use crate::core::words::say::Text;

/// A text, and what is said of it outside of the app.
#[derive(Clone, Copy, Debug)]
pub struct CatalogEntry {
    /// The name of its constant.
    pub name: &'static str,
    /// The text.
    pub text: Text,
    /// What somebody who translates it has to know.
    pub note: &'static str,
}

impl CatalogEntry {
    /// How authors name the text.
    #[must_use]
    pub fn id(&self) -> String {
        self.name.to_lowercase().replace('_', "-")
    }
}

/// Makes a constant of each text, and the list of them.
macro_rules! texts {
    ($($(#[doc = $note:literal])* $name:ident: $(one $one:literal other)? $other:literal,)*) => {
        $(
            $(#[doc = $note])*
            #[doc = ""]
            #[doc = concat!("> ", $other)]
            pub const $name: $crate::core::words::say::Text =
                $crate::core::words::say::Text(concat!($($one, "\u{1f}",)? $other));
        )*
        /// All of these.
        pub(super) const ALL: &[$crate::core::words::catalog::table::CatalogEntry] = &[
            $($crate::core::words::catalog::table::CatalogEntry {
                name: stringify!($name),
                text: $name,
                note: concat!($($note),*),
            },)*
        ];
    };
}

pub(super) use texts;
