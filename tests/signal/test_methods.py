"""The methods paragraph: ISEK's items are all in it, and none is invented."""

from __future__ import annotations

import json
from dataclasses import replace

from emg_signal.document import as_document, from_document
from emg_signal.filters import Band, FilterSettings, design_filters
from emg_signal.measurement import Measurement
from emg_signal.methods import NOT_RECORDED, RecordingMetadata, methods_text

FULL = RecordingMetadata(
    electrode_material="Ag/AgCl",
    electrode_shape="round, pre-gelled",
    electrode_size_mm=2.5,
    electrode_spacing_mm=10.0,
    skin_preparation="alcohol",
    placement="along the fibres",
    reference_electrode="mid-forehead at the hair line",
    amplifier="OpenBCI Cyton (ADS1299)",
    input_impedance_ohm=1e9,
    cmrr_db=110.0,
    gain=24.0,
    resolution_uv=0.02235,
    electrode_impedance_ohm=8000.0,
)
ISEK = [
    "Ag/AgCl", "round, pre-gelled", "2.5 mm", "spacing 10 mm", "alcohol", "along the fibres",
    "mid-forehead", "8000 ohm", "OpenBCI Cyton", "input impedance 1e+09 ohm", "110 dB", "gain 24",
    "0.02235 µV", "sampled at 250 Hz", "Butterworth", "order 4", "20-112.5 Hz",
    "looked for from 50 Hz on", "true band of all amplitudes is 20-65 Hz", "over 124 ms",
    "signal to noise 20.0", "3 contractions", "frontalis: +6.0 % (+2.0 to +10.0, n = 5)",
    "placements: 1", "origin of the samples: simulated",
]  # fmt: skip


def test_every_item_that_isek_asks_for_is_in_the_text(measurement: Measurement) -> None:
    text = methods_text(
        FULL, design_filters(250.0, board_high_hz=65.0).settings, measurement, "1.2.3"
    )
    assert [item for item in ISEK if item not in text] == []
    assert NOT_RECORDED not in text
    assert FULL.missing == ()
    assert text.endswith("Processed with Evenhand 1.2.3.")


def test_what_nobody_entered_is_said_to_be_missing(measurement: Measurement) -> None:
    empty = RecordingMetadata(gain=24.0)
    text = methods_text(empty, design_filters(250.0).settings, measurement)
    assert text.count(NOT_RECORDED) == len(empty.missing) == 12
    assert text.endswith("Processed with Evenhand.")


def test_filters_are_said_as_they_were(measurement: Measurement) -> None:
    without = design_filters(1000.0, band=Band(20.0, 450.0), mains_hz=None)
    text = methods_text(FULL, without.settings, replace(measurement, symmetries=()))
    assert "Mains hum was not removed" in text
    assert "asymmetry index" not in text
    before = FilterSettings(1000.0, without.band, without.band, 50.0, 3, 4, 1.6667)
    many = methods_text(FULL, before, measurement)
    assert "notch at 50 Hz and 2 harmonics (1.67 Hz wide at -3 dB)" in many


def test_survives_json() -> None:
    stored = json.loads(json.dumps(as_document(FULL)))
    assert from_document(RecordingMetadata, stored) == FULL
    assert from_document(RecordingMetadata, {**stored, "of_a_later_version": 1}) == FULL
