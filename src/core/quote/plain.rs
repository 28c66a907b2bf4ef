//! Text that needs no quotes.

/// Whether `text` means itself in every language, bare, quoted and in the middle of a word.
///
/// A `=` is let in at the end only, where base64 has it: elsewhere it begins a value.
#[must_use]
pub fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let padding = bytes.iter().rev().take_while(|b| **b == b'=').count();
    let (word, _) = bytes.split_at(bytes.len() - padding);
    let is_first = |b: &u8| b.is_ascii_alphanumeric() || b"./_+".contains(b);
    word.first().is_some_and(is_first) && word.iter().all(|b| is_inner(*b))
}

/// Whether `text` means itself inside of quotes in quotes, such as those of JSON in a command.
#[must_use]
pub fn is_harmless(text: &str) -> bool {
    let is_good = |b: &u8| is_inner(*b) || b"=%".contains(b) || !b.is_ascii();
    !text.starts_with(['-', '=', '%']) && text.as_bytes().iter().all(is_good)
}

/// Whether `text` means itself where a web address can stand, in which `%` begins a character.
#[must_use]
pub fn is_address(text: &str) -> bool {
    let mut parts = text.split('%');
    let is_hex =
        |part: &str| part.len() >= 2 && part.as_bytes()[..2].iter().all(u8::is_ascii_hexdigit);
    let is_first = parts.next().is_some_and(|first| first.is_empty() || is_plain(first));
    is_first && parts.all(is_hex) && text.bytes().all(|b| is_inner(b) || b == b'%' || b == b'=')
}

/// Whether `text` means itself in a pattern, a format or a script as well: letters, digits, `_`
/// and `-`, with a letter first, or a number.
#[must_use]
pub fn is_word(text: &str) -> bool {
    is_number(text)
        || (text.starts_with(|c: char| c.is_ascii_alphabetic())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b)))
}

/// Whether `text` is a bare key of TOML.
#[must_use]
pub fn is_key(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b))
}

/// Whether `text` means itself in a here-document, whatever program reads that.
#[must_use]
pub fn is_document(text: &str) -> bool {
    is_plain(text)
        || (!text.starts_with(['-', '=', '~', ':', '@'])
            && text.bytes().all(|b| is_inner(b) || b"=~".contains(&b)))
}

/// Whether `text` is a whole number in every language: some read a first 0 as octal.
#[must_use]
pub fn is_number(text: &str) -> bool {
    let is_zero = text == "0";
    !text.is_empty()
        && text.bytes().all(|b| b.is_ascii_digit())
        && (is_zero || !text.starts_with('0'))
}

/// Whether `text` has no more than ASCII letters, digits and `._:/@+-`.
fn is_inner(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b"._:/@+-".contains(&b)
}

/// Whether nothing is.
pub(super) fn never(_: &str) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_itself() {
        for good in ["a", "0badc0de", "s3-aur1.example:8080", "a/b+c=", "abc==", "./x", "/a@b"] {
            assert!(is_plain(good) && is_harmless(good) && is_document(good), "{good}");
        }
        for bad in ["", "=", "-a", "~a", ":a", "@a", "a=b", "a b", "å", "a%20", "a\"", "a,b"] {
            assert!(!is_plain(bad), "{bad}");
        }
        assert!(is_document("a=~b") && !is_document("~b") && !is_document("$a"));
        assert!(is_harmless("å%20b") && !is_harmless("a b") && !is_harmless("a'"));
        assert!(is_address("a/b%20c") && is_address("%C3%A5") && !is_address("a%2"));
        assert!(is_address("abc==") && !is_address("a==%2"));
        assert!(is_key("a_b-1") && !is_key("") && !is_key("a.b") && !is_key("å"));
        assert!(!is_address("a b") && !is_address("-a") && !is_address("a{b}"));
        assert!(is_word("My-bucket_1") && !is_word("a.b") && !is_word("a/b") && !is_word("-a"));
    }

    #[test]
    fn numbers_of_every_language() {
        assert!(["0", "7", "604800"].iter().all(|text| is_number(text)));
        assert!(!["", "00", "007", "1.5", "-1", "1e5"].iter().any(|text| is_number(text)));
    }
}
