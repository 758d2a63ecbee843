# `make demo` and `make test` set up all they need in .venv, from packages locked with hashes.

.PHONY: help demo test js lint bench test-nightly lock clean
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# Looked for only when .venv has to be made.
find_python = for python in python3 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done
IN := .venv/bin/
PIP := $(IN)python -m pip --disable-pip-version-check --quiet
# A lock is complete, so nothing needs to be resolved; byte code is made when it is first needed.
LOCKED := $(PIP) install --require-hashes --no-deps --no-build-isolation --no-compile
# What tests need contains what the demo needs, so whoever has the one needs no other set-up.
READY_FOR_DEMO := $(if $(wildcard .venv/made-dev),.venv/made-dev,.venv/made-demo)

help:
	@echo "make demo          plays a whole case on this machine: homeserver, line, two people"
	@echo "make test          every check: style, types, imports, tests"
	@echo "make lint          the checks without the tests"
	@echo "make bench         measures, and prints the table of figures"
	@echo "make test-nightly  the tests that take too long for every run"
	@echo "make lock          locks the newest versions of all packages with their hashes"

demo: $(READY_FOR_DEMO)
	@$(IN)vertrouwenslijn demo

# The tests run last and also when a check failed; the exit code tells of both. Most of them wait
# for servers, so four at a time keep two cores busy.
test: .venv/made-dev js
	@checks=0; $(MAKE) lint || checks=1; \
	$(IN)python -m pytest -n 4 --dist loadfile --no-loadscope-reorder || exit $$?; exit $$checks

# One test has a reporter at another client, which runs in Node; without npm it is skipped, and says so.
JS := tests/homeserver/js
js:
	@if command -v npm >/dev/null && ! cmp -s $(JS)/package-lock.json $(JS)/node_modules/installed-lock; then \
		echo "Setting up the other client for one test."; \
		npm ci --prefix $(JS) --ignore-scripts --no-audit --no-fund --silent \
			&& cp $(JS)/package-lock.json $(JS)/node_modules/installed-lock \
			|| echo "npm could not; that test will be skipped." >&2; fi

lint: .venv/made-dev
	@failed=0; \
	for check in "ruff check ." "ruff format --check ." "mypy" "lint-imports"; do \
		echo "-- $$check"; $(IN)$$check || failed=1; done; \
	exit $$failed

bench: .venv/made-dev
	@$(IN)python -m tests.bench

test-nightly: .venv/made-dev
	@$(IN)python -m pytest -m nightly

.venv/made-%: requirements/%.txt requirements/build.txt pyproject.toml
	@python=$$($(find_python)); test -n "$$python" || { \
		echo "Python 3.11 or newer is needed, and none was found. Install it and try again." >&2; exit 1; }; \
	echo "Setting up .venv; this is done once and takes half a minute or more."; \
	$$python -m venv .venv || { \
		echo "Python cannot make a virtual environment here; on Debian and Ubuntu install python3-venv." >&2; exit 1; }
	@$(LOCKED) -r requirements/build.txt
	@$(LOCKED) -r $<
# argostranslate's wheel brings its own tests as a package of that name, which would hide ours.
	@rm -rf .venv/lib/python3*/site-packages/tests
	@$(PIP) install --no-deps --no-build-isolation --no-index -e .
	@touch $@

# No address of an index is written down, so that a lock fits every mirror.
COMPILE = $(IN)uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --custom-compile-command "make lock"
lock: .venv/made-dev
	@$(LOCKED) -r requirements/lock.txt
	$(COMPILE) pyproject.toml --extra dev -o requirements/dev.txt
	$(COMPILE) -c requirements/dev.txt pyproject.toml --extra demo -o requirements/demo.txt
	$(COMPILE) -c requirements/dev.txt pyproject.toml -o requirements/run.txt
	$(COMPILE) -c requirements/dev.txt requirements/build.in -o requirements/build.txt
	$(COMPILE) requirements/lock.in -o requirements/lock.txt

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
