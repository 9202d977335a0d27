"""The schemas and the reachability table in docs are what the rules say today."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from let_in import opened
from reachability import Reach, reach
from reachability import rows_of as every_row
from schemas import DOCUMENTS, schema_of

from emg_dosing.check import check_plan
from emg_dosing.plan import parse_plan
from emg_dosing.plan_document import PlanDocument
from emg_dosing.rows import NormRow
from emg_dosing.scenario import Profile
from emg_dosing.suggest import Scenario, parse_scenario, suggest
from emg_dosing.tables import Tables
from emg_signal.document import as_document

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def rows_of(tables: Tables) -> dict[Profile, list[Reach]]:
    return every_row(tables)


@pytest.fixture(scope="module")
def pages(tables: Tables, rows_of: dict[Profile, list[Reach]]) -> dict[str, str]:
    """Return what `python tools/pages` would write; run as a program, it would write it here."""
    path = ROOT / "tools" / "pages" / "__main__.py"
    spec = importlib.util.spec_from_file_location("pages_of_docs", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: dict[str, str] = module.pages(tables, rows_of)
    return found


def test_every_page_in_docs_is_current(pages: dict[str, str]) -> None:
    assert set(pages) >= {"reachability.md", "schemas/plan.schema.json"}
    for name, page in pages.items():
        stored = (ROOT / "docs" / name).read_text(encoding="utf-8")
        assert stored == page, f"{name}: run: python tools/pages"


def test_every_document_has_a_schema_and_no_other_is_stored() -> None:
    stored = {path.name for path in (ROOT / "docs" / "schemas").iterdir()}
    assert stored >= {f"{name}.schema.json" for name in DOCUMENTS}
    for name in DOCUMENTS:
        schema = schema_of(name)
        assert schema["additionalProperties"] is False
        assert schema["type"] == "object"
        assert json.loads(json.dumps(schema)) == schema


def test_answers_and_findings_fit_their_schemas(tables: Tables) -> None:
    folder = ROOT / "tests" / "dosing" / "corpus"
    fit = {name: Draft202012Validator(schema_of(name)) for name in DOCUMENTS}
    for path in sorted(folder.glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))["scenario"]
        fit["scenario"].validate(content)
        scenario = parse_scenario(content, tables)
        answer = as_document(suggest(scenario, tables))
        fit["suggestion"].validate(json.loads(json.dumps(answer, allow_nan=False)))
        if answer["resulting_plan"] is not None:
            fit["plan"].validate(answer["resulting_plan"])
            assert (
                parse_plan(answer["resulting_plan"], tables).as_dict() == (answer["resulting_plan"])
            )
        for finding in check_plan(scenario.plan, tables) if scenario.plan else ():
            fit["finding"].validate(as_document(finding))


def test_the_demo_plan_fits_its_schema(tables: Tables, demo_plan: dict[str, Any]) -> None:
    PlanDocument.model_validate(demo_plan)
    assert suggest(Scenario(parse_plan(demo_plan, tables)), tables).changes


@pytest.mark.hazard("H-healthy-asymmetry-dosed")
def test_never_is_never(rows_of: dict[Profile, list[Reach]]) -> None:
    for profile, found in rows_of.items():
        possible = {row.muscle for row in found if row.shift}
        assert not possible & {"frontalis", "platysma", "corrugator", "procerus"}
        if profile == "research":
            assert not possible
        for row in found:
            assert bool(row.why) != bool(row.shift), row
            assert bool(row.sides) == bool(row.shift)


def test_every_row_is_a_window_or_a_reason(rows_of: dict[Profile, list[Reach]]) -> None:
    reasons = {row.why for found in rows_of.values() for row in found}
    assert len(reasons) >= 6
    for row in rows_of["training"]:
        if row.shift is None or row.sides is None:
            continue
        assert row.shift <= row.sides[0] / 10
        for fs, window in row.windows:
            assert window is None or 27 < window[0] < window[1] == 50, fs


def test_products_without_a_range_are_named_as_such(rows_of: dict[Profile, list[Reach]]) -> None:
    found = [r for r in rows_of["training"] if (r.product, r.region) == ("xeomin_us", "mentalis")]
    assert found
    for row in found:
        assert "nothing bounds it" in row.why


def with_norm(tables: Tables, muscle: str, **changed: Any) -> Tables:
    """Return tables in which one healthy range is another."""
    norms = tuple(
        row.model_copy(update=changed) if row.muscle == muscle else row
        for row in tables.all(NormRow)
    )
    return Tables(tables.by_kind | {"norm": norms}, tables.digest)


def test_a_dead_band_up_to_what_is_examined_says_so(tables: Tables) -> None:
    """The mouth let in: as released it takes no shift, whatever its dead band."""
    tables = opened(tables)
    closed = with_norm(tables, "orbicularis_oris", widening_percent=18.9)
    rows = [r for r in reach(closed, "research") if r.region == "perioral" and r.dilution]
    assert rows
    for row in rows:
        assert row.why == "The dead band reaches what is examined."
        assert row.shift is None
    still = with_norm(tables, "orbicularis_oris", widening_percent=18.8)
    assert any(r.shift for r in reach(still, "research") if r.region == "perioral")


def test_windows_close_with_the_rate(rows_of: dict[Profile, list[Reach]]) -> None:
    for row in [r for found in rows_of.values() for r in found if r.shift]:
        starts: list[Any] = [window[0] for _, window in row.windows if window]
        assert starts == sorted(starts, reverse=True)
