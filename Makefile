# Everything a person or CI runs, in one place. `make help` lists it.

PYTHON ?= python3
WORKERS ?= 3
VENV   := .venv
BIN    := $(VENV)/bin

# More at once than cores: most tests wait for real time. tests/conftest.py deals those beside what
# computes, which yields to them. Quicker where nothing else runs: make test WORKERS=6
PYTEST := $(BIN)/python -m pytest --dist loadgroup --no-loadscope-reorder -n $(WORKERS)
# Every worker reads all tests, and many start programs: compiled once is enough.
test test-fast soak: export PYTHONDONTWRITEBYTECODE =

.DEFAULT_GOAL := help
.PHONY: help setup setup-test setup-dev demo check test test-fast test-room soak bench translations clean

help:  ## Show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# setup.sh leaves a mark of each kind in .venv, so that an environment made anew is filled anew.
$(VENV)/.%: pyproject.toml constraints.txt tools/setup.sh
	@PYTHON=$(PYTHON) sh tools/setup.sh $*

setup: $(VENV)/.runtime  ## Make .venv with what running needs (leaves .venv/bin/evenhand)
	@sh tools/system_packages.sh runtime

setup-test: $(VENV)/.test
	@sh tools/system_packages.sh test

setup-dev: $(VENV)/.dev  ## What contributing needs; then `.venv/bin/pre-commit install`
	@sh tools/system_packages.sh test

demo: setup  ## Virtual patient, virtual Cyton, real driver, live view, suggestion
	$(BIN)/evenhand demo

check: setup-test  ## Style, types and the rooms' import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.citation-file-format CITATION.cff

test: check  ## Checks, then all tests but the long ones
	$(PYTEST)

test-fast: setup-test  ## All tests that wait for nothing and compute for less than some seconds
	$(PYTEST) -m "not real_time and not long and not soak"

test-room:  ## The tests of one room or phase alone: make test-room ROOM=ui/measure
	@test -n "$(ROOM)" && test -d "tests/$(ROOM)" || \
		{ echo "Give ROOM, a folder below tests/: make test-room ROOM=device" >&2; exit 2; }
	@$(MAKE) --no-print-directory setup-test
	$(BIN)/python -m pytest tests/$(ROOM)

soak: setup-test  ## The long tests alone (up to two hours)
	$(BIN)/python -m pytest --soak -m soak

bench: setup  ## Latency and cost on this machine
	$(BIN)/evenhand bench

translations: setup-test  ## Find the window's words, and make its translations (docs/languages.md)
	$(BIN)/python tools/translations.py

clean:  ## Remove what setup and tests made
	rm -rf $(VENV) build dist .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis
