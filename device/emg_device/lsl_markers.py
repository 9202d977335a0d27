"""`MarkerInlet`: a stream of markers beside a signal of the lab streaming layer."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import numpy as np
import pylsl
from pylsl.util import LostError

from emg_signal.chunk import FloatArray
from emg_signal.errors import DeviceNotFoundError
from emg_signal.phrase import say

RESOLVE_S = 3.0
LONGEST = 80
"""Letters of a marker that are kept: one line of a report."""


class MarkerInlet:
    """Reads the markers of one stream, and puts each at the sample that it belongs to.

    Parameters
    ----------
    name
        Of the stream of markers.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._inlet: Any = None
        self._waiting: list[tuple[float, str]] = []

    def open(self) -> None:
        """Find the stream; raises `DeviceNotFoundError` if there is none."""
        found = pylsl.resolve_byprop("name", self._name, minimum=1, timeout=RESOLVE_S)
        if not found:
            raise DeviceNotFoundError(
                say("There is no LSL stream of markers {name!r}.", name=self._name),
                say("Start it, or leave markers= out."),
            )
        self._waiting = []
        # Markers are few and may come before or after a loss: liblsl looks for them again itself.
        self._inlet = pylsl.StreamInlet(found[0], processing_flags=pylsl.proc_clocksync)
        self._inlet.open_stream(RESOLVE_S)

    def within(self, stamps_s: FloatArray) -> tuple[tuple[int, str], ...]:
        """Return row and name of each marker up to the last of these stamps; later ones wait.

        Parameters
        ----------
        stamps_s
            ``(n,)`` times of the signal's rows, s of this computer's clock; at least one.
        """
        if self._inlet is not None:
            with suppress(LostError):
                texts, times = self._inlet.pull_chunk(timeout=0.0)
                names = (" ".join(str(text[0]).split())[:LONGEST] for text in texts or ())
                self._waiting += [(at, name) for at, name in zip(times, names, strict=True) if name]
        due = [mark for mark in self._waiting if mark[0] <= stamps_s[-1]]
        self._waiting = [mark for mark in self._waiting if mark[0] > stamps_s[-1]]
        return tuple((int(np.searchsorted(stamps_s, at)), name) for at, name in due)

    def close(self) -> None:
        """Let the stream go."""
        inlet, self._inlet = self._inlet, None
        if inlet is not None:
            inlet.close_stream()
