"""What the base class owns for every driver, on an invented clock: nothing here waits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from emg_device.base import Device
from emg_device.info import CounterRule, DeviceInfo, DeviceState, RawBlock
from emg_device.spec import DeviceSpec
from emg_signal.chunk import Origin, SampleFlag
from emg_signal.errors import DeviceError, DeviceLostError, DeviceProtocolError

FS_HZ = 250.0
RAILS_UV = (-187500.0224, 187500.0)


class InventedBoard(Device):
    """A driver whose board and clock are the test's own."""

    def __init__(self, n_channels: int = 2, serial: str = "A1") -> None:
        self.now_s = 1000.0
        super().__init__(clock=lambda: self.now_s)
        self.n_channels = n_channels
        self.serial = serial
        self.silent = False
        self.fails: Exception | None = None
        self.edit: Callable[[np.ndarray], None] = lambda samples: None
        self.calls: list[str] = []
        self._sent = 0

    @classmethod
    def from_spec(cls, spec: DeviceSpec, **kw: Any) -> Device:
        return cls()

    def _open(self) -> DeviceInfo:
        self.calls.append("open")
        return DeviceInfo(
            "Invented",
            self.n_channels,
            FS_HZ,
            Origin.SIMULATED,
            serial=self.serial,
            rails_uv=RAILS_UV,
            counter=CounterRule(256),
        )

    def _start(self) -> None:
        self.calls.append("start")

    def _fetch(self, timeout_s: float) -> RawBlock | None:
        self.now_s += 0.02
        if self.fails is not None:
            raise self.fails
        numbers = np.arange(self._sent, self._sent + 5)
        self._sent += 5
        if self.silent:
            return None
        samples = np.repeat(numbers[:, None] * 1.0, self.n_channels, axis=1)
        self.edit(samples)
        return RawBlock(samples, numbers % 256)

    def _stop(self) -> None:
        self.calls.append("stop")

    def _close(self) -> None:
        self.calls.append("close")


@pytest.fixture
def board() -> InventedBoard:
    board = InventedBoard()
    board.open()
    board.start()
    return board


def test_silence_is_stale_at_400_ms_and_lost_before_900(board: InventedBoard) -> None:
    board.read()
    board.silent = True
    seen = {}
    begun_s = board.now_s
    while board.now_s - begun_s < 2.0:
        board.read(0.0)
        seen.setdefault(board.state, board.now_s - begun_s)
    assert seen[DeviceState.STALE] == pytest.approx(0.4, abs=0.021)
    assert seen[DeviceState.LOST] == pytest.approx(0.85, abs=0.021)
    assert seen[DeviceState.LOST] <= 0.9


def test_the_state_tells_of_silence_though_nobody_reads(board: InventedBoard) -> None:
    board.read()
    board.now_s += 0.9
    assert board.state is DeviceState.LOST


def test_silence_of_five_seconds_stops_the_driver(board: InventedBoard) -> None:
    board.read()
    board.silent = True
    begun_s = board.now_s
    with pytest.raises(DeviceLostError, match="sent nothing for 5 s"):
        board.read(1000.0)
    assert board.now_s - begun_s == pytest.approx(5.0, abs=0.05)
    assert board.calls[-2:] == ["stop", "close"]
    with pytest.raises(DeviceLostError):
        board.read()


def test_data_that_return_sooner_continue_with_the_loss_accounted_for(
    board: InventedBoard,
) -> None:
    before = board.read()
    board.silent = True
    for _ in range(150):
        board.read(0.0)
    assert board.state is DeviceState.LOST
    board.silent = False
    after = board.read(0.5)  # first the backlog is waited for
    assert board.state is DeviceState.STREAMING
    assert before is not None
    assert after is not None
    assert (after.lost, after.segment) == (750, before.segment)
    assert after.samples_uv[0, 0] == after.first_index
    assert board.health.lost_uncertainty == 0


def test_a_hang_up_stops_the_driver_at_once(board: InventedBoard) -> None:
    board.read()
    board.fails = DeviceLostError("gone")
    with pytest.raises(DeviceLostError, match="gone"):
        board.read()
    assert board.state is DeviceState.LOST
    assert board.calls[-2:] == ["stop", "close"]


def test_a_driver_that_fails_to_stop_is_closed_all_the_same(board: InventedBoard) -> None:
    def stop() -> None:
        raise DeviceError("write failed")

    board._stop = stop  # type: ignore[method-assign]
    board.close()
    assert board.calls[-1] == "close"
    assert board.state is DeviceState.CLOSED


def test_the_same_board_comes_back_as_a_new_segment_with_its_gap(board: InventedBoard) -> None:
    before = board.read()
    board.fails = DeviceLostError("gone")
    with pytest.raises(DeviceLostError):
        board.read()
    board.fails = None
    board.now_s += 4.0
    board.reconnect()
    after = board.read()
    assert before is not None
    assert after is not None
    assert after.segment == 1
    assert after.lost == pytest.approx(4.0 * FS_HZ, abs=10)
    assert after.first_index == before.next_index + after.lost
    assert board.health.lost_uncertainty > 0, "by the clock alone"


def test_another_board_is_not_taken_unasked(board: InventedBoard) -> None:
    board.read()
    board.fails = DeviceLostError("gone")
    with pytest.raises(DeviceLostError):
        board.read()
    board.fails, board.serial = None, "B2"
    with pytest.raises(DeviceProtocolError, match="B2"):
        board.reconnect()
    assert board.state is DeviceState.LOST
    assert board.calls[-1] == "close"
    with pytest.raises(DeviceProtocolError, match="B2"):
        board.reconnect(accept=("invented board", "C3"))
    board.reconnect(accept=(board.info.board, "B2"))
    assert board.state is DeviceState.STREAMING
    assert board.info.serial == "B2"


def test_a_pause_by_intention_is_no_loss(board: InventedBoard) -> None:
    before = board.read()
    board.stop()
    board.now_s += 60.0
    board.start()
    after = board.read()
    assert before is not None
    assert after is not None
    assert (after.lost, after.segment, after.first_index) == (0, 1, before.next_index)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_what_is_not_finite_never_passes(board: InventedBoard, value: float) -> None:
    def edit(samples: np.ndarray) -> None:
        samples[2:4, 0] = value

    board.edit = edit
    chunk = board.read()
    assert chunk is not None
    assert chunk.samples_uv[0].tolist() == [0, 1, 1, 1, 4]
    assert chunk.samples_uv[1].tolist() == [0, 1, 2, 3, 4], "others bit-identical"
    assert chunk.flags[0].tolist() == [0, 0, 2, 2, 0]
    assert not chunk.flags[1].any()


def test_a_hole_at_the_start_of_a_chunk_holds_the_value_of_the_one_before(
    board: InventedBoard,
) -> None:
    board.read()

    def edit(samples: np.ndarray) -> None:
        samples[0] = np.nan

    board.edit = edit
    chunk = board.read()
    assert chunk is not None
    assert chunk.samples_uv[0].tolist() == [4, 6, 7, 8, 9]


@pytest.mark.parametrize("value", [1e300, 187500.0, -187500.0224, -1e300])
def test_the_rails_are_flagged_and_held(board: InventedBoard, value: float) -> None:
    def edit(samples: np.ndarray) -> None:
        samples[1, 1] = value

    board.edit = edit
    chunk = board.read()
    assert chunk is not None
    assert chunk.flags[1].tolist() == [0, SampleFlag.RAILED, 0, 0, 0]
    assert abs(chunk.samples_uv[1, 1]) <= 187500.0224
    assert not chunk.flags[0].any()


def test_a_thousand_hours_drift_by_nothing() -> None:
    """Sample k is at k over the rate however long it runs: the index is counted, not timed."""
    board = InventedBoard(1)
    board.open()
    board.start()
    for hour in range(1000):
        chunk = board.read()
        assert chunk is not None
        assert chunk.first_index == hour * 5
        assert chunk.samples_uv[0, 0] == chunk.first_index


def test_a_foreign_reader_is_named(board: InventedBoard) -> None:
    """Two programs on one port get a third each: many gaps without a silence."""
    fetch, random = board._fetch, np.random.default_rng(3)

    def stolen(timeout_s: float) -> RawBlock | None:
        block = fetch(timeout_s)
        assert block is not None
        kept = random.random(block.n_samples) < 0.4
        assert block.counter is not None
        return RawBlock(block.samples_uv[kept], block.counter[kept])

    board._fetch = stolen  # type: ignore[method-assign]
    begun_s = board.now_s
    while board.now_s - begun_s < 2.0:
        board.read(0.0)
    assert any("another program may be reading this port" in w for w in board.health.warnings)


def test_a_poor_radio_link_is_not_taken_for_a_thief(board: InventedBoard) -> None:
    fetch, random = board._fetch, np.random.default_rng(3)

    def weak(timeout_s: float) -> RawBlock | None:
        block = fetch(timeout_s)
        assert block is not None
        assert block.counter is not None
        kept = random.random(block.n_samples) < 0.95
        return RawBlock(block.samples_uv[kept], block.counter[kept])

    board._fetch = weak  # type: ignore[method-assign]
    for _ in range(200):
        board.read(0.0)
    assert board.health.warnings == ()
    assert board.health.lost_total > 20
