"""Examine instead, and what else ends every suggestion before it begins.

A refusal for the person's sake lists what to examine and never which box would unlock a number.
"""

from __future__ import annotations

from typing import Final

from emg_dosing.bound_plan import BoundPlan
from emg_dosing.check import check_stops
from emg_dosing.effects import Effect, effects_of
from emg_dosing.exact import number
from emg_dosing.examination import EXAMINE_FIRST
from emg_dosing.healthy import placed_words
from emg_dosing.measured import MeasuredPair
from emg_dosing.names import muscle_name
from emg_dosing.outcome import Outcome, Rule
from emg_dosing.questions_first import emergencies
from emg_dosing.scenario import Scenario
from emg_dosing.suggestion import Status, SuggestionKind
from emg_dosing.values import Grade, Reason
from emg_signal.chunk import Origin
from emg_signal.phrase import say

LOOK_AT: Final = (
    say("Lids: height, droop, loose skin; lift the brow by hand and look again."),
    say(
        "Facial nerve: close, smile, whistle, frown, each side; a quiet side is not a strong other."
    ),
    say("Synkinesis: does the mouth move with the eye, or the eye with the mouth?"),
    say("History: surgery, injury, earlier toxin with dates and products."),
    say("Electrodes: re-seat both, tap each lead, measure again."),
)
"""What to examine (label cautions S31; palsy S111; a low lid S112)."""


def examine(*reasons: Reason) -> Outcome:
    """Return the refusal that asks for an examination."""
    return Outcome(Status.REFUSED, SuggestionKind.EXAMINE, reasons, examine=LOOK_AT)


def another_person(scenario: Scenario, bound: BoundPlan) -> Outcome | None:
    """Refuse a plan for one person on the measurement of another."""
    face = scenario.measured
    if (
        face is None
        or not bound.plan.subject
        or not face.subject
        or bound.plan.subject == face.subject
    ):
        return None
    reason = Reason(
        say(
            "The plan is for {planned}, the measurement is of {measured}.",
            planned=bound.plan.subject,
            measured=face.subject,
        ),
        "suggest.subject",
    )
    change = say("The plan and the measurement of one and the same person.")
    return Outcome(Status.REFUSED, SuggestionKind.NOTHING, (reason,), would_change=(change,))


def after_effects(scenario: Scenario, bound: BoundPlan) -> Outcome | None:
    """Refuse any dose beside what is an emergency since the last injection."""
    found = emergencies(scenario.examination, bound.tables)
    return Outcome(Status.REFUSED, SuggestionKind.EXAMINE, found) if found else None


def conditions(scenario: Scenario, bound: BoundPlan) -> Outcome | None:
    """Refuse while a condition is there that must be looked at first."""
    reasons = [
        _examine_first(effect)
        for effect in effects_of(bound, scenario.examination)
        if effect.condition in EXAMINE_FIRST or effect.finding.grade is Grade.LIMIT
    ]
    face = scenario.measured
    if reasons and face is not None:
        reasons += [_index_reason(p, "examine.measured") for p in face.pairs]
    return examine(*reasons) if reasons else None


def _examine_first(effect: Effect) -> Reason:
    """Return why a condition is looked at first, with the source of that very sentence."""
    found = effect.finding
    text = EXAMINE_FIRST.get(effect.condition, found.text)
    rule = f"examine.{effect.condition}"
    return Reason(text, rule, sources=found.sources, evidence=found.evidence)


def large_asymmetry(scenario: Scenario, bound: BoundPlan) -> Outcome | None:
    """Refuse above the index at which an asymmetry is examined and never dosed."""
    limit = bound.policy.examine_index_percent
    pairs = () if scenario.measured is None else scenario.measured.pairs
    found = [
        _index_reason(pair, "policy.examine_index", limit)
        for pair in pairs
        if abs(pair.larger.index_percent) > limit
    ]
    return examine(*found) if found else None


def recent_toxin(scenario: Scenario, bound: BoundPlan) -> Outcome | None:
    """Refuse within the label's interval; what toxin bends of the EMG closes its gate alone."""
    treated = scenario.examination.toxin_days or {}
    reasons = [r for days in treated.values() if (r := _too_soon(bound, days))]
    reasons.sort(key=lambda reason: reason.value or 0.0)
    return examine(*dict.fromkeys(reasons)) if reasons else None


def _too_soon(bound: BoundPlan, days: int) -> Reason | None:
    row = bound.interval
    if row is None or days >= row.days:
        return None
    return Reason(
        say(
            "Toxin {days} days ago: the label's interval is {months} months ({interval} days).",
            days=days,
            months=row.months,
            interval=row.days,
        ),
        row.id,
        days,
        row.days,
        "days",
        row.source_ids,
        row.grade,
    )


def training_only(scenario: Scenario, bound: BoundPlan) -> Outcome | None:
    """Refuse the training profile for anything but a simulated patient."""
    face = scenario.measured
    if scenario.profile != "training" or face is None or face.origin is Origin.SIMULATED:
        return None
    reason = Reason(
        say(
            "The training profile is for simulated patients only; this measurement is {origin}.",
            origin=face.origin.value,
        ),
        "profile.training",
    )
    change = say("The research profile, or a simulated patient.")
    return Outcome(Status.REFUSED, SuggestionKind.NOTHING, (reason,), would_change=(change,))


def expired(scenario: Scenario, bound: BoundPlan) -> Outcome | None:
    """Refuse a measurement older than a locked measurement holds."""
    face = scenario.measured
    if face is None or face.age_min <= bound.policy.validity_min:
        return None
    reason = Reason(
        say(
            "The measurement is {age} min old; it holds for {limit} min.",
            age=number(face.age_min),
            limit=number(bound.policy.validity_min),
        ),
        "policy.validity",
        face.age_min,
        bound.policy.validity_min,
        "min",
    )
    return Outcome(
        Status.REFUSED,
        SuggestionKind.NOTHING,
        (reason,),
        would_change=(say("Measure and lock again."),),
    )


def stopped(scenario: Scenario, bound: BoundPlan) -> Outcome | None:
    """Refuse while the plan check has something that stops."""
    found = check_stops(bound, scenario.examination, scenario.today)
    reasons = tuple(
        Reason(f.text, f.rule_id, sources=f.sources, evidence=f.evidence) for f in found
    )
    return Outcome(Status.REFUSED, SuggestionKind.NOTHING, reasons) if reasons else None


REFUSALS: Final[tuple[Rule, ...]] = (
    another_person,
    training_only,
    after_effects,
    conditions,
    stopped,
)
"""Before any bound is met, in the order in which they are looked at: the person first."""

MEASURED_REFUSALS: Final[tuple[Rule, ...]] = (recent_toxin, large_asymmetry, expired)
"""After the bounds: nothing that is measured keeps a limit from being told."""


def _index_reason(
    pair: MeasuredPair,
    rule: str,
    limit: float | None = None,
    sources: tuple[str, ...] = ("S31",),
) -> Reason:
    """Return the asymmetry of a pair as a reason, held against `limit`."""
    index = pair.larger.index_percent
    muscle, sides = muscle_name(pair.muscle), placed_words(pair, pair.larger)
    text = (
        say("{muscle}: {sides}.", muscle=muscle, sides=sides)
        if limit is None
        else say(
            "{muscle}: {sides}; the limit is {limit} %.",
            muscle=muscle,
            sides=sides,
            limit=number(limit),
        )
    )
    return Reason(text, rule, abs(index), limit, "%", sources)
