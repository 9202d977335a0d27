#!/bin/sh
# Make .venv and install Evenhand into it: `tools/setup.sh runtime`, `test` or `dev`, each more than the last.
set -eu
cd "$(dirname "$0")/.."
kind=${1:-runtime}
python=${PYTHON:-python3}

say() { printf '%s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 2; }

case $kind in
    runtime) what=. stamps='runtime' ;;
    test)    what='.[test,audio]' stamps='runtime test' ;;
    dev)     what='.[dev,audio]' stamps='runtime test dev' ;;
    *)       fail "what is '$kind'? Use runtime, test or dev." ;;
esac

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
    fail "$python is not Python 3.11 or later. Install one and run: make PYTHON=python3.12 setup"

if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "$python cannot make virtual environments. On Debian and Ubuntu: apt-get install python3-venv"
    # What is there is half-made, or belongs to a Python that is gone.
    rm -rf .venv
    say "Making .venv with $("$python" --version)"
    "$python" -m venv .venv || { rm -rf .venv; fail "no virtual environment could be made"; }
fi

say "Installing Evenhand and what it needs (about 600 MB, once) ..."
.venv/bin/python -m pip install --quiet --disable-pip-version-check \
    --constraint constraints.txt --editable "$what"
for stamp in $stamps; do touch ".venv/.$stamp"; done
say "Ready: .venv/bin/evenhand"
