"""The virtual Cyton: a patient, the converter, the firmware and a pseudo-terminal in one.

As its own process::

    python -m emg_simulators cyton --link cyton.port --scenario demo
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from emg_signal.errors import ConfigError
from emg_signal.phrase import say
from emg_simulators.abilities import Abilities
from emg_simulators.ads1299 import Ads1299Converter
from emg_simulators.boards.count_source import CountSource
from emg_simulators.boards.cyton_firmware import PACKETS_PER_S, CytonFirmware
from emg_simulators.cyton_options import CytonOptions, abilities_of
from emg_simulators.fault_text import parse_faults
from emg_simulators.faults import Fault
from emg_simulators.faulty_source import CONTACT_OHM, FaultySource
from emg_simulators.open_source import open_source
from emg_simulators.patient import Patient
from emg_simulators.pseudo_terminal import PseudoTerminal
from emg_simulators.scenario import PatientScenario
from emg_simulators.source import rendering_rate_hz
from emg_simulators.test_signals import IndexCounts, SineSource
from emg_simulators.truth import TruthRecorder
from emg_simulators.virtual_board import BoardLine, VirtualBoard
from emg_simulators.wishes import fulfil


def _nothing(index: int) -> None:
    """Do nothing when streaming begins."""


@dataclass(frozen=True, slots=True)
class Electrodes:
    """What is connected to a virtual board, with what a board asks of it.

    Parameters
    ----------
    counts
        What its converter delivers.
    source
        Patient, recording or test signal at its electrodes; None for sample numbers.
    faults
        What goes wrong; the board does those of link and board.
    began
        Called when streaming begins, with the number of the next sample.
    """

    counts: CountSource
    source: Patient | FaultySource | None = None
    faults: tuple[Fault, ...] = ()
    began: Callable[[int], None] = _nothing

    def impedance_ohm(self, channel: int) -> float:
        """Return the contact impedance of `channel`, from 0, ohm."""
        return CONTACT_OHM if self.source is None else float(self.source.impedance_ohm[channel])

    def wish(self, wish: str) -> None:
        """Ask the patient for something, where there is one; see `wishes`."""
        if isinstance(self.source, Patient):
            fulfil(self.source, wish)

    def add_fault(self, fault: Fault) -> None:
        """Let one more thing go wrong at the electrodes, now if its time is over."""
        if self.source is not None:
            self.source.add_fault(fault.not_before(self.source.time_s))

    def end_faults(self) -> None:
        """Let what is wrong at the electrodes be mended."""
        if self.source is not None:
            self.source.end_faults()


def connect(
    options: CytonOptions,
    stack: ExitStack,
    fs_hz: float = PACKETS_PER_S,
    abilities: Abilities | None = None,
) -> Electrodes:
    """Build what `options` ask for.

    Parameters
    ----------
    options
        What to serve.
    stack
        Closes the files that are written.
    fs_hz
        The converter's rate, Hz.
    abilities
        What the board can do wrong; by default what a Cyton can.

    Raises
    ------
    ConfigError
        No such scenario, or a fault that the board cannot do.
    RecordError, StorageFullError
        A file that is no recording; no room for the truth.
    """
    abilities = abilities or abilities_of(options)
    faults = abilities.require(parse_faults(options.faults))
    if options.signal == "index":
        return Electrodes(IndexCounts(options.n_channels), faults=faults)
    render_hz = rendering_rate_hz(fs_hz)
    if options.signal == "patient":
        opened = open_source(
            options.scenario,
            render_hz=render_hz,
            n_channels=options.n_channels,
            seed=options.seed,
            faults=faults,
        )
        source, faults = opened.source, abilities.require(opened.faults)
    else:
        source = FaultySource(SineSource(options.n_channels, render_hz), faults, options.seed or 0)
    if source.n_channels > options.n_channels:
        raise ConfigError(
            say(
                "{scenario!s} has electrodes on {needed} channels; {board} has {n_channels}.",
                scenario=options.scenario,
                needed=source.n_channels,
                board=abilities.board,
                n_channels=abilities.n_channels,
            ),
            say("Use the framed board with --channels {needed}.", needed=source.n_channels),
        )
    if options.truth is None:
        return Electrodes(Ads1299Converter(source, fs_hz=fs_hz), source, faults)
    truth = stack.enter_context(TruthRecorder(source, options.truth))
    chip = Ads1299Converter(truth, fs_hz=fs_hz)
    return Electrodes(
        chip, source, faults, lambda index: truth.mark_streaming(index * chip.oversampling)
    )


def resistors(options: CytonOptions, electrodes: Electrodes) -> Callable[[int, bool], float]:
    """Return ohm by channel and side (True: the negative input); the last resistor goes on."""
    ohm = options.impedance_ohm
    if not ohm:
        return lambda channel, negative: electrodes.impedance_ohm(channel)
    return lambda channel, negative: ohm[min(channel, len(ohm) - 1)][negative]


def cyton_firmware(
    options: CytonOptions, electrodes: Electrodes, rates: str = "6"
) -> CytonFirmware:
    """Return the firmware of a Cyton on `electrodes`, ready to stream without delay.

    Parameters
    ----------
    options, electrodes
        What to serve, and what `connect` built of it.
    rates
        As `CytonFirmware` takes them.
    """
    scenario = options.scenario
    firmware = CytonFirmware(
        electrodes.counts,
        name=options.name
        or (scenario.title if isinstance(scenario, PatientScenario) else Path(scenario).stem),
        impedance_ohm=resistors(options, electrodes),
        rates=rates,
    )
    firmware.warm_up()
    return firmware


def cyton_on(
    line: BoardLine,
    firmware: CytonFirmware,
    electrodes: Electrodes,
    *,
    burst_s: float,
    seed: int,
    n_packets: int | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> VirtualBoard:
    """Return a Cyton that runs `firmware` on `line`.

    Parameters
    ----------
    line, firmware, electrodes
        What belongs together.
    burst_s, seed, n_packets, clock
        As `VirtualBoard` takes them, the burst in seconds.
    """
    return VirtualBoard(
        firmware,
        line,
        packets_per_s=PACKETS_PER_S,
        burst_s=burst_s,
        faults=electrodes.faults,
        n_packets=n_packets,
        seed=seed,
        began=lambda: electrodes.began(next_sample(electrodes.counts, firmware)),
        clock=clock,
    )


def run_cyton(
    options: CytonOptions,
    *,
    link: Path | None,
    ready: Callable[[str], None],
    stopped: Callable[[], bool],
    wishes: Callable[[], Iterable[str]] = tuple,
) -> None:
    """Serve a virtual Cyton until `stopped` returns True.

    Parameters
    ----------
    options
        What to serve.
    link
        Where to put a link to the port.
    ready
        Called with the port's name once it can be opened.
    stopped
        Asked at least 20 times a second.
    wishes
        What the patient is asked for since the last call; see `wishes`.

    Raises
    ------
    ConfigError, DeviceError, StorageFullError
        No such scenario, no pseudo-terminals, no room for the truth.
    """

    def listen() -> bool:
        for wish in wishes():
            electrodes.wish(wish)
        return stopped()

    with ExitStack() as stack:
        electrodes = connect(options, stack)
        firmware = cyton_firmware(options, electrodes)
        terminal = stack.enter_context(PseudoTerminal(link))
        board = cyton_on(
            terminal, firmware, electrodes, burst_s=options.burst_ms / 1e3, seed=options.seed or 0
        )
        ready(terminal.name)
        board.run(listen)


def next_sample(counts: CountSource, firmware: CytonFirmware | None = None) -> int:
    """Return the number of the next sample to be sent, of a firmware that may read ahead."""
    n_read = counts.n_read if isinstance(counts, Ads1299Converter) else 0
    return n_read - (firmware.n_ahead if firmware else 0)
