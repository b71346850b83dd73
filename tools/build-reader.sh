#!/usr/bin/env bash
# Builds what reads photos into target/reader/, for the page and for the npm package: the engine as
# WebAssembly with its glue, the model where it can be had, and reader-files.js, which says what
# both must be.
set -euo pipefail

# shellcheck source=tools/env.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/env.sh"
# shellcheck source=tools/wasm.sh
. "$RENZHENG_ROOT/tools/wasm.sh"
cd "$RENZHENG_ROOT"

target_dir=${CARGO_TARGET_DIR:-target}
out=target/reader
part=target/reader.part

# Browsers that have modules in workers have SIMD, but for some of 2021; those read nothing. What
# the networks do is four times as slow without.
cargo --config "target.wasm32-unknown-unknown.rustflags = [\"-Ctarget-feature=+simd128\", $(short_paths)]" \
  rustc --lib --crate-type cdylib --target wasm32-unknown-unknown \
  --profile engine --no-default-features --features npm-reader
built=$target_dir/wasm32-unknown-unknown/engine/renzheng.wasm

# The passes take half a minute: not again for the same.
stamp=$(cat "$built" tools/build-reader.sh tools/wasm.sh | sha256sum)
if [ "$(cat "$out/stamp" 2>/dev/null)" != "$stamp" ]; then
  rm -rf "$part"
  wasm-bindgen --target web --no-typescript --out-dir "$part" --out-name renzheng_reader "$built"
  wasm-opt -O3 "${wasm_features[@]}" --enable-simd --strip-debug --strip-producers \
    -o "$part/opt" "$part/renzheng_reader_bg.wasm"
  mv "$part/opt" "$part/renzheng_reader_bg.wasm"
  terser --module --compress --mangle --output "$part/renzheng_reader.js" -- "$part/renzheng_reader.js"
  mkdir -p "$out"
  mv "$part"/* "$out/"
  rmdir "$part"
  printf '%s\n' "$stamp" >"$out/stamp"
fi

tools/setup.sh -q model
if [ -f "$RENZHENG_MODEL/rec.onnx" ]; then
  [ -f "$out/reader.pack" ] && [ "$out/reader.pack" -nt examples/pack_model/onnx.rs ] && [ "$out/reader.pack" -nt src/reader/pack.rs ] ||
    cargo run -q --example pack_model "$RENZHENG_MODEL" "$out"
  (cd "$out" && sha256sum --check --quiet "$RENZHENG_ROOT/tools/pack.sha256")
else
  # One of another build would be taken for this one's.
  rm -f "$out/reader.pack"
fi

node - "$out" <<'JS'
const { createHash } = require("node:crypto");
const { existsSync, readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const [, , dir] = process.argv;
const about = (bytes) => ({ bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
const names = ["renzheng_reader_bg.wasm", "reader.pack"].filter((name) => existsSync(join(dir, name)));
const files = Object.fromEntries(names.map((name) => [name, about(readFileSync(join(dir, name)))]));
writeFileSync(join(dir, "reader-files.js"), `export default ${JSON.stringify(files)};\n`);
JS
printf 'renzheng: built %s%s\n' "$out" "$([ -f "$out/reader.pack" ] || printf ' (without a model: nothing is read)')"
