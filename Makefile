# Everything a person or CI runs, in one place. `make help` lists it.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help setup demo test check soak bench translations clean toolchain

help:  ## Show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: .setup-runtime  ## Make .venv with what running needs (leaves .venv/bin/evenhand)

.setup-runtime: pyproject.toml constraints.txt tools/setup.sh
	PYTHON=$(PYTHON) sh tools/setup.sh runtime
	@touch $@

.setup-test: pyproject.toml constraints.txt tools/setup.sh
	PYTHON=$(PYTHON) sh tools/setup.sh test
	@touch $@ .setup-runtime

toolchain:  ## Install the AVR compiler and simulator (Debian and Ubuntu, as root)
	sh firmware_stubs/install_toolchain.sh

demo: setup  ## Virtual patient, virtual Cyton, real driver, live view, suggestion
	$(BIN)/evenhand demo

check: .setup-test  ## Style, types and the rooms' import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: .setup-test check toolchain  ## Checks, then all tests but the long ones
	# Most of the device and window tests wait for real time; two at once halve it.
	$(BIN)/python -m pytest -n 2 --dist loadfile

soak: .setup-test  ## The long tests alone (up to two hours)
	$(BIN)/python -m pytest --soak -m soak

bench: setup  ## Latency and cost on this machine
	$(BIN)/evenhand bench

translations: .setup-test  ## Find the window's words, and make its translations (docs/languages.md)
	$(BIN)/python tools/translations.py

clean:  ## Remove what setup and tests made
	rm -rf $(VENV) .setup-* build dist .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis
