//! What programs make of their arguments.
//!
//! A program that is not here may read them again, and takes plain values only: `eval`, `ssh`,
//! `sh -c`, `xargs`, `watch` and `docker exec` do, and nobody knows all of them. So this lists
//! those that are known not to, with what they still give a meaning, and some of which more is
//! known than that.

use super::table::{CMDLETS, PROGRAMS};
use crate::core::slot::reading::Take;

/// A program, or several that are alike.
pub(super) struct Program {
    /// Its names, with a space between them.
    pub names: &'static str,
    /// What it makes of its first operand.
    pub first: Take,
    /// What it makes of the others.
    pub operands: Take,
    /// What it makes of the value of an option, or of the word after an option that has none.
    pub options: Take,
    /// The options whose value it takes in another way, with a space between them.
    pub named: &'static [(&'static str, Take)],
    /// The letters of options that have no value.
    pub flags: &'static str,
    /// Words that turn its arguments into something else.
    pub unless: &'static str,
    /// What it prints are its arguments.
    pub echoes: bool,
    /// Its first operand and the values of its options are code, in which a value can only stand
    /// in quotes, or between slashes.
    pub is_code: bool,
}

/// One whose operands are taken as they are, and whose other arguments are not known.
pub(super) const PLAIN: Program = Program {
    names: "",
    first: Take::ONCE,
    operands: Take::ONCE,
    options: Take::UNKNOWN,
    named: &[],
    flags: "",
    unless: "",
    echoes: false,
    is_code: false,
};

/// Programs that read text without running it, and may print it.
const FILTERS: &str = "cat tee wc sort uniq head tail cut tr column nl rev tac fold fmt paste join \
    xxd od hexdump base64 base32 gzip gunzip bzip2 xz zstd cksum md5sum sha1sum sha256sum \
    sha384sum sha512sum b2sum grep egrep fgrep rg sed awk gawk mawk jq yq less more openssl aws \
    openstack swift mc mcli minio-client rclone s3cmd s5cmd curl string out-string select-string \
    out-null select-object";

/// Those to which text is text, and which write it to no file.
const READERS: &str = "cat wc sort uniq head tail cut nl rev tac fold xxd od hexdump base64 base32 \
    cksum md5sum sha1sum sha256sum sha384sum sha512sum b2sum grep egrep fgrep rg less more string";

impl Program {
    /// The program with this name, in lower case; `is_power` where some are cmdlets.
    pub fn of(name: &str, is_power: bool) -> Option<&'static Self> {
        let is_name = |b: u8| b.is_ascii_alphanumeric() || b"-_".contains(&b);
        if name.is_empty() || !name.bytes().all(is_name) {
            return None;
        }
        if is_power && has(CMDLETS.names, name) {
            return Some(&CMDLETS);
        }
        PROGRAMS.iter().find(|program| has(program.names, name))
    }

    /// Whether what it makes of the value of `option` is known.
    pub fn names(&self, option: &str) -> bool {
        self.named.iter().any(|(names, _)| has(names, option))
    }

    /// What it makes of the value of `option`.
    pub fn option(&self, option: &str) -> Take {
        let named = self.named.iter().find(|(names, _)| has(names, option));
        match named {
            // Perhaps it has no value, and an operand follows.
            Some((_, take)) if *take == Take::ONCE => {
                Take { without: self.operands.without, ..*take }
            }
            Some((_, take)) => *take,
            None => self.options,
        }
    }

    /// Whether `option` has no value.
    pub fn is_flag(&self, option: &str) -> bool {
        let letters = option.strip_prefix('-').unwrap_or_default();
        !letters.is_empty() && letters.chars().all(|letter| self.flags.contains(letter))
    }

    /// Whether `word` turns its arguments into something else.
    pub fn is_other(&self, word: &str) -> bool {
        has(self.unless, word)
    }

    /// Whether it calculates with what it reads.
    pub fn calculates(&self) -> bool {
        self.first == Take::NUMBER
    }

    /// Whether its first operand is a format for the others.
    pub fn has_format(&self) -> bool {
        self.names == "printf"
    }
}

/// Whether a program with this name does not run what it reads.
pub(super) fn is_filter(name: &str) -> bool {
    has(FILTERS, name)
}

/// Whether text is only text to it, and goes no further.
pub(super) fn is_reader(name: &str) -> bool {
    has(READERS, name)
}

/// Whether `name` is one of `names`.
pub(super) fn has(names: &str, name: &str) -> bool {
    !name.is_empty() && names.split_ascii_whitespace().any(|known| known == name)
}
