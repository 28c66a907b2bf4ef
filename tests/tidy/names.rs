//! A type's name means one thing in the whole of `src`.

use std::collections::BTreeMap;

use crate::files;

/// Names with two meanings, each with why. A new one fails, and so does one that has gone.
const KNOWN: [(&str, &str); 2] = [
    ("Doing", "what is refused, in text; what goes on, on the screen"),
    ("Place", "of a slot; where something happened, in text"),
];

#[test]
fn a_type_name_means_one_thing() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let all = files();
    for file in all.iter().filter(|f| f.path.starts_with("src/") && f.has_extension(&["rs"])) {
        for name in file.text.lines().filter_map(defined) {
            places.entry(name.to_owned()).or_default().push(file.path.clone());
        }
    }
    places.retain(|_, places| places.len() > 1);
    let new: Vec<_> =
        places.iter().filter(|(name, _)| !KNOWN.iter().any(|(known, _)| known == name)).collect();
    assert!(new.is_empty(), "these names have two meanings: {new:#?}");
    let gone: Vec<_> = KNOWN.iter().filter(|(name, _)| !places.contains_key(*name)).collect();
    assert!(gone.is_empty(), "these have one meaning now, take them off KNOWN: {gone:?}");
}

/// The type that a line defines at the top of a module.
fn defined(line: &str) -> Option<&str> {
    if line.starts_with(' ') {
        return None;
    }
    let mut words = line.split_whitespace().skip_while(|word| word.starts_with("pub"));
    let kind = words.next()?;
    let name = words.next().filter(|_| ["struct", "enum", "trait", "type"].contains(&kind))?;
    name.split(|c: char| !c.is_alphanumeric()).next().filter(|name| !name.is_empty())
}
