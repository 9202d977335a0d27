"""A decision and the plan version that it makes are never parted, whenever the program dies."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from math import nan
from pathlib import Path

import pytest
from decider import decide_everything

from emg_session.entries import NewEvent
from emg_session.recorder import Recorder
from emg_session.reopening import reopen_session
from emg_session.store import SessionFile
from emg_session.stored import read_session
from emg_signal.errors import StorageFullError

UTC = "2026-03-02T12:00:00+00:00"
MADE_BY = ("accepted", "edited")


def require_whole(path: Path) -> int:
    """Check that each answer stands beside what it made; return how many such answers there are.

    An accepted or edited answer is followed at once by its plan version, which says what it came
    from; no plan version says so without its answer.
    """
    stored = read_session(path)
    stored.verify()
    events = stored.events
    made = 0
    for before, event in zip((None, *events), events, strict=False):
        is_answer = before is not None and before.kind == "decision"
        makes_plan = is_answer and before.body["kind"] in MADE_BY
        came = event.kind == "plan" and any(kind in event.body["why"] for kind in MADE_BY)
        assert makes_plan == came, (before, event)
        made += came
    assert not (events and events[-1].kind == "decision" and events[-1].body["kind"] in MADE_BY)
    return made


class StopsAfter(SessionFile):
    """A session file whose program dies at its n-th statement: nothing more is written."""

    left = 10**9

    def _execute(self, statement: str, *values: object) -> None:
        self._count()
        super()._execute(statement, *values)

    def commit(self) -> None:
        self._count()
        super().commit()

    def _count(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise StorageFullError("No more statements.")


def stopped_after(path: Path, n: int, commits: Sequence[tuple[NewEvent, ...]]) -> bool:
    """Record decisions in a file that stops after `n` statements; return whether it stopped."""
    file = StopsAfter.create(path, meta={}, min_free_bytes=0)
    file.left = n
    recorder = Recorder(file, lambda: UTC)
    for events in commits:
        recorder.events(*events, index=-1).kept(30)  # else what waits goes in one commit
    recorder.close()
    return recorder.failure is not None


def test_whichever_statement_is_the_last_one(tmp_path: Path) -> None:
    commits: list[tuple[NewEvent, ...]] = []
    decide_everything(lambda *events: commits.append(events))
    n, made = 0, set()
    while stopped_after(tmp_path / f"{n}.evenhand", n, commits):
        made.add(require_whole(tmp_path / f"{n}.evenhand"))
        n += 1
    assert n > 20
    assert made == {0, 1, 2, 3, 4}
    assert require_whole(tmp_path / f"{n}.evenhand") == 4


def test_of_events_that_belong_together_none_is_added_if_one_is_there(tmp_path: Path) -> None:
    file = SessionFile.create(tmp_path / "a.evenhand", meta={}, min_free_bytes=0)
    pair: Sequence[NewEvent] = [NewEvent("decision", {}, "k"), NewEvent("plan", {"version": 2})]
    assert file.append_events(pair, utc=UTC, index=0)
    assert not file.append_events(pair, utc=UTC, index=0)
    with pytest.raises(ValueError, match="JSON"):
        file.append_events([NewEvent("a", {}), NewEvent("b", {"x": nan})], utc=UTC, index=0)
    file.close(utc=UTC, index=0)
    assert [e.kind for e in read_session(file.path).events] == ["decision", "plan", "seal"]


WRITER = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from decider import decide_everything
from emg_session.recorder import Recorder
from emg_session.store import SessionFile
recorder = Recorder(SessionFile.create(Path(sys.argv[1]), meta={}, min_free_bytes=0), lambda: "t")
def record(*events):
    recorder.events(*events, index=-1)
    if events[0].kind == "decision":
        print("decided", flush=True)
    time.sleep(0.002)
decide_everything(record, rounds=10**6)
"""


@pytest.mark.parametrize("attempt", range(6))
def test_killed_at_any_moment_and_opened_again(tmp_path: Path, attempt: int) -> None:
    path = tmp_path / "a.evenhand"
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(Path(__file__).parent)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == "decided\n"
    time.sleep(0.031 * (attempt + 1))  # no multiple of what a commit takes
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    writer.stdout.close()
    require_whole(path)
    reopen_session(path, utc=UTC).close(utc=UTC, index=-1)
    require_whole(path)
    assert read_session(path).sealed
