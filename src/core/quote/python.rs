//! String literals for Python.

/// `text` as a string literal in ASCII.
///
/// Almost a JSON string, but a character outside the Basic Multilingual Plane is one `\U`
/// escape: Python keeps the surrogate pairs of JSON as two characters (Python Language
/// Reference, "Escape sequences").
#[must_use]
pub fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                literal.push('\\');
                literal.push(c);
            }
            ' '..='~' => literal.push(c),
            '\0'..='\u{ffff}' => escape(&mut literal, 'u', 4, c),
            _ => escape(&mut literal, 'U', 8, c),
        }
    }
    literal.push('"');
    literal
}

/// Writes `\` with `kind` and the code of `c` in `digits` hex digits.
fn escape(literal: &mut String, kind: char, digits: u32, c: char) {
    literal.push('\\');
    literal.push(kind);
    for place in (0..digits).rev() {
        let digit = (u32::from(c) >> (4 * place)) & 0xf;
        literal.push(char::from_digit(digit, 16).unwrap_or('0'));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals() {
        for (text, quoted) in [
            ("Aur1", r#""Aur1""#),
            ("\"\\", r#""\"\\""#),
            ("\n\u{7f}", r#""\u000a\u007f""#),
            ("å😀", r#""\u00e5\U0001f600""#),
        ] {
            assert_eq!(literal(text), quoted);
        }
    }
}
