"""`app`: every command of ``evenhand``, and what it does without one.

Qt is imported by the commands that draw, never here: the others work where its system
libraries are missing.
"""

from __future__ import annotations

from typing import Annotated

import typer

from emg_ui.commands import (
    board_commands,
    calibrate_command,
    dosing_commands,
    live_commands,
    session_commands,
    training_commands,
)
from emg_ui.text.language import ask_for

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
