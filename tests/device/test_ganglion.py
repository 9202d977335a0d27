"""The Ganglion driver on a virtual dongle that speaks BGAPI, under BrainFlow's own library."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np
import pytest

from emg_device.base import Device
from emg_device.contract import DeviceContract, read_some
from emg_device.ganglion import GanglionDevice
from emg_device.registry import open_device
from emg_device.spec import DeviceSpec
from emg_signal.chunk import Origin
from emg_signal.errors import ConfigError, DeviceError
from emg_simulators.board_process import BoardProcess
from emg_simulators.boards.ganglion_firmware import pack_18_bits

pytestmark = pytest.mark.real_time
ADDRESS = "c0:c0:ff:ee:00:01"
RESISTORS = (2e3, 20e3, 100e3, 1e6)
"""The board tells whole kOhm."""


class TestGanglionContract(DeviceContract):
    spec = DeviceSpec("ganglion", "/dev/ttyACM0")
    cycles = 1
    port: str

    @pytest.fixture(scope="class", autouse=True)
    @classmethod
    def board(cls) -> Iterator[BoardProcess]:
        resistors = ",".join(map(str, RESISTORS))
        board = BoardProcess(["ganglion", "--signal", "sine", "--impedance-ohm", resistors])
        cls.port = board.port
        yield board
        board.end()

    def make_device(self) -> Device:
        return GanglionDevice(self.port, mac_address=ADDRESS)

    def test_a_known_sine_comes_through_18_bits(self) -> None:
        """2 LSB of 18 bits are 0.24 µV; the sine is 10, 20, 40 and 80 µV, less its sinc3."""
        with self.make_device() as device:
            device.start()
            chunks = []
            while sum(chunk.n_samples for chunk in chunks) < 600:
                chunk = device.read(1.0)
                assert chunk is not None
                chunks.append(chunk)
            info, health = device.info, device.health
        assert (info.n_channels, info.fs_hz, info.origin) == (4, 200, Origin.SIMULATED)
        assert (health.lost_total, health.duplicates) == (0, 0)
        samples_uv = np.concatenate([chunk.samples_uv for chunk in chunks], axis=1)[:, :600]
        carrier = np.exp(-2j * np.pi * 20 / 200 * np.arange(600))
        amplitude_uv = 2 * np.abs(samples_uv @ carrier) / 600
        sinc3 = (np.sin(np.pi * 0.1) / (np.pi * 0.1)) ** 3
        assert amplitude_uv / sinc3 == pytest.approx([10, 20, 40, 80], abs=0.24)

    def test_impedances_are_those_that_the_board_tells(self) -> None:
        with self.make_device() as device:
            found = list(device.measure_contact())
            assert [contact.electrode for contact in found] == list(device.electrodes)
            device.start()
            read_some(device, 3)
            with pytest.raises(DeviceError, match="streams"):
                device.measure_contact()
        assert [contact.kohm * 1e3 for contact in found] == pytest.approx(RESISTORS, rel=0.05)
        assert str(found[2]) == "channel 3 positive: 100 kOhm"

    def test_without_an_address_the_first_that_is_heard_is_taken(self) -> None:
        with open_device(f"ganglion:{self.port}") as device:
            assert device.info.counter is None
            assert any("counted by clock" in note for note in device.info.notes)


def hasty_clock() -> float:
    return 5 * time.monotonic()


def test_contact_that_the_board_cannot_tell_is_never_a_figure() -> None:
    """5 MOhm is above the range; below 1 kOhm the board sends no digit."""
    arguments = ["ganglion", "--signal", "sine", "--impedance-ohm", "5e6,5e6,5e6,500"]
    board = BoardProcess(arguments)
    try:
        with GanglionDevice(board.port, mac_address=ADDRESS, clock=hasty_clock) as device:
            contacts = device.measure_contact(seconds=0.1)
            assert [next(contacts).above for _ in range(3)] == [True] * 3
            with pytest.raises(DeviceError, match="no impedance of channel 4"):
                next(contacts)
            device.start()
            assert read_some(device, 2)
    finally:
        board.end()


@pytest.mark.parametrize(
    ("numbers", "firmware", "expected"),
    [
        ([0, 0, 1, 1, 2, 2], "3", [0, 1, 2, 3, 4, 5]),
        ([98, 98, 99, 99, 0, 0], "3", [196, 197, 198, 199, 0, 1]),
        ([5, 5, 8, 8], "3", [10, 11, 16, 17]),
        ([0, 1, 1, 2, 2], "2", [0, 1, 2, 3, 4]),
        ([100, 100, 0, 1, 1], "2", [199, 200, 0, 1, 2]),
    ],
)
def test_two_samples_share_a_packet_number(
    numbers: list[int], firmware: str, expected: list[int]
) -> None:
    for split in range(1, len(numbers)):
        device = GanglionDevice("/dev/none", mac_address=ADDRESS, firmware=firmware)
        device._info = device._identify(device._describe())
        parts = [np.array(numbers[:split]), np.array(numbers[split:])]
        assert np.concatenate([device._count(part) for part in parts]).tolist() == expected


@pytest.mark.parametrize("count", [0, 64, -64, 128, 2**23 - 1, -(2**23), 4000, -4000])
def test_18_bits_keep_a_sample_to_two_of_their_steps(count: int) -> None:
    """As BrainFlow reads them back: the last bit is the sign, six more are zero."""
    bits = int(pack_18_bits(count), 2)
    read = (bits - 2**18 if bits >= 2**17 else bits) << 6
    assert abs(read - count) < 128
    assert (bits & 1) == (count < 0)


def test_a_wrong_spec_is_refused() -> None:
    for spec in ("ganglion", "ganglion:/dev/ttyACM0?firmware=4"):
        with pytest.raises(ConfigError):
            open_device(spec)
