"""What leaves in other programs' formats is what was recorded, gap by gap, and names nobody."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import edfio
import numpy as np
import pytest

from emg_device.recordings.edf import read_edf
from emg_device.recordings.recording import FileChoice
from emg_session.entries import SegmentHeader
from emg_session.export.edf import write_edf
from emg_session.export.exporting import export_session
from emg_session.export.form import ExportFormat
from emg_session.export.stretch import Stretch, stretches
from emg_session.live import LiveSession
from emg_session.montage_files import default_montage
from emg_session.store import SessionFile
from emg_session.stored import read_session
from emg_session.visit import VisitSetup
from emg_signal.errors import ConfigError, RecordError

LOST = slice(1000, 1040)
BEGAN = "2026-03-02T09:30:00.123456+00:00"


@pytest.fixture
def record(scripted_device: Any, face: Callable[..., Any], tmp_path: Path) -> Path:
    """Ten seconds of eight channels, 40 samples lost after the fourth, and a mark."""
    from emg_session.protocol import calibration_protocol

    path = tmp_path / "v.evenhand"
    samples = face(calibration_protocol(), {})[:, :2500]
    setup = VisitSetup(record=path, subject="P-0007-canary")
    session = LiveSession(scripted_device(samples, drop=LOST), default_montage(8), setup)
    with session:
        session.mark("smile", index=2200)
        assert session.ended.wait(60)
    return path


def recorded_uv(path: Path) -> np.ndarray:
    return read_session(path).samples_uv(0)


def test_bdf_holds_every_sample_the_gap_and_the_mark(record: Path, tmp_path: Path) -> None:
    done = export_session(record, tmp_path / "out")
    assert [f.name for f in done.files] == ["v_run-1_emg.bdf", "v_run-1_events.tsv"]
    assert done.seconds == pytest.approx(2460 / 250)
    read = edfio.read_bdf(done.files[0])
    values = np.stack([signal.data for signal in read.signals])[:, :2500]
    kept = np.delete(values, np.arange(LOST.start, LOST.stop), axis=1)
    steps = np.array([s.physical_range[1] / (2**23 - 1) for s in read.signals])
    assert (np.abs(kept - recorded_uv(record)).max(axis=1) <= steps / 2 * 1.001).all()
    assert (values[:, LOST] == values[:, LOST.start - 1 : LOST.start]).all()
    told = {a.text: (a.onset, a.duration) for a in read.annotations}
    assert told["BAD_gap"] == (4.0, pytest.approx(0.16))
    assert told["smile"][0] == pytest.approx(2200 / 250)
    assert told["end of recording"][0] == pytest.approx(10.0)


def test_our_own_reader_opens_it_as_a_recording(record: Path, tmp_path: Path) -> None:
    bdf = export_session(record, tmp_path / "out").files[0]
    recording = read_edf(bdf, bdf.read_bytes(), FileChoice())
    assert recording.fs_hz == 250
    assert recording.samples_uv.shape == (2500, 8)
    assert recording.channel_names[0].startswith("EMG1 ")
    assert "smile" in [event.name for event in recording.events]


def test_edf_is_within_half_a_step_of_each_channel(record: Path, tmp_path: Path) -> None:
    read = edfio.read_edf(export_session(record, tmp_path, ExportFormat.EDF).files[0])
    values = np.stack([signal.data for signal in read.signals])[:, :2500]
    kept = np.delete(values, np.arange(LOST.start, LOST.stop), axis=1)
    steps = np.array([s.physical_range[1] / (2**15 - 1) for s in read.signals])
    assert (np.abs(kept - recorded_uv(record)).max(axis=1) <= steps / 2 * 1.001).all()


def test_csv_leaves_the_gap_out_and_names_its_units(record: Path, tmp_path: Path) -> None:
    done = export_session(record, tmp_path / "out", ExportFormat.CSV)
    rows = list(csv.reader(done.files[0].read_text().splitlines()))
    assert rows[0][:2] == ["sample", "time (s)"]
    assert all(name.endswith(" (uV)") for name in rows[0][2:])
    assert [int(row[0]) for row in rows[1:]] == [*range(1000), *range(1040, 2500)]
    values = np.array(rows[1:], float)[:, 2:].T
    np.testing.assert_allclose(values, recorded_uv(record), rtol=1e-8)
    events = list(csv.DictReader(done.files[1].read_text().splitlines(), delimiter="\t"))
    assert [(e["trial_type"], e["sample"]) for e in events] == [
        ("BAD_gap", "1000"),
        ("smile", "2200"),
    ]
    assert float(events[0]["duration"]) == pytest.approx(0.16)


@pytest.mark.real_time
def test_every_count_of_a_board_stays_as_it_was(tmp_path: Path) -> None:
    from emg_device.registry import open_device

    path = tmp_path / "cyton.evenhand"
    device = open_device("virtual:typical?link=memory")
    with LiveSession(device, default_montage(8), VisitSetup(record=path)) as session:
        session.ended.wait(2.0)
    stored = read_session(path)
    done = export_session(path, tmp_path / "out")
    runs = [f for f in done.files if f.suffix == ".bdf"]
    assert len(runs) == len(stored.segments)
    read = edfio.read_bdf(runs[0])
    scale = stored.segments[min(stored.segments)].uv_per_count
    counts = np.rint(stored.samples_uv(min(stored.segments)) / scale)
    digital = np.stack([s.digital for s in read.signals])[:, : counts.shape[1]]
    assert np.array_equal(digital, counts)
    assert read.signals[0].physical_range == (-187500.0, 187500.0)


@pytest.mark.parametrize("form", list(ExportFormat))
def test_nobody_is_named_and_only_the_owner_may_read(
    record: Path, tmp_path: Path, form: ExportFormat
) -> None:
    done = export_session(record, tmp_path / "out", form)
    for file in done.files:
        assert b"canary" not in file.read_bytes()
        assert file.stat().st_mode & 0o777 == 0o600
    assert {p.name for p in (tmp_path / "out").iterdir()} == {f.name for f in done.files}


def test_nothing_is_written_over_and_nothing_half_is_left(record: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "v_run-1_events.tsv").write_text("mine")
    with pytest.raises(ConfigError, match=r"v_run-1_events\.tsv is there already"):
        export_session(record, out)
    assert [p.name for p in out.iterdir()] == ["v_run-1_events.tsv"]
    assert (out / "v_run-1_events.tsv").read_text() == "mine"


def test_a_session_without_samples_and_doses_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty.evenhand"
    SessionFile.create(path, meta={"origin": "live", "began_utc": "2026-01-01T00:00:00+00:00"},
                       min_free_bytes=0).close(utc="t", index=-1)  # fmt: skip
    with pytest.raises(RecordError):
        export_session(path, tmp_path / "out")
    with pytest.raises(RecordError, match="no file"):
        export_session(tmp_path / "another.evenhand", tmp_path / "new")
    assert not (tmp_path / "new").exists()
    assert not list((tmp_path / "out").glob("*"))


def stretch(
    samples_uv: np.ndarray, *, fs_hz: float = 250.0, scale: float | None = None, began: str = BEGAN
) -> Stretch:
    n_channels, n = samples_uv.shape
    header = SegmentHeader(began, fs_hz, n_channels, scale, {"board": "Bräunungs-Board № 5"})
    labels = tuple(f"EMG {i}" for i in range(1, n_channels + 1))
    return Stretch(
        1, header, 0.0, labels, ("left corrugator",) * n_channels, samples_uv, np.arange(n), ()
    )


@pytest.mark.parametrize("fs_hz", [1.0, 199.5, 200.0, 250.0, 250.16, 379.1, 1000.0, 2048.0])
@pytest.mark.parametrize("bits", [16, 24])
def test_odd_rates_and_a_prime_number_of_samples(tmp_path: Path, fs_hz: float, bits: int) -> None:
    values = np.random.default_rng(1).normal(0, 40, (2, 15_227))
    write_edf(tmp_path / "a", stretch(values, fs_hz=fs_hz), bits=bits)
    read = edfio.read_bdf(tmp_path / "a") if bits == 24 else edfio.read_edf(tmp_path / "a")
    assert read.signals[0].sampling_frequency == pytest.approx(fs_hz, rel=1e-9)
    end = next(a for a in read.annotations if a.text == "end of recording")
    assert end.onset == pytest.approx(15_227 / fs_hz, abs=1e-3)


def test_a_rate_that_no_record_holds_is_refused_with_another_way(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"cannot hold 250\.123 samples per second.*CSV"):
        write_edf(tmp_path / "a", stretch(np.zeros((1, 9)), fs_hz=250.1234), bits=24)


@pytest.mark.parametrize(
    "scale", [4.5 / 24 / (2**23 - 1) * 1e6, 0.195, 0.001869917138805, 1.9e-6, 37.0]
)
def test_a_count_stays_a_count_at_any_scale(tmp_path: Path, scale: float) -> None:
    """Only at the rails, where the header's eight letters hold no such number, it is clipped."""
    counts = np.random.default_rng(2).integers(-(2**23), 2**23, (2, 600)).astype(float)
    counts[0, :2] = -(2**23), 2**23 - 1
    write_edf(tmp_path / "a.bdf", stretch(counts * scale, scale=scale), bits=24)
    signal = edfio.read_bdf(tmp_path / "a.bdf").signals[0]
    most = signal.digital_max
    assert most >= 2**23 - 1 - 20_000
    assert np.array_equal(signal.digital[:600], np.clip(counts[0], -most, most))
    unit = 1.0 if signal.physical_dimension == "uV" else 1e3
    wrong = np.abs(signal.data[:600] * unit - signal.digital[:600] * scale)
    assert wrong.max() <= scale * 0.02


@pytest.mark.parametrize("peak", [0.0, 1e-9, 0.4, 9.99999996, 99_999.996, 3.2e6, 9e7])
def test_any_amplitude_has_a_header(tmp_path: Path, peak: float) -> None:
    values = peak * np.sin(np.linspace(0, 9, 500))[None, :]
    for bits in (16, 24):
        write_edf(tmp_path / f"{bits}", stretch(values), bits=bits)
    read = edfio.read_edf(tmp_path / "16").signals[0]
    unit = 1.0 if read.physical_dimension == "uV" else 1e3
    assert np.abs(read.data[:500] * unit - values[0]).max() <= max(peak, 1e-3) / (2**15 - 1)


def test_a_long_segment_is_parted_and_no_sample_is_in_two_files(
    record: Path, tmp_path: Path
) -> None:
    parts = list(stretches(read_session(record), most_values=8 * 700))
    assert len(parts) == 4
    assert sum(part.samples_uv.shape[1] for part in parts) == 2460
    whole = np.concatenate([part.samples_uv for part in parts], axis=1)
    assert np.array_equal(whole, recorded_uv(record))
    begins = [round(part.begins_s * 250) + part.index[0] for part in parts]
    assert begins[0] == 0
    assert all(part.index[-1] < 700 for part in parts)
    assert [h.name for part in parts for h in part.happenings] == ["smile"]
