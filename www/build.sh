#!/usr/bin/env bash
# www/build.sh CRATE NAME OUT_DIR EXPORTS: compiles CRATE for the browser and writes OUT_DIR/NAME.js
# and OUT_DIR/NAME_bg.wasm, and OUT_DIR/PART.wasm for each part that is loaded on its own. EXPORTS is
# what the page imports from NAME.js, such as "default, mount".
set -euo pipefail

crate=$1 name=$2 out=$3 exports=$4
cd "$(dirname "$0")/.."
cargo_dir=${CARGO_TARGET_DIR:-target}
wasm_target=wasm32-unknown-unknown
step=target/build/$name

say() { printf '   %s\n' "$*" >&2; }

flags=$(www/rustflags.sh)

say "compiling $crate"
# As an rlib too, which the native tests need, Cargo would quietly leave out the link-time
# optimisation, and the file would be 40% larger.
CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=$flags \
    cargo rustc --locked --quiet --release --target "$wasm_target" --package "$crate" --lib \
    --crate-type cdylib -- -Clink-args=--emit-relocs
cargo build --locked --quiet --profile tool --package bindgen

rm -rf "$step"
mkdir -p "$step" "$out"
"$cargo_dir/tool/bindgen" "$cargo_dir/$wasm_target/release/$crate.wasm" "$step" "$name"

say "shrinking $name"
tools=target/node/node_modules/.bin
# The features are those that rustc turns on for this target by itself.
# Traps must stay: the loader learns of a panic by its trap.
# The lowest kilobyte of memory is the far end of the stack, so no address is computed from there.
# What counts is the size after brotli, which sees repetition by itself: inlining, folding alike
# code, naming common subexpressions, moving values about and -Oz instead of -Os make the file
# smaller, and the transfer larger.
for wasm in "$step"/*.wasm; do
    "$tools/wasm-opt" "$wasm" --output "$wasm" \
        --enable-bulk-memory --enable-multivalue --enable-mutable-globals --enable-reference-types \
        --enable-nontrapping-float-to-int --enable-sign-ext \
        --strip-debug --strip-producers --strip-target-features \
        --low-memory-unused --flatten --rereloop -Os -Os --one-caller-inline-max-function-size=0 \
        --skip-pass=code-folding --skip-pass=local-cse --skip-pass=simplify-locals \
        --skip-pass=precompute-propagate
    if grep -aqF -e "$PWD" -e "${CARGO_HOME:-$HOME/.cargo}" "$wasm"; then
        echo "build.sh: ${wasm##*/} holds a path of this machine" >&2
        exit 1
    fi
done
echo "export { $exports } from './$name.js'" >"$step/entry.js"
"$tools/esbuild" "$step/entry.js" --bundle --minify --format=esm --target=es2022 \
    --log-level=warning --outfile="$step/small.js"

# The first file of wasm comes last: make takes it for the mark that all are there.
mv "$step/small.js" "$out/$name.js"
main=$step/${name}_bg.wasm
find "$step" -name '*.wasm' -not -path "$main" -exec mv -t "$out" {} +
mv "$main" "$out/"
