"""Units of one product are a type of their own; nothing converts them."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
import math
import re
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

import emg_dosing
from emg_dosing import rows
from emg_dosing.plan import Plan
from emg_dosing.suggest import Scenario, suggest
from emg_dosing.tables import Tables
from emg_dosing.values import Dose
from emg_signal.document import as_document
from emg_signal.errors import PlanError

ROOM = Path(inspect.getfile(emg_dosing)).parent
ROOT = ROOM.parent.parent


def products(tables: Tables) -> list[str]:
    return [row.id for row in tables.all(rows.ProductRow)]


@pytest.mark.hazard("H-wrong-product")
def test_no_two_products_add_or_compare(tables: Tables) -> None:
    for a, b in permutations(products(tables), 2):
        left, right = Dose(4.0, a), Dose(4.0, b)
        assert left != right
        for operation in (Dose.__add__, Dose.__lt__, Dose.__gt__, Dose.__le__, Dose.__ge__):
            with pytest.raises(PlanError, match="do not mix"):
                operation(left, right)


def test_one_product_adds_and_compares_exactly() -> None:
    total = Dose(0.1, "dysport_us") + Dose(0.2, "dysport_us")
    assert total == Dose(0.3, "dysport_us")
    assert Dose(4.0, "dysport_us") < Dose(4.4, "dysport_us")
    assert str(Dose(20.0, "dysport_us")) == "20 U dysport_us"
    assert as_document(total) == {"units": 0.3, "product": "dysport_us"}


@pytest.mark.hazard("H-limit-missing")
@pytest.mark.parametrize("units", [-0.1, -5e-324, math.nan, math.inf, -math.inf])
def test_what_is_no_amount_is_no_dose(units: float) -> None:
    with pytest.raises(PlanError, match="no amount"):
        Dose(units, "dysport_us")


def _sources() -> list[Path]:
    rooms = ("dosing", "session", "signal", "device", "simulators", "ui")
    return [path for room in rooms for path in (ROOT / room).rglob("*.py")]


@pytest.mark.hazard("H-wrong-product")
def test_no_code_anywhere_names_a_conversion_of_units() -> None:
    word = re.compile(
        r"(convert|conversion|equivalen|ratio)\w*[^\n]{0,40}(dysport|botox|xeomin|letybo|toxin)"
        r"|(dysport|botox|xeomin|letybo|abobotulinum|onabotulinum)\w*"
        r"[^\n]{0,40}(convert|conversion|equivalen|ratio)",
        re.IGNORECASE,
    )
    assert word.search("botox_to_dysport_ratio = 2.5"), "the pattern finds what it looks for"
    found = [path for path in _sources() if word.search(path.read_text(encoding="utf-8"))]
    assert found == []


@pytest.mark.hazard("H-wrong-product")
def test_every_dose_is_built_with_the_product_of_what_it_comes_from() -> None:
    """No call of Dose in the rules names a product of its own, and no function takes two."""
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Dose":
                product = ast.unparse(node.args[1])
                allowed = r"((self\.)?row|self|plan|document|start)\.product(_id|\.id)?"
                assert re.fullmatch(allowed, product), (path.name, product)
            if isinstance(node, ast.FunctionDef):
                names = [a.arg for a in node.args.args if "product" in a.arg]
                assert len(names) <= 1, (path.name, node.name)


@pytest.mark.hazard("H-wrong-product")
def test_an_answer_depends_on_no_other_products_rows(tables: Tables, make: Any) -> None:
    """Without the rows of all other products, each product's answer is the same."""
    for product in products(tables):
        kept = {
            name: tuple(
                row
                for row in kind
                if not (isinstance(row, rows.OfProduct) and row.product != product)
            )
            for name, kind in tables.by_kind.items()
        }
        alone = Tables(kept, tables.digest)
        plan: Plan = make.plan(product, "glabella", (13, 12), (12, 12), (12,), vial=None)
        assert suggest(Scenario(plan), alone) == suggest(Scenario(plan), tables)


def _dataclasses() -> list[type]:
    modules = [importlib.import_module(f"emg_dosing.{path.stem}") for path in ROOM.glob("*.py")]
    found = {
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type) and dataclasses.is_dataclass(value)
    }
    return sorted((c for c in found if c.__module__.startswith("emg_dosing")), key=str)


@pytest.mark.hazard("H-suggestion-from-stale-data")
@pytest.mark.parametrize("kind", _dataclasses(), ids=lambda kind: kind.__name__)
def test_values_cannot_be_changed(kind: Any) -> None:
    assert kind.__dataclass_params__.frozen
    assert "__slots__" in vars(kind)


@pytest.mark.parametrize("kind", [rows.NormRow, rows.SourceRow])
def test_rows_cannot_be_changed(kind: Any, tables: Tables) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        tables.all(kind)[0].id = "other"
