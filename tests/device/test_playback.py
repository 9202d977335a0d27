"""Recordings as boards: formats, units, speed, and what damaged files get."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from scipy import signal

from emg_device.base import Device
from emg_device.contract import DeviceContract, read_some
from emg_device.info import DeviceState
from emg_device.playback import PlaybackDevice
from emg_device.recordings.formats import read_recording
from emg_device.registry import open_device
from emg_device.spec import DeviceSpec
from emg_signal.chunk import Origin, SampleFlag
from emg_signal.errors import ConfigError, DeviceNotFoundError, RecordCorruptError

CYTON = "cyton_jaw_clench_250hz.txt"
BIOPAC = "facial_emg_biopac_1000hz.txt"

V4 = """%OpenBCI Raw EEG Data
%Number of channels = 4
%Sample Rate = 200.0 Hz
%First Column = SampleIndex
%Last Column = Timestamp
%Other Columns = EEG data in microvolts followed by Accel Data (in G) interleaved with Aux Data
"""
V5 = """%OpenBCI Raw EEG Data
%Number of channels = 2
%Sample Rate = 250 Hz
%Board = OpenBCI_GUI$BoardCytonSerial
Sample Index, EXG Channel 0, EXG Channel 1, Accel Channel 0, Timestamp, Timestamp (Formatted)
"""


def v5_rows(numbers: list[int]) -> str:
    return "".join(
        f"{n % 256}, {n}.5, {-n}.25, 0.1, {1600000000 + n / 250:.3f}, 2020-09-13 12:26:40.000\n"
        for n in numbers
    )


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "v5.txt"
    path.write_text(V5 + v5_rows(list(range(1000))))
    return path


class TestPlaybackContract(DeviceContract):
    spec = DeviceSpec("playback", "any.txt")

    @pytest.fixture(autouse=True)
    def file(self, recording: Path) -> None:
        self.path = recording

    def make_device(self) -> Device:
        return open_device(f"playback:{self.path}?speed=8")


class Clock:
    """Time that passes when someone sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += max(seconds, 1e-4)


def play(path: Path, **options: object) -> tuple[PlaybackDevice, Clock]:
    clock = Clock()
    return PlaybackDevice(path, clock=clock, sleep=clock.sleep, **options), clock


def all_of(device: Device) -> np.ndarray:
    """Return the whole recording, ``(n_channels, n)`` µV."""
    device.start()
    parts = []
    while device.state is not DeviceState.ENDED:
        chunk = device.read(1.0)
        if chunk is not None:
            parts.append(chunk.samples_uv)
    return np.concatenate(parts, axis=1)


@pytest.mark.parametrize("speed", [0.25, 1.0, 4.0, 8.0])
def test_it_plays_at_the_speed_that_is_asked_for(recording: Path, speed: float) -> None:
    device, clock = play(recording, speed=speed)
    with device:
        begun = clock.now
        assert all_of(device).shape == (2, 1000)
        assert clock.now - begun == pytest.approx(4.0 / speed, abs=0.05)


def test_it_plays_as_fast_as_it_goes(recording: Path) -> None:
    device, clock = play(recording, speed=None)
    with device:
        begun = clock.now
        samples = all_of(device)
    assert clock.now == begun
    assert samples[0].tolist() == [n + 0.5 for n in range(1000)]


def test_it_begins_at_the_second_that_is_asked_for(recording: Path) -> None:
    with open_device(f"playback:{recording}?speed=max&start=2") as device:
        assert all_of(device)[0].tolist() == [n + 0.5 for n in range(500, 1000)]


def test_gaps_of_a_recording_are_counted_by_its_own_counter_and_clock(tmp_path: Path) -> None:
    numbers = [*range(300), *range(556, 800), *range(810, 1000)]
    path = tmp_path / "gaps.txt"
    path.write_text(V5 + v5_rows(numbers))
    with open_device(f"playback:{path}?speed=max") as device:
        all_of(device)
        assert device.health.lost_total == 256 + 10


def test_version_4_of_the_openbci_gui(tmp_path: Path) -> None:
    path = tmp_path / "v4.txt"
    rows = "".join(
        f"{n % 256}, {n}.00, {-n}.00, 1.50, -0.25, 0.0, 0.0, 1.0, 10:00:00.000\n"
        for n in range(400)
    )
    path.write_text(V4 + rows)
    recording = read_recording(path)
    assert (recording.n_channels, recording.fs_hz, recording.n_samples) == (4, 200.0, 400)
    assert recording.samples_uv[7].tolist() == [7.0, -7.0, 1.5, -0.25]
    assert recording.rule is not None


def test_the_real_cyton_recording(shared_data: Path) -> None:
    with open_device(f"playback:{shared_data / CYTON}?speed=max") as device:
        info = device.info
        samples_uv = all_of(device)
        assert (info.fs_hz, info.origin) == (250.0, Origin.PLAYBACK)
        assert samples_uv.shape == (8, 22490)
        assert device.health.lost_total == 0
    stamps_s = read_recording(shared_data / CYTON).stamps_s
    assert stamps_s is not None
    assert stamps_s[:2].tolist() == [1557936053.329, 1557936053.336]
    # Above the 60 Hz mains that fills this recording: bursts at 8-13 s and 82-88 s.
    sos = signal.butter(4, [75, 115], "bandpass", fs=250, output="sos")
    power = signal.sosfilt(sos, samples_uv)[:, :22250].reshape(8, -1, 125) ** 2
    rms = np.sqrt(power.mean(axis=2))
    quiet = np.median(rms[:, 60:120], axis=1)
    for first, last in ((16, 26), (164, 176)):
        rise = rms[:, first:last].max(axis=1) / quiet
        assert (rise[2:6] > 2.5).all()
        assert (rise[[0, 1, 6, 7]] < 2.0).all()


def test_the_golden_figures_of_the_biopac_recording(shared_data: Path) -> None:
    """Settings and figures of docs/recordings.md, by an independent chain."""
    with open_device(f"playback:{shared_data / BIOPAC}?speed=max&unit=3=mV") as device:
        samples_uv = all_of(device)[:3]
        assert "2041842 are missing" in device.info.notes[0]
    sos = signal.butter(4, [20, 450], "bandpass", fs=1000, output="sos")
    filtered = signal.sosfilt(sos, samples_uv)
    mean_square = np.apply_along_axis(
        lambda x: np.convolve(x, np.full(100, 0.01), "valid"), 1, filtered**2
    )
    rms = np.sqrt(mean_square)[:, 500 - 99 :]
    found = np.stack([np.median(rms, axis=1), np.percentile(rms, 95, axis=1), rms.max(axis=1)])
    golden = [[4.941, 6.250, 7.686], [2.923, 5.084, 15.017], [13.926, 17.940, 27.182]]
    np.testing.assert_allclose(found.T, golden, rtol=0.01)


def test_a_declared_unit_is_kept_and_flagged_as_implausible(shared_data: Path) -> None:
    recording = read_recording(shared_data / BIOPAC)
    assert recording.units[2] == "Volts"
    assert np.median(np.abs(recording.samples_uv[:, 2])) > 5000
    assert any("3 (Lev Raw: Volts)" in note and "--unit" in note for note in recording.notes)


@pytest.mark.parametrize(("unit", "names"), [("2=furlong", "furlong"), ("99=mV", "99"), ("3", "3")])
def test_a_wrong_unit_is_refused(recording: Path, unit: str, names: str) -> None:
    with pytest.raises(ConfigError, match=names):
        open_device(f"playback:{recording}?unit={unit.replace('=', '%3D')}").open()


def test_a_truncated_recording_is_read_as_far_as_it_goes(recording: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.txt"
    cut.write_bytes(recording.read_bytes()[:-60])
    device, _ = play(cut, speed=None)
    with device:
        assert all_of(device).shape == (2, 999)
        assert "cut off in line 1005" in device.info.notes[0]
        assert device.health.bad_frames == 1


def test_damaged_lines_are_left_out_counted_and_accounted_for(tmp_path: Path) -> None:
    lines = v5_rows(list(range(500))).splitlines(keepends=True)
    lines[100] = "100, 1_000, ٣, 0.1, x\n"
    lines[200] = "\x00\x00\x00\n"
    path = tmp_path / "damaged.txt"
    path.write_text(V5 + "".join(lines), encoding="utf-8")
    with open_device(f"playback:{path}?speed=max") as device:
        assert all_of(device).shape == (2, 498)
        assert (device.health.bad_frames, device.health.lost_total) == (2, 2)
        assert "2 lines could not be read" in device.info.notes[0]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 4096,
        bytes(range(256)) * 40,
        b"just a letter to a friend\nwith two lines\n",
        b"%OpenBCI Raw EEG Data\n%Number of channels = 8\n",
        b"%OpenBCI Raw EEG Data\n%Number of channels = 8\n%Sample Rate = 250 Hz\n",
        b"%OpenBCI\n%Number of channels = 99999999\n%Sample Rate = 250 Hz\n0, 1, 2\n",
        b"x.acq\n1 msec/sample\n15 channels\nCorr\nmV\n",
        b"x.acq\n0 msec/sample\n1 channels\nCorr\nmV\nCH1,\n3,\n1,\n",
    ],
)
def test_what_is_no_recording_is_named_as_such(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "nothing.txt"
    path.write_bytes(content)
    with pytest.raises(RecordCorruptError, match=r"nothing\.txt"):
        open_device(f"playback:{path}").open()


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(DeviceNotFoundError, match=r"gone\.txt"):
        open_device(f"playback:{tmp_path / 'gone.txt'}").open()
    with pytest.raises(DeviceNotFoundError, match="directory"):
        open_device(f"playback:{tmp_path}").open()


@pytest.mark.parametrize("speed", ["9", "0.1", "-1", "nan", "1e3", "1_0", "quick"])
def test_an_impossible_speed_is_refused(speed: str) -> None:
    with pytest.raises(ConfigError):
        open_device(f"playback:x.txt?speed={speed}")


def test_a_start_behind_the_end_is_refused(recording: Path) -> None:
    with pytest.raises(ConfigError, match=r"v5\.txt is 4\.0 s long and cannot begin at 99 s"):
        open_device(f"playback:{recording}?start=99").open()


def test_railed_and_missing_values_are_flagged(tmp_path: Path) -> None:
    lines = v5_rows(list(range(100))).splitlines(keepends=True)
    lines[10] = lines[10].replace("10.5", "-187500.02")
    lines[20] = lines[20].replace("20.5", "nan")
    path = tmp_path / "railed.txt"
    path.write_text(V5 + "".join(lines))
    with open_device(f"playback:{path}?speed=max") as device:
        device.start()
        chunk = read_some(device, 1)[0]
    assert chunk.flags[0, 10] == SampleFlag.RAILED
    assert chunk.flags[0, 20] == SampleFlag.NOT_FINITE
    assert chunk.samples_uv[0, 20] == 19.5, "the last good value stands in its place"
    assert np.count_nonzero(chunk.flags) == 2
