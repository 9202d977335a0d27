"""Each format that playback reads, written by the program that owns it wherever one is here."""

from __future__ import annotations

import time
from pathlib import Path

import edfio
import numpy as np
import pytest
from brainflow.board_shim import BoardShim, BrainFlowInputParams
from xdf_file import xdf_file

from emg_device.recordings.formats import read_recording
from emg_device.recordings.recording import LONGEST_S, MOST_CHANNELS, MOST_FS_HZ, check_header
from emg_signal.errors import EmgError, RecordCorruptError


def wave(n_channels: int = 3, n: int = 1000) -> np.ndarray:
    """Return ``(n, n_channels)`` µV, each channel its own."""
    index = np.arange(n)[:, None]
    return 50.0 * np.sin(index / 7.0 + np.arange(n_channels)) + 10.0 * np.arange(n_channels)


@pytest.mark.parametrize("kind", ["edf", "bdf"])
@pytest.mark.parametrize("unit", ["uV", "mV"])
def test_edf_and_bdf_written_by_edfio(tmp_path: Path, kind: str, unit: str) -> None:
    factor = 1.0 if unit == "uV" else 1e-3
    signal = edfio.EdfSignal if kind == "edf" else edfio.BdfSignal
    signals = [
        signal(
            channel * factor,
            sampling_frequency=500,
            label=f"EMG {n}",
            physical_dimension=unit,
            physical_range=(-1000 * factor, 1000 * factor),
        )
        for n, channel in enumerate(wave().T)
    ]
    other = signal(np.arange(20.0), sampling_frequency=10, label="Temp", physical_dimension="degC")
    path = tmp_path / f"recording.{kind}"
    (edfio.Edf if kind == "edf" else edfio.Bdf)([*signals, other]).write(path)
    recording = read_recording(path)
    assert recording.kind == kind.upper()  # no annotations: edfio writes no plus then
    assert (recording.fs_hz, recording.n_channels) == (500.0, 3)
    assert recording.channel_names == ("EMG 0", "EMG 1", "EMG 2")
    lsb_uv = 2000 / 2 ** (16 if kind == "edf" else 24)
    assert np.abs(recording.samples_uv - wave()).max() <= lsb_uv
    assert any("1 signals are left out: 4 Temp" in note for note in recording.notes)


def test_a_file_of_brainflow_itself(tmp_path: Path) -> None:
    """Its synthetic board, through its own file streamer."""
    path = tmp_path / "brainflow.csv"
    board = BoardShim(-1, BrainFlowInputParams())
    board.prepare_session()
    board.add_streamer(f"file://{path}:w")
    board.start_stream()
    time.sleep(1.5)
    board.stop_stream()
    data = board.get_board_data()
    board.release_session()
    del board
    recording = read_recording(path)
    assert (recording.board, recording.fs_hz) == ("Synthetic", 250.0)
    assert recording.n_channels == 16
    assert recording.rule is not None
    rows = min(data.shape[1], recording.n_samples)
    assert rows > 250
    np.testing.assert_allclose(recording.samples_uv[:rows], data[1:17, :rows].T, atol=1e-5)


def test_a_cyton_file_in_brainflows_layout(tmp_path: Path) -> None:
    rows = np.zeros((500, 24))
    rows[:, 0] = np.arange(500) % 256
    rows[:, 1:9] = wave(8, 500)
    rows[:, 22] = 1.7e9 + np.arange(500) / 250.0
    path = tmp_path / "cyton.csv"
    np.savetxt(path, rows, fmt="%.6f", delimiter="\t")
    recording = read_recording(path)
    assert (recording.board, recording.fs_hz) == ("Cyton", 250.0)
    np.testing.assert_allclose(recording.samples_uv, wave(8, 500), atol=1e-6)


def test_the_sd_card_of_the_cyton(tmp_path: Path) -> None:
    """Counts as the card has them; 7FFFFF and 800000 are the rails."""
    counts = [0, 1, -1, 8388607, -8388608, 1000, -1000, 42]
    words = ",".join(f"{count & 0xFFFFFF:06X}" for count in counts)
    lines = ["%STOP AT", "%0001A2B3"]
    for n in range(300):
        acceleration = ",0010,FFF0,0800" if n % 10 == 0 else ""
        lines.append(f"{n % 256:02X},{words}{acceleration}")
    lines.insert(100, "7F,broken line")
    path = tmp_path / "OBCI_18.TXT"
    path.write_text("\n".join(lines))
    recording = read_recording(path)
    assert (recording.kind, recording.n_samples, recording.bad_lines) == ("OpenBCI SD text", 300, 1)
    expected = np.array(counts) * 0.022351744455307063
    np.testing.assert_allclose(recording.samples_uv[5], expected, rtol=1e-12)
    assert "does not tell gain" in recording.notes[0]


def test_a_csv_with_a_header_and_time_stamps(tmp_path: Path) -> None:
    lines = ["time [s],Frontalis L [mV],Frontalis R [mV],label"]
    lines += [f"{n / 1000:.4f},{a / 1e3},{b / 1e3},rest" for n, (a, b) in enumerate(wave(2))]
    path = tmp_path / "table.csv"
    path.write_text("\n".join(lines))
    recording = read_recording(path)
    assert (recording.fs_hz, recording.units) == (1000.0, ("mV", "mV"))
    assert recording.channel_names == ("Frontalis L [mV]", "Frontalis R [mV]")
    np.testing.assert_allclose(recording.samples_uv, wave(2), rtol=1e-9, atol=1e-9)


def test_a_csv_that_tells_its_rate_in_a_remark(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("# sampling rate: 2000 Hz\nleft;right\n1.5;2\n2.5;3\n3.5;4\n")
    recording = read_recording(path)
    assert (recording.fs_hz, recording.n_channels) == (2000.0, 2)
    assert recording.samples_uv[2].tolist() == [3.5, 4.0]
    assert "No unit is declared" in recording.notes[0]


def test_a_csv_without_a_rate_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("left,right\n1,2\n2,3\n3,4\n")
    with pytest.raises(RecordCorruptError, match=r"table\.csv does not tell its sampling rate"):
        read_recording(path)


def test_xdf(tmp_path: Path) -> None:
    path = tmp_path / "recording.xdf"
    path.write_bytes(xdf_file(wave(2), 500.0))
    recording = read_recording(path)
    assert (recording.kind, recording.fs_hz, recording.board) == ("XDF", 500.0, "Amp")
    assert recording.channel_names == ("EMG0", "EMG1")
    np.testing.assert_array_equal(recording.samples_uv, wave(2))
    assert recording.stamps_s is not None
    assert recording.stamps_s[0] == 100.0


@pytest.mark.parametrize("form", ["edf", "xdf", "sd", "csv", "brainflow"])
def test_damaged_files_raise_our_errors_or_are_read(tmp_path: Path, form: str) -> None:
    """300 mutated files of each: a typed error or a recording, never another exception."""
    random = np.random.default_rng(7)
    whole, said = example(tmp_path, form), [""]
    for _ in range(300):
        data = bytearray(whole[: int(random.integers(1, len(whole)))])
        for at in random.integers(0, len(data), 8):
            data[at] = int(random.integers(0, 256))
        path = tmp_path / "mutated"
        path.write_bytes(data)
        try:
            recording = read_recording(path)
        except EmgError as error:
            said.append(str(error))
        else:
            assert recording.samples_uv.shape == (recording.n_samples, recording.n_channels)
    assert not any("\n" in line for line in said)


def example(folder: Path, form: str) -> bytes:
    if form == "xdf":
        return xdf_file(wave(2, 200), 500.0)
    if form == "sd":
        words = ",".join(["000100"] * 8)
        return "\n".join(f"{n % 256:02X},{words}" for n in range(200)).encode()
    if form == "csv":
        return b"time,left\n" + b"".join(b"%.3f,%d\n" % (n / 500, n) for n in range(200))
    if form == "brainflow":
        row = "\t".join(["1.000000"] * 24)
        return "\n".join([row] * 200).encode()
    path = folder / "example.edf"
    signal = edfio.EdfSignal(wave(1, 500)[:, 0], sampling_frequency=250, physical_dimension="uV")
    edfio.Edf([signal]).write(path)
    return path.read_bytes()


@pytest.mark.parametrize(
    ("n_channels", "fs_hz", "n_samples"),
    [
        (0, 250.0, 1),
        (MOST_CHANNELS + 1, 250.0, 1),
        (8, 0.0, 1),
        (8, -250.0, 1),
        (8, float("nan"), 1),
        (8, float("inf"), 1),
        (8, MOST_FS_HZ * 1.001, 1),
        (8, 250.0, round(LONGEST_S * 250) + 1),
    ],
)
def test_a_header_that_no_recording_can_have_is_refused(
    n_channels: int, fs_hz: float, n_samples: int
) -> None:
    check_header("a", MOST_CHANNELS, MOST_FS_HZ, round(LONGEST_S * MOST_FS_HZ))
    with pytest.raises(RecordCorruptError, match="a declares"):
        check_header("a", n_channels, fs_hz, n_samples)


def test_the_limits_of_a_header_hold_while_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = [f"{n / 2.0e9:.12f}," + ",".join(["1.0"] * 3) for n in range(40)]
    path.write_text("\n".join(["time (s),a (uV),b (uV),c (uV)", *rows]))
    with pytest.raises(RecordCorruptError, match="declares 3 channels at"):
        read_recording(path)
    path.write_text(
        "\n".join(
            [
                ",".join(["time (s)", *(f"c{n} (uV)" for n in range(600))]),
                *(f"{n / 250}," + ",".join(["1.0"] * 600) for n in range(40)),
            ]
        )
    )
    with pytest.raises(RecordCorruptError, match="declares 600 channels"):
        read_recording(path)
