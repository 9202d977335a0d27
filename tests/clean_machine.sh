#!/bin/sh
# Prove `make demo` and `make test` as a stranger meets them: an empty Debian, this checkout's HEAD, no more.
#
#   sudo tests/clean_machine.sh [bookworm|trixie] ["root user"] ["demo test"]
#
# For root and for an ordinary user a fresh machine each is made (chroot) of python3, make and git. The first
# `make demo` must fail for want of python3-venv and name it; then that is installed and everything must pass.
# The user's system packages are installed by the line that the set-up prints. Needs debootstrap and root;
# takes minutes, so `make test` does not run it.
set -eu
[ "$(id -u)" -eq 0 ] || { echo "clean_machine: needs root (chroot)" >&2; exit 2; }
command -v debootstrap >/dev/null || { echo "clean_machine: apt-get install debootstrap" >&2; exit 2; }
# In a mount namespace of its own, nothing mounted here outlives the script.
[ "${CLEAN_MACHINE:-}" = inside ] || CLEAN_MACHINE=inside exec unshare --mount "$0" "$@"

suite=${1:-bookworm}
root=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
echo "clean_machine: $suite in $folder"
trap 'umount -R "$folder"/*/dev "$folder"/*/sys "$folder"/*/proc 2>/dev/null; rm -rf --one-file-system "$folder"' EXIT

# The packages come from where this machine gets its own.
mirror=$(sed -nE 's|^(deb +(\[[^]]*\] +)?)([^ ]+) .*|\3|p; s|^URIs: *([^ ]+).*|\1|p' \
    /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -n 1)
debootstrap --variant=minbase --include=python3,make,git,ca-certificates "$suite" "$folder/base" \
    ${mirror:+"$mirror"} >"$folder/debootstrap.log" || { tail "$folder/debootstrap.log"; exit 1; }

fresh_machine() {
    cp -a "$folder/base" "$machine"
    for each in proc sys dev; do mount --rbind "/$each" "$machine/$each"; done
    # How this machine reaches its packages is the machine's affair, not the project's.
    cp /etc/resolv.conf "$machine/etc/resolv.conf" 2>/dev/null || :
    for each in $(grep -ls Acquire /etc/apt/apt.conf.d/*) /etc/pip.conf /etc/xdg/pip /etc/ssl \
        /usr/local/share/ca-certificates; do
        [ -e "$each" ] || continue
        mkdir -p "$machine$(dirname "$each")"
        cp -a "$each" "$machine$(dirname "$each")/"
    done
    chroot "$machine" useradd --create-home user
    git clone -q --no-hardlinks "$root" "$machine$home/evenhand"
    chroot "$machine" chown -R "$who:" "$home/evenhand"
}

as() {  # as WHO COMMAND: the environment of a new login, and nothing else but how packages are reached
    env -i HOME="$home" TERM=dumb LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        $(env | grep -E '^(PIP_|https?_proxy=|HTTPS?_PROXY=|no_proxy=|NO_PROXY=|SSL_CERT|REQUESTS_CA)' || :) \
        chroot --userspec="$1" "$machine" sh -c "cd $home/evenhand && $2"
}

log() { printf '%s/%s.log' "$folder" "$who"; }
passes() {  # passes WHO COMMAND
    began=$(date +%s)
    as "$1" "$2" >"$(log)" 2>&1 && result=passed || result=FAILED
    echo "clean_machine: $suite, $1: $2: $result in $(($(date +%s) - began)) s"
    [ "$result" = passed ] || { tail -n 60 "$(log)"; exit 1; }
    tail -n 3 "$(log)"
}

for who in ${2:-root user}; do
    machine=$folder/$who
    home=/root
    [ "$who" = root ] || home=/home/$who
    fresh_machine
    ! as "$who" "make demo" >"$(log)" 2>&1 && grep -q "apt-get install python3-venv" "$(log)" ||
        { echo "clean_machine: the want of python3-venv was not told"; tail "$(log)"; exit 1; }
    passes root "apt-get -qq update && apt-get -qq install -y --no-install-recommends python3-venv"
    for what in ${3:-demo test}; do
        passes "$who" "make setup$([ "$what" = demo ] || echo -test)"
        line=$(sed -n 's/^ *sudo \(apt-get install .*\)/\1/p' "$(log)")
        [ -z "$line" ] || passes root "$line -y -qq"
        passes "$who" "make $what"
    done
done
