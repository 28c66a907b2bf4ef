//! Keys of data whose values are read again: commands, scripts, patterns, queries and the like.

use crate::core::slot::reading::Take;

/// Words of such keys, in lower case.
const CODE: &str = "run cmd cmds command commands script scripts shell exec execute execstart \
    execstop execreload entrypoint arg args argv arguments test tests healthcheck hook hooks \
    pattern patterns regex regexp regexes glob globs query queries sql jq expression expr if \
    unless when until assert that template templates format formats fmt schedule cron eval inline \
    userdata runcmd bootcmd prestart poststart prestop before after pre post install build loop raw";

/// What text in data must not have: much that reads it has templates, and policies of buckets
/// have patterns.
const DATA: Take = Take::without("{}*?");

/// The same for YAML, where Compose and others take variables out of the environment.
const YAML: Take = Take::without("$`{}*?");

/// Whether a part of `key` says that its value is read again.
pub(super) fn is_code(key: &[u8]) -> bool {
    let joined: Vec<u8> = key.iter().copied().filter(u8::is_ascii_alphanumeric).take(32).collect();
    let mut start = 0;
    has(&joined)
        || (0..=key.len()).any(|at| {
            let b = key.get(at).copied().unwrap_or(b' ');
            let is_hump = b.is_ascii_uppercase()
                && at.checked_sub(1).is_some_and(|at| key[at].is_ascii_lowercase());
            if b.is_ascii_alphanumeric() && !is_hump {
                return false;
            }
            let word = &key[start.min(at)..at];
            start = if b.is_ascii_alphanumeric() { at } else { at + 1 };
            has(word)
        })
}

fn has(word: &[u8]) -> bool {
    let is_word = |known: &str| known.as_bytes().eq_ignore_ascii_case(word);
    !word.is_empty() && CODE.split_ascii_whitespace().any(is_word)
}

/// What is made of a value of YAML below keys of which one says so or none.
pub(super) fn of_yaml(is_code: bool) -> Take {
    if is_code { Take::AGAIN } else { YAML }
}

/// The keys around a value, where brackets nest.
#[derive(Default)]
pub(super) struct KeyNesting {
    /// Whether one of those outside of each open bracket says so.
    open: Vec<bool>,
    /// Whether the last key of a table or block does.
    table: bool,
    /// Whether what stands before the next `:` or `=` would.
    last: bool,
    /// Whether the key of the next value does.
    key: bool,
}

impl KeyNesting {
    /// What may be a key was read.
    pub fn word(&mut self, word: &[u8]) {
        self.last |= is_code(word);
    }

    /// The header of a table was read.
    pub fn table(&mut self, header: &[u8]) {
        self.table = is_code(header);
        self.end();
    }

    /// A sign between keys and values was read.
    pub fn sign(&mut self, b: u8) {
        match b {
            b':' | b'=' => self.key = std::mem::take(&mut self.last),
            b'{' | b'[' => {
                self.open.push(self.is_code() || self.last);
                self.end();
            }
            b'}' | b']' => {
                self.open.pop();
                self.end();
            }
            _ => self.end(),
        }
    }

    /// Whether a bracket is open.
    pub fn is_nested(&self) -> bool {
        !self.open.is_empty()
    }

    /// What becomes of a value here.
    pub fn take(&self) -> Take {
        if self.is_code() { Take::AGAIN } else { DATA }
    }

    fn is_code(&self) -> bool {
        self.key || self.table || self.open.last() == Some(&true)
    }

    fn end(&mut self) {
        (self.last, self.key) = (false, false);
    }
}

/// Whether a flow of YAML has such a key.
pub(super) fn has_code(flow: &[u8]) -> bool {
    flow.split(|b| b"{,[".contains(b)).any(|part| {
        let key = part.split(|b| *b == b':').next().unwrap_or_default();
        key.len() < part.len() && is_code(key)
    })
}
