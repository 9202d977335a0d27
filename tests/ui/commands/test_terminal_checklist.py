"""A board on a person is shown in the terminal only after its checklist, as in the window."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from obedient_face import ObedientFace

from emg_session.guide import CHECKLIST
from emg_session.live import LiveSession
from emg_session.montage_files import default_montage
from emg_session.stored import read_session
from emg_session.visit import VisitSetup
from emg_signal.chunk import Origin
from emg_signal.errors import ConfigError
from emg_ui.commands.headless import print_session


@pytest.fixture
def board(tmp_path):
    """A session on a board that may be on a person."""
    face = ObedientFace(origin=Origin.LIVE)
    face.open()
    return LiveSession(face, default_montage(8), VisitSetup(record=tmp_path / "face.evenhand"))


@pytest.fixture
def person(monkeypatch):
    """Somebody at a terminal; write their answers to it."""
    master, slave = os.openpty()
    with os.fdopen(slave) as terminal, os.fdopen(master, "w") as keys:
        monkeypatch.setattr(sys, "stdin", terminal)
        yield keys


def shown(session, capsys, **options):
    print_session(session, seconds=1.0, as_json=True, **options)
    return capsys.readouterr()


def test_each_box_is_asked_and_the_answers_are_on_record(board, person, capsys, tmp_path):
    person.write("y\n" * len(CHECKLIST))
    person.flush()
    said = shown(board, capsys)
    assert said.out
    assert "4/4" in said.err
    for words in CHECKLIST.values():
        assert words in said.err
    events = read_session(tmp_path / "face.evenhand").events
    last = [event for event in events if event.kind == "checklist"][-1]
    assert last.body["ticked"] == sorted(CHECKLIST)


def test_one_no_ends_it_and_nothing_was_shown(board, person, capsys, tmp_path):
    person.write("y\nn\n")
    person.flush()
    with pytest.raises(ConfigError, match="no device on the mains"):
        shown(board, capsys)
    assert not capsys.readouterr().out.strip()
    assert not tmp_path.joinpath("face.evenhand").exists()  # nothing was streamed meanwhile


def test_without_a_terminal_it_has_to_be_said_beforehand(board, capsys, monkeypatch):
    with Path(os.devnull).open(encoding="utf-8") as nobody:
        monkeypatch.setattr(sys, "stdin", nobody)
        with pytest.raises(ConfigError) as refused:
            shown(board, capsys)
    assert "--checked" in str(refused.value.remedy)
    assert not capsys.readouterr().out


def test_said_beforehand_nobody_is_asked(board, capsys, monkeypatch):
    with Path(os.devnull).open(encoding="utf-8") as nobody:
        monkeypatch.setattr(sys, "stdin", nobody)
        said = shown(board, capsys, is_checked=True)
    assert said.out
    assert "1/4" not in said.err
    assert board.guide.state.checked
