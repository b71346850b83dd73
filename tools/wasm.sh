# What builds of WebAssembly have in common; sourced by the scripts that build one, after env.sh.
# shellcheck shell=bash

# Exactly what rustc 1.95 turns on for wasm32-unknown-unknown. wasm-opt must be
# told, because a stripped module no longer says so itself; and told no more, or
# it may use what the browsers we support do not have. (bulk-memory brings
# bulk-memory-opt with it, reference-types brings call-indirect-overlong.)
# shellcheck disable=SC2034  # read by who sources it
wasm_features=(
  --enable-bulk-memory
  --enable-multivalue
  --enable-mutable-globals
  --enable-nontrapping-float-to-int
  --enable-reference-types
  --enable-sign-ext
)

# What panics say of their place names no folder of this machine, and is shorter. As flags for rustc
# in a list of TOML, without its brackets.
short_paths() {
  local registry=${CARGO_HOME:-$HOME/.cargo}/registry/src index flags=()
  for index in "$registry"/*/; do flags+=("\"--remap-path-prefix=$index=\""); done
  (IFS=, && printf '%s' "${flags[*]}")
}
