//! The tables of the authors' guide to slots say what is written in each place.

use keyfill::core::admit::RegionName;
use keyfill::core::endpoint::Endpoint;
use keyfill::core::slot::{Cloud, Code, DEFAULTS, Language, Slots, Source, Value, find};

const GUIDE: &str = include_str!("../../docs/slots.md");

/// `text` with the values of the guide's reader in its slots; `None` where one stays.
fn shown(text: &str, language: &str) -> Option<String> {
    let slots = Slots::defaults();
    let region = RegionName::admit("Aur1").unwrap();
    let endpoint = Endpoint::parse("https://s3-aur1.cloud.example:8080").unwrap();
    let mut shown = String::new();
    let mut done = 0;
    for found in find(&Code::block(text, Language::of(language)), &slots, &Cloud::default()) {
        let slot = &slots.list()[found.slot];
        let value = match slot.source {
            Source::Region => Value::Region(&region, "aur1"),
            Source::Endpoint => Value::Endpoint(&endpoint),
            Source::Host => Value::Host(&endpoint),
            Source::Variable(kind) => kind.value(match slot.id.as_str() {
                "bucket" => "photos",
                "object" => "2026/July 7.jpg",
                "file" => "./July 7.jpg",
                "server" => "Åsa's server",
                _ => "3600",
            }),
            _ => Value::Key("0badc0de"),
        };
        shown.push_str(&text[done..found.start]);
        shown.push_str(&found.place.write(value).ok()?);
        done = found.end;
    }
    Some(shown + &text[done..])
}

fn code(cell: &str) -> Option<&str> {
    cell.strip_prefix('`')?.strip_suffix('`')
}

#[test]
fn each_example_is_what_is_written() {
    let mut rows = 0;
    for table in GUIDE.split("| Language | You write | The reader sees |\n|---|---|---|\n").skip(1)
    {
        for row in table.lines().take_while(|line| line.starts_with("| ")) {
            let cells: Vec<&str> = row.trim_matches(['|', ' ']).split(" | ").collect();
            let [language, written, seen] = cells[..] else { unreachable!("{row}") };
            let shown = shown(code(written).unwrap(), language);
            assert_eq!(shown.as_deref(), code(seen), "{row}");
            assert!(shown.is_some() || seen.starts_with("stays: "), "{row}");
            rows += 1;
        }
    }
    assert!(rows > 30, "{rows}");
}

#[test]
fn each_slot_has_a_row_with_its_names() {
    for slot in DEFAULTS {
        let names: Vec<String> = slot.names.iter().map(|name| format!("`<{name}>`")).collect();
        let row = format!("\n| `{}` | {} | ", slot.id, names.join(", "));
        assert!(GUIDE.contains(&row), "{row}");
    }
}

#[test]
fn each_language_is_known_by_the_names_of_its_row() {
    let table = GUIDE.split("| Language | Names |\n|---|---|\n").nth(1).unwrap();
    let mut seen: Vec<Language> = Vec::new();
    for row in table.lines().take_while(|line| line.starts_with("| ")) {
        let names = row.trim_matches(['|', ' ']).split(" | ").nth(1).unwrap();
        let all: Vec<Language> =
            names.split(", ").map(|name| Language::of(code(name).unwrap())).collect();
        assert!(all.iter().all(|language| *language == all[0]), "{row}");
        assert!(all[0] != Language::Unknown && !seen.contains(&all[0]), "{row}");
        seen.push(all[0]);
    }
    assert_eq!(seen.len(), 12);
}
