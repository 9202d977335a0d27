"""The raster: what is drawn must be what came, at every chunking, width and scale."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from emg_session.columns import ColumnFlag, ColumnRing
from emg_ui.lanes.lane_colours import LaneColours
from emg_ui.lanes.raster import LaneRaster

TRACE, ENVELOPE = 4, 5
COLOURS = LaneColours(
    background=1, grid=2, edge=3, traces=(4,), envelopes=(5,), gap=6, alarm=7, head=8, target=9
)


def ring_of(samples_uv, *, rms_uv=None, fs_hz=250.0, flags=None, cuts=()):
    ring = ColumnRing(samples_uv.shape[0], fs_hz)
    rms = np.full(samples_uv.shape, np.nan) if rms_uv is None else rms_uv
    seen = np.zeros(samples_uv.shape, np.uint8) if flags is None else flags
    edges = [0, *sorted(cuts), samples_uv.shape[1]]
    for a, b in pairwise(edges):
        ring.push(a, samples_uv[:, a:b], rms[:, a:b], seen[:, a:b])
    return ring


def raster_of(ring, *, width=64, height=40, scale_uv=100.0, columns_per_pixel=1, cursors=()):
    raster = LaneRaster(
        tuple(range(ring.read(0).flags.shape[1])),
        width,
        height,
        scale_uv=scale_uv,
        colours=COLOURS,
        columns_per_pixel=columns_per_pixel,
    )
    whole = ring.read(0)
    edges = [0, *sorted(cursors), whole.n_columns]
    for a, b in pairwise(edges):
        raster.push(slice_of(whole, a, b))
    return raster


def slice_of(columns, a, b):
    return replace(
        columns,
        first=columns.first + a,
        values_uv=columns.values_uv[a:b].copy(),
        flags=columns.flags[a:b].copy(),
    )


def test_a_lane_fills_exactly_from_its_least_to_its_greatest_value():
    samples = np.zeros((1, 20))
    samples[0, 4:6] = [50.0, -50.0]  # column 2 at two samples per column
    raster = raster_of(ring_of(samples), height=41)
    rows = np.flatnonzero(raster.pixels[:, 2] == TRACE)
    half = (raster.lane_height - 2) / 2
    assert rows[0] == np.rint(half - 0.5 * half)
    assert rows[-1] == np.rint(half + 0.5 * half)
    assert len(rows) == rows[-1] - rows[0] + 1


def test_each_channel_is_drawn_in_its_own_lane():
    samples = np.zeros((2, 20))
    samples[1, 4:6] = [90.0, -90.0]
    raster = raster_of(ring_of(samples))
    upper, lower = raster.pixels[:20, 2], raster.pixels[20:, 2]
    assert np.count_nonzero(lower == TRACE) > 10
    assert np.count_nonzero(upper == TRACE) <= 1


@given(
    cuts=st.lists(st.integers(1, 399), max_size=12, unique=True),
    cursors=st.lists(st.integers(1, 198), max_size=12, unique=True),
    columns_per_pixel=st.integers(1, 5),
)
def test_pixels_do_not_depend_on_how_columns_arrived(cuts, cursors, columns_per_pixel):
    rng = np.random.default_rng(3)
    samples = rng.normal(scale=40.0, size=(2, 400))
    rms = np.abs(rng.normal(scale=40.0, size=(2, 400)))
    once = raster_of(ring_of(samples, rms_uv=rms), columns_per_pixel=columns_per_pixel)
    often = raster_of(
        ring_of(samples, rms_uv=rms, cuts=cuts),
        columns_per_pixel=columns_per_pixel,
        cursors=cursors,
    )
    assert often.position == once.position
    assert np.array_equal(often.pixels, once.pixels)


def test_no_column_of_a_lane_but_the_bar_is_left_without_a_trace():
    rng = np.random.default_rng(4)
    raster = raster_of(ring_of(rng.normal(scale=30.0, size=(1, 128))), width=63)
    drawn = (raster.pixels == TRACE).any(axis=0)
    bar = (raster.position + np.arange(raster.bar)) % 63
    assert not drawn[bar].any()
    assert np.delete(drawn, bar).all()


def test_a_line_leads_the_sweep_and_the_oldest_is_erased_before_it():
    rng = np.random.default_rng(4)
    raster = raster_of(ring_of(rng.normal(scale=30.0, size=(1, 1000))), width=96, height=41)
    assert (raster.pixels[:, raster.position] == COLOURS.head).all()
    erased = raster.pixels[:, (raster.position + np.arange(1, raster.bar)) % 96]
    assert np.isin(erased, [COLOURS.background, COLOURS.grid, COLOURS.edge]).all()
    assert np.count_nonzero((raster.pixels == COLOURS.head).any(axis=0)) == 1


@given(
    cursors=st.lists(st.integers(1, 798), max_size=30, unique=True),
    lost=st.integers(0, 300),
    columns_per_pixel=st.integers(1, 3),
)
def test_nothing_changes_but_what_is_told_to_have_changed(cursors, lost, columns_per_pixel):
    rng = np.random.default_rng(5)
    samples = rng.normal(scale=40.0, size=(2, 1600))
    whole = ring_of(samples, rms_uv=np.abs(samples)).read(0)
    raster = LaneRaster(
        (0, 1), 80, 40, scale_uv=100.0, colours=COLOURS, columns_per_pixel=columns_per_pixel
    )
    for a, b in pairwise([0, *sorted(cursors), whole.n_columns]):
        before = raster.pixels.copy()
        jump = 0 if a < whole.n_columns // 2 else lost
        changed = raster.push(replace(slice_of(whole, a, b), first=a + jump))
        told = np.zeros(80, bool)
        for first, n in changed:
            told[first : first + n] = True
        assert np.array_equal(raster.pixels[:, ~told], before[:, ~told])
        assert told.sum() == sum(n for _, n in changed)


def test_runs_join_so_that_a_step_has_no_hole():
    samples = np.repeat(np.array([[-80.0, 80.0]]), 10, axis=1)
    raster = raster_of(ring_of(samples), height=41)
    rows = np.flatnonzero(raster.pixels[:, 5] == TRACE)
    assert rows[-1] - rows[0] > 20


def test_lost_samples_show_as_a_gap_and_nothing_is_joined_across_it():
    ring = ColumnRing(1, 250.0)
    clean = np.zeros((1, 20), np.uint8)
    ring.push(0, np.full((1, 20), 80.0), np.full((1, 20), 80.0), clean)
    ring.push(60, np.full((1, 20), -80.0), np.full((1, 20), 80.0), clean)
    raster = raster_of(ring, height=41)
    gap = raster.pixels[:, 12:28]
    assert (gap == COLOURS.gap).any(axis=0).all()
    assert not (gap == TRACE).any()
    assert not (gap == ENVELOPE).any()
    after = np.flatnonzero(raster.pixels[:, 31] == TRACE)
    assert after.min() > raster.lane_height // 2


def test_columns_that_the_reader_missed_show_as_a_gap():
    samples = np.full((1, 200), 30.0)
    whole = ring_of(samples).read(0)
    raster = LaneRaster((0,), 64, 40, scale_uv=100.0, colours=COLOURS)
    raster.push(slice_of(whole, 0, 10))
    raster.push(slice_of(whole, 30, 40))
    assert (raster.pixels[:-1, 10:30] == COLOURS.gap).all()


def test_a_value_beyond_the_axis_and_a_rail_are_marked_at_the_edge():
    samples = np.zeros((1, 20))
    samples[0, 4] = 150.0
    flags = np.zeros((1, 20), np.uint8)
    flags[0, 10] = ColumnFlag.RAILED
    raster = raster_of(ring_of(samples, flags=flags))
    assert raster.pixels[0, 2] == COLOURS.alarm
    assert raster.pixels[0, 5] == COLOURS.alarm
    assert raster.pixels[0, 8] != COLOURS.alarm


def test_the_envelope_is_absent_where_it_is_not_valid():
    rms = np.full((1, 40), 50.0)
    rms[0, :20] = np.nan
    raster = raster_of(ring_of(np.zeros((1, 40)), rms_uv=rms), height=41)
    assert not (raster.pixels[:, :9] == ENVELOPE).any()
    assert (raster.pixels[:, 11:19] == ENVELOPE).any(axis=0).all()


def test_a_target_lies_over_the_signal_and_under_the_envelope():
    samples = np.zeros((2, 40))
    samples[0] = np.resize([80.0, -80.0], 40)
    rms = np.full((2, 40), 1.0)
    rms[0, 20:] = 60.0
    ring = ring_of(samples, rms_uv=rms)
    raster = LaneRaster(
        (0, 1), 64, 84, scale_uv=100.0, colours=COLOURS, targets_uv=(60.0, float("nan"))
    )
    (row,) = raster.targets
    assert row == round(20 * (1 - 0.6))
    raster.push(slice_of(ring.read(0), 0, ring.read(0).n_columns))
    assert (raster.pixels[row, :8] == COLOURS.target).all()  # over the signal, alone
    assert (raster.pixels[row, 12:18] == COLOURS.envelopes[0]).all()  # reached
    assert not (raster.pixels[42:] == COLOURS.target).any()  # no target, no line


def test_a_target_outside_the_axis_is_no_line():
    raster = LaneRaster((0, 1), 64, 84, scale_uv=100.0, colours=COLOURS, targets_uv=(100.0, 250.0))
    assert raster.targets.size == 0


def test_the_scale_never_changes_by_itself():
    small = raster_of(ring_of(np.full((1, 40), 10.0)), height=101)
    large = raster_of(ring_of(np.full((1, 40), 90.0)), height=101)
    top = [np.flatnonzero(r.pixels[:, 5] == TRACE)[0] for r in (small, large)]
    assert top[0] - top[1] == pytest.approx(0.8 * 99 / 2, abs=1)


def test_more_columns_than_pixels_leave_the_newest():
    samples = np.zeros((1, 1000))
    samples[0, -2:] = [60.0, -60.0]
    raster = raster_of(ring_of(samples), width=32)
    newest = (raster.position - 1) % 32
    # The last full column is the one before the open one.
    assert (raster.pixels != 0).all()
    assert newest == (raster_of(ring_of(samples), width=32).position - 1) % 32


@pytest.mark.parametrize(
    "arguments",
    [
        {"width": 0, "height": 10, "scale_uv": 1.0},
        {"width": 10, "height": 0, "scale_uv": 1.0},
        {"width": 10, "height": 10, "scale_uv": 0.0},
        {"width": 10, "height": 10, "scale_uv": 1.0, "columns_per_pixel": 0},
    ],
    ids=["no width", "no height", "no scale", "no column per pixel"],
)
def test_a_raster_that_cannot_be_drawn_is_refused(arguments):
    size = {**arguments}
    width, height = size.pop("width"), size.pop("height")
    with pytest.raises(ValueError, match=r"pixels|columns_per_pixel"):
        LaneRaster((0,), width, height, colours=COLOURS, **size)
