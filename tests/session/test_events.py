"""Named events: of a key, a pedal and a file, on record, played again, and damaged."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from emg_device.registry import open_device
from emg_session.event_names import LONGEST_EVENT, marks_of
from emg_session.live import LiveSession
from emg_session.montage_files import default_montage
from emg_session.store import SessionFile
from emg_session.stored import read_session
from emg_session.visit import VisitSetup
from emg_signal.errors import EmgError, RecordCorruptError

LONG = "x" * 200


def table_with_markers(path: Path) -> None:
    values = np.random.default_rng(1).normal(0.0, 20.0, (1000, 2))
    marks = {200: "smile", 600: LONG}
    rows = [f"{n / 500:.3f},{a:.2f},{b:.2f},{marks.get(n, '')}" for n, (a, b) in enumerate(values)]
    path.write_text("time (s),left [uV],right [uV],Marker\n" + "\n".join(rows))


def recorded(source: Path, record: Path) -> None:
    device = open_device(f"playback:{source}?speed=max")
    with LiveSession(device, default_montage(2), VisitSetup(record=record)) as session:
        assert session.ended.wait(60)


def test_markers_of_a_file_are_on_record_and_played_again(tmp_path: Path) -> None:
    table_with_markers(tmp_path / "a.csv")
    recorded(tmp_path / "a.csv", tmp_path / "a.evenhand")
    recorded_marks = [mark for _, mark in marks_of(read_session(tmp_path / "a.evenhand"))]
    assert [(m.index, m.name, m.source) for m in recorded_marks] == [
        (200, "smile", "board"),
        (600, "x" * LONGEST_EVENT, "board"),
    ]
    device = open_device(f"session:{tmp_path / 'a.evenhand'}?speed=max")
    with LiveSession(device, default_montage(2)) as session:
        assert session.ended.wait(60)
        assert [event.index for event in session.snapshot().streamed.events] == [200, 600]


def test_a_key_and_a_pedal_mark_the_sample_that_was_newest(
    scripted_device: Callable[..., Any], face: Callable[..., Any], tmp_path: Path
) -> None:
    from emg_session.protocol import calibration_protocol

    samples = face(calibration_protocol(), {})[:, :2500]
    path = tmp_path / "a.evenhand"
    session = LiveSession(scripted_device(samples), default_montage(8), VisitSetup(record=path))
    with session:
        session.mark("  brow   up ", index=120)
        session.mark("mark 2", "pedal", index=300)
        for wrong in ("", LONG, "a\u202eb"):
            with pytest.raises(EmgError):
                session.mark(wrong)
        assert session.ended.wait(60)
    marks = [mark for _, mark in marks_of(read_session(path))]
    assert [(m.index, m.name, m.source) for m in marks] == [
        (120, "brow up", "key"),
        (300, "mark 2", "pedal"),
    ]


def test_a_damaged_mark_is_one_typed_error(tmp_path: Path) -> None:
    table_with_markers(tmp_path / "a.csv")
    path = tmp_path / "a.evenhand"
    recorded(tmp_path / "a.csv", path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE event SET body = '{\"name\": 3}' WHERE kind = 'event'")
    connection.close()
    with pytest.raises(RecordCorruptError, match=r"a\.evenhand"):
        marks_of(read_session(path))
    with pytest.raises(RecordCorruptError, match=r"a\.evenhand"):
        open_device(f"session:{path}").open()


def test_a_session_without_marks_has_none(tmp_path: Path) -> None:
    path = tmp_path / "empty.evenhand"
    SessionFile.create(path, meta={}, min_free_bytes=0).close(utc="t", index=-1)
    assert marks_of(read_session(path)) == ()
