"""The virtual Cyton: a patient, the converter, the firmware and a pseudo-terminal in one.

As its own process::

    python -m emg_simulators cyton --link cyton.port --scenario demo
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from emg_signal.errors import ConfigError
from emg_signal.phrase import say
from emg_simulators.ads1299 import Ads1299Converter
from emg_simulators.boards.cyton_firmware import PACKETS_PER_S, CountSource, CytonFirmware
from emg_simulators.faults import Fault, parse_faults
from emg_simulators.open_source import open_source
from emg_simulators.pseudo_terminal import PseudoTerminal
from emg_simulators.source import ElectrodeSource, rendering_rate_hz
from emg_simulators.test_signals import IndexCounts, SineSource
from emg_simulators.truth import TruthRecorder
from emg_simulators.virtual_board import VirtualBoard
from emg_simulators.wishes import fulfil

MOST_OHM = 1e9
SIGNALS = ("patient", "sine", "index")


@dataclass(frozen=True, slots=True)
class CytonOptions:
    """What a person may choose.

    Parameters
    ----------
    scenario
        Built-in name or file of the virtual patient, or a recording to put on the electrodes.
    seed
        Overrides the scenario's seed.
    signal
        ``patient``, ``sine`` (10 µV peak on the first channel, twice as much on each next) or
        ``index`` (the number of each sample, for tests of loss).
    daisy
        16 channels at 125 Hz.
    truth
        File to write the rendered electrode waveform to.
    burst_ms
        Send in bursts of this length, as an FTDI chip does.
    name
        Tells one virtual board from another in its greeting; the scenario's name by default.
    faults
        What goes wrong, beside what the scenario says (`emg_simulators.faults`).
    impedance_ohm
        Resistors in place of the electrodes, positive and negative of each channel; none for the
        scenario's own.
    """

    scenario: str = "demo"
    seed: int | None = None
    signal: str = "patient"
    daisy: bool = False
    truth: Path | None = None
    burst_ms: float = 0.0
    name: str = ""
    faults: tuple[str, ...] = ()
    impedance_ohm: tuple[tuple[float, float], ...] = ()

    @property
    def n_channels(self) -> int:
        """8, or 16 with a Daisy."""
        return 16 if self.daisy else 8


def _nothing(index: int) -> None:
    """Do nothing when streaming begins."""


def _deaf(wish: str) -> None:
    """Do nothing that is asked: there is no patient."""


@dataclass(frozen=True, slots=True)
class Electrodes:
    """What is connected to a virtual board, with what a board asks of it."""

    counts: CountSource
    impedance_ohm: Callable[[int], float]
    began: Callable[[int], None] = _nothing
    """Called when streaming begins, with the number of the next sample."""
    faults: tuple[Fault, ...] = ()
    """What goes wrong with link and board."""
    wish: Callable[[str], None] = _deaf
    """Asks the patient for something, where there is one; see `wishes`."""


def connect(options: CytonOptions, stack: ExitStack, fs_hz: float = PACKETS_PER_S) -> Electrodes:
    """Build what `options` ask for; files are closed with `stack`."""
    faults = parse_faults(options.faults)
    if options.signal == "index":
        counts = IndexCounts(options.n_channels)
        return Electrodes(counts, lambda _: 10_000.0, faults=faults)
    render_hz = rendering_rate_hz(fs_hz)
    impedance: Callable[[int], float] = lambda _: 10_000.0  # noqa: E731
    source: ElectrodeSource = SineSource(options.n_channels, render_hz)
    wish: Callable[[str], None] = _deaf
    if options.signal == "patient":
        opened = open_source(
            options.scenario,
            render_hz=render_hz,
            n_channels=options.n_channels,
            seed=options.seed,
            faults=faults,
        )
        source, impedance, faults = opened.source, opened.impedance_ohm, opened.faults
        if opened.patient is not None:
            wish = partial(fulfil, opened.patient)
    if options.truth is None:
        chip = Ads1299Converter(source, fs_hz=fs_hz)
        return Electrodes(chip, impedance, faults=faults, wish=wish)
    truth = stack.enter_context(TruthRecorder(source, options.truth))
    chip = Ads1299Converter(truth, fs_hz=fs_hz)
    return Electrodes(
        chip,
        impedance,
        lambda index: truth.mark_streaming(index * chip.oversampling),
        faults,
        wish,
    )


def resistors(options: CytonOptions, electrodes: Electrodes) -> Callable[[int, bool], float]:
    """Return ohm by channel and side (True: the negative input); the last resistor goes on."""
    ohm = options.impedance_ohm
    if not ohm:
        return lambda channel, negative: electrodes.impedance_ohm(channel)
    return lambda channel, negative: ohm[min(channel, len(ohm) - 1)][negative]


def ohms_of(text: str) -> tuple[tuple[float, float], ...]:
    """Read ``2000,10000/12000``: one resistor per channel, or positive/negative.

    Raises
    ------
    ConfigError
        A part is no number.
    """
    with suppress(ValueError):
        parts = [part.split("/") for part in filter(None, text.split(","))]
        pairs = tuple((float(part[0]), float(part[-1])) for part in parts)
        if all(0 <= ohm <= MOST_OHM for pair in pairs for ohm in pair):
            return pairs
    raise ConfigError(
        say("{text!r} are no resistors.", text=text), say("Write 2000,10000/12000 (ohm).")
    )


def run_cyton(
    options: CytonOptions,
    *,
    link: Path | None,
    ready: Callable[[str], None],
    stopped: Callable[[], bool],
    wire: Callable[[bytes], bytes] = bytes,
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
    wire
        Changes what is sent: faults.
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
        firmware = CytonFirmware(
            electrodes.counts,
            name=options.name or Path(options.scenario).stem,
            impedance_ohm=resistors(options, electrodes),
        )
        firmware.warm_up()
        terminal = stack.enter_context(PseudoTerminal(link))
        board = VirtualBoard(
            firmware,
            terminal,
            packets_per_s=PACKETS_PER_S,
            wire=wire,
            burst_s=options.burst_ms / 1e3,
            faults=electrodes.faults,
            seed=options.seed or 0,
            other=lambda: setattr(firmware, "name", "another board"),
            began=lambda: electrodes.began(next_sample(electrodes.counts, firmware)),
        )
        ready(terminal.name)
        board.run(listen)


def next_sample(counts: CountSource, firmware: CytonFirmware | None = None) -> int:
    """Return the number of the next sample to be sent, of a firmware that may read ahead."""
    n_read = counts.n_read if isinstance(counts, Ads1299Converter) else 0
    return n_read - (firmware.n_ahead if firmware else 0)
