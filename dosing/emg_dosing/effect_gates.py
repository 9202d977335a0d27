"""Why nothing can be told of a muscle at a later visit: the first gate that is closed."""

from __future__ import annotations

from collections.abc import Iterator

from emg_dosing.exact import number
from emg_dosing.follow_up import Amplitudes, FollowUp
from emg_dosing.names import region_name
from emg_dosing.no_baseline import no_baseline_weeks
from emg_dosing.policy import Policy
from emg_dosing.tables import Tables
from emg_signal.montage import Side
from emg_signal.phrase import Phrase, say
from emg_signal.symmetry import MINIMUM_REPETITIONS


def why_not(
    visit: FollowUp, muscle: str, tables: Tables, policy: Policy | None = None
) -> Phrase | None:
    """Return why an effect cannot be read, None if it can.

    Parameters
    ----------
    visit
        A visit after a treatment; what was measured in another way is not in it.
    muscle
        Key of the muscle.
    tables
        Which muscles surface EMG can see, and for how long toxin bends a baseline.
    policy
        The clinic's, which may ask for longer; None for the program's own.
    """
    if not tables.muscle(muscle).emg_effect:
        return say("EMG cannot read this effect.")
    return why_not_compared(visit, muscle, tables, policy)


def why_not_compared(
    visit: FollowUp, muscle: str, tables: Tables, policy: Policy | None = None
) -> Phrase | None:
    """Return why a muscle cannot be held against its baseline, whatever the effect.

    Parameters
    ----------
    visit, muscle, tables, policy
        As in `why_not`.
    """
    pair = visit.both(muscle)
    if pair is None:
        return say("It was not measured in the same way before the treatment and now.")
    return next(_closed(visit, pair, tables, policy), None)


def _closed(
    visit: FollowUp,
    pair: tuple[Amplitudes, Amplitudes],
    tables: Tables,
    policy: Policy | None,
) -> Iterator[Phrase]:
    """Yield each gate that is closed, in order."""
    yield from _toxin(visit, pair[0].muscle, tables, policy)
    yield from _holds(pair)
    yield from _baseline(pair[0], tables.policy_rule("baseline_over_rest").value)


def _toxin(visit: FollowUp, muscle: str, tables: Tables, policy: Policy | None) -> Iterator[Phrase]:
    if visit.toxin_days_before is None:
        yield say("Whether toxin was given before the baseline was not asked.")
    for region, days in (visit.toxin_days_before or {}).items():
        row = tables.region(region)
        weeks = no_baseline_weeks(row, tables, policy)
        if muscle in row.muscles and days < 7 * weeks:
            yield say(
                "{region}: toxin {days} days before the baseline; it bends EMG for {weeks} weeks.",
                region=region_name(region, tables),
                days=days,
                weeks=number(weeks),
            )


def _holds(pair: tuple[Amplitudes, Amplitudes]) -> Iterator[Phrase]:
    fewest = min(len(amplitudes.left_holds_uv) for amplitudes in pair)
    if fewest < MINIMUM_REPETITIONS:
        yield say(
            "{n} holds; at least {least} at either visit.", n=fewest, least=MINIMUM_REPETITIONS
        )


def _baseline(before: Amplitudes, times: float) -> Iterator[Phrase]:
    for side, mean in ((Side.LEFT, before.left_uv), (Side.RIGHT, before.right_uv)):
        rest = before.rest_uv(side)
        if rest is None:
            yield say("The {side} side's rest is not known.", side=side.value)
        elif mean < times * rest:
            yield say(
                "The {side} side's baseline is too small: {mean} µV is not {times} times rest.",
                side=side.value,
                mean=number(mean, 1),
                times=number(times),
            )
