"""The locked measurement: found by muscle, survives the session file."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from emg_signal.calibration import Calibration, SiteCalibration
from emg_signal.chunk import Origin
from emg_signal.filters import Band
from emg_signal.measurement import Measurement
from emg_signal.montage import Montage
from emg_signal.quality import Quality, QualityReport
from emg_signal.symmetry import Symmetry


@pytest.fixture
def measurement(montage: Montage) -> Measurement:
    band = Band(20.0, 65.0)
    sites = tuple(
        SiteCalibration(site, 2.0, 40.0, (39.0, 40.0, 41.0), 2.5, 20.0) for site in montage.sites
    )
    symmetry = Symmetry(montage.pairs[0], 6.0, (2.0, 10.0), 5, (40.0,) * 5, (35.0,) * 5, 1, band)
    return Measurement(
        subject="P-1",
        montage=montage,
        board="test board",
        origin=Origin.SIMULATED,
        fs_hz=250.0,
        band=band,
        calibration=Calibration(sites, 250.0, band, 0.124, "b", None, "2026-01-01T12:00:00+00:00"),
        symmetries=(symmetry,),
        quality=(
            QualityReport(Quality.GOOD),
            QualityReport(Quality.FLAT, "c", "r"),
            *[QualityReport(Quality.GOOD)] * 2,
        ),
        locked_at_utc="2026-01-01T12:01:00+00:00",
        locked_at_s=100.0,
    )


def test_survives_json(measurement: Measurement) -> None:
    stored = json.loads(json.dumps(measurement.as_dict()))
    assert Measurement.from_dict(stored) == measurement


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
