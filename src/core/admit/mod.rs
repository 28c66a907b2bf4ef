//! The gate: which values from outside may be used at all, before anything is quoted.
//!
//! A value that passes has a type of its own, so a command can only be built from admitted
//! values. Quoting comes on top of this, it does not replace it.

mod hidden;
mod ignorable;

pub use hidden::{TYPOGRAPHY, hidden_ranges, is_hidden, is_hidden_in_words};

use crate::core::rules::{LONGEST_REGION, LONGEST_SHOWN};
use crate::core::secret::Secret;

/// Before each token of a made-up cloud.
const OF_SAMPLE: &str = "sample:";

/// The name of a region: also the signing region, and the source of the profile's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionName(String);

/// An EC2 access key. Keystone makes 32 lower-case hex digits; `/v3/credentials` takes more.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AccessKey(String);

/// The secret that belongs to an [`AccessKey`].
#[derive(Clone, Debug)]
pub struct SecretKey(Secret);

/// A Keystone id of a user or a project, as it stands in a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Id(String);

/// A Keystone token, as it stands in a header.
#[derive(Clone, Debug)]
pub struct Token(Secret);

impl RegionName {
    /// `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`, else `None`.
    #[must_use]
    pub fn admit(text: &str) -> Option<Self> {
        word(text, 1, LONGEST_REGION, b"._-").then(|| Self(text.into()))
    }

    /// The region's name as the catalog writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name of the profile, alias or config file for this region: lower case, and a
    /// letter first. mc admits only `^[a-zA-Z][a-zA-Z0-9-_]*$` (mc's `alias set`).
    #[must_use]
    pub fn profile(&self) -> String {
        let mut profile = String::new();
        if self.0.starts_with(|c: char| c.is_ascii_digit()) {
            profile.push('r');
        }
        for c in self.0.chars() {
            profile.push(if c == '.' { '-' } else { c.to_ascii_lowercase() });
        }
        profile
    }
}

impl AccessKey {
    /// `[A-Za-z0-9][A-Za-z0-9._-]{2,127}`, else `None`.
    #[must_use]
    pub fn admit(text: &str) -> Option<Self> {
        word(text, 3, 128, b"._-").then(|| Self(text.into()))
    }

    /// The whole key. An access key is a name, not a secret.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl SecretKey {
    /// `[A-Za-z0-9/+][A-Za-z0-9/+=._~-]{7,255}`, else `None`: hex as Keystone makes it, and
    /// base64 as others do. A first `-` would be read as an option, so it is refused.
    #[must_use]
    pub fn admit(text: Secret) -> Option<Self> {
        let plain = text.expose();
        let first = plain.bytes().next()?;
        let well_formed = (8..=256).contains(&plain.len())
            && (first.is_ascii_alphanumeric() || b"/+".contains(&first))
            && plain.bytes().all(|b| b.is_ascii_alphanumeric() || b"/+=._~-".contains(&b));
        well_formed.then(|| Self(text))
    }

    /// The key as a [`Secret`].
    #[must_use]
    pub fn as_secret(&self) -> &Secret {
        &self.0
    }
}

impl Id {
    /// `[A-Za-z0-9][A-Za-z0-9._-]{0,127}`, else `None`: safe as one segment of a path.
    #[must_use]
    pub fn admit(text: &str) -> Option<Self> {
        word(text, 1, 128, b"._-").then(|| Self(text.into()))
    }

    /// The id itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Token {
    /// A pasted token: white space around it is trimmed, then `[A-Za-z0-9._=~+/-]{16,8192}`
    /// (Fernet, JWS and UUID tokens), else `None`.
    #[must_use]
    pub fn admit(pasted: &Secret) -> Option<Self> {
        let text = pasted.expose().trim();
        let well_formed = (16..=8192).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"._=~+/-".contains(&b));
        well_formed.then(|| Self(Secret::new(text.into())))
    }

    /// A token of a made-up cloud, for its project with this number: see [`sample`]. The colon
    /// keeps it apart from all that [`Token::admit`] lets pass.
    ///
    /// [`sample`]: crate::core::sample
    #[must_use]
    pub fn of_sample(project: usize) -> Self {
        Self(Secret::new([OF_SAMPLE, &project.to_string()].concat()))
    }

    /// A token that a made-up cloud has issued.
    #[must_use]
    pub fn admit_of_sample(text: &Secret) -> Option<Self> {
        text.expose().starts_with(OF_SAMPLE).then(|| Self(text.clone()))
    }

    /// Whether it is of a made-up cloud: then it is sent to nobody.
    #[must_use]
    pub fn is_sample(&self) -> bool {
        self.0.expose().starts_with(OF_SAMPLE)
    }

    /// The token as a [`Secret`].
    #[must_use]
    pub fn as_secret(&self) -> &Secret {
        &self.0
    }
}

/// Text from a server or an author, made safe to show: what [`is_hidden`] becomes U+FFFD (Unicode
/// TR36, section 2.8), and it is cut at [`LONGEST_SHOWN`]. It is never placed in a command.
#[must_use]
pub fn shown(text: &str) -> String {
    let visible = |c| if is_hidden(c) { '\u{fffd}' } else { c };
    let mut safe: String = text.chars().take(LONGEST_SHOWN).map(visible).collect();
    if text.chars().nth(LONGEST_SHOWN).is_some() {
        safe.push('…');
    }
    safe
}

/// ASCII letters, digits and `extra`, with a letter or digit first.
fn word(text: &str, least: usize, most: usize, extra: &[u8]) -> bool {
    (least..=most).contains(&text.len())
        && text.as_bytes()[0].is_ascii_alphanumeric()
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || extra.contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(text: &str) -> Secret {
        Secret::new(text.into())
    }

    #[test]
    fn region_names_make_profiles_that_every_client_takes() {
        for (name, profile) in [("Kna1", "kna1"), ("eu.west", "eu-west"), ("1a", "r1a")] {
            assert_eq!(RegionName::admit(name).unwrap().profile(), profile);
        }
        for bad in ["", "-x", "a b", "a/b", "é", "a\n"] {
            assert!(RegionName::admit(bad).is_none(), "{bad:?}");
        }
    }

    #[test]
    fn keys_outside_their_grammar_are_refused() {
        assert!(SecretKey::admit(secret("98528290af0e48dea45e777dafb69fb1")).is_some());
        assert!(SecretKey::admit(secret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")).is_some());
        for bad in ["", "short", "-12345678", "1234567 8", "1234567'8", "$(12345678)", "12345678\n"]
        {
            assert!(SecretKey::admit(secret(bad)).is_none(), "{bad:?}");
        }
        for bad in ["", "-ab", "a;b", "a b c", "abc\u{202e}"] {
            assert!(AccessKey::admit(bad).is_none(), "{bad:?}");
        }
    }

    #[test]
    fn a_token_is_trimmed_and_nothing_else_is_forgiven() {
        let token = Token::admit(&secret("  gAAAAABrBEBlgQZ_rsqyk-TEQK==\n")).unwrap();
        assert_eq!(token.as_secret().expose(), "gAAAAABrBEBlgQZ_rsqyk-TEQK==");
        for bad in ["", "   ", "short", "gAAAAABrBEBl gQZ_rsqykTEQK", "| id | gAAAAABrBEBl |"] {
            assert!(Token::admit(&secret(bad)).is_none(), "{bad:?}");
        }
    }

    #[test]
    fn a_token_of_a_sample_is_no_other() {
        let (sample, real) =
            (Token::of_sample(1), Token::admit(&secret("gAAAAABrBEBlgQZ_rsqyk")).unwrap());
        assert!(sample.is_sample() && !real.is_sample());
        let issued = Token::admit_of_sample(sample.as_secret()).unwrap();
        assert_eq!(issued.as_secret().expose(), sample.as_secret().expose());
        assert!(Token::admit(sample.as_secret()).is_none(), "a reader pasted it");
        assert!(Token::admit_of_sample(real.as_secret()).is_none());
    }

    #[test]
    fn hidden_characters_are_made_visible() {
        assert_eq!(shown("a\u{202e}b\u{200b}\u{0}"), "a\u{fffd}b\u{fffd}\u{fffd}");
        assert_eq!(
            shown("a\u{3164}\u{34f}\u{fe0f}\u{e0100}\u{2800}\u{a0}b"),
            "a\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}b"
        );
        assert_eq!(shown("<b>Åsa 😀"), "<b>Åsa 😀");
        assert_eq!(shown(&"x".repeat(200)).chars().count(), 129);
    }

    #[test]
    fn what_is_admitted_is_what_was_given() {
        for good in ["kna1", "0", "a.b_c-d", "3f9c51a6d2e84b07a1c95e60b7d8f2a4"] {
            assert_eq!(RegionName::admit(good).unwrap().as_str(), good);
            assert_eq!(Id::admit(good).unwrap().as_str(), good);
            assert_eq!(AccessKey::admit(good).is_some(), good.len() > 2, "{good}");
        }
        assert_eq!(AccessKey::admit("abc").unwrap().as_str(), "abc");
        for bad in ["", "-a", "a/b", "a b"] {
            assert!(Id::admit(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn lengths_have_limits() {
        let admits = |length: usize| {
            let text = "a".repeat(length);
            (
                RegionName::admit(&text).is_some(),
                AccessKey::admit(&text).is_some(),
                SecretKey::admit(secret(&text)).is_some(),
                Token::admit(&secret(&text)).is_some(),
            )
        };
        assert_eq!(admits(2), (true, false, false, false));
        assert_eq!(admits(7), (true, true, false, false));
        assert_eq!(admits(8), (true, true, true, false));
        assert_eq!(admits(16), (true, true, true, true));
        assert_eq!(admits(LONGEST_REGION + 1), (false, true, true, true));
        assert_eq!(admits(129), (false, false, true, true));
        assert_eq!(admits(257), (false, false, false, true));
        assert_eq!(admits(8193), (false, false, false, false));
    }
}
