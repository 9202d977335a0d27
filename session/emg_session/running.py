"""`Running`: the board of a visit, what is computed of it, and how far it has come."""

from __future__ import annotations

from collections.abc import Callable

from emg_device.base import Device
from emg_device.info import DeviceInfo
from emg_session.analysis import Analysis
from emg_session.analysis_maker import AnalysisMaker
from emg_session.measuring import GIVEN_UP
from emg_session.protocol import Protocol
from emg_session.returns import require_fitting
from emg_session.session_settings import SessionSettings
from emg_signal.calibration import Calibration
from emg_signal.chunk import Event
from emg_signal.errors import EmgError
from emg_signal.phrase import say

MOST_EVENTS = 10_000
"""A marker that chatters is no event any more (engineering judgement: one a second for 3 h)."""
OnProtocol = Callable[[Protocol | None], None]
"""Told of every protocol that a person begins, and with None of its end before its time."""


class Running:
    """What the parts of a live session share; changed by the acquisition thread alone.

    Parameters
    ----------
    device
        The board, constructed and not opened.
    maker
        Makes what is computed of it.
    on_protocol
        Told which cues are followed.
    """

    def __init__(self, device: Device, maker: AnalysisMaker, on_protocol: OnProtocol) -> None:
        self.device, self.maker, self._on_protocol = device, maker, on_protocol
        self._info: DeviceInfo | None = None
        self._analysis: Analysis | None = None
        self.index, self.lost_samples = -1, 0
        """Newest sample that was read out, and samples lost so far."""
        self.events: tuple[Event, ...] = ()
        """What was marked so far, in order."""
        self._since = 0, 0.0  # sample from which on the rate is what it is, and its time

    @property
    def info(self) -> DeviceInfo:
        """What the board said of itself; before the start, of a board that is open."""
        return self.device.info if self._info is None else self._info

    @property
    def analysis(self) -> Analysis:
        """What is computed; raises `EmgError` before the start."""
        if self._analysis is None:
            raise EmgError(say("The session was not started."))
        return self._analysis

    def open(self, calibration: Calibration | None, protocol: Protocol | None) -> DeviceInfo:
        """Open the board and prepare for what it will send, at the cues to begin with.

        Raises
        ------
        EmgError
            The board, its rate, or the calibration does not carry what is set.
        """
        info = self.device.open()
        analysis = self.maker.analysis(info, calibration)
        require_fitting(calibration, analysis.conditions)
        if protocol is not None:
            analysis.start_protocol(protocol, 0)
        self._info, self._analysis = info, analysis
        return info

    def begin(self, protocol: Protocol, index: int, *, reseated: bool = False) -> None:
        """Follow cues from a sample on; those that are running are given up."""
        self.analysis.start_protocol(protocol, index, reseated=reseated)
        self._on_protocol(protocol)

    def give_up(self, index: int, why: str = GIVEN_UP) -> None:
        """End the running cues at a sample, and say why; what they locked already stays."""
        self.analysis.give_up(index, why)
        self._on_protocol(None)

    def meet(self, info: DeviceInfo) -> None:
        """Know what the board that answers says of itself; its rate counts from now on."""
        self._since = self.index + 1, self.time_s
        self._info = info

    @property
    def time_s(self) -> float:
        """Stream time up to the newest sample, seconds, each stretch at its own rate."""
        first, since_s = self._since
        return since_s + (self.index + 1 - first) / self.info.fs_hz

    def mark(self, event: Event) -> bool:
        """Take what was marked; False, and nothing, past the most that is kept."""
        if len(self.events) >= MOST_EVENTS:
            return False
        self.events = (*self.events, event)
        return True

    def renew(self, why: str) -> None:
        """Compute anew from now on, for another board or other settings, with no reference.

        Parameters
        ----------
        why
            Why a reference was dropped; empty if none was.
        """
        analysis = self.maker.analysis(self.info, None)
        analysis.measuring.text = why or analysis.measuring.text
        self._replace(analysis)

    def use(self, settings: SessionSettings, why: str) -> None:
        """Compute with other filters from now on, of the same electrodes.

        Parameters
        ----------
        settings
            With what; `AnalysisMaker.require` knows that the board carries it.
        why
            Why a reference holds no more, if there is one.
        """
        self.maker.settings = settings
        design = self.maker.design(self.info)
        measuring = self.analysis.measuring
        measuring.follow(self.maker.conditions(self.info, design), why)
        self._replace(Analysis(design, self.info.n_channels, measuring, settings))

    def _replace(self, analysis: Analysis) -> None:
        before = self.analysis
        analysis.unfiltered, analysis.listener = before.unfiltered, before.listener
        analysis.stopped = before.stopped
        self._analysis = analysis
