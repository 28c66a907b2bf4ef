//! Golden files of panels: what a reader sees, in a form that can be read in a difference.

use crate::outline::outline;

/// The panels that are kept as a whole, one of each kind; of the others there is an outline.
const WHOLE: [&str; 10] = [
    "confirming-several",
    "one-key",
    "panel-list",
    "panel-offer",
    "password-form",
    "projects",
    "rotation-proving",
    "signed-out",
    "three-keys",
    "values",
];

/// Compares the panels with their golden files, or writes those anew. The commands are the same in
/// most, and written down once.
pub fn compare(panels: &[(String, String)]) {
    let mut commands: Vec<(&str, String)> = Vec::new();
    for (name, html) in panels {
        let is_whole = WHOLE.contains(&&**name);
        let (mut text, marker) = if is_whole {
            (lines(html), "<div class=\"tabbed-set")
        } else {
            (outline(html), "group \"S3 client\"")
        };
        if let Some(start) = text.find(marker) {
            let own = text.split_off(start);
            if let Some((first, _)) = commands.iter().find(|(_, known)| *known == own) {
                text.push_str(&["the commands of ", first, "\n"].concat());
            } else {
                text.push_str(&own);
                commands.push((name, own));
            }
        }
        let ending = if is_whole { "html" } else { "txt" };
        let path = format!("tests/fixtures/screens/{name}.{ending}");
        if std::env::var_os("KEYFILL_BLESS").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let golden = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(text == golden, "{path} differs: see KEYFILL_BLESS. Now:\n{text}");
    }
}

/// Markup with one tag in a line.
fn lines(html: &str) -> String {
    html.replace("><", ">\n<") + "\n"
}
