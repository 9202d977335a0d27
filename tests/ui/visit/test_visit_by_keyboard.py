"""A visit without a board, and the change from one person to the next, by keyboard alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from by_hand import F, Keyboard, PatientHand, settle, words
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from emg_device.devices import FoundDevice
from emg_dosing.tables import load_tables
from emg_session.clocks import Clocks
from emg_session.files import load_plan
from emg_session.no_board import NoBoardVisit
from emg_session.record_folder import new_record
from emg_session.stored import read_session
from emg_session.visit import VisitSetup
from emg_session.visits import VisitFolder
from emg_signal.chunk import Origin
from emg_signal.errors import EmgError
from emg_ui.command_line import run
from emg_ui.frame.window import Window
from emg_ui.train.train_screen import TrainScreen
from emg_ui.visit.person_chooser import PersonChooser
from emg_ui.visit.run_request import demo_plan_path
from emg_ui.visit.visit_door import VisitChoice, VisitDoor
from emg_ui.visit.visit_request import VisitRequest, make_visit


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "sessions"


@pytest.fixture
def begin(qapp, folder, qtbot):
    """Return a function that opens the window on a visit, and its keyboard."""
    windows = []

    def open_on(**asked):
        session = make_visit(VisitRequest(folder=folder, **asked))
        session.start()
        door = VisitDoor(folder, ports=lambda: ())
        window = Window(session, door=door, train=TrainScreen.of, now_s=PatientHand())
        windows.append(window)
        window.resize(1280, 800)
        window.show()
        window.start()
        window.activateWindow()
        settle(window)
        return window, Keyboard(qtbot, window)

    yield open_on
    for window in windows:
        window.close()
        window.deleteLater()
    qapp.processEvents()
    # As in conftest: outside an event loop nothing is deleted "later".
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_visit_is_prepared_given_and_reviewed_without_a_board(begin, folder):
    window, keys = begin(person="M-012", plan=demo_plan_path())
    assert window.phase is window.desk.prepare
    assert "M-012" in words(window.desk)
    assert "NO BOARD" in words(window.desk)
    assert "on record" in words(window.desk)
    keys.press(F[2])
    assert "Nothing is measured in this visit" in words(window.phase)
    keys.press(F[4])
    for _ in window.session.treatment.state.plan.points:
        keys.press(Qt.Key.Key_Space)
    keys.press(F[5])
    settle(window)
    assert "in all 40 units of 40 units" in window.desk.review.page.toPlainText()
    window.close()
    visit = VisitFolder(folder).visits("M-012")[0]
    assert len(visit.given) == 6
    assert {tick.lot for tick in visit.given} == {"DEMO-2201"}
    assert read_session(visit.head.path).sealed


def test_sheet_and_page_are_printed_by_keyboard(begin, folder):
    window, keys = begin(person="M-012", plan=demo_plan_path())
    control = Qt.KeyboardModifier.ControlModifier
    keys.press(F[4], Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_P, modifier=control)
    keys.press(Qt.Key.Key_Return)
    assert "Printed to" in words(window.phase)
    keys.press(F[5])
    keys.press(Qt.Key.Key_P, modifier=control)
    keys.press(Qt.Key.Key_Return)
    assert "Printed to" in words(window.phase)
    pages = [
        len(re.findall(rb"/Type /Page\b", path.read_bytes()))
        for path in sorted(folder.glob("*.pdf"))
    ]
    assert sorted(pages) == [2, 3]  # what was not asked takes the sheet beyond one page
    assert not any("M-012" in path.name for path in folder.iterdir())


def test_the_lot_is_asked_for_before_the_first_tick(begin):
    window, keys = begin(person="M-012", plan=demo_plan_path())
    treatment = window.session.treatment
    treatment.set_plan(replace(treatment.state.plan, lot=None))
    keys.press(F[4], Qt.Key.Key_Space)
    assert "Lot of the vial?" in words(window.phase)
    assert treatment.state.given == ()
    keys.type("X7")
    keys.press(Qt.Key.Key_Return)
    assert treatment.state.plan.lot == "X7"
    keys.press(Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert [tick.lot for tick in treatment.state.given] == ["X7", "X7"]


def test_a_key_that_is_held_down_ticks_one_point(begin, qtbot):
    from PySide6.QtGui import QKeyEvent

    window, keys = begin(person="M-012", plan=demo_plan_path())
    keys.press(F[4], Qt.Key.Key_Space)
    held = QKeyEvent(
        QKeyEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True, 5
    )
    QApplication.sendEvent(window.desk.inject.sheet, held)
    assert len(window.session.treatment.state.given) == 1


def test_what_was_given_otherwise_than_planned_is_seen(begin):
    window, keys = begin(person="M-012", plan=demo_plan_path())
    treatment = window.session.treatment
    keys.press(F[4], Qt.Key.Key_Space)
    plan = treatment.state.plan
    treatment.set_plan(replace(plan.with_units({"left medial": 9.0}), points=plan.points[1:]))
    settle(window)
    sheet = window.desk.inject.sheet
    texts = [sheet.item(sheet.rowCount() - 1, column).text() for column in range(5)]
    assert texts[0] == "✓"
    assert texts[1] == "left medial, not planned any more"
    sheet.setCurrentCell(sheet.rowCount() - 1, 1)
    keys.press(Qt.Key.Key_Backspace)
    assert treatment.state.given == ()


def test_the_next_person_is_chosen_by_keyboard_and_gets_a_file_of_their_own(begin, folder):
    begin(person="M-013", plan=demo_plan_path())[0].close()
    window, keys = begin(person="M-012", plan=demo_plan_path())
    first = window.session
    keys.press(Qt.Key.Key_O, modifier=Qt.KeyboardModifier.ControlModifier)
    assert isinstance(window.phase, PersonChooser)
    assert "M-012" in words(window.desk)
    keys.type("m 013")
    assert "New label. Is it the person of M-013?" in words(window.phase)
    keys.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert "Known: 1 visit(s)" in words(window.phase)
    window.phase.again.setChecked(False)
    keys.press(Qt.Key.Key_Return)
    assert first.ended.is_set()
    assert window.session.treatment.subject == "M-013"
    assert window.session.treatment.state.plan is None
    assert window.phase is window.desk.prepare
    settle(window)
    assert "M-013" in words(window.desk)
    assert "M-012" not in words(window.desk)
    assert [v.began for v in VisitFolder(folder).heads()]
    assert len(list(folder.iterdir())) >= 3


def test_a_visit_of_today_goes_on_with_its_ticks(begin, folder):
    window, keys = begin(person="M-012", plan=demo_plan_path())
    keys.press(F[4], Qt.Key.Key_Space)
    window.close()
    window, keys = begin()
    window.visits.choose_person()
    keys.type("M-012")
    assert "Go on with today's visit" in window.phase.again.text()
    keys.press(Qt.Key.Key_Return)
    assert [tick.point.id for tick in window.session.treatment.state.given] == ["left medial"]
    keys.press(F[4], Qt.Key.Key_Space)
    window.close()
    assert len(VisitFolder(folder).visits("M-012")) == 1
    assert len(VisitFolder(folder).visits("M-012")[0].given) == 2


def test_a_returning_person_is_treated_in_at_most_forty_presses(begin, folder):
    began = (datetime.now().astimezone() - timedelta(days=120)).isoformat()
    tables = load_tables()
    earlier = NoBoardVisit(
        VisitSetup(
            subject="M-012",
            tables=tables,
            plan=load_plan(demo_plan_path(), tables),
            record=new_record(folder, began),
            clocks=Clocks(utc=lambda: began),
        )
    )
    with earlier:
        earlier.treatment.give("left medial", at_utc=began)
    window, keys = begin(person="M-013")
    control = Qt.KeyboardModifier.ControlModifier
    keys.press(Qt.Key.Key_O, modifier=control)
    keys.type("012")
    keys.press(Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Return)
    settle(window)
    assert window.session.treatment.subject == "M-012"
    keys.press(*[Qt.Key.Key_N] * 6)  # what happened since the injection is asked first
    keys.press(Qt.Key.Key_B)
    plan = window.session.treatment.state.plan
    assert float(plan.total.units) == 40.0
    keys.press(F[4], Qt.Key.Key_Space)
    if not plan.lot:
        keys.type("X7")
        keys.press(Qt.Key.Key_Return, Qt.Key.Key_Space)
    for _ in plan.points[1:]:
        keys.press(Qt.Key.Key_Space)
    keys.press(F[5])
    settle(window)
    assert keys.presses <= 40
    page = window.desk.review.page.toPlainText()
    assert "in all 40 units of 40 units" in page
    assert "6 units given, 0 measurement(s)" in page
    assert "review from day 14" in page


def test_a_wrong_choice_is_said_and_leaves_the_visit_open(begin):
    window, keys = begin(person="M-012", plan=demo_plan_path())
    window.visits.choose_person()
    keys.press(Qt.Key.Key_Return)
    assert "Type a label" in words(window.phase)
    keys.type("M-014")
    window.phase.board.setEditText("nonesuch:/dev/nowhere")
    keys.press(Qt.Key.Key_Return)
    assert "nonesuch" in words(window.phase)
    assert not window.session.ended.is_set()
    keys.press(Qt.Key.Key_Escape)
    assert window.phase is window.desk.prepare
    assert window.session.treatment.subject == "M-012"


def test_simulated_people_are_listed_apart(begin, folder):
    begin(person="M-012")[0].close()
    window, _ = begin(person="M-013")
    window.visits.choose_person()
    people = window.phase.people
    assert people.count() == 2
    window.phase.board.setCurrentIndex(1)
    assert people.count() == 0
    assert VisitFolder(folder).people(origin=Origin.SIMULATED) == ()


@pytest.mark.real_time
def test_a_simulated_visit_is_kept_apart_from_a_real_one_of_the_same_label(folder):
    real = make_visit(VisitRequest("M-012", demo_plan_path(), folder=folder))
    real.start()
    door = VisitDoor(folder, ports=lambda: ())
    simulated = door.open(VisitChoice("M-012", "virtual?link=memory"), real)
    assert real.ended.is_set()
    assert simulated.snapshot().origin is Origin.SIMULATED
    assert simulated.history.visits == ()
    assert simulated.history.apart == 1
    assert simulated.treatment.state.plan is None  # neither the demonstration's plan nor its lot
    simulated.set_plan(load_plan(demo_plan_path(), simulated.tables))
    simulated.treatment.give("left medial", at_utc="2026-03-02T09:00:00+00:00")
    again = door.open(VisitChoice("M-012"), simulated)
    assert len(again.history.visits) == 1
    assert again.history.visits[0].given == ()
    assert again.history.apart == 1
    again.stop()
    assert VisitFolder(folder).people(origin=Origin.SIMULATED) == ("M-012",)


def test_a_board_that_cannot_be_reached_leaves_the_visit_before_open(folder):
    before = make_visit(VisitRequest("M-012", demo_plan_path(), folder=folder))
    before.start()
    door = VisitDoor(folder, ports=lambda: ())
    with pytest.raises(EmgError, match="/dev/no-such-port"):
        door.open(VisitChoice("M-013", "cyton:/dev/no-such-port"), before)
    assert not before.ended.is_set()
    before.treatment.give("left medial", at_utc="2026-03-02T09:00:00+00:00")
    before.stop()
    (visit,) = VisitFolder(folder).visits("M-012")
    assert [tick.point.id for tick in visit.given] == ["left medial"]


@pytest.mark.parametrize(
    ("arguments", "words_of_it"),
    [
        (["visit", "--person", "x" * 201], "201 letters is too long"),
        (["visit", "--again", "nowhere.evenhand"], "There is no file"),
        (["visit", "--again", "a", "--person", "b"], "Leave --person"),
        (["visit", "--plan", "nowhere.toml"], "There is no file"),
    ],
)
def test_a_visit_that_cannot_be_is_refused_in_one_line(arguments, words_of_it, capsys, tmp_path):
    assert run(arguments) == 2
    error = capsys.readouterr().err
    assert words_of_it in error
    assert error.count("\n") == 1


@pytest.mark.parametrize("device", ["virtual:typical", "virtual:laboratory"])
def test_a_typed_label_does_not_slip_into_a_visit_on_the_virtual_patient(begin, folder, device):
    window, keys = begin(person="M-012", plan=demo_plan_path())
    window.visits._door.device = device  # as after a start without arguments
    keys.press(Qt.Key.Key_O, modifier=Qt.KeyboardModifier.ControlModifier)
    chooser, chosen = window.phase, []
    chooser.chosen.disconnect()
    chooser.chosen.connect(chosen.append)
    keys.type("M-500")
    keys.press(Qt.Key.Key_Return)
    assert chosen == []
    assert "nobody would be measured" in words(chooser)
    keys.press(Qt.Key.Key_Return)
    assert [(choice.person, choice.device) for choice in chosen] == [("M-500", device)]


def test_the_list_of_boards_says_what_a_port_needs(begin, folder):
    window, keys = begin(person="M-012", plan=demo_plan_path())
    busy = FoundDevice(
        "/dev/ttyUSB0",
        "dongle",
        "cyton:/dev/ttyUSB0",
        problem="in use",
        remedy="Close that program.",
    )
    window.visits._door._ports = lambda: (busy,)
    keys.press(Qt.Key.Key_O, modifier=Qt.KeyboardModifier.ControlModifier)
    chooser = window.phase
    chooser.board.setCurrentIndex(chooser.board.findData("cyton:/dev/ttyUSB0"))
    assert "Close that program. (at the computer, outside this program)" in words(chooser)
    chooser.board.setCurrentIndex(0)
    assert not chooser._board_says.isVisibleTo(chooser)
