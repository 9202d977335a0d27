"""Prepare: a plan is begun, edited, examined and undone, by keyboard and by finger."""

from __future__ import annotations

import datetime as dt

import pytest
from conftest import settle
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from staging import StagedSession
from test_phases_by_keyboard import F, Keyboard, doses
from test_window_staged import words

from emg_dosing.examination import CONDITIONS, Examination
from emg_dosing.label_template import label_templates
from emg_dosing.plan import Plan, Syringe, Vial, parse_plan
from emg_dosing.preparation import prepare
from emg_signal.errors import PlanError
from emg_signal.montage import Side
from emg_ui.face_map import FaceMap
from emg_ui.plan_changes import mirrored_side, with_product
from emg_ui.plan_table import read_units
from emg_ui.theme import DARK, Look
from emg_ui.typed_answers import read_date, read_days, read_price, read_syringe, read_vial

TAB, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def opened(open_window, session, **how):
    window = open_window(session, **how)
    window.activateWindow()
    QApplication.processEvents()
    window.desk.show_phase(0)
    return window


@pytest.fixture
def window(open_window, staged):
    return opened(open_window, staged)


@pytest.fixture
def keys(qtbot, window):
    return Keyboard(qtbot, window)


def plan_of(session) -> Plan:
    plan = session.treatment.state.plan
    assert plan is not None
    return plan


def upper_face(tables, product="botox_cosmetic_us") -> Plan:
    template = max(label_templates(product, tables), key=lambda t: len(t.points))
    return Plan(product, template.points, vial=Vial(100, 2.5), syringe=Syringe(1.0, 0.01, 5.0))


class LastVisit:
    """A history with one earlier visit of the staged person."""

    def __init__(self, session, plan):
        self.subject = session.history.subject
        self.visits = ()
        self.problems = ()
        self._found = (plan, self)
        self.began = dt.datetime(2025, 10, 6, 9, tzinfo=dt.UTC)

    def last_plan(self, tables):
        return self._found


def test_units_are_typed_point_by_point(window, keys, staged):
    keys.press(F[1])
    keys.type("7")
    keys.press(Qt.Key.Key_Return)
    keys.type("6.5")
    keys.press(Qt.Key.Key_Return)
    assert doses(staged)["left medial"] == 7.0
    assert doses(staged)["left middle"] == 6.5
    assert staged.treatment.state.plan_version == 3
    assert window.desk.prepare.table.chosen == "left lateral"
    assert "left 19.5 U" in words(window.desk.prepare)


def test_what_is_no_amount_is_refused_and_said(window, keys, staged):
    keys.press(F[1], ENTER, ENTER)  # opened and left as it was
    assert "6 U" in window.desk.prepare.table.item(0, 1).text()
    assert staged.treatment.state.plan_version == 1
    keys.press(Qt.Key.Key_Up)
    keys.type("6")  # the same again
    keys.press(ENTER, Qt.Key.Key_Up)
    assert window.desk.prepare.table.item(0, 1).text() == "6 U"
    keys.type("7x")
    keys.press(Qt.Key.Key_Return)
    assert doses(staged)["left medial"] == 6.0
    assert "'7x' is not a number here" in words(window.desk.prepare)
    assert "left medial stays as it was" in words(window.desk.prepare)
    assert staged.treatment.state.plan_version == 1


@pytest.mark.parametrize(("text", "value"), [("6", 6.0), ("6,5", 6.5), ("6.5 U", 6.5)])
def test_plain_amounts_are_read(text, value):
    assert read_units(text) == value


@pytest.mark.parametrize("text", ["-6", "nan", "1e3", "1_000", "", "1000", "٣", "1.234"])
def test_what_may_be_read_otherwise_is_no_amount(text):
    with pytest.raises(PlanError):
        read_units(text)


def test_one_side_is_mirrored_and_undone(window, keys, staged):
    keys.press(F[1], Qt.Key.Key_M)
    assert doses(staged)["right medial"] == doses(staged)["left medial"] == 6.0
    assert float(staged.treatment.state.plan.units(side="right")) == 18.0
    keys.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert doses(staged)["right medial"] == 8.0


def test_a_point_is_removed_and_comes_back(window, keys, staged):
    keys.press(F[1], Qt.Key.Key_Down, Qt.Key.Key_Delete)
    assert "left middle" not in doses(staged)
    keys.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert list(doses(staged))[1] == "left middle"


def test_findings_follow_every_change(window, keys, staged):
    keys.press(F[1])
    before = words(window.desk.prepare.findings)
    assert "40 U" in before
    keys.type("16")
    keys.press(Qt.Key.Key_Return)
    settle(window)
    assert "50 U" in words(window.desk.prepare.findings)


def test_nothing_found_takes_one_key_and_leaves_exceptions_age_and_toxin(window, keys, staged):
    keys.press(F[1], TAB)
    assert QApplication.focusWidget() is window.desk.prepare.examination
    keys.press(Qt.Key.Key_End, modifier=CONTROL)
    keys.press(Qt.Key.Key_Y, Qt.Key.Key_A)
    examination = staged.treatment.state.examination
    assert examination.present == (list(CONDITIONS)[-1],)
    assert examination.not_asked == ("age", "last toxin")
    keys.press(Qt.Key.Key_Home, modifier=CONTROL)
    keys.type("44")
    keys.press(ENTER)
    keys.type("91")
    keys.press(ENTER)
    examination = staged.treatment.state.examination
    assert examination.complete
    assert examination.age_years == 44
    settle(window)
    assert "synkinesis" not in words(window.desk.prepare.findings)
    assert "91 days ago" in words(window.desk.prepare.findings)


def test_a_question_that_was_not_asked_is_no_answer(window, keys, staged):
    keys.press(F[1], TAB, *[Qt.Key.Key_Down] * 2, Qt.Key.Key_Y, Qt.Key.Key_Up)
    assert staged.treatment.state.examination.hypersensitivity is True
    keys.press(Qt.Key.Key_Backspace)
    assert staged.treatment.state.examination == Examination()


def test_a_condition_that_forbids_it_withdraws_the_suggestion(window, keys, staged):
    staged.show(staged.locked())
    assert staged.treatment.state.suggestion.changes
    keys.press(F[1], Qt.Key.Key_Tab)
    row = 2 + list(CONDITIONS).index("suspected_palsy")
    keys.press(*[Qt.Key.Key_Down] * row, Qt.Key.Key_Y)
    assert not staged.treatment.state.suggestion.changes


# -- a plan from nothing -------------------------------------------------------------------------


@pytest.fixture
def new_patient():
    return StagedSession(with_plan=False)


def test_a_new_patient_is_planned_from_a_label_by_keyboard_alone(open_window, new_patient, qtbot):
    window = opened(open_window, new_patient)
    keys = Keyboard(qtbot, window)
    assert "No plan yet" in words(window.desk.prepare)
    keys.press(F[1], Qt.Key.Key_N)
    keys.type("bot 16")
    keys.press(ENTER)
    keys.type("v100")
    keys.press(Qt.Key.Key_Down, ENTER)
    keys.press(Qt.Key.Key_S, ENTER, Qt.Key.Key_G, ENTER)
    keys.type("lC4711")
    keys.press(ENTER)
    keys.type("e2027-03")
    keys.press(ENTER)
    keys.press(TAB, Qt.Key.Key_A)
    keys.type("44")
    keys.press(ENTER, Qt.Key.Key_N)
    plan, state = plan_of(new_patient), new_patient.treatment.state
    assert (plan.product_id, len(plan.points), plan.total.units) == ("botox_cosmetic_us", 16, 64)
    assert (plan.vial, plan.syringe) == (Vial(100, 2.5), Syringe(1.0, 0.01))
    assert (plan.lot, plan.expires) == ("C4711", dt.date(2027, 3, 31))
    assert state.examination.complete
    assert prepare(plan, new_patient.tables).vials == 1
    assert not [f for f in state.findings if f.grade in ("limit", "stop", "warning")]
    assert keys.presses <= 60


def test_a_returning_patient_takes_at_most_forty_presses(open_window, new_patient, qtbot):
    last = upper_face(new_patient.tables)
    last = parse_plan(
        {**last.as_dict(), "product": {"id": last.product_id, "lot": "OLD1"}}, new_patient.tables
    )
    new_patient.history = LastVisit(new_patient, last)
    window = opened(open_window, new_patient)
    keys = Keyboard(qtbot, window)
    keys.press(F[1], Qt.Key.Key_B)
    assert plan_of(new_patient).lot is None  # the vial in the hand is another one
    keys.type("5")
    keys.press(ENTER)
    keys.type("lC4711")
    keys.press(ENTER)
    keys.type("e2027-03")
    keys.press(ENTER, TAB, Qt.Key.Key_A)
    keys.type("44")
    keys.press(ENTER)
    keys.type("147")
    keys.press(ENTER)
    plan = plan_of(new_patient)
    assert keys.presses <= 40
    assert (len(plan.points), plan.total.units, plan.lot) == (16, 65, "C4711")
    assert plan.expires == dt.date(2027, 3, 31)
    assert new_patient.treatment.state.examination.complete
    assert prepare(plan, new_patient.tables) is not None


def test_points_of_ones_own_are_placed_added_and_mirrored(open_window, new_patient, qtbot):
    window = opened(open_window, new_patient, look=Look(DARK, 2.0))
    keys = Keyboard(qtbot, window)
    keys.press(Qt.Key.Key_N)
    keys.type("dys own")
    keys.press(ENTER)
    keys.type("contour masseter left")
    keys.press(Qt.Key.Key_Down, ENTER)
    keys.type("30")
    keys.press(ENTER, Qt.Key.Key_A)
    keys.type("contour left")
    keys.press(Qt.Key.Key_Down, ENTER)
    assert len(plan_of(new_patient).points) == 2
    keys.press(Qt.Key.Key_M)
    plan = plan_of(new_patient)
    assert float(plan.units(side=Side.RIGHT)) == float(plan.units(side=Side.LEFT)) == 60.0
    assert len({p.id for p in plan.points}) == 4


def test_a_label_that_contradicts_itself_is_asked_about_before_any_volume(
    open_window, new_patient, qtbot
):
    window = opened(open_window, new_patient)
    keys = Keyboard(qtbot, window)
    keys.press(Qt.Key.Key_N)
    keys.type("azz own")
    keys.press(ENTER)
    keys.type("glab corr left")
    keys.press(ENTER)
    assert window.desk.prepare.chooser.is_asking  # its only vial: 19.84 against 20 U in 0.1 mL
    keys.press(F[4], F[1])
    assert not window.desk.prepare.chooser.isVisible()  # left open, and no key falls into it
    keys.type("10")
    keys.press(ENTER)
    keys.press(Qt.Key.Key_S, ENTER)
    assert prepare(plan_of(new_patient), new_patient.tables) is None
    assert "Say which counts (K)" in words(window.desk.prepare)
    keys.press(Qt.Key.Key_K, Qt.Key.Key_Down, ENTER)
    assert plan_of(new_patient).vial.concentration == "computed"
    assert prepare(plan_of(new_patient), new_patient.tables) is not None
    keys.press(Qt.Key.Key_N)
    keys.type("daxx gla")
    keys.press(ENTER, Qt.Key.Key_V, ENTER, ENTER)
    assert plan_of(new_patient).vial.concentration == "label"


def test_another_product_keeps_the_points_and_loses_the_units(staged):
    plan = with_product(plan_of(staged), "letybo_us", staged.tables)
    assert plan.total.units == 0
    assert (plan.vial, plan.lot, plan.expires) == (None, None, None)
    assert [p.id for p in plan.points] == [p.id for p in plan_of(staged).points]


def test_a_stated_reason_ends_the_warning_of_uneven_sides(window, keys, staged):
    keys.type("0")
    keys.press(ENTER)
    uneven = {f.rule_id for f in staged.treatment.state.findings}
    keys.type("rlow brow on the left")
    keys.press(ENTER)
    assert plan_of(staged).reason_for("forehead") == "low brow on the left"
    assert {f.rule_id for f in staged.treatment.state.findings} < uneven


def test_one_side_of_a_plan_becomes_both(staged):
    plan = plan_of(staged)
    left = parse_plan(
        {**plan.as_dict(), "point": [p.as_dict() for p in plan.at(side=Side.LEFT)]}, staged.tables
    )
    both = mirrored_side(left, Side.LEFT)
    assert float(both.units(side=Side.RIGHT)) == float(left.units()) == 18.0


# -- where points are ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("scale", "size"), [(1.0, (330, 420)), (1.0, (430, 560)), (2.0, (900, 640))]
)
def test_labels_of_a_full_upper_face_cover_nothing(staged, scale, size):
    face = FaceMap(look=Look(DARK, scale))
    face.resize(*size)
    plan = upper_face(staged.tables)
    face.show_plan(plan, plan.points[0].id)
    boxes = list(face.label_boxes().values())
    assert len(boxes) == len(plan.points) == 16
    for number, box in enumerate(boxes):
        assert face.rect().contains(box.toRect())
        assert not any(box.intersects(other) for other in boxes[number + 1 :])
    for point in plan.points:
        assert not any(box.contains(face.place_of(point)) for box in boxes)
    face.deleteLater()


def test_a_dragged_point_stays_where_it_was_put_and_on_its_side(window, qtbot, staged):
    face = window.desk.prepare.face
    point = plan_of(staged).points[1]
    start = face.place_of(point).toPoint()
    qtbot.mousePress(face, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(face, start + QPoint(9, 30))
    qtbot.mouseRelease(face, Qt.MouseButton.LeftButton, pos=start + QPoint(9, 30))
    moved = next(p for p in plan_of(staged).points if p.id == point.id)
    assert moved.drawn_at is not None
    assert (face.place_of(moved).toPoint() - start).manhattanLength() == pytest.approx(39, abs=3)
    assert window.desk.prepare.table.chosen == point.id
    again = parse_plan(plan_of(staged).as_dict(), staged.tables)
    assert again.points[1].drawn_at == moved.drawn_at
    here = face.place_of(moved).toPoint()
    qtbot.mousePress(face, Qt.MouseButton.LeftButton, pos=here)
    qtbot.mouseMove(face, here - QPoint(250, 0))
    qtbot.mouseRelease(face, Qt.MouseButton.LeftButton, pos=here - QPoint(250, 0))
    at = face.place_of(plan_of(staged).points[1])
    assert plan_of(staged).points[1].side is Side.LEFT
    assert at.x() > face.width() / 2


def test_a_run_of_arrow_keys_is_one_version_and_one_undo(window, keys, staged):
    window.desk.prepare.face.setFocus()
    version = staged.treatment.state.plan_version
    before = window.desk.prepare.face.place_of(plan_of(staged).points[0])
    keys.press(*[Qt.Key.Key_Down] * 6, *[Qt.Key.Key_Right] * 3)
    keys.press(F[4])
    assert staged.treatment.state.plan_version == version + 1
    keys.press(F[1])
    after = window.desk.prepare.face.place_of(plan_of(staged).points[0])
    assert after.y() > before.y()
    assert after.x() > before.x()  # on the screen's right, as the arrow says
    keys.press(Qt.Key.Key_Z, modifier=CONTROL)
    assert plan_of(staged).points[0].drawn_at is None


# -- undo ----------------------------------------------------------------------------------------


def test_everything_but_a_decision_is_undone_and_redone(window, keys, staged):
    first = plan_of(staged)
    keys.type("7")
    keys.press(ENTER, TAB, Qt.Key.Key_A)
    last = (plan_of(staged), staged.treatment.state.examination)
    keys.press(Qt.Key.Key_Z, Qt.Key.Key_Z, modifier=CONTROL)
    assert (plan_of(staged), staged.treatment.state.examination) == (first, Examination())
    keys.press(Qt.Key.Key_Z, Qt.Key.Key_Z, modifier=CONTROL | SHIFT)
    assert (plan_of(staged), staged.treatment.state.examination) == last
    staged.show(staged.locked())
    keys.press(F[3], Qt.Key.Key_A, F[1])
    decided = plan_of(staged)
    keys.press(Qt.Key.Key_Z, modifier=CONTROL)
    assert plan_of(staged) == decided
    assert "nothing to undo" in words(window.desk.prepare)


def test_what_was_changed_is_undone_after_the_text_was_made_larger(window, keys, staged):
    keys.type("7")
    keys.press(ENTER)
    keys.press(Qt.Key.Key_Plus, modifier=CONTROL)
    window.activateWindow()  # without a window manager a remade desk loses it
    QApplication.processEvents()
    keys.press(Qt.Key.Key_Z, modifier=CONTROL)
    assert doses(staged)["left medial"] == 6.0


# -- what is typed -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2027-03-31", dt.date(2027, 3, 31)),
        ("2028-02", dt.date(2028, 2, 29)),
        ("02/2028", dt.date(2028, 2, 29)),
        ("1.3.2027", dt.date(2027, 3, 1)),
    ],
)
def test_dates_of_a_vial_are_read(text, date):
    assert read_date(text).value == date


@pytest.mark.parametrize("text", ["03/04/2027", "2027-13", "31.2.2027", "27-03", "soon", "0000-00"])
def test_dates_that_are_none_or_two_are_refused(text):
    with pytest.raises(PlanError):
        read_date(text)


def test_vial_syringe_price_and_days_are_said_back_with_their_units():
    assert read_vial("100 in 2,5").value == Vial(100, 2.5)
    assert "4 U in 0.1 mL" in read_vial("100U 2.5ml").echo
    assert read_syringe("0.5 0,01 5").value == Syringe(0.5, 0.01, 5)
    assert read_price("180 eur", Vial(100, 2.5)).value == Vial(100, 2.5, None, 180, "EUR")
    assert read_days("2026-01-01", dt.date(2026, 3, 2)).value == 60


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (read_vial, "100"),
        (read_vial, "0 2.5"),
        (read_vial, "1.000 2.5"),
        (read_syringe, "0.01 1"),
        (read_syringe, "1"),
        (lambda text: read_price(text, Vial(1, 1)), "180 euros"),
        (lambda text: read_days(text, dt.date(2026, 3, 2)), "2026-03-03"),
    ],
)
def test_what_cannot_be_meant_is_refused(read, text):
    with pytest.raises(PlanError):
        read(text)


# -- hands ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_targets_are_large_enough_for_a_glove(open_window, staged, scale):
    window = opened(open_window, staged, look=Look(DARK, scale))
    prepare_screen = window.desk.prepare
    for button in prepare_screen.findChildren(QPushButton):
        if button.isVisible():
            assert min(button.height(), button.width()) >= 44 * scale, button.text()
    for table in (prepare_screen.table, prepare_screen.examination):
        assert min(table.rowHeight(row) for row in range(table.rowCount())) >= 44 * scale


def test_answers_change_with_one_press_of_a_finger(window, qtbot, staged):
    table = window.desk.prepare.examination
    at = table.visualItemRect(table.item(2, 1)).center()
    answers = []
    for _ in range(3):
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        answers.append(staged.treatment.state.examination.hypersensitivity)
    assert answers == [False, True, None]
