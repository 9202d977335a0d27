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
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from types import TracebackType
from typing import Any, ClassVar, Self

from emg_device.contact import gather
from emg_device.impedance import ContactImpedance, Electrode
from emg_device.info import DeviceInfo, DeviceState, LinkHealth, RawBlock
from emg_device.ledger import Ledger
from emg_device.other_board import OtherBoardError
from emg_device.port import PortGuard, is_pseudo_terminal
from emg_device.spec import DeviceSpec
from emg_signal.chunk import Chunk, FloatArray, Origin
from emg_signal.errors import DeviceError, DeviceLostError, EmgError
from emg_signal.phrase import say

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

    def _electrodes(self) -> tuple[Electrode, ...]:
        """Return the electrodes whose contact the board can measure, in order."""
        return ()

    def _contact_refusal(self) -> str:
        """Return why no contact can be measured, for boards without `_electrodes`."""
        return say(
            "{board} cannot measure the contact of its electrodes: judge it by the signal.",
            board=self.info.board,
        )

    def _contacts(
        self, electrodes: tuple[Electrode, ...], seconds: float
    ) -> Iterator[ContactImpedance]:
        """Yield the contact of `electrodes`; only called if `_electrodes` returns some."""
        raise NotImplementedError

    # -- life ---------------------------------------------------------------------------------

    @property
    def info(self) -> DeviceInfo:
        """What the board says of itself; raises `DeviceError` before `open`."""
        if self._info is None:
            raise DeviceError(
                say("{device} is not open.", device=type(self).__name__), say("Open it first.")
            )
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
        """Return the next `Chunk`, or None if nothing came.

        Parameters
        ----------
        timeout_s
            Longest wait, seconds; 0 takes what is there.

        Raises
        ------
        DeviceLostError
            The board hung up, or was silent for 5 s; it is released then, and raises the same
            at each further call until `open` or `reconnect`.
        """
        deadline = self._clock() + timeout_s
        # Before anything is asked of the board: what came before a loss is handed out after it.
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

    def reconnect(self, *, accept: tuple[str, str] | None = None) -> DeviceInfo:
        """Open and start the board again after a loss, as a new segment.

        The gap is put on record: the next chunk says how many samples are missing, by the
        clock. Measured time goes on; the segment number tells filters to begin anew.

        Parameters
        ----------
        accept
            Identity of another board that a person was asked about, and takes.

        Raises
        ------
        OtherBoardError
            Another board answers (other serial number or greeting); it is closed again.
        DeviceError
            As `open`.
        """
        before = self.info
        lost = self._lost or DeviceLostError(say("The connection was given up to make it anew."))
        if self._lost is None:
            self._lose(lost)
        try:
            after = self.open()
            if after.identity not in (before.identity, accept):
                raise OtherBoardError(before, after)
            self.start()
        except EmgError:
            self._shut()
            self._info, self._lost = before, lost
            raise
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

    # -- contact of the electrodes ----------------------------------------------------------------

    @property
    def electrodes(self) -> tuple[Electrode, ...]:
        """Electrodes whose contact the board can measure, in order; empty if it cannot."""
        return self._electrodes()

    @property
    def contact_refusal(self) -> str:
        """Why this board cannot measure contact, one line for people; '' if it can."""
        return "" if self.electrodes else self._contact_refusal()

    def measure_contact(
        self, electrodes: Iterable[Electrode] | None = None, *, seconds: float = 1.0
    ) -> Iterator[ContactImpedance]:
        """Measure the contact of one electrode after the other; yields each as it is known.

        The board must be open and not streaming: the test current is in the signal. From a
        running session, in the thread that reads the board::

            board.stop()
            for done, contact in enumerate(board.measure_contact(), start=1):
                show(contact, done, len(board.electrodes))
                if cancelled():
                    break
            board.start()  # a new segment; the pause is no loss

        The current flows through one electrode at a time and is off whenever this yields, so
        that one may break off after any of them.

        Parameters
        ----------
        electrodes
            Which; all of `electrodes` if None.
        seconds
            How long to listen to each; half a second of settling comes before.

        Raises
        ------
        DeviceError
            The board cannot (`contact_refusal` says why), it streams, or it refuses a command.
        DeviceLostError
            It vanished or did not answer: it is released then, and `reconnect` begins anew.
        """
        self._require_open()
        if refusal := self.contact_refusal:
            raise DeviceError(refusal)
        self._require_silence()
        chosen = self.electrodes if electrodes is None else tuple(electrodes)
        if unknown := [str(one) for one in chosen if one not in self.electrodes]:
            raise DeviceError(
                say("{board} has no electrode {names}.", board=self.info.board, names=unknown[0])
            )
        return self._measure_contact(chosen, seconds)

    def _measure_contact(
        self, chosen: tuple[Electrode, ...], seconds: float
    ) -> Iterator[ContactImpedance]:
        try:
            for contact in self._contacts(chosen, seconds):
                yield contact
                self._require_silence()
        except DeviceLostError as error:
            self._lose(error)
            raise

    def _listen_past(self, n_samples: int, patience_s: float) -> FloatArray:
        """Stream past the ledger; return ``(n_channels, n_samples)`` µV."""
        deadline = self._clock() + patience_s

        def over() -> bool:
            self._watch_plug()
            return self._clock() > deadline

        self._start()
        try:
            samples_uv = gather(self._fetch, n_samples, over)
        except BaseException:
            with suppress(DeviceError):
                self._stop()
            raise
        self._stop()
        return samples_uv

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
        """Return how long nothing came, in seconds; 0 for a recording at its end."""
        if self._ended():
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
        self._watch_plug()
        if self._silence_s() >= SILENCE_S:
            raise DeviceLostError(
                say(
                    "{board} sent nothing for {silence_s:g} s.",
                    board=self._place(),
                    silence_s=SILENCE_S,
                ),
                say("Check its power switch, its battery and the distance to the dongle."),
            )

    def _watch_plug(self) -> None:
        if self._guard is not None and self._guard.hung_up():
            raise DeviceLostError(
                say("{board} was unplugged or switched off.", board=self._place()),
                say("Plug it in again."),
            )

    def _place(self) -> str:
        """Return ``OpenBCI Cyton on /dev/ttyUSB0``."""
        if not self._port:
            return self.info.board
        return say("{board} on {port}", board=self.info.board, port=self._port)

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
            raise DeviceError(
                say("{device} is not open.", device=type(self).__name__), say("Open it first.")
            )

    def _require_silence(self) -> None:
        if self._running:
            raise DeviceError(
                say(
                    "Contact is not measured while the board streams: the current is in the signal."
                ),
                say("Stop the stream first."),
            )

    def _require_streaming(self) -> Ledger:
        self._require_open()
        if not self._running or self._ledger is None:
            raise DeviceError(
                say("{board} does not stream.", board=self.info.board), say("Start it first.")
            )
        return self._ledger
