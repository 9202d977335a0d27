"""A muscle that was not treated, was measured before, and fell: the toxin may have spread.

Many sites are looked at in one visit, so each is asked for more than one alone would be: the more
sites, the smaller the share of baseline from which a fall is told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from emg_dosing.effect_gates import why_not_compared
from emg_dosing.effect_reading import EffectAnswer, SideReading, blur_of, read_side
from emg_dosing.follow_up import FollowUp
from emg_dosing.log_change import TAIL
from emg_dosing.names import muscle_name
from emg_dosing.policy import Policy
from emg_dosing.tables import Tables
from emg_dosing.values import Reason
from emg_signal.montage import Side
from emg_signal.phrase import say


@dataclass(frozen=True, slots=True)
class Spread:
    """One side of an untreated muscle that fell."""

    muscle: str
    side: SideReading


def spread_of(
    visit: FollowUp, treated: Collection[str], tables: Tables, policy: Policy | None = None
) -> tuple[Spread, ...]:
    """Return each side that fell of a muscle in which nothing was injected.

    Parameters
    ----------
    visit
        A visit after a treatment.
    treated
        Muscles that were injected.
    tables
        For gates, placement and drift.
    policy
        The clinic's; None for the program's own.
    """
    muscles = [
        each.muscle
        for each in visit.now
        if each.muscle not in treated
        and why_not_compared(visit, each.muscle, tables, policy) is None
    ]
    return tuple(_fallen(visit, muscles, tables))


def _fallen(visit: FollowUp, muscles: list[str], tables: Tables) -> Iterator[Spread]:
    sites = len(muscles) * len(Side)
    for muscle in muscles:
        pair = visit.both(muscle)
        assert pair is not None  # noqa: S101 - the gates were open
        blur = blur_of(visit, pair, tables)
        for side in Side:
            read = read_side(pair, side, blur, TAIL / sites)
            if read.answer is EffectAnswer.SHOWN:
                yield Spread(muscle, read)


def spread_reason(spread: Spread) -> Reason:
    """Return what is said of it."""
    text = say(
        "{muscle} {side}, not treated, fell to {percent} % of its own baseline ({low} to {high} "
        "%): look at the smile; ask the six questions.",
        muscle=muscle_name(spread.muscle),
        side=spread.side.side.value,
        percent=spread.side.percent,
        low=spread.side.low_percent,
        high=spread.side.high_percent,
    )
    limit = spread.side.least_percent
    return Reason(text, SPREAD, spread.side.percent, limit, "%", ("S108",), "rct")


SPREAD = "follow_up.spread"
"""Rule id of what is shown in red."""
