"""Quality states: each noticed in time, with cause and remedy, and none rounded up."""

from __future__ import annotations

import json
import re
from typing import Any

import numpy as np
import pytest
from scipy import signal

from emg_signal.calibration import Calibration, SiteCalibration
from emg_signal.chunk import SampleFlag
from emg_signal.document import as_document, from_document
from emg_signal.filters import Band, design_filters
from emg_signal.montage import Montage
from emg_signal.pipeline import Pipeline
from emg_signal.quality import (
    NOTICED_WITHIN_S,
    SEVERITY,
    Quality,
    QualityMonitor,
    QualityReport,
    of_pair,
    worst,
)

FS_HZ = 250.0


class Watched:
    """A pipeline and a monitor fed together."""

    def __init__(self, montage: Montage, chunks: Any, *, mains_hz: float | None = 50.0) -> None:
        self.chunks = chunks
        self.pipeline = Pipeline(design_filters(FS_HZ, mains_hz=mains_hz), 4)
        self.monitor = QualityMonitor(montage, FS_HZ, mains_hz=mains_hz)
        self.index = 0
        sites = tuple(SiteCalibration(site, 2, 40, (40, 40, 40), 0, 20) for site in montage.sites)
        self.calibration = Calibration(sites, FS_HZ, Band(20, 65), 0.124, "b", 24, "2026-01-01")

    def feed(self, raw: np.ndarray, flags: np.ndarray | None = None, lost: int = 0) -> None:
        self.index += lost
        chunk = self.chunks.of(raw, flags=flags, first_index=self.index, lost=lost)
        self.index += raw.shape[1]
        self.monitor.push(chunk, self.pipeline.push(chunk))

    def told(self, age_s: float = 0.02, *, calibrated: bool = True) -> list[QualityReport]:
        calibration = self.calibration if calibrated else None
        return list(self.monitor.reports(age_s=age_s, calibration=calibration))


@pytest.fixture
def watched(montage: Montage, chunks: Any) -> Watched:
    watched = Watched(montage, chunks)
    watched.feed(chunks.noise(4, 1000))
    return watched


def test_good_when_nothing_is_wrong(watched: Watched) -> None:
    assert [report.quality for report in watched.told()] == [Quality.GOOD] * 4
    assert watched.told()[0].is_usable


def test_uncalibrated_and_stale(watched: Watched) -> None:
    assert {r.quality for r in watched.told(calibrated=False)} == {Quality.UNCALIBRATED}
    assert {r.quality for r in watched.told(age_s=0.6)} == {Quality.STALE}
    assert {r.quality for r in watched.told(age_s=float("nan"))} == {Quality.STALE}
    assert "0.6 s old" in watched.told(age_s=0.6)[0].cause


def test_before_the_first_sample(montage: Montage) -> None:
    monitor = QualityMonitor(montage, FS_HZ, mains_hz=50.0)
    reports = monitor.reports(age_s=0.0, calibration=None)
    assert {report.quality for report in reports} == {Quality.STALE}
    assert reports[0].cause == "No sample has arrived yet."


def test_a_rail_is_noticed_at_its_first_sample_and_kept_for_two_seconds(
    watched: Watched, chunks: Any
) -> None:
    raw = chunks.noise(4, 1)
    flags = np.zeros((4, 1), dtype=np.uint8)
    flags[2] = SampleFlag.RAILED
    raw[2] = 187_500.0
    watched.feed(raw, flags)
    qualities = [report.quality for report in watched.told()]
    assert qualities == [Quality.GOOD, Quality.GOOD, Quality.RAILED, Quality.GOOD]
    watched.feed(chunks.noise(4, 500))
    assert watched.told()[2].quality is Quality.RAILED
    watched.feed(chunks.noise(4, 1))
    assert watched.told()[2].quality is Quality.GOOD


def test_something_that_is_no_number_is_named_so(watched: Watched, chunks: Any) -> None:
    flags = np.zeros((4, 1), dtype=np.uint8)
    flags[0] = SampleFlag.NOT_FINITE
    watched.feed(chunks.noise(4, 1), flags)
    assert "no number" in watched.told()[0].cause


def test_a_gap_until_the_filters_have_settled(watched: Watched, chunks: Any) -> None:
    watched.feed(chunks.noise(4, 10), lost=7)
    assert {r.quality for r in watched.told()} == {Quality.GAP}
    watched.feed(chunks.noise(4, 290))
    assert {r.quality for r in watched.told()} == {Quality.GOOD}


def test_a_flat_channel_within_a_second(watched: Watched, chunks: Any) -> None:
    raw = chunks.noise(4, 250)
    raw[1] = 1234.5
    watched.feed(raw)
    assert [r.quality for r in watched.told()[:2]] == [Quality.GOOD, Quality.FLAT]


@pytest.mark.parametrize("hum_hz", [50.0, 60.0])
def test_hum_that_is_left_in_within_five_seconds(
    montage: Montage, chunks: Any, hum_hz: float
) -> None:
    watched = Watched(montage, chunks, mains_hz=None)
    raw = chunks.noise(4, 1250, scale_uv=10.0)
    raw[3] += 40.0 * np.sin(2 * np.pi * hum_hz * np.arange(1250) / FS_HZ)
    watched.feed(raw)
    reports = watched.told()
    assert [r.quality for r in reports] == [Quality.GOOD] * 3 + [Quality.MAINS]
    assert f"{hum_hz:.1f} Hz hum are in the signal" in reports[3].cause
    assert f"Let hum of {hum_hz:g} Hz be taken out" in reports[3].remedy


@pytest.mark.parametrize("hum_hz", [49.94, 59.9])
def test_hum_that_is_followed_is_no_fault_and_what_is_left_is_known(
    montage: Montage, chunks: Any, hum_hz: float
) -> None:
    """Whatever the setting: it starts at 50 Hz here."""
    watched = Watched(montage, chunks)
    t = np.arange(2500) / FS_HZ
    watched.feed(chunks.noise(4, 2500, scale_uv=5.0) + 40.0 * np.sin(2 * np.pi * hum_hz * t))
    assert {r.quality for r in watched.told()} == {Quality.GOOD}
    for site in montage.sites:
        left_uv = watched.monitor.hum_left_uv(site)
        assert left_uv is not None
        assert left_uv <= 1.0


def test_hum_that_cannot_be_followed_is_said_to_be_left(montage: Montage, chunks: Any) -> None:
    """Hum whose size comes and goes three times a second, as through a loose lead."""
    watched = Watched(montage, chunks)
    t = np.arange(2500) / FS_HZ
    raw = chunks.noise(4, 2500, scale_uv=5.0)
    raw[1] += 100.0 * (1.0 + np.sin(2 * np.pi * 3.0 * t)) * np.sin(2 * np.pi * 50.0 * t)
    raw[1] += 60.0 * np.sin(2 * np.pi * (50.4 * t + 0.3 * np.sin(2 * np.pi * 0.7 * t)))
    watched.feed(raw)
    told = watched.told()
    assert told[1].quality is Quality.MAINS
    assert "hum are left after what is taken out" in told[1].cause


def test_an_electrode_in_the_air_is_told_though_the_notch_takes_its_hum(
    watched: Watched, chunks: Any
) -> None:
    raw = chunks.noise(4, 1000, scale_uv=10.0)
    raw[0] = chunks.noise(1, 1000, scale_uv=1.0)[0]
    raw[0] += 2000.0 * np.sin(2 * np.pi * 50.0 * np.arange(1000) / FS_HZ)
    watched.feed(raw)
    assert watched.told()[0].quality is Quality.LEAD_OFF
    assert "µV of 50 Hz hum arrives" in watched.told()[0].cause


def test_reports_the_worst_and_finds_all(watched: Watched, chunks: Any) -> None:
    raw = chunks.noise(4, 250)
    raw[1] = 1234.5
    watched.feed(raw)
    found = watched.monitor.findings(age_s=0.7, calibration=None)
    qualities = [report.quality for report in found[1]]
    assert qualities[:2] == [Quality.STALE, Quality.FLAT]
    assert qualities[-1] is Quality.UNCALIBRATED


def test_motion_clipping_and_their_end(watched: Watched, chunks: Any) -> None:
    raw = chunks.noise(4, 250)
    raw[0, 125:] += 2000.0
    raw[1] = np.clip(5.0 * raw[1], -80.0, 80.0)
    watched.feed(raw)
    told = watched.told()
    assert [r.quality for r in told[:2]] == [Quality.MOTION, Quality.CLIPPED]
    assert "moved by" in told[0].cause
    watched.feed(chunks.noise(4, 375, seed=5))  # the span in which a blink would come and go
    assert {r.quality for r in watched.told()} == {Quality.GOOD}


def test_lanes_that_share_signal_or_are_one(watched: Watched, chunks: Any) -> None:
    """Bridged electrodes (correlation > 0.999) are warned of within five seconds."""
    raw = chunks.noise(4, 500, seed=8)
    raw[1] = raw[0] + chunks.noise(1, 500, seed=2, scale_uv=0.2)[0]
    raw[3] = raw[2] + 0.6 * raw[3]
    watched.feed(raw)
    told = watched.told()
    assert [r.quality for r in told] == [Quality.BRIDGED] * 2 + [Quality.SHARED] * 2
    assert "same as that of frontalis right" in told[0].cause
    assert "shared with zygomaticus left" in told[3].cause


def test_ten_noisy_seconds(watched: Watched, chunks: Any) -> None:
    watched.feed(chunks.noise(4, 250, scale_uv=4.0))
    for seed in range(7):
        raw = chunks.noise(4, 250, seed=seed, scale_uv=4.0)
        raw[2] = chunks.noise(1, 250, seed=50 + seed, scale_uv=40.0)[0]
        watched.feed(raw)
    assert {r.quality for r in watched.told()} == {Quality.GOOD}
    for seed in range(4):
        raw = chunks.noise(4, 250, seed=20 + seed, scale_uv=4.0)
        raw[2] = chunks.noise(1, 250, seed=70 + seed, scale_uv=40.0)[0]
        watched.feed(raw)
    told = watched.told()
    assert [r.quality for r in told] == [Quality.GOOD] * 2 + [Quality.NOISY, Quality.GOOD]
    assert watched.told(calibrated=False)[2].quality is Quality.NOISY


def test_the_heart(watched: Watched, chunks: Any) -> None:
    raw = chunks.noise(4, 1500, seed=4, scale_uv=3.0)
    beat = 60.0 * signal.windows.gaussian(13, 2.0) * np.cos(np.arange(13) * 0.9)
    for at in range(30, 1480, 210):
        raw[3, at : at + 13] += beat
    watched.feed(raw)
    told = watched.told()
    assert [r.quality for r in told] == [Quality.GOOD] * 3 + [Quality.ECG]
    assert re.search("7[12] times a minute", told[3].cause)  # 250 / 210 per second


def test_an_unproven_lead_and_an_old_reference(watched: Watched, montage: Montage) -> None:
    told = watched.monitor.reports(
        age_s=0.0,
        calibration=watched.calibration,
        reference_age_s=3700.0,
        proven=frozenset(montage.sites[1:]),
    )
    assert [r.quality for r in told] == [Quality.UNPROVEN] + [Quality.OLD_REFERENCE] * 3
    assert "62 minutes old" in told[1].cause


def test_worse_is_never_rounded_up_to_better() -> None:
    """Adding a finding never improves what is reported."""
    reports = [QualityReport(quality) for quality in SEVERITY]
    for held in reports:
        for added in reports:
            both = worst([held, added]).quality
            assert SEVERITY.index(both) >= SEVERITY.index(worst([held]).quality)
    assert worst([]).quality is Quality.GOOD


def test_long_chunks_and_short_ones_are_judged_alike(montage: Montage, chunks: Any) -> None:
    raw = chunks.noise(4, 4000, seed=6)
    raw[2, 3000:] = 5.0
    once, streamed = Watched(montage, chunks), Watched(montage, chunks)
    once.feed(raw)
    for at in range(0, 4000, 13):
        streamed.feed(raw[:, at : at + 13])
    assert once.told() == streamed.told()


def test_reports_survive_json() -> None:
    report = QualityReport(Quality.FLAT, "cause", "remedy")
    assert from_document(QualityReport, json.loads(json.dumps(as_document(report)))) == report


def test_a_quiet_minute_of_a_face_at_work_cries_no_wolf(montage: Montage, chunks: Any) -> None:
    """Contractions, hum on the notch and drifting offsets: nothing is said but uncalibrated."""
    rng = np.random.default_rng(12)
    watched = Watched(montage, chunks)
    t = np.arange(60 * 250) / FS_HZ
    sos = signal.butter(2, (20, 65), "bandpass", fs=FS_HZ, output="sos")
    effort = 3.0 + 60.0 * (np.sin(2 * np.pi * t / 5.0) > 0.3)
    raw = effort * signal.sosfilt(sos, rng.normal(size=(4, t.size)), axis=1) / 0.55
    raw += 5.0 * np.sin(2 * np.pi * 50.0 * t) + rng.normal(0, 0.14, raw.shape)
    raw += np.cumsum(rng.normal(0.0, 1.0, raw.shape), axis=1) + 10_000.0
    told = set()
    for at in range(0, t.size, 25):
        watched.feed(raw[:, at : at + 25])
        if at > 2 * 250:
            told |= {report.quality for report in watched.told(calibrated=False)}
    assert told == {Quality.UNCALIBRATED}


def test_a_pair_is_as_good_as_its_worse_side() -> None:
    good, flat = QualityReport(Quality.GOOD), QualityReport(Quality.FLAT, "Dead.", "Plug in.")
    assert of_pair(good, good) == good
    assert of_pair(good, flat) == QualityReport(Quality.FLAT, "Right: Dead.", "Plug in.")
    assert of_pair(flat, flat).cause == "Left and Right: Dead."
    railed = QualityReport(Quality.RAILED, "End of range.")
    assert of_pair(railed, flat).cause == "Left: End of range."


def test_every_state_but_good_says_how_long_it_takes() -> None:
    assert set(NOTICED_WITHIN_S) == set(Quality) - {Quality.GOOD}


def test_hum_on_all_lanes_is_hum_and_no_bridge(montage: Montage, chunks: Any) -> None:
    """150 µV, and its third and fifth harmonic folded; all of it goes, or is said to be left."""
    for mains_hz, expected in ((50.0, Quality.GOOD), (None, Quality.MAINS)):
        watched = Watched(montage, chunks, mains_hz=mains_hz)
        t = np.arange(2000) / FS_HZ
        hum = 150.0 * np.sin(2 * np.pi * 50.0 * t)
        hum += 30.0 * (np.sin(2 * np.pi * 150.0 * t) + 0.5 * np.sin(2 * np.pi * 250.0 * t))
        watched.feed(chunks.noise(4, 2000, scale_uv=5.0) + hum)
        assert {report.quality for report in watched.told()} == {expected}
