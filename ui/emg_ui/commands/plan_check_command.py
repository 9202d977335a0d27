"""``evenhand-plan``: the plan check alone, without a board and without signal code.

A typed plan is compared with label rows, trials and practice, each with its source and date, so
that a clinician can review the basis. No signal is measured, read or analysed here: an import
contract keeps everything that could out of this command.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from typer.main import get_command

from emg_dosing.values import Grade
from emg_signal.errors import EmgError
from emg_signal.phrase import say
from emg_ui.commands.output import tell
from emg_ui.commands.plan_text import checked_plan
from emg_ui.text.language import shown

WHAT_IT_IS = say(
    "PLAN CHECK without a board: a typed plan beside label, trials and practice, with source and "
    "date. No signal enters. It decides nothing; for training and research."
)
EXIT_BAD_INPUT = 2


def check(
    file: Annotated[Path, typer.Argument(help="Plan file (TOML).")],
    policy: Annotated[
        Path | None, typer.Option(help="The clinic's policy (TOML); the settings' else.")
    ] = None,
    examination: Annotated[
        Path | None,
        typer.Option(help="Answers of the examination (TOML); nothing was asked else."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON instead of text.")] = False,
) -> None:
    """Check a typed plan; status 1 if a finding of the grade "limit" or "stop" stands."""
    checked = checked_plan(file, policy=policy, examination=examination)
    if as_json:
        record = {"profile": "plan check", **checked.as_record()}
        tell(json.dumps(record, indent=2, ensure_ascii=False))
    else:
        tell("\n".join([shown(WHAT_IT_IS), *checked.lines()]))
    if any(finding.grade in (Grade.LIMIT, Grade.STOP) for finding in checked.findings):
        raise typer.Exit(1)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run ``evenhand-plan`` with `arguments` (those of the process by default), then exit."""
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.command()(check)
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        get_command(app)(given, prog_name="evenhand-plan")
    except EmgError as error:
        tell(f"evenhand-plan: {error}", err=True)
        sys.exit(EXIT_BAD_INPUT)
