# `make` lists the targets. Each one first makes the tools present that it needs
# (tools/setup.sh), which takes well under a second when they are.

.DEFAULT_GOAL := help
# Two cargo or Trunk runs at once would only wait for each other's lock.
.NOTPARALLEL:
SHELL := bash
.SHELLFLAGS := -euo pipefail -c

PORT ?= 8080

ENV := . tools/env.sh;
WASM := --target wasm32-unknown-unknown --no-default-features
CLIPPY := cargo clippy
DENY := -- -D warnings
SUITES := test-native test-web test-npm test-packaging test-provider test-e2e

.PHONY: help
help: ## List the targets
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/\1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 14

.PHONY: setup
setup: ## Make every tool present (tools/setup.sh)
	@tools/setup.sh

# What the building targets need; test targets add the browser.
.PHONY: setup-build setup-browser setup-rust setup-npm
setup-rust:
	@tools/setup.sh -q rust
setup-npm:
	@tools/setup.sh -q npm
setup-build:
	@tools/setup.sh -q rust wasm-bindgen trunk npm
setup-browser:
	@tools/setup.sh -q npm chromium fonts

.PHONY: run
run: build ## Build the page and serve it (PORT=8080)
	@exec node tools/serve.mjs dist $(PORT)

.PHONY: build
build: setup-build reader ## Build the page for release into dist/
	@$(ENV) tools/build-simd.sh && trunk build --release

.PHONY: dev
dev: setup-build ## Rebuild and serve on every change, without optimization (PORT=8080)
	@$(ENV) exec trunk serve --port $(PORT)

# Every suite runs even when an earlier one fails. The suites' own counts are
# added up from their output; the exit code comes from theirs.
.PHONY: test
test: ## Run every test
	@mkdir -p target; rm -f target/test.log; failed=(); \
	for suite in $(SUITES); do \
	  printf '\n== %s\n' "$$suite"; \
	  $(MAKE) --no-print-directory "$$suite" 2>&1 | tee -a target/test.log || failed+=("$$suite"); \
	done; \
	printf '\n'; \
	awk -v suites=$(words $(SUITES)) -v broken="$${failed[*]}" ' \
	  /^test result: / { for (i = 2; i <= NF; i++) { if ($$i ~ /^passed;/) p += $$(i-1); if ($$i ~ /^failed;/) f += $$(i-1) } } \
	  /^(#|ℹ) pass [0-9]+$$/ { p += $$3 } \
	  /^(#|ℹ) fail [0-9]+$$/ { f += $$3 } \
	  /^[0-9]+ passed, [0-9]+ failed/ { p += $$1; f += $$3 } \
	  END { n = split(broken, names, " "); if (n > f) f = n; \
	    printf "%d passed, %d failed (%d suites%s)\n", p, f, suites, n ? "; failing: " broken : "" } \
	' target/test.log; \
	[ "$${#failed[@]}" = 0 ]

.PHONY: test-native
# The page's own logic (queue, drafts) is ordinary Rust and is tested here too.
# A provider's server for tests runs in Node.js.
test-native: setup-rust setup-npm ## Test the library natively
	@$(ENV) cargo test --features cli,reader && cargo test --features app --lib

.PHONY: test-web
test-web: setup-build setup-browser ## Test the wasm in headless Chromium
	@$(ENV) cargo test $(WASM) --features app,npm --test 'web_*'

.PHONY: test-npm
test-npm: npm setup-browser ## Test the npm package
	@$(ENV) node --test --test-reporter=spec --test-concurrency=1 tests/npm/*.test.mjs

# In fresh projects, one of each kind, with what people use. Their tools are a gigabyte of npm packages.
.PHONY: test-packaging
test-packaging: npm setup-browser ## Test the packed package in fresh projects of every kind
	@tools/setup.sh -q packaging
	@$(ENV) node --test --test-reporter=spec --test-concurrency=1 tests/packaging/*.test.mjs

.PHONY: test-provider
test-provider: setup-npm ## Test the provider's contract, and the server that speaks it
	@$(ENV) node --test --test-reporter=spec tests/provider/*.test.mjs

# The files by name: what `node --test FOLDER` does differs between versions of
# Node.js. One at a time, since each starts a browser.
.PHONY: test-e2e
test-e2e: build setup-browser ## Test the built page in Chromium
	@$(ENV) node --test --test-reporter=spec --test-concurrency=1 tests/e2e/*.test.mjs

# As many schedules as one likes, from any seed: the section of docs/robustness.md is written anew.
SCHEDULES ?= 300
.PHONY: faults
faults: build setup-browser ## Run random schedules of faults and write docs/robustness.md (SCHEDULES=300, SEED=…)
	@$(ENV) SCHEDULES=$(SCHEDULES) node tools/faults.mjs

.PHONY: engines
engines: build npm ## Test the package, the wasm and the page in Firefox and WebKitGTK, and write docs/robustness.md
	@tools/setup.sh -q engines
	@$(ENV) node tools/engines.mjs

.PHONY: screenshots
screenshots: build setup-browser ## Draw the pictures of docs/screenshots/ anew
	@$(ENV) node tools/screenshots.mjs

.PHONY: npm
npm: setup-build reader ## Build the npm package into npm/pkg/
	@tools/build-npm.sh

.PHONY: bench
bench: build npm setup-browser ## Measure speed natively, in Node.js and in Chromium
	@$(ENV) cargo bench --bench numbers --bench kernels
	@$(ENV) node benches/numbers.mjs --page docs/performance.md
	@$(ENV) node benches/inspect.mjs --page docs/performance.md
	@tools/build-npm.sh bench
	@$(ENV) CARGO_PROFILE_DEV_OPT_LEVEL=3 cargo run -q --example large_photos target/large-photos
	@$(ENV) node benches/judge.mjs
	@tools/setup.sh -q peers
	@$(ENV) node benches/browser/run.mjs --page docs/performance.md
	@$(ENV) node benches/slow_phone.mjs --page docs/performance.md

# With RENZHENG_PHOTOS=folder over the whole corpus, and docs/accuracy.md is written; without,
# over the part in the repository, and only the floors are looked at.
.PHONY: calibrate
calibrate: setup-rust ## Measure how often the judge is right (RENZHENG_PHOTOS=folder)
	@$(ENV) CARGO_PROFILE_DEV_OPT_LEVEL=3 cargo run --example calibrate

# Without network or pip this says that there is no model, and builds everything else.
.PHONY: reader
reader: setup-build ## Build what reads photos into target/reader/, with its model
	@tools/build-reader.sh

# With RENZHENG_PHOTOS=folder over the whole corpus and over written scenes, and docs/reading.md is written;
# without, over the part in the repository, and only promises and floors are looked at.
.PHONY: read-accuracy
read-accuracy: reader ## Measure how well photos are read (RENZHENG_PHOTOS=folder)
	@$(ENV) if [ -f target/reader/reader.pack ]; then \
	  CARGO_PROFILE_DEV_OPT_LEVEL=3 cargo run -q --features reader --example read_accuracy target/reader/reader.pack; fi

# Their packages are a quarter of a gigabyte, which nothing else needs.
.PHONY: bench-reading
bench-reading: npm setup-browser ## Measure how fast photos are read, against tesseract.js and onnxruntime-web
	@tools/setup.sh -q reading
	@$(ENV) if [ -f npm/pkg/reader.pack ]; then node benches/reading.mjs --json benches/reading.json; \
	  else echo "renzheng: without a model nothing is read"; fi

.PHONY: identity
identity: npm setup-browser ## Compare the reports of crate, command line, Node.js and Chromium (RENZHENG_PHOTOS=folder)
	@$(ENV) export CARGO_PROFILE_DEV_OPT_LEVEL=3; cargo test --features cli --test corpus -- --ignored && cargo test --features cli --test cli -- --ignored
	@$(ENV) node --test --test-reporter=spec tests/npm/package.test.mjs

.PHONY: docs
docs: npm ## Make the documentation site in target/docs/ and check its links
	@$(ENV) node tools/docs.mjs
	@node tools/links.mjs target/docs

.PHONY: test-docs
test-docs: docs setup-browser ## Make the documentation site and look at each of its pages
	@$(ENV) node --test --test-reporter=spec tests/site/*.test.mjs

# With the pinned compiler, which has to be told that the coverage it is asked for is meant.
.PHONY: fuzz
fuzz: setup-rust ## Invent inputs for everything that reads, and write docs/robustness.md (SECONDS=1800 TARGET=all)
	@tools/setup.sh -q fuzz
	@$(ENV) RUSTC_BOOTSTRAP=1 cargo fuzz build --sanitizer none
	@$(ENV) SECONDS=$(or $(SECONDS),1800) node tools/fuzz.mjs run $(TARGET)

.PHONY: sizes
sizes: ## Compare the built files with their budgets, and the entries with docs/sizes.json (after build and npm)
	@node tools/sizes.mjs
	@node tools/entries.mjs

.PHONY: lint
lint: setup-rust ## Check format, clippy for each artifact, and the scripts
	@for file in tools/*.sh .ci/run; do bash -n "$$file"; done
	@if command -v shellcheck >/dev/null; then shellcheck -x tools/*.sh .ci/run; fi
	@for file in tools/*.mjs web/*.js; do node --check "$$file"; done
	@while IFS= read -r line; do \
	  grep -qxF -- "$$line" Trunk.toml || { echo "Trunk.toml misses the header of tools/headers.json: $$line" >&2; exit 1; }; \
	  grep -qxF -- "$$(sed -E 's/^"([^"]*)" = "(.*)"$$/  \1: \2/' <<<"$$line")" web/_headers || { echo "web/_headers misses: $$line" >&2; exit 1; }; \
	  grep -qxF -- "$$(sed -E 's/^"([^"]*)" = (".*")$$/  add_header \1 \2 always;/' <<<"$$line")" docs/nginx.conf || { echo "docs/nginx.conf misses: $$line" >&2; exit 1; }; \
	done < <(node -p 'Object.entries(JSON.parse(require("fs").readFileSync("tools/headers.json"))).map(([k, v]) => `"$${k}" = "$${v}"`).join("\n")')
	@$(ENV) node tools/licences.mjs
	$(ENV) cargo fmt --check
	$(ENV) $(CLIPPY) --all-targets --features cli $(DENY)
	$(ENV) $(CLIPPY) --all-targets --features cli,reader $(DENY)
	$(ENV) $(CLIPPY) $(WASM) --lib $(DENY)
	$(ENV) $(CLIPPY) $(WASM) --features npm --lib $(DENY)
	$(ENV) $(CLIPPY) $(WASM) --features bench --lib $(DENY)
	$(ENV) $(CLIPPY) $(WASM) --features npm-lite --lib $(DENY)
	$(ENV) $(CLIPPY) $(WASM) --features npm-process --lib $(DENY)
	$(ENV) $(CLIPPY) $(WASM) --features npm-reader --lib $(DENY)
	$(ENV) $(CLIPPY) $(WASM) --features app --bin app $(DENY)
	$(ENV) $(CLIPPY) $(WASM) --features worker --bin photo-worker $(DENY)
	$(ENV) $(CLIPPY) $(WASM) --features app,npm --test 'web_*' $(DENY)

# Compiles cargo-deny the first time. Without a network the advisories are not known, which is said.
.PHONY: audit
audit: setup-rust setup-npm ## Check licences, sources and advisories of all dependencies
	@tools/setup.sh -q cargo-deny
	@node tools/licences.mjs
	@$(ENV) node tools/audit.mjs

.PHONY: clean
clean: ## Remove everything built
	rm -rf target dist npm/pkg
