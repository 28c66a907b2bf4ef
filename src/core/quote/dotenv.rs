//! Values of files of variables (`.env`).

/// Whether every reader takes `text` literally.
///
/// There is no common way to quote: `docker --env-file` keeps quotes as a part of the value,
/// shells and most libraries remove them. So only what needs none is let in: no white space,
/// nothing that expands, and no `~` where a shell would look for a home, at the start and after
/// a `:` (POSIX XCU 2.6.1); zsh does so for a first `=`.
#[must_use]
pub fn is_value(text: &str) -> bool {
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"_@%+:,./=~[]-".contains(&b);
    let after_colon = |pair: &[u8]| pair == b":~" || pair == b":=";
    let expands = text.starts_with(['~', '=']) || text.as_bytes().windows(2).any(after_colon);
    !text.is_empty() && text.bytes().all(is_plain) && !expands
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_means_itself() {
        for good in ["Aur1", "https://[::1]:8080", "/+aB=._~-", "a=b=="] {
            assert!(is_value(good), "{good}");
        }
        for bad in ["", "a b", "~a", "a:~b", "=ls", "a:=ls", "'a'", "\"a\"", "$A", "`a", "a#b", "å"]
        {
            assert!(!is_value(bad), "{bad:?}");
        }
    }
}
