"""The guide in every step, theme and text size: nothing cut off, and the same after a change."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest
from by_hand import cut_off, settle, words
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from staging import changed, taps, with_progress

from emg_device.registry import open_device
from emg_session.guide import STEPS, Step
from emg_session.live import LiveSession
from emg_session.montage_files import default_montage
from emg_session.progress import ContactCheck
from emg_session.protocol import Cue, CueKind, CuePurpose, tap_protocol
from emg_session.snapshot import LinkState
from emg_signal.contact import judge_contact
from emg_signal.quality import Quality
from emg_ui.text.theme import DARK, LIGHT, Look


def narrow(window):
    """Return every visible button whose words need more room than it has."""
    return [
        button.text()
        for button in window.measure.findChildren(QPushButton)
        if button.isVisible() and button.sizeHint().width() > button.width() + 2
    ]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_words_of_any_step_are_cut_off(open_window, staged, scale):
    window = open_window(staged, look=Look(LIGHT, scale))
    kohm = {site.channel: (14.0 + site.channel, 4.0) for site in staged.montage.sites}
    contact = ContactCheck(possible=True, sites=judge_contact(staged.montage, kohm), tolerance=0.2)
    for base in (staged.uncalibrated(), staged.locked()):
        staged.show(changed(with_progress(base, contact=contact), taps=taps(staged, bad=(0, 1))))
        for step in STEPS:
            staged.guide.go(step)
            for _ in range(3):
                settle(window)
            assert cut_off(window.measure) == [], step
            assert narrow(window) == [], step


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_longest_cue_fits(open_window, staged, scale):
    window = open_window(staged, look=Look(DARK, scale))
    cue = max(tap_protocol(staged.montage).cues, key=lambda each: len(each.text))
    snapshot = changed(staged.uncalibrated(), cue=cue, cue_left_s=1.0)
    staged.show(with_progress(snapshot, running=CuePurpose.TAP))
    for _ in range(3):
        settle(window)
    assert cut_off(window.measure) == []


def test_another_theme_shows_the_same_step(open_window, staged):
    staged.guide.go(Step.CONTACT)
    staged.guide.skip(Step.TAP)
    window = open_window(staged)
    before = words(window.measure.card)
    window.set_settings(window.settings.with_look(Look(LIGHT, 1.0)))
    settle(window)
    assert words(window.measure.card) == before
    assert "Step 4: Tap test, skipped" in {
        button.accessibleName() for button in window.measure.strip.findChildren(QPushButton)
    }


def test_what_skipping_costs_is_said_and_recorded(open_window, staged, qtbot):
    window = open_window(staged)
    staged.show(staged.uncalibrated())
    staged.guide.go(Step.TAP)
    settle(window)
    assert "no shift can be suggested" in words(window.measure.card)
    qtbot.keyClick(window.measure, Qt.Key.Key_S)
    assert ("step skipped", {"step": "tap test"}) in staged.events
    assert staged.guide.state.at is Step.NOISE
    qtbot.keyClick(window.measure, Qt.Key.Key_Backspace)
    assert staged.guide.state.at is Step.TAP


def test_unfiltered_lanes_say_so(open_window, staged, qtbot):
    window = open_window(staged)
    assert "UNFILTERED" not in words(window.measure)
    qtbot.keyClick(window.measure, Qt.Key.Key_U)
    settle(window)
    assert words(window.measure).count("UNFILTERED") == 2
    qtbot.keyClick(window.measure, Qt.Key.Key_U)
    settle(window)
    assert "UNFILTERED" not in words(window.measure)


class Paints(QObject):
    """Counts what is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched, event):  # noqa: N802
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_the_guide_is_not_painted_while_only_numbers_change(open_window, staged):
    window = open_window(staged)
    staged.guide.go(Step.PAIRS)
    for _ in range(5):
        settle(window)
    paints, still = Paints(), [window.measure.strip, window.measure.card, window.measure.electrodes]
    for widget in [*still, *(w for s in still for w in s.findChildren(QWidget))]:
        widget.installEventFilter(paints)
    base = staged.live()
    for n in range(20):
        sites = tuple(replace(site, rms_uv=40.0 + n) for site in base.streamed.sites)
        staged.show(changed(base, sites=sites, sequence=n + 2, time_s=20.0 + n / 10))
        level = np.full((8, 25), 10.0 * n)
        staged.columns.push(25 * n, level, level, np.zeros((8, 25), np.uint8))
        settle(window)
    assert paints.count == 0


def test_a_second_placement_shows_the_electrode_to_tap_and_not_how_to_take_it_off(
    open_window, staged
):
    window = open_window(staged)
    site = staged.montage.sites[0]
    cue = Cue(CueKind.TAP, CuePurpose.TAP, "Tap", 1.0, 3.0, (site.muscle,), 1, 8, site=site)
    tapping = with_progress(
        changed(staged.uncalibrated(), placement=2, cue=cue), running=CuePurpose.TAP
    )
    card = window.measure.card
    drawn = []
    for step in (Step.RESEAT, Step.TAP):
        card.picture.show_step(step, tapping, "")
        drawn.append(card.picture.grab().toImage())
    assert drawn[0] == drawn[1]
    card.picture.show_step(Step.RESEAT, with_progress(tapping, running=None), "")
    assert card.picture.grab().toImage() != drawn[1]


def test_a_contact_check_that_runs_shouts_nothing_red(open_window):
    """Eight sites were stale, and the link connecting, while all went as it should."""
    device = open_device("virtual?link=memory")
    with LiveSession(device, default_montage(8)) as session:
        window = open_window(session)
        session.measure_contact()
        until(lambda: session.snapshot().link is LinkState.CONTACT)
        settle(window)
        window.desk.show_snapshot(session.snapshot())
        said = words(window)
        assert "stale" not in said
        assert "CONTACT CHECK" in said
        assert session.snapshot().link_text.startswith("Contact is being measured")
        assert {site.quality.quality for site in session.snapshot().streamed.sites} == {
            Quality.WAITING
        }
        session.give_up()
        until(lambda: session.snapshot().link is LinkState.LIVE)


def until(is_so, seconds=20.0):
    end_s = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end_s, "it never came"
        time.sleep(0.02)
