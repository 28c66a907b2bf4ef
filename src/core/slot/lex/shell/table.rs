//! The table of programs; `programs.rs` has what its columns mean.

use super::programs::{PLAIN, Program};
use crate::core::slot::reading::{Reading, Take};

/// Tools that take files.
const FILES: Program = Program {
    names: "cat ls cd mkdir rmdir rm cp mv touch ln stat file head tail wc cksum md5sum \
            sha1sum sha224sum sha256sum sha384sum sha512sum b2sum du df base64 base32 gzip gunzip \
            bzip2 bunzip2 xz unxz zstd unzstd readlink realpath basename dirname tee truncate \
            shred chmod chown chgrp cmp sleep",
    options: Take::ONCE,
    named: &[(
        "-I --ignore --hide --time-style --exclude -X --printf --format -S --suffix --files0-from",
        Take::UNKNOWN,
    )],
    ..PLAIN
};

/// Of those, the ones that are cmdlets of `PowerShell` by the same names, and its own: their
/// paths are patterns ("about Wildcards").
pub(super) static CMDLETS: Program = Program {
    names: "get-item get-content get-childitem get-filehash test-path remove-item copy-item \
            move-item set-location new-item cat cd cp ls mv rm",
    first: Take::without("*?[]`"),
    operands: Take::without("*?[]`"),
    options: Take::without("*?[]`"),
    named: &[("-filter -include -exclude", Take::UNKNOWN)],
    ..PLAIN
};

/// What reads a script before it takes files.
const SCRIPTED: Program = Program {
    names: "sed gsed ssed rename",
    first: Take::PATTERN,
    operands: Take::AGAIN,
    options: Take::PATTERN,
    flags: "nrEz",
    ..PLAIN
};

/// What calculates with its arguments.
const CALCULATING: Program = Program {
    names: "expr let bc dc seq math integer float",
    first: Take::NUMBER,
    operands: Take::NUMBER,
    options: Take::NUMBER,
    ..PLAIN
};

/// What prints its arguments. dash and zsh give a backslash a meaning.
const ECHO: Program = Program {
    names: "echo",
    first: Take::without("\\"),
    operands: Take::without("\\"),
    options: Take::without("\\"),
    echoes: true,
    ..PLAIN
};

/// Every program that something is known of.
pub(super) static PROGRAMS: [Program; 21] = [
    FILES,
    SCRIPTED,
    Program {
        names: "awk gawk mawk nawk original-awk jq yq gojq perl",
        named: &[("-v -F -f --arg --args", Take::PATTERN)],
        is_code: true,
        ..SCRIPTED
    },
    // What runs its arguments, or reads them as commands again.
    Program {
        names: "eval sh bash zsh dash ksh fish ssh su watch xargs parallel trap alias docker podman \
                kubectl crontab at batch make invoke-expression iex pwsh powershell python python3 \
                ruby node php psql mysql sqlite3",
        first: Take::AGAIN,
        operands: Take::AGAIN,
        options: Take::AGAIN,
        ..PLAIN
    },
    // Names of variables, in which a subscript is calculated.
    Program {
        names: "read unset getopts mapfile readarray vared",
        first: Take::NOTHING,
        operands: Take::NOTHING,
        options: Take::NOTHING,
        ..PLAIN
    },
    CALCULATING,
    ECHO,
    Program {
        names: "grep egrep fgrep zgrep rg ag ack",
        flags: "irRnEFvcwxqohHslPaIL",
        ..SCRIPTED
    },
    Program {
        names: "find",
        first: Take::without("!(),"),
        operands: Take::without("!(),"),
        named: &[
            (
                "-name -iname -path -ipath -wholename -iwholename -lname -ilname",
                Take::without("*?[]\\"),
            ),
            ("-newer -samefile -anewer -cnewer", Take::ONCE),
            ("-regex -iregex", Take::PATTERN),
        ],
        unless: "-exec -execdir -ok -okdir",
        ..PLAIN
    },
    Program {
        names: "write-s3object read-s3object get-s3object copy-s3object remove-s3object \
                get-s3bucket new-s3bucket get-s3presignedurl",
        options: Take::ONCE,
        ..PLAIN
    },
    Program { names: "write-host write-output", options: Take::ONCE, echoes: true, ..PLAIN },
    // Its first operand is a format, and the others are what the format says; see `command.rs`.
    Program {
        names: "printf",
        first: Take { reading: Reading::Again, ..Take::without("%") },
        named: &[("-v", Take::NOTHING)],
        echoes: true,
        ..PLAIN
    },
    Program {
        names: "aws",
        named: &[(
            "--bucket --key --prefix --body --profile --region --endpoint-url --ca-bundle \
             --start-after --marker --key-marker --delimiter --content-type --version-id \
             --upload-id --expires-in --source-region --recursive --quiet --dryrun --no-progress \
             --only-show-errors --delete --exact-timestamps --size-only --force --page-size --acl \
             --storage-class --sse --no-sign-request --no-verify-ssl --no-cli-pager --debug",
            Take::ONCE,
        )],
        unless: "configure",
        ..PLAIN
    },
    // The name of a list is a pattern there.
    Program {
        names: "openstack",
        options: Take::ONCE,
        named: &[(
            "--property --nic --block-device --block-device-mapping --ephemeral --hint --file \
             --filter --allocation-pool --host-route --fixed-ip --allowed-address --meta \
             --metadata --extra-specs --tag --tags -c --column --sort --sort-column -f --format",
            Take::UNKNOWN,
        )],
        unless: "list",
        ..PLAIN
    },
    Program {
        names: "swift",
        named: &[(
            "-p --prefix -o --output -D --output-dir --object-name -c --changed -v --verbose \
             --skip-identical",
            Take::ONCE,
        )],
        ..PLAIN
    },
    Program {
        names: "mc mcli minio-client",
        named: &[(
            "-r --recursive --json --force -q --quiet --insecure --versions --region --api --path",
            Take::ONCE,
        )],
        unless: "find sql watch support",
        ..PLAIN
    },
    Program {
        names: "s3cmd",
        first: Take::without("*?"),
        operands: Take::without("*?"),
        named: &[(
            "-c --config -r --recursive -f --force -P --acl-public --no-progress -v --verbose \
             --host --host-bucket --region --bucket-location --access_key --secret_key",
            Take::ONCE,
        )],
        ..PLAIN
    },
    // A `:` ends the name of a remote, and a `,` begins an option of it.
    Program {
        names: "rclone",
        first: Take::without(":,"),
        operands: Take::without(":,"),
        named: &[(
            "-P --progress -v --verbose -n --dry-run --checksum --config --transfers --checkers",
            Take::ONCE,
        )],
        unless: "config",
        ..PLAIN
    },
    Program {
        names: "s5cmd",
        first: Take::without("*?[]\\"),
        operands: Take::without("*?[]\\"),
        named: &[("--endpoint-url --profile --json --dry-run --no-sign-request", Take::ONCE)],
        unless: "run",
        ..PLAIN
    },
    // Braces and brackets are patterns in addresses and in the files of `-T`; a `#` in the name
    // of the file for the output stands for what they matched.
    Program {
        names: "curl",
        first: Take::ADDRESS,
        operands: Take::ADDRESS,
        options: Take::ADDRESS,
        named: &[
            ("-o --output", Take::without("#")),
            ("-T --upload-file", Take::without("{}[],\\")),
            ("-u --user --cacert --cert --aws-sigv4", Take::ONCE),
            ("-w --write-out", Take::PATTERN),
            (
                "-d --data --data-raw --data-ascii --data-urlencode -H --header -K --config -F --form --form-string -b --cookie -r --range -x --proxy",
                Take::UNKNOWN,
            ),
        ],
        ..PLAIN
    },
    Program {
        names: "wget",
        first: Take::ADDRESS,
        operands: Take::ADDRESS,
        options: Take::ADDRESS,
        named: &[(
            "-O --output-document -P --directory-prefix --post-file --body-file --user --password",
            Take::ONCE,
        )],
        ..PLAIN
    },
];
