#!/bin/sh
# Make .venv and install Evenhand into it: `tools/setup.sh runtime` or `tools/setup.sh test`.
# Installs what Qt needs of the system where that can be done, and says the one line where not.
set -eu
cd "$(dirname "$0")/.."
kind=${1:-runtime}
python=${PYTHON:-python3}

say() { printf '%s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 2; }

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
    fail "$python is not Python 3.11 or later. Install one and run: make PYTHON=python3.12 setup"

if [ ! -x .venv/bin/python ]; then
    say "Making .venv with $("$python" --version)"
    "$python" -m venv .venv ||
        fail "no virtual environment could be made. On Debian and Ubuntu: apt-get install python3-venv"
fi

say "Installing Evenhand and what it needs (about 600 MB, once) ..."
case $kind in
    runtime) what=. ;;
    test)    what='.[test,audio,export,lsl]' ;;
    *)       fail "what is '$kind'? Use runtime or test." ;;
esac
.venv/bin/python -m pip install --quiet --disable-pip-version-check \
    --constraint constraints.txt --editable "$what"

sh tools/qt_libraries.sh "$kind"
say "Ready: .venv/bin/evenhand"
