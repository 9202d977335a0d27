"""A scenario or any recording that playback reads can be the patient."""

import numpy as np
import pytest
from scipy import signal

from emg_signal.errors import EmgError
from emg_simulators.ads1299 import Ads1299Converter, uv_per_count
from emg_simulators.fault_text import parse_fault
from emg_simulators.open_source import open_source
from emg_simulators.patient import Patient


def write_recording(path):
    """Write three seconds of the OpenBCI GUI's text format."""
    lines = [
        "%OpenBCI Raw EXG Data",
        "%Number of channels = 8",
        "%Sample Rate = 250 Hz",
        "%Board = OpenBCI_GUI$BoardCytonSerial",
        "Sample Index, " + ", ".join(f"EXG Channel {i}" for i in range(8)) + ", Timestamp",
    ]
    for i in range(750):
        wave = 100 * np.sin(2 * np.pi * 20 * i / 250)
        values = ", ".join(f"{1000.0 + k + wave:.4f}" for k in range(8))
        lines.append(f"{i % 256}, {values}, {1_600_000_000 + i / 250:.4f}")
    path.write_text("\n".join(lines) + "\n")
    return path


def test_a_recording_is_the_patient(tmp_path):
    opened = open_source(write_recording(tmp_path / "r.txt"), render_hz=4000.0, n_channels=8)
    uv = Ads1299Converter(opened.source, fs_hz=250.0).read_counts(600) * uv_per_count(24)
    assert uv.mean(axis=1) == pytest.approx(1000 + np.arange(8), abs=1.5)
    assert uv[:, 50:550].std(axis=1) * 2**0.5 == pytest.approx(np.full(8, 97.0), rel=0.03)
    assert opened.source.impedance_ohm[0] == 10_000.0


def test_faults_act_on_a_recording_too(tmp_path):
    faults = [parse_fault("flat 2@1s"), parse_fault("drop 1%@0s")]
    opened = open_source(
        write_recording(tmp_path / "r.txt"), render_hz=4000.0, n_channels=8, faults=faults
    )
    uv = opened.source.render(8000)
    assert not uv[1, 4000:].any()
    assert uv[0, 4000:].any()
    assert [fault.name for fault in opened.faults] == ["flat", "drop"]


def test_a_scenario_brings_its_faults():
    opened = open_source("demo", render_hz=4000.0, n_channels=8, faults=[parse_fault("tap 1@1s")])
    assert isinstance(opened.source, Patient)
    assert opened.source.render(10).shape == (8, 10)
    assert [fault.name for fault in opened.faults] == ["tap"]
    assert opened.source.impedance_ohm[3] == 5_000.0


def test_what_is_neither_is_refused(tmp_path):
    (tmp_path / "x.txt").write_text("hello\n")
    for name in (tmp_path / "x.txt", tmp_path / "absent.txt", "no such"):
        with pytest.raises(EmgError):
            open_source(name, render_hz=4000.0, n_channels=8)


def test_a_real_cyton_recording_keeps_its_jaw_clench_bursts(shared_data):
    """Bursts at about 8 to 13 s on channels 3 and 5, counted from 1 (docs/recordings.md)."""
    cyton = shared_data / "cyton_jaw_clench_250hz.txt"
    opened = open_source(cyton, render_hz=4000.0, n_channels=8)
    uv = Ads1299Converter(opened.source, fs_hz=250.0).read_counts(250 * 10) * uv_per_count(24)
    # Below the 60 Hz hum that this recording is full of.
    sos = signal.butter(4, [20, 50], btype="band", fs=250, output="sos")
    band = signal.sosfilt(sos, uv - uv[:, :1], axis=1)
    burst, quiet = band[:, 2000:2500].std(axis=1), band[:, 750:2000].std(axis=1)
    assert burst[2] > 1.6 * quiet[2]
    assert burst[4] > 1.3 * quiet[4]
    assert burst[0] < 1.2 * quiet[0]


def test_a_real_facial_recording_plays_at_its_size(shared_data):
    biopac = shared_data / "facial_emg_biopac_1000hz.txt"
    opened = open_source(biopac, render_hz=4000.0, n_channels=8, units={"3": "mV"})
    assert opened.source.render(4000).shape == (8, 4000)
