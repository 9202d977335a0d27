"""`TicksOnRecord`: the points given, as the events of a visit say them.

A commit that hangs when the program is killed may reach the disk all the same, with a tick that the
screen never showed. The file is the truth, and of the ticks that were written last it is asked
whether the point was given.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from emg_session.given import Given
from emg_session.record_format import REOPENED, SEAL
from emg_session.record_rows import StoredEvent
from emg_session.recorder import BEHIND_S


class TicksOnRecord:
    """Follows the events in their order, as `Ticks` puts them on record."""

    def __init__(self) -> None:
        self._ticks: dict[str, tuple[Given, str]] = {}  # point → tick, and when it was written
        self._last: StoredEvent | None = None

    def take(self, event: StoredEvent) -> None:
        """Take the next event; one of another kind only shows that those before reached the disk.

        Raises
        ------
        ValueError, KeyError, TypeError
            It does not hold what its kind says.
        """
        match event.kind:
            case "given" | "given confirmed":
                tick = Given.from_dict(event.body, utc=event.utc)
                self._ticks[tick.point.id] = tick, event.utc
            case "given taken back":
                self._ticks.pop(event.body["point"]["id"], None)
            case kind if kind == REOPENED:
                self._doubt()
        self._last = event

    def given(self) -> tuple[Given, ...]:
        """Return what was given and not taken back, in order."""
        self._doubt()
        return tuple(tick for tick, _ in self._ticks.values())

    def _doubt(self) -> None:
        """Doubt what was written last, unless the file was sealed after it.

        Whatever was written `BEHIND_S` before the last event was told by then.
        """
        if self._last is None or self._last.kind == SEAL:
            return
        end = dt.datetime.fromisoformat(self._last.utc)
        for point_id, (tick, utc) in self._ticks.items():
            ago_s = (end - dt.datetime.fromisoformat(utc)).total_seconds()
            is_known = ago_s > BEHIND_S or self._last.kind == REOPENED
            self._ticks[point_id] = replace(tick, is_confirmed=tick.is_confirmed and is_known), utc
