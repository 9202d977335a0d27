"""The virtual framed board: a patient, the converter, the framed firmware, a pseudo-terminal.

As its own process::

    python -m emg_simulators framed --link framed.port --scenario demo
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from emg_signal.phrase import say
from emg_simulators.abilities import Abilities
from emg_simulators.ads1299 import Ads1299Converter
from emg_simulators.boards.framed_firmware import FramedFirmware, FrameSource
from emg_simulators.fault_text import parse_faults
from emg_simulators.faulty_source import FaultySource
from emg_simulators.open_source import cannot_of, open_source, scenario_of
from emg_simulators.pseudo_terminal import PseudoTerminal
from emg_simulators.source import rendering_rate_hz
from emg_simulators.test_signals import IndexCounts, SineSource
from emg_simulators.virtual_board import VirtualBoard


@dataclass(frozen=True, slots=True)
class FramedOptions:
    """What a person may choose.

    Parameters
    ----------
    scenario
        Built-in name or file of the virtual patient, or a recording to put on the electrodes.
    seed
        Overrides the scenario's seed.
    signal
        ``patient``, ``sine`` (10 µV peak on the first channel, twice as much on each next) or
        ``index`` (the number of each sample).
    n_channels
        Channels of the board.
    fs_hz
        Rate before any command: 250, 400, 500, 1000 or 2000 Hz.
    serial
        Serial number.
    baud
        Speed that the board claims for its line; 0: none, as over USB.
    faults
        What goes wrong, beside what the scenario says (`emg_simulators.faults`).
    """

    scenario: str = "demo"
    seed: int | None = None
    signal: str = "patient"
    n_channels: int = 8
    fs_hz: int = 1000
    serial: str = "0001"
    baud: int = 0
    faults: tuple[str, ...] = ()


def counts_at(options: FramedOptions, fs_hz: float) -> FrameSource:
    """Return what a stream at `fs_hz` Hz shows; each stream begins at the scenario's start."""
    if options.signal == "index":
        return IndexCounts(options.n_channels)
    render_hz, faults = rendering_rate_hz(fs_hz), parse_faults(options.faults)
    if options.signal == "sine":
        sine = FaultySource(SineSource(options.n_channels, render_hz), faults, options.seed or 0)
        return Ads1299Converter(sine, fs_hz=fs_hz)
    opened = open_source(
        options.scenario,
        render_hz=render_hz,
        n_channels=options.n_channels,
        seed=options.seed,
        faults=faults,
    )
    return Ads1299Converter(opened.source, fs_hz=fs_hz)


def framed_firmware(options: FramedOptions) -> FramedFirmware:
    """Return the firmware that `options` describe."""
    # A host waits a third of a second for the answer to its start: a patient takes longer to
    # appear on a busy machine, so the first one is there beforehand.
    ready = {float(options.fs_hz): counts_at(options, options.fs_hz)}
    return FramedFirmware(
        lambda fs_hz: ready.pop(fs_hz, None) or counts_at(options, fs_hz),
        n_channels=options.n_channels,
        serial=options.serial,
        baud=options.baud,
        fs_hz=options.fs_hz,
    )


def run_framed(
    options: FramedOptions,
    *,
    link: Path | None,
    ready: Callable[[str], None],
    stopped: Callable[[], bool],
) -> None:
    """Serve a virtual framed board until `stopped` returns True.

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

    Raises
    ------
    ConfigError, DeviceError
        No such scenario, no pseudo-terminals.
    """
    counts_at(options, options.fs_hz)  # what a patient loads would keep the first START waiting
    firmware = framed_firmware(options)
    scenario = scenario_of(options.scenario) if options.signal == "patient" else None
    faults = Abilities(
        say("The framed board"), options.n_channels, cannot_of(options.scenario, options.signal)
    ).require((*(scenario.faults if scenario else ()), *parse_faults(options.faults)))
    with PseudoTerminal(link) as terminal:
        ready(terminal.name)
        while not stopped():
            fs_hz = firmware.hello.fs_hz
            board = VirtualBoard(
                firmware,
                terminal,
                packets_per_s=fs_hz,
                faults=faults,
                seed=options.seed or 0,
            )
            while firmware.hello.fs_hz == fs_hz and not stopped():
                board.step()
