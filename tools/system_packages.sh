#!/bin/sh
# What the wheels leave to the system: `tools/system_packages.sh runtime`, or `test` for what tests need too.
# As root on Debian and its kin it is installed; everyone else is told the one line. Exits 0 all the same:
# without Qt's libraries the terminal view still runs, and a test that misses a tool says so.
set -u
offscreen='libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 fonts-dejavu-core'
display='libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0'
# Tests make locales, stand in for the Bluetooth service on a bus of their own, run BrainFlow in a network
# of its own, read a printed sheet back, and build and simulate the firmware.
tools='locales dbus-daemon iproute2 poppler-utils'
firmware='gcc libc6-dev make gcc-avr avr-libc binutils-avr simavr libsimavr-dev libelf-dev arduino-core-avr arduino-builder'

[ "$(uname -s)" = Linux ] || exit 0
command -v dpkg-query >/dev/null 2>&1 || {
    .venv/bin/python -c 'from PySide6 import QtWidgets' 2>/dev/null ||
        printf 'setup: Qt lacks a system library; see: .venv/bin/python -c "from PySide6 import QtWidgets"\n' >&2
    exit 0
}

wanted="$offscreen $display"
[ "${1:-runtime}" = runtime ] || wanted="$wanted $tools $firmware"
# Debian 13 and Ubuntu 24.04 renamed some to NAMEt64, and provide the old name.
# shellcheck disable=SC2046,SC2086
installed=$(dpkg-query -W -f '${db:Status-Status} ${Package} \n' $wanted $(printf '%st64 ' $wanted) 2>/dev/null |
    sed -n 's/^installed //p')
missing=''
for package in $wanted; do
    printf '%s\n' "$installed" | grep -qE "^$package(t64)? $" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

line="apt-get install --no-install-recommends$missing"
if [ "$(id -u)" -ne 0 ]; then
    printf 'setup: system packages are missing. Run once:\n  sudo %s\n' "$line" >&2
    exit 0
fi
printf 'Installing system packages:%s\n' "$missing"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086
{ apt-get -qq update && apt-get -qq install -y --no-install-recommends $missing; } >/dev/null ||
    printf 'setup: that failed. Try by hand:\n  %s\n' "$line" >&2
exit 0
