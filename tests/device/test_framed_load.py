"""The framed driver under load: many channels for long, and a host that stalls."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pytest

from emg_device.framed import FramedDevice
from emg_signal.chunk import Chunk
from emg_simulators.ads1299 import uv_per_count
from emg_simulators.board_process import BoardProcess

pytestmark = pytest.mark.real_time


@contextmanager
def board(n_channels: int, fs_hz: int) -> Iterator[str]:
    """Run a board that writes the number of each sample into it, as its own process."""
    words = ["framed", "--signal", "index", "--channels", str(n_channels), "--rate", str(fs_hz)]
    process = BoardProcess(words)
    try:
        yield process.port
    finally:
        process.end()


def assert_each_sample_is_in_its_place(chunk: Chunk) -> None:
    counts = np.rint(chunk.samples_uv.T / uv_per_count(24)).astype(np.int64)
    index = np.arange(chunk.first_index, chunk.next_index)[:, None]
    np.testing.assert_array_equal(counts, (index * 16 + np.arange(chunk.n_channels)) % 2**23)


def read_for(device: FramedDevice, n_samples: int) -> list[Chunk]:
    """Read on until that many samples more are due, the lost ones counted."""
    chunks: list[Chunk] = []
    end = None
    deadline = time.monotonic() + 60 + n_samples / device.info.fs_hz
    while end is None or chunks[-1].next_index < end:
        assert time.monotonic() < deadline
        chunk = device.read(0.5)
        if chunk is not None:
            assert_each_sample_is_in_its_place(chunk)
            chunks.append(chunk)
            end = chunk.first_index + n_samples if end is None else end
    return chunks


def count(chunks: list[Chunk]) -> tuple[int, int]:
    """Return samples received and lost (health may count chunks that were not yet read, too)."""
    return sum(chunk.n_samples for chunk in chunks), sum(chunk.lost for chunk in chunks)


def test_a_host_that_stalls_knows_exactly_what_it_missed() -> None:
    """The system keeps 64 kB, 0.5 s of this stream; the rest is lost, and counted."""
    with board(16, 2000) as port, FramedDevice(port) as device:
        device.start()
        chunks = read_for(device, 500)
        for stall_s in (0.2, 1.2, 2.0):
            time.sleep(stall_s)
            chunks += read_for(device, 2000)
        health = device.health
    received, lost = count(chunks)
    assert chunks[-1].next_index == received + lost
    assert 2000 < lost <= health.lost_total  # of 6800 that were sent while nobody read
    assert health.lost_uncertainty == 0
    assert health.bad_frames <= 2 * health.gaps


@pytest.mark.soak
def test_sixteen_channels_at_1_khz_for_15_minutes() -> None:
    seconds = 900
    with board(16, 1000) as port, FramedDevice(port) as device:
        device.start()
        begun_s, begun_cpu_s = time.monotonic(), time.process_time()
        received, lost = count(read_for(device, seconds * 1000))
        share = (time.process_time() - begun_cpu_s) / (time.monotonic() - begun_s)
        health = device.health
    assert received + lost >= seconds * 1000
    assert health.lost_uncertainty == 0
    assert share <= 0.25, f"{100 * share:.1f} % of a core"
