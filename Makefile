# `make site` builds the site on a new machine; `make test` runs every check.
# Everything is installed in .venv and node_modules, again only when a lock file changes.

PYTHON ?= python3
BIN := .venv/bin

# The name of a stamp holds the lock file's checksum: another branch, another stamp.
stamp = .venv/$(1)-$(firstword $(shell cksum < $(2)))
SITE := $(call stamp,site,requirements/site.txt)
DEV := $(call stamp,dev,requirements/dev.txt)
NPM := $(call stamp,npm,package-lock.json)

# A task finds its programs here without an activated environment.
export PATH := $(CURDIR)/$(BIN):$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: install site test requirements clean

install: $(SITE)

site: install
	$(BIN)/inv build
	@echo
	@echo "Built output/. To look at it:  .venv/bin/inv serve  →  http://localhost:8000"

test: $(DEV) $(NPM)
	tests/tools/browser
	tests/tools/nginx
	tests/tools/waline
	$(BIN)/inv lint
	$(BIN)/inv test

$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed. Where it has another name: make PYTHON=python3.13" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
	  echo "Python lacks its venv module: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv .venv

# A lock file names all there is: with dependencies looked up again, an older pip stumbles over
# an extra (coverage[toml]) as soon as there is a newer release than the locked one.
$(SITE): | $(BIN)/pip
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements/site.txt
	@touch $@

$(DEV): | $(BIN)/pip
	tests/tools/compiler
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements/dev.txt
	@touch $@

$(NPM): $(DEV)
	$(BIN)/npm ci
	@touch $@

# Newer versions: make requirements UPGRADE=--upgrade
COMPILE := pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
  --no-emit-index-url --no-emit-find-links $(UPGRADE)
requirements: export CUSTOM_COMPILE_COMMAND := make requirements
requirements: $(DEV)
	$(COMPILE) --output-file requirements/site.txt requirements/site.in
	$(COMPILE) --output-file requirements/dev.txt requirements/dev.in
	cd deploy/isso && $(COMPILE) --output-file requirements.txt requirements.in

clean:
	rm -rf .venv node_modules output
