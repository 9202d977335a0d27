"""The cues of a calibration and a measurement, in the words a person hears."""

from __future__ import annotations

from emg_session.protocol import Protocol, calibration_protocol, with_measurement

MEASURE_TEXT = {
    "frontalis": "Raise both brows and hold",
    "corrugator": "Frown and hold",
    "orbicularis_oculi": "Close both eyes tightly and hold",
    "zygomaticus": "Smile widely and hold",
}
"""What a person is asked to do so that both sides of a muscle contract together; the tasks of
facial grading (raise brows, frown, close eyes tightly, smile)."""


def measuring_protocol(muscle: str) -> Protocol:
    """Return calibration and five bilateral contractions of one muscle."""
    text = MEASURE_TEXT.get(muscle, f"Contract {muscle.replace('_', ' ')} on both sides and hold")
    return with_measurement(calibration_protocol(), text=text, muscles=(muscle,))
