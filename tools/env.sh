# shellcheck shell=bash
# To be sourced (bash): `. tools/env.sh`. Names the pinned tools and puts the
# ones that tools/setup.sh installed on PATH. Runs no program, so that it
# costs nothing in the recipes of the Makefile.

# The pins. rust-toolchain.toml holds the compiler's, package-lock.json those of
# the npm packages. wasm-bindgen's program must match the crate in Cargo.lock.
RENZHENG_TRUNK_VERSION=0.21.14
RENZHENG_WASM_BINDGEN_VERSION=0.2.128
# Only for `make audit`.
RENZHENG_CARGO_DENY_VERSION=0.20.2
RENZHENG_CARGO_FUZZ_VERSION=0.13.1
# Only for `make engines`: Firefox's WebDriver.
RENZHENG_GECKODRIVER_VERSION=0.36.0

RENZHENG_ROOT=${BASH_SOURCE[0]%/*}
[ "$RENZHENG_ROOT" = "${BASH_SOURCE[0]}" ] && RENZHENG_ROOT=.
RENZHENG_ROOT=$(cd -- "$RENZHENG_ROOT/.." && pwd -P)
RENZHENG_CACHE=${RENZHENG_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/renzheng}
# The files of the model that reads; their hashes are in tools/model.sha256.
RENZHENG_MODEL=$RENZHENG_CACHE/model-ppocrv6-tiny

# rustup's own folder is on PATH only in login shells on many machines.
for dir in \
  "${CARGO_HOME:-$HOME/.cargo}/bin" \
  "$RENZHENG_CACHE/trunk-$RENZHENG_TRUNK_VERSION/bin" \
  "$RENZHENG_CACHE/wasm-bindgen-cli-$RENZHENG_WASM_BINDGEN_VERSION/bin" \
  "$RENZHENG_CACHE/cargo-deny-$RENZHENG_CARGO_DENY_VERSION/bin" \
  "$RENZHENG_CACHE/cargo-fuzz-$RENZHENG_CARGO_FUZZ_VERSION/bin" \
  "$RENZHENG_CACHE/geckodriver-$RENZHENG_GECKODRIVER_VERSION/bin" \
  "$RENZHENG_ROOT/node_modules/.bin"; do
  case ":$PATH:" in
    *":$dir:"*) ;;
    *) PATH="$dir:$PATH" ;;
  esac
done
unset dir
export PATH

# A rustup toolchain forced by the environment would win over rust-toolchain.toml.
unset RUSTUP_TOOLCHAIN

if [ -z "${CHROMIUM:-}" ]; then
  CHROMIUM=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
fi
if [ -z "${CHROMEDRIVER:-}" ]; then
  CHROMEDRIVER=$(command -v chromedriver || true)
fi
# An empty CHROMEDRIVER would be taken for a path by wasm-bindgen-test-runner.
if [ -n "$CHROMIUM" ]; then export CHROMIUM; else unset CHROMIUM; fi
if [ -n "$CHROMEDRIVER" ]; then export CHROMEDRIVER; else unset CHROMEDRIVER; fi

# The runner's defaults (20 s for a whole test file, 5 s for the driver) are too
# short for image work on a busy machine.
export WASM_BINDGEN_TEST_TIMEOUT=${WASM_BINDGEN_TEST_TIMEOUT:-600}
export WASM_BINDGEN_TEST_DRIVER_TIMEOUT=${WASM_BINDGEN_TEST_DRIVER_TIMEOUT:-60}

# Trunk asks the network for its newest version unless told not to.
export TRUNK_SKIP_VERSION_CHECK=true
# Trunk 0.21 takes NO_COLOR for a boolean option and refuses "1".
case "${NO_COLOR:-}" in
  '') unset NO_COLOR ;;
  *) export NO_COLOR=true ;;
esac
