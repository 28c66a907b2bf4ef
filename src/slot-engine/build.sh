#!/usr/bin/env bash
# src/slot-engine/build.sh OUT: compiles the slot engine into the wasm file OUT, in the checkout.
set -euo pipefail

out=$1
wasm=${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown/engine/slot_engine.wasm

flags=$(www/rustflags.sh)
CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=$flags \
    cargo rustc --locked --quiet --profile engine --target wasm32-unknown-unknown \
    --package slot-engine --lib --crate-type cdylib

if grep -aqF -e "$PWD" -e "${CARGO_HOME:-$HOME/.cargo}" "$wasm"; then
    echo "build.sh: $wasm holds a path of this machine" >&2
    exit 1
fi
install -D -m 644 "$wasm" "$out"
