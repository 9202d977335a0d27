"""Nobody waits for a disk that does not answer: it is told within a second."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from emg_session.no_board import NoBoardVisit
from emg_session.patience import promptly, require_answer
from emg_session.visit import VisitSetup
from emg_session.visits import VisitFolder
from emg_signal.errors import StorageFullError


@pytest.fixture
def hangs() -> Iterator[threading.Event]:
    """Return what a hanging call waits for; it goes on after the test."""
    answers = threading.Event()
    yield answers
    answers.set()


class HungFolder(type(Path())):  # type: ignore[misc]
    """A folder whose disk does not say what is in it."""

    answers = threading.Event()

    def glob(self, *pattern: Any, **more: Any) -> Iterator[Path]:
        assert self.answers.wait(60)
        return super().glob(*pattern, **more)


def test_what_hangs_is_told_within_a_second(hangs: threading.Event, tmp_path: Path) -> None:
    began_s = time.monotonic()
    with pytest.raises(StorageFullError, match=r"did not answer for 0\.8 s") as told:
        promptly(lambda: hangs.wait(60), tmp_path)
    assert time.monotonic() - began_s < 1.5  # a busy machine may add to the 0.8
    assert told.value.remedy == "Choose another place for the record."


def test_what_answers_is_returned_and_its_error_is_its_own(tmp_path: Path) -> None:
    assert promptly(lambda: 7, tmp_path) == 7
    with pytest.raises(TimeoutError, match="of the system"):
        promptly(lambda: (_ for _ in ()).throw(TimeoutError("of the system")), tmp_path)


def test_a_folder_that_answers_is_made_and_left_empty(tmp_path: Path) -> None:
    require_answer(tmp_path / "a" / "b")
    assert list((tmp_path / "a" / "b").iterdir()) == []
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageFullError, match="Cannot write"):
        require_answer(tmp_path / "file")


def test_earlier_visits_on_a_disk_that_hangs_are_said_to_be_unknown(
    hangs: threading.Event, tmp_path: Path
) -> None:
    folder = HungFolder(tmp_path)
    folder.answers = hangs
    setup = VisitSetup("P1", folder=VisitFolder(folder), record=tmp_path / "a.evenhand")
    began_s = time.monotonic()
    with NoBoardVisit(setup) as visit:
        assert time.monotonic() - began_s < 2.0
        (note,) = visit.snapshot().notes
        assert "are not known" in note
        assert "did not answer" in visit.history.problems[0]
