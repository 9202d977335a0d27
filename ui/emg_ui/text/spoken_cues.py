"""The cues of a calibration and a measurement, in the words a person hears."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from emg_session.protocol import (
    Cue,
    CueKind,
    CuePurpose,
    Protocol,
    calibration_protocol,
    look_protocol,
    reference_protocol,
    rotated,
    with_measurement,
)
from emg_signal.phrase import say
from emg_signal.symmetry import DECISION_REPETITIONS, TASKS_BETWEEN

MEASURE_TEXT = {
    "frontalis": say("Raise both brows and hold"),
    "frontalis_lateral": say("Raise both brows and hold"),
    "corrugator": say("Frown, pull the brows together, and hold"),
    "orbicularis_oculi": say("Close both eyes tightly and hold"),
    "nasalis": say("Scrunch the nose, as at a bad smell, and hold"),
    "zygomaticus": say("Smile broadly, lips closed, and hold"),
    "orbicularis_oris": say("Press and purse the lips and hold"),
    "levator_labii": say("Wrinkle the nose and hold"),
    "depressor_anguli_oris": say("Pull both corners of the mouth down and hold"),
    "mentalis": say("Push the lower lip up, wrinkle the chin, and hold"),
    "masseter": say("Bite hard on the back teeth and hold"),
    "temporalis": say("Bite hard on the back teeth and hold"),
    "platysma": say("Pull the lower lip down, tense the neck, and hold"),
}
"""What a person is asked to do so that both sides of a muscle contract together; the tasks of
facial grading (raise brows, frown, close eyes tightly, smile), and each muscle's own action."""

FEWEST_TASKS = TASKS_BETWEEN + 1
"""So many tasks take turns that a muscle's holds are no holds in a row."""

MORE = 4
"""Holds that are offered beyond five where they vary widely (ADR 0079)."""

PAUSE_S = 3.0
"""Time to read what comes next and to get ready; filters settle in 1.1 s."""


def task_of(muscle: str) -> str:
    """Return what a person is asked to do to contract a muscle on both sides."""
    other = say("Contract {muscle} on both sides and hold", muscle=muscle.replace("_", " "))
    return MEASURE_TEXT.get(muscle, other)


def tasks_of(muscles: Iterable[str]) -> dict[tuple[str, ...], str]:
    """Return the tasks that exercise these muscles: those with one task share its holds."""
    together: dict[str, tuple[str, ...]] = {}
    for muscle in muscles:
        text = task_of(muscle)
        together[text] = (*together.get(text, ()), muscle)
    return {group: text for text, group in together.items()}


def in_turn(wanted: tuple[str, ...], known: Iterable[str]) -> tuple[str, ...]:
    """Return muscles to measure: `wanted`, and others of `known` until enough tasks take turns."""
    muscles = wanted
    for muscle in known:
        if len(tasks_of(muscles)) >= FEWEST_TASKS:
            break
        if muscle not in muscles:
            muscles = (*muscles, muscle)
    return muscles


def own_reference(muscles: Iterable[str], *, is_rested: bool = False) -> Protocol:
    """Return rest, and three holds of each muscle's own task, in turn.

    Parameters
    ----------
    muscles
        All of the montage.
    is_rested
        As in `reference_protocol`.
    """
    return reference_protocol(tasks_of(muscles), is_rested=is_rested)


def quick_look(muscle: str) -> Protocol:
    """Return the first picture of one muscle's two sides, within half a minute."""
    return look_protocol((muscle,), task_of(muscle))


def repetitions_in_turn(muscles: Iterable[str], *, done: int = 0) -> Protocol:
    """Return five holds of each muscle's task in turn; four more where five were made.

    Parameters
    ----------
    muscles
        Those to measure.
    done
        Repetitions of each that were made before, and are added to.
    """
    rounds = MORE if done else DECISION_REPETITIONS
    tasks = tasks_of(muscles)
    cues = rotated(tasks, purpose=CuePurpose.MEASUREMENT, rounds=rounds, done=done)
    return Protocol("measurement", cues)


def reference_and_repetitions(
    wanted: tuple[str, ...], known: Sequence[str], *, is_rested: bool = False
) -> Protocol:
    """Return rest, every muscle's own reference, and five holds of the wanted ones, in turn.

    Parameters
    ----------
    wanted, known
        As in `in_turn`.
    is_rested
        As in `reference_protocol`.
    """
    reference = own_reference(known, is_rested=is_rested)
    holds = rotated(
        tasks_of(in_turn(wanted, known)),
        purpose=CuePurpose.MEASUREMENT,
        start_s=reference.end_s,
    )
    return Protocol("measurement", (*reference.cues, *holds))


def measuring_protocol(*muscles: str, calibrated: bool = False) -> Protocol:
    """Return calibration (unless there is one) and five bilateral contractions of each muscle."""
    protocol = Protocol("measurement", ()) if calibrated else calibration_protocol()
    for number, muscle in enumerate(muscles):
        if number or calibrated:
            protocol = _with_pause(protocol, task_of(muscle))
        protocol = with_measurement(protocol, text=task_of(muscle), muscles=(muscle,))
    return replace(protocol, name="measurement")


def _with_pause(protocol: Protocol, task: str) -> Protocol:
    """Return `protocol` with time to get ready for a task."""
    start_s = protocol.end_s
    text = say("Relax. Next: {task}", task=task)
    pause = Cue(CueKind.REST, CuePurpose.PAUSE, text, start_s, start_s + PAUSE_S)
    return replace(protocol, cues=(*protocol.cues, pause))
