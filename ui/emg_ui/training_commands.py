"""``train``: scored training on simulated patients."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command of this module to `app`."""
    app.command()(train)


def train(
    case: Annotated[
        str | None, typer.Argument(help="Case to run; without one they are listed.")
    ] = None,
    check: Annotated[Path | None, typer.Option(help="Check a case file instead.")] = None,
    export: Annotated[Path | None, typer.Option(help="Write all attempts as CSV instead.")] = None,
) -> None:
    """Train on a simulated patient, with debrief and score."""
    from rich.console import Console

    from emg_training import terminal
    from emg_training.attempts import AttemptStore

    console = Console(highlight=False)
    if check is not None:
        terminal.check_file(console, check)
    elif export is not None:
        AttemptStore().export_csv(export)
        typer.echo(f"attempts: {export}")
    elif case is None:
        terminal.list_cases(console, AttemptStore())
    else:
        found = terminal.case_of(case)
        terminal.train(found, console=console, ask=input, store=AttemptStore())
