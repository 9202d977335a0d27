"""`CytonPackets`: the samples in a Cyton's bytes, found as BrainFlow finds them.

Written for the link in memory, which no vendor's driver can read.
"""

from __future__ import annotations

import numpy as np

from emg_device.info import IntArray
from emg_simulators.boards.cyton_firmware import START_BYTE

LENGTH = 33
END_BYTES = range(0xC0, 0xC7)
"""OpenBCI's boards end a packet with any of these, by what its last six bytes mean."""


class CytonPackets:
    """Takes bytes as they come and gives back whole packets."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes) -> tuple[IntArray, IntArray, int]:
        """Return ``(n, 8)`` counts, ``(n,)`` packet numbers, and how many packets were damaged.

        Like BrainFlow it takes the next start byte for a packet's beginning, wherever it stands,
        and throws the whole packet away if that does not end as one: a lost byte costs up to two.
        """
        rest, at, frames, bad = self._rest + data, 0, [], 0
        while (at := rest.find(START_BYTE, at)) >= 0 and at + LENGTH <= len(rest):
            frame = rest[at : at + LENGTH]
            at += LENGTH
            if frame[-1] in END_BYTES:
                frames.append(frame)
            else:
                bad += 1
        self._rest = rest[at:] if at >= 0 else b""
        raw = np.frombuffer(b"".join(frames), np.uint8).reshape(-1, LENGTH)
        high, middle, low = np.moveaxis(raw[:, 2:26].reshape(-1, 8, 3).astype(np.int64), 2, 0)
        counts = high << 16 | middle << 8 | low
        counts -= (counts & 0x800000) << 1  # 24 bits with their sign
        return counts, raw[:, 1].astype(np.int64), bad
