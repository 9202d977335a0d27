"""H9 and D2: a constraint may only lower or refuse, and any exception is a refusal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from emg_dosing.bound_plan import bind
from emg_dosing.chain import Ground, Verdict, lower, refuse, run_chain
from emg_dosing.emg_shift import emg_shift
from emg_dosing.even_gates import EVEN_OUT_CONSTRAINTS
from emg_dosing.even_out import even_out
from emg_dosing.examination import Examination
from emg_dosing.outcome import Outcome
from emg_dosing.shift_gates import NEVER_CONSTRAINTS, SHIFT_CONSTRAINTS
from emg_dosing.suggest import RULES, Scenario, require_sound, suggest
from emg_dosing.suggestion import Status, SuggestionKind
from emg_dosing.tables import Tables
from emg_dosing.values import Reason
from emg_signal.montage import Side

EXCEPTIONS = (
    ValueError("x"), KeyError("x"), TypeError("x"), ZeroDivisionError("x"), MemoryError("x"),
    RecursionError("x"), AttributeError("x"), OverflowError("x"), IndexError("x"),
)  # fmt: skip
WHY = Reason("because", "test.why", 1.0, 2.0, "U")


def raising(error: Exception) -> Callable[..., Any]:
    def broken_rule(*_: Any, **__: Any) -> Any:
        raise error

    return broken_rule


@pytest.fixture
def ground(tables: Tables, make: Any) -> Ground:
    scenario = Scenario(
        make.plan(), make.face(make.pair("orbicularis_oris", 47, 47)), Examination.nothing_found()
    )
    bound = bind(scenario.plan, tables)
    return Ground(scenario, bound, bound.pairs[0], Side.LEFT)


@pytest.mark.hazard("H-limit-missing")
@pytest.mark.parametrize("error", EXCEPTIONS, ids=lambda e: type(e).__name__)
def test_any_exception_in_any_rule_is_a_refusal(
    tables: Tables, make: Any, error: Exception
) -> None:
    scenario = Scenario(make.plan(left=(2, 1.6)), make.face(make.pair("orbicularis_oris", 47, 47)))
    for position in range(len(RULES)):
        rules = [*RULES[:position], raising(error), *RULES[position:]]
        answer = suggest(scenario, tables, rules=rules)
        if position <= RULES.index(even_out):
            assert answer.status is Status.REFUSED
            assert answer.rule_ids == ("failed.broken_rule",)
        assert answer.status in (Status.REFUSED, Status.OK)


@pytest.mark.hazard("H-limit-missing")
@pytest.mark.parametrize("error", EXCEPTIONS, ids=lambda e: type(e).__name__)
def test_any_exception_in_any_constraint_is_a_refusal(
    tables: Tables, make: Any, error: Exception
) -> None:
    gap = Scenario(make.plan(region="forehead", left=(2, 1.2)))
    face = make.face(make.pair("masseter", 47, 47))
    plan = make.plan(region="masseter_contour", left=(14, 14), right=(14, 14))
    shift = Scenario(plan, face, Examination.nothing_found(), "training")
    for rule, constraints, scenario, kind in (
        (even_out, EVEN_OUT_CONSTRAINTS, gap, SuggestionKind.EVEN_OUT),
        (emg_shift, SHIFT_CONSTRAINTS, shift, SuggestionKind.EMG_SHIFT),
    ):
        assert scenario.plan is not None
        bound = bind(scenario.plan, tables)
        sound: Any = rule(scenario, bound)
        assert sound.units
        for position in range(len(constraints)):
            damaged = [*constraints]
            damaged[position] = raising(error)
            outcome: Any = rule(scenario, bound, damaged)
            assert (outcome.status, outcome.kind, outcome.units) == (Status.REFUSED, kind, {})
            assert outcome.reasons[0].rule_id == "failed.broken_rule"


@pytest.mark.hazard("H-limit-missing")
@pytest.mark.parametrize("error", EXCEPTIONS, ids=lambda e: type(e).__name__)
def test_any_exception_in_what_is_never_is_a_refusal(
    tables: Tables, make: Any, error: Exception
) -> None:
    face = make.face(make.pair("orbicularis_oris", 47, 47))
    scenario = Scenario(make.plan(), face, Examination.nothing_found())
    for position in range(len(NEVER_CONSTRAINTS)):
        damaged = [*NEVER_CONSTRAINTS]
        damaged[position] = raising(error)
        assert scenario.plan is not None
        outcome = emg_shift(scenario, bind(scenario.plan, tables), never=damaged)
        assert outcome is not None
        assert (outcome.status, outcome.units) == (Status.REFUSED, {})


@pytest.mark.hazard("H-limit-missing")
@pytest.mark.parametrize(
    "verdict",
    [
        Verdict(Fraction(2)),
        Verdict(Fraction(-1), WHY),
        Verdict(Fraction(1, 2)),
        Verdict(float("nan"), WHY),  # type: ignore[arg-type]
        Verdict(float("inf"), WHY),  # type: ignore[arg-type]
        Verdict(None, WHY),  # type: ignore[arg-type]
        None,
    ],
)
def test_a_constraint_that_breaks_its_promise_is_a_refusal(verdict: Any, ground: Ground) -> None:
    result = run_chain(Fraction(1), [lambda units, ground: verdict], ground)
    assert (result.units, result.broken) == (0, True)
    assert len(result.reasons) == 1


def test_the_most_limiting_reason_comes_first(ground: Ground) -> None:
    def to(limit: Fraction, name: str) -> Any:
        return lambda units, ground: lower(units, limit, replace(WHY, rule_id=name))

    chain = [
        to(Fraction(3, 4), "a"), to(Fraction(2), "b"), to(Fraction(1, 4), "c"),
        to(Fraction(1, 2), "d"),
    ]  # fmt: skip
    result = run_chain(Fraction(1), chain, ground)
    assert result.units == Fraction(1, 4)
    assert [reason.rule_id for reason in result.reasons] == ["c", "d", "a"]
    assert not result.broken
    assert refuse(WHY) == Verdict(Fraction(0), WHY)
    assert lower(Fraction(1), Fraction(-1), WHY) == Verdict(Fraction(0), WHY)
    assert lower(Fraction(1), Fraction(1), WHY) == Verdict(Fraction(1))


@pytest.mark.hazard("H-dose-above-limit")
def test_every_constraint_only_lowers(ground: Ground) -> None:
    for constraint in {*EVEN_OUT_CONSTRAINTS, *NEVER_CONSTRAINTS, *SHIFT_CONSTRAINTS}:
        for hundredths in range(0, 1000, 3):
            wanted = Fraction(hundredths, 100)
            verdict = constraint(wanted, ground)
            assert 0 <= verdict.units <= wanted
            assert verdict.units == wanted or verdict.reason is not None


@pytest.mark.hazard("H-dose-above-limit")
def test_the_last_gate_refuses_whatever_a_rule_suggests(tables: Tables, make: Any) -> None:
    plan = make.plan()
    first, second, *_ = plan.points
    bad = (
        Outcome(Status.OK, SuggestionKind.ROUND, (WHY,), {first.id: 2.4}),
        Outcome(Status.NONE, SuggestionKind.ROUND, (WHY,), {first.id: 1.6}),
        Outcome(Status.LIMITED, SuggestionKind.TRIM, (), {first.id: 1.6}),
        Outcome(Status.REFUSED, SuggestionKind.EXAMINE, ()),
        Outcome(Status.OK, SuggestionKind.ROUND, (WHY,), {first.id: float("nan")}),
        Outcome(Status.OK, SuggestionKind.ROUND, (WHY,), {first.id: -0.4, second.id: 2.0}),
    )
    for outcome in bad:
        answer = suggest(Scenario(plan), tables, rules=[lambda *_, o=outcome: o])
        assert answer.status is Status.REFUSED
        assert not answer.changes
        with pytest.raises(Exception):  # noqa: B017, PT011 - any error refuses
            require_sound(bind(plan, tables), outcome)


@pytest.mark.hazard("H-dose-above-limit")
def test_the_last_gate_knows_the_bounds(tables: Tables, make: Any) -> None:
    side = make.plan(region="lateral_canthal", left=(18,), right=(10,))
    left, right = side.points
    moved = Outcome(Status.OK, SuggestionKind.EMG_SHIFT, (WHY,), {left.id: 18.4, right.id: 9.6})
    with pytest.raises(ValueError, match="would pass its bound"):
        require_sound(bind(side, tables), moved)
    high = make.plan("letybo_us", "glabella", left=(14,), right=(10,))
    trimmed = Outcome(Status.LIMITED, SuggestionKind.TRIM, (WHY,), {high.points[0].id: 12.4})
    with pytest.raises(ValueError, match="stays above its bound"):
        require_sound(bind(high, tables), trimmed)
    lower_but_over = Outcome(Status.OK, SuggestionKind.ROUND, (WHY,), {high.points[0].id: 13.6})
    require_sound(bind(high, tables), lower_but_over)


def test_a_failure_beyond_the_rules_is_a_refusal_too(tables: Tables, make: Any) -> None:
    nothing_there: Any = None
    answer = suggest(Scenario(make.plan()), tables, rules=nothing_there)
    assert answer.status is Status.REFUSED
    assert answer.rule_ids == ("failed.suggest",)
