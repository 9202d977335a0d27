"""`main`: the ``evenhand`` command, and what a person sees when something is wrong.

Whatever goes wrong on purpose (`EmgError`), in the arguments or with a file becomes one line on
standard error that names the thing and the remedy, and exit status 2. Anything else is a fault of
the program and keeps its traceback, since a hidden one is never mended.

Nothing of ours is imported before `main` has taken the signals: a Ctrl+C while the program is
still being loaded is an end like any other.
"""

from __future__ import annotations

import errno
import os
import sys

from emg_ui.frame.ending import Ended, end_at_once, end_in_order, on_ending

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

EXIT_BAD_INPUT = 2
EXIT_INTERRUPTED = 130
"""128 + SIGINT, as shells expect."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run ``evenhand`` with `arguments` (those of the process by default), then exit.

    Raises
    ------
    SystemExit
        With status 0, 2 for bad input, 130 for Ctrl+C, 143 for SIGTERM, 129 for a closed
        terminal, or what the command chose.
    """
    on_ending(end_at_once)
    _open_closed_streams()
    from emg_ui.commands import command_tree  # noqa: F401 - loaded while an end is simple

    given = list(sys.argv[1:] if arguments is None else arguments)
    on_ending(end_in_order)
    try:
        status = run(given)
    except Ended as ending:  # between two lines of `run`
        status = ending.status
    on_ending(end_at_once)
    sys.exit(status)


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit status."""
    import typer
    from typer.main import get_command

    from emg_signal.errors import EmgError
    from emg_ui.commands.command_tree import app

    # typer carries its own copy of click from 0.29 on; the class is the same by either road.
    usage_error: type[Exception] = typer.BadParameter.__mro__[1]
    try:
        # not `main` of click, which ends with status 1 where a pipe is closed
        command = get_command(app)
        with command.make_context("evenhand", list(arguments)) as context:
            status = command.invoke(context)
        sys.stdout.flush()
    except usage_error as error:
        return _refuse(_usage_text(error))
    except EmgError as error:
        return _refuse(str(error))
    except typer.Exit as ending:
        return int(ending.exit_code)
    except Ended as ending:
        return ending.status
    except (KeyboardInterrupt, typer.Abort):
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        _write_to_nowhere()  # whoever read our output has gone
        return 0
    except OSError as error:
        if error.errno == errno.ENOSPC and error.filename is None:
            return _refuse(f"The output cannot be written: {error.strerror}.")
        if error.filename is None:
            raise
        return _refuse(f"{error.filename} cannot be used: {error.strerror}. Choose another name.")
    return status if isinstance(status, int) else 0


def _refuse(text: str) -> int:
    """Say what is wrong, and return the status that goes with it."""
    try:
        sys.stdout.flush()
    except OSError:
        _write_to_nowhere()
    complain(text)
    return EXIT_BAD_INPUT


def complain(text: str) -> None:
    """Write one line to standard error."""
    from emg_ui.commands.output import tell

    tell(f"evenhand: {' '.join(text.split())}", err=True)


def _write_to_nowhere() -> None:
    """Send the rest of the output nowhere, or the exit would complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _open_closed_streams() -> None:
    """Open what was closed (``>&-``): else the first file of ours would be standard output."""
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(descriptor)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115


def _usage_text(error: Exception) -> str:
    text = str(getattr(error, "format_message", lambda: str(error))())
    context = getattr(error, "ctx", None)
    command = getattr(context, "command_path", "evenhand")
    return f"{text.rstrip('.')}. See: {command} --help"
