"""The sentences of an effect reading: each side, the pair, no effect at all. Never units."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from emg_dosing.bound_plan import BoundPlan
from emg_dosing.effect_reading import EffectAnswer, EffectReading, SideReading
from emg_dosing.exact import number
from emg_dosing.follow_up import FollowUp
from emg_dosing.names import muscle_name
from emg_dosing.values import Reason
from emg_signal.montage import Side
from emg_signal.phrase import Phrase, say

SHOWN_BY: Final = ("S45", "S108")
"""EMG falls with dose, and stays down for weeks."""


def effect_reasons(reading: EffectReading, visit: FollowUp, bound: BoundPlan) -> Iterator[Reason]:
    """Yield what is said of one muscle.

    Parameters
    ----------
    reading
        Of a muscle.
    visit
        When it was measured.
    bound
        The plan that was given: lot, and from which day *no effect* may be said.
    """
    name = muscle_name(reading.muscle)
    if reading.why is not None:
        text = say("{muscle}: cannot tell. {why}", muscle=name, why=reading.why)
        yield Reason(text, "follow_up.cannot_tell")
        return
    for side in reading.sides:
        yield _side(name, side, reading.holds)
    if reading.lagging is not None:
        yield _lag(name, reading.lagging)
    if reading.unaffected and visit.day >= no_effect_day(reading.muscle, bound):
        yield _no_effect(name, visit.day, bound)


def no_effect_day(muscle: str, bound: BoundPlan) -> int:
    """Return the day from which *no effect* may be said of a treated muscle."""
    rows = (bound.tables.region(region) for region in bound.plan.regions)
    return max((row.no_effect_day for row in rows if muscle in row.muscles), default=0)


def _side(name: str, read: SideReading, holds: int) -> Reason:
    values: dict[str, object] = {
        "muscle": name,
        "side": read.side.value,
        "percent": read.percent,
        "low": read.low_percent,
        "high": read.high_percent,
        "holds": holds,
    }
    values["answer"] = _answer(read)
    text = (
        say(
            "{muscle} {side}: not above rest, at most {percent} % of its own baseline ({holds} "
            "holds): {answer}",
            **values,
        )
        if read.at_most
        else say(
            "{muscle} {side}: {percent} % of its own baseline ({low} to {high} %, {holds} holds): "
            "{answer}",
            **values,
        )
    )
    return Reason(
        text,
        "follow_up.effect",
        read.percent,
        read.least_percent,
        "%",
        SHOWN_BY,
        "cohort",
    )


def _answer(read: SideReading) -> Phrase:
    if read.answer is EffectAnswer.SHOWN:
        return say("effect shown.")
    if read.answer is EffectAnswer.RISE:
        return say("higher than before: check electrode and task.")
    if read.answer is EffectAnswer.CANNOT_TELL:
        return say(
            "cannot tell; a fall to {least} % or less could be read.", least=read.least_percent
        )
    return say(
        "effect not shown; a fall to {least} % or less could be read.", least=read.least_percent
    )


def _lag(name: str, lagging: Side) -> Reason:
    text = say(
        "{muscle}: the {side} side lags the {other} beyond what holds and re-placing the "
        "electrodes explain.",
        muscle=name,
        side=lagging.value,
        other=(Side.RIGHT if lagging is Side.LEFT else Side.LEFT).value,
    )
    return Reason(text, "follow_up.lag")


def _no_effect(name: str, day: int, bound: BoundPlan) -> Reason:
    text = say(
        "{muscle}: no effect is seen on either side on day {day}. Check vial, lot {lot!s}, "
        "dilution, storage, depth and site; think of antibodies. Do not add units now. A one-sided "
        "frontalis test can be read here, as data only.",
        muscle=name,
        day=day,
        lot=bound.plan.lot or say("not given"),
    )
    limit = bound.tables.policy_rule("no_effect")
    return Reason(text, limit.id, day, None, number(limit.value), ("S210", "S211"), "label")
