"""The locked measurement: found by muscle, survives the session file."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from emg_signal.document import as_document, from_document
from emg_signal.measurement import Measurement
from emg_signal.quality import Quality


def test_survives_json(measurement: Measurement) -> None:
    stored = json.loads(json.dumps(as_document(measurement)))
    assert from_document(Measurement, stored) == measurement


def test_finds_by_muscle(measurement: Measurement) -> None:
    assert measurement.symmetry_of("frontalis") is measurement.symmetries[0]
    assert measurement.symmetry_of("zygomaticus") is None
    left, right = measurement.quality_of("frontalis")
    assert (left.quality, right.quality) == (Quality.GOOD, Quality.FLAT)
    with pytest.raises(KeyError):
        measurement.quality_of("mentalis")


def test_its_age_is_never_negative(measurement: Measurement) -> None:
    assert measurement.age_s(160.5) == 60.5
    assert measurement.age_s(99.0) == 0.0


def test_a_report_per_site_or_none(measurement: Measurement) -> None:
    with pytest.raises(ValueError, match="3 reports for 4 sites"):
        replace(measurement, quality=measurement.quality[:3])
