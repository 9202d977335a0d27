"""Nothing that is no number and no character reaches a session file; and the recorder says why."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from emg_session.chain import GENESIS, block_hash, canonical_json, event_hash
from emg_session.entries import NewEvent, SegmentHeader
from emg_session.recorder import Recorder
from emg_session.session_record import SessionRecord
from emg_session.store import SessionFile
from emg_session.stored import read_session, read_verified
from emg_signal.chunk import Chunk, Origin
from emg_signal.errors import RecordError

UTC = "2026-03-02T12:00:00+00:00"
KINDS = (
    "settings", "policy", "plan", "examination", "calibration", "measurement", "suggestion",
    "decision",
    "decision taken back", "given", "given taken back", "contact", "block", "checklist",
    "step skipped", "event", "link lost", "stream ended",
)  # fmt: skip


def recorder(path: Path) -> Recorder:
    file = SessionFile.create(path, meta={"subject": "P1"}, min_free_bytes=0)
    made = Recorder(file, lambda: UTC)
    made.segment(0, SegmentHeader(UTC, 250.0, 2, None, {"board": "test"}))
    return made


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
@pytest.mark.parametrize("kind", KINDS)
def test_no_event_of_any_kind_keeps_a_number_that_is_none(
    tmp_path: Path, kind: str, number: float
) -> None:
    made = recorder(tmp_path / "a.evenhand")
    made.events(NewEvent("note", {"a": 1}), index=0)
    promise = made.events(NewEvent(kind, {"deep": [{"value": number}]}), index=1)
    assert promise.wait(10)
    assert "fault of the program" in str(promise.failure)
    made.close()
    assert made.failure is not None
    stored = read_verified(tmp_path / "a.evenhand")
    assert [event.kind for event in stored.events] == ["note"]
    assert not stored.sealed


@pytest.mark.parametrize("kind", KINDS)
def test_half_a_letter_becomes_a_whole_one_in_events_of_every_kind(
    tmp_path: Path, kind: str
) -> None:
    made = recorder(tmp_path / "a.evenhand")
    made.events(NewEvent(kind, {"te\udcffxt": ["M\udcff"]}, "key \udcff"), index=0)
    made.close()
    assert made.failure is None
    event = read_verified(tmp_path / "a.evenhand").events[0]
    assert (event.kind, event.body) == (kind, {"te\ufffdxt": ["M\ufffd"]})


def test_a_label_that_is_no_text_is_refused_and_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no character"):
        SessionFile.create(tmp_path / "a.evenhand", meta={"subject": "M\udcff"}, min_free_bytes=0)
    assert list(tmp_path.iterdir()) == []


def test_a_sample_that_is_no_number_is_refused(tmp_path: Path) -> None:
    made = recorder(tmp_path / "a.evenhand")
    samples = np.full((2, 125), np.inf)
    made.chunk(Chunk(samples, 250.0, 0, 0.0, Origin.LIVE, np.zeros_like(samples, np.uint8)))
    made.close()
    assert "not finite" in str(made.failure)
    assert read_verified(tmp_path / "a.evenhand").samples_uv(0).size == 0


@pytest.mark.parametrize("error", [MemoryError(), RuntimeError("x"), KeyError("x"), OSError("x")])
def test_every_exception_of_the_thread_is_a_failure_with_words(
    tmp_path: Path, error: Exception
) -> None:
    class Broken(SessionFile):
        def append_raw(self, *args: Any) -> None:
            raise error

    made = SessionFile.create(tmp_path / "a.evenhand", meta={}, min_free_bytes=0)
    made.__class__ = Broken
    record = SessionRecord(made, lambda: UTC)
    samples = np.zeros((2, 250))
    flags = np.zeros_like(samples, np.uint8)
    record._recorder.segment(0, SegmentHeader(UTC, 250.0, 2, None, {}))
    record._recorder.chunk(Chunk(samples, 250.0, 0, 0.0, Origin.LIVE, flags))
    deadline = time.monotonic() + 10
    while record.failure is None and time.monotonic() < deadline:
        time.sleep(0.01)
    assert "Recording stopped" in str(record.trouble)
    assert "fault of the program" in str(record.trouble)
    promise = record.promise(NewEvent("given", {}))
    assert promise.is_settled
    assert "fault of the program" in str(promise.failure)
    record.close()
    assert not read_verified(tmp_path / "a.evenhand").sealed


def test_the_hashes_are_what_they_always_were() -> None:
    """Every field counts: files that exist would be called altered by any other rule."""
    body = canonical_json({"b": "ü", "a": 1.5})
    event = (GENESIS, 7, UTC, 12, "given", body)
    assert event_hash(1, *event, "a key") == (
        "9dd1768e27e661ae6c06434efc79c4740a7ba57ae7c4cc41e9a27a8f499cff91"
    )
    assert event_hash(2, *event, "a key") == (
        "3ea92f37b0a6d4565b8885c797916e2cb74b0c475256f462ae9364781629e44b"
    )
    assert event_hash(2, *event, None) != event_hash(2, *event, "")
    assert block_hash(GENESIS, 3, 1, 500, 2, 10, "i4", b"12345678", b"\x01\x00") == (
        "a37793cd71725d75b73d7dd0577a4a38f4542f32860700d6ebc87ee96c05cb8c"
    )


def test_a_withdrawn_event_does_not_hold(tmp_path: Path) -> None:
    path = tmp_path / "a.evenhand"
    file = SessionFile.create(path, meta={}, min_free_bytes=0)
    for n in range(3):
        file.append_event("given", {"n": n}, utc=UTC, index=n)
    file.withdraw(3, 3, utc=UTC, index=3)
    file.close(utc=UTC, index=3)
    events = read_verified(path).events
    assert [(e.kind, e.body.get("n")) for e in events] == [
        ("given", 0), ("given", 2), ("withdrawn", None), ("seal", None),
    ]  # fmt: skip


def test_a_copy_of_the_file_alone_lacks_little_while_it_is_written(tmp_path: Path) -> None:
    path, copy = tmp_path / "a.evenhand", tmp_path / "copy.evenhand"
    file = SessionFile.create(path, meta={"subject": "P1"}, min_free_bytes=0)
    copy.write_bytes(path.read_bytes())
    assert read_session(copy).meta == {"subject": "P1"}
    file.append_event("note", {}, utc=UTC, index=0)
    file._checkpoint_s -= 11.0
    file.commit()
    copy.write_bytes(path.read_bytes())
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM event").fetchone() == (2,)
    file.abandon()
