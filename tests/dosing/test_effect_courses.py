"""Ten thousand simulated courses a cell: what is read of even and of unchanged sides by chance."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from emg_dosing.tables import Tables

PATH = Path(__file__).resolve().parents[2] / "benchmarks" / "dosing_effect_courses.py"


@pytest.fixture(scope="module")
def courses() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dosing_effect_courses", PATH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("drift", [0.0, 0.5])
def test_even_sides_are_read_as_lagging_in_two_and_a_half_percent_at_most(
    courses: ModuleType, tables: Tables, drift: float
) -> None:
    draw = np.random.default_rng(7)
    even = [cell for cell in courses.cells(drift) if cell.left == cell.right]
    assert len(even) == 54
    for cell in even:
        read = courses.rates(cell, tables, draw, 10_000)
        assert read.lags <= 2.5, cell
        if cell.left == 1.0:
            assert max(read.shown, read.rise) <= 3.0, cell  # 2.5 % and what 10,000 scatter
            assert read.spread <= 0.9, cell  # 2.5 % over four sites
        elif cell.left <= 0.5:
            assert read.no_effect <= 1.0, cell


def test_a_true_fall_and_a_true_lag_are_seen_as_often_as_the_facts_say(
    courses: ModuleType, tables: Tables
) -> None:
    draw = np.random.default_rng(8)

    def seen(placement: float, variation: float, left: float, right: float, what: str) -> float:
        cell = courses.Cell(placement, variation, 0.0, left, right)
        return float(getattr(courses.rates(cell, tables, draw, 10_000), what))

    assert seen(20, 20, 0.36, 0.36, "shown") == pytest.approx(90, abs=1.5)
    assert seen(20, 35, 0.36, 0.36, "shown") == pytest.approx(78, abs=1.5)
    assert seen(20, 20, 0.5, 0.5, "shown") == pytest.approx(59, abs=1.5)
    assert seen(10, 20, 0.5, 0.5, "shown") == pytest.approx(94, abs=1.5)
    assert seen(20, 20, 0.2, 0.6, "lags") > 55
