"""The quality states on the virtual patient behind the simulated converter: no wolf is cried."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from emg_signal.chunk import Chunk, Origin, SampleFlag
from emg_signal.filters import design_filters
from emg_signal.montage import Montage
from emg_signal.pipeline import Pipeline
from emg_signal.quality import Quality, QualityMonitor
from emg_simulators.ads1299 import Ads1299Converter
from emg_simulators.boards.text_firmware import TenBitSource
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


BOARD_RATES_HZ = {
    "daisy": 125.0,
    "ganglion": 200.0,
    "cyton": 250.0,
    "framed": 500.0,
    "wifi": 1000.0,
}
"""Boards that resolve what a fallen lead picks up in the room `typical`, some 60 mV of hum."""


def reported_on_typical(
    raw_uv: np.ndarray[Any, Any], flags: np.ndarray[Any, Any], fs_hz: float
) -> list[tuple[float, list[Quality]]]:
    """Return what is reported of each site four times a second."""
    n_lanes = raw_uv.shape[0]
    montage = Montage("m", load_scenario("typical").montage.pairs[: n_lanes // 2])
    pipeline = Pipeline(design_filters(fs_hz), n_lanes)
    monitor = QualityMonitor(montage, fs_hz, mains_hz=50.0)
    step, answers = round(fs_hz / 4), []
    for at in range(0, raw_uv.shape[1] - step + 1, step):
        part = slice(at, at + step)
        chunk = Chunk(raw_uv[:, part], fs_hz, at, 0.0, Origin.SIMULATED, flags[:, part])
        monitor.push(chunk, pipeline.push(chunk))
        reports = monitor.reports(age_s=0.0, calibration=None)
        answers.append(((at + step) / fs_hz, [report.quality for report in reports]))
    return answers


@pytest.mark.parametrize("seed", [0, 1, 7])
@pytest.mark.parametrize("board", BOARD_RATES_HZ)
def test_a_fallen_lead_is_called_lead_off_in_an_ordinary_room(board: str, seed: int) -> None:
    fs_hz = BOARD_RATES_HZ[board]
    patient = Patient(
        load_scenario("typical"), seed=seed, render_hz=rendering_rate_hz(fs_hz), n_channels=4,
        faults=parse_faults(["leadoff 3@3s"]),
    )  # fmt: skip
    raw_uv = Ads1299Converter(patient, fs_hz=fs_hz).read_counts(round(7 * fs_hz)) * UV_PER_COUNT
    raw_uv = raw_uv[:4]
    answers = reported_on_typical(raw_uv, np.zeros(raw_uv.shape, np.uint8), fs_hz)
    told = {time_s: states[2] for time_s, states in answers}
    assert all(state is not Quality.LEAD_OFF for time_s, state in told.items() if time_s <= 3.0)
    late = {time_s: state for time_s, state in told.items() if time_s >= 4.25}
    assert set(late.values()) == {Quality.LEAD_OFF}, late
    beside = {s for _, states in answers for s in states[:2] + states[3:]}
    assert Quality.LEAD_OFF not in beside


@pytest.mark.parametrize("seed", [0, 3])
@pytest.mark.parametrize("fs_hz", [250.0, 500.0, 1000.0])
def test_a_fallen_lead_is_called_so_where_the_mains_have_strong_harmonics(
    fs_hz: float, seed: int
) -> None:
    patient = Patient(
        load_scenario("laboratory"), seed=seed, render_hz=rendering_rate_hz(fs_hz), n_channels=4,
        faults=parse_faults(["leadoff 3@3s"]),
    )  # fmt: skip
    raw_uv = Ads1299Converter(patient, fs_hz=fs_hz).read_counts(round(6 * fs_hz)) * UV_PER_COUNT
    raw_uv = raw_uv[:4]
    answers = reported_on_typical(raw_uv, np.zeros(raw_uv.shape, np.uint8), fs_hz)
    assert {states[2] for time_s, states in answers if time_s >= 4.25} == {Quality.LEAD_OFF}
    beside = {s for _, states in answers for s in states[:2] + states[3:]}
    assert Quality.LEAD_OFF not in beside


@pytest.mark.parametrize("seed", [0, 1, 7])
def test_a_ten_bit_board_calls_a_fallen_lead_railed(seed: int) -> None:
    fs_hz, count_uv = 250.0, 25.0  # its range ends at 12.8 mV, the hum does not
    patient = Patient(
        load_scenario("typical"), seed=seed, render_hz=fs_hz, n_channels=4,
        faults=parse_faults(["leadoff 3@3s"]),
    )  # fmt: skip
    board = TenBitSource(patient, count_uv, 4)
    counts = np.array([board.next_sample() for _ in range(round(6 * fs_hz))]).T
    flags = np.where((counts <= 0) | (counts >= 1023), SampleFlag.RAILED, SampleFlag.OK)
    answers = reported_on_typical((counts - 512) * count_uv, flags.astype(np.uint8), fs_hz)
    assert {states[2] for time_s, states in answers if time_s >= 3.5} == {Quality.RAILED}
    beside = {s for _, states in answers for s in states[:2] + states[3:]}
    assert not beside & {Quality.RAILED, Quality.LEAD_OFF}
