"""Virtual Arduinos on a pseudo-terminal: one that prints text, one with the Chords firmware."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from emg_signal.phrase import say
from emg_simulators.abilities import Abilities
from emg_simulators.boards.text_firmware import ChordsFirmware, TenBitSource, TextFirmware
from emg_simulators.fault_text import parse_faults
from emg_simulators.faults import Fault
from emg_simulators.faulty_source import FaultySource
from emg_simulators.open_source import cannot_of, open_source
from emg_simulators.pseudo_terminal import PseudoTerminal
from emg_simulators.source import ElectrodeSource
from emg_simulators.test_signals import SineSource
from emg_simulators.virtual_board import Firmware, VirtualBoard


@dataclass(frozen=True, slots=True)
class ArduinoOptions:
    """What a person may choose.

    Parameters
    ----------
    firmware
        ``text`` or ``chords``.
    scenario, seed, signal, faults
        As for the Cyton; no ``index``.
    fs_hz
        Samples per second.
    n_channels
        Channels.
    scale_uv
        µV per count; 4.44 is 5 V / 1024 / gain 1100.
    separator, stamp_ms
        Of the text.
    """

    firmware: str = "text"
    scenario: str = "demo"
    seed: int | None = None
    signal: str = "patient"
    faults: tuple[str, ...] = ()
    fs_hz: float = 250.0
    n_channels: int = 6
    scale_uv: float = 4.44
    separator: str = ","
    stamp_ms: int = 0


def run_arduino(
    options: ArduinoOptions,
    *,
    link: Path | None,
    ready: Callable[[str], None],
    stopped: Callable[[], bool],
) -> None:
    """Serve a virtual Arduino until `stopped` returns True; see `run_cyton`.

    Parameters
    ----------
    options
        What the board is and shows.
    link
        Where to put a link to the port, or None.
    ready
        Told the port's path once it can be opened.
    stopped
        Asked again and again; True ends the board.
    """
    board = say("The Chords board") if options.firmware == "chords" else say("The text board")
    cannot = cannot_of(options.scenario, options.signal)
    source, faults = _at_electrodes(options, Abilities(board, options.n_channels, cannot))
    counts = TenBitSource(source, options.scale_uv, options.n_channels)
    firmware: Firmware
    if options.firmware == "chords":
        firmware = ChordsFirmware(counts)
    else:
        firmware = TextFirmware(counts, separator=options.separator, stamp_ms=options.stamp_ms)
    with PseudoTerminal(link) as terminal:
        ready(terminal.name)
        VirtualBoard(
            firmware,
            terminal,
            packets_per_s=options.fs_hz,
            faults=faults,
            seed=options.seed or 0,
        ).run(stopped)


def _at_electrodes(
    options: ArduinoOptions, abilities: Abilities
) -> tuple[ElectrodeSource, tuple[Fault, ...]]:
    """Return what is at the electrodes, and all that goes wrong."""
    own = abilities.require(parse_faults(options.faults))
    if options.signal != "patient":
        sine = SineSource(options.n_channels, options.fs_hz, amplitude_uv=20.0)
        return FaultySource(sine, own, options.seed or 0), own
    opened = open_source(
        options.scenario,
        render_hz=options.fs_hz,
        n_channels=options.n_channels,
        seed=options.seed,
        faults=own,
    )
    return opened.source, abilities.require(opened.faults)
