"""``train``: scored training on simulated patients."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from emg_signal.errors import ConfigError
from emg_ui.commands.output import PlainConsole, one_line, tell


def register(app: typer.Typer) -> None:
    """Add the command of this module to `app`."""
    app.command()(train)


def train(
    case: Annotated[
        str | None, typer.Argument(help="Case to run, or its file; without one they are listed.")
    ] = None,
    in_terminal: Annotated[
        bool, typer.Option("--terminal", help="In the terminal, even where there is a display.")
    ] = False,
    check: Annotated[Path | None, typer.Option(help="Check a case file instead.")] = None,
    export: Annotated[Path | None, typer.Option(help="Write all attempts as CSV instead.")] = None,
) -> None:
    """Train on a simulated patient, with debrief and score: in a window, or in the terminal."""
    from emg_training import terminal
    from emg_training.attempts import AttemptStore

    console = PlainConsole(highlight=False)
    if check is not None:
        terminal.check_file(console, check)
        return
    if export is not None:
        AttemptStore().export_csv(export)
        tell(one_line(f"attempts: {export}"))
        return
    found = None if case is None else terminal.case_of(case)
    if not in_terminal and _has_window():
        from emg_ui.commands.run_training import run_training

        run_training(found)
    elif found is None:
        terminal.list_cases(console, AttemptStore())
    else:
        terminal.train(found, console=console, ask=input, store=AttemptStore())


def _has_window() -> bool:
    """Return whether a window can be opened here: Qt loads, and there is a display."""
    from emg_ui.commands.run_window import require_display, require_qt

    try:
        require_qt()
        require_display()
    except ConfigError:
        return False
    return True
