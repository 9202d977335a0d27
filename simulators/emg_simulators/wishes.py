"""Wishes: what a person asks of a virtual patient while it runs, one per line of text.

::

    forget                       do nothing more but what is asked from now on
    do 3.0 whole_face 0.9 2.5    in 3 s, an expression at an effort for 2.5 s
    tap 4.5 3                    in 4.5 s, a finger on the electrode of channel 3
    hold frontalis left 0.4      let one muscle work at an effort until told otherwise

A session's cues become such lines (`wishes_of`), so that the virtual patient does what the
screen asks, as a person would.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from emg_signal.montage import Side
from emg_simulators.fault_text import parse_fault
from emg_simulators.patient import Patient

FULL, USUAL = 0.9, 0.7
"""Effort of a reference contraction and of a measured one (engineering judgement)."""
TAPS_S = (0.5, 1.2)
"""A finger comes twice, so long after it was asked for (engineering judgement)."""

EXPRESSION_OF = {
    "frontalis": "raise_brows",
    "corrugator": "frown",
    "orbicularis_oculi": "squint",
    "zygomaticus": "smile",
    "nasalis": "snarl",
    "levator_labii": "snarl",
    "orbicularis_oris": "pucker",
    "depressor_anguli_oris": "lips_down",
    "mentalis": "pucker",
    "masseter": "clench",
    "temporalis": "clench",
    "platysma": "neck",
}
"""Muscle → what a person does with it on both sides."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that is asked, so many seconds from now.

    Parameters
    ----------
    at_s, for_s
        When and for how long, seconds.
    muscles
        Whose contraction; empty for the whole face.
    channel
        Electrode to tap, from 0; None to contract.
    """

    at_s: float
    for_s: float
    muscles: tuple[str, ...] = ()
    channel: int | None = None


def wishes_of(asked: Iterable[Asked]) -> Iterator[str]:
    """Yield the lines that ask a patient for all of `asked`, and for nothing else."""
    yield "forget"
    for each in asked:
        if each.channel is not None:
            for tap_s in TAPS_S:
                yield f"tap {each.at_s + tap_s:.3f} {each.channel + 1}"
        elif not each.muscles:
            yield f"do {each.at_s:.3f} whole_face {FULL:g} {each.for_s:.3f}"
        else:
            expression = EXPRESSION_OF.get(each.muscles[0], "whole_face")
            yield f"do {each.at_s:.3f} {expression} {USUAL:g} {each.for_s:.3f}"


def fulfil(patient: Patient, wish: str) -> None:
    """Let `patient` do what one line asks.

    Raises
    ------
    ValueError
        A line that is no wish.
    """
    match wish.split():
        case ["forget"]:
            patient.forget()
        case ["do", at_s, expression, effort, for_s]:
            patient.ask(expression, effort=float(effort), for_s=float(for_s), in_s=float(at_s))
        case ["tap", at_s, channel]:
            patient.add_fault(parse_fault(f"tap {channel}@{patient.time_s + float(at_s):.3f}s"))
        case ["hold", muscle, side, effort]:
            patient.hold(muscle, Side(side), float(effort))
        case _:
            raise ValueError(f"no wish: {wish!r}")
