"""Copies of sessions that are recorded still, and late seals of those whose program died."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from emg_session.entries import NewEvent, SegmentHeader
from emg_session.keeping import copy_session, recover_session
from emg_session.record_format import REOPENED
from emg_session.store import SessionFile
from emg_session.stored import read_session, read_verified
from emg_signal.errors import AuditBrokenError, RecordError

UTC = "2026-03-02T12:00:00+00:00"
PROCESS = Path(__file__).parent / "recording_process.py"


def begun(path: Path) -> SessionFile:
    file = SessionFile.create(path, meta={"origin": "simulated"}, min_free_bytes=0)
    file.begin_segment(0, SegmentHeader(UTC, 250.0, 8, None, {"board": "test"}))
    file.commit()
    return file


def add(file: SessionFile, first: int) -> None:
    samples = np.full((8, 25), float(first))
    file.append_raw(0, first, samples, np.zeros_like(samples, np.uint8), 0)
    file.commit()


def test_copies_at_any_moment_are_whole_and_stand_alone(tmp_path: Path) -> None:
    """Written as fast as the disk takes it, in another thread, while 30 copies are made."""
    file, ended = begun(tmp_path / "a.evenhand"), threading.Event()
    acknowledged = [0]

    def write() -> None:
        while not ended.is_set():
            add(file, acknowledged[0])
            acknowledged[0] += 25

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for n in range(30):
            before = acknowledged[0]
            copy = copy_session(tmp_path / "a.evenhand", tmp_path / f"copy{n}")
            assert [each.name for each in copy.parent.iterdir()] == ["a.evenhand"]
            uv = read_verified(copy).samples_uv(0)
            assert uv.shape[1] >= before
            assert np.array_equal(uv[0], np.repeat(np.arange(0.0, uv.shape[1], 25), 25))
    finally:
        ended.set()
        writer.join()
        file.abandon()


def test_a_copy_is_for_its_owner_alone_and_over_nothing(tmp_path: Path) -> None:
    begun(tmp_path / "a.evenhand").close(utc=UTC, index=-1)
    copy = copy_session(tmp_path / "a.evenhand", tmp_path / "b")
    assert copy.stat().st_mode & 0o777 == 0o600
    assert read_session(copy).sealed
    with pytest.raises(RecordError, match="is there already"):
        copy_session(tmp_path / "a.evenhand", tmp_path / "b")
    with pytest.raises(RecordError, match="There is no file"):
        copy_session(tmp_path / "c.evenhand", tmp_path / "b")
    assert [each.name for each in (tmp_path / "b").iterdir()] == ["a.evenhand"]


def test_what_was_altered_is_not_copied(tmp_path: Path) -> None:
    file = begun(tmp_path / "a.evenhand")
    for first in range(0, 500, 25):
        add(file, first)
    file.close(utc=UTC, index=-1)
    content = bytearray((tmp_path / "a.evenhand").read_bytes())
    place = content.rindex(np.full(8, 250.0).tobytes())
    content[place] ^= 1
    (tmp_path / "a.evenhand").write_bytes(content)
    with pytest.raises(AuditBrokenError):
        copy_session(tmp_path / "a.evenhand", tmp_path / "b")
    assert not list((tmp_path / "b").iterdir())


@pytest.mark.real_time(3)
def test_a_killed_visit_is_sealed_late_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.evenhand"
    process = subprocess.Popen(
        [sys.executable, PROCESS, path, "0"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("tick 7\n")
    process.stdin.flush()
    while "tick" not in json.loads(process.stdout.readline()):
        pass
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    moved = copy_session(path, tmp_path / "as it was left")
    assert not read_session(moved).sealed
    assert recover_session(path, utc=UTC)
    session = read_verified(path)
    assert session.sealed
    kinds = [event.kind for event in session.events]
    assert "given" in kinds
    assert REOPENED in kinds
    assert not list(tmp_path.glob("*-wal"))
    assert not recover_session(path, utc=UTC)
    assert len(read_session(path).events) == len(session.events)


def test_what_another_program_records_is_not_sealed_under_it(tmp_path: Path) -> None:
    file = begun(tmp_path / "a.evenhand")
    file.append_event("given", {"point": "1"}, utc=UTC, index=-1)
    file.commit()
    with pytest.raises(RecordError, match="open in another window"):
        recover_session(tmp_path / "a.evenhand", utc=UTC)
    file.append_events([NewEvent("given", {"point": "2"})], utc=UTC, index=-1)
    file.close(utc=UTC, index=-1)
    kinds = [event.kind for event in read_verified(tmp_path / "a.evenhand").events]
    assert kinds.count("given") == 2


def test_a_folder_that_takes_nothing_is_told(tmp_path: Path) -> None:
    begun(tmp_path / "a.evenhand").close(utc=UTC, index=-1)
    shutil.copy(tmp_path / "a.evenhand", tmp_path / "file")
    with pytest.raises(RecordError, match="Cannot write"):
        copy_session(tmp_path / "a.evenhand", tmp_path / "file" / "x")
