"""How much activity toxin leaves over the days: for teaching, never for care.

A range and not a number, because nothing better is published: the depth comes from two muscles of
one needle study (Winn and Sires 2013, S45; the slope per unit is calculated from its
two doses, and one slope over muscles is wrong), the masseter's flatness from Kim 2007 (S50), the
course over time from S61, S108, S45 and S44. Doses are onabotulinumtoxinA-type units of the
muscle's side; they stand for no other product.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from emg_signal.phrase import say

WATERMARK = say("TEACHING MODEL, NOT FOR CARE: a simulated face, a range from two small studies")

SLOPES_PER_UNIT: Mapping[str, float] = MappingProxyType(
    {"corrugator": 0.13, "depressor_anguli_oris": 0.10}
)
"""Fall of ln(amplitude) per unit (ln of what S45 found left, by its 8 and 2 U)."""

SLOPE_ELSEWHERE = 0.115
"""Between the two known slopes, for muscles of which none is known (engineering judgement)."""

SLOPE_SPREAD = 2.0
"""A person's slope lies within a factor of this around the typical one (engineering judgement:
motor-unit amplitudes of S45 fell 1.5 to 2 times as steeply as maximal ones)."""

FLAT_ABOVE_UNITS: Mapping[str, float] = MappingProxyType({"masseter": 25.0, "temporalis": 25.0})
"""More units than this change nothing: 25 and 35 U per masseter did alike (S50)."""

LEAST_LEFT = 0.1
"""No dose silences a muscle wholly on the surface (crosstalk, spared fibres; engineering
judgement)."""

ONSET_DAYS = (1.0, 3.0)
"""First effect, as is commonly taught (engineering judgement)."""
FULL_DAYS = (8.0, 14.0)
"""Near-full effect (S61)."""
DECLINE_DAYS = (60.0, 90.0)
"""From when activity returns: partial return is seen at 3 months (S45)."""
RETURN_DAYS = (168.0, 231.0)
"""Back to the beginning: 24 weeks (S108) to 33 weeks in masticatory muscles (S44)."""


@dataclass(frozen=True, slots=True)
class ActivityRange:
    """Share of the untreated activity that is left: 1 is untouched.

    Parameters
    ----------
    low, typical, high
        Of a sensitive, a typical and a resistant person.
    """

    low: float
    typical: float
    high: float
    watermark: str = WATERMARK


def activity_left(muscle: str, units: float, days: float) -> ActivityRange:
    """Return what is left of a muscle's activity `days` after `units` were given to it.

    Parameters
    ----------
    muscle
        A recording position of `emg_simulators.expressions.MUSCLES`.
    units
        Units given to this side of the muscle; not negative.
    days
        Days since, not negative.

    Raises
    ------
    ValueError
        Negative or non-finite units or days.
    """
    if not (math.isfinite(units) and math.isfinite(days)) or units < 0 or days < 0:
        raise ValueError(f"units={units}, days={days}")
    slope = SLOPES_PER_UNIT.get(muscle, SLOPE_ELSEWHERE)
    depth = slope * min(units, FLAT_ABOVE_UNITS.get(muscle, math.inf))
    low = _left(depth * SLOPE_SPREAD, _course(days, sensitive=True))
    typical = _left(depth, (_course(days, sensitive=True) + _course(days, sensitive=False)) / 2)
    high = _left(depth / SLOPE_SPREAD, _course(days, sensitive=False))
    return ActivityRange(low, typical, high)


def _left(depth: float, course: float) -> float:
    return 1.0 - course * (1.0 - max(LEAST_LEFT, math.exp(-depth)))


def _course(days: float, *, sensitive: bool) -> float:
    """Return the share of the full effect at `days`: early and long in the sensitive."""
    early, late = (0, 1) if sensitive else (1, 0)
    rise = (days - ONSET_DAYS[early]) / (FULL_DAYS[early] - ONSET_DAYS[early])
    fall = (RETURN_DAYS[late] - days) / (RETURN_DAYS[late] - DECLINE_DAYS[late])
    share = min(1.0, max(0.0, min(rise, fall)))
    return 0.5 - 0.5 * math.cos(math.pi * share)


@dataclass(frozen=True, slots=True)
class LidOutcome:
    """What becomes of a lid that the frontalis was holding up.

    Parameters
    ----------
    verdict
        ``unlikely``, ``possible`` or ``likely`` to look lower.
    reason
        Why, in one sentence.
    """

    verdict: str
    reason: str
    watermark: str = WATERMARK


def lid_outcome(*, compensates: bool, frontalis: ActivityRange) -> LidOutcome:
    """Return the outcome at the lid for a frontalis that does or does not hold it up.

    No millimetres: brow height answers doses without a slope (Carruthers 2007, S54), and the
    frontalis may be masking a low lid (S112). Half of the activity is the mark (engineering
    judgement).
    """
    if not compensates:
        return LidOutcome(say("unlikely"), say("The frontalis was not holding this lid up."))
    if frontalis.typical < 0.5:
        return LidOutcome(say("likely"), say("Most of the effort that held the lid up is gone."))
    if frontalis.low < 0.5:
        return LidOutcome(
            say("possible"), say("A sensitive person loses most of the effort at the lid.")
        )
    return LidOutcome(say("unlikely"), say("Enough of the effort that holds the lid up remains."))
