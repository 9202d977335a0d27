"""A session file gives back every bit, survives the death of its writer, and shows tampering."""

from __future__ import annotations

import os
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from emg_session.entries import SegmentHeader
from emg_session.store import SessionFile
from emg_session.stored import read_session
from emg_signal.errors import (
    AuditBrokenError,
    RecordCorruptError,
    RecordError,
    StorageFullError,
)

UTC = "2026-01-02T03:04:05+00:00"
CYTON_UV = 4.5 / 24 / (2**23 - 1) * 1e6
META = {"program": "test", "subject": "s1"}


def header(uv_per_count: float | None = CYTON_UV) -> SegmentHeader:
    return SegmentHeader(UTC, 250.0, 2, uv_per_count, {"board": "test"})


def written(path: Path) -> tuple[np.ndarray, np.ndarray]:
    file = SessionFile.create(path, meta=META, min_free_bytes=0)
    file.begin_segment(0, header())
    counts = np.random.default_rng(2).integers(-(2**23), 2**23, size=(2, 500))
    uv = counts * CYTON_UV
    flags = np.zeros(uv.shape, dtype=np.uint8)
    flags[1, 3] = 1
    file.append_raw(0, 0, uv[:, :200], flags[:, :200], 0)
    file.append_raw(0, 210, uv[:, 200:], flags[:, 200:], 10)
    for i in range(5):
        file.append_event("note", {"i": i}, utc=UTC, index=i)
    file.close(utc=UTC, index=709)
    return uv, flags


def test_samples_flags_gaps_and_events_come_back_to_the_bit(tmp_path: Path) -> None:
    uv, flags = written(tmp_path / "a.evenhand")
    session = read_session(tmp_path / "a.evenhand")
    assert session.sealed
    session.verify()
    assert np.array_equal(session.samples_uv(0), uv)
    blocks = list(session.blocks(0))
    assert [(b.first_index, b.lost) for b in blocks] == [(0, 0), (210, 10)]
    assert np.array_equal(blocks[0].flags, flags[:, :200])
    assert [e.body["i"] for e in session.events if e.kind == "note"] == [0, 1, 2, 3, 4]


def test_samples_off_the_grid_of_counts_are_kept_too(tmp_path: Path) -> None:
    file = SessionFile.create(tmp_path / "a.evenhand", meta=META, min_free_bytes=0)
    file.begin_segment(0, header())
    uv = np.random.default_rng(3).normal(size=(2, 50))
    file.append_raw(0, 0, uv, np.zeros(uv.shape, dtype=np.uint8), 0)
    file.close(utc=UTC, index=49)
    assert np.array_equal(read_session(tmp_path / "a.evenhand").samples_uv(0), uv)


def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        written(tmp_path / "new folder" / "a.evenhand")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new folder" / "a.evenhand").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "new folder").stat().st_mode) == 0o700


def test_a_session_is_never_overwritten(tmp_path: Path) -> None:
    written(tmp_path / "a.evenhand")
    with pytest.raises(RecordError, match="never overwritten"):
        SessionFile.create(tmp_path / "a.evenhand", meta=META, min_free_bytes=0)


def test_the_same_decision_twice_is_one_record(tmp_path: Path) -> None:
    file = SessionFile.create(tmp_path / "a.evenhand", meta=META, min_free_bytes=0)
    assert file.append_event("decision", {"a": 1}, utc=UTC, index=0, key="k")
    assert not file.append_event("decision", {"a": 1}, utc=UTC, index=0, key="k")
    file.close(utc=UTC, index=0)
    events = read_session(tmp_path / "a.evenhand").events
    assert [e.kind for e in events] == ["decision", "seal"]


def test_nan_in_a_record_is_refused(tmp_path: Path) -> None:
    file = SessionFile.create(tmp_path / "a.evenhand", meta=META, min_free_bytes=0)
    with pytest.raises(ValueError, match="JSON"):
        file.append_event("note", {"a": float("nan")}, utc=UTC, index=0)
    file.abandon()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE event SET body = '{\"i\": 9}' WHERE sequence = 4",
        "UPDATE event SET utc = 'x' WHERE sequence = 1",
        "DELETE FROM event WHERE sequence = 3",
        "UPDATE event SET sequence = 99 WHERE sequence = 4",
        (
            "INSERT INTO event SELECT 9, utc, sample_index, kind, body, NULL, previous_hash, hash "
            "FROM event WHERE sequence = 5"
        ),
    ],
)
def test_an_altered_record_is_found(tmp_path: Path, change: str) -> None:
    path = tmp_path / "a.evenhand"
    written(path)
    with sqlite3.connect(path) as connection:
        connection.execute(change)
    connection.close()
    with pytest.raises(AuditBrokenError):
        read_session(path).verify()


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + b"\xff" * 2000, b"hello\n" * 99])
def test_what_is_not_a_session_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.evenhand"
    path.write_bytes(content)
    with pytest.raises(RecordCorruptError, match=r"a\.evenhand"):
        read_session(path)
    with pytest.raises(RecordCorruptError, match="no file"):
        read_session(tmp_path / "b.evenhand")


def test_a_newer_format_is_refused_politely(tmp_path: Path) -> None:
    path = tmp_path / "a.evenhand"
    written(path)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version=99")
    connection.close()
    with pytest.raises(RecordCorruptError, match="Update Evenhand"):
        read_session(path)


def test_no_session_starts_without_room(tmp_path: Path) -> None:
    with pytest.raises(StorageFullError, match="MB are free"):
        SessionFile.create(tmp_path / "a.evenhand", meta=META, min_free_bytes=2**60)


WRITER = """
import sys, time, numpy as np
from pathlib import Path
from emg_session.recorder import Recorder
from emg_session.store import SegmentHeader, SessionFile
from emg_signal.chunk import Chunk, Origin
file = SessionFile.create(Path(sys.argv[1]), meta={}, min_free_bytes=0)
recorder = Recorder(file, lambda: "t")
recorder.segment(0, SegmentHeader("t", 250.0, 2, None, {}))
for i in range(10**6):
    uv = np.full((2, 25), float(i))
    recorder.chunk(Chunk(uv, 250.0, 25 * i, 0.0, Origin.SIMULATED, np.zeros_like(uv, np.uint8)))
    print(round(recorder.recorded_s * 250), 25 * (i + 1), flush=True)
    time.sleep(0.01)
"""


@pytest.mark.parametrize("attempt", range(5))
def test_killed_while_recording_it_keeps_what_was_acknowledged(
    tmp_path: Path, attempt: int
) -> None:
    path = tmp_path / "a.evenhand"
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    while int(writer.stdout.readline().split()[1]) < 100:
        pass
    time.sleep(0.2 + 0.13 * attempt)
    writer.send_signal(signal.SIGKILL)
    acknowledged, given = (int(word) for word in writer.stdout.read().split("\n")[-2].split())
    writer.wait()
    writer.stdout.close()
    session = read_session(path)
    session.verify()
    uv = session.samples_uv(0)
    assert uv.shape[1] >= acknowledged
    # At most 0.5 s is held back, and one chunk is on its way.
    assert given - uv.shape[1] <= 125 + 50
    assert np.array_equal(uv[0], np.repeat(np.arange(uv.shape[1] // 25), 25))
