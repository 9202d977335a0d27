"""The cues of a calibration and a measurement, in the words a person hears."""

from __future__ import annotations

from dataclasses import replace

from emg_session.protocol import (
    Cue,
    CueKind,
    CuePurpose,
    Protocol,
    calibration_protocol,
    with_measurement,
)
from emg_signal.phrase import say

MEASURE_TEXT = {
    "frontalis": say("Raise both brows and hold"),
    "corrugator": say("Frown and hold"),
    "orbicularis_oculi": say("Close both eyes tightly and hold"),
    "zygomaticus": say("Smile widely and hold"),
    "levator_labii": say("Wrinkle the nose and hold"),
    "depressor_anguli_oris": say("Pull both corners of the mouth down and hold"),
    "mentalis": say("Push the chin up and hold"),
    "masseter": say("Clench the teeth and hold"),
    "temporalis": say("Clench the teeth and hold"),
    "platysma": say("Bare the lower teeth, tighten the neck, and hold"),
}
"""What a person is asked to do so that both sides of a muscle contract together; the tasks of
facial grading (raise brows, frown, close eyes tightly, smile), and each muscle's own action."""

PAUSE_S = 3.0
"""Time to read what comes next and to get ready; filters settle in 1.1 s."""


def task_of(muscle: str) -> str:
    """Return what a person is asked to do to contract a muscle on both sides."""
    other = say("Contract {muscle} on both sides and hold", muscle=muscle.replace("_", " "))
    return MEASURE_TEXT.get(muscle, other)


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
