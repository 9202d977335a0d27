"""Random later visits: no plan changes, no bound is passed, sides mirror, worse data tell less."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from emg_dosing.bound_plan import bind
from emg_dosing.effect_reading import EffectAnswer, read_effect
from emg_dosing.exact import exact
from emg_dosing.examination import ADVERSE, Examination
from emg_dosing.follow_up import Amplitudes, FollowUp
from emg_dosing.plan import Plan, Point, Syringe, Vial
from emg_dosing.policy import Policy
from emg_dosing.rows import DilutionRow, ProductRow, RegionRow
from emg_dosing.scenario import Scenario
from emg_dosing.suggest import suggest
from emg_dosing.tables import Tables
from emg_dosing.values import Dose
from emg_signal.montage import Side


def drawn_pair(muscle: str, mean: float, draw: random.Random) -> Amplitudes:
    holds = draw.randint(2, 8)
    spread = draw.uniform(0.02, 0.4)
    sides = [
        [max(0.01, mean * share * draw.lognormvariate(0, spread)) for _ in range(holds)]
        for share in (draw.choice((0.05, 0.3, 0.6, 1, 1.5)), draw.choice((0.05, 0.3, 0.6, 1, 1.5)))
    ]
    rest = draw.choice(((1.0, 1.0), (40.0, 1.0), (None, 1.0)))
    in_turn = draw.random() < 0.5
    return Amplitudes.of_holds(muscle, *sides, rest_uv=rest, in_turn=in_turn)


def drawn(tables: Tables, draw: random.Random) -> Scenario:
    product = draw.choice(tables.all(ProductRow))
    regions = ("glabella", "forehead", "lateral_canthal")
    region = (
        tables.region(draw.choice(regions))
        if draw.random() < 0.5
        else draw.choice(tables.all(RegionRow))
    )
    muscle = draw.choice([m for m in region.muscles if tables.muscle(m).paired])
    row = draw.choice(tables.of_product(DilutionRow, product.id))
    points = tuple(
        Point(
            f"{side}.{i}",
            region.id,
            muscle,
            side,
            Dose(draw.choice((0.5, 1.0, 2.0, 3.0, 5.0, 12.0)), product.id),
        )
        for side in Side
        for i in range(2)
    )
    plan = Plan(
        product.id,
        points,
        lot=draw.choice((None, "A1")),
        vial=Vial(float(row.vial_units or 100), row.diluent_ml, "computed"),
        syringe=draw.choice((None, Syringe(1.0, 0.01, 5.0), Syringe(0.3, 0.005, 5.0))),
    )
    others = draw.sample([m for m in ("zygomaticus", "masseter") if m != muscle], 1)
    visit = FollowUp(
        draw.choice((7, 14, 30, 42, 43, 90)),
        tuple(drawn_pair(m, 80.0, draw) for m in (muscle, *others)),
        tuple(drawn_pair(m, 40.0, draw) for m in (muscle, *others)),
        sites_marked=draw.random() < 0.3,
        toxin_days_before=draw.choice((None, {}, {region.id: draw.randint(0, 400)})),
    )
    answers = {name: draw.choice((False, False, False, False, None, True)) for name in ADVERSE}
    if draw.random() < 0.7:
        answers = dict.fromkeys(ADVERSE, False)
    asked = Examination(
        40,
        {},
        **answers,
        seen_to_lag=draw.random() < 0.8,
        touched_up=draw.random() < 0.2,
        details={"seen_to_lag.prescriber": "P-1"} if draw.random() < 0.8 else {},
    )
    policy = replace(Policy.from_tables(tables), touch_up_units=draw.random() < 0.7)
    return Scenario(plan, examination=asked, policy=policy, follow_up=visit)


def check(scenario: Scenario, tables: Tables) -> set[str]:
    answer = suggest(scenario, tables)
    assert answer.changes == ()
    assert answer.resulting_plan is None
    seen = set(answer.rule_ids)
    told = [rule for rule in seen if rule.startswith(("follow_up.effect", "touch_up", "policy.no"))]
    if any(scenario.examination.has(name) is None for name in ADVERSE):
        assert not told
    for reason in answer.reasons:
        if reason.rule_id == "touch_up.figure":
            _bounded(scenario, exact(reason.value or 0.0), tables)
    _mirrored(scenario, set(answer.rule_ids), tables)
    return seen


def _bounded(scenario: Scenario, most: object, tables: Tables) -> None:
    """Hold a figure against the facts' own bounds, worked out from the rows."""
    plan = scenario.plan
    assert plan is not None
    assert isinstance(most, type(exact(1.0)))
    bound, region = bind(plan, tables, scenario.policy), plan.points[0].region
    assert 1 <= most <= 2
    assert region in ("glabella", "forehead", "lateral_canthal")
    assert tables.product(plan.product_id).label_point_units == 4
    assert most <= max(exact(p.dose.units) for p in plan.points)
    step = bound.step
    assert step is not None
    assert (most / step).denominator == 1
    bounds = bound.bounds[region]
    assert bounds is not None
    given = [units for _, units in bound.bounded_parts(region)]
    assert min(given) + most <= max(exact(d.high) for d in bounds.known if d.basis != "practice")


def _mirrored(scenario: Scenario, rules: set[str], tables: Tables) -> None:
    assert set(suggest(scenario.mirrored(), tables).rule_ids) == rules


def run(tables: Tables, seed: int, cases: int) -> dict[str, int]:
    draw, seen = random.Random(seed), dict[str, int]()  # noqa: S311 - repeatable
    for _ in range(cases):
        for rule in check(drawn(tables, draw), tables):
            seen[rule] = seen.get(rule, 0) + 1
    return seen


def test_2_000_random_later_visits(tables: Tables) -> None:
    seen = run(tables, 3, 2_000)
    for rule in (
        "follow_up.effect", "follow_up.lag", "follow_up.spread", "follow_up.cannot_tell",
        "policy.no_effect", "touch_up.none", "touch_up.place", "touch_up.figure",
    ):  # fmt: skip
        assert seen[rule] > 0, (rule, seen)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10))
def test_1_000_000_random_later_visits(tables: Tables, seed: int) -> None:
    run(tables, 1000 + seed, 100_000)


def test_wider_holds_or_holds_in_a_row_never_tell_more(tables: Tables) -> None:
    draw, told = random.Random(5), {EffectAnswer.SHOWN, EffectAnswer.RISE}  # noqa: S311
    for _ in range(500):
        visit = replace(drawn(tables, draw).follow_up or FollowUp(0, (), ()), toxin_days_before={})
        pairs = [replace(p, left_rest_uv=0.0, right_rest_uv=0.0, in_turn=True) for p in visit.now]
        base = [replace(p, left_rest_uv=0.0, right_rest_uv=0.0) for p in visit.baseline]
        plain = replace(visit, baseline=tuple(base), now=tuple(pairs), sites_marked=True)
        worse = (
            replace(plain, sites_marked=False),
            replace(plain, now=tuple(replace(p, in_turn=False) for p in pairs)),
        )
        muscle = pairs[0].muscle
        best = read_effect(plain, muscle, tables)
        for other in worse:
            found = read_effect(other, muscle, tables)
            for before, after in zip(best.sides, found.sides, strict=True):
                assert after.least_percent <= before.least_percent
                assert after.answer == before.answer or after.answer not in told
            assert best.lagging is not None or found.lagging is None
