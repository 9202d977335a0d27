"""A network of a process's own, where this machine grants one (Linux, root, unshare and ip)."""

from __future__ import annotations

import functools
import subprocess
from collections.abc import Sequence

_SET_UP = "ip link set lo up multicast on && ip route add 224.0.0.0/4 dev lo"
WHY_NOT = "a network of its own needs root, unshare (util-linux) and ip (iproute2)"


def within(command: Sequence[str]) -> list[str]:
    """Return `command` as it runs in a network that holds nothing but a loopback with multicast."""
    return ["unshare", "-n", "sh", "-c", f'{_SET_UP} && exec "$@"', "sh", *command]


@functools.cache
def granted() -> bool:
    """Try all that `within` promises."""
    try:
        return subprocess.run(within(["true"]), capture_output=True).returncode == 0
    except OSError:
        return False
