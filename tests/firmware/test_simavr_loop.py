"""The real AVR image in simavr, a known waveform on its pins, read by the real driver."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from scipy.signal import butter, sosfilt

from emg_device.base import Device
from emg_device.framed import FramedDevice
from emg_device.framed_link import FramedLink
from emg_device.framed_protocol import PacketType
from emg_signal.chunk import Origin
from emg_signal.errors import ConfigError, DeviceError

WAVE_HZ = 8000
N_PINS = 6
CLOCK_HZ = 16e6
SUPPLY_MV = 5000.0

pytestmark = [pytest.mark.real_time, pytest.mark.xdist_group("a core of its own")]

FloatArray = npt.NDArray[np.float64]


def emg_at_the_pins_mv(seconds: float) -> npt.NDArray[np.float32]:
    """Return band-limited noise, 20 to 450 Hz, in bursts, around mid-supply; each pin its own."""
    rng = np.random.default_rng(7)
    n = round(seconds * WAVE_HZ)
    sos = butter(4, (20, 450), "bandpass", fs=WAVE_HZ, output="sos")
    noise = sosfilt(sos, rng.standard_normal((n, N_PINS)), axis=0)
    noise /= noise.std(axis=0)
    t = np.arange(n)[:, None] / WAVE_HZ
    effort = 0.1 + 0.9 * (np.sin(2 * np.pi * (0.5 * t + np.arange(N_PINS) / N_PINS)) > 0)
    strength_mv = 100.0 * np.arange(2, N_PINS + 2)
    return (SUPPLY_MV / 2 + strength_mv * effort * noise).astype(np.float32)


@dataclass(frozen=True)
class Running:
    """A board in simavr."""

    port: str
    truth: Path
    wave_mv: npt.NDArray[np.float32]


@dataclass(frozen=True)
class Truth:
    """What was put on the pins: ``(n_instants, n_channels)``."""

    cycles: npt.NDArray[np.uint64]
    pins: npt.NDArray[np.uint32]
    millivolts: npt.NDArray[np.uint32]


def truth_of(board: Running, n_channels: int) -> Truth:
    record = np.dtype([("cycle", "<u8"), ("pin", "<u4"), ("mv", "<u4")])
    rows = np.fromfile(board.truth, dtype=record)
    rows = rows[: rows.size // n_channels * n_channels].reshape(-1, n_channels)
    return Truth(rows["cycle"], rows["pin"], rows["mv"])


@pytest.fixture
def simulated(
    simavr_host: Path, tmp_path: Path
) -> Callable[[Path, float], AbstractContextManager[Running]]:
    """Return a context manager that runs an image; the truth is complete after it."""

    @contextmanager
    def run(image: Path, seconds: float) -> Iterator[Running]:
        wave, truth = tmp_path / "wave.f32", tmp_path / "truth.bin"
        wave_mv = emg_at_the_pins_mv(seconds + 5)
        wave_mv.tofile(wave)
        words = [simavr_host, image, wave, str(N_PINS), str(WAVE_HZ), truth]
        with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
            try:
                assert process.stdout is not None
                for line in process.stdout:
                    if line.startswith("port "):
                        yield Running(line.split()[1], truth, wave_mv)
                        break
                else:
                    pytest.fail("simavr_host opened no port")
            finally:
                process.terminate()

    return run


def stream(device: Device, seconds: float) -> FloatArray:
    """Return what came in so many seconds of samples, ``(n_samples, n_channels)``."""
    wanted = round(seconds * device.info.fs_hz)
    deadline = time.monotonic() + 3 * seconds + 10
    parts: list[FloatArray] = []
    got = 0
    while got < wanted:
        assert time.monotonic() < deadline, f"{got} of {wanted} samples"
        chunk = device.read(0.1)
        if chunk is not None:
            assert chunk.lost == 0
            assert chunk.first_index == got
            assert chunk.origin is Origin.SIMULATED  # a pseudo-terminal, whatever it says
            parts.append(chunk.samples_uv.T)
            got = chunk.next_index
    return np.concatenate(parts)


def assert_every_sample_is_what_was_on_the_pin(
    board: Running, samples_uv: FloatArray, uv_per_count: float
) -> None:
    """Each is within one count of the voltage, and that voltage was the waveform's."""
    truth = truth_of(board, samples_uv.shape[1])
    n = len(samples_uv)
    assert len(truth.pins) >= n
    assert (truth.pins == np.arange(samples_uv.shape[1])).all()
    place = (truth.cycles[:n] / CLOCK_HZ * WAVE_HZ).astype(int)
    wave_mv = np.take_along_axis(board.wave_mv[:, : truth.pins.shape[1]], place, axis=0)
    assert np.abs(np.clip(wave_mv, 0, SUPPLY_MV) - truth.millivolts[:n]).max() <= 0.51
    # The code of a voltage by the datasheet: VIN * 1024 / VREF, rounded down. (simavr takes 1023.)
    ideal = np.floor(truth.millivolts[:n] / SUPPLY_MV * 1024) - 512
    counts = samples_uv / uv_per_count
    np.testing.assert_allclose(counts, np.rint(counts), atol=1e-6)
    assert np.abs(counts - ideal).max() <= 1.0 + 1e-9
    assert (np.abs(counts.std(axis=0) - ideal.std(axis=0)) < 1.0).all()
    assert (counts.std(axis=0) > 10).all()  # a flat line would not be a waveform


def assert_instants_are_regular(board: Running, n_channels: int, fs_hz: float) -> None:
    """The first channel's conversions begin a period apart, to 10 µs of interrupt latency."""
    periods = np.diff(truth_of(board, n_channels).cycles[:, 0].astype(np.int64))
    assert np.abs(periods - CLOCK_HZ / fs_hz).max() <= 160


def run_loop(
    simulated: Callable[..., AbstractContextManager[Running]],
    image: Path,
    *,
    seconds: float,
    n_channels: int,
    fs_hz: int,
    baud: int = 250_000,
) -> None:
    """Stream, and hold every sample against the pin."""
    with simulated(image, seconds) as board:
        device = FramedDevice(board.port, baud=baud, rate_hz=fs_hz, n_channels=n_channels)
        with device:
            device.start()
            samples_uv = stream(device, seconds)
            health, info = device.health, device.info
            device.stop()
    assert (info.n_channels, info.fs_hz) == (n_channels, fs_hz)
    assert (health.lost_total, health.bad_frames, health.duplicates) == (0, 0, 0)
    assert info.uv_per_count == 5e6 / 1024 / 1000  # 5 V, ten bits, a gain of 1000
    assert_every_sample_is_what_was_on_the_pin(board, samples_uv, info.uv_per_count)
    assert_instants_are_regular(board, n_channels, fs_hz)


def test_four_channels_at_1_khz(
    simulated: Callable[..., AbstractContextManager[Running]], avr_image: Callable[..., Path]
) -> None:
    run_loop(simulated, avr_image("avr_uno"), seconds=10, n_channels=4, fs_hz=1000)


@pytest.mark.soak
def test_four_channels_at_1_khz_for_a_minute(
    simulated: Callable[..., AbstractContextManager[Running]], avr_image: Callable[..., Path]
) -> None:
    run_loop(simulated, avr_image("avr_uno"), seconds=60, n_channels=4, fs_hz=1000)


@pytest.mark.parametrize(("n_channels", "fs_hz"), [(6, 1000), (1, 2000), (2, 250)])
def test_other_settings_at_500_kbaud(
    simulated: Callable[..., AbstractContextManager[Running]],
    avr_image: Callable[..., Path],
    n_channels: int,
    fs_hz: int,
) -> None:
    image = avr_image("avr_uno", BAUD=500_000)
    run_loop(simulated, image, seconds=1, n_channels=n_channels, fs_hz=fs_hz, baud=500_000)


def test_six_channels_at_2_khz_at_1_mbaud(
    simulated: Callable[..., AbstractContextManager[Running]], avr_image: Callable[..., Path]
) -> None:
    image = avr_image("avr_uno", BAUD=1_000_000)
    run_loop(simulated, image, seconds=2, n_channels=6, fs_hz=2000, baud=1_000_000)


def test_the_arduino_sketch(
    simulated: Callable[..., AbstractContextManager[Running]], avr_image: Callable[..., Path]
) -> None:
    run_loop(simulated, avr_image("ArduinoUno"), seconds=2, n_channels=4, fs_hz=1000)


def test_the_board_says_what_it_was_built_with(
    simulated: Callable[..., AbstractContextManager[Running]], avr_image: Callable[..., Path]
) -> None:
    image = avr_image("avr_uno", SERIAL="K7", GAIN=500)
    with simulated(image, 1) as board, FramedDevice(board.port) as device:
        info = device.info
    assert (info.board, info.serial, info.firmware) == ("Evenhand ATmega328P", "K7", "1.0.0")
    assert (info.n_channels, info.fs_hz) == (4, 1000)
    assert info.uv_per_count == 5e6 / 1024 / 500
    assert info.rails_uv == (-5000.0, 511 * 5e6 / 1024 / 500)
    assert info.notes == ()


def test_an_overfull_line_loses_samples_and_misplaces_none(
    simulated: Callable[..., AbstractContextManager[Running]], avr_image: Callable[..., Path]
) -> None:
    """simavr takes 11 bits a byte, so 6 channels x 1 kHz, just possible at 250 kbaud, is not.

    What the line does not take is left out by the firmware; the numbers go on, so each sample
    that arrives is still the one that was on the pin at its index.
    """
    places, counts, lost = [], [], 0
    with ExitStack() as stack:
        board = stack.enter_context(simulated(avr_image("avr_uno"), 3))
        device = stack.enter_context(FramedDevice(board.port, rate_hz=1000, n_channels=6))
        device.start()
        while not places or places[-1][-1] < 3000:
            chunk = device.read(0.5)
            assert chunk is not None
            lost += chunk.lost
            places.append(np.arange(chunk.first_index, chunk.next_index))
            counts.append(chunk.samples_uv.T / device.info.uv_per_count)
        health = device.health
    place = np.concatenate(places)
    ideal = np.floor(truth_of(board, 6).millivolts / SUPPLY_MV * 1024) - 512
    assert len(ideal) > place[-1]
    # The truth holds one row for each instant sampled; those that found no slot were not.
    sampled = np.isin(np.arange(place[-1] + 1), place)
    assert 0.05 < 1 - sampled.mean() < 0.2  # 275 000 bits wanted of 250 000: a tenth
    assert health.bad_frames == 0
    assert lost == (~sampled).sum()
    assert np.abs(np.concatenate(counts) - ideal[place]).max() <= 1


def listen(link: FramedLink, seconds: float) -> list[bytes]:
    packets: list[bytes] = []
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        packets += link.receive()
    return packets


def test_commands_while_streaming_cost_no_sample(
    simulated: Callable[..., AbstractContextManager[Running]], avr_image: Callable[..., Path]
) -> None:
    with simulated(avr_image("avr_uno"), 3) as board, ExitStack() as stack:
        link = FramedLink(board.port, 250_000)
        stack.callback(link.close)
        link.identify()
        packets = link.ask(PacketType.START)
        for _ in range(20):  # faster than the line has room for: some get no answer
            link.send(PacketType.IDENTIFY)
            link.send(PacketType.SET_RATE, 500)
            packets += link.receive()
        packets += listen(link, 0.3)
        hammered = len(packets)
        for _ in range(5):
            link.send(PacketType.IDENTIFY)
            packets += listen(link, 0.2)
        with pytest.raises(DeviceError, match="streams; stop it first"):
            link.ask(PacketType.SET_CHANNELS, 2)
        link.ask(PacketType.STOP)
    kinds = [packet[0] for packet in packets]
    assert kinds[hammered:].count(PacketType.HELLO) == 5
    assert kinds[:hammered].count(PacketType.ERROR) >= 1
    numbers = [int.from_bytes(p[1:3], "little") for p in packets if p[0] == PacketType.DATA]
    assert numbers == list(range(len(numbers)))
    assert len(numbers) > 1000
    assert link.decoder.bad_frames == 0


def test_host_and_board_refuse_what_the_line_cannot_carry(
    simulated: Callable[..., AbstractContextManager[Running]], avr_image: Callable[..., Path]
) -> None:
    with simulated(avr_image("avr_uno"), 3) as board, ExitStack() as stack:
        device = FramedDevice(board.port, rate_hz=2000, n_channels=6)
        with pytest.raises(ConfigError, match=r"25 bytes x 10 bits x 2000 .* = 500000 bit"):
            device.open()
        link = FramedLink(board.port, 250_000)
        stack.callback(link.close)
        assert link.identify().link_bits_per_s == 500_000
        with pytest.raises(DeviceError, match="needs 500000 bit/s"):
            link.ask(PacketType.START)
        with pytest.raises(DeviceError, match="has 6 channels"):
            link.ask(PacketType.SET_CHANNELS, 7)
        with pytest.raises(DeviceError, match="at most 2000 Hz"):
            link.ask(PacketType.SET_RATE, 2001)
