//! Golden files of panels: what a reader sees, in a form that can be read in a difference.

/// Compares the panels with their golden files, or writes those anew. One tag stands in a line, so
/// that a difference can be read; the commands are the same in most, and written down once.
pub fn compare(panels: &[(String, String)]) {
    let mut commands: Vec<(&str, String)> = Vec::new();
    for (name, html) in panels {
        let mut text = html.replace("><", ">\n<") + "\n";
        if let Some(start) = text.find("<div class=\"tabbed-set") {
            let own = text.split_off(start);
            if let Some((first, _)) = commands.iter().find(|(_, known)| *known == own) {
                text.push_str(&["<!-- the commands of ", first, ".html -->\n"].concat());
            } else {
                text.push_str(&own);
                commands.push((name, own));
            }
        }
        let path = format!("tests/fixtures/screens/{name}.html");
        if std::env::var_os("KEYFILL_BLESS").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let golden = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(text == golden, "{path} differs: see KEYFILL_BLESS. Now:\n{text}");
    }
}
