"""D1 and D2: no bound passed, nothing added, no EMG shift before every gate is met.

The cases are drawn from a seeded generator; bounds and gates are worked out here a second time,
from the rows of the tables and in other words than the rules'.
"""

from __future__ import annotations

import math
import random
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import Any

import pytest

from emg_dosing import rows
from emg_dosing.bound_plan import bind
from emg_dosing.examination import CONDITIONS, Examination
from emg_dosing.measured import MeasuredFace, MeasuredPair, Placement
from emg_dosing.plan import Plan, Point, Syringe, Vial
from emg_dosing.policy import Policy
from emg_dosing.suggest import Scenario, suggest
from emg_dosing.suggestion import Status, Suggestion, SuggestionKind
from emg_dosing.tables import Tables
from emg_dosing.values import Dose
from emg_signal.chunk import Origin
from emg_signal.montage import Side
from emg_signal.quality import Quality

CASES = 10_000
SOAK_CASES = 500_000


@lru_cache(maxsize=10_000)
def decimal(value: float) -> Fraction:
    return Fraction(repr(float(value)))


class Generator:
    """Draws scenarios; half of them close to the gates of an EMG shift."""

    def __init__(self, tables: Tables, seed: int) -> None:
        self.tables = tables
        self.draw = random.Random(seed)  # noqa: S311
        self.products = tables.all(rows.ProductRow)
        self.regions = tables.all(rows.RegionRow)
        self.own = Policy.from_tables(tables)

    def scenario(self) -> Scenario:
        return self.near_shift() if self.draw.random() < 0.3 else self.anything()

    def anything(self) -> Scenario:
        d = self.draw
        plan = self.plan(d.choice(self.products).id, d.sample(self.regions, d.choice((1, 1, 2))))
        face = self.face(plan) if d.random() < 0.6 else None
        policy = self.policy(plan) if d.random() < 0.3 else None
        return Scenario(plan, face, self.examination(), self.profile(), policy)

    def policy(self, plan: Plan) -> Policy:
        d = self.draw
        limits = ((plan.product_id, plan.regions[0], d.choice((0.0, 3.0, 3.3, 10.0, 1000.0))),)
        return replace(
            self.own,
            emg_shift=d.random() < 0.5,
            max_units=d.choice(((), limits)),
            max_point_units=d.choice(((), (), limits)),
            max_session_units=d.choice(((), (), ((plan.product_id, "", 10.0),))),
            country=d.choice(("", "US", "DE", "KR")),
        )

    def profile(self) -> Any:
        return "training" if self.draw.random() < 0.3 else "research"

    def plan(self, product: str, regions: list[rows.RegionRow]) -> Plan:
        d = self.draw
        points: list[Point] = []
        for region in regions:
            scale = region.units_max / d.choice((1, 2, 4, 8))
            for muscle in region.muscles[: d.choice((1, 2))]:
                paired = self.tables.muscle(muscle).paired
                sides = (Side.LEFT, Side.RIGHT, None) if paired else (None,)
                for side in sides:
                    for _ in range(d.choice((0, 1, 1, 2)) if side else d.choice((0, 0, 1))):
                        units = self.units(region, scale)
                        name = f"p{len(points)}"
                        points.append(Point(name, region.id, muscle, side, Dose(units, product)))
        if not points:
            region = regions[0]
            points = [Point("p", region.id, region.muscles[0], None, Dose(1.0, product))]
        return Plan(
            product, tuple(points), "X", "full", "A1", None, self.vial(product), self.syringe(),
            ((regions[0].id, "why"),) if d.random() < 0.1 else (),
        )  # fmt: skip

    def units(self, region: rows.RegionRow, scale: float) -> float:
        d = self.draw
        edge = d.choice((region.units_max, region.units_min, scale))
        return d.choice(
            (
                edge,
                math.nextafter(edge, math.inf),
                max(0.0, math.nextafter(edge, -math.inf)),
                round(d.uniform(0, scale), 1),
                round(d.uniform(0, scale), 1),
                d.uniform(0, scale),
                float(d.randint(0, 12)),
                0.0,
            )
        )

    def vial(self, product: str) -> Vial | None:
        d = self.draw
        row = d.choice(self.tables.of_product(rows.DilutionRow, product))
        chosen = d.choice((None, "label", "computed", "computed"))
        if d.random() < 0.1:
            return d.choice((None, Vial(100.0, 3.0, chosen), Vial(77.0, 1.0, chosen)))
        return Vial(float(row.vial_units or 100), row.diluent_ml, chosen)

    def syringe(self) -> Syringe | None:
        if self.draw.random() < 0.05:
            return None
        return Syringe(1.0, self.draw.choice((0.01, 0.01, 0.005, 0.02, 0.1)), 5.0)

    def examination(self) -> Examination:
        d = self.draw
        kind = d.random()
        if kind < 0.5:
            return Examination.nothing_found(d.choice((40, 40, 17, 80)))
        if kind < 0.7:
            return Examination()
        answers = dict.fromkeys(CONDITIONS, False) | {
            d.choice(list(CONDITIONS)): d.choice((True, None))
        }
        toxin = {d.choice(self.regions).id: d.choice((0, 14, 91, 92, 168, 230, 231, 400))}
        return Examination(40, d.choice((None, {}, toxin)), **answers)

    def face(self, plan: Plan) -> MeasuredFace:
        d = self.draw
        muscles = [*(p.muscle for p in plan.points), "zygomaticus"]
        pairs = tuple(self.pair(m) for m in dict.fromkeys(muscles) if d.random() < 0.8)
        age = d.choice((0.0, 5.0, 60.0, math.nextafter(60.0, 99), 90.0))
        return MeasuredFace(pairs, age, d.choice(list(Origin)))

    def pair(self, muscle: str) -> MeasuredPair:
        d = self.draw
        sign = d.choice((-1, 1))
        fs, high = d.choice(((250.0, 65.0), (500.0, 131.0), (1000.0, 262.0), (250.0, 50.0)))
        count = d.choice((1, 2, 2, 2, 3))
        quality = Quality.GOOD if d.random() < 0.8 else d.choice(list(Quality))
        return MeasuredPair(
            muscle,
            tuple(self.placement(sign) for _ in range(count)),
            fs, 20.0, high, quality, Quality.GOOD, d.random() < 0.8,
        )  # fmt: skip

    def placement(self, sign: int) -> Placement:
        d = self.draw
        index = sign * d.choice((d.uniform(0, 100), d.uniform(40, 50), d.uniform(46, 50), 0.0))
        half = d.choice((0.0, 0.5, 1.0, 3.0, 20.0))
        low, high = max(-100.0, index - half), min(100.0, index + half)
        return Placement(index, low, high, d.choice((3, 4, 5, 5, 5, 6)))

    def near_shift(self) -> Scenario:
        """Draw a case in which at most a few gates are closed."""
        d = self.draw
        region, muscle, profile = d.choice(
            (
                ("perioral", "orbicularis_oris", "research"),
                ("gummy_smile_posterior", "zygomaticus", "research"),
                ("masseter_contour", "masseter", "training"),
                ("lateral_canthal", "orbicularis_oculi", "training"),
            )
        )
        usual = {"masseter_contour": (20.0, 24.0, 28.0), "lateral_canthal": (10.0, 11.2)}
        side = d.choice((3.6, 4.0, *3 * usual.get(region, (4.4, 12.0))))
        product = d.choice(("botox_cosmetic_us",) * 9 + ("xeomin_us",))
        points = tuple(
            Point(f"point {n}", region, muscle, s, Dose(side, product))
            for n, s in enumerate((Side.LEFT, Side.RIGHT), start=1)
        )
        sign = d.choice((-1, 1))
        index = d.choice((49.5, 48.0, 47.0, 44.0))
        half = d.choice((0.0, 0.3, 0.3, 2.0))
        middle = sign * index
        placements = tuple(
            Placement(middle, middle - half, middle + half, d.choice((5,) * 9 + (4,)))
            for _ in range(d.choice((2, 2, 2, 2, 1)))
        )
        fs, high = d.choice(((250.0, 65.0), (1000.0, 262.0), (1000.0, 262.0)))
        quality = d.choice((Quality.GOOD,) * 9 + (Quality.NOISY,))
        pair = MeasuredPair(
            muscle, placements, fs, 20.0, high, Quality.GOOD, quality, d.random() < 0.9
        )
        plan = Plan(product, points, vial=Vial(100.0, 2.5), syringe=Syringe(1.0, 0.01, 5.0))
        exam = d.choice((Examination.nothing_found(),) * 9 + (Examination(),))
        face = MeasuredFace((pair,), d.choice((1.0, 60.0, 61.0)), Origin.SIMULATED)
        return Scenario(plan, face, exam, d.choice((profile, profile, "research")))


class Checker:
    """Works out bounds and gates from the rows, a second time."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        pairs = [(p, r) for p in tables.all(rows.ProductRow) for r in tables.all(rows.RegionRow)]
        self.known = {(p.id, r.id): self._largest(p, r) for p, r in pairs}
        self.limits = {(p.id, r.id): self._limit(p.id, r) for p, r in pairs}

    def _largest(self, product: rows.ProductRow, region: rows.RegionRow) -> float | None:
        """Largest known dose on a region's basis: of label, trials and practice that apply."""
        label = [
            row.parts[region.id]
            for row in self.tables.all(rows.PatternRow)
            if row.product == product.id and row.on_label and region.id in row.parts
        ]
        found = [x / 2 if region.side_basis == "per_side" else x for x in label]
        for row in self.tables.all(rows.DoseRow):
            if (row.group, row.region) == (product.group, region.id):
                found += row.units
        if product.id in region.applies_to:
            found.append(region.units_max)
        return max(found, default=None)

    def _limit(self, product: str, region: rows.RegionRow) -> float | None:
        """Limit that a label itself calls one."""
        label = [
            row.units
            for row in self.tables.all(rows.MaximumRow)
            if (row.product, row.region) == (product, region.id) and row.absolute
        ]
        sides = 2 if region.side_basis == "per_side" else 1
        return min((x / sides for x in label), default=None)

    def bound(self, scenario: Scenario, region: str, kind: SuggestionKind) -> float | None:
        assert scenario.plan is not None
        product = scenario.plan.product_id
        found = [self.limits[product, region]]
        if kind is not SuggestionKind.TRIM and not (scenario.policy and scenario.policy.country):
            found.append(self.known[product, region])
        if scenario.policy is not None:
            found += [u for p, r, u in scenario.policy.max_units if (p, r) == (product, region)]
        return min((x for x in found if x is not None), default=None)

    def __call__(self, scenario: Scenario, answer: Suggestion) -> None:
        plan, after = scenario.plan, answer.resulting_plan
        assert plan is not None
        assert (after is not None) == (answer.status in (Status.OK, Status.LIMITED))
        assert not [name for name in answer.rule_ids if name.startswith("failed.")], answer
        if answer.status in (Status.REFUSED, Status.LIMITED):
            assert answer.reasons
        if after is None:
            assert not answer.changes
            return
        assert answer.changes
        assert [p.id for p in after.points] == [p.id for p in plan.points]
        self.totals(plan, after)
        self.bounds(scenario, plan, after, answer.kind)
        if answer.kind is SuggestionKind.EVEN_OUT:
            assert {change.region for change in answer.changes} <= {"glabella", "forehead"}
            self.drawable(scenario, answer)
            self.never_past_equal(plan, after)
        if answer.kind is SuggestionKind.EMG_SHIFT:
            self.gates(scenario, plan, after)

    def totals(self, plan: Plan, after: Plan) -> None:
        for key in {(p.region, p.muscle) for p in plan.points}:
            old, new = (
                sum(decimal(p.dose.units) for p in which.points if (p.region, p.muscle) == key)
                for which in (plan, after)
            )
            assert new <= old, key
        assert all(p.dose.units >= 0 for p in after.points)
        assert {p.dose.product_id for p in after.points} == {plan.product_id}

    def bounds(self, scenario: Scenario, plan: Plan, after: Plan, kind: SuggestionKind) -> None:
        for region in plan.regions:
            self.points(scenario, plan, after, kind, region)
            high = self.bound(scenario, region, kind)
            if high is None:
                continue
            per_side = self.tables.region(region).side_basis == "per_side"
            whole = decimal(high) * (2 if per_side else 1)
            for limit, where in (
                (decimal(high), {"region": region, "side": Side.LEFT}),
                (decimal(high), {"region": region, "side": Side.RIGHT}),
                (whole, {"region": region}),
            ):
                old, new = plan.units(**where), after.units(**where)
                assert new <= limit or (kind is not SuggestionKind.TRIM and new <= old), where

    def points(
        self, scenario: Scenario, plan: Plan, after: Plan, kind: SuggestionKind, region: str
    ) -> None:
        policy, product = scenario.policy, plan.product_id
        limits = () if policy is None else policy.max_point_units
        own = [units for p, r, units in limits if (p, r) == (product, region)]
        for before, now in zip(plan.at(region=region), after.at(region=region), strict=True):
            old, new = decimal(before.dose.units), decimal(now.dose.units)
            for limit in own:
                assert new <= decimal(limit) or (kind is not SuggestionKind.TRIM and new <= old), (
                    now.id
                )

    def drawable(self, scenario: Scenario, answer: Suggestion) -> None:
        """Each changed point is a whole number of lines of the syringe at hand."""
        plan = scenario.plan
        assert plan is not None
        found = bind(plan, self.tables, scenario.policy)
        if found.step is not None:
            for change in answer.changes:
                lines = decimal(change.after.units) / found.step
                assert abs(lines - round(lines)) * found.step <= Fraction(2, 1_000_000), change

    def never_past_equal(self, plan: Plan, after: Plan) -> None:
        for key in {(p.region, p.muscle) for p in plan.points}:
            old, new = (
                which.units(region=key[0], muscle=key[1], side=Side.LEFT)
                - which.units(region=key[0], muscle=key[1], side=Side.RIGHT)
                for which in (plan, after)
            )
            grid = Fraction(2, 1_000_000)
            assert abs(new) <= abs(old)
            assert old * new >= 0 or abs(new) <= grid

    def gates(self, scenario: Scenario, plan: Plan, after: Plan) -> None:
        face = scenario.measured
        assert face is not None
        assert face.age_min <= 60
        moved = [(a, b) for a, b in zip(plan.points, after.points, strict=True) if a != b]
        assert len(moved) == 2
        (region,), (muscle,) = {a.region for a, _ in moved}, {a.muscle for a, _ in moved}
        assert muscle not in {"frontalis", "platysma", "corrugator", "procerus"}
        assert region not in {"forehead", "glabella", "platysma_bands"}
        assert scenario.profile == "training"
        assert muscle not in {"zygomaticus", "orbicularis_oris"}
        assert face.origin is Origin.SIMULATED
        pair = face.pair(muscle)
        assert pair is not None
        assert pair.tap_test_passed
        assert pair.left_quality is pair.right_quality is Quality.GOOD
        assert len(pair.placements) >= 2
        limit = {"zygomaticus": 48.0, "orbicularis_oris": 44.0}.get(muscle, 41.0)
        penalty = {65.0: 5.0, 131.0: 2.7, 262.0: 1.1}[pair.high_hz]
        sign = math.copysign(1, pair.placements[0].index_percent)
        for p in pair.placements:
            assert p.repetitions >= 5
            low, high = sorted((sign * p.low_percent, sign * p.high_percent))
            assert decimal(low) > decimal(limit) + decimal(penalty)
            assert high <= 50
        assert not scenario.examination.not_asked
        assert not set(scenario.examination.present) & {"ptosis", "synkinesis", "suspected_palsy"}
        taker = Side.LEFT if sign > 0 else Side.RIGHT
        old = {s: plan.units(region=region, muscle=muscle, side=s) for s in Side}
        new = {s: after.units(region=region, muscle=muscle, side=s) for s in Side}
        shift = new[taker] - old[taker]
        assert 0 < shift <= min(old.values()) / 10
        assert sum(new.values()) <= sum(old.values())
        assert old[taker] <= min(old.values())
        assert self.known[plan.product_id, region] is not None


def run(tables: Tables, seed: int, count: int) -> dict[str, int]:
    generator, check = Generator(tables, seed), Checker(tables)
    seen: dict[str, int] = {}
    for _ in range(count):
        scenario = generator.scenario()
        answer = suggest(scenario, tables)
        check(scenario, answer)
        name = f"{answer.status.value} {answer.kind.value}"
        seen[name] = seen.get(name, 0) + 1
    return seen


@pytest.mark.long(seconds=10)
@pytest.mark.hazard("H-dose-above-limit")
@pytest.mark.hazard("H-limit-missing")
@pytest.mark.parametrize("seed", [1, 2])
def test_20_000_random_cases(tables: Tables, seed: int) -> None:
    """Half of them with each seed, so that two cores take one each."""
    seen = run(tables, seed, CASES)
    for name in ("ok even out", "limited trim", "ok round", "ok EMG shift", "refused examine"):
        assert seen[name] > CASES / 1000, seen
    assert seen["none nothing"] > CASES / 100, seen


@pytest.mark.soak
@pytest.mark.parametrize("seed", [100, 101])
def test_1_000_000_random_cases(tables: Tables, seed: int) -> None:
    run(tables, seed, SOAK_CASES)


def test_500_random_cases(tables: Tables) -> None:
    run(tables, 7, 500)
