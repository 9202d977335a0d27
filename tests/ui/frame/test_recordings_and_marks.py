"""A recording is opened and a moment marked, by keyboard, on the real widgets."""

from __future__ import annotations

import time

import numpy as np
import pytest
from by_hand import F, Keyboard, settle, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from emg_session.snapshot import LinkState
from emg_ui.visit.run_request import RunRequest, make_session
from emg_ui.visit.visit_door import VisitDoor

CONTROL = Qt.KeyboardModifier.ControlModifier


def write_table(path, *, with_time=True):
    values = np.random.default_rng(1).normal(0.0, 20.0, (2000, 2))
    head = ("time (s)," if with_time else "") + "left,right,Marker\n"
    path.write_text(
        head
        + "\n".join(
            (f"{n / 500:.3f}," if with_time else "")
            + f"{a:.2f},{b:.2f},{'smile' if n == 900 else ''}"
            for n, (a, b) in enumerate(values)
        )
    )


@pytest.fixture
def playing(open_window, tmp_path):
    """Open a window with a door on a recording that plays as fast as it goes."""
    write_table(tmp_path / "first.csv")
    session = make_session(
        RunRequest(f"playback:{tmp_path / 'first.csv'}?speed=max", folder=tmp_path)
    )
    session.start()
    window = open_window(session, door=VisitDoor(tmp_path, ports=lambda: ()))
    window.activateWindow()
    yield window
    window.session.stop()


def until(window, is_so, seconds=20.0):
    end_s = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end_s, "it never came"
        time.sleep(0.02)
        settle(window)


def events(window):
    stream = window.session.snapshot().stream
    return [] if stream is None else [event.name for event in stream.events]


def test_markers_of_a_recording_are_shown_in_review(playing, qtbot):
    until(playing, lambda: events(playing) == ["smile"])
    Keyboard(qtbot, playing).press(F[5])
    settle(playing)
    text = playing.desk.review.page.toPlainText()
    assert "MARKED" in text
    assert "1.80 s: smile" in text


def test_what_has_ended_has_no_moment_to_mark(playing, qtbot):
    until(playing, lambda: playing.session.snapshot().link is LinkState.ENDED)
    Keyboard(qtbot, playing).press(Qt.Key.Key_K, modifier=CONTROL)
    assert not playing.desk.chooser.isVisible()
    assert "There is no stream to mark." in words(playing)


@pytest.mark.real_time(4)
def test_a_moment_is_marked_by_key_and_by_pedal(open_window, qtbot, tmp_path):
    write_table(tmp_path / "a.csv")
    session = make_session(RunRequest(f"playback:{tmp_path / 'a.csv'}", folder=tmp_path))
    with session:
        window = open_window(session)
        window.activateWindow()
        keys = Keyboard(qtbot, window)
        until(window, lambda: session.snapshot().link is LinkState.LIVE)
        keys.press(Qt.Key.Key_K, modifier=CONTROL)
        newest = session.index
        keys.type("brow up")
        keys.press(Qt.Key.Key_Return)
        until(window, lambda: "brow up" in events(window))
        marked = session.snapshot().stream.events
        assert abs(next(e.index for e in marked if e.name == "brow up") - newest) < 250
        window.marks.mark_by_pedal()
        until(window, lambda: any(name.startswith("mark ") for name in events(window)))
        assert "●" in words(window)


def test_a_recording_without_a_rate_is_opened_by_keyboard(playing, qtbot, tmp_path):
    write_table(tmp_path / "second.csv", with_time=False)
    keys = Keyboard(qtbot, playing)
    playing.visits.open_recording()
    keys.type(str(tmp_path / "second.csv"))
    keys.press(Qt.Key.Key_Return)
    assert "How many samples a second" in words(playing.desk.chooser)
    assert "--rate" not in words(playing.desk.chooser)
    keys.type("500")
    keys.press(Qt.Key.Key_Return)
    text = words(playing.desk.chooser)
    assert "2 channels (left, right) at 500 Hz, 4.0 s, 1 events" in text
    assert "µV are taken" in text
    before = playing.session
    keys.press(Qt.Key.Key_Return)
    until(playing, lambda: playing.session is not before)
    until(playing, lambda: events(playing) == ["smile"])


def test_a_file_that_is_none_is_told_in_one_line(playing, qtbot, tmp_path):
    (tmp_path / "a.mat").write_bytes(b"MATLAB 5.0 MAT-file" + b"\0" * 600)
    keys = Keyboard(qtbot, playing)
    playing.visits.open_recording()
    before = playing.session
    keys.type(str(tmp_path / "a.mat"))
    keys.press(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert "MATLAB" in words(playing)
    assert playing.session is before


def test_a_visit_leaves_as_a_table_by_keyboard(open_window, qtbot, tmp_path, monkeypatch):
    """While it is open still: what is on record until now, with its mark."""
    monkeypatch.setenv("HOME", str(tmp_path))
    write_table(tmp_path / "a.csv")
    record = tmp_path / "v.evenhand"
    device = f"playback:{tmp_path / 'a.csv'}?speed=max"
    with make_session(RunRequest(device, folder=tmp_path, record=record)) as session:
        assert session.ended.wait(20)
        window = open_window(session)
        window.activateWindow()
        keys = Keyboard(qtbot, window)
        keys.press(Qt.Key.Key_E, modifier=CONTROL | Qt.KeyboardModifier.ShiftModifier)
        assert "Which session leaves?" in words(window)
        keys.press(Qt.Key.Key_Return)
        assert "In which form?" in words(window)
        keys.press(Qt.Key.Key_Down)
        keys.press(Qt.Key.Key_Down)
        keys.press(Qt.Key.Key_Return)
        assert "Into which folder?" in words(window)
        keys.press(Qt.Key.Key_Return)
        until(window, lambda: "read back; nobody is named in them" in words(window))
        folder = tmp_path / "v-csv"
        names = sorted(path.name for path in folder.iterdir())
        assert names == ["v_run-1_emg.csv", "v_run-1_events.tsv"]
        assert len((folder / names[0]).read_text().splitlines()) == 2001
        assert "smile" in (folder / names[1]).read_text()
        keys.press(Qt.Key.Key_E, modifier=CONTROL | Qt.KeyboardModifier.ShiftModifier)
        keys.press(Qt.Key.Key_Return)
        keys.press(Qt.Key.Key_Down)
        keys.press(Qt.Key.Key_Down)
        keys.press(Qt.Key.Key_Return)
        keys.press(Qt.Key.Key_Return)
        until(window, lambda: "is there already" in words(window))
