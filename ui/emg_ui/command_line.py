"""`main`: the ``evenhand`` command, and what a person sees when something is wrong.

Whatever goes wrong on purpose (`EmgError`) or in the arguments becomes one line on standard
error that names the thing and the remedy, and exit status 2. Anything else is a fault of the
program and keeps its traceback, since a hidden one is never mended.

Qt is imported by the commands that draw, never here: the others work where its system
libraries are missing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from typer.main import get_command

from emg_signal.errors import EmgError
from emg_ui.commands import (
    board_commands,
    calibrate_command,
    dosing_commands,
    live_commands,
    session_commands,
    training_commands,
)
from emg_ui.text.language import ask_for

# typer carries its own copy of click from 0.29 on; the class is the same by either road.
UsageError: type[Exception] = typer.BadParameter.__mro__[1]

EXIT_BAD_INPUT = 2
EXIT_INTERRUPTED = 130
"""128 + SIGINT, as shells expect."""

app = typer.Typer(
    name="evenhand",
    help="EMG-guided injection companion: live muscle activity, left beside right, and bounded, "
    "explained suggestions. For training and research, not a medical device. "
    "Without a command it opens the window on the virtual patient.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

for module in (
    live_commands,
    calibrate_command,
    board_commands,
    dosing_commands,
    training_commands,
    session_commands,
):
    module.register(app)


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"evenhand {version('evenhand')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def open_window(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show it.")
    ] = False,
    language: Annotated[
        str | None, typer.Option(help="Language of the window, as de; the settings' else.")
    ] = None,
) -> None:
    """Open the window on the virtual patient if no command was given."""
    ask_for(language)
    if context.invoked_subcommand is None:
        live_commands.open_demo_window()


def main(arguments: Sequence[str] | None = None) -> None:
    """Run ``evenhand`` with `arguments` (those of the process by default), then exit.

    Raises
    ------
    SystemExit
        With status 0, 2 for bad input, 130 for Ctrl+C, or what the command chose.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    sys.exit(run(given))


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit status."""
    try:
        status = get_command(app).main(arguments, prog_name="evenhand", standalone_mode=False)
    except UsageError as error:
        complain(_usage_text(error))
        return EXIT_BAD_INPUT
    except EmgError as error:
        complain(str(error))
        return EXIT_BAD_INPUT
    except (KeyboardInterrupt, typer.Abort):
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; send the rest nowhere, or the exit would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status if isinstance(status, int) else 0


def complain(text: str) -> None:
    """Write one line to standard error."""
    typer.echo(f"evenhand: {' '.join(text.split())}", err=True)


def _usage_text(error: Exception) -> str:
    text = str(getattr(error, "format_message", lambda: str(error))())
    context = getattr(error, "ctx", None)
    command = getattr(context, "command_path", "evenhand")
    return f"{text.rstrip('.')}. See: {command} --help"
