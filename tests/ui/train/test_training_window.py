"""Training in the window: list, brief, the case in a treatment's own window, debrief."""

from __future__ import annotations

import time

import pytest
from by_hand import Keyboard, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from emg_session.snapshot import LinkState
from emg_signal.montage import Side
from emg_signal.quality import Quality
from emg_simulators.clocks import StepClock
from emg_training.answers import CaseChoice, CaseReason, Noticed
from emg_training.attempts import AttemptStore
from emg_training.catalogue import find
from emg_ui.text.settings import Settings
from emg_ui.train.run_page import RunPage
from emg_ui.train.train_window import TrainingWindow

LONGEST_S = 60.0
KEY = Qt.Key
HELD_S = 0.002


class HeldClock(StepClock):
    """Runs as fast as it can be computed up to a moment, and no faster than life from then on."""

    def __init__(self) -> None:
        super().__init__()
        self.until_s = 0.0
        """The moment, seconds."""

    def sleep(self, seconds: float) -> None:
        """Wait for no time at all, or for a little of everybody's."""
        if self() < self.until_s:
            super().sleep(seconds)
        else:
            time.sleep(HELD_S)
            super().sleep(HELD_S)


@pytest.fixture
def clock():
    return HeldClock()


@pytest.fixture
def store(tmp_path):
    return AttemptStore(tmp_path / "attempts.jsonl")


@pytest.fixture
def training(qapp, clock, store):
    window = TrainingWindow(store, clock=clock, sleep=clock.sleep, slice_s=0.1)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    yield window
    window.close()
    window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def keys(qtbot, training):
    return Keyboard(qtbot, training)


def begin(training, case_id):
    """Run a case; what is laid out or shown happens between events."""
    training.begin(find(case_id))
    settled(training)
    return training.page


def settled(training):
    for _ in range(4):
        QApplication.processEvents()
    return words(training)


def run_until(training, clock, seconds):
    """Let the stream go on to `seconds` and the window show it."""
    clock.until_s = seconds
    run = training.page.run
    give_up_s = time.monotonic() + LONGEST_S
    while run.time_s < seconds - 0.3 and not run.session.ended.is_set():
        assert time.monotonic() < give_up_s
        QApplication.processEvents()
        time.sleep(0.005)
    training.page.refresh()
    training.page.window_of_case.show_snapshot(run.session.snapshot())
    QApplication.processEvents()


def test_a_case_is_found_run_decided_and_debriefed_by_keyboard_alone(
    training, keys, clock, store, qtbot
):
    while training.page.case.id != "find-the-bad-electrode":
        keys.press(KEY.Key_Down)
    keys.press(KEY.Key_Return)
    assert "One of eight electrode pairs" in settled(training)
    assert "No clinician has reviewed" in settled(training)
    keys.press(KEY.Key_Return)
    settled(training)
    assert isinstance(training.page, RunPage)
    run_until(training, clock, 6.0)
    assert "TRAINING   6 s of 16 s" in settled(training)
    assert "SIMULATED" in settled(training)
    assert "does every lane rise" in settled(training) or "should be quiet" in settled(training)

    keys.press(KEY.Key_F7, KEY.Key_Right)
    keys.press(KEY.Key_Tab, KEY.Key_Right, KEY.Key_Right)
    keys.press(KEY.Key_Tab, KEY.Key_Right, KEY.Key_Right, KEY.Key_Return)
    (seen,) = training.page.run.observations
    assert (seen.what, seen.muscle, seen.side) == (Noticed.LEAD_OFF, "corrugator", Side.LEFT)
    assert seen.at_s == pytest.approx(6.0, abs=0.5)
    assert "lead off corrugator left" in words(training.page.panel)
    keys.press(KEY.Key_F9, KEY.Key_F6)
    assert "Nothing yet" in words(training.page.window_of_case.phase)
    training.page.run.notice(seen.what, seen.muscle, seen.side)

    keys.press(KEY.Key_F8, KEY.Key_Right, KEY.Key_Tab, KEY.Key_Right, KEY.Key_Right)
    keys.press(KEY.Key_Return)
    text = settled(training)
    assert "Score: 100 of 100" in text
    assert "no measure of competence" in text
    assert "lead off (corrugator left): said at" in text
    assert "Hum in one lane is an electrode" in text
    keys.press(KEY.Key_Escape)
    row = training.page.table.currentRow()
    assert training.page.table.item(row, 1).text() == "Find the bad electrode"
    assert training.page.table.item(row, 4).text() == "100 of 100"
    assert training.page.table.item(row, 0).text() == "● done"
    assert store.all()[0].attempt.answer.choice is CaseChoice.MEND


def test_an_unsafe_choice_comes_first_and_the_next_case_is_one_key_away(training, keys, clock):
    begin(training, "find-the-bad-electrode")
    training.page.run.decide(CaseChoice.AS_PLANNED, CaseReason.UNSURE)
    training.page.finish()
    lines = settled(training).splitlines()[1:]
    assert lines[1].startswith("■ UNSAFE – treat as planned")
    assert "Score: 0 of 100" in lines
    keys.press(KEY.Key_Return)
    assert training.page.case.id == "hum-everywhere"


def test_the_outcome_of_treating_is_a_watermarked_range(training):
    begin(training, "brow-asymmetry-shift-or-leave")
    page = training.page
    page.decide.choice.choose(CaseChoice.AS_PLANNED)
    page.decide.reason.choose(CaseReason.INSIDE_HEALTHY)
    page.decide.say()
    text = settled(training)
    assert "TEACHING MODEL, NOT FOR CARE" in text
    assert "Day 14: frontalis" in text
    assert "asymmetry index" in text  # what there was, though it was not said


def test_nothing_is_chosen_for_the_trainee(training, keys):
    begin(training, "find-the-bad-electrode")
    page = training.page
    keys.press(KEY.Key_F7, KEY.Key_Return, KEY.Key_Return)
    assert page.run.observations == []
    keys.press(KEY.Key_Space, KEY.Key_Return)  # what; now the muscle is asked for
    assert page.run.observations == []
    keys.press(KEY.Key_Space, KEY.Key_Return, KEY.Key_Space, KEY.Key_Return)
    (seen,) = page.run.observations
    assert (seen.muscle, seen.side) == (None, None)
    keys.press(KEY.Key_F8, KEY.Key_Return, KEY.Key_Return)
    assert page.run.answer is None
    keys.press(KEY.Key_Space, KEY.Key_Return)
    assert page.run.answer is None
    keys.press(KEY.Key_F7, KEY.Key_F8)
    assert not page.decide.choice.is_chosen


def test_an_index_is_read_with_its_muscle_and_a_number(training, keys):
    begin(training, "brow-asymmetry-shift-or-leave")
    notice = training.page.notice
    keys.press(KEY.Key_F7)
    notice.what.choose(Noticed.INDEX)
    notice.say()
    assert training.page.run.observations == []  # an index has a muscle
    notice.muscle.choose("frontalis")
    notice.percent.setFocus(Qt.FocusReason.TabFocusReason)
    keys.type("-7")
    keys.press(KEY.Key_Return)
    (seen,) = training.page.run.observations
    assert (seen.what, seen.muscle, seen.side, seen.percent) == (
        Noticed.INDEX,
        "frontalis",
        None,
        -7.0,
    )


def wait_for(training, clock, link):
    """Wait for a state of the link, and show the moment."""
    session, until_s = training.page.run.session, time.monotonic() + LONGEST_S
    while session.snapshot().link is not link:
        assert time.monotonic() < until_s
        clock.sleep(0.1)  # nobody reads a board that is lost, and so nobody moves the clock
        time.sleep(0.02)
    training.page.window_of_case.show_snapshot(session.snapshot())


def test_an_instructor_changes_the_patient_live(training, keys, clock):
    begin(training, "place-four-pairs")
    run_until(training, clock, 1.5)
    keys.press(KEY.Key_F11)
    instructor = training.page.instructor
    instructor.site.setCurrentIndex(2)
    instructor.inject("rail 3")
    instructor.sliders["zygomaticus", Side.RIGHT].setValue(60)
    run_until(training, clock, 2.9)
    snapshot = training.page.run.session.snapshot()
    states = {r.site.channel: (r.quality.quality, r.rms_uv) for r in snapshot.streamed.sites}
    assert states[2][0] is Quality.RAILED
    assert states[7][1] > 20 > states[6][1]
    instructor.inject("smoke")
    assert "No fault 'smoke'" in words(instructor)
    instructor.inject("unplug")
    clock.until_s = 10.0
    wait_for(training, clock, LinkState.LOST)
    assert "LOST" in settled(training)
    instructor.inject("replug")
    clock.until_s = 30.0
    wait_for(training, clock, LinkState.LIVE)
    assert "The board is back" in training.page.run.session.snapshot().news


def test_attempts_are_exported_and_a_damaged_file_is_said(training, store, tmp_path):
    begin(training, "place-four-pairs")
    training.page.run.decide(CaseChoice.GO_ON, CaseReason.SOUND)
    training.page.finish()
    training.show_list()
    training.page.export(tmp_path / "out.csv")
    assert "1 attempts saved" in settled(training)
    assert "place-four-pairs" in (tmp_path / "out.csv").read_text()
    store.path.write_text("{}\n")
    training.show_list()
    assert "line 1: no attempt" in settled(training)


def test_nothing_waits_for_the_question_where_attempts_go(training, store, tmp_path):
    begin(training, "find-the-bad-electrode")
    training.page.run.decide(CaseChoice.MEND, CaseReason.UNSURE)
    training.page.finish()
    training.show_list("find-the-bad-electrode")
    settled(training)
    training.page.export_button.click()
    (dialog,) = training.findChildren(QFileDialog)  # and the press came back at once
    assert dialog.isVisible()
    dialog.selectFile(str(tmp_path / "mine.csv"))
    dialog.accept()
    assert "1 attempts saved" in settled(training)
    assert (tmp_path / "mine.csv").read_text("utf-8").count("find-the-bad-electrode") == 1


def test_a_case_runs_its_own_cues_and_no_step_of_a_measurement_can_be_begun(training, keys, clock):
    begin(training, "find-the-bad-electrode")
    run_until(training, clock, 3.0)
    measure = training.page.window_of_case.desk.measure
    assert measure.acts is None
    assert not measure.strip.isVisible()
    assert not measure.card.isVisible()
    assert measure.cue.isVisible()
    keys.press(KEY.Key_Return)
    assert measure.isVisible()
    assert training.page.run.session.snapshot().streamed.progress.guide.at is None


def test_another_look_leaves_the_running_case_alone(training, clock):
    begin(training, "place-four-pairs")
    training.page.run.notice(Noticed.FLAT)
    training.page.window_of_case.set_settings(Settings(theme="light", text_scale=2.0))
    assert training.settings.text_scale == 2.0
    training.page.open_notice()
    settled(training)
    assert training.page.notice.isVisible()
    assert len(training.page.run.observations) == 1


def test_the_train_phase_of_a_treatment_opens_a_window_of_its_own(open_window, staged, qtbot):
    window = open_window(staged)
    keys = Keyboard(qtbot, window)
    keys.press(KEY.Key_F6)
    assert window.phase is window.desk.train
    keys.press(KEY.Key_Return)
    opened = window.desk.train.opened
    assert opened.isVisible()
    assert not staged.stopped
    opened.close()
    opened.deleteLater()


def test_every_button_of_an_instructor_begins_something_or_says_why_not(training, keys, clock):
    begin(training, "place-four-pairs")
    run_until(training, clock, 1.5)
    keys.press(KEY.Key_F11)
    instructor = training.page.instructor
    began = []
    for button in instructor.findChildren(QPushButton):
        instructor._say("")
        button.click()
        said = instructor._message.text()
        assert said, button.text()
        began += [button.text()] if " s on" in said else []
    assert len(began) == 13
