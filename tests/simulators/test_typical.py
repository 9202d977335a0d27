"""The patient `typical` beside what real facial recordings show; `laboratory` stays clean.

The bounds are those of the field's table (docs/patient.md): quartiles where they are known, else
the middle with what a short stretch leaves open.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from emg_simulators.patient import Patient
from emg_simulators.scenario import load_scenario

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def measured() -> ModuleType:
    sys.path.insert(0, str(BENCHMARKS))
    try:
        spec = importlib.util.spec_from_file_location(
            "patient_typical", BENCHMARKS / "patient_typical.py"
        )
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(BENCHMARKS))
    return module


def test_hum_rest_and_drift_are_those_of_real_recordings(measured: ModuleType) -> None:
    rest = measured.at_rest("typical")
    assert 58.0 <= rest["hum_uv"] <= 72.0
    assert -0.11 <= rest["hum_off_hz"] <= -0.02
    assert rest["rest_uv"][0] >= 3.0
    assert rest["rest_uv"][-1] <= 7.0
    assert 34.0 <= rest["drift_uv"] <= 46.0
    assert rest["likeness"] < 0.2
    assert measured.second_harmonic("typical") == pytest.approx(0.07, abs=0.01)


def test_holds_rise_waver_and_repeat_as_those_of_real_people(measured: ModuleType) -> None:
    assert 22.0 <= measured.hold_variation("typical") <= 30.0
    assert 240.0 <= measured.rise_ms("typical") <= 360.0
    varies, lag = measured.repetitions("typical")
    assert 27.0 <= varies <= 38.0
    assert 0.4 <= lag <= 0.6


def test_blinks_and_clock(measured: ModuleType) -> None:
    assert 13.0 <= measured.blinks_a_minute("typical") <= 19.0
    assert 0.06 <= measured.clock_percent("typical") <= 0.12


def test_a_common_reference_makes_every_lane_alike(measured: ModuleType) -> None:
    assert 0.6 <= measured.at_rest("common_reference")["likeness"] <= 0.94


def test_the_laboratory_stays_as_it_was(measured: ModuleType) -> None:
    rest = measured.at_rest("laboratory")
    assert rest["hum_uv"] < 1.0
    assert rest["rest_uv"][-1] < 1.0
    assert rest["drift_uv"] < 12.0
    varies, lag = measured.repetitions("laboratory")
    assert varies < 6.0
    assert abs(lag) < 0.15
    assert measured.rise_ms("laboratory") < 150.0
    assert load_scenario("demo") == load_scenario("laboratory")


def test_blinks_do_not_depend_on_how_samples_are_asked_for() -> None:
    whole = Patient(load_scenario("typical")).render(40_000)
    patient = Patient(load_scenario("typical"))
    parts = [patient.render(n) for n in (1, 333, 9_666, 30_000)]
    np.testing.assert_array_equal(np.concatenate(parts, axis=1), whole)


@pytest.mark.skipif(
    "EVENHAND_RECORDINGS" not in os.environ, reason="EVENHAND_RECORDINGS names no folder"
)
def test_the_same_figures_of_a_real_cyton(measured: ModuleType) -> None:
    """Its hum lies where `typical` has it; its rest, at the scalp, is no face's."""
    file, channel, rest_s, unit = measured.RECORDINGS[0]
    path = Path(os.environ["EVENHAND_RECORDINGS"]) / file
    if not path.exists():
        pytest.skip(f"no {file}")
    found = measured.recording(path, channel, rest_s, unit)
    assert -0.11 <= found["hum_off_hz"] <= -0.02
    assert found["hum_uv"] > 20.0
    assert found["drift_uv"] > 20.0
