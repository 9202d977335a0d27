#!/bin/sh
# Install what the firmware tests need, where this can be done: on Debian and its kin, as root.
# Elsewhere, or without a network, print the line to run and exit 0: the tests then skip
# themselves and say why (under CI=true they fail instead).
set -u

packages="gcc libc6-dev make gcc-avr avr-libc binutils-avr simavr libsimavr-dev libelf-dev
arduino-core-avr arduino-builder"
# One line, for printing and for apt-get.
packages=$(echo $packages)

present() {
    command -v gcc >/dev/null && command -v avr-gcc >/dev/null &&
        command -v arduino-builder >/dev/null &&
        [ -e /usr/lib/avr/include/avr/io.h ] &&
        [ -e /usr/include/simavr/sim_avr.h ] && [ -e /usr/include/libelf.h ] &&
        [ -e /usr/share/arduino/hardware/arduino/avr/cores/arduino/Arduino.h ]
}

install() {
    [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null || return 1
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086
    apt-get install -y -qq --no-install-recommends $packages >/dev/null
}

if present || { install && present; }; then
    exit 0
fi
echo "For the firmware tests: sudo apt-get install --no-install-recommends $packages"
