"""D3 and D4: worse data never change more; swapping the sides mirrors the answer exactly."""

from __future__ import annotations

import importlib.util
import math
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from emg_dosing.examination import Examination
from emg_dosing.measured import MeasuredFace, MeasuredPair, Placement
from emg_dosing.suggest import Scenario, suggest
from emg_dosing.suggestion import Suggestion
from emg_dosing.tables import Tables
from emg_signal.quality import SEVERITY

PAIRS = 2_000
SOAK_PAIRS = 100_000


def _properties() -> ModuleType:
    path = Path(__file__).parent / "test_properties.py"
    spec = importlib.util.spec_from_file_location("dosing_properties", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


Generator: Any = _properties().Generator

SWAP = str.maketrans({"\0": "right"})


def swapped(text: str) -> str:
    """Return a text with left and right exchanged."""
    return text.replace("left", "\0").replace("right", "left").translate(SWAP)


def changes(answer: Suggestion, *, mirrored: bool = False) -> list[tuple[Any, ...]]:
    return sorted(
        (
            c.point_id,
            str(c.side if not mirrored or c.side is None else swapped(c.side)),
            c.before.units,
            c.after.units,
            c.after_ml,
        )
        for c in answer.changes
    )


def same_mirrored(scenario: Scenario, tables: Tables) -> None:
    one, other = suggest(scenario, tables), suggest(scenario.mirrored(), tables)
    assert (one.status, one.kind) == (other.status, other.kind)
    assert changes(one) == changes(other, mirrored=True)
    assert sorted(r.text for r in one.reasons) == sorted(swapped(r.text) for r in other.reasons)
    assert sorted(map(str, one.rule_ids)) == sorted(map(str, other.rule_ids))
    assert (one.examine, one.would_change, one.marks) == (
        other.examine,
        other.would_change,
        other.marks,
    )
    data = {swapped(name): value for name, value in other.data}
    assert dict(one.data) == data


@pytest.mark.hazard("H-wrong-side")
def test_swapping_the_sides_mirrors_the_answer(tables: Tables) -> None:
    generator = Generator(tables, 11)
    for _ in range(PAIRS):
        same_mirrored(generator.scenario(), tables)


@pytest.mark.soak
def test_swapping_the_sides_mirrors_100_000_answers(tables: Tables) -> None:
    generator = Generator(tables, 12)
    for _ in range(SOAK_PAIRS):
        same_mirrored(generator.scenario(), tables)


def test_mirroring_twice_is_the_scenario_itself(tables: Tables) -> None:
    generator = Generator(tables, 13)
    for _ in range(300):
        scenario = generator.scenario()
        assert scenario.mirrored().mirrored() == scenario
        assert scenario.mirrored().mirrored().digest(tables) == scenario.digest(tables)


def moved(answer: Suggestion) -> Fraction:
    """Return how much an answer changes: the sum of all changes, units."""
    return sum(
        (abs(Fraction(c.after.units) - Fraction(c.before.units)) for c in answer.changes),
        Fraction(0),
    )


def worse(draw: Any, scenario: Scenario) -> Scenario:
    """Return the scenario with worse data and the same estimate."""
    face = scenario.measured
    assert face is not None
    kind = draw.choice(("quality", "age", "interval", "repetitions", "placement", "asked", "tap"))
    if kind == "age":
        return replace(scenario, measured=replace(face, age_min=face.age_min + draw.uniform(0, 90)))
    if kind == "asked":
        return replace(scenario, examination=_less_asked(draw, scenario.examination))
    pairs = tuple(_worse_pair(draw, pair, kind) for pair in face.pairs)
    return replace(scenario, measured=replace(face, pairs=pairs))


def _less_asked(draw: Any, examination: Examination) -> Examination:
    """Forget an answer that found nothing: what was found stays found."""
    harmless = [n for n, answer in examination.as_dict().items() if answer is False]
    return replace(examination, **{draw.choice(harmless): None}) if harmless else examination


def _worse_pair(draw: Any, pair: MeasuredPair, kind: str) -> MeasuredPair:
    if kind == "quality":
        rank = SEVERITY.index(pair.left_quality)
        return replace(pair, left_quality=draw.choice(SEVERITY[rank:]))
    if kind == "tap":
        return replace(pair, tap_test_passed=False)
    if kind == "placement" and len(set(pair.placements)) == 1:
        return replace(pair, placements=pair.placements[:1])
    return replace(pair, placements=tuple(_worse_placement(draw, p, kind) for p in pair.placements))


def _worse_placement(draw: Any, p: Placement, kind: str) -> Placement:
    if kind == "repetitions":
        return replace(p, repetitions=draw.randint(1, p.repetitions))
    wider = draw.uniform(0, 20)
    return replace(
        p,
        low_percent=max(-100.0, p.low_percent - wider),
        high_percent=min(100.0, p.high_percent + wider),
    )


def never_more(tables: Tables, seed: int, count: int) -> int:
    generator = Generator(tables, seed)
    less = done = 0
    while done < count:
        scenario = generator.scenario()
        if scenario.measured is None or scenario.follow_up is not None:
            continue
        before = suggest(scenario, tables)
        after = suggest(worse(generator.draw, scenario), tables)
        assert moved(after) <= moved(before), (scenario, before, after)
        less += moved(after) < moved(before)
        done += 1
    return less


@pytest.mark.hazard("H-suggestion-from-stale-data")
@pytest.mark.hazard("H-suggestion-from-bad-data")
def test_worse_data_never_change_more(tables: Tables) -> None:
    assert never_more(tables, 21, PAIRS) > PAIRS / 100


@pytest.mark.soak
def test_worse_data_never_change_more_in_100_000_pairs(tables: Tables) -> None:
    assert never_more(tables, 22, SOAK_PAIRS) > SOAK_PAIRS / 100


def test_the_order_of_points_and_pairs_does_not_matter(tables: Tables) -> None:
    """Points of other regions and pairs of other muscles may stand in any order."""
    generator = Generator(tables, 31)
    for _ in range(500):
        scenario = generator.scenario()
        face, plan = scenario.measured, scenario.plan
        assert plan is not None
        turned = tuple(p for region in reversed(plan.regions) for p in plan.at(region=region))
        pairs: MeasuredFace | None = None
        if face is not None:
            pairs = replace(face, pairs=tuple(reversed(face.pairs)))
        other = replace(scenario, plan=replace(plan, points=turned), measured=pairs)
        one, two = suggest(scenario, tables), suggest(other, tables)
        assert (one.status, one.kind) == (two.status, two.kind)
        assert changes(one) == changes(two) or one.kind == "EMG shift"
        assert not math.isnan(float(moved(two)))
