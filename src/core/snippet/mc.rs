//! MinIO client: an alias with the name of the region.
//!
//! `mc alias set` asks for the secret key without echo. With `--api` it does not try the key,
//! so it takes a dead one: the first line of the use is what checks it. A variable can stand
//! for an alias; mc splits it at `:` and `@`, which no admitted key has, and decodes nothing.
//! Only `--json` tells the code of an error; the sentence beside it differs from store to store.

use super::template::{ASK, Language, Template};

pub(super) const PROMPT: Template = Template {
    lead: "Add an alias for this region. The command asks for the secret key. Debian calls the \
           program minio-client.",
    copy_name: "the command",
    language: Language::Shell,
    text: &["mc alias set <region> <endpoint> \\
  <access-key> --api S3v4 --path on"],
};

pub(super) const QUICK: Template = Template {
    lead: "Add an alias for this region. Debian calls the program minio-client.",
    copy_name: "the command",
    language: Language::Shell,
    text: &["mc alias set <region> <endpoint> \\
  <access-key> <secret-key> --api S3v4 --path on"],
};

pub(super) const TEST: Template = Template {
    lead: "List the buckets with this key alone. No alias is read or changed. Debian calls the \
           program minio-client.",
    copy_name: "the command",
    language: Language::Shell,
    text: &[
        "(\n  set -e\n",
        ASK,
        "  key=<access-key>:\"$secret\"
  export MC_HOST_keyfill=<scheme>://\"$key\"@<host>
  mc --quiet ls keyfill || mc --json ls keyfill
)",
    ],
};

pub(super) const USAGE: [Template; 1] = [Template {
    lead: "Use the alias from now on. If the first line lists your buckets, the key works.",
    copy_name: "the commands",
    language: Language::Shell,
    text: &["mc ls <region>
mc mb <region>/<bucket>
mc cp <file> <region>/<bucket>/<file>
mc ls <region>/<bucket>
mc cp <region>/<bucket>/<file> <file>.copy"],
}];
