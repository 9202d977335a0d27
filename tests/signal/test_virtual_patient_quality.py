"""The quality states on the virtual patient behind the simulated converter: no wolf is cried."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from emg_signal.chunk import SampleFlag
from emg_signal.filters import design_filters
from emg_signal.pipeline import Pipeline
from emg_signal.quality import Quality, QualityMonitor
from emg_simulators.ads1299 import Ads1299Converter
from emg_simulators.fault_text import parse_faults
from emg_simulators.patient import Patient
from emg_simulators.scenario import load_scenario
from emg_simulators.source import rendering_rate_hz

FS_HZ, UV_PER_COUNT = 250.0, 4.5 / (2**23 - 1) / 24 * 1e6


def told(chunks: Any, faults: list[str], seconds: int) -> list[tuple[float, list[Quality]]]:
    """Return what is reported of each site ten times a second, on the demo patient."""
    scenario = load_scenario("demo")
    patient = Patient(
        scenario, seed=3, render_hz=rendering_rate_hz(FS_HZ), n_channels=8,
        faults=parse_faults(faults),
    )  # fmt: skip
    raw = Ads1299Converter(patient, fs_hz=FS_HZ).read_counts(seconds * 250) * UV_PER_COUNT
    flags = np.where(np.abs(raw) > 187_499.0, SampleFlag.RAILED, SampleFlag.OK).astype(np.uint8)
    pipeline = Pipeline(design_filters(FS_HZ, board_high_hz=65.0), 8)
    monitor = QualityMonitor(scenario.montage, FS_HZ, mains_hz=50.0)
    answers = []
    for piece in chunks.cut(chunks.of(raw, flags=flags), [25]):
        monitor.push(piece, pipeline.push(piece))
        reports = monitor.reports(age_s=0.0, calibration=None)
        answers.append((piece.next_index / FS_HZ, [report.quality for report in reports]))
    return answers


def test_nothing_is_said_of_a_patient_without_faults(chunks: Any) -> None:
    settled = [states for time_s, states in told(chunks, [], 20) if time_s > 1.2]
    assert {state for states in settled for state in states} == {Quality.UNCALIBRATED}


@pytest.mark.parametrize(
    ("fault", "state", "within_s"),
    [("leadoff 3@10s+4s", Quality.LEAD_OFF, 2.0), ("rail 3@10s+2s", Quality.RAILED, 0.25)],
)
def test_a_fault_is_noticed_in_time_on_its_own_lane(
    chunks: Any, fault: str, state: Quality, within_s: float
) -> None:
    answers = told(chunks, [fault], 13)
    noticed = next(time_s for time_s, states in answers if states[2] is state)
    assert 10.0 <= noticed <= 10.0 + within_s
    beside = {s for time_s, states in answers if time_s > 1.2 for s in states[:2] + states[3:]}
    assert beside == {Quality.UNCALIBRATED}
