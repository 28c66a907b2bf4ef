# What a person runs; .ci/run runs the same. All state is below target/: `make clean` forgets it.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

export PYTHONPATH := $(CURDIR)/tests
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

PYTHON := $(CURDIR)/target/venv/tests/bin/python
ASSETS := mkdocs-plugin/src/mkdocs_keyfill/assets
ENGINE := mkdocs-plugin/src/mkdocs_keyfill/engine/slot_engine.wasm
# Whose code the app and the slot engine hold: licence texts, and a bill of materials.
THIRD_PARTY := mkdocs-plugin/third-party/keyfill.cdx.json
CLIENTS_JSON := mkdocs-plugin/src/mkdocs_keyfill/clients.json
CLIENT_FILES := $(shell python3 www/client_files.py $(CLIENTS_JSON))
SCRIPTS := carry.js follow.js keyfill.js language.js panel.js presses.js worker.js worker_off.js
FILES := $(SCRIPTS) app.css app.js app_bg.wasm $(CLIENT_FILES) files.wasm keyfill.css keys.wasm page.wasm sample.wasm
# The shells and tools that copied commands are tried with, and the browsers: WebKit's has its window
# from the bindings for Python, and its screen from Xvfb.
DEBIAN := dash fish zsh busybox gawk mawk original-awk devscripts php-cli \
    curl restic s3fs \
    chromium chromium-driver firefox-esr webkit2gtk-driver gir1.2-webkit2-4.1 python3-gi xvfb
CARGO_DENY := 0.20.2
CARGO_MUTANTS := 27.1.0
MINUTES := 10

step = @printf '\n== %s\n' '$(1)'

.PHONY: help demo test soak mutants check web wheel bench pictures clean
.PHONY: debian rust venvs check-rust check-python check-web check-supply native

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' $(MAKEFILE_LIST) | column -t -s '|'

demo: venvs target/plugin.installed ## Serve the documentation with a real Keystone and Swift
	$(call step,demo)
	@exec $(PYTHON) tests/demo.py

test: ## Run every test, and say how long each part took
	@python3 -m runner

soak: rust debian venvs target/plugin.installed ## Run the random tests with new seeds, for MINUTES (10)
	$(call step,soak)
	@python3 tests/install.py clients
	@python3 -m runner.soak $(MINUTES)

mutants: target/tools/bin/cargo-mutants | rust ## Change the code that guards values, and see that its tests fail
	$(call step,mutants)
	@python3 -m runner.mutants

check: check-rust check-python check-web check-supply ## Run every check that is not a test

web: $(addprefix $(ASSETS)/,$(FILES)) $(ENGINE) $(THIRD_PARTY) ## Build the app and the slot engine, and put them into the plugin

wheel: web venvs ## Build the plugin's wheel, into mkdocs-plugin/dist
	$(call step,wheel)
	@cd mkdocs-plugin && $(PYTHON) -m build --wheel --no-isolation --outdir dist .

bench: debian web venvs target/bench/bench_bg.wasm ## Measure bytes, start-up, requests, filling and builds
	$(call step,bench)
	@python3 tests/install.py generators
	@$(PYTHON) tests/bench/report.py

pictures: venvs target/plugin.installed ## Picture every state of the panel, into target/pictures and docs/assets
	$(call step,pictures)
	@$(PYTHON) -m docs.pictures
	@$(PYTHON) -m docs.screenshots

clean: ## Remove everything that was built or installed
	rm -rf target mkdocs-plugin/dist $(ASSETS) $(dir $(ENGINE)) $(dir $(THIRD_PARTY))

# --- the web build -------------------------------------------------------------------------------

RUST_INPUTS := Cargo.toml Cargo.lock rust-toolchain.toml www/build.sh www/rustflags.sh $(shell find www/bindgen -type f)
ENGINE_INPUTS := $(shell find src/slot-engine -type f)

$(addprefix $(ASSETS)/,$(FILES)): $(ASSETS)/%: target/web/%
	@install -D -m 644 $< $@

target/web/app_bg.wasm: $(RUST_INPUTS) $(shell find src -name '*.rs' -not -path 'src/slot-engine/*') target/node/complete | rust
	$(call step,app)
	@www/build.sh keyfill app target/web 'default, mount'

$(ENGINE): Cargo.toml Cargo.lock rust-toolchain.toml www/rustflags.sh $(ENGINE_INPUTS) $(shell find src/core -name '*.rs') | rust
	$(call step,slot engine)
	@src/slot-engine/build.sh $@

target/web/app.js $(addprefix target/web/,files.wasm keys.wasm page.wasm sample.wasm): target/web/app_bg.wasm
	@touch $@

# Of one list a file for each client and shell, so that a page fetches those that it shows.
$(addprefix target/web/,$(CLIENT_FILES)) &: $(CLIENTS_JSON) www/client_files.py
	@python3 www/client_files.py $< $(@D)

STATIC := mkdocs-plugin/src/mkdocs_keyfill/static.json
target/web/keyfill.js: $(STATIC)
target/web/panel.js: www/app_files.js www/choices.js www/links.js www/names.js www/preload.js www/rest.js $(STATIC)
target/web/language.js: mkdocs-plugin/src/mkdocs_keyfill/languages/tags.json
target/web/keyfill.css: www/controls.css www/tabs.css
target/web/app.css: www/entry.css www/keys.css www/slots.css
$(addprefix target/web/,$(SCRIPTS) keyfill.css app.css): target/web/%: www/% target/node/complete
	@target/node/node_modules/.bin/esbuild $< --bundle --external:./panel.js --external:./app.js \
	    --external:./language.js --external:./carry.js --external:./presses.js \
	    --format=esm --minify --target=es2022 --log-level=warning --outfile=$@

target/bench/bench_bg.wasm: $(RUST_INPUTS) $(shell find www/bench -type f) target/node/complete | rust
	$(call step,minimal page)
	@www/build.sh bench bench target/bench default

# Once both are built, for then most of their crates are on this machine.
$(THIRD_PARTY): www/third_party.py Cargo.toml src/slot-engine/Cargo.toml Cargo.lock target/web/app_bg.wasm $(ENGINE)
	$(call step,licences)
	@python3 www/third_party.py $(@D)

target/node/complete: www/package.json www/package-lock.json
	$(call step,build tools)
	@mkdir -p target/node
	@cp www/package.json www/package-lock.json target/node/
	@cd target/node && npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error
	@touch $@

# --- what must be installed ----------------------------------------------------------------------

# A name that apt does not know stops here, not in the middle of the tests.
debian:
	@missing=$$(for name in $(DEBIAN); do \
	    dpkg-query --show --showformat '$${db:Status-Status}' "$$name" 2>/dev/null | \
	        grep -qx installed || echo "$$name"; done); \
	[ -n "$$missing" ] || exit 0; \
	printf '\n== Debian packages:%s\n' " $${missing//$$'\n'/ }"; \
	if [ "$$(id -u)" != 0 ]; then \
	    echo "Not root. Run this, then try again: sudo apt-get install $${missing//$$'\n'/ }" >&2; exit 1; \
	fi; \
	export DEBIAN_FRONTEND=noninteractive; \
	apt-get -qq update; apt-get -qq install --no-install-recommends -y $$missing >/dev/null

# As rust-toolchain.toml says; rustup may be set to install nothing by itself.
rust:
	@rustup --quiet target add wasm32-unknown-unknown
	@rustup --quiet component add clippy rustfmt

venvs:
	$(call step,Python environments)
	@python3 tests/install.py stack tests

# As users get it, not editable: the tests then see what the package holds and what it forgot.
PLUGIN := $(shell find mkdocs-plugin/src -type f -not -path '*/assets/*' -not -path '*/engine/*' -not -name '*.pyc')
target/plugin.installed: mkdocs-plugin/pyproject.toml $(PLUGIN) target/venv/tests/complete $(addprefix $(ASSETS)/,$(FILES)) $(ENGINE) $(THIRD_PARTY)
	$(call step,plugin)
	@$(PYTHON) -m pip install --quiet --no-deps --no-build-isolation --force-reinstall ./mkdocs-plugin
	@touch $@

target/venv/tests/complete: | venvs ;

native: | rust
	$(call step,cargo test)
	@KEYFILL_ORACLES=required cargo test --locked --quiet

# --- checks --------------------------------------------------------------------------------------

check-rust: | rust
	$(call step,rustfmt and clippy)
	@cargo fmt --all --check
	@cargo clippy --locked --quiet --workspace --all-targets -- -D warnings
	@cargo clippy --locked --quiet --target wasm32-unknown-unknown --package keyfill --package slot-engine --package bench --lib -- -D warnings
	$(call step,rustdoc)
	@RUSTDOCFLAGS='-D warnings' cargo doc --locked --quiet --no-deps --package keyfill
	$(call step,layers)
	@cargo test --locked --quiet --test tidy

# A script's first line is its usage, which ends in no period.
RUFF := --config mkdocs-plugin/pyproject.toml --config 'src=["tests"]'
check-python: venvs target/plugin.installed
	$(call step,ruff and mypy)
	@$(PYTHON) -m ruff check --quiet $(RUFF) --extend-ignore D400,D415 tests www
	@$(PYTHON) -m ruff format --check --quiet $(RUFF) tests www
	@cd mkdocs-plugin && $(PYTHON) -m ruff check --quiet && $(PYTHON) -m ruff format --check --quiet
	@cd mkdocs-plugin && $(PYTHON) -m mypy
	@MYPYPATH=tests $(PYTHON) -m mypy --strict --ignore-missing-imports \
	    --explicit-package-bases tests www/third_party.py
	@$(PYTHON) -m pip check

check-web: $(addprefix target/web/,$(FILES)) venvs
	$(call step,bytes)
	@$(PYTHON) -m bench.budgets

# Offline, cargo-deny cannot tell what is known against a crate; anything else is a finding.
check-supply: target/tools/bin/cargo-deny target/node/complete venvs
	$(call step,dependencies)
	@$< --log-level warn --locked check --hide-inclusion-graph bans licenses sources
	@if ! report=$$($< --log-level warn --locked check --hide-inclusion-graph advisories 2>&1); then \
	    if [[ $$report == *'failed to fetch advisory database'* ]]; then \
	        echo 'advisories: NOT CHECKED, the advisory database could not be reached'; \
	    else echo "$$report" >&2; exit 1; fi; \
	else echo 'advisories ok'; fi
	@cd target/node && if report=$$(npm audit --loglevel=silent); then echo 'npm audit ok'; \
	elif [[ $$report == *'severity'* ]]; then echo "$$report" >&2; exit 1; \
	else echo 'npm audit: NOT CHECKED, the registry did not answer'; fi
	@$(PYTHON) -m runner.locked

target/tools/bin/cargo-mutants:
	$(call step,cargo-mutants $(CARGO_MUTANTS))
	@cargo install --locked --quiet --version $(CARGO_MUTANTS) --root target/tools cargo-mutants

target/tools/bin/cargo-deny:
	$(call step,cargo-deny $(CARGO_DENY))
	@cargo install --locked --quiet --version $(CARGO_DENY) --root target/tools cargo-deny
