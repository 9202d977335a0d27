"""`ByteFaults`: what a bad link does to the bytes of a board, frame by frame.

A virtual board passes every frame through `ByteFaults.apply` just before it writes to its line,
so one seam serves every protocol and the driver above meets real damaged bytes.
"""

from __future__ import annotations

from collections.abc import Iterable

from emg_simulators.faults import Fault, Level
from emg_simulators.randomness import random_stream


class ByteFaults:
    """The link faults of a timeline, applied to frames in the order in which they are sent.

    Parameters
    ----------
    faults
        Faults of any level; those that do not act on the link are left to others.
    seed
        Seed of every chance.
    """

    def __init__(self, faults: Iterable[Fault] = (), seed: int = 0) -> None:
        self._faults = [fault for fault in faults if fault.kind.level is Level.LINK]
        self._chance = random_stream(seed, "link faults")
        self._dropped: dict[int, int] = {}
        self._late: bytes | None = None
        self._held: list[bytes] = []
        self.time_s = -1.0
        """Stream time of the newest frame, seconds."""
        self._interval = 0

    def add(self, fault: Fault) -> None:
        """Put one more fault on the timeline (an instructor's, say); others are ignored."""
        if fault.kind.level is Level.LINK:
            self._faults.append(fault)

    def end(self, t_s: float) -> None:
        """Let every fault that lasts at `t_s` seconds end then."""
        self._faults = [fault.ended(t_s) for fault in self._faults]

    def apply(self, frame: bytes, t_s: float) -> list[bytes]:
        """Return what to write to the line at `t_s` in place of `frame`.

        Parameters
        ----------
        frame
            One whole frame of the protocol.
        t_s
            Stream time, seconds, not falling from call to call.

        Returns
        -------
        list of bytes
            Nothing, the frame, or several pieces in order.
        """
        pieces = [*self._garbage(t_s), *self._damaged(frame, t_s)]
        self.time_s = t_s
        if self._silent(t_s):
            return []
        if self._holding(t_s):
            self._held += pieces
            return []
        held, self._held = self._held, []
        return held + pieces

    def _active(self, name: str, t_s: float) -> list[Fault]:
        return [f for f in self._faults if f.name == name and f.is_active(t_s)]

    def _hits(self, name: str, t_s: float) -> bool:
        """Return whether chance lets a share fault strike this frame."""
        struck = False
        # No `any`: each fault draws, struck or not, so that one does not change another's chance.
        for fault in self._active(name, t_s):
            struck |= bool(self._chance.random() < fault.amount)
        return struck

    def _damaged(self, frame: bytes, t_s: float) -> list[bytes]:
        if self._drops(t_s):
            return []
        if self._hits("flip", t_s):
            bit = int(self._chance.integers(8 * len(frame)))
            frame = _flipped(frame, bit)
        if self._hits("truncate", t_s):
            frame = frame[: int(self._chance.integers(1, len(frame)))]
        if self._hits("lose", t_s):
            at = int(self._chance.integers(len(frame)))
            frame = frame[:at] + frame[at + 1 :]
        pieces = [frame, frame] if self._hits("duplicate", t_s) else [frame]
        return self._reordered(pieces, t_s)

    def _drops(self, t_s: float) -> bool:
        for fault in self._active("drop", t_s):
            if fault.is_share:
                dropped = bool(self._chance.random() < fault.amount)
            else:
                number = self._dropped.get(id(fault), 0)
                dropped = number < fault.amount
                self._dropped[id(fault)] = number + dropped
            if dropped:
                return True
        return False

    def _reordered(self, pieces: list[bytes], t_s: float) -> list[bytes]:
        late, self._late = self._late, None
        if late is None and self._hits("reorder", t_s):
            self._late = pieces[0]
            return pieces[1:]
        return pieces if late is None else [*pieces, late]

    def _garbage(self, t_s: float) -> list[bytes]:
        due = [f for f in self._faults if f.name == "garbage" and f.since(self.time_s, t_s)]
        return [self._chance.bytes(int(fault.amount)) for fault in due]

    def _silent(self, t_s: float) -> bool:
        return bool(self._active("silence", t_s))

    def _holding(self, t_s: float) -> bool:
        if self._active("stall", t_s):
            return True
        bursts = self._active("burst", t_s)
        return bool(bursts) and not self._burst_is_due(bursts[0], t_s)

    def _burst_is_due(self, burst: Fault, t_s: float) -> bool:
        # The millionth keeps a frame that falls on the edge in its own interval.
        interval = int((t_s - burst.start_s) / burst.amount + 1e-6) if burst.amount else 0
        due = interval != self._interval
        self._interval = interval
        return due or not burst.amount


def _flipped(frame: bytes, bit: int) -> bytes:
    changed = bytearray(frame)
    changed[bit // 8] ^= 1 << (bit % 8)
    return bytes(changed)
