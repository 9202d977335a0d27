"""The cues of a calibration and a measurement, in the words a person hears."""

from __future__ import annotations

from emg_session.protocol import (
    Cue,
    CueKind,
    CuePurpose,
    Protocol,
    calibration_protocol,
    with_measurement,
)

MEASURE_TEXT = {
    "frontalis": "Raise both brows and hold",
    "corrugator": "Frown and hold",
    "orbicularis_oculi": "Close both eyes tightly and hold",
    "zygomaticus": "Smile widely and hold",
}
"""What a person is asked to do so that both sides of a muscle contract together; the tasks of
facial grading (raise brows, frown, close eyes tightly, smile)."""


LEAD_IN = Protocol(
    "measurement",
    (Cue(CueKind.REST, CuePurpose.PAUSE, "Relax the whole face", 0.0, 3.0),),
)
"""Filters settle in 1.1 s; the rest is for a person to get ready."""


def measuring_protocol(muscle: str, *, calibrated: bool = False) -> Protocol:
    """Return calibration (unless there is one) and five bilateral contractions of one muscle."""
    text = MEASURE_TEXT.get(muscle, f"Contract {muscle.replace('_', ' ')} on both sides and hold")
    before = LEAD_IN if calibrated else calibration_protocol()
    return with_measurement(before, text=text, muscles=(muscle,))
