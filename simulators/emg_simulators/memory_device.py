"""`MemoryDevice`: a virtual Cyton in process, in real time or as fast as it can be computed.

The board is the one that stands behind a pseudo-terminal elsewhere: the same firmware, faults and
bytes. Systems without pseudo-terminals have it, training has it for the hands of an instructor,
and tests have it where there is no time to wait.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from queue import SimpleQueue
from typing import Any, ClassVar

import numpy as np

from emg_device.base import Device
from emg_device.contact import both_sides, lead_off_contacts
from emg_device.impedance import ContactImpedance, Electrode, ElectrodeSide
from emg_device.info import CounterRule, DeviceInfo, RawBlock
from emg_device.scale import CYTON_BITS, CYTON_REFERENCE_V, rails_uv, uv_per_count
from emg_device.spec import DeviceSpec
from emg_signal.chunk import Origin
from emg_signal.errors import (
    ConfigError,
    DeviceError,
    DeviceLostError,
    DeviceNotFoundError,
    DeviceProtocolError,
)
from emg_signal.montage import Side
from emg_signal.phrase import say
from emg_simulators.boards.cyton_firmware import CHANNEL_LETTERS, PACKETS_PER_S
from emg_simulators.cyton_options import CytonOptions, abilities_of, options_of
from emg_simulators.cyton_packets import CytonPackets
from emg_simulators.expressions import EXPRESSIONS
from emg_simulators.fault_text import parse_fault
from emg_simulators.faults import Fault
from emg_simulators.memory_cyton import MemoryCyton
from emg_simulators.open_source import scenario_of
from emg_simulators.wishes import Asked, wishes_of

SLICE_S = 0.02
"""What a read brings at least, 5 samples: a window needs no finer steps."""
GAIN = 24


class MemoryDevice(Device):
    """A virtual Cyton without a wire.

    The board lives from the first `open` to `close`: one that was unplugged goes on meanwhile,
    and may be plugged in again.

    Parameters
    ----------
    options
        Patient, seed, faults and truth file.
    seconds
        Stream time at which it ends; None for never.
    slice_s
        Stream time that one read brings at least, seconds; longer is cheaper where nobody looks.
    clock, sleep
        Monotonic seconds, and a wait; those of a `StepClock` run it as fast as possible.
    """

    example: ClassVar[str] = "virtual:demo?link=memory"

    def __init__(
        self,
        options: CytonOptions,
        *,
        seconds: float | None = None,
        slice_s: float = SLICE_S,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        super().__init__(clock=clock)
        self._options = options
        self._scenario = scenario_of(options.scenario) if options.signal == "patient" else None
        self._abilities = abilities_of(options)
        self._n_packets = None if seconds is None else round(seconds * PACKETS_PER_S)
        self._slice_s = slice_s
        self._sleep = sleep
        self._packets = CytonPackets()
        self._board: MemoryCyton | None = None
        self._changes: SimpleQueue[Callable[[MemoryCyton], None]] = SimpleQueue()

    @classmethod
    def from_spec(
        cls, spec: DeviceSpec, *, clock: Callable[[], float] = time.monotonic, **kw: Any
    ) -> Device:
        """Return the virtual device that `spec` names, in process."""
        return cls(options_of(spec), clock=clock)

    # -- what a person may do, from any thread; it happens before the next samples ------------

    @property
    def now_s(self) -> float:
        """Stream time of the newest sample, seconds."""
        return 0.0 if self._board is None else self._board.made / PACKETS_PER_S

    def inject(self, text: str, *, for_s: float | None = None) -> Fault:
        """Let something go wrong now: a fault's text without its time, as in ``rail 3``.

        Parameters
        ----------
        text
            Kind and arguments; a text that has its own ``@`` is taken as it stands.
        for_s
            How long, seconds; None for as long as it lasts.

        Raises
        ------
        ConfigError
            A text that is no fault, or a fault that this board cannot do.
        """
        when = "" if "@" in text else f"@{self.now_s:.3f}s"
        fault = parse_fault(f"{text}{when}{'' if for_s is None else f'+{for_s:g}s'}")
        self._abilities.require([fault])
        self._changes.put(lambda board: board.add_fault(fault))
        return fault

    def end_faults(self) -> None:
        """Let everything that is wrong now be mended; what is unplugged stays so."""
        self._changes.put(MemoryCyton.end_faults)

    def ask(self, asked: Iterable[Asked]) -> None:
        """Ask the patient to do what a person would be asked, and nothing else."""
        for wish in wishes_of(asked):
            self._wish(wish)

    def express(self, expression: str, *, effort: float, for_s: float) -> None:
        """Ask the patient for an expression.

        Parameters
        ----------
        expression
            One of `EXPRESSIONS`.
        effort, for_s
            How hard, 0 to 1, and how long, seconds.

        Raises
        ------
        ConfigError
            There is no such expression.
        """
        if expression not in EXPRESSIONS:
            raise ConfigError(
                say("No expression {expression!r}.", expression=expression),
                say("Known: {names!s}.", names=", ".join(EXPRESSIONS)),
            )
        self._wish(f"do 0 {expression} {effort} {for_s}")

    def hold(self, muscle: str, side: Side, effort: float) -> None:
        """Let one muscle work at `effort`, 0 to 1, until told otherwise; see `Patient.hold`.

        Raises
        ------
        ConfigError
            The patient has no such muscle, or there is no patient.
        """
        if self._scenario is None:
            raise ConfigError(say("There is no patient on this board."), say("Name a scenario."))
        self._scenario.part(muscle)
        self._wish(f"hold {muscle} {side} {effort}")

    def _wish(self, wish: str) -> None:
        self._changes.put(lambda board: board.wish(wish))

    # -- what the base asks for ---------------------------------------------------------------

    def _open(self) -> DeviceInfo:
        if self._board is None:
            self._board = MemoryCyton(
                self._options,
                slice_s=self._slice_s,
                n_packets=self._n_packets,
                clock=self._clock,
                sleep=self._sleep,
            )
        if not self._obey().join():
            raise DeviceNotFoundError(
                say("The simulated Cyton is not plugged in."), say("Plug it in.")
            )
        greeting = " ".join(self._command("v").split())
        return DeviceInfo(
            board="OpenBCI Cyton",
            n_channels=self._options.n_channels,
            fs_hz=PACKETS_PER_S,
            origin=Origin.SIMULATED,
            serial=greeting,
            firmware=greeting.partition("Firmware: ")[2],
            gain=float(GAIN),
            uv_per_count=uv_per_count(CYTON_REFERENCE_V, CYTON_BITS, GAIN),
            rails_uv=rails_uv(CYTON_REFERENCE_V, CYTON_BITS, GAIN),
            board_high_hz=0.262 * PACKETS_PER_S,
            counter=CounterRule(256),
        )

    def _start(self) -> None:
        self._command("b")
        self._packets = CytonPackets()

    def _fetch(self, timeout_s: float) -> RawBlock | None:
        board = self._obey()
        arrived = board.serve() or board.serve(timeout_s)
        if not arrived and not board.joined:
            raise DeviceLostError(
                say("The simulated Cyton was unplugged."), say("Plug it in again.")
            )
        counts, numbers, bad = self._packets.feed(arrived)
        if not len(counts) and not bad:
            return None
        samples_uv = np.asarray(counts * (self.info.uv_per_count or 1.0), np.float64)
        return RawBlock(samples_uv, numbers, bad_frames=bad)

    def _ended(self) -> bool:
        made = 0 if self._board is None else self._board.made
        return self._n_packets is not None and made >= self._n_packets

    def _stop(self) -> None:
        if self._running_board().joined:
            self._command("s")

    def _close(self) -> None:
        """Let the board go on: only `close` is its end."""

    def close(self) -> None:
        """Stop, and end the board; may be called twice, and after a loss."""
        super().close()
        board, self._board = self._board, None
        if board is not None:
            board.close()

    def _obey(self) -> MemoryCyton:
        """Do what was asked since the last samples."""
        board = self._running_board()
        while not self._changes.empty():
            self._changes.get()(board)
        return board

    def _running_board(self) -> MemoryCyton:
        if self._board is None:
            raise DeviceError(say("The simulated Cyton is not open."), say("Open it first."))
        return self._board

    def _command(self, text: str) -> str:
        return self._running_board().command(text)

    # -- contact ------------------------------------------------------------------------------

    def _electrodes(self) -> tuple[Electrode, ...]:
        return both_sides(self.info.n_channels)

    def _contacts(
        self, electrodes: tuple[Electrode, ...], seconds: float
    ) -> Iterator[ContactImpedance]:
        return lead_off_contacts(
            self._drive, self._listen_past, electrodes, seconds=seconds, fs_hz=self.info.fs_hz
        )

    def _drive(self, electrode: Electrode, on: bool) -> None:
        positive = on and electrode.side is ElectrodeSide.POSITIVE
        negative = on and electrode.side is ElectrodeSide.NEGATIVE
        reply = self._command(f"z{CHANNEL_LETTERS[electrode.channel]}{positive:d}{negative:d}Z")
        if "Success" not in reply:
            raise DeviceProtocolError(
                say("The simulated Cyton refused the test current: {reply!r}.", reply=reply)
            )
