//! The selectors of CSS that the core uses: `tag`, `.class`, `[attribute]`, `[class*=part]`, with
//! commas between.

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Selector<'a> {
    /// An element of this name.
    Tag(&'a str),
    /// One that has this class.
    Class(&'a str),
    /// One that has this attribute.
    Attribute(&'a str),
    /// One whose attribute has this text in it.
    Part(&'a str, &'a str),
}

/// Each selector of a list.
pub(crate) fn list(selectors: &str) -> impl Iterator<Item = Selector<'_>> {
    selectors.split(',').map(str::trim).map(|selector| {
        if let Some(class) = selector.strip_prefix('.') {
            return Selector::Class(class);
        }
        let Some(inner) = selector.strip_prefix('[') else { return Selector::Tag(selector) };
        let inner = inner.strip_suffix(']').unwrap_or(inner);
        match inner.split_once("*=") {
            Some((name, part)) => Selector::Part(name, part),
            None => Selector::Attribute(inner),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use keyfill::core::slot::surroundings::{NOT_TEXT, OFF, SKIPPED};

    #[test]
    fn each_kind_is_told_apart() {
        let read: Vec<_> = list("nav, .a-b,[href] , [class*=x-]").collect();
        let wanted = [
            Selector::Tag("nav"),
            Selector::Class("a-b"),
            Selector::Attribute("href"),
            Selector::Part("class", "x-"),
        ];
        assert_eq!(read, wanted);
    }

    #[test]
    fn the_core_uses_no_others() {
        for selector in [SKIPPED, NOT_TEXT, OFF].into_iter().flat_map(list) {
            let (Selector::Tag(name) | Selector::Class(name) | Selector::Attribute(name)) =
                selector
            else {
                continue;
            };
            let is_name = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
            assert!(!name.is_empty() && name.bytes().all(is_name), "{selector:?}");
        }
    }
}
