"""What users of such programs complain of, as far as it has no test elsewhere (docs/devices.md)."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
import serial

from emg_device.contract import read_some
from emg_device.cyton import CytonDevice
from emg_device.info import DeviceState
from emg_device.serial_probe import open_port
from emg_signal.chunk import SampleFlag
from emg_signal.errors import DeviceError
from emg_simulators.boards.cyton_firmware import PACKETS_PER_S, CytonFirmware
from emg_simulators.fault_text import parse_faults
from emg_simulators.faults import Fault
from emg_simulators.pseudo_terminal import PseudoTerminal
from emg_simulators.test_signals import IndexCounts
from emg_simulators.virtual_board import VirtualBoard

pytestmark = pytest.mark.real_time


def test_each_complaint_of_the_list_names_a_test_that_exists(project_root: Path) -> None:
    """docs/devices.md, from the line of headings on; a name without a folder is the last one's."""
    text = (project_root / "docs/devices.md").read_text(encoding="utf-8")
    table = text.partition("## What users of such programs complain of")[2].partition("## ")[0]
    rows = [line for line in table.splitlines() if line.startswith("| ")][1:]
    assert len(rows) == 18
    for row in rows:
        names = re.findall(r"`([^`]*test_[^`]*)`", row)
        assert names, row
        path = project_root / "none"
        for name in names:
            file, _, function = name.partition("::")
            if file:
                path = project_root / file if "/" in file else path.with_name(file)
            assert path.is_file(), name
            assert f"def {function}" in path.read_text(encoding="utf-8"), name


@contextmanager
def served(
    firmware: CytonFirmware, burst_s: float = 0.0, faults: Sequence[Fault] = ()
) -> Iterator[str]:
    """Run a firmware of the test's own on a port."""
    done = threading.Event()
    with PseudoTerminal() as terminal:
        board = VirtualBoard(firmware, terminal, packets_per_s=PACKETS_PER_S, burst_s=burst_s)
        thread = threading.Thread(target=board.run, args=(done.is_set,))
        thread.start()
        try:
            yield terminal.name
        finally:
            done.set()
            thread.join()


class OddEnds(CytonFirmware):
    """Ends its packets with every byte that OpenBCI uses in turn, 0xC0 to 0xC6."""

    def packet(self) -> bytes:
        frame = super().packet()
        return frame[:-1] + bytes([0xC0 + frame[1] % 7])


def test_stop_bytes_0xc0_to_0xc6_are_no_errors() -> None:
    """OpenBCI_Python #50."""
    with served(OddEnds(IndexCounts(8))) as port, CytonDevice(port) as device:
        device.start()
        chunks = read_some(device, 200)
        assert device.health.lost_total == 0
    numbers = np.concatenate([chunk.samples_uv[0] for chunk in chunks])
    assert np.diff(numbers) == pytest.approx(np.full(numbers.size - 1, 16 * 0.0223517444553))


class OneRailed(IndexCounts):
    """Channel 3 lies at the positive rail."""

    def read_counts(self, n_samples: int) -> np.ndarray:
        counts = super().read_counts(n_samples)
        counts[2] = 2**23 - 1
        return counts


def test_a_railed_channel_is_named_by_its_flags() -> None:
    """OpenBCI_GUI #939 #1238: railed channels with no reason given."""
    with served(CytonFirmware(OneRailed(8))) as port, CytonDevice(port) as device:
        device.start()
        chunk = read_some(device, 3)[-1]
    assert (chunk.flags[2] == SampleFlag.RAILED).all()
    assert not np.delete(chunk.flags, 2, axis=0).any()


def test_the_gain_is_read_back_and_the_microvolts_stay_right() -> None:
    """OpenBCI_GUI #1078: µV wrong by gain. The same counts at half the gain are twice the µV."""
    firmware = CytonFirmware(IndexCounts(8))
    with served(firmware) as port:
        with CytonDevice(port, gain=12) as device:
            device.start()
            chunk = read_some(device, 5)[-1]
            scale = device.info.uv_per_count
        assert device.state == "closed"
    assert scale == pytest.approx(2 * 0.022351744455307063)
    assert np.diff(chunk.samples_uv[:, 0]) == pytest.approx(np.full(7, scale))


def test_commands_are_refused_while_it_streams() -> None:
    """Cyton_Library #68: commands sent while streaming disturb the data."""
    with served(CytonFirmware(IndexCounts(8))) as port, CytonDevice(port) as device:
        device.start()
        read_some(device, 3)
        with pytest.raises(DeviceError, match="streams"):
            device.measure_contact()
        read_some(device, 20)
        assert device.health.lost_total == 0


class Leftovers(CytonFirmware):
    """Sends packets for a while after it was told to stop, as packets in the air do."""

    def receive(self, data: bytes) -> bytes:
        reply = super().receive(data)
        return b"\xa0\xff\xfe\x80" * 30 + reply if data == b"s" else reply


def test_leftovers_after_a_stop_never_crash_a_configuration() -> None:
    """Measured: UnicodeDecodeError from BrainFlow in half of the calls after a stop."""
    with served(Leftovers(IndexCounts(8))) as port, CytonDevice(port) as device:
        for _ in range(2):
            device.start()
            read_some(device, 2)
            device.stop()
            assert "Success" in device.command("x1060110X")


def test_a_refused_command_is_an_error() -> None:
    """Measured: a reply that begins with Failure is no exception to BrainFlow."""
    firmware = CytonFirmware(IndexCounts(8))
    with (
        served(firmware) as port,
        CytonDevice(port) as device,
        pytest.raises(DeviceError, match=r"refused 'x1060110Y'|reports"),
    ):
        device.command("x1060110Y")


@pytest.mark.parametrize("burst_ms", [16, 255])
def test_bursts_do_not_show_in_the_index(burst_ms: int) -> None:
    """OpenBCI_GUI #1026 #1079 #129 #176: FTDI bursts, equal or jumping time stamps."""
    firmware = CytonFirmware(IndexCounts(8))
    with served(firmware, burst_ms / 1e3) as port, CytonDevice(port) as device:
        device.start()
        chunks = read_some(device, 12)
        scale = device.info.uv_per_count or 1.0
        health = device.health
    assert health.lost_total == 0
    assert health.burst_ms is not None
    assert health.burst_ms > 0.7 * burst_ms
    assert any("bursts of" in line for line in health.warnings) == (burst_ms == 255)
    for chunk in chunks:
        numbers = np.rint(chunk.samples_uv[0] / scale / 16)
        assert np.array_equal(numbers, np.arange(chunk.first_index, chunk.next_index))


def test_ports_are_put_in_low_latency_mode(monkeypatch: pytest.MonkeyPatch) -> None:
    """OpenBCI_GUI #1026: an FTDI chip holds bytes back for 16 ms unless it is told not to."""
    asked = []
    monkeypatch.setattr(
        serial.Serial, "set_low_latency_mode", lambda line, on: asked.append(on), raising=False
    )
    with PseudoTerminal() as terminal, open_port(terminal.name, 115200):
        assert asked == [True]


class AllStartBytes(IndexCounts):
    """Every channel holds 0x000FA0: the packet's start byte, steadily."""

    def read_counts(self, n_samples: int) -> np.ndarray:
        return np.full((8, n_samples), 0xFA0, dtype=np.int32)


def test_a_payload_of_start_bytes_with_byte_loss_never_blinds_unsaid() -> None:
    """Measured: BrainFlow loses 94 % of the samples then, up to 3.5 s in a row.

    What it loses is counted, and a stretch of 0.85 s without a sample is LOST.
    """
    lossy = parse_faults(["lose 5%@0s"])
    firmware = CytonFirmware(AllStartBytes(8))
    with served(firmware, faults=lossy) as port, CytonDevice(port) as device:
        device.start()
        begun_s = time.monotonic()
        last_s, blind_s, lost_seen = begun_s, 0.0, False
        while time.monotonic() - begun_s < 6.0:
            if device.read(0.02) is not None:
                last_s = time.monotonic()
            blind_s = max(blind_s, time.monotonic() - last_s)
            lost_seen |= device.state is DeviceState.LOST
        health = device.health
    due = 6.0 * 250
    assert health.received + health.lost_total == pytest.approx(due, rel=0.2)
    assert blind_s < 1.0 or lost_seen


def test_flipped_bits_are_said_or_within_the_rails() -> None:
    """Cyton packets have no checksum: flipped counters are found, samples stay in the rails."""
    flips = parse_faults(["flip 5%@0s"])
    firmware = CytonFirmware(IndexCounts(8))
    with served(firmware, faults=flips) as port, CytonDevice(port) as device:
        device.start()
        chunks = read_some(device, 600)
        low, high = device.info.rails_uv or (0.0, 0.0)
        health = device.health
    samples_uv = np.concatenate([chunk.samples_uv for chunk in chunks], axis=1)
    assert samples_uv.min() >= low
    assert samples_uv.max() <= high
    assert health.lost_total < 0.2 * health.received, "a flipped counter is no loss of 100"
