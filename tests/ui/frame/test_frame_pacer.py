"""A frame is drawn as samples come, at a display's pace, and nothing waits in a queue for it."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject

from emg_session.columns import ColumnRing
from emg_ui.frame.frame_pacer import FramePacer


class Viewer:
    """Draws whenever it is told to, and knows when that was."""

    def __init__(self, *, answers=True):
        self.now_s = 0.0
        self.owner = QObject()
        self.ring = ColumnRing(1, 250.0)
        self.pacer = FramePacer(self.owner, clock=lambda: self.now_s)
        self.drawn_s = []
        self.answers = answers
        self.pacer.due.connect(self.draw)
        self.pacer.follow(self.ring)

    def draw(self):
        self.drawn_s.append(self.now_s)
        if self.answers:
            self.pacer.drawn(something=True)

    def stream(self, every_s, seconds):
        for k in range(1, round(seconds / every_s) + 1):
            self.now_s = k * every_s
            self.ring.announce()


@pytest.mark.parametrize("every_ms", [1, 2, 4, 5, 8, 16])
def test_samples_are_drawn_as_they_come_at_the_pace_of_a_display(qapp, every_ms):
    viewer = Viewer()
    viewer.stream(every_ms / 1e3, 2.0)
    per_s = len(viewer.drawn_s) / 2.0
    viewer.pacer.stop()
    assert 60 <= per_s <= 84
    waits = [b - a for a, b in zip(viewer.drawn_s[5:], viewer.drawn_s[6:], strict=False)]
    assert max(waits) <= 1 / 60 + 1e-9


def test_slower_chunks_are_drawn_at_once(qapp):
    viewer = Viewer()
    viewer.stream(0.05, 2.0)
    viewer.pacer.stop()
    assert len(viewer.drawn_s) == 40


def test_a_window_that_does_not_answer_gets_one_message(qapp):
    viewer = Viewer(answers=False)
    viewer.stream(0.004, 2.0)
    viewer.pacer.stop()
    assert len(viewer.drawn_s) == 1


def test_a_burst_is_one_frame_and_its_rest_needs_no_samples_after_it(qapp, qtbot):
    viewer = Viewer()
    viewer.stream(0.05, 0.5)
    drawn = len(viewer.drawn_s)
    viewer.now_s += 0.001
    viewer.ring.announce()  # too early for a frame, and none after it
    assert len(viewer.drawn_s) == drawn
    qtbot.waitUntil(lambda: len(viewer.drawn_s) > drawn, timeout=1000)
    viewer.pacer.stop()


def test_nobody_is_told_after_the_window_has_gone(qapp):
    viewer = Viewer()
    viewer.pacer.stop()
    viewer.stream(0.05, 0.5)
    assert viewer.ring.listener is None
    assert not viewer.drawn_s


def test_samples_of_another_thread_are_drawn_in_the_window_s(qapp, qtbot):
    viewer = Viewer()
    threads = []
    viewer.pacer.due.connect(lambda: threads.append(threading.current_thread()))
    viewer.now_s = 1.0
    writer = threading.Thread(target=viewer.ring.announce)
    writer.start()
    writer.join()
    qtbot.waitUntil(lambda: bool(threads), timeout=1000)
    viewer.pacer.stop()
    assert threads == [threading.main_thread()]
