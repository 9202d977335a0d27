"""``devices``, ``board``, ``bench``: what is plugged in, what is pretended, what it costs."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated

import typer

from emg_device.devices import FoundDevice
from emg_signal.errors import ConfigError, DeviceNotFoundError
from emg_signal.phrase import say
from emg_ui.commands.output import tell
from emg_ui.frame.ending import end_at_once, on_ending


def register(app: typer.Typer) -> None:
    """Add the commands of this module to `app`."""
    app.command()(devices)
    passed_on = {"allow_extra_args": True, "ignore_unknown_options": True}
    app.command(context_settings=passed_on)(board)
    app.command()(bench)


def devices(
    as_json: Annotated[bool, typer.Option("--json", help="JSON instead of text.")] = False,
) -> None:
    """List the ports and boards found, with what is wrong with each."""
    from emg_device.devices import list_devices

    found = list_devices()
    if as_json:
        records = [device.as_dict() for device in found]
        tell(json.dumps(records, indent=2, ensure_ascii=False))
        return
    here = [device for device in found if device.address]
    tell("Found:" if here else "Found: nothing. Plug a board in and look again.")
    _list(here)
    tell("How an address looks, for what is not listed (a pseudo-terminal never is):")
    _list([device for device in found if not device.address])


def _list(found: Sequence[FoundDevice]) -> None:
    for device in found:
        tell(f"  {device.suggestion or device.address}  {device.description}")
        if device.problem:
            tell(f"    {device.problem} {device.remedy}".rstrip())


@dataclass(frozen=True)
class _Output:
    """What a board wrote to standard error before it ended."""

    text: str

    @property
    def last_line(self) -> str:
        """The line that says what was wrong."""
        lines = self.text.strip().splitlines() or ["it ended without a word."]
        return lines[-1].partition("error: ")[2] or lines[-1]


def board(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(help="Which board, as cyton, framed or text.")],
) -> None:
    """Run a virtual board on a pseudo-terminal, for any program to open, until Ctrl+C.

    Options are the board's own: --link PATH, --scenario NAME, --seed N, --fault TEXT and more
    (python -m emg_simulators BOARD --help).
    """
    run_board = _runner_of(kind)
    errors = io.StringIO()
    try:
        with contextlib.redirect_stderr(errors):
            status = run_board([kind, *context.args])
    except SystemExit as ending:  # how argparse refuses an option, or shows its help
        status = ending.code if isinstance(ending.code, int) else 2
    if status:
        raise ConfigError(_Output(errors.getvalue()).last_line)


def _runner_of(kind: str) -> Callable[[Sequence[str]], int]:
    """Return what runs a virtual board, once it is known that there is one of that `kind`."""
    try:  # pseudo-terminals are a module of the standard library that Windows does not have
        from emg_simulators.__main__ import BOARDS
        from emg_simulators.__main__ import main as run_board
    except ImportError as error:
        raise DeviceNotFoundError(
            say("This system has no pseudo-terminals ({error}).", error=error),
            say("Use the device `virtual`."),
        ) from error
    if kind not in BOARDS:
        raise DeviceNotFoundError(
            say("There is no virtual board {kind!r}.", kind=kind),
            say("Known ones: {names!s}.", names=", ".join(BOARDS)),
        )
    return run_board


def bench(
    seconds: Annotated[
        float, typer.Option(help="Length of each latency run; costs a fifth.")
    ] = 50.0,
    as_json: Annotated[bool, typer.Option("--json", help="JSON instead of text.")] = False,
) -> None:
    """Measure latency from electrode step to painted frame, frame cost and CPU on this machine."""
    from emg_ui.commands.live_commands import require_duration

    require_duration(seconds)
    from emg_ui.commands.run_window import require_qt

    require_qt()
    on_ending(end_at_once)  # nothing is kept, and its board ends with it
    from emg_ui.commands.bench import run_bench

    run_bench(seconds=seconds, as_json=as_json)
