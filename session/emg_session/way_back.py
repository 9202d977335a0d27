"""`WayBack`: from a lost board to one that streams again, and what is left of the reference."""

from __future__ import annotations

from collections.abc import Callable

from emg_device.info import DeviceInfo
from emg_session.entries import NewEvent
from emg_session.promise import Record
from emg_session.protocol import Protocol
from emg_session.returns import OTHER_ORIGIN, Returns, changed, misfit_of
from emg_session.running import Running
from emg_session.snapshot import SiteReading
from emg_signal.document import as_document
from emg_signal.errors import EmgError
from emg_signal.phrase import say


class WayBack:
    """Gives up what ran when a board is lost, and goes on when one is back.

    Parameters
    ----------
    running
        The board, and what is computed of it.
    record
        Puts events on record.
    now_s
        Monotonic clock, seconds.
    own_cues
        The session's own, which nobody can begin by hand; None for none.
    """

    def __init__(
        self,
        running: Running,
        record: Record,
        now_s: Callable[[], float],
        own_cues: Protocol | None,
    ) -> None:
        self._running, self._record = running, record
        self._now_s, self._own_cues = now_s, own_cues
        self._returns = Returns()

    @property
    def is_waiting(self) -> bool:
        """Whether a board is lost and waited for."""
        return self._returns.is_waiting

    @property
    def losses(self) -> int:
        """Losses so far."""
        return self._returns.count

    @property
    def news(self) -> str:
        """What became of the last one."""
        return self._returns.news

    def lose(self) -> None:
        """Give up what runs: the board is lost, and waited for."""
        running = self._running
        collector = running.analysis.collector
        begins_anew = collector is not None and collector.protocol is self._own_cues
        self._returns.lose(self._now_s(), begins_anew=begins_anew)
        running.give_up(running.index + 1, say("The board was lost before its end."))

    def refusal_of(self, info: DeviceInfo) -> str:
        """Return why another board cannot go on with this visit; empty if it could."""
        if info.origin is not self._running.info.origin:
            return OTHER_ORIGIN
        try:
            self._running.maker.design(info)
        except EmgError as error:
            return str(error)
        return ""

    def come_back(self, info: DeviceInfo) -> Protocol | None:
        """Go on with the reference if the board is the same, else without.

        Returns
        -------
        protocol
            Cues that are to begin anew; None for none.
        """
        running = self._running
        before, maker = running.info, running.maker
        calibration = running.analysis.measuring.calibration
        conditions = maker.conditions(info, maker.design(info))
        why = misfit_of(calibration, before, info, conditions)
        running.meet(info)
        if changed(before, info):
            running.renew(why)
            design = running.analysis.design
            self._record(NewEvent("settings", as_document(maker.recorded(info, design))))
        away_s = self._returns.end(self._now_s(), calibration, why)
        body = {"board": info.board, "serial": info.serial, "away_s": away_s, "dropped": why}
        self._record(NewEvent("link back", body))
        return self._own_cues if self._returns.begins_anew else None

    def judge(self, readings: tuple[SiteReading, ...]) -> None:
        """Drop the reference if an electrode came off while the board was away."""
        running = self._running
        why = self._returns.judge(running.index, running.info.fs_hz, readings)
        if why and running.analysis.measuring.calibration is not None:
            running.analysis.measuring.forget_reference(why)
            self._record(NewEvent("calibration dropped", {"why": why}))

    def end(self) -> None:
        """Wait no more."""
        self._returns.is_waiting = False
