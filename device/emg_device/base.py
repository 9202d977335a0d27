"""`Device`: everything that every driver has in common, once.

A driver writes five small methods: `_open`, `_start`, `_fetch`, `_stop`, `_close`. The base owns
the port's lock, the watchdog, the accounting of loss by counter and clock, the checks of each
sample, the states, reconnection and the context manager::

    with open_device("cyton:/dev/ttyUSB0") as board:
        board.start()
        while (chunk := board.read(0.1)) is not None:
            ...

One thread at a time opens, reads and closes; `state` and `health` may be read from any.
"""

from __future__ import annotations

import logging
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import replace
from types import TracebackType
from typing import Any, ClassVar, Self

from emg_device.info import DeviceInfo, DeviceState, LinkHealth, RawBlock
from emg_device.ledger import Ledger
from emg_device.port import PortGuard, is_pseudo_terminal
from emg_device.spec import DeviceSpec
from emg_signal.chunk import Chunk, Origin
from emg_signal.errors import DeviceError, DeviceLostError, DeviceProtocolError

log = logging.getLogger(__name__)

STALE_S = 0.4
LOST_S = 0.85
"""Silence counts as a loss from here on, so that it is on the screen by 0.9 s."""
SILENCE_S = 5.0
"""The driver is stopped after so long a silence, so that no vendor's thread spins on."""
SLICE_S = 0.05
"""Longest single wait in a driver: the watchdog looks at least so often."""


class Device(ABC):
    """A source of EMG samples.

    Parameters
    ----------
    port
        Serial port to lock and to watch for a hang-up; None for boards that have none.
    clock
        Monotonic seconds.
    """

    example: ClassVar[str] = ""
    """A spec that a person can type, for lists and error messages."""

    def __init__(
        self, *, port: str | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._port = port
        self._clock = clock
        self._guard: PortGuard | None = None
        self._info: DeviceInfo | None = None
        self._reached = False
        self._running = False
        self._lost: DeviceLostError | None = None
        self._began_s = 0.0
        self._ledger: Ledger | None = None

    @classmethod
    @abstractmethod
    def from_spec(
        cls, spec: DeviceSpec, *, clock: Callable[[], float] = time.monotonic, **kw: Any
    ) -> Device:
        """Return the device that `spec` names, not opened; raise `ConfigError` if it cannot."""

    # -- what a driver writes -----------------------------------------------------------------

    @abstractmethod
    def _open(self) -> DeviceInfo:
        """Reach the board and ask what it is; on failure leave nothing open behind."""

    @abstractmethod
    def _start(self) -> None:
        """Let it stream."""

    @abstractmethod
    def _fetch(self, timeout_s: float) -> RawBlock | None:
        """Wait at most `timeout_s` and return what came; None if nothing did.

        Raises
        ------
        DeviceLostError
            The line hung up.
        """

    @abstractmethod
    def _stop(self) -> None:
        """Let it stop streaming; called on a lost board too, where it may raise `DeviceError`."""

    @abstractmethod
    def _close(self) -> None:
        """Free everything `_open` took; called on a lost board too, and must not raise."""

    def _ended(self) -> bool:
        """Return True once a recording was played to its end."""
        return False

    def _paused(self) -> bool:
        """Return True while a person holds a recording: silence is then no fault."""
        return False

    # -- life ---------------------------------------------------------------------------------

    @property
    def info(self) -> DeviceInfo:
        """What the board says of itself; raises `DeviceError` before `open`."""
        if self._info is None:
            raise DeviceError(f"{type(self).__name__} is not open.", "Open it first.")
        return self._info

    @property
    def port(self) -> str | None:
        """Serial port, or None for boards that have none."""
        return self._port

    @property
    def is_open(self) -> bool:
        """True between `open` and `close`, or the loss of the board."""
        return self._info is not None and self._lost is None

    def open(self) -> DeviceInfo:
        """Lock the port, reach the board and ask what it is.

        Raises
        ------
        DeviceNotFoundError, DeviceBusyError, DeviceProtocolError, DeviceLostError, DeviceError
            No such port, in use, another kind of board, a silent one, no permission.
        """
        if self.is_open:
            return self.info
        self._lost = None
        if self._port is not None:
            self._guard = PortGuard(self._port)
        try:
            self._info = self._true_origin(self._open())
            self._reached = True
        finally:
            if not self._reached:
                self._shut()
        return self._info

    def _true_origin(self, info: DeviceInfo) -> DeviceInfo:
        """Mark a pseudo-terminal as simulated: behind it is a program, whatever it says."""
        if self._port is not None and is_pseudo_terminal(self._port):
            return replace(info, origin=Origin.SIMULATED)
        return info

    def start(self) -> None:
        """Let the board stream, as a new segment; does nothing while it streams."""
        self._require_open()
        if self._running:
            return
        self._start()
        self._began_s = self._clock()
        if self._ledger is None:
            self._ledger = Ledger(self.info, self._port or "")
        else:
            self._ledger.next_segment(self.info, self._began_s)
        self._running = True

    def read(self, timeout_s: float = 0.1) -> Chunk | None:
        """Return the next `Chunk`, or None if nothing came within `timeout_s` seconds.

        Raises
        ------
        DeviceLostError
            The board hung up, or was silent for 5 s; it is released then, and raises the same
            at each further call until `open` or `reconnect`.
        """
        deadline = self._clock() + timeout_s
        if self._ledger is not None and self._ledger.chunks:
            return self._ledger.chunks.popleft()
        ledger = self._require_streaming()
        while not ledger.chunks:
            left_s = deadline - self._clock()
            self._take(ledger, min(max(left_s, 0.0), SLICE_S))
            if not ledger.chunks and (left_s <= 0 or self._ended()):
                return None
        return ledger.chunks.popleft()

    def stop(self) -> None:
        """Let the board stop streaming; does nothing if it does not stream."""
        if not self._running:
            return
        self._running = False
        if self._ledger is not None:
            self._ledger.pause()
        self._stop()

    def close(self) -> None:
        """Stop, free the port and the board; may be called twice, and after a loss."""
        try:
            self.stop()
        except DeviceError as error:
            log.warning("%s did not stop cleanly: %s", type(self).__name__, error)
        finally:
            self._shut()
            self._info = self._lost = self._ledger = None

    def _next_segment(self) -> None:
        """Begin a new segment without a loss: a driver jumped by intention."""
        if self._ledger is not None:
            self._ledger.pause()
            self._ledger.next_segment(self.info, self._clock())

    def reconnect(self, *, accept_other: bool = False) -> DeviceInfo:
        """Open and start the board again after a loss, as a new segment.

        The gap is put on record: the next chunk says how many samples are missing, by the
        clock. Measured time goes on; the segment number tells filters to begin anew.

        Parameters
        ----------
        accept_other
            A person was asked, and takes another board than the one that was lost.

        Raises
        ------
        DeviceProtocolError
            Another board answers (other serial number or greeting); it is closed again.
        DeviceError
            As `open`.
        """
        before = self.info
        lost = self._lost or DeviceLostError("The connection was given up to make it anew.")
        if self._lost is None:
            self._lose(lost)
        try:
            after = self.open()
            if after.identity != before.identity and not accept_other:
                raise _another_board(before, after)
        except DeviceError:
            self._shut()
            self._info, self._lost = before, lost
            raise
        self.start()
        return after

    def __enter__(self) -> Self:
        """Open, and return the device."""
        self.open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close, whatever happened."""
        self.close()

    # -- what is known of the link ------------------------------------------------------------

    @property
    def state(self) -> DeviceState:
        """Where the device is in its life, by the clock, whether or not anybody reads."""
        if self._lost is not None:
            return DeviceState.LOST
        if self._info is None:
            return DeviceState.CLOSED
        if not self._running:
            return DeviceState.OPEN
        if self._ended() and not (self._ledger and self._ledger.chunks):
            return DeviceState.ENDED
        silence_s = self._silence_s()
        if silence_s >= LOST_S:
            return DeviceState.LOST
        return DeviceState.STALE if silence_s >= STALE_S else DeviceState.STREAMING

    def _silence_s(self) -> float:
        """Return how long nothing came, in seconds; 0 for a recording that is held."""
        if self._paused() or self._ended():
            return 0.0
        arrived_s = self._ledger.arrived_s if self._ledger else None
        return self._clock() - max(self._began_s, arrived_s or self._began_s)

    @property
    def health(self) -> LinkHealth:
        """Return how the link has done since the first `start`."""
        ledger = self._ledger
        return LinkHealth() if ledger is None else ledger.health(self._clock())

    # -- looking after the line ---------------------------------------------------------------

    def _take(self, ledger: Ledger, timeout_s: float) -> None:
        """Fetch once, account for what came, and look after the line."""
        try:
            block = self._fetch(timeout_s)
            if not ledger.push(block, self._clock()) and not ledger.chunks:
                self._watch()
        except DeviceLostError as error:
            self._lose(error)
            ledger.flush()
            if not ledger.chunks:
                raise

    def _watch(self) -> None:
        """Declare the board lost if it hung up, or was silent for 5 s."""
        name = self.info.board
        if self._guard is not None and self._guard.hung_up():
            raise DeviceLostError(
                f"{name} on {self._port} was unplugged or switched off.",
                "Plug it in again, then reconnect.",
            )
        if self._silence_s() >= SILENCE_S:
            where = f" on {self._port}" if self._port else ""
            raise DeviceLostError(
                f"{name}{where} sent nothing for {SILENCE_S:g} s.",
                "Check its power switch, its battery and the distance to the dongle.",
            )

    def _lose(self, error: DeviceLostError) -> None:
        """Let go of a lost board at once, so that no vendor's thread spins on its port."""
        self._running = False
        self._lost = error
        try:
            self._stop()
        except DeviceError as failure:
            log.debug("stopping a lost board: %s", failure)
        self._shut()

    def _shut(self) -> None:
        """Free the board and its port, if they are held."""
        if self._reached:
            self._reached = False
            self._close()
        if self._guard is not None:
            self._guard.release()
            self._guard = None

    def _require_open(self) -> None:
        if self._lost is not None:
            raise self._lost
        if self._info is None:
            raise DeviceError(f"{type(self).__name__} is not open.", "Open it first.")

    def _require_streaming(self) -> Ledger:
        self._require_open()
        if not self._running or self._ledger is None:
            raise DeviceError(f"{self.info.board} does not stream.", "Start it first.")
        return self._ledger


def _another_board(before: DeviceInfo, after: DeviceInfo) -> DeviceProtocolError:
    return DeviceProtocolError(
        f"Another board answers: {after.board} {after.serial!r} "
        f"instead of {before.board} {before.serial!r}.",
        "Connect the one that was measured with, or begin a new measurement.",
    )
