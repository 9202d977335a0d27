"""A number ten times too large or too small is stopped; a label's or a trial's dose is not."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from typing import Any

import pytest
from slips import home, is_stopped, known_doses, slips_of, sound_plan

from emg_dosing.check import check_plan
from emg_dosing.plan import Plan
from emg_dosing.rows import ProductRow, RegionRow
from emg_dosing.tables import Tables
from emg_dosing.values import Grade


def cases(tables: Tables) -> list[tuple[ProductRow, RegionRow]]:
    return [(p, r) for p in tables.all(ProductRow) for r in tables.all(RegionRow)]


def passed_slips(tables: Tables, count: int, seed: int) -> tuple[int, Counter[str]]:
    """Return how many slips were made, and which passed."""
    draw, made, passed = random.Random(seed), 0, Counter[str]()  # noqa: S311
    for product, region in itertools.cycle(cases(tables)):
        if made >= count:
            break
        plan, policy = sound_plan(tables, product, region, draw), home(product, tables)
        if is_stopped(plan, tables, policy):
            continue  # nothing sound to slip in
        for slip in slips_of(plan, draw):
            made += 1
            if not is_stopped(slip.plan, tables, policy):
                passed[f"{slip.number} x{slip.times:g} {product.id} {region.id}"] += 1
    return made, +passed


def stopped_sound(tables: Tables, count: int, seed: int) -> tuple[int, Counter[str]]:
    """Return how many plans of label and studied doses were made, and which are stopped."""
    draw, stopped = random.Random(seed), Counter[str]()  # noqa: S311
    every = [(p, r) for p, r in cases(tables) if known_doses(tables, p, r)]
    for _ in range(count):
        product, region = draw.choice(every)
        plan: Plan = sound_plan(tables, product, region, draw)
        if is_stopped(plan, tables, home(product, tables)):
            stopped[f"{product.id} {region.id} {float(plan.units()):g} U"] += 1
    return count, stopped


@pytest.mark.hazard("H-decimal-misread")
def test_no_tenfold_slip_passes(tables: Tables) -> None:
    made, passed = passed_slips(tables, 1_000, seed=1)
    assert made >= 1_000
    assert not passed, passed.most_common(20)


@pytest.mark.hazard("H-decimal-misread")
def test_sound_plans_are_rarely_stopped(tables: Tables) -> None:
    made, stopped = stopped_sound(tables, 1_000, seed=2)
    assert stopped.total() / made < 0.01, stopped.most_common(20)


@pytest.mark.soak
@pytest.mark.hazard("H-decimal-misread")
def test_of_a_hundred_thousand_slips_none_passes(tables: Tables) -> None:
    made, passed = passed_slips(tables, 100_000, seed=3)
    sound, stopped = stopped_sound(tables, 20_000, seed=4)
    print(f"{made} slips, {passed.total()} passed; {sound} sound plans, {stopped.total()} stopped")
    assert not passed, passed.most_common(20)
    assert stopped.total() / sound < 0.01, stopped.most_common(20)


@pytest.mark.parametrize(
    ("product", "stops"), [("xeomin_us", True), ("bocouture_eu_uk", False)], ids=str
)
def test_a_hundred_units_of_a_trial_are_typed_again_where_the_label_is_a_fifth_of_them(
    tables: Tables, make: Any, product: str, stops: bool
) -> None:
    """S53 gave 100 units; that is 5 times the US label and 3.3 times the EU's upper 30."""
    each = (12.5,) * 4
    plan = make.plan(product, "glabella", each, each, vial=(100, 2.5))
    found = check_plan(plan, tables, policy=home(tables.product(product), tables))
    said = [f.text for f in found if f.grade is Grade.STOP]
    assert ["meant for another product" in text for text in said] == [True] * stops
