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
from pathlib import Path
from types import FrameType

from emg_signal.errors import EmgError
from emg_simulators.cyton_board import SIGNALS, CytonOptions, run_cyton


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
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._raise)

    def _raise(self, number: int, frame: FrameType | None) -> None:
        self._raised = True

    def __call__(self) -> bool:
        """Return True once the board is to stop."""
        if self._until_eof and not self._raised:
            ready, _, _ = select.select([0], [], [], 0)
            self._raised = bool(ready) and not os.read(0, 1024)
        return self._raised


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m emg_simulators", description=__doc__)
    boards = parser.add_subparsers(dest="board", required=True)
    cyton = boards.add_parser("cyton", help="OpenBCI Cyton on a pseudo-terminal")
    cyton.add_argument("--link", type=Path, help="put a link to the port here")
    cyton.add_argument("--scenario", default="demo", help="built-in name or TOML file")
    cyton.add_argument("--seed", type=int)
    cyton.add_argument("--signal", choices=SIGNALS, default="patient")
    cyton.add_argument("--daisy", action="store_true", help="16 channels at 125 Hz")
    cyton.add_argument("--truth", type=Path, help="write the electrode waveform here (.npz)")
    cyton.add_argument("--burst-ms", type=float, default=0.0, help="send in bursts")
    cyton.add_argument("--name", default="", help="what the greeting adds")
    cyton.add_argument("--until-eof", action="store_true", help="end with standard input")
    return parser


def _say(port: str) -> None:
    print(f"ready {port}", flush=True)  # noqa: T201 - the board's one line for its parent


def main(argv: Sequence[str] | None = None, ready: Callable[[str], None] = _say) -> int:
    """Run a board; return the exit status."""
    arguments = _parser().parse_args(argv)
    options = CytonOptions(
        scenario=arguments.scenario,
        seed=arguments.seed,
        signal=arguments.signal,
        daisy=arguments.daisy,
        truth=arguments.truth,
        burst_ms=arguments.burst_ms,
        name=arguments.name,
    )
    stopped = StopSign(until_eof=arguments.until_eof)
    try:
        run_cyton(options, link=arguments.link, ready=ready, stopped=stopped)
    except EmgError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
