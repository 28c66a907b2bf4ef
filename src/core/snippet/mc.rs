//! MinIO client: an alias with the name of the region.
//!
//! `mc alias set` asks for the secret key without echo. With `--api` it does not try the key,
//! so it takes a dead one: the step behind it is what checks it. It puts a new file into the
//! place of its configuration, so where that is a link the script stops. A variable can stand for
//! an alias, and outranks it; empty, it does not. `env` sets it, since a name may have a hyphen.
//! mc signs for the region of a variable, be it its own or that of AWS, else for the store's.
//! mc splits the variable at `:` and `@`, which no admitted key has, and decodes nothing.
//! Only `--json` tells the code of an error; the sentence beside it differs from store to store.

use super::script::{ASK, GIVE_UP, GUARD};
use super::template::{Language, Template};
use crate::core::words::catalog::commands as texts;

pub(super) const PROMPT: Template = Template {
    lead: texts::MC_PROMPT,
    copy_name: texts::COPY_COMMAND,
    language: Language::Script,
    text: &[
        VALUES,
        GUARD,
        GIVE_UP,
        LINK,
        "
  mc alias set \"$profile\" \"$endpoint\" \"$access_key\" --api S3v4 --path on
",
        READY,
    ],
};

pub(super) const QUICK: Template = Template {
    lead: texts::MC_QUICK,
    copy_name: texts::COPY_COMMAND,
    language: Language::Script,
    text: &[
        VALUES,
        "  secret=<secret-key>\n",
        GUARD,
        GIVE_UP,
        LINK,
        "
  mc alias set \"$profile\" \"$endpoint\" \"$access_key\" \"$secret\" --api S3v4 --path on
",
        READY,
    ],
};

pub(super) const TEST: Template = Template {
    lead: texts::MC_TEST,
    copy_name: texts::COPY_COMMAND,
    language: Language::Script,
    text: &[
        "(\n  set -e\n",
        GIVE_UP,
        ASK,
        "
  unset MC_REGION AWS_REGION
  key=<access-key>:\"$secret\"
  export MC_HOST_keyfill=<scheme>://\"$key\"@<host>
  mc --quiet ls keyfill || mc --json ls keyfill
)",
    ],
};

pub(super) const CHECK: Template = Template {
    lead: texts::CHECK,
    copy_name: texts::COPY_CHECK,
    language: Language::Commands,
    text: &["env MC_REGION=<signing-region> MC_HOST_<region>= mc ls <region>"],
};

pub(super) const USAGE: Template = Template {
    lead: texts::MC_USE,
    copy_name: texts::COPY_COMMANDS,
    language: Language::Commands,
    text: &["mc mb <region>/<bucket>
mc cp <file> <region>/<bucket>/<file>
mc ls <region>/<bucket>
mc cp <region>/<bucket>/<file> <file>.copy"],
};

const VALUES: &str = "(
  set -e
  profile=<region> endpoint=<endpoint>
  access_key=<access-key>
";

/// By the names that the program has.
const LINK: &str = "
  for directory in \"${MC_CONFIG_DIR:-$HOME/.mc}\" ~/.mcli ~/.minio-client; do
    [ ! -L \"$directory/config.json\" ] ||
      give_up \"mc would put a file in the place of the link $directory/config.json.\" \\
        'Set MC_CONFIG_DIR to the directory that has the file itself.'
  done
";

const READY: &str = "  printf 'Alias %s is ready in mc.\\n' \"$profile\"
  env | awk -F= -v host=\"MC_HOST_$profile\" '
    $1 == host || /^(MC|AWS)_REGION=/ { names = names \" \" $1 }
    END { if (names) print \"In this shell it is outranked until you run: unset\" names }'
)";
