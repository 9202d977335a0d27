"""Recordings as they were met in the field, each kind with its right value."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from edf_file import edf_file
from xdf_file import xdf_markers, xdf_of, xdf_stream

from emg_device.recordings.formats import read_recording
from emg_device.recordings.recording import (
    FileChoice,
    RateUnknownError,
    Recording,
    StreamUnknownError,
)
from emg_device.registry import open_device
from emg_signal.errors import ConfigError, EmgError, RecordCorruptError

Read = Callable[..., Recording]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write a file and read it."""

    def write_and_read(content: str | bytes, name: str = "file", **choice: object) -> Recording:
        path = tmp_path / name
        data = content.encode() if isinstance(content, str) else content
        path.write_bytes(data)
        return read_recording(path, FileChoice(**choice))

    return write_and_read


def noise(n: int, n_channels: int = 2, seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).normal(0.0, 20.0, (n, n_channels))


def table(names: str, times: list[str], *, separator: str = ",", decimal: str = ".") -> str:
    values = noise(len(times))
    rows = [names]
    for at, (left, right) in zip(times, values, strict=True):
        row = separator.join((at, f"{left:.3f}", f"{right:.3f}"))
        rows.append(row if decimal == "." else row.replace(".", decimal))
    return "\n".join(rows) + "\n"


def said(recording: Recording) -> str:
    return " | ".join(map(str, recording.notes))


# -- a silent choice ------------------------------------------------------------------------------


def lab_streams() -> tuple[bytes, bytes, bytes]:
    return (
        xdf_stream(1, "Accelerometer", "ACC", noise(300, 3), 100.0, unit="g"),
        xdf_stream(2, "Amp", "ExG", noise(3000, 4, seed=2), 1000.0),
        xdf_markers(3, [(100.5, "smile"), (101.25, "rest")]),
    )


def test_of_the_streams_of_an_xdf_the_exg_is_played_and_the_others_named(read: Read) -> None:
    recording = read(xdf_of(*lab_streams()))
    assert (recording.n_channels, recording.fs_hz) == (4, 1000.0)
    np.testing.assert_allclose(recording.samples_uv, noise(3000, 4, seed=2), atol=1e-4)
    assert "Accelerometer" in said(recording)


def test_another_stream_of_an_xdf_is_chosen_by_name_or_number(read: Read) -> None:
    for stream in ("Accelerometer", "1"):
        recording = read(xdf_of(*lab_streams()), stream=stream)
        assert (recording.n_channels, recording.fs_hz) == (3, 100.0)
        assert "Declared in g" in said(recording)
    with pytest.raises(ConfigError, match="no stream 'Nothing'"):
        read(xdf_of(*lab_streams()), stream="Nothing")


def test_two_emg_streams_are_a_question(read: Read) -> None:
    both = xdf_of(
        xdf_stream(1, "Left", "EMG", noise(1000), 500.0),
        xdf_stream(2, "Right", "EMG", noise(1000, seed=2), 500.0),
    )
    with pytest.raises(StreamUnknownError, match="Left, Right") as raised:
        read(both)
    assert raised.value.streams == ("Left", "Right")
    np.testing.assert_allclose(
        read(both, stream="Right").samples_uv, noise(1000, seed=2), atol=1e-4
    )


def test_counts_are_a_declaration_and_no_missing_unit(read: Read) -> None:
    recording = read(xdf_of(xdf_stream(1, "Amp", "EMG", noise(500), 500.0, unit="counts")))
    assert "Declared in counts" in said(recording)
    assert "No unit is declared" not in said(recording)


def mixed_edf() -> bytes:
    emg = noise(10_000, 2).round().T.reshape(2, 10, 1000)
    eeg = noise(2500, 4).round().T.reshape(4, 10, 250)
    signals = [(f"EEG {n}", b"uV", one) for n, one in enumerate(eeg, start=1)]
    signals += [("EMG L", b"uV", emg[0]), ("EMG R", b"uV", emg[1])]
    return edf_file(signals)


def test_of_an_edf_with_eeg_the_emg_is_played_and_the_eeg_named(read: Read) -> None:
    recording = read(mixed_edf())
    assert (recording.channel_names, recording.fs_hz) == (("EMG L", "EMG R"), 1000.0)
    np.testing.assert_allclose(recording.samples_uv, noise(10_000, 2).round(), atol=1e-9)
    assert "EEG 1" in said(recording)
    assert "EEG 4" in said(recording)


def test_signals_of_an_edf_are_chosen_by_name_number_and_rate(read: Read) -> None:
    assert read(mixed_edf(), channels=("EEG 2", "4")).channel_names == ("EEG 2", "EEG 4")
    assert read(mixed_edf(), stream="250").n_channels == 4
    with pytest.raises(ConfigError, match="several rates"):
        read(mixed_edf(), channels=("EEG 2", "EMG L"))
    with pytest.raises(ConfigError, match="no signal 'EMG X'"):
        read(mixed_edf(), channels=("EMG X",))


def test_a_stream_that_was_begun_anew_is_one(read: Read) -> None:
    samples, stamps_s = noise(2500), np.arange(2500) / 500 + 100
    parts = [
        xdf_stream(n, "Amp", "EMG", samples[rows], 500.0, stamps_s=stamps_s[rows])
        for n, rows in ((1, slice(0, 50)), (2, slice(50, 2500)))
    ]
    recording = read(xdf_of(*parts))
    assert (recording.n_samples, recording.lost) == (2500, 0)
    np.testing.assert_allclose(recording.samples_uv, samples, atol=1e-4)
    assert "in 2 parts" in said(recording)


@pytest.mark.parametrize(
    ("separator", "decimal"), [(";", ","), ("\t", ","), ("\t", "."), (" ", ".")]
)
def test_european_and_tabbed_tables(read: Read, separator: str, decimal: str) -> None:
    times = [f"{n / 1000:.4f}" for n in range(500)]
    names = separator.join(("time", "left", "right"))
    recording = read(table(names, times, separator=separator, decimal=decimal))
    assert (recording.fs_hz, recording.n_channels, recording.n_samples) == (1000.0, 2, 500)
    np.testing.assert_allclose(recording.samples_uv, noise(500), atol=1e-3)


def test_decimal_commas_between_commas_are_refused_by_name(read: Read) -> None:
    rows = "".join(f"0,{n:03d},1,5,2,25\n" for n in range(100))
    with pytest.raises(RecordCorruptError, match="a comma seems to stand before the decimals"):
        read("time,left,right\n" + rows)


def test_one_line_with_a_decimal_comma_is_left_out_and_told(read: Read) -> None:
    lines = table("time,left,right", [f"{n / 500:.3f}" for n in range(500)]).splitlines()
    lines[100] = lines[100].replace(".", ",", 1)
    recording = read("\n".join(lines))
    assert recording.bad_lines == 1
    assert (recording.n_samples, recording.lost) == (499, 1)
    assert "first: 101" in said(recording)


# -- time -----------------------------------------------------------------------------------------


def test_times_of_a_burst_tell_the_true_rate(read: Read) -> None:
    times = [f"{0.05 * (i // 50) + 0.0001 * (i % 50):.4f}" for i in range(5000)]
    recording = read(table("time (s),left,right", times))
    assert recording.fs_hz == pytest.approx(1000.0, rel=0.01)
    assert recording.n_samples / recording.fs_hz == pytest.approx(5.0, rel=0.01)
    assert recording.lost == 0


@pytest.mark.parametrize(
    ("name", "step", "begin", "fs_hz"),
    [
        ("timestamp", 1, 0, 1000.0),
        ("timestamp", 4, 0, 250.0),
        ("timestamp", 1, 1_717_000_000_000, 1000.0),
        ("timestamp", 2000, 1_717_000_000_000_000, 500.0),
        ("time_ms", 2, 0, 500.0),
        ("timestamp_ms", 2, 7, 500.0),
        ("millis", 1, 10_000, 1000.0),
        ("timestamp_us", 1000, 0, 1000.0),
        ("Time [ms]", 5, 0, 200.0),
        ("micros", 500, 0, 2000.0),
    ],
)
def test_spellings_of_whole_times(
    read: Read, name: str, step: int, begin: int, fs_hz: float
) -> None:
    recording = read(table(f"{name},left,right", [str(begin + n * step) for n in range(2000)]))
    assert (recording.fs_hz, recording.lost, recording.n_channels) == (fs_hz, 0, 2)


@pytest.mark.parametrize("name", ["Zeit", "Tiempo", "temps (s)", "t", "Time", "elapsed", "X[s]"])
def test_spellings_of_times_in_seconds(read: Read, name: str) -> None:
    times = [f"{n / 500:.4f}" for n in range(1000)]
    if name == "X[s]":  # Delsys; the name tells nothing but its unit
        name = "X [s] time"
    recording = read(table(f"{name},left,right", times))
    assert (recording.fs_hz, recording.n_channels) == (500.0, 2)


@pytest.mark.parametrize(
    "form", ["2024-05-31 23:59:{:06.3f}", "23:59:{:06.3f}", "2024-05-31T23:59:{:06.3f}Z"]
)
def test_times_of_day(read: Read, form: str) -> None:
    times = [form.format(30 + n / 250) for n in range(1000)]
    recording = read(table("time,left,right", times))
    assert (recording.fs_hz, recording.lost, recording.n_channels) == (250.0, 0, 2)


def test_a_time_of_day_goes_over_midnight(read: Read) -> None:
    begin = dt.datetime(2024, 5, 31, 23, 59, 59, tzinfo=dt.UTC)
    moments = [begin + dt.timedelta(milliseconds=4 * n) for n in range(1000)]
    times = [f"{moment:%H:%M:%S}.{moment.microsecond // 1000:03d}" for moment in moments]
    recording = read(table("time,left,right", times))
    assert (recording.fs_hz, recording.lost) == (250.0, 0)


@pytest.mark.parametrize(
    "line",
    [
        "# Sampling Rate (Hz):= 1000",
        "# fs = 1000",
        "% sample rate: 1 kHz",
        "# Sampling frequency 1000.0 Hz",
    ],
)
def test_spellings_of_a_rate_in_a_remark(read: Read, line: str) -> None:
    rows = "".join(f"{a:.2f},{b:.2f}\n" for a, b in noise(300))
    assert read(f"{line}\nleft,right\n{rows}").fs_hz == 1000.0


def test_no_rate_at_all_is_asked_for(read: Read) -> None:
    rows = "".join(f"{a:.2f},{b:.2f}\n" for a, b in noise(300))
    with pytest.raises(RateUnknownError, match="does not tell its sampling rate") as raised:
        read("left,right\n" + rows)
    assert "--rate" in str(raised.value.remedy)
    assert read("left,right\n" + rows, rate_hz=250.0).fs_hz == 250.0
    headless = read(rows, rate_hz=250.0)
    assert (headless.n_samples, headless.channel_names) == (300, ("channel 1", "channel 2"))
    with pytest.raises(ConfigError, match="A rate of 0 Hz"):
        read(rows, rate_hz=0.0)


def test_times_that_a_person_says_are_none_tell_no_gap(read: Read) -> None:
    times = [str(n // 50 + 7 * (n >= 300)) for n in range(1000)]
    recording = read(table("time (s),left,right", times), rate_hz=500.0)
    assert (recording.fs_hz, recording.lost, recording.n_samples) == (500.0, 0, 1000)
    assert "500 Hz, as asked; by the file it is" in said(recording)


def empty_rows(n: int, first: int, last: int) -> str:
    rows = ["time,left,right"]
    for row, (left, right) in enumerate(noise(n)):
        values = "," if first <= row < last else f"{left:.2f},{right:.2f}"
        rows.append(f"{row / 2000:.5f},{values}")
    return "\n".join(rows)


def test_empty_rows_are_a_gap_and_filters_begin_anew(read: Read, tmp_path: Path) -> None:
    recording = read(empty_rows(20_000, 16_600, 16_700))
    assert (recording.fs_hz, recording.lost, recording.n_samples) == (2000.0, 100, 19_900)
    assert "100 samples are missing in 1 gaps" in said(recording)
    with open_device(f"playback:{tmp_path / 'file'}?speed=max") as device:
        device.start()
        chunks = []
        while (chunk := device.read(1.0)) is not None:
            chunks.append(chunk)
        assert [chunk.lost for chunk in chunks if chunk.lost] == [100]
        assert chunks[-1].next_index == 20_000


def test_an_empty_column_is_one_channel_lost_and_no_gap(read: Read) -> None:
    rows = "".join(f"{n / 500:.4f},,{b:.2f}\n" for n, (_, b) in enumerate(noise(500)))
    recording = read("time,left,right\n" + rows)
    assert (recording.n_samples, recording.lost) == (500, 0)
    assert np.isnan(recording.samples_uv[:, 0]).all()
    assert "Without a single value, not to be used: left" in said(recording)


V4 = "%OpenBCI Raw EEG Data\n%Number of channels = 8\n%Sample Rate = 250.0 Hz\n"


def gui_rows(numbers: np.ndarray, stamps_ms: np.ndarray, *, channels: int = 8) -> str:
    values = noise(len(numbers), channels)
    return "".join(
        f"{n % 256}, {', '.join(f'{v:.2f}' for v in row)}, 0.00, 0.00, 1.00, {at}\n"
        for n, row, at in zip(numbers, values, stamps_ms, strict=True)
    )


def test_a_turn_of_the_counter_that_was_cut_out_is_counted(read: Read) -> None:
    numbers = np.r_[0:8000, 8256:15000]
    stamps_ms = 1_559_000_000_000 + (numbers // 8 * 8 * 4)
    recording = read(V4 + gui_rows(numbers, stamps_ms))
    assert (recording.lost, recording.fs_hz, recording.n_channels) == (256, 250.0, 8)


def test_a_turn_that_was_cut_out_is_counted_by_the_time_of_day(read: Read) -> None:
    numbers = np.r_[0:3000, 3256:6000]
    times = [f"10:{n // 250 // 60:02d}:{n // 250 % 60:02d}.{4 * (n % 250):03d}" for n in numbers]
    recording = read(V4 + gui_rows(numbers, np.array(times)))
    assert (recording.lost, recording.fs_hz) == (256, 250.0)


@pytest.mark.parametrize("leap_s", [200_000.0, 100_000.0, 30.0])
def test_a_clock_that_leaps_while_the_counter_goes_on_is_a_clock_fault(
    read: Read, leap_s: float
) -> None:
    numbers = np.arange(6000)
    stamps_ms = 1_559_000_000_000 + 4 * numbers + np.where(numbers >= 2500, leap_s * 1e3, 0)
    recording = read(V4 + gui_rows(numbers, stamps_ms.astype(np.int64)))
    assert recording.lost == 0
    assert "the clock is at fault" in said(recording)


def test_a_clock_that_was_set_back_is_told(read: Read) -> None:
    times = [f"{n / 500 - 3 * (n >= 700):.4f}" for n in range(2000)]
    recording = read(table("time,left,right", times))
    assert (recording.fs_hz, recording.lost) == (500.0, 0)
    assert "set back" in said(recording)


def test_records_of_edf_d_stand_where_their_times_say(read: Read, tmp_path: Path) -> None:
    counts = noise(10_000, 2).round().T.reshape(2, 20, 500)
    onsets = [float(n + 30 * (n >= 10)) for n in range(20)]
    data = edf_file(
        [("EMG L", b"uV", counts[0]), ("EMG R", b"uV", counts[1])],
        onsets_s=onsets,
        notes={12: [(42.5, "smile")]},
        plus="+D",
    )
    recording = read(data)
    assert (recording.lost, recording.n_samples, recording.fs_hz) == (15_000, 10_000, 500.0)
    assert recording.counter is not None
    assert (recording.counter[-1] + 1) / 500 == 50.0
    assert [(event.index, event.name) for event in recording.events] == [(21_250, "smile")]
    assert "15000 samples are missing" in said(recording)


# -- false loss -----------------------------------------------------------------------------------


def xdf_with(stamps_s: np.ndarray, fs_hz: float = 1000.0) -> bytes:
    return xdf_of(xdf_stream(1, "Amp", "EMG", noise(len(stamps_s)), fs_hz, stamps_s=stamps_s))


def test_stamps_at_another_rate_are_a_rate_and_no_loss(read: Read) -> None:
    recording = read(xdf_with(100 + np.arange(10_000) / 950))
    assert (recording.fs_hz, recording.lost) == (950.0, 0)
    assert "not at the 1000 Hz that it declares" in said(recording)


def test_pauses_that_are_caught_up_are_no_loss(read: Read) -> None:
    arrivals = 100 + (np.arange(10_000) // 10 + 1) * 0.01
    stamps_s = arrivals.copy()
    for number, at in enumerate(range(1000, 10_000, 1000)):
        begin, pause = arrivals[at], 0.1 + 0.26 * number / 8
        late = (arrivals >= begin) & (arrivals < begin + pause)
        stamps_s[late] = begin + pause + (arrivals[late] - begin) * 1e-3
    recording = read(xdf_with(stamps_s))
    assert (recording.fs_hz, recording.lost) == (1000.0, 0)


def test_a_hole_of_50_ms_in_regular_stamps_is_50_samples(read: Read) -> None:
    stamps_s = 100 + np.arange(10_000) / 1000
    stamps_s[4000:] += 0.05
    assert read(xdf_with(stamps_s)).lost == 50


@pytest.mark.parametrize("jitter_s", [0.0003, 0.003])
def test_jitter_of_stamps_is_no_loss(read: Read, jitter_s: float) -> None:
    stamps_s = 100 + np.arange(10_000) / 1000
    stamps_s += np.random.default_rng(3).normal(0, jitter_s, 10_000)
    recording = read(xdf_with(stamps_s))
    assert (recording.fs_hz, recording.lost) == (1000.0, 0)


def test_rows_that_stand_in_a_file_twice_are_taken_once(read: Read) -> None:
    lines = table("time,left,right", [f"{n / 500:.4f}" for n in range(1000)]).splitlines()
    recording = read("\n".join([*lines[:501], *lines[401:]]))
    assert (recording.n_samples, recording.lost, recording.fs_hz) == (1000, 0, 500.0)
    assert "100 rows stand in it twice" in said(recording)


# -- headers --------------------------------------------------------------------------------------

OLD = "%OpenBCI Raw EEG Data\n%\n%Sample Rate = {fs:.1f} Hz\n%First Column = SampleIndex\n"


@pytest.mark.parametrize(("channels", "fs_hz"), [(8, 250.0), (4, 200.0), (16, 125.0)])
@pytest.mark.parametrize("tail", ["", ", 14:02:11.250"])
def test_the_openbci_gui_before_2018(read: Read, channels: int, fs_hz: float, tail: str) -> None:
    values = noise(1000, channels)
    rows = "".join(
        f"{n % 256}, {', '.join(f'{v:.2f}' for v in row)}, 0.01, -0.02, 1.00{tail}\n"
        for n, row in enumerate(values)
    )
    recording = read(OLD.format(fs=fs_hz) + rows)
    assert (recording.n_channels, recording.fs_hz, recording.lost) == (channels, fs_hz, 0)
    np.testing.assert_allclose(recording.samples_uv, values, atol=0.006)


@pytest.mark.parametrize("unit", [b"\xb5V", "µV".encode(), "μV".encode(), b"uV"])
def test_every_micro_of_an_edf_is_microvolts(read: Read, unit: bytes) -> None:
    counts = noise(500, 1).round().reshape(1, 500)
    recording = read(edf_file([("EMG", unit, counts)]))
    np.testing.assert_allclose(recording.samples_uv[:, 0], counts[0], atol=1e-9)


def test_a_channel_at_the_cytons_rail_is_railed_and_not_flat(read: Read, tmp_path: Path) -> None:
    rows = "".join(f"{n / 250:.3f},-187500.02235,{b:.3f}\n" for n, (_, b) in enumerate(noise(500)))
    recording = read("time,left,right\n" + rows)
    assert recording.rails_uv is not None
    with open_device(f"playback:{tmp_path / 'file'}?speed=max") as device:
        device.start()
        chunk = device.read(1.0)
        assert chunk is not None
        assert chunk.flags[0].all()
        assert not chunk.flags[1].any()


# -- refusals -------------------------------------------------------------------------------------

FOREIGN: dict[str, tuple[bytes, str]] = {
    "a.mat": (b"MATLAB 5.0 MAT-file, Platform: GLNXA64" + b"\0" * 600, "MATLAB"),
    "b.mat": (b"MATLAB 7.3 MAT-file".ljust(512) + b"\x89HDF\r\n\x1a\n" + b"\0" * 64, "HDF5"),
    "c.h5": (b"\x89HDF\r\n\x1a\n" + b"\0" * 600, "HDF5"),
    "d.xlsx": (b"PK\x03\x04" + b"\0" * 26 + b"[Content_Types].xml" + b"\1" * 90, "Excel"),
    "e.zip": (b"PK\x03\x04" + b"\0" * 26 + b"data.txt" + b"\1" * 90, "ZIP"),
    "f.c3d": (b"\x02\x50" + b"\x04\0" * 300, "C3D"),
    "g.pkl": (b"\x80\x04\x95\x10\0\0\0\0\0\0\0}\x94.", "pickle"),
    "h.otb+": (b"abstract.xml".ljust(257, b"\0") + b"ustar" + b"\0" * 300, "OT Bio"),
    "i.acq": (b"\0\0\x84\0\0\0\x28\1" + b"\0" * 300, "AcqKnowledge"),
    "j.csv": (b"Label: IM EMG 1 Sampling frequency: 1925.93 Number of points: 9\n", "Delsys"),
    "k.csv": (b"Type:,Noraxon Raw Data\nName:,x\n", "Noraxon"),
    "l.hea": (b"100 2 360 650000\n100.dat 212 200 11 1024 995 -22131 0 MLII\n", "WFDB"),
    "m.csv": (b"Devices,,\n1000,,\n,,Trigno EMG\n", "Vicon"),
    "n.npy": (b"\x93NUMPY\1\0v\0{'descr': '<f8'}", "numpy"),
    "o.vhdr": (b"Brain Vision Data Exchange Header File Version 1.0\n", "BrainVision"),
}  # fmt: skip


@pytest.mark.parametrize("name", FOREIGN)
def test_a_foreign_format_is_named_with_the_way_out(read: Read, name: str) -> None:
    data, kind = FOREIGN[name]
    with pytest.raises(RecordCorruptError, match=kind) as raised:
        read(data, name)
    assert raised.value.remedy
    assert "\n" not in str(raised.value)


OPENSIGNALS = (
    "# OpenSignals Text File Format. Version 1\n"
    '# {"00:07:80:3B:46:61": {"sensor": ["EMG", "ACC"], "device name": "x", "device": '
    '"biosignalsplux", "column": ["nSeq", "DI", "CH1", "CH2"], "label": ["CH1", "CH2"], '
    '"sampling rate": 1000, "resolution": [4, 1, 16, 16], "channels": [1, 2]}}\n'
    "# EndOfHeader\n"
)


def test_opensignals_text(read: Read) -> None:
    """Half of 2^16 counts is 0 V, and all of it 1.5 mV, by the sensor's data sheet."""
    rows = "".join(
        f"{n % 16}\t{int(500 <= n < 600)}\t{32768 + 1000 * (n % 2)}\t100\n" for n in range(1000)
    )
    recording = read(OPENSIGNALS + rows)
    assert (recording.fs_hz, recording.channel_names) == (1000.0, ("CH1 EMG",))
    assert recording.samples_uv[:2, 0].tolist() == pytest.approx([0.0, 1000 / 65536 * 3e3])
    assert [(event.index, event.name) for event in recording.events] == [(500, "DI")]
    assert "CH2 ACC" in said(recording)
    assert recording.lost == 0


# -- events ---------------------------------------------------------------------------------------


def test_annotations_of_an_edf_are_events(read: Read) -> None:
    counts = noise(1000, 1).round().reshape(2, 500)
    data = edf_file(
        [("EMG", b"uV", counts)],
        onsets_s=[0.0, 1.0],
        notes={0: [(0.5, "Stirn hoch"), (1.25, "rest")]},
        plus="+C",
    )
    assert [(e.index, e.name) for e in read(data).events] == [(250, "Stirn hoch"), (625, "rest")]


def test_triggers_of_a_bdf_are_events(read: Read) -> None:
    status = np.zeros((2, 500))
    status[1, 100:200] = 7
    data = edf_file(
        [("EMG", b"uV", noise(1000, 1).round().reshape(2, 500)), ("Status", b"Boolean", status)],
        is_bdf=True,
    )
    recording = read(data)
    assert [(e.index, e.name) for e in recording.events] == [(600, "trigger 7")]
    assert recording.channel_names == ("EMG",)


def test_markers_of_an_xdf_are_events(read: Read) -> None:
    events = read(xdf_of(*lab_streams())).events
    assert [(event.index, event.name) for event in events] == [(500, "smile"), (1250, "rest")]


def test_the_marker_column_of_the_gui_is_events(read: Read) -> None:
    head = "%OpenBCI Raw EXG Data\n%Number of channels = 2\n%Sample Rate = 250 Hz\n"
    names = "Sample Index, EXG Channel 0, EXG Channel 1, Marker Channel, Timestamp\n"
    rows = "".join(
        f"{n % 256}, {a:.2f}, {b:.2f}, {3.0 if n == 40 else 0.0}, {1.6e9 + n / 250:.3f}\n"
        for n, (a, b) in enumerate(noise(500))
    )
    assert [(e.index, e.name) for e in read(head + names + rows).events] == [(40, "marker 3")]


def test_the_marker_column_of_a_table_is_events_and_no_channel(read: Read) -> None:
    rows = "".join(
        f"{n / 500:.3f},{a:.2f},{b:.2f},{'smile' if 100 <= n < 200 else ''}\n"
        for n, (a, b) in enumerate(noise(500))
    )
    recording = read("time,left,right,Marker\n" + rows)
    assert recording.n_channels == 2
    assert [(event.index, event.name) for event in recording.events] == [(100, "smile")]


def test_events_come_out_of_playback_at_their_sample(read: Read, tmp_path: Path) -> None:
    read(xdf_of(*lab_streams()))
    with open_device(f"playback:{tmp_path / 'file'}?speed=max&start=1") as device:
        device.start()
        events = []
        while (chunk := device.read(1.0)) is not None:
            events += chunk.events
        assert [(event.index, event.name) for event in events] == [(250, "rest")]


def test_counters_and_accelerations_are_left_out_and_told(read: Read) -> None:
    rows = "".join(
        f"{n % 256},{a:.2f},{b:.2f},0.01\n" for n, (a, b) in enumerate(noise(2000)) if n != 700
    )
    recording = read("# fs = 500\nsample,left,right,Acc X\n" + rows)
    assert recording.channel_names == ("left", "right")
    assert recording.lost == 1
    assert "sample" in said(recording)
    assert "Acc X" in said(recording)


# -- leaks ----------------------------------------------------------------------------------------


def test_a_truncated_edf_says_so(read: Read) -> None:
    whole = edf_file([("EMG", b"uV", noise(5000, 1).round().reshape(10, 500))])
    recording = read(whole[:-2500])
    assert recording.n_samples == 3500
    assert "declares 10 records" in said(recording)
    assert "holds 7" in said(recording)


def test_no_library_writes_to_the_terminal(
    read: Read, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    whole = xdf_of(*lab_streams())
    cut = whole[: len(whole) // 2]
    for data in (cut, cut[:3000] + b"\xff" * 40 + cut[3000:]):
        with contextlib.suppress(EmgError):
            read(data)
    read("time,left,right\n" + "".join(f"{n / 500:.3f},nan,{n % 7}\n" for n in range(100)))
    assert capfd.readouterr() == ("", "")
    assert not caplog.records
