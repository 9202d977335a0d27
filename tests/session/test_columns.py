"""The column ring loses nothing between two reads, and says what it could not keep."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from emg_session.columns import HIGH, LOW, RMS, ColumnFlag, ColumnRing


def clean(lane: np.ndarray) -> np.ndarray:
    return np.zeros(lane.shape, dtype=np.uint8)


def push(ring: ColumnRing, first: int, lane: np.ndarray, flags: np.ndarray | None = None) -> None:
    ring.push(first, lane, np.abs(lane), clean(lane) if flags is None else flags)


@given(
    sizes=st.lists(st.integers(1, 40), min_size=1, max_size=40),
    fs_hz=st.sampled_from([250.0, 1000.0, 1600.0]),
)
def test_columns_do_not_depend_on_chunking_and_hold_every_extreme(
    sizes: list[int], fs_hz: float
) -> None:
    total = sum(sizes)
    lane = np.random.default_rng(1).normal(size=(2, total))
    ring = ColumnRing(2, fs_hz, columns_per_s=125)
    first = 0
    for size in sizes:
        push(ring, first, lane[:, first : first + size])
        first += size
    columns = ring.read(0)
    assert columns.skipped == 0
    for k in range(columns.n_columns):
        inside = [i for i in range(total) if i * 125 // int(fs_hz) == k]
        # float32 columns of float64 samples: relative rounding 6e-8
        np.testing.assert_allclose(
            columns.values_uv[k, LOW], lane[:, inside].min(axis=1), rtol=1e-6
        )
        np.testing.assert_allclose(
            columns.values_uv[k, HIGH], lane[:, inside].max(axis=1), rtol=1e-6
        )
        np.testing.assert_allclose(
            columns.values_uv[k, RMS], np.abs(lane[:, inside[-1]]), rtol=1e-6
        )


def test_two_readers_with_their_own_cursors_get_every_column_once() -> None:
    ring = ColumnRing(1, 250.0, columns_per_s=125)
    seen: dict[str, list[float]] = {"often": [], "seldom": []}
    cursors = {"often": 0, "seldom": 0}
    lane = np.arange(2000.0).reshape(1, -1)
    for first in range(0, 2000, 10):
        push(ring, first, lane[:, first : first + 10])
        for reader in ["often"] if first % 500 else ["often", "seldom"]:
            columns = ring.read(cursors[reader])
            assert columns.first == cursors[reader]
            seen[reader] += columns.values_uv[:, HIGH, 0].tolist()
            cursors[reader] = columns.next
    assert seen["often"] == [2.0 * k + 1 for k in range(999)]
    assert seen["seldom"] == seen["often"][: len(seen["seldom"])]


def test_a_gap_becomes_columns_that_say_so() -> None:
    ring = ColumnRing(1, 250.0, columns_per_s=125)
    push(ring, 0, np.ones((1, 10)))
    push(ring, 30, np.ones((1, 10)))
    columns = ring.read(0)
    assert np.isnan(columns.values_uv[5:15, LOW, 0]).all()
    assert (columns.flags[5:15, 0] == ColumnFlag.GAP).all()
    assert (columns.flags[[0, 4, 15], 0] == ColumnFlag.OK).all()


def test_what_the_ring_overwrote_is_counted() -> None:
    ring = ColumnRing(1, 250.0, columns_per_s=125, capacity_s=2.0)
    push(ring, 0, np.ones((1, 1000)))
    columns = ring.read(0)
    assert columns.skipped == 499 - 249
    assert columns.next == ring.head == 499


def test_a_very_long_gap_leaves_a_ring_of_gaps() -> None:
    ring = ColumnRing(1, 250.0, columns_per_s=125, capacity_s=2.0)
    push(ring, 0, np.ones((1, 10)))
    push(ring, 10**9, np.ones((1, 10)))
    columns = ring.read(ring.head - 5)
    assert (columns.flags[:5, 0] & ColumnFlag.GAP).any()


def test_more_columns_than_samples_are_refused() -> None:
    with pytest.raises(ValueError, match="columns/s"):
        ColumnRing(1, 100.0, columns_per_s=125)


def test_the_open_column_is_shown_and_read_again() -> None:
    ring = ColumnRing(1, 250.0, columns_per_s=125)
    push(ring, 0, np.array([[1.0, 2.0, 7.0]]))
    shown = ring.read(0, open_column=True)
    assert shown.values_uv[:, HIGH, 0].tolist() == [2.0, 7.0]
    assert shown.next == 1
    push(ring, 3, np.array([[9.0, 4.0]]))
    assert ring.read(shown.next).values_uv[:, HIGH, 0].tolist() == [9.0]
