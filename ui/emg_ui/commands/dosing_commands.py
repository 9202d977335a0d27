"""``suggest`` and ``plan``: the dosing rules alone, without a board."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from emg_signal.document import as_document
from emg_signal.errors import ConfigError
from emg_signal.json_text import parse_json
from emg_signal.phrase import say
from emg_signal.text_file import read_text, require_seen
from emg_ui.commands.output import tell

if TYPE_CHECKING:
    from emg_dosing.scenario import Scenario
    from emg_dosing.tables import Tables


def register(app: typer.Typer) -> None:
    """Add the commands of this module to `app`."""
    app.command()(suggest)
    app.command()(plan)
    app.command()(labels)


def _example(name: str) -> Any:
    """Return the option that prints a file to begin with; the package holds it."""

    def show(wanted: bool) -> None:
        if wanted:
            tell((files("emg_dosing") / "examples" / name).read_text(encoding="utf-8").rstrip())
            raise typer.Exit

    return typer.Option("--example", callback=show, is_eager=True, help="Print one, and end.")


def suggest(
    scenario: Annotated[Path, typer.Argument(help="Scenario file (JSON).")],
    example: Annotated[bool, _example("scenario.json")] = False,
) -> None:
    """Answer a scenario with a suggestion as JSON; the dosing rules alone.

    One to begin with: evenhand suggest --example > scenario.json
    """
    from emg_dosing.suggest import parse_scenario
    from emg_dosing.suggest import suggest as answer
    from emg_dosing.tables import load_tables

    tables = load_tables()
    content = read_json(scenario)
    # a case of the corpus wraps its scenario in what it expects
    given = parse_scenario(content.get("scenario", content), tables)
    told = as_document(answer(given, tables)) | {"safety": _safety(given, tables)}
    tell(json.dumps(told, indent=2, ensure_ascii=False))


def _safety(given: Scenario, tables: Tables) -> list[dict[str, Any]]:
    """Return the safety line of a scenario."""
    from emg_dosing.bound_plan import bind
    from emg_dosing.check import findings_of
    from emg_dosing.licence import jurisdiction_of
    from emg_dosing.safety import safety_line

    policy = given.policy_for(tables)
    bound = None if given.plan is None else bind(given.plan, tables, policy)
    line = safety_line(
        bound,
        given.examination,
        tables,
        findings=() if bound is None else findings_of(bound, given.examination, given.today),
        is_later=given.follow_up is not None,
        country=jurisdiction_of(policy.country),
    )
    return [as_document(item) for item in line]


def plan(
    file: Annotated[Path, typer.Argument(help="Plan file (TOML).")],
    policy: Annotated[
        Path | None, typer.Option(help="The clinic's policy (TOML); the settings' else.")
    ] = None,
    examination: Annotated[
        Path | None,
        typer.Option(help="Answers of the examination (TOML); nothing was asked else."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON instead of text.")] = False,
    example: Annotated[bool, _example("demo_plan.toml")] = False,
) -> None:
    """Check a plan: label, practice range, sides, mL per point, vials, cost if a price is given.

    Ends with status 1 if a finding of the grade "limit" or "stop" stands. A plan to begin with:
    evenhand plan --example > plan.toml
    """
    from emg_dosing.values import Grade
    from emg_ui.commands.plan_text import checked_plan

    checked = checked_plan(file, policy=policy, examination=examination)
    if as_json:
        tell(json.dumps(checked.as_record(), indent=2, ensure_ascii=False))
    else:
        for line in checked.lines():
            tell(line)
    if any(finding.grade in (Grade.LIMIT, Grade.STOP) for finding in checked.findings):
        raise typer.Exit(1)


def labels(
    product: Annotated[str, typer.Argument(help="Id, as letybo_us; all else.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="JSON instead of text.")] = False,
) -> None:
    """Show every row of the labels: number, unit, region, where it holds, source, how it is known.

    Compare it with the current label where you work.
    """
    from emg_dosing.tables import load_tables
    from emg_ui.text.label_text import label_blocks, label_record

    tables = load_tables()
    if as_json:
        tell(json.dumps(label_record(product, tables), indent=2, ensure_ascii=False))
        return
    for heading, lines in label_blocks(product, tables):
        tell("\n  ".join([heading, *lines]))


def read_json(path: Path) -> dict[str, Any]:
    """Return the object in a JSON file; NaN and infinity are refused.

    Raises
    ------
    ConfigError
        Unreadable, or not a JSON object.
    """
    try:
        content = parse_json(read_text(path))
    except ValueError as error:
        raise ConfigError(
            say("{file!s} is not valid JSON: {error}.", file=path, error=error)
        ) from error
    if not isinstance(content, dict):
        raise ConfigError(
            say("{file!s} holds no JSON object.", file=path), say("Begin it with an opening brace.")
        )
    require_seen(content, path)
    return content
