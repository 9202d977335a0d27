"""The driver ``virtual``: a virtual patient on a virtual Cyton, under the real driver.

Where there are pseudo-terminals the board runs as its own process and the real BrainFlow driver
opens it; elsewhere (Windows), or with ``?link=memory``, the same patient and converter are read
in process through the same base class.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from queue import SimpleQueue
from typing import Any, ClassVar

import numpy as np

from emg_device.base import Device
from emg_device.contact import both_sides, lead_off_contacts
from emg_device.cyton import CytonDevice
from emg_device.impedance import ContactImpedance, Electrode, ElectrodeSide
from emg_device.info import CounterRule, DeviceInfo, RawBlock
from emg_device.scale import CYTON_BITS, CYTON_REFERENCE_V, rails_uv, uv_per_count
from emg_device.spec import DeviceSpec
from emg_signal.chunk import Origin
from emg_signal.errors import ConfigError
from emg_signal.phrase import say
from emg_simulators.ads1299 import Ads1299Converter
from emg_simulators.board_process import BoardProcess
from emg_simulators.boards.cyton_firmware import PACKETS_PER_S, SIMULATOR_MARK
from emg_simulators.cyton_board import SIGNALS, CytonOptions, connect, ohms_of, resistors
from emg_simulators.faults import parse_faults
from emg_simulators.wishes import Asked, wishes_of

LINKS = ("serial", "memory")
LOST_PATIENCE_S = 1.0
"""A board that was lost may hang: the thread that reads must not wait for it."""
SLICE_S = 0.02
"""What a read brings at most in process, 5 samples: a window needs no finer steps."""


def options_of(spec: DeviceSpec) -> CytonOptions:
    """Return what ``virtual[:SCENARIO][?seed=…&truth=FILE&signal=…]`` asks for."""
    spec.refuse_unknown("link", "seed", "truth", "signal", "burst_ms", "fault", "impedance_ohm")
    seed = spec.options.get("seed")
    if seed is not None and not (seed.isascii() and seed.isdigit()):
        raise ConfigError(
            say("Seed {seed!r} is not a whole number.", seed=seed), say("Write seed=1.")
        )
    faults = tuple(filter(None, [spec.options.get("fault", "")]))
    parse_faults(faults)  # a wrong one is refused before a board is started
    signal = spec.options.get("signal", SIGNALS[0])
    if signal not in SIGNALS:
        raise ConfigError(
            say("There is no signal {signal!r}.", signal=signal),
            say("Choose of {names!s}.", names=", ".join(SIGNALS)),
        )
    return CytonOptions(
        scenario=spec.address or "demo",
        seed=None if seed is None else int(seed),
        signal=signal,
        truth=Path(spec.options["truth"]) if "truth" in spec.options else None,
        burst_ms=spec.number("burst_ms", 0.0, low=0.0, high=1000.0),
        faults=faults,
        impedance_ohm=ohms_of(spec.options.get("impedance_ohm", "")),
    )


def arguments_of(options: CytonOptions) -> list[str]:
    """Return the command line of a board with `options`."""
    arguments = ["cyton", "--scenario", options.scenario, "--signal", options.signal]
    if options.seed is not None:
        arguments += ["--seed", str(options.seed)]
    if options.truth is not None:
        arguments += ["--truth", str(options.truth)]
    if options.burst_ms:
        arguments += ["--burst-ms", str(options.burst_ms)]
    for fault in options.faults:
        arguments += ["--fault", fault]
    if options.impedance_ohm:
        pairs = (f"{positive}/{negative}" for positive, negative in options.impedance_ohm)
        arguments += ["--impedance-ohm", ",".join(pairs)]
    return arguments


class VirtualDevice(CytonDevice):
    """The real Cyton driver on a virtual board that it starts itself.

    Parameters
    ----------
    options
        Patient, seed and truth file.
    clock
        Monotonic seconds.
    """

    example: ClassVar[str] = "virtual"

    def __init__(
        self, options: CytonOptions, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__("", clock=clock)
        self._options = options
        self.board: BoardProcess | None = None
        """The process of the board; tests end it to pull the plug."""

    @classmethod
    def from_spec(
        cls, spec: DeviceSpec, *, clock: Callable[[], float] = time.monotonic, **kw: Any
    ) -> Device:
        """Return the virtual device that `spec` names, by whichever link this system has."""
        options = options_of(spec)
        link = spec.options.get("link", "serial" if hasattr(os, "openpty") else "memory")
        if link not in LINKS:
            raise ConfigError(
                say("There is no link {link!r}.", link=link),
                say("Choose of {names!s}.", names=", ".join(LINKS)),
            )
        return cls(options, clock=clock) if link == "serial" else MemoryDevice(options, clock=clock)

    def open(self) -> DeviceInfo:
        """Start the board, then open it as any Cyton."""
        if self.is_open:
            return self.info
        self._end_board()
        self.board = BoardProcess(arguments_of(self._options))
        self._port = self._parameters["serial_port"] = self.board.port
        try:
            return super().open()
        except BaseException:
            self._end_board()
            raise

    def ask(self, asked: Iterable[Asked]) -> None:
        """Ask the patient to do what a person would be asked, from any thread."""
        if self.board is not None:
            self.board.ask(wishes_of(asked))

    def _close(self) -> None:
        super()._close()
        self._end_board()

    def _end_board(self) -> None:
        board, self.board = self.board, None
        if board is not None and self._lost is None:
            board.end()
        elif board is not None:
            board.end(LOST_PATIENCE_S)


class MemoryDevice(Device):
    """The same patient and converter without a wire, paced by the clock.

    Parameters
    ----------
    options
        Patient, seed and truth file.
    clock
        Monotonic seconds.
    sleep
        Waits for so many seconds.
    """

    example: ClassVar[str] = "virtual:demo?link=memory"

    def __init__(
        self,
        options: CytonOptions,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        super().__init__(clock=clock)
        self._options = options
        self._wishes: SimpleQueue[str] = SimpleQueue()
        self._sleep = sleep
        self._stack = ExitStack()
        self._start_s = 0.0
        self._sent = 0
        self._total = 0

    @classmethod
    def from_spec(
        cls, spec: DeviceSpec, *, clock: Callable[[], float] = time.monotonic, **kw: Any
    ) -> Device:
        """Return the virtual device that `spec` names, in process."""
        return cls(options_of(spec), clock=clock)

    def _open(self) -> DeviceInfo:
        self._virtual = connect(self._options, self._stack)
        return DeviceInfo(
            board="OpenBCI Cyton",
            n_channels=self._virtual.counts.n_channels,
            fs_hz=PACKETS_PER_S,
            origin=Origin.SIMULATED,
            serial=f"{SIMULATOR_MARK} {self._options.scenario}",
            firmware=f"in process {SIMULATOR_MARK}",
            gain=24.0,
            uv_per_count=uv_per_count(CYTON_REFERENCE_V, CYTON_BITS, 24),
            rails_uv=rails_uv(CYTON_REFERENCE_V, CYTON_BITS, 24),
            board_high_hz=0.262 * PACKETS_PER_S,
            counter=CounterRule(256),
        )

    def ask(self, asked: Iterable[Asked]) -> None:
        """Ask the patient to do what a person would be asked, from any thread."""
        for wish in wishes_of(asked):
            self._wishes.put(wish)

    def _start(self) -> None:
        counts = self._virtual.counts
        self._virtual.began(counts.n_read if isinstance(counts, Ads1299Converter) else 0)
        self._start_s, self._sent = self._clock(), 0

    def _fetch(self, timeout_s: float) -> RawBlock | None:
        while not self._wishes.empty():
            self._virtual.wish(self._wishes.get())
        due = self._due()
        if due <= 0:
            self._sleep(min(timeout_s, SLICE_S))
            due = self._due()
        if due <= 0:
            return None
        counts = self._virtual.counts.read_counts(due)
        number = np.arange(self._total, self._total + due, dtype=np.int64) % 256
        self._sent += due
        self._total += due
        samples_uv = np.ascontiguousarray(counts.T * (self.info.uv_per_count or 1.0))
        return RawBlock(samples_uv, number)

    def _due(self) -> int:
        elapsed_s = self._clock() - self._start_s
        return min(int(elapsed_s * PACKETS_PER_S) - self._sent, int(PACKETS_PER_S))

    def _stop(self) -> None:
        self._start_s = 0.0

    def _close(self) -> None:
        self._stack.close()

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
        ohm = resistors(self._options, self._virtual)
        negative = electrode.side is ElectrodeSide.NEGATIVE
        driven = ohm(electrode.channel, negative) if on else None
        self._virtual.counts.set_lead_off(electrode.channel, driven)
