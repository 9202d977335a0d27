"""`suggest`: scenario in, suggestion out.

A later visit gives data. Else the person comes first (examine instead), then stops, *trim* to the
limits, what the measurement forbids, *even out*, *round*, *EMG shift*; the first with something to
say answers, and the default is NONE with the numbers that led to it. An exception in any rule is a
refusal, never an unlimited answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from emg_dosing.bound_plan import BoundPlan, bind
from emg_dosing.chain import broken
from emg_dosing.check import check_coverage
from emg_dosing.check_amounts import over_absolute
from emg_dosing.emg_shift import emg_shift
from emg_dosing.even_out import even_out
from emg_dosing.exact import exact
from emg_dosing.follow_up_visit import follow_up
from emg_dosing.nothing import nothing
from emg_dosing.outcome import Outcome, Rule
from emg_dosing.plan import Plan
from emg_dosing.policy import Policy
from emg_dosing.refusals import MEASURED_REFUSALS, REFUSALS
from emg_dosing.rounding import round_to_syringe
from emg_dosing.scenario import Scenario
from emg_dosing.scenario_document import parse_scenario
from emg_dosing.suggestion import Change, CitedSource, Status, Suggestion, SuggestionKind
from emg_dosing.support import gap_support, support_reasons
from emg_dosing.tables import Tables
from emg_dosing.trim import trim
from emg_dosing.values import Dose, Reason
from emg_signal.chunk import Origin
from emg_signal.phrase import say

__all__ = ["RULES", "Scenario", "parse_scenario", "suggest"]

RULES: Final[tuple[Rule, ...]] = (
    follow_up,
    *REFUSALS,
    trim,
    *MEASURED_REFUSALS,
    gap_support,
    even_out,
    round_to_syringe,
    emg_shift,
)
"""In the order in which they are asked; the first that refuses or changes something answers."""

MAY_BE_WRONG: Final = (
    say("Thinner fat on one side lets more signal through."),
    say("Electrodes sit at another angle, distance or place, or their skin contact differs."),
    say("The sides were not tensed with the same effort, or one is the habitual one."),
    say("One side may be working for another muscle, or against a low lid."),
    say("Neighbouring muscles leak into the pair."),
    say("The band is narrow: a different spectrum on one side looks like a different strength."),
)
"""Why more signal on one side need not mean more muscle (cross-talk S98; a low lid S112; palsy
S111; earlier toxin S44; band S81; the rest is engineering judgement)."""

WATERMARK: Final = say("TRAINING: simulated patient, not for care")
HISTORICAL: Final = say("HISTORICAL: from a recording")
SIMULATED: Final = say("SIMULATED")
UNREVIEWED: Final = say("No clinician has reviewed the tables")
PARTLY_REVIEWED: Final = say("A clinician has reviewed only a part of the tables")


def suggest(scenario: Scenario, tables: Tables, *, rules: Sequence[Rule] = RULES) -> Suggestion:
    """Return the answer to a scenario.

    Parameters
    ----------
    scenario
        Plan, measurement, examination, policy, profile.
    tables
        Products, ranges and norms.
    rules
        Asked in this order; only tests give others.
    """
    policy = scenario.policy_for(tables)
    bound: BoundPlan | None = None
    if scenario.plan is None:
        reason = Reason(say("Enter a plan first: a suggestion answers a plan."), "suggest.no_plan")
        outcome = Outcome(
            Status.REFUSED, SuggestionKind.NOTHING, (reason,), would_change=(say("A plan."),)
        )
    else:
        try:
            bound = bind(scenario.plan, tables, policy)
            outcome = _first(scenario, bound, rules)
        except Exception:
            outcome = Outcome(Status.REFUSED, SuggestionKind.NOTHING, (broken(suggest),))
    return _Answer(scenario, tables, policy, bound, outcome).suggestion()


def _first(scenario: Scenario, bound: BoundPlan, rules: Sequence[Rule]) -> Outcome:
    """Return the first answer that refuses or changes something, else NONE with every reason."""
    reasons: list[Reason] = []
    for rule in rules:
        try:
            outcome = rule(scenario, bound)
            if outcome is not None:
                require_sound(bound, outcome)
        except Exception:
            return Outcome(Status.REFUSED, SuggestionKind.NOTHING, (broken(rule),))
        if outcome is None:
            continue
        if outcome.units:
            told = (*outcome.reasons, *_beside(scenario, bound, outcome))
            return replace(outcome, reasons=told)
        if outcome.status is Status.REFUSED and outcome.kind is not SuggestionKind.TRIM:
            return replace(outcome, reasons=(*_limits(bound), *outcome.reasons))
        if outcome.status is Status.REFUSED or outcome.data:
            return outcome
        reasons += outcome.reasons
    return nothing(scenario, bound, reasons)


def _limits(bound: BoundPlan) -> tuple[Reason, ...]:
    """Return what stands above a limit: told first, whatever else refuses."""
    return tuple(
        Reason(f.text, f.rule_id, sources=f.sources, evidence=f.evidence)
        for f in over_absolute(bound)
    )


def _beside(scenario: Scenario, bound: BoundPlan, outcome: Outcome) -> tuple[Reason, ...]:
    """Return what EMG says of stated gaps, and what a changed region's label does not cover."""
    regions = {point.region for point in bound.plan.points if point.id in outcome.units}
    found = (f for f in check_coverage(bound) if f.place in regions)
    uncovered = (Reason(f.text, f.rule_id, sources=f.sources, evidence=f.evidence) for f in found)
    return (*support_reasons(scenario, bound), *uncovered)


def require_sound(bound: BoundPlan, outcome: Outcome) -> None:
    """Raise `ValueError` if an outcome adds to a total, passes a bound or lacks a reason.

    The one gate that every change passes, whatever rule it comes from.
    """
    if outcome.status in (Status.REFUSED, Status.LIMITED) and not outcome.reasons:
        raise ValueError("no reason")
    if not outcome.units:
        return
    if outcome.status not in (Status.OK, Status.LIMITED):
        raise ValueError("a change without OK or LIMITED")
    # Worked out anew from the units alone: no rule's own arithmetic vouches for itself.
    plan, after = bound.plan, bound.with_units(outcome.units)
    for region, muscle in {(p.region, p.muscle) for p in plan.points}:
        where = {"region": region, "muscle": muscle}
        if after.plan.units(**where) > plan.units(**where):
            raise ValueError(f"{region} {muscle} would gain")
    # *Trim* leaves no sum above a limit; another rule may find one above its bound, and never
    # enlarges it.
    before = {(a.place, a.level): a for a in bound.amounts}
    for amount in after.amounts:
        if amount.too_much and outcome.kind is SuggestionKind.TRIM:
            raise ValueError(f"{amount.place} stays above its bound")
        if amount.is_above and amount.units > before[amount.place, amount.level].units:
            raise ValueError(f"{amount.place} would pass its bound")


@dataclass(frozen=True, slots=True)
class _Answer:
    """Turns an outcome into a suggestion."""

    scenario: Scenario
    tables: Tables
    policy: Policy
    bound: BoundPlan | None
    outcome: Outcome

    def suggestion(self) -> Suggestion:
        """Return the suggestion with everything that is shown beside it."""
        outcome, face, bound = self.outcome, self.scenario.measured, self.bound
        after = bound.plan.with_units(outcome.units) if bound and outcome.units else None
        return Suggestion(
            status=outcome.status,
            kind=outcome.kind,
            changes=() if bound is None or after is None else _changes(bound, after),
            reasons=outcome.reasons,
            rule_ids=tuple(dict.fromkeys(reason.rule_id for reason in outcome.reasons)),
            sources=_cited(outcome.reasons),
            digest=self.scenario.digest(self.tables),
            resulting_plan=after,
            examine=outcome.examine,
            would_change=outcome.would_change,
            may_be_wrong=() if face is None else MAY_BE_WRONG,
            data=outcome.data,
            age_min=None if face is None else face.age_min,
            valid_min=None if face is None else max(0.0, self.policy.validity_min - face.age_min),
            marks=self._marks(),
        )

    def _marks(self) -> tuple[str, ...]:
        face = self.scenario.measured
        marks = [WATERMARK] if self.scenario.profile == "training" else []
        if face is not None and face.origin is Origin.SIMULATED:
            marks.append(SIMULATED)
        if face is not None and face.origin is Origin.PLAYBACK:
            marks.append(HISTORICAL)
        unreviewed = self.tables.unreviewed
        if unreviewed:
            marks.append(UNREVIEWED if unreviewed == self.tables.reviewable else PARTLY_REVIEWED)
        return tuple(marks)


def _changes(bound: BoundPlan, after: Plan) -> tuple[Change, ...]:
    pairs = zip(bound.plan.points, after.points, strict=True)
    return tuple(
        Change(
            old.id,
            old.region,
            old.muscle,
            old.side,
            bound.point_name(old),
            old.dose,
            new.dose,
            _ml(bound, old.dose),
            _ml(bound, new.dose),
        )
        for old, new in pairs
        if old.dose != new.dose
    )


def _ml(bound: BoundPlan, dose: Dose) -> float | None:
    concentration = bound.concentration
    if concentration is None or concentration.chosen is None:
        return None
    return float(exact(dose.units) / concentration.chosen)


_STRENGTH: Final = ("label", "rct", "cohort", "consensus", "teaching", "none")


def _cited(reasons: Sequence[Reason]) -> tuple[CitedSource, ...]:
    """Return each source with the strongest grade with which it was cited, in order of reasons."""
    found: dict[str, str] = {}
    for reason in reasons:
        for source in reason.sources:
            grades = (found.get(source, "none"), reason.evidence)
            found[source] = min(grades, key=_STRENGTH.index)
    return tuple(CitedSource(source, grade) for source, grade in found.items())
