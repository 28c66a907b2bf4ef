#!/usr/bin/env bash
# www/rustflags.sh: prints rustc's flags for a wasm file that is shipped, run in the checkout.
set -euo pipefail

# Panic messages hold source paths. Those of this machine would tell who built the file, make it
# differ from the next machine's, and cost bytes.
cargo fetch --locked --quiet --target wasm32-unknown-unknown
flags="--remap-path-prefix=$PWD=."
for sources in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do
    flags+=" --remap-path-prefix=$sources=."
done
commit=$(rustc -vV | sed -n 's/^commit-hash: //p')
flags+=" --remap-path-prefix=$(rustc --print sysroot)/lib/rustlib/src/rust=/rustc/$commit"
printf '%s\n' "$flags"
