"""Every text that a window may show can be said in another language, and holds no id."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

from emg_dosing.check import check_plan
from emg_dosing.examination import CONDITIONS, Examination
from emg_dosing.plan import Plan, parse_plan
from emg_dosing.rows import ClaimRow, ProductRow, RegionRow
from emg_dosing.suggest import parse_scenario, suggest
from emg_dosing.tables import Tables
from emg_dosing.typed_number import parse_number
from emg_signal.errors import EmgError
from emg_signal.phrase import Phrase

CORPUS = Path(__file__).parent / "corpus"
ROOM = Path(str(resources.files("emg_dosing")))
TABLE_TEXTS = ("why", "never", "text")
SHOWN_CALLS = ("Reason", "from_rule", "from_row")


def texts_of_tables(tables: Tables) -> set[str]:
    """Return the texts that stand as a whole in a table, where translators find them."""
    rows = [row for kind in tables.by_kind.values() for row in kind]
    return {str(getattr(row, name, None)) for row in rows for name in TABLE_TEXTS}


def every_text(tables: Tables) -> Iterator[str]:
    """Yield the texts of the corpus and of plans of every product and region."""
    for path in sorted(CORPUS.glob("*.json")):
        scenario = parse_scenario(json.loads(path.read_text(encoding="utf-8"))["scenario"], tables)
        answer = suggest(scenario, tables)
        yield from (reason.text for reason in answer.reasons)
        yield from (*answer.examine, *answer.would_change, *answer.may_be_wrong, *answer.marks)
        yield from (name for name, _ in answer.data)
    all_found = Examination(90, {"glabella": 3}, **dict.fromkeys(CONDITIONS, True))
    for plan in _plans(tables):
        for examination in (Examination(), all_found):
            yield from (f.text for f in check_plan(plan, tables, examination))


def _plans(tables: Tables) -> Iterator[Plan]:
    for product in tables.all(ProductRow):
        for region in tables.all(RegionRow):
            points = [
                {"region": region.id, "muscle": region.muscles[0], "side": side, "units": units}
                | {"place": place}
                for side, units, place in (("left", 0.3, "lower"), ("right", 99.0, "medial"))
            ]
            vial = {"units": (product.vial_units or [100])[0], "diluent_ml": 1.2}
            syringe = {"volume_ml": 0.1, "graduation_ml": 0.01}
            yield parse_plan(
                {"product": {"id": product.id}, "vial": vial, "syringe": syringe, "point": points},
                tables,
            )


def test_every_text_is_a_phrase_or_a_whole_text_of_a_table_and_holds_no_id(tables: Tables) -> None:
    ids = {region.id for region in tables.all(RegionRow) if "_" in region.id}
    known = texts_of_tables(tables)
    seen: set[str] = set()
    for text in every_text(tables):
        if text in seen:
            continue
        seen.add(text)
        assert isinstance(text, Phrase) or text in known, text
        assert not any(name in text for name in ids), text
        assert not re.search(r"orbicularis_|depressor_|levator_", text), text
        assert text == getattr(text, "pattern", text).format_map(getattr(text, "values", {}))
    assert len(seen) > 600


@pytest.mark.parametrize("bad", ["x", "05", "1.234"])
def test_errors_are_phrases_with_a_remedy(bad: str) -> None:
    with pytest.raises(EmgError) as refused:
        parse_number(bad)
    assert isinstance(refused.value.message, Phrase)
    assert isinstance(refused.value.remedy, Phrase)


def test_no_text_of_a_reason_finding_or_error_is_pasted_together() -> None:
    for path in sorted(ROOM.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", "")
            if name == "say":
                assert isinstance(node.args[0], ast.Constant), f"{path.name}:{node.lineno}"
            elif name in SHOWN_CALLS or name.endswith("Error"):
                texts = node.args[1:2] if name.startswith("from_") else node.args[:2]
                if name == "Reason":
                    texts = node.args[:1]
                bad = (ast.JoinedStr, ast.BinOp)
                shown = [t for t in texts if name not in ("ValueError", "KeyError")]
                assert not any(isinstance(t, bad) for t in shown), f"{path.name}:{node.lineno}"


def test_units_are_written_out_in_every_sentence(tables: Tables) -> None:
    """A bare U reads as a zero, and a unit alone is one unit."""
    said = {*every_text(tables), *texts_of_tables(tables)}
    said |= {row.answer for row in tables.all(ClaimRow)} | {r.claim for r in tables.all(ClaimRow)}
    assert [text for text in said if re.search(r"\d U\b|(?<![\d.,])1 units\b", text)] == []
    assert any("units" in text for text in said)


def test_the_sum_of_a_session_says_whose_units_they_are(tables: Tables) -> None:
    for product in tables.all(ProductRow):
        plan = next(p for p in _plans(tables) if p.product_id == product.id)
        sums = [f.text for f in check_plan(plan, tables) if f.text.startswith("Session total")]
        assert any(f"units of {product.brand}." in text for text in sums)
