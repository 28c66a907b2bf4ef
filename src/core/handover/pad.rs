//! The one-time pad: as many random bytes as there are to be sealed, used once.

use zeroize::Zeroize;

use crate::core::secret::Secret;

/// What the worker keeps of `plain`: every byte with that of the pad; `None` where they differ in
/// length.
#[must_use]
pub fn sealed(plain: &Secret, pad: &[u8]) -> Option<Vec<u8>> {
    let plain = plain.expose().as_bytes();
    (plain.len() == pad.len()).then(|| mixed(plain, pad))
}

/// What was sealed; `None` where that is no text, as with another pad.
#[must_use]
pub fn opened(sealed: &[u8], pad: &[u8]) -> Option<Secret> {
    if sealed.len() != pad.len() {
        return None;
    }
    match String::from_utf8(mixed(sealed, pad)) {
        Ok(text) => Some(Secret::new(text)),
        Err(wrong) => {
            wrong.into_bytes().zeroize();
            None
        }
    }
}

/// Never grown: a `Vec` that grows leaves its old bytes behind.
fn mixed(one: &[u8], other: &[u8]) -> Vec<u8> {
    one.iter().zip(other).map(|(one, other)| one ^ other).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_is_opened_by_the_same_pad_alone() {
        let plain = Secret::new("a token, 😀".into());
        let pad: Vec<u8> =
            (0..plain.len()).map(|at| u8::try_from(at * 37 % 256).unwrap()).collect();
        let kept = sealed(&plain, &pad).unwrap();
        assert_ne!(kept, plain.expose().as_bytes());
        assert_eq!(opened(&kept, &pad).unwrap().expose(), plain.expose());
        assert!(opened(&kept, &pad[1..]).is_none() && sealed(&plain, &pad[1..]).is_none());
        let other: Vec<u8> = pad.iter().map(|byte| byte ^ 0x80).collect();
        assert!(opened(&kept, &other).is_none(), "it is no text");
    }

    #[test]
    fn a_page_passes_it_on_by_the_difference_of_two_pads() {
        let plain = Secret::new("0123456789".into());
        let (old, new) = ([7; 10], [99; 10]);
        let kept = sealed(&plain, &old).unwrap();
        let difference: Vec<u8> = old.iter().zip(new).map(|(old, new)| old ^ new).collect();
        let passed: Vec<u8> = kept.iter().zip(difference).map(|(byte, d)| byte ^ d).collect();
        assert_eq!(opened(&passed, &new).unwrap().expose(), "0123456789");
    }
}
