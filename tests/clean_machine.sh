#!/bin/sh
# Prove `make demo` and `make test` from a fresh clone in an empty Debian 12.
#
#   sudo tests/clean_machine.sh [FOLDER]
#
# Makes the chroot in FOLDER (default: a new temporary folder) with python3, python3-venv, make, git and
# nothing else, clones this checkout's HEAD into it and times both commands. Needs debootstrap and root;
# run on demand, not by `make test`.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
chroot=${1:-$(mktemp -d)}
[ "$(id -u)" -eq 0 ] || { echo "clean_machine: needs root (chroot)" >&2; exit 2; }
command -v debootstrap >/dev/null || { echo "clean_machine: apt-get install debootstrap" >&2; exit 2; }

if [ ! -x "$chroot/usr/bin/make" ]; then
    # The packages come from where this machine gets its own.
    mirror=$(sed -nE 's|^(deb +(\[[^]]*\] +)?)([^ ]+) .*|\3|p; s|^URIs: *([^ ]+).*|\1|p' \
        /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -n 1)
    debootstrap --variant=minbase --include=python3,python3-venv,make,git,ca-certificates \
        bookworm "$chroot" ${mirror:+"$mirror"}
fi
for each in proc sys dev dev/pts; do
    mkdir -p "$chroot/$each"
    mountpoint -q "$chroot/$each" || mount --bind "/$each" "$chroot/$each"
done
cleanup() { for each in dev/pts dev sys proc; do umount "$chroot/$each" 2>/dev/null || :; done; }
trap cleanup EXIT

# How this machine reaches its packages is the machine's affair, not the project's.
cp /etc/resolv.conf "$chroot/etc/resolv.conf" 2>/dev/null || :
for each in /etc/apt/apt.conf.d /etc/pip.conf /etc/xdg/pip /etc/ssl /usr/local/share/ca-certificates; do
    [ -e "$each" ] || continue
    mkdir -p "$chroot$(dirname "$each")"
    cp -a "$each" "$chroot$(dirname "$each")/"
done

rm -rf "$chroot/home/evenhand"
git clone -q --no-hardlinks "$root" "$chroot/home/evenhand/checkout"
[ -d "$root/../shared" ] && cp -a "$root/../shared" "$chroot/home/evenhand/shared"

inside() {
    # The environment of a new login, with nothing of this one's but how packages are reached.
    env -i HOME=/root TERM=dumb LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        $(env | grep -E '^(PIP_|https?_proxy=|HTTPS?_PROXY=|no_proxy=|NO_PROXY=|SSL_CERT|REQUESTS_CA)' || :) \
        chroot "$chroot" sh -c "cd /home/evenhand/checkout && $1"
}
for command in "make demo" "make test"; do
    began=$(date +%s)
    if inside "$command"; then result=passed; else result="FAILED ($?)"; fi
    echo "clean_machine: $command $result in $(($(date +%s) - began)) s"
    [ "$result" = passed ] || exit 1
done
