"""Plain BrainFlow, importing nothing of ours, on every virtual OpenBCI board with the patient."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from emg_simulators.board_process import BoardProcess

pytestmark = [pytest.mark.real_time, pytest.mark.xdist_group("a core of its own")]

CYTON_COUNT_UV = 4.5e6 / (2**23 - 1) / 24
GANGLION_COUNT_UV = 1.2e6 / (2**23 - 1) / 1.5 / 51


@dataclass(frozen=True)
class OpenBci:
    """How a board's own manual and BrainFlow describe it."""

    arguments: tuple[str, ...]
    board_id: int
    fs_hz: int
    n_channels: int
    numbers: tuple[int, ...]
    """Steps of the packet number from one sample to the next."""
    period: int
    count_uv: float
    """What one step of the numbers that it sends is worth, µV."""
    parameters: str = ""
    converter_hz: int = 250


BOARDS = {
    "cyton": OpenBci(("cyton",), 0, 250, 8, (1,), 256, CYTON_COUNT_UV),
    # Each sample is the mean of two of the converter, each of which was rounded.
    "daisy": OpenBci(("cyton", "--daisy"), 2, 125, 16, (2,), 256, CYTON_COUNT_UV),
    # 18 bits of 24 are sent, and the last of those is the sign: a step is 128 counts, cut off and
    # not rounded; the converter's own half count comes on top.
    "ganglion": OpenBci(
        ("ganglion",),
        1,
        200,
        4,
        (0, 1),
        100,
        128.5 * GANGLION_COUNT_UV,
        'parameters.timeout = 4; parameters.mac_address = "c0:c0:ff:ee:00:01"; '
        'parameters.other_info = "fw:3"',
        converter_hz=200,
    ),
    "wifi": OpenBci(
        ("wifi",),
        5,
        1000,
        8,
        (1,),
        256,
        CYTON_COUNT_UV,
        'parameters.ip_address = "127.0.0.1"; parameters.ip_port = int(sys.argv[4])',
        converter_hz=1000,
    ),
}

PLAIN = """
import json, sys, time
import numpy as np
from brainflow.board_shim import BoardShim, BrainFlowInputParams
BoardShim.disable_board_logger()
board_id, seconds = int(sys.argv[2]), float(sys.argv[3])
parameters = BrainFlowInputParams()
if not sys.argv[1].startswith("127."):
    parameters.serial_port = sys.argv[1]
PARAMETERS
board = BoardShim(board_id, parameters)
board.prepare_session()
for command in sys.argv[6:]:
    board.config_board(command)
board.start_stream(int((seconds + 30) * BoardShim.get_sampling_rate(board_id)))
time.sleep(seconds)
board.stop_stream()
data = board.get_board_data()
board.release_session()
del board
rows = [BoardShim.get_package_num_channel(board_id), *BoardShim.get_exg_channels(board_id)]
if sys.argv[6:7] == ["z"]:
    rows = [rows[0], *BoardShim.get_resistance_channels(board_id)]
np.save(sys.argv[5], data[rows])
print(json.dumps([name for name in sys.modules if name.startswith("emg_")]))
"""
"""A program as any user of BrainFlow writes it."""


def plain_brainflow(kind: OpenBci, port: str, seconds: float, file: Path, *commands: str):
    """Return packet numbers and channels, ``(1 + n_channels, n)``."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    program = PLAIN.replace("PARAMETERS", kind.parameters)
    arguments = [str(one) for one in (port, kind.board_id, seconds, free, file, *commands)]
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program, *arguments],
        check=False,
        capture_output=True,
        text=True,
        timeout=seconds + 60,
    )
    assert done.returncode == 0, f"{' '.join(arguments[:2])}: {done.stderr}"
    assert json.loads(done.stdout) == []
    return np.load(file)


def expected_uv(truth: Path, kind: OpenBci, n: int):
    """Return the rendered electrode voltage through the datasheet's sinc3, written anew."""
    with np.load(truth) as file:
        electrode_uv, render_hz = file["electrode_uv"], float(file["render_hz"])
        first = int(file["first_streamed"])
    oversampling = round(render_hz / kind.converter_hz)
    box = np.ones(oversampling) / oversampling
    taps = np.convolve(box, np.convolve(box, box))
    averaged = kind.converter_hz // kind.fs_hz
    rows = []
    for channel in electrode_uv[: kind.n_channels, first:]:
        through = np.convolve(channel, taps, "valid")[::oversampling]
        rows.append(through[: n * averaged].reshape(-1, averaged).mean(axis=1))
    return np.stack(rows)


def worst_uv(data, truth: Path, kind: OpenBci) -> float:
    """Return how far any sample of any channel is from the rendered one, µV."""
    expected, read = expected_uv(truth, kind, data.shape[1]), data[1:]
    worst = np.abs(read[:8] - expected[:8]).max()
    if kind.n_channels == 16:  # BrainFlow joins each sample with the Daisy's half of the one before
        worst = max(worst, np.abs(read[8:, 1:] - expected[8:, :-1]).max())
    return float(worst)


def stream(name: str, seconds: float, folder: Path) -> tuple[int, float, set[int]]:
    """Stream one board; return samples, how far the worst is off in µV, and the number's steps."""
    kind, truth = BOARDS[name], folder / f"{name}.npz"
    board = BoardProcess([*kind.arguments, "--truth", str(truth)])
    try:
        port = "127.0.0.1" if name == "wifi" else board.port
        data = plain_brainflow(kind, port, seconds, folder / f"{name}.npy")
    finally:
        board.end()
    steps = set(np.diff(data[0]) % kind.period)
    return data.shape[1], worst_uv(data, truth, kind), steps


@pytest.mark.real_time(seconds=34)
@pytest.mark.usefixtures("port_80")
@pytest.mark.parametrize("seconds", [30, pytest.param(600, marks=pytest.mark.soak)])
def test_every_sample_of_every_board_is_the_rendered_one_and_none_is_missing(
    tmp_path: Path, seconds: int
) -> None:
    """All four at once, as nobody has them."""
    with ThreadPoolExecutor(len(BOARDS)) as pool:
        runs = list(pool.map(lambda name: stream(name, seconds, tmp_path), BOARDS))
    for name, (n, off_uv, steps) in zip(BOARDS, runs, strict=True):
        print(f"{name}: {n} samples in {seconds} s, worst {off_uv:.4f} µV, steps {steps}")
    for (name, kind), (n, off_uv, steps) in zip(BOARDS.items(), runs, strict=True):
        assert n > (seconds - 1) * kind.fs_hz, name
        assert steps == set(kind.numbers), name
        assert off_uv <= kind.count_uv, name


RESISTORS_OHM = (2e3, 5e3, 10e3, 20e3, 50e3, 100e3, 300e3, 1e6)
SERIES_OHM, AMPERE, CARRIER_HZ = 2200.0, 6e-9, 31.25
"""Of the Cyton's input, and of the ADS1299's lead-off current (datasheet SBAS499, LOFF)."""


def lead_off_ohm(name: str, folder: Path):
    """Return the resistors of channels 1 to 8: amplitude at 31.25 Hz over 6 nA, less 2.2 kOhm."""
    kind = BOARDS[name]
    resistors = ",".join(str(ohm) for ohm in RESISTORS_OHM)
    board = BoardProcess([*kind.arguments, "--impedance-ohm", resistors])
    try:
        port = "127.0.0.1" if name == "wifi" else board.port
        commands = [f"z{channel}10Z" for channel in "12345678"]
        data = plain_brainflow(kind, port, 3.5, folder / f"{name}.npy", *commands)
    finally:
        board.end()
    samples = data[1:9, : round(2.88 * kind.fs_hz)]  # whole periods, before the first cue
    turns = np.exp(-2j * np.pi * CARRIER_HZ / kind.fs_hz * np.arange(samples.shape[1]))
    amplitude_uv = 2 * np.abs(samples @ turns) / samples.shape[1]
    if name == "daisy":  # the mean of two samples, as its firmware sends it, is smaller by this
        amplitude_uv /= np.cos(np.pi * CARRIER_HZ / kind.converter_hz)
    return amplitude_uv * 1e-6 / AMPERE - SERIES_OHM


@pytest.mark.usefixtures("port_80")
def test_the_lead_off_current_tells_the_resistor(tmp_path: Path) -> None:
    """Beside the patient's own EMG at rest."""
    names = ("cyton", "daisy", "wifi")
    with ThreadPoolExecutor(len(names)) as pool:
        for ohm in pool.map(lambda name: lead_off_ohm(name, tmp_path), names):
            assert ohm == pytest.approx(RESISTORS_OHM, rel=0.05)


def test_the_ganglion_tells_its_resistors(tmp_path: Path) -> None:
    """In whole kOhm, as its firmware sends them."""
    kohm = (2.0, 10.0, 100.0, 1000.0)
    ohm = ",".join(str(1000 * each) for each in kohm)
    board = BoardProcess(["ganglion", "--impedance-ohm", ohm])
    try:
        data = plain_brainflow(BOARDS["ganglion"], board.port, 3, tmp_path / "data.npy", "z")
    finally:
        board.end()
    assert data[1:5, -1] == pytest.approx(kohm, rel=0.05)


def test_a_recording_can_be_put_on_the_electrodes(tmp_path: Path) -> None:
    path = tmp_path / "recording.csv"
    rows = "".join(f"{n / 500:.3f},{100 * np.sin(n / 10):.4f}\n" for n in range(2000))
    path.write_text(f"time,left\n{rows}")
    board = BoardProcess(["cyton", "--scenario", str(path)])
    try:
        data = plain_brainflow(BOARDS["cyton"], board.port, 2, tmp_path / "data.npy")
    finally:
        board.end()
    assert np.abs(data[1]).max() == pytest.approx(100, rel=0.05)
