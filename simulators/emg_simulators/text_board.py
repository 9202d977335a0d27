"""Virtual Arduinos on a pseudo-terminal: one that prints text, one with the Chords firmware."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from emg_simulators.boards.text_firmware import ChordsFirmware, TenBitSource, TextFirmware
from emg_simulators.faults import parse_faults
from emg_simulators.open_source import open_source
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
    """Serve a virtual Arduino until `stopped` returns True; see `run_cyton`."""
    source: ElectrodeSource = SineSource(options.n_channels, options.fs_hz, amplitude_uv=20.0)
    faults = parse_faults(options.faults)
    if options.signal == "patient":
        opened = open_source(
            options.scenario,
            render_hz=options.fs_hz,
            n_channels=options.n_channels,
            seed=options.seed,
            faults=faults,
        )
        source, faults = opened.source, opened.faults
    counts = TenBitSource(source, options.scale_uv, options.n_channels)
    firmware: Firmware
    if options.firmware == "chords":
        firmware = ChordsFirmware(counts)
    else:
        firmware = TextFirmware(counts, separator=options.separator, stamp_ms=options.stamp_ms)
    with PseudoTerminal(link) as terminal:
        board = VirtualBoard(firmware, terminal, packets_per_s=options.fs_hz, faults=faults)
        ready(terminal.name)
        board.run(stopped)
