"""`PersonPart`: what kind of person the face belongs to, and what that does to its muscles.

The kinds are findings that an injector meets (why more EMG on one side need not mean more
muscle: S109, S111, S112). What each does is described there or in textbooks; how much is
engineering judgement, scaled by ``severity``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, field_validator

from emg_signal.montage import Side
from emg_simulators.expressions import MUSCLES
from emg_simulators.response import activity_left

Positive = Annotated[float, Field(gt=0, allow_inf_nan=False)]
NotNegative = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Fraction = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]


class Part(BaseModel):
    """A table of a scenario file; a key that it does not know is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Kind(StrEnum):
    """Kinds of people."""

    HEALTHY = "healthy"
    BROW_COMPENSATION = "brow_compensation"
    """A frontalis at work at rest because the lid droops (S112)."""
    MASSETER_HYPERTROPHY = "masseter_hypertrophy"
    """Strong masseters, and one side that chews."""
    HEMIFACIAL_SPASM = "hemifacial_spasm"
    PALSY = "palsy"
    """One side of the face is weak; jaw muscles have another nerve and are not."""
    SYNKINESIS = "synkinesis"
    """One side moves along with what it should not."""


JAW_MUSCLES = frozenset({"masseter", "temporalis"})
"""Moved by the trigeminal nerve; a facial palsy spares them."""

LINKS: Mapping[str, str] = MappingProxyType(
    {
        "zygomaticus": "orbicularis_oculi",
        "orbicularis_oris": "orbicularis_oculi",
        "orbicularis_oculi": "zygomaticus",
        "frontalis": "orbicularis_oculi",
    }
)
"""Synkinesis: the muscle that is meant, and the one that moves along (mouth to eye and eye to
mouth are its common forms, general knowledge)."""

SPASM_MUSCLES = ("orbicularis_oculi", "zygomaticus", "orbicularis_oris", "corrugator", "platysma")
"""Muscles of a hemifacial spasm, the lid first (general knowledge)."""


DRIFT_STEP_S = 5.0
"""Distance of two holds, from one beginning to the next, to which `effort_drift` belongs: a hold of
3 s and a change of 2 s. That effort drifts in time, and not per hold, is an assumption."""


class TreatedPart(Part):
    """An earlier treatment of one side of one muscle."""

    muscle: str
    side: Side
    units: NotNegative
    days: NotNegative

    @field_validator("muscle")
    @classmethod
    def _known(cls, name: str) -> str:
        if name not in MUSCLES:
            raise ValueError(f"unknown muscle {name!r}; known are {', '.join(MUSCLES)}")
        return name


class PersonPart(Part):
    """The person: findings, steadiness, fatigue."""

    kind: Kind = Kind.HEALTHY
    side: Side = Side.LEFT
    """The affected side: the low lid, the chewing, weak, cramping or synkinetic one."""
    severity: Fraction = 0.7
    treated: tuple[TreatedPart, ...] = ()
    rest_uv: NotNegative = 1.5
    """RMS of a resting muscle, µV (1.4 masseter, 1.9 temporalis: S91)."""
    effort_variation_percent: NotNegative = 5.0
    """SD of a repetition's effort (engineering judgement)."""
    effort_correlation: Fraction = 0.9
    """Correlation of left and right over repetitions (engineering judgement)."""
    effort_drift: Fraction = 0.0
    """Correlation of a repetition's effort with that of one begun `DRIFT_STEP_S` before."""
    waver_percent: NotNegative = 4.0
    """SD of the effort within a hold (engineering judgement)."""
    blinks_per_min: NotNegative = 0.0
    """Mean number of blinks; real faces show 16 (`emg_simulators.blinks`)."""
    fatigue_percent: Annotated[float, Field(ge=0, le=50)] = 15.0
    """Fall of the spectrum of a wholly tired muscle (engineering judgement; that it falls is
    textbook knowledge of sustained contraction)."""
    fatigue_s: Positive = 60.0
    """Time constant of tiring at full effort, seconds (engineering judgement)."""


@dataclass(frozen=True, slots=True)
class Spasm:
    """Involuntary bursts of one muscle.

    Parameters
    ----------
    effort
        Of a burst.
    bursts_hz
        Mean number of volleys a second.
    """

    effort: float
    bursts_hz: float


def strength(person: PersonPart, muscle: str, side: Side) -> float:
    """Return the factor of a muscle's full RMS that the person's findings bring."""
    factor = 1.0
    affected = side is person.side
    if person.kind is Kind.PALSY and affected and muscle not in JAW_MUSCLES:
        factor *= 1.0 - person.severity
    if person.kind is Kind.MASSETER_HYPERTROPHY and muscle in JAW_MUSCLES:
        factor *= 1.0 + 0.5 * person.severity
        factor *= 1.0 + 0.2 * person.severity if affected else 1.0
    for treated in person.treated:
        if treated.muscle == muscle and treated.side is side:
            factor *= activity_left(muscle, treated.units, treated.days).typical
    return factor


def tone(person: PersonPart, muscle: str, side: Side) -> float:
    """Return the effort that a muscle holds at rest, 0 to 1."""
    if person.kind is not Kind.BROW_COMPENSATION or not muscle.startswith("frontalis"):
        return 0.0
    return (0.25 if side is person.side else 0.10) * person.severity


def companions(person: PersonPart, muscle: str, side: Side) -> tuple[str, ...]:
    """Return the muscles whose effort moves `muscle` along on `side`, if any do."""
    if person.kind is not Kind.SYNKINESIS or side is not person.side:
        return ()
    return tuple(meant for meant, along in LINKS.items() if along == muscle)


def spasm(person: PersonPart, muscle: str, side: Side) -> Spasm | None:
    """Return the cramping of a muscle, if the person has any there."""
    if person.kind is not Kind.HEMIFACIAL_SPASM or side is not person.side:
        return None
    if muscle not in SPASM_MUSCLES:
        return None
    return Spasm(effort=0.6 * person.severity, bursts_hz=0.5)
