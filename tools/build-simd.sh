#!/usr/bin/env bash
# Builds the photo worker a second time, with vectors of 128 bits, into target/simd/: which of the two
# is fetched, web/photo-worker.js decides. The pixels are the same bit by bit: the codecs have no code of
# their own for vectors, and the compiler reorders no sum of fractions.
set -euo pipefail

# shellcheck source=tools/env.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/env.sh"
# shellcheck source=tools/wasm.sh
. "$RENZHENG_ROOT/tools/wasm.sh"
cd "$RENZHENG_ROOT"

out=target/simd
# A profile of its own, so that neither build throws the other's objects away.
cargo --config "target.wasm32-unknown-unknown.rustflags = [\"-Ctarget-feature=+simd128\", $(short_paths)]" \
  build --bin photo-worker --target wasm32-unknown-unknown \
  --profile worker-simd --no-default-features --features worker
built=${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown/worker-simd/photo-worker.wasm

# The passes take half a minute: not again for the same.
stamp=$(cat "$built" tools/build-simd.sh tools/wasm.sh | sha256sum)
if [ "$(cat "$out/stamp" 2>/dev/null)" != "$stamp" ]; then
  mkdir -p "$out"
  wasm-bindgen --target web --no-typescript --out-dir "$out" --out-name photo-worker-simd "$built"
  wasm-opt -O3 "${wasm_features[@]}" --enable-simd --strip-debug --strip-producers \
    -o "$out/opt" "$out/photo-worker-simd_bg.wasm"
  mv "$out/opt" "$out/photo-worker-simd_bg.wasm"
  printf '%s\n' "$stamp" >"$out/stamp"
fi
