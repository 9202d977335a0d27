"""A virtual patient does what it is asked while it runs, and nothing else from then on."""

from __future__ import annotations

import numpy as np
import pytest

from emg_simulators.patient import Patient
from emg_simulators.scenario import load_scenario
from emg_simulators.wishes import Asked, fulfil, wishes_of

HZ = 4000.0
STILL_UV = 25.0
"""A still face with the wandering of its electrodes (10 µV in the scenario) stays below."""


def patient() -> Patient:
    return Patient(load_scenario("demo"), render_hz=HZ, n_channels=8)


def rms_by_half_second(asked: list[Asked], *, from_s: float, seconds: float) -> np.ndarray:
    """Return ``(n_channels, n)`` RMS of each half second after the wishes were heard."""
    subject = patient()
    subject.render(round(from_s * HZ))
    for wish in wishes_of(asked):
        fulfil(subject, wish)
    samples = subject.render(round(seconds * HZ))
    parts = samples.reshape(8, -1, round(0.5 * HZ))
    return np.asarray((parts - parts.mean(axis=2, keepdims=True)).std(axis=2))


def test_once_asked_it_does_nothing_of_its_own() -> None:
    # The demonstration's script contracts the whole face from 3 s on.
    assert patient().render(round(6 * HZ))[:, round(3.5 * HZ) : round(5 * HZ)].std() > 60.0
    quiet = rms_by_half_second([], from_s=2.0, seconds=5.0)
    assert (quiet < STILL_UV).all()


def test_a_contraction_is_held_when_and_where_it_was_asked() -> None:
    rms = rms_by_half_second([Asked(2.0, 2.0, ("zygomaticus",))], from_s=2.0, seconds=6.0)
    assert (rms[6:, 5:8] > 2 * STILL_UV).all()
    assert (rms[:4] < STILL_UV).all()  # neither brow moves
    assert (rms[6:, :4] < STILL_UV).all()
    assert (rms[6:, 10:] < STILL_UV).all()


def test_a_tap_is_felt_on_its_channel_alone() -> None:
    asked = [Asked(1.0, 2.0, ("corrugator",), channel=3)]
    rms = rms_by_half_second(asked, from_s=2.0, seconds=4.0)
    assert rms[3, 3] > 2 * STILL_UV
    assert (np.delete(rms, 3, axis=0) < STILL_UV).all()
    assert (rms[3, 6:] < STILL_UV).all()


@pytest.mark.parametrize("line", ["", "do", "jump 3", "do 1 smile x 2", "tap 1"])
def test_what_is_no_wish_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"no wish|could not convert"):
        fulfil(patient(), line)
