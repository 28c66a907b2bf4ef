//! JSON as a small tree, of no more than what Keyfill reads.
//!
//! One visitor instead of a derived one for each shape: it is half the bytes in the wasm, it
//! holds no numbers that nobody asks for, and what a field must be is said where it is read.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use zeroize::Zeroize;

use crate::core::secret::Secret;

/// A value. Its strings are overwritten when it is dropped, since some are secrets.
pub enum Json {
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object, with its members in order, except `links`.
    Object(Vec<(String, Json)>),
    /// null.
    Null,
    /// true or false.
    Bool(bool),
    /// A whole number from zero up, written without a point or an exponent.
    Number(u64),
    /// Any other number.
    Other,
}

/// The member that Keystone puts into everything: URLs, which are never requested. Keeping those
/// of ten thousand credentials would take as long as all that is read of them.
const LINKS: &str = "links";

/// How many values a text may have. Ten thousand credentials have sixty thousand of them; a text
/// that is nothing but values would have millions in the bytes that are read, and each of them
/// takes many times its bytes in memory and time.
const MOST_VALUES: usize = 400_000;

impl Json {
    /// Reads a whole text; `None` when it is not JSON, or has more than `MOST_VALUES`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let left = Cell::new(MOST_VALUES);
        let mut reader = serde_json::Deserializer::from_str(text);
        let json = TreeVisitor(&left).deserialize(&mut reader).ok()?;
        reader.end().ok()?;
        Some(json)
    }

    /// The member `name` of an object. The last one counts where it stands twice, as in
    /// JavaScript's `JSON.parse`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => {
                members.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// The member `name`, when it is a string.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.get(name)? {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The member `name`, when it is an array.
    #[must_use]
    pub fn list(&self, name: &str) -> Option<&[Self]> {
        match self.get(name)? {
            Self::List(items) => Some(items),
            _ => None,
        }
    }
}

/// A piece of JSON text that is written.
#[derive(Clone, Copy)]
pub enum JsonPiece<'a> {
    /// JSON as it stands.
    Raw(&'a str),
    /// A string, which gets its quotes and escapes (RFC 8259, section 7).
    Text(&'a str),
}

/// The pieces one after the other.
#[must_use]
pub fn written(pieces: &[JsonPiece<'_>]) -> Secret {
    // Long enough for every escape, since a `String` that grows leaves its old bytes behind.
    let longest = |piece: &JsonPiece<'_>| match piece {
        JsonPiece::Raw(text) => text.len(),
        JsonPiece::Text(text) => 6 * text.len() + 2,
    };
    let mut json = String::with_capacity(pieces.iter().map(longest).sum());
    for piece in pieces {
        match piece {
            JsonPiece::Raw(text) => json.push_str(text),
            JsonPiece::Text(text) => {
                json.push('"');
                for c in text.chars() {
                    match c {
                        '"' | '\\' => json.push('\\'),
                        '\0'..='\u{1f}' => {
                            json.push_str(if c < '\u{10}' { "\\u000" } else { "\\u001" });
                            json.push(char::from_digit(u32::from(c) % 16, 16).unwrap_or('0'));
                            continue;
                        }
                        _ => {}
                    }
                    json.push(c);
                }
                json.push('"');
            }
        }
    }
    Secret::new(json)
}

impl Drop for Json {
    fn drop(&mut self) {
        if let Self::Text(text) = self {
            text.zeroize();
        }
    }
}

/// What reads a value, with how many more there may be.
#[derive(Clone, Copy)]
struct TreeVisitor<'a>(&'a Cell<usize>);

impl<'de> DeserializeSeed<'de> for TreeVisitor<'_> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        let Some(left) = self.0.get().checked_sub(1) else {
            return Err(D::Error::custom("too many values"));
        };
        self.0.set(left);
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for TreeVisitor<'_> {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.into()))
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self)? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Json, A::Error> {
        let mut object = Vec::new();
        while let Some(name) = members.next_key::<String>()? {
            if name == LINKS {
                members.next_value::<IgnoredAny>()?;
            } else {
                object.push((name, members.next_value_seed(self)?));
            }
        }
        Ok(Json::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_found_by_name_and_kind() {
        let json = Json::parse(r#"{"a":"x","b":[1,true,null,{"c":"y"}],"a":"z"}"#).unwrap();
        assert_eq!(json.text("a"), Some("z"));
        assert_eq!(json.list("b").unwrap().len(), 4);
        assert_eq!(json.list("b").unwrap()[3].text("c"), Some("y"));
        assert!(json.text("b").is_none() && json.list("a").is_none() && json.get("c").is_none());
    }

    #[test]
    fn links_are_not_kept() {
        let json = Json::parse(r#"{"links":{"self":"https://x"},"a":"x","b":{"links":[1]}}"#);
        let Some(Json::Object(members)) = &json else { panic!("an object") };
        assert_eq!(members.len(), 2);
        assert!(matches!(&members[1].1, Json::Object(members) if members.is_empty()));
        assert!(Json::parse(r#"{"links":{"self":}}"#).is_none(), "it must be JSON all the same");
    }

    #[test]
    fn whole_numbers_and_booleans_are_kept_and_other_numbers_are_not() {
        let json = Json::parse("[0,18446744073709551615,true,-1,1.0,1e3,18446744073709551616]");
        let json = json.unwrap();
        let Json::List(items) = &json else { panic!("a list") };
        assert!(matches!(
            items[..],
            [
                Json::Number(0),
                Json::Number(u64::MAX),
                Json::Bool(true),
                Json::Other,
                Json::Other,
                Json::Other,
                Json::Other
            ]
        ));
    }

    #[test]
    fn what_is_written_is_read_back() {
        for text in ["", "a", "\"\\/\u{0}\u{9}\u{1f}\u{7f}é😀\u{2028}", "'}],\"x\":\""] {
            let json =
                written(&[JsonPiece::Raw("{\"a\":"), JsonPiece::Text(text), JsonPiece::Raw("}")]);
            assert_eq!(Json::parse(json.expose()).unwrap().text("a"), Some(text));
        }
    }

    #[test]
    fn what_is_not_json_is_refused() {
        for bad in ["", "<html>", "{", "{\"a\":", "{} x", "[1,]"] {
            assert!(Json::parse(bad).is_none(), "{bad}");
        }
        let many = |count: usize| ["[", &"0,".repeat(count), "0]"].concat();
        assert!(Json::parse(&many(MOST_VALUES - 2)).is_some(), "the list is one of them");
        assert!(Json::parse(&many(MOST_VALUES - 1)).is_none(), "too many");
        let deep = "[".repeat(100_000);
        assert!(Json::parse(&deep).is_none(), "the depth is limited");
    }
}
