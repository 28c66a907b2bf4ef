//! The program that a statement calls.

use super::known;
use super::tables::programs;

/// What a statement calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Called {
    /// A client of S3.
    Store(&'static str),
    /// A program of `OpenStack`.
    OpenStack(&'static str),
    /// `aws` with a service that is not S3.
    Service,
    /// A client of S3 in a command whose keys are those of somebody else.
    Foreign(&'static str),
    /// A program of another cloud.
    Cloud(&'static str),
    /// A program for clusters.
    Cluster(&'static str),
    /// A program that is not known.
    Other,
    /// None: it gives values to variables.
    Assignment,
}

impl Called {
    /// Whether it takes the address of a store without a name for it.
    pub(super) fn names_no_endpoint(self) -> bool {
        matches!(self, Self::Store("mc" | "mcli" | "minio-client"))
    }
}

/// What `statement` calls; `None` where it has no word.
pub(super) fn of(statement: &[u8]) -> Option<Called> {
    let mut words = statement
        .split(u8::is_ascii_whitespace)
        .map(<[u8]>::trim_ascii)
        .filter(|word| !word.is_empty() && *word != b"\\" && *word != b"`");
    let (mut assigns, mut is_value, mut is_wrapped) = (false, false, false);
    while let Some(word) = words.next() {
        let word = bare(word);
        if is_prompt(word) || word.is_empty() {
            continue;
        }
        if is_assignment(word) {
            // What follows an `=` of its own is a value, unless it is a program.
            (assigns, is_value) = (true, is_value || word == b"=");
            continue;
        }
        let name = program(word);
        if name.eq_ignore_ascii_case(b"export") || matches!(name, b"set" | b"declare" | b"setx") {
            (assigns, is_value, is_wrapped) = (true, true, true);
            continue;
        }
        if has(&programs::WRAPPERS, name) {
            is_wrapped = true;
            continue;
        }
        // Options and numbers of what is around: `sudo -E`, `timeout 5`.
        if is_wrapped && (word.starts_with(b"-") || word[0].is_ascii_digit()) {
            continue;
        }
        if has(&programs::CONTAINERS, name) {
            return Some(image(&mut words));
        }
        let mut rest = words.clone();
        if matches!(rest.next(), Some(b"=" | b":=" | b"+=")) {
            return Some(Called::Assignment);
        }
        return Some(called(name, &mut words).unwrap_or(if is_value {
            // `export NAME` and `set -x NAME value` call nothing.
            Called::Assignment
        } else {
            Called::Other
        }));
    }
    assigns.then_some(Called::Assignment)
}

/// What `name` is with the words after it; `None` where it is not known.
fn called<'a>(name: &[u8], words: &mut impl Iterator<Item = &'a [u8]>) -> Option<Called> {
    let find = |table: &[&'static str]| {
        // Names of PowerShell are the same in any case.
        let is = |known: &str| {
            let any_case = known.as_bytes().first().is_some_and(u8::is_ascii_uppercase);
            known.as_bytes() == name || (any_case && known.as_bytes().eq_ignore_ascii_case(name))
        };
        table.iter().copied().find(|known| is(known))
    };
    if let Some(program) = find(&programs::STORE) {
        return Some(match program {
            "aws" => service(words),
            _ => store(program, words),
        });
    }
    find(&programs::OPENSTACK)
        .map(Called::OpenStack)
        .or_else(|| find(&programs::CLOUDS).map(Called::Cloud))
        .or_else(|| find(&programs::CLUSTERS).map(Called::Cluster))
}

/// `aws` with its service, which is the first word that is no option and no value of one.
fn service<'a>(words: &mut impl Iterator<Item = &'a [u8]>) -> Called {
    while let Some(word) = words.next() {
        let word = bare(word);
        if word.starts_with(b"--") {
            if !word.contains(&b'=') && !has(&programs::AWS_FLAGS, word) {
                words.next();
            }
        } else if has(&programs::AWS_SERVICES, word) {
            return Called::Store("aws");
        } else if word.first().is_some_and(u8::is_ascii_alphabetic) {
            return Called::Service;
        } else {
            // A placeholder, a variable: it is not known.
            return Called::Other;
        }
    }
    Called::Store("aws")
}

/// Another client, unless its command is for somebody else's keys.
fn store<'a>(program: &'static str, words: &mut impl Iterator<Item = &'a [u8]>) -> Called {
    let mut plain = words.map(bare).filter(|word| !word.starts_with(b"-"));
    let verb = plain.next().unwrap_or_default();
    let mut others = programs::OTHER_COMMANDS.iter().filter_map(|other| other.split_once(' '));
    let is_foreign = others.any(|(of, other)| of == program && other.as_bytes() == verb);
    // `rclone config create NAME TYPE` makes a remote of any kind.
    let is_remote = program == "rclone" && verb == b"config" && plain.next() == Some(b"create");
    let kind = if is_remote { plain.nth(1) } else { None };
    let is_other_kind = kind.is_some_and(|kind| kind != b"s3" && kind[..1] != b"<"[..]);
    if is_foreign || is_other_kind { Called::Foreign(program) } else { Called::Store(program) }
}

/// A program in a container: what follows its image.
fn image<'a>(words: &mut impl Iterator<Item = &'a [u8]>) -> Called {
    while let Some(word) = words.next() {
        let word = bare(word);
        let name = word.split(|b| *b == b':').next().unwrap_or_default();
        let mut images = programs::IMAGES.iter().filter_map(|image| image.split_once(' '));
        if let Some((_, program)) = images.find(|(image, _)| known::ends(name, image.as_bytes())) {
            return called(program.as_bytes(), words).unwrap_or(Called::Other);
        }
    }
    Called::Other
}

fn has(table: &[&str], word: &[u8]) -> bool {
    table.iter().any(|known| known.as_bytes() == word)
}

/// `word` without quotes and brackets around it.
fn bare(word: &[u8]) -> &[u8] {
    let is_mark = |b: &u8| b"\"'(){};&".contains(b);
    let start = word.iter().take_while(|b| is_mark(b)).count();
    let end = word.iter().rposition(|b| !is_mark(b)).map_or(start, |at| at + 1);
    &word[start..end.max(start)]
}

/// The name of the program that `word` calls: without its path and `.exe`.
fn program(word: &[u8]) -> &[u8] {
    let name = word.rsplit(|b| b"/\\".contains(b)).next().unwrap_or_default();
    name.strip_suffix(b".exe").unwrap_or(name)
}

fn is_prompt(word: &[u8]) -> bool {
    matches!(word, b"$" | b"#" | b"%" | b">" | b"PS" | b">>")
        || (word.contains(&b'@') && word.ends_with(b"$"))
        || word.ends_with(b":~$")
}

/// `NAME=value`, `$NAME = value`, `$env:NAME="value"`.
fn is_assignment(word: &[u8]) -> bool {
    let name = word.strip_prefix(b"$env:").or(word.strip_prefix(b"$")).unwrap_or(word);
    let end = name.iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count();
    let is_name = end > 0 && !name[0].is_ascii_digit();
    is_name && (name.get(end) == Some(&b'=') || (name.len() < word.len() && end == name.len()))
        || word == b"="
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_statement_calls() {
        use Called::{Assignment, Cloud, Cluster, Foreign, OpenStack, Other, Service, Store};
        for (statement, command) in [
            ("aws s3 ls", Some(Store("aws"))),
            ("$ sudo -E /usr/bin/aws --profile x --no-verify-ssl s3api x", Some(Store("aws"))),
            ("A=1 B='2' aws --region r ec2 describe-instances", Some(Service)),
            ("aws --endpoint-url=https://x iam x", Some(Service)),
            ("aws <service> ls", Some(Other)),
            ("aws configure set a b", Some(Store("aws"))),
            ("mc alias set x", Some(Store("mc"))),
            ("mc --json admin user add x a b", Some(Foreign("mc"))),
            ("rclone config create <region> s3 a=b", Some(Store("rclone"))),
            ("rclone config create x azureblob account=a", Some(Foreign("rclone"))),
            ("rclone serve s3 --auth-key a,b", Some(Foreign("rclone"))),
            ("docker run --rm -e A=1 amazon/aws-cli:2 ec2 x", Some(Service)),
            ("podman run docker.io/rclone/rclone ls x", Some(Store("rclone"))),
            ("docker run minio/minio server", Some(Other)),
            ("openstack --os-cloud x acl user add", Some(OpenStack("openstack"))),
            ("gcloud storage ls", Some(Cloud("gcloud"))),
            ("kubectl apply -f x", Some(Cluster("kubectl"))),
            ("export A=1", Some(Assignment)),
            ("A=1", Some(Assignment)),
            ("$env:A = \"1\"", Some(Assignment)),
            ("set -x A 1", Some(Assignment)),
            ("ssh x", Some(Other)),
            ("\\\n", None),
            ("", None),
        ] {
            assert_eq!(of(statement.as_bytes()), command, "{statement}");
        }
    }
}
