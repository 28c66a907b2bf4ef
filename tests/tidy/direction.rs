//! The style has no left and no right: in a language that is written from right to left, what comes
//! first is on the other side.

use crate::check;

#[test]
fn the_style_names_no_side_of_the_screen() {
    check(
        |f| f.path.starts_with("www/") && f.has_extension(&["css"]),
        |f| {
            f.lines_where(|line| names_a_side(line).then(|| line.trim().to_owned()))
                .map(|(at, line)| {
                    format!("{}:{at}: write inline-start or inline-end: {line}", f.path)
                })
                .collect()
        },
    );
}

/// Whether a declaration does: by a word, or by two of four values that differ.
fn names_a_side(line: &str) -> bool {
    let Some((property, value)) = line.trim().strip_suffix(';').and_then(|l| l.split_once(": "))
    else {
        return false;
    };
    let is_of_box = matches!(property, "margin" | "padding" | "inset" | "border-width");
    let sides: Vec<&str> = value.split(' ').collect();
    let differs = is_of_box && sides.len() == 4 && sides[1] != sides[3];
    let words = property.split('-').chain(sides);
    differs || words.into_iter().any(|word| matches!(word, "left" | "right"))
}

#[test]
fn sides_of_the_screen_are_found() {
    for wrong in ["left: 0;", "  margin-right: 1em;", "float: left;", "padding: 0 1em 0 2em;"] {
        assert!(names_a_side(wrong), "{wrong}");
    }
    for right in ["inset-inline: 1rem;", "padding: 0 1em 0;", "margin: 0 1em 0 1em;", ".left {"] {
        assert!(!names_a_side(right), "{right}");
    }
}
