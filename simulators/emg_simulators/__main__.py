"""``python -m emg_simulators BOARD``: a virtual board as a process of its own.

It prints ``ready PORT`` once the port can be opened, and ends at SIGTERM, SIGINT or, with
``--until-eof``, when its standard input is closed (so that it never outlives its parent).
"""

from __future__ import annotations

import argparse
import os
import select
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from emg_signal.errors import EmgError
from emg_simulators.cyton_board import run_cyton
from emg_simulators.cyton_options import SIGNALS, CytonOptions, ohms_of
from emg_simulators.framed_board import FramedOptions, run_framed
from emg_simulators.ganglion_board import run_ganglion
from emg_simulators.text_board import ArduinoOptions, run_arduino
from emg_simulators.wifi_board import LOOPBACK, run_wifi

if TYPE_CHECKING:  # argparse gives it no public name
    _Boards = argparse._SubParsersAction[argparse.ArgumentParser]

Ready = Callable[[str], None]
"""Takes the port's name."""


class StopSign:
    """Asked by a board whether to stop.

    Parameters
    ----------
    until_eof
        Stop when standard input is closed, too.
    """

    def __init__(self, *, until_eof: bool) -> None:
        self._until_eof = until_eof
        self._raised = False
        self._heard = b""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._raise)

    def _raise(self, number: int, frame: FrameType | None) -> None:
        self._raised = True

    def __call__(self) -> bool:
        """Return True once the board is to stop."""
        if self._until_eof and not self._raised:
            ready, _, _ = select.select([0], [], [], 0)
            heard = os.read(0, 65536) if ready else b""
            self._raised = bool(ready) and not heard
            self._heard += heard
        return self._raised

    def wishes(self) -> list[str]:
        """Return the whole lines that standard input has brought since the last call."""
        *lines, self._heard = self._heard.split(b"\n")
        return [line.decode("ascii", "replace") for line in lines]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m emg_simulators", description=__doc__)
    boards = parser.add_subparsers(dest="board", required=True)
    _add_openbci(boards)
    framed = boards.add_parser("framed", help="a board of the framed protocol")
    _add_common(framed)
    framed.add_argument("--channels", type=int, default=8)
    framed.add_argument("--rate", type=int, default=1000, help="Hz")
    framed.add_argument("--serial", default="0001", help="serial number")
    framed.add_argument("--baud", type=int, default=0, help="speed of the line; 0: none")
    for name, what in (("text", "an Arduino that prints lines"), ("chords", "Chords packets")):
        arduino = boards.add_parser(name, help=what)
        _add_common(arduino)
        arduino.add_argument("--channels", type=int, default=6)
        arduino.add_argument("--rate", type=float, default=250.0, help="Hz")
        arduino.add_argument("--scale-uv", type=float, default=4.44, help="µV per count")
        arduino.add_argument("--separator", default=",")
        arduino.add_argument("--stamp-ms", type=int, default=0, help="print a time stamp")
    return parser


def _add_openbci(boards: _Boards) -> None:
    cyton = boards.add_parser("cyton", help="OpenBCI Cyton on a pseudo-terminal")
    _add_common(cyton)
    cyton.add_argument("--daisy", action="store_true", help="16 channels at 125 Hz")
    cyton.add_argument("--burst-ms", type=float, default=0.0, help="send in bursts")
    cyton.add_argument("--name", default="", help="what the greeting adds")
    cyton.add_argument("--impedance-ohm", default="", help="resistors, as in 2000,10000/12000")
    ganglion = boards.add_parser("ganglion", help="OpenBCI Ganglion behind its dongle")
    _add_common(ganglion)
    ganglion.add_argument("--impedance-ohm", default="", help="resistors, as in 2000,10000/12000")
    wifi = boards.add_parser("wifi", help="OpenBCI Cyton on a WiFi shield, port 80 of 127.0.0.1")
    _add_common(wifi)
    wifi.add_argument("--impedance-ohm", default="", help="resistors, as in 2000,10000")
    wifi.add_argument("--address", default=LOOPBACK, help="another of the loopback's (Linux)")
    for openbci in (cyton, ganglion, wifi):
        openbci.add_argument("--truth", type=Path, help="write the electrode waveform here (.npz)")


def _add_common(parser: argparse.ArgumentParser) -> None:
    """Add what every board takes."""
    parser.add_argument("--link", type=Path, help="put a link to the port here")
    parser.add_argument("--scenario", default="demo", help="built-in name or TOML file")
    parser.add_argument("--seed", type=int)
    parser.add_argument("--signal", choices=SIGNALS, default="patient")
    parser.add_argument("--fault", action="append", default=[], help="as in 'unplug@20s'")
    parser.add_argument("--until-eof", action="store_true", help="end with standard input")


def _say(port: str) -> None:
    print(f"ready {port}", flush=True)  # noqa: T201 - the board's one line for its parent


def main(argv: Sequence[str] | None = None, ready: Ready = _say) -> int:
    """Run a board; return the exit status."""
    arguments = _parser().parse_args(argv)
    stopped = StopSign(until_eof=arguments.until_eof)
    try:
        BOARDS[arguments.board](arguments, ready, stopped)
    except EmgError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


def _run_cyton(arguments: argparse.Namespace, ready: Ready, stopped: StopSign) -> None:
    options = replace(
        _openbci_options(arguments),
        daisy=arguments.daisy,
        burst_ms=arguments.burst_ms,
        name=arguments.name,
    )
    run_cyton(options, link=arguments.link, ready=ready, stopped=stopped, wishes=stopped.wishes)


def _openbci_options(arguments: argparse.Namespace) -> CytonOptions:
    return CytonOptions(
        scenario=arguments.scenario,
        seed=arguments.seed,
        signal=arguments.signal,
        truth=arguments.truth,
        faults=tuple(arguments.fault),
        impedance_ohm=ohms_of(arguments.impedance_ohm),
    )


def _run_framed(arguments: argparse.Namespace, ready: Ready, stopped: StopSign) -> None:
    options = FramedOptions(
        scenario=arguments.scenario,
        seed=arguments.seed,
        signal=arguments.signal,
        n_channels=arguments.channels,
        fs_hz=arguments.rate,
        serial=arguments.serial,
        baud=arguments.baud,
        faults=tuple(arguments.fault),
    )
    run_framed(options, link=arguments.link, ready=ready, stopped=stopped)


def _run_arduino(arguments: argparse.Namespace, ready: Ready, stopped: StopSign) -> None:
    options = ArduinoOptions(
        firmware=arguments.board,
        scenario=arguments.scenario,
        seed=arguments.seed,
        signal=arguments.signal,
        faults=tuple(arguments.fault),
        fs_hz=arguments.rate,
        n_channels=arguments.channels,
        scale_uv=arguments.scale_uv,
        separator=arguments.separator,
        stamp_ms=arguments.stamp_ms,
    )
    run_arduino(options, link=arguments.link, ready=ready, stopped=stopped)


def _run_ganglion(arguments: argparse.Namespace, ready: Ready, stopped: StopSign) -> None:
    run_ganglion(_openbci_options(arguments), link=arguments.link, ready=ready, stopped=stopped)


def _run_wifi(arguments: argparse.Namespace, ready: Ready, stopped: StopSign) -> None:
    run_wifi(_openbci_options(arguments), address=arguments.address, ready=ready, stopped=stopped)


BOARDS: dict[str, Callable[[argparse.Namespace, Ready, StopSign], None]] = {
    "cyton": _run_cyton,
    "framed": _run_framed,
    "text": _run_arduino,
    "chords": _run_arduino,
    "ganglion": _run_ganglion,
    "wifi": _run_wifi,
}


if __name__ == "__main__":
    sys.exit(main())
