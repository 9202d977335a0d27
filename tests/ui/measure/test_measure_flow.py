"""The whole way from the skin to a locked measurement, by keyboard, on a face that obeys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from by_hand import settle, words
from obedient_face import ObedientFace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from emg_dosing.tables import load_tables
from emg_session.files import load_plan
from emg_session.guide import CHECKLIST, Step
from emg_session.live import LiveSession
from emg_session.montage_files import default_montage
from emg_session.session_settings import SessionSettings
from emg_session.stored import read_session
from emg_session.visit import VisitSetup
from emg_signal.chunk import Origin
from emg_signal.tap import TapVerdict
from emg_ui.measure.steps import StepState, current_step, state_of, wanted_muscles
from emg_ui.visit.run_request import demo_plan_path

ENTER, BACK = Qt.Key.Key_Return, Qt.Key.Key_Backspace


class Visit:
    """One person at the keyboard."""

    def __init__(self, session: LiveSession, window, qtbot) -> None:
        self.session, self.window, self._qtbot = session, window, qtbot
        self.presses = 0

    def press(self, *keys) -> None:
        for key in keys:
            self._qtbot.keyClick(QApplication.focusWidget() or self.window, key)
            self.presses += 1
            settle(self.window)

    @property
    def step(self) -> Step:
        return current_step(self.session.snapshot())

    def state(self, step: Step) -> StepState:
        snapshot = self.session.snapshot()
        wanted = wanted_muscles(snapshot, self.session.treatment.state.plan)
        return state_of(step, snapshot, wanted)

    def wait_for(self, step: Step, *states: StepState) -> None:
        """Wait until a step is what it should become."""

        def reached() -> bool:
            return self.state(step) in (states or (StepState.DONE,))

        self._qtbot.waitUntil(reached, timeout=30_000)
        settle(self.window)

    def card(self) -> str:
        return words(self.window.measure.card)


@pytest.fixture
def face() -> ObedientFace:
    return ObedientFace()


@pytest.fixture
def visit(face, open_window, qtbot, tmp_path) -> Iterator[Visit]:
    tables = load_tables()
    session = LiveSession(
        face,
        default_montage(4),
        VisitSetup(
            tables=tables,
            plan=load_plan(demo_plan_path(), tables),
            record=tmp_path / "visit.evenhand",
        ),
        settings=SessionSettings(mains_hz=None),
    )
    face.cue = lambda: session.snapshot().streamed.cue
    with session:
        window = open_window(session)
        window.activateWindow()
        yield Visit(session, window, qtbot)


def test_every_step_is_done_by_keyboard_and_both_placements_are_locked(visit, face):
    face.full_uv[:2] = 240.0, 100.0  # beyond the healthy limit: a second placement is asked for
    face.kohm[3] = 14.0
    assert visit.step is Step.SKIN
    visit.press(ENTER, ENTER)
    assert visit.step is Step.CONTACT
    visit.press(ENTER)
    visit.wait_for(Step.CONTACT, StepState.FAILED)
    assert "corrugator right: The electrode on the top pin shows 14.0 kOhm" in visit.card()
    assert "Take it off" in visit.card()
    face.kohm[3] = 4.0
    visit.press(ENTER)
    visit.wait_for(Step.CONTACT)
    visit.press(ENTER, ENTER)
    assert visit.step is Step.TAP
    visit.wait_for(Step.TAP)
    visit.press(ENTER, ENTER)
    visit.wait_for(Step.NOISE)
    visit.press(ENTER, ENTER)
    visit.wait_for(Step.REFERENCE)
    visit.press(ENTER, ENTER)
    visit.wait_for(Step.REPETITIONS)
    assert "frontalis: +" in visit.card()
    assert visit.state(Step.LOCK) is StepState.DONE
    visit.press(ENTER)
    assert visit.step is Step.RESEAT
    face.full_uv[:2] = 230.0, 100.0
    visit.press(ENTER)
    visit._qtbot.waitUntil(
        lambda: (
            len(visit.session.snapshot().streamed.taps) == 4
            and visit.session.snapshot().streamed.progress.running is None
            and visit.session.snapshot().streamed.placement == 2
        ),
        timeout=30_000,
    )
    visit.press(ENTER)
    visit.wait_for(Step.RESEAT)
    assert "First: frontalis: +" in visit.card()
    assert "Second: frontalis: +" in visit.card()
    visit.press(ENTER)
    assert visit.step is Step.LOCK
    assert "placement 2" in visit.card()
    state = visit.session.treatment.state
    assert state.tap_test_passed
    assert state.earlier.calibration.placement == 1
    assert state.measurement.calibration.placement == 2
    assert state.measurement.symmetries[0].repetitions == 5
    visit.press(ENTER)
    assert visit.window.phase is visit.window.desk.decide
    assert visit.presses <= 20
    visit.session.stop()
    stored = read_session(visit.session.record_path)
    stored.verify()
    kinds = [event.kind for event in stored.events]
    assert kinds.count("contact") == 2
    assert kinds.count("measurement") == 2


@pytest.mark.hazard("H-swapped-leads")
def test_swapped_leads_are_named_on_the_card_and_the_step_fails(visit, face):
    face.wires = {0: 1, 1: 0}
    visit.session.guide.go(Step.TAP)
    visit.press(ENTER)
    visit._qtbot.waitUntil(lambda: len(visit.session.snapshot().streamed.taps) == 4, timeout=30_000)
    visit.wait_for(Step.TAP, StepState.FAILED)
    verdicts = [tap.verdict for tap in visit.session.snapshot().streamed.taps]
    assert verdicts[:2] == [TapVerdict.SWAPPED] * 2
    assert "Swap the leads of channels 1 and 2" in visit.card()
    assert "2 of 4 sites proven" in visit.card()


def test_a_protocol_is_given_up_and_done_again(visit):
    visit.session.guide.go(Step.REFERENCE)
    visit.press(ENTER)
    visit.wait_for(Step.REFERENCE, StepState.RUNNING)
    assert "Give up" in buttons(visit)
    visit.press(Qt.Key.Key_Escape)
    visit.wait_for(Step.REFERENCE, StepState.FAILED)
    assert "given up" in visit.card()
    visit.press(ENTER)
    visit.wait_for(Step.REFERENCE)


def test_hum_is_named_with_its_remedy(visit, face):
    face.hum_uv[3] = 40.0
    visit.session.guide.go(Step.NOISE)
    visit.press(ENTER)
    visit.wait_for(Step.NOISE, StepState.FAILED)
    card = visit.card()
    assert "corrugator right" in card
    assert "50.0 Hz hum are in the signal: it is not taken out" in card
    assert "Let hum of 50 Hz be taken out" in card


def test_a_quick_look_shows_one_pair_and_leads_on_as_before(visit):
    visit.session.guide.go(Step.PAIRS)
    settle(visit.window)
    assert "Quick look [D]" in buttons(visit)
    visit.press(Qt.Key.Key_D)
    visit.wait_for(Step.PAIRS, StepState.TODO)
    assert visit.step is Step.PAIRS
    assert "Quick look, for display only: frontalis" in visit.card()
    assert visit.session.treatment.state.measurement is None
    visit.press(ENTER)
    assert visit.step is Step.CONTACT


def test_the_reference_goes_on_from_the_rest_with_its_noise(visit):
    visit.session.guide.go(Step.NOISE)
    visit.press(ENTER)
    visit.wait_for(Step.NOISE)
    visit.press(ENTER)
    assert visit.step is Step.REFERENCE
    assert "Start reference" in buttons(visit)
    visit.press(ENTER)
    visit.wait_for(Step.REFERENCE)
    assert visit.session.snapshot().streamed.calibration is not None


def test_more_than_one_muscle_is_measured_and_locked_together(visit):
    visit.session.guide.go(Step.REFERENCE)
    visit.press(ENTER)
    visit.wait_for(Step.REFERENCE)
    visit.press(ENTER, Qt.Key.Key_2, ENTER)
    visit.wait_for(Step.REPETITIONS)
    measured = visit.session.treatment.state.measurement.symmetries
    assert [symmetry.pair.muscle for symmetry in measured] == ["frontalis", "corrugator"]


def test_the_next_block_has_other_pairs_and_begins_at_the_skin(visit):
    visit.session.guide.go(Step.PAIRS)
    visit.press(Qt.Key.Key_1, Qt.Key.Key_4)
    assert "Use these pairs" in buttons(visit)
    visit.press(ENTER)
    muscles = [pair.muscle for pair in visit.session.montage.pairs]
    assert muscles == ["corrugator", "masseter"]
    visit._qtbot.waitUntil(
        lambda: visit.session.snapshot().streamed.sites[-1].site.muscle == "masseter", timeout=5000
    )
    settle(visit.window)
    assert visit.step is Step.SKIN
    assert "masseter" in visit.window.measure.rows.accessibleDescription()


def buttons(visit) -> str:
    found = visit.window.measure.card.findChildren(QPushButton)
    return "\n".join(b.text() for b in found if b.isVisibleTo(visit.window.measure.card))


@pytest.mark.hazard("H-mains-or-needle")
def test_nothing_of_a_person_is_shown_before_the_checklist_is_ticked(open_window, qtbot):
    face = ObedientFace(origin=Origin.LIVE)
    session = LiveSession(face, default_montage(8), VisitSetup(tables=load_tables()))
    with session:
        window = open_window(session)
        window.activateWindow()
        visit = Visit(session, window, qtbot)
        qtbot.waitUntil(lambda: session.snapshot().streamed.index > 500, timeout=5000)
        visit.press(ENTER, Qt.Key.Key_S, Qt.Key.Key_C)
        assert visit.step is Step.SKIN
        assert session.snapshot().streamed.progress.running is None
        assert "Battery only" in words(window.measure)
        assert "µV" not in window.measure.rows.accessibleDescription()
        assert not window.measure.advance()
        visit.press(*(getattr(Qt.Key, f"Key_{n}") for n in range(1, len(CHECKLIST) + 1)))
        assert "Battery only" not in words(window.measure)
        qtbot.waitUntil(window.measure.advance, timeout=2000)
        assert "µV" in window.measure.rows.accessibleDescription()
        visit.press(ENTER)
        assert visit.step is Step.PAIRS


def test_electrodes_stay_on_where_no_interval_is_wholly_beyond_the_healthy_limit(visit, face):
    face.full_uv[:2] = 110.0, 100.0
    visit.session.guide.go(Step.REPETITIONS)
    visit.press(ENTER)
    visit.wait_for(Step.REPETITIONS)
    assert "of less than" in visit.card()
    visit.press(ENTER)
    assert visit.step is Step.RESEAT
    assert "Not needed" in visit.card()
    assert "Re-seat [D]" in buttons(visit)
    visit.press(ENTER)
    assert visit.step is Step.LOCK
    assert visit.session.snapshot().streamed.placement == 1
