"""`Expression`: which muscles an expression uses, how hard, and in what rhythm.

Which muscles belong to an expression is facial anatomy (the action units of the Facial Action
Coding System, named beside each). How hard each works is engineering judgement: no table of
efforts per muscle was found (S67 was read as far as it is open).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

MUSCLES = (
    "frontalis",
    "frontalis_lateral",
    "corrugator",
    "procerus",
    "orbicularis_oculi",
    "nasalis",
    "levator_labii",
    "zygomaticus",
    "risorius",
    "orbicularis_oris",
    "depressor_anguli_oris",
    "depressor_labii",
    "mentalis",
    "masseter",
    "temporalis",
    "platysma",
)
"""Recording positions that a patient can have, each on the left and on the right."""


@dataclass(frozen=True, slots=True)
class Expression:
    """One thing a face does.

    Parameters
    ----------
    name
        Key in scenario files.
    efforts
        Share of each muscle's maximal effort, 0 to 1; muscles not named rest.
    rhythm_hz
        Bursts a second of a rhythmic expression; 0 is a steady hold.
    burst_share
        Share of each period that a burst takes.
    """

    name: str
    efforts: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    rhythm_hz: float = 0.0
    burst_share: float = 1.0


def _expression(
    name: str, *, rhythm_hz: float = 0.0, burst_share: float = 1.0, **efforts: float
) -> Expression:
    return Expression(name, MappingProxyType(efforts), rhythm_hz, burst_share)


EXPRESSIONS: Mapping[str, Expression] = MappingProxyType(
    {
        expression.name: expression
        for expression in (
            _expression("rest"),
            # Everything at once, for calibration; no face does it quite alike.
            _expression("whole_face", **dict.fromkeys(MUSCLES, 1.0)),
            # AU 1 and 2.
            _expression("raise_brows", frontalis=1.0, frontalis_lateral=0.9),
            # AU 4.
            _expression("frown", corrugator=1.0, procerus=0.8, orbicularis_oculi=0.15),
            # AU 6 and 7.
            _expression("squint", orbicularis_oculi=1.0, corrugator=0.2, nasalis=0.15),
            # AU 12 with 6.
            _expression(
                "smile", zygomaticus=1.0, orbicularis_oculi=0.35, levator_labii=0.2, risorius=0.5
            ),
            # AU 9 and 10.
            _expression("snarl", levator_labii=1.0, nasalis=0.8, procerus=0.4, corrugator=0.3),
            # AU 18 with 17.
            _expression("pucker", orbicularis_oris=1.0, mentalis=0.4),
            # AU 15.
            _expression(
                "lips_down",
                depressor_anguli_oris=1.0,
                depressor_labii=0.6,
                mentalis=0.4,
                platysma=0.3,
            ),
            # AU 21.
            _expression("neck", platysma=1.0, depressor_anguli_oris=0.4),
            _expression("clench", masseter=1.0, temporalis=0.9),
            # Syllables come 4 to 5 times a second, chewing strokes 1 to 1.5 times (general
            # knowledge of speech and mastication, not verified here).
            _expression(
                "speech",
                rhythm_hz=4.5,
                burst_share=0.7,
                orbicularis_oris=0.35,
                depressor_anguli_oris=0.2,
                mentalis=0.2,
                levator_labii=0.1,
                zygomaticus=0.15,
            ),
            _expression("chewing", rhythm_hz=1.2, burst_share=0.4, masseter=0.5, temporalis=0.45),
            # AU 45: a burst of about 0.15 s every 3 s (15 to 20 a minute, general knowledge).
            _expression("blink", rhythm_hz=0.33, burst_share=0.05, orbicularis_oculi=0.6),
        )
    }
)
