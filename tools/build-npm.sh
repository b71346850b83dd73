#!/usr/bin/env bash
# Builds the npm package into npm/pkg/: what is written by hand in npm/, the
# wasm and its generated glue, what tools/build-reader.sh made for reading, and the licenses. With `bench`, into target/bench/ what
# benches/judge.mjs measures it against: the same wasm with decoding alone beside.
set -euo pipefail

# shellcheck source=tools/env.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/env.sh"
# shellcheck source=tools/wasm.sh
. "$RENZHENG_ROOT/tools/wasm.sh"
cd "$RENZHENG_ROOT"

target_dir=${CARGO_TARGET_DIR:-target}
out=npm/pkg
part=npm/pkg.part

fail() {
  printf 'renzheng: cannot build the npm package: %s\n' "$1" >&2
  exit 1
}

# Before the long build.
reader=target/reader
[ "${1:-}" = bench ] || [ -f "$reader/reader-files.js" ] ||
  fail "there is no $reader; run tools/build-reader.sh first"
crate_version=$(cargo metadata --no-deps --format-version 1 |
  node -p 'JSON.parse(require("fs").readFileSync(0, "utf8")).packages.find((p) => p.name === "renzheng").version')
npm_version=$(node -p 'JSON.parse(require("fs").readFileSync("npm/package.json", "utf8")).version')
[ "$crate_version" = "$npm_version" ] ||
  fail "npm/package.json says version $npm_version, Cargo.toml $crate_version"

rm -rf "$part"
mkdir -p "$part"
trap 'rm -rf "$part"' EXIT

short_paths="target.wasm32-unknown-unknown.rustflags = [$(short_paths)]"

# build NAME FEATURE PROFILE PASSES
build() {
  cargo --config "$short_paths" rustc --lib --crate-type cdylib --target wasm32-unknown-unknown \
    --profile "$3" --no-default-features --features "$2"
  wasm-bindgen --target web --no-typescript --out-dir "$part" --out-name "$1" \
    "$target_dir/wasm32-unknown-unknown/$3/renzheng.wasm"
  # shellcheck disable=SC2086  # several words
  wasm-opt $4 "${wasm_features[@]}" --strip-debug --strip-producers \
    -o "$part/$1.opt" "$part/${1}_bg.wasm"
  mv "$part/$1.opt" "$part/${1}_bg.wasm"
}

# The smallest that several passes find; what they do is measured by tools/sizes.mjs.
smallest="--flatten --rereloop -Oz -Oz"
whole="--flatten --rereloop -O3 -O3"
if [ "${1:-}" = bench ]; then
  build renzheng_bench bench npm "$whole"
  rm -rf "$target_dir/bench"
  mv "$part" "$target_dir/bench"
  printf '{"type":"module"}\n' >"$target_dir/bench/package.json"
  exit
fi
build renzheng_core npm npm "$whole"
build renzheng_lite npm-lite lite "$smallest"
build renzheng_process npm-process lite "$smallest"

# The same as text, for `renzheng/inline` and for servers.
node -e '
  const { readFileSync, writeFileSync } = require("node:fs");
  for (const name of ["core", "lite", "process"]) {
    const base64 = readFileSync(`${process.argv[1]}/renzheng_${name}_bg.wasm`).toString("base64");
    writeFileSync(`${process.argv[1]}/renzheng_${name}_inline.js`, `export default "${base64}";\n`);
  }
' "$part"

find npm -maxdepth 1 -type f ! -name '.*' -exec cp -- {} "$part/" \;
cp -- LICENSE* NOTICE "$part/"
cp -- "$reader"/renzheng_reader{.js,_bg.wasm} "$reader/reader-files.js" "$part/"
# Without network or pip there is none; then nothing is read, and all else works.
if [ -f "$reader/reader.pack" ]; then
  cp -- "$reader/reader.pack" "$part/"
  cp -- "$reader/LICENSE" "$part/LICENSE-model"
  sed 's/(LICENSE)/(LICENSE-model)/' "$reader/NOTICE" >"$part/NOTICE-model"
fi

# Everybody loads it, and who reads it reads it in the repository. What is said to bundlers stays.
for script in "$part"/*.js; do
  terser --module --compress --mangle --format preserve_annotations=true --output "$script" -- "$script"
done
grep -q '__PURE__' "$part/lite.js" ||
  fail "what is said to bundlers got lost"

# npm leaves out silently what package.json lists but nobody made.
node - "$part" <<'JS' || fail "npm/package.json names files that are not there (above)"
const { existsSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const dir = process.argv[2];
const { files = [], main, types, exports: entries } = JSON.parse(
  readFileSync(join(dir, "package.json"), "utf8"),
);
const named = (value) =>
  typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap(named);
const absent = [...files, ...named(main), ...named(types), ...named(entries)].filter(
  (path) => !path.includes("*") && !existsSync(join(dir, path)),
);
// What comes with the model, and only all together.
const ofModel = ["./reader.pack", "LICENSE-model", "NOTICE-model"];
const isWithoutModel = ofModel.every((path) => absent.includes(path));
if (isWithoutModel) console.log("renzheng: without reader.pack: renzheng/reader reads with a model that is handed in, or not at all");
const missing = absent.filter((path) => !isWithoutModel || !ofModel.includes(path));
for (const path of missing) console.error(path);
process.exitCode = missing.length ? 1 : 0;
JS

# In place only when complete: a failed build leaves the former package alone.
rm -rf "$out"
mv "$part" "$out"
trap - EXIT
printf 'renzheng: built %s %s\n' "$out" "$npm_version"
