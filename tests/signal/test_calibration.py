"""Calibration: what is locked, and what is refused with reason and remedy."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from emg_signal.amplitude import middle
from emg_signal.calibrating import calibrate
from emg_signal.calibration import Calibration, CalibrationRefused
from emg_signal.document import as_document, from_document
from emg_signal.filters import Band
from emg_signal.montage import Montage

BAND = Band(20.0, 65.0)
SETTINGS: dict[str, Any] = {
    "fs_hz": 250.0,
    "band": BAND,
    "rms_window_s": 0.124,
    "board": "test board",
    "gain": 24.0,
    "locked_at_utc": "2026-01-01T12:00:00+00:00",
}


def square_wave(n_channels: int, amplitudes: list[float], n: int = 625) -> np.ndarray:
    """Return ±amplitude per channel: an RMS that is exactly the amplitude."""
    signs = np.where(np.arange(n) % 2 == 0, 1.0, -1.0)
    return np.array(amplitudes)[:n_channels, None] * signs


def block(scale: float = 1.0) -> np.ndarray:
    return square_wave(4, [40.0 * scale, 50.0 * scale, 60.0 * scale, 80.0 * scale])


REST = square_wave(4, [2.0, 2.0, 3.0, 4.0])


def own(montage: Montage, holds: list[np.ndarray]) -> dict[str, list[np.ndarray]]:
    """Return the same holds for every muscle."""
    return {pair.muscle: holds for pair in montage.pairs}


def locked(montage: Montage) -> Calibration:
    found = calibrate(montage, REST, own(montage, [block(0.9), block(1.0), block(1.1)]), **SETTINGS)
    assert isinstance(found, Calibration)
    return found


def test_reference_is_the_median_of_the_middle_seconds(montage: Montage) -> None:
    found = locked(montage)
    assert [entry.site for entry in found.sites] == list(montage.sites)
    left = found.sites[0]
    assert left.rest_uv == pytest.approx(2.0)
    assert left.reference_uv == pytest.approx(40.0)
    assert left.repetitions_uv == pytest.approx((36.0, 40.0, 44.0))
    assert left.variation_percent == pytest.approx(10.0)
    assert left.snr == pytest.approx(20.0)
    assert left.percent_of_reference(10.0) == pytest.approx(25.0)
    assert found.band == BAND
    assert found.of(montage.sites[3]) is found.sites[3]


def test_only_the_middle_second_counts(montage: Montage) -> None:
    ramped = block()
    ramped[:, :150] = 0.0
    ramped[:, -150:] = 0.0
    found = calibrate(montage, REST, own(montage, [ramped] * 3), **SETTINGS)
    assert isinstance(found, Calibration)
    assert found.sites[0].reference_uv == pytest.approx(40.0)
    assert middle(np.arange(10.0), 4.0).tolist() == [3.0, 4.0, 5.0, 6.0]


def test_survives_json(montage: Montage) -> None:
    found = locked(montage)
    assert from_document(Calibration, json.loads(json.dumps(as_document(found)))) == found
    without_gain = replace(found, gain=None)
    assert (
        from_document(Calibration, json.loads(json.dumps(as_document(without_gain))))
        == without_gain
    )


def refused(montage: Montage, rest: np.ndarray, contractions: list[np.ndarray]) -> list[str]:
    found = calibrate(montage, rest, own(montage, contractions), **SETTINGS)
    assert isinstance(found, CalibrationRefused)
    assert all(entry.remedy for entry in found.refusals)
    json.dumps(as_document(found))
    return [str(entry) for entry in found.refusals]


def test_holds_that_vary_widely_are_a_reference_all_the_same(montage: Montage) -> None:
    """Untrained people vary by 30 to 38 %: their width is told, nobody is refused for it."""
    holds = own(montage, [block(0.5), block(1.0), block(1.8)])
    found = calibrate(montage, REST, holds, **SETTINGS)
    assert isinstance(found, Calibration)
    assert found.sites[0].reference_uv == pytest.approx(40.0)  # the median, not the mean of 44
    assert found.sites[0].variation_percent == pytest.approx(59.6, abs=0.1)


def test_the_reference_of_a_muscle_is_of_its_own_holds(montage: Montage) -> None:
    first, second = montage.pairs[0].muscle, montage.pairs[1].muscle
    holds = {first: [block()] * 3, second: [block(0.5)] * 3}
    found = calibrate(montage, REST, holds, **SETTINGS)
    assert isinstance(found, Calibration)
    assert [site.reference_uv for site in found.sites] == pytest.approx([40.0, 50.0, 30.0, 40.0])


def test_refuses_a_rest_of_more_than_a_third(montage: Montage) -> None:
    rest = REST.copy()
    rest[1] *= 9.0
    reasons = refused(montage, rest, [block()] * 3)
    assert reasons[0].startswith("frontalis right: contraction 50.0 µV is less than 3 times rest")
    assert len(reasons) == 1


def test_refuses_silence_missing_samples_few_and_short(montage: Montage) -> None:
    assert len(refused(montage, REST * 0.0, [block(0.0)] * 3)) == 4
    gap = block()
    gap[2, 300] = np.nan
    assert "missing or railed" in refused(montage, REST, [block(), gap, block()])[0]
    assert "only 2 contractions" in refused(montage, REST, [block()] * 2)[0]
    short = refused(montage, REST[:, :200], [block(), block(), block()[:, :100]])
    assert ["rest lasted 0.8 s" in short[0], "contraction 3 lasted 0.4 s" in short[1]] == [True] * 2


def test_a_percentage_under_other_settings_is_refused(montage: Montage) -> None:
    found = locked(montage)
    same = {name: SETTINGS[name] for name in ("fs_hz", "band", "rms_window_s", "board", "gain")}
    assert found.misfit(**same) is None
    other = found.misfit(**{**same, "gain": 12.0, "band": Band(20.0, 450.0)})
    assert other is not None
    assert "another band, gain" in other.reason
    assert "Repeat the calibration" in other.remedy
