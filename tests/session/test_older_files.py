"""Files of format 1, made by the program of commit 91c4f7b, keep opening and say what they are.

``board`` holds a simulated face on two channels with a gap, ``no_board`` a visit without a board,
and ``killed`` the first one's, with its program killed and all of it in the log beside it.
"""

from __future__ import annotations

import lzma
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from emg_device.registry import open_device
from emg_dosing.tables import load_tables
from emg_session.no_board import NoBoardVisit
from emg_session.stored import read_session, read_verified
from emg_session.visit import VisitSetup
from emg_session.visits import VisitFolder
from emg_signal.chunk import Origin
from emg_signal.errors import AuditBrokenError
from emg_ui.command_line import run

MADE = Path(__file__).parent / "data" / "format_1"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    for packed in MADE.glob("*.xz"):
        (tmp_path / packed.stem).write_bytes(lzma.decompress(packed.read_bytes()))
    return tmp_path


def test_they_open_and_say_that_they_are_of_the_older_kind(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    board = read_verified(old / "board.evenhand")
    assert board.is_older
    assert board.sealed
    assert board.meta["origin"] == "simulated"
    assert [(b.first_index, b.lost) for b in board.blocks(0)][-2:] == [(530, 10), (660, 0)]
    killed = read_verified(old / "killed.evenhand")
    assert not killed.sealed
    assert killed.samples_uv(0).shape == board.samples_uv(0).shape
    for name in ("board", "no_board", "killed"):
        assert run(["session", "verify", str(old / f"{name}.evenhand")]) == 0
        assert "of an older kind" in capsys.readouterr().out
    assert run(["session", "list", str(old)]) == 0
    assert capsys.readouterr().out.count("of an older kind") == 3
    info = open_device(f"session:{old / 'board.evenhand'}").open()
    assert any("older kind" in note for note in info.notes)


def test_checking_a_killed_file_leaves_it_and_its_log_as_they_are(old: Path) -> None:
    paths = [old / "killed.evenhand", old / "killed.evenhand-wal"]
    before = [path.read_bytes() for path in paths]
    read_verified(paths[0])
    assert [path.read_bytes() for path in paths] == before


def test_a_visit_is_taken_up_again_and_stays_of_its_kind(old: Path) -> None:
    path = old / "no_board.evenhand"
    assert len(VisitFolder(old).visits("P1")) == 1
    with NoBoardVisit(VisitSetup(tables=load_tables()), earlier=path) as again:
        assert len(again.treatment.state.given) == 1
    stored = read_verified(path)
    assert stored.is_older
    assert [event.kind for event in stored.events][-4:] == ["seal", "reopened", "policy", "seal"]


@pytest.mark.parametrize("change", ["value = 'live' WHERE key = 'origin'"])
def test_a_simulated_one_does_not_become_a_persons_history(old: Path, change: str) -> None:
    path = old / "board.evenhand"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE meta SET {change}")  # noqa: S608
    with pytest.raises(AuditBrokenError, match="origin"):
        read_verified(path)
    kept = VisitFolder(old)
    assert path not in [visit.head.path for visit in kept.visits("P1")]
    assert any("board.evenhand" in line for line in kept.problems)
    assert path not in [v.head.path for v in kept.visits("P1", origin=Origin.SIMULATED)]
    assert read_session(path).is_older
