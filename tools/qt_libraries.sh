#!/bin/sh
# Qt's wheel leaves these libraries to the system. Without them the terminal view still runs. The
# tests make locales of their own, from the definitions that Debian keeps apart, and stand in for the
# system's Bluetooth service on a bus of their own.
set -u
offscreen='libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 fonts-dejavu-core'
display='libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0'

[ "$(uname -s)" = Linux ] || exit 0
command -v dpkg-query >/dev/null 2>&1 || {
    .venv/bin/python -c 'from PySide6 import QtWidgets' 2>/dev/null ||
        printf 'setup: Qt lacks a system library; see: .venv/bin/python -c "from PySide6 import QtWidgets"\n' >&2
    exit 0
}

tests=''
[ "${1:-runtime}" = test ] && tests='locales dbus-daemon'

missing=''
for package in $offscreen $display $tests; do
    # Ubuntu 24.04 renamed libglib2.0-0 to libglib2.0-0t64, which provides the old name.
    dpkg-query -W -f '${Status}\n' "$package" "${package}t64" 2>/dev/null | grep -q 'ok installed' ||
        missing="$missing $package"
done
[ -n "$missing" ] || exit 0

line="apt-get install --no-install-recommends$missing"
if [ "$(id -u)" -ne 0 ]; then
    printf 'setup: the window needs system libraries. Run once:\n  sudo %s\n' "$line" >&2
    exit 0
fi
printf 'Installing the system libraries of Qt:%s\n' "$missing"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086
{ apt-get -qq update && apt-get -qq install -y --no-install-recommends $missing; } >/dev/null ||
    printf 'setup: that failed; the terminal view still runs. Try by hand:\n  %s\n' "$line" >&2
exit 0
