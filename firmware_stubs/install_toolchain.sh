#!/bin/sh
# Install what the firmware tests need, where this can be done: on Debian and its kin, as root.
# Elsewhere print the line to run, and exit 0: the tests then skip themselves and say why.
set -eu

packages="gcc libc6-dev gcc-avr avr-libc binutils-avr simavr libsimavr-dev libelf-dev arduino-core-avr"

present() {
    command -v gcc >/dev/null && command -v avr-gcc >/dev/null &&
        [ -e /usr/include/simavr/sim_avr.h ] && [ -e /usr/include/libelf.h ] &&
        [ -e /usr/share/arduino/hardware/arduino/avr/cores/arduino/Arduino.h ]
}

if present; then
    exit 0
fi
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages
    present
else
    echo "For the firmware tests: sudo apt-get install --no-install-recommends $packages"
fi
