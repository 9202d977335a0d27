"""The filters: what they pass, what they refuse, and the band that they are true for."""

from __future__ import annotations

import json

import numpy as np
import pytest
from scipy import signal

from emg_signal.document import as_document, from_document
from emg_signal.errors import FilterDesignError
from emg_signal.filters import Band, FilterSettings, design_filters


def gain(sos: np.ndarray, at_hz: float, fs_hz: float) -> float:
    _, response = signal.sosfreqz(np.array(sos), worN=[at_hz], fs=fs_hz)
    return float(abs(response[0]))


def test_a_cyton_is_labelled_with_the_band_that_its_chip_carries() -> None:
    design = design_filters(250.0, board_high_hz=65.0)
    assert design.true_band == Band(20.0, 65.0)
    assert design.true_band.label == "20-65 Hz"
    assert design.band == Band(20.0, 112.5)
    # Not filtered twice: at 65 Hz the digital filter takes away almost nothing.
    assert gain(design.sos, 64.9, 250.0) > 0.99


@pytest.mark.parametrize(("fs_hz", "high_hz"), [(125.0, 56.25), (1000.0, 450.0), (4000.0, 450.0)])
def test_default_band_is_what_the_rate_carries(fs_hz: float, high_hz: float) -> None:
    assert design_filters(fs_hz, mains_hz=50.0).true_band == Band(20.0, high_hz)


@pytest.mark.parametrize("fs_hz", [250.0, 500.0, 1000.0, 2000.0, 4000.0])
def test_corners_are_three_decibels_down_and_nothing_is_notched(fs_hz: float) -> None:
    design = design_filters(fs_hz)
    for corner in (design.band.low_hz, design.band.high_hz):
        assert gain(design.sos, corner, fs_hz) == pytest.approx(np.sqrt(0.5), abs=0.003)
    assert gain(design.sos, 50.0, fs_hz) == pytest.approx(1.0, abs=0.01)
    assert gain(design.sos, 75.0, fs_hz) == pytest.approx(1.0, abs=0.01)


def test_sections_are_scipys_own() -> None:
    design = design_filters(1000.0, band=Band(20.0, 450.0), mains_hz=None)
    expected = signal.butter(4, [20, 450], "bandpass", fs=1000, output="sos")
    assert np.array_equal(design.sos, expected)


def test_the_sections_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="read-only"):
        design_filters(250.0).sos[0, 0] = 1.0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"fs_hz": 250.0, "band": Band(20.0, 125.0)}, "cannot carry a band of 20-125 Hz"),
        ({"fs_hz": 250.0, "band": Band(20.0, 450.0)}, "half the rate is 125 Hz"),
        ({"fs_hz": 250.0, "band": Band(60.0, 30.0)}, "empty"),
        ({"fs_hz": 250.0, "band": Band(0.0, 30.0)}, "low corner is 0 Hz"),
        ({"fs_hz": 250.0, "band": Band(20.0, float("nan"))}, "nan"),
        ({"fs_hz": 40.0}, "carry no EMG band"),
        ({"fs_hz": 0.0}, "sampling rate is 0 Hz"),
        ({"fs_hz": float("inf")}, "inf"),
        ({"fs_hz": 100.0, "mains_hz": 50.0}, "cannot show hum of 50 Hz"),
        ({"fs_hz": 250.0, "mains_hz": -50.0}, "mains frequency is -50 Hz"),
        ({"fs_hz": 250.0, "board_high_hz": 15.0}, "carries up to 15 Hz"),
    ],
)
def test_a_design_that_the_rate_cannot_carry_is_an_error(
    arguments: dict[str, object], words: str
) -> None:
    with pytest.raises(FilterDesignError, match=words):
        design_filters(**arguments)  # type: ignore[arg-type]


def test_settings_survive_json() -> None:
    design = design_filters(250.0, board_high_hz=65.0)
    stored = json.loads(json.dumps(as_document(design.settings)))
    assert from_document(FilterSettings, stored) == design.settings
    assert stored["mains_hz"] == 50.0
    assert stored["hum_followed"] is True
    assert not design_filters(250.0, mains_hz=None).settings.hum_followed


def test_a_record_from_before_hum_was_followed_had_notches() -> None:
    stored = {
        "fs_hz": 250.0, "band": {"low_hz": 20.0, "high_hz": 112.5}, "order": 4,
        "true_band": {"low_hz": 20.0, "high_hz": 65.0}, "mains_hz": 50.0, "harmonics": 2,
        "notch_bandwidth_hz": 1.6667,
    }  # fmt: skip
    old = from_document(FilterSettings, stored)
    assert (old.hum_followed, old.harmonics, old.notch_bandwidth_hz) == (False, 2, 1.6667)
