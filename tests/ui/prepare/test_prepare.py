"""Prepare: points are typed, mirrored, moved, removed and undone, by keyboard and by finger."""

from __future__ import annotations

import pytest
from by_hand import F, Keyboard, doses, settle, words
from preparing import CONTROL, ENTER, SHIFT, TAB, opened, plan_of, upper_face
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from emg_dosing.examination import Examination
from emg_dosing.plan import Point, parse_plan
from emg_dosing.values import Dose
from emg_signal.errors import PlanError
from emg_signal.montage import Side
from emg_ui.face.face_map import FaceMap
from emg_ui.face.nearer import nearer_region
from emg_ui.face.places import SIDED
from emg_ui.text.theme import DARK, Look
from emg_ui.text.typed_answers import read_units


@pytest.fixture
def window(open_window, staged):
    return opened(open_window, staged)


@pytest.fixture
def keys(qtbot, window):
    return Keyboard(qtbot, window)


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
    assert "left 19.5 units" in words(window.desk.prepare)


def test_what_is_no_amount_is_refused_and_said(window, keys, staged):
    keys.press(F[1], ENTER, ENTER)  # opened and left as it was
    assert "6 units" in window.desk.prepare.table.item(0, 1).text()
    assert staged.treatment.state.plan_version == 1
    keys.press(Qt.Key.Key_Up)
    keys.type("6")  # the same again
    keys.press(ENTER, Qt.Key.Key_Up)
    assert window.desk.prepare.table.item(0, 1).text() == "6 units"
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


def test_a_sides_total_is_shared_as_its_points_are_and_undone(window, keys, staged):
    keys.press(F[1], *[Qt.Key.Key_Down] * 3, Qt.Key.Key_T)  # right medial: 8, 8 and 6 U
    keys.type("33")
    keys.press(ENTER)
    now = doses(staged)
    assert [now[f"right {place}"] for place in ("medial", "middle", "lateral")] == [12, 12, 8]
    assert "33 units is no whole number of graduations" in words(window.desk.prepare)
    assert [now[f"left {place}"] for place in ("medial", "middle", "lateral")] == [6, 6, 6]
    keys.press(Qt.Key.Key_T)
    keys.type("44")
    keys.press(ENTER)
    now = doses(staged)
    assert [now[f"right {place}"] for place in ("medial", "middle", "lateral")] == [16, 16, 12]
    assert "whole number" not in words(window.desk.prepare)
    keys.press(*[Qt.Key.Key_Z] * 2, modifier=CONTROL)
    assert doses(staged)["right lateral"] == 6


def test_no_number_stands_in_an_empty_dose_field(window, keys):
    keys.press(F[1], Qt.Key.Key_Down, Qt.Key.Key_T)
    field = window.desk.prepare.chooser.field
    assert field.isVisible()
    assert not any(map(str.isdigit, field.placeholderText())), "an example is an anchor"


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


def test_what_is_typed_at_a_point_that_is_removed_is_no_other_points_dose(
    window, keys, staged, qtbot
):
    prepare = window.desk.prepare
    keys.press(F[1], Qt.Key.Key_Return)
    keys.type("9")
    qtbot.mouseClick(prepare.page.bar.buttons["Del"], Qt.MouseButton.LeftButton)
    prepare.page.face.setFocus()
    QApplication.processEvents()
    assert "left medial" not in doses(staged)
    assert doses(staged)["left middle"] == 6.0
    prepare.table.setFocus()
    keys.type("5")
    keys.press(Qt.Key.Key_Return)
    assert doses(staged)["left middle"] == 5.0


def test_findings_follow_every_change(window, keys, staged):
    keys.press(F[1])
    before = words(window.desk.prepare.findings)
    assert "40 units" in before
    keys.type("16")
    keys.press(Qt.Key.Key_Return)
    settle(window)
    assert "50 units" in words(window.desk.prepare.findings)


@pytest.mark.parametrize(
    ("scale", "size"), [(1.0, (330, 420)), (1.0, (430, 560)), (2.0, (900, 640))]
)
def test_labels_of_a_full_upper_face_cover_nothing(staged, scale, size):
    face = FaceMap(None, look=Look(DARK, scale))
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


def drag(qtbot, face, point, to):
    start = face.place_of(point).toPoint()
    qtbot.mousePress(face, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(face, to)
    qtbot.mouseRelease(face, Qt.MouseButton.LeftButton, pos=to)


def test_a_point_that_is_dragged_onto_another_regions_muscle_is_remarked_on(window, qtbot, staged):
    staged.set_plan(upper_face(staged.tables))
    settle(window)
    prepare = window.desk.prepare
    points = plan_of(staged).points
    forehead = next(p for p in points if p.region == "forehead" and p.side is Side.LEFT)
    procerus = next(p for p in points if p.muscle == "procerus")
    beside = prepare.face.place_of(forehead).toPoint() + QPoint(9, -9)
    drag(qtbot, prepare.face, forehead, beside)
    assert "▲ forehead" not in words(prepare)
    at = prepare.face.place_of(procerus).toPoint() + QPoint(12, 0)
    drag(qtbot, prepare.face, next(p for p in plan_of(staged).points if p.id == forehead.id), at)
    said = words(prepare)
    assert "▲ forehead left" in said
    assert "nearer to where glabella is injected than forehead" in said
    assert next(p for p in plan_of(staged).points if p.id == forehead.id).region == "forehead"


def test_no_usual_place_is_nearer_to_another_regions(staged):
    for region, places in SIDED.items():
        muscle = staged.tables.region(region).muscles[0]
        for place in places:
            dose = Dose(2.0, plan_of(staged).product_id)
            point = Point("p", region, muscle, Side.LEFT, dose, drawn_at=place)
            assert nearer_region(point, staged.tables) is None, (region, place)


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


def test_everything_but_a_decision_is_undone_and_redone(window, keys, staged):
    first = plan_of(staged)
    keys.type("7")
    keys.press(ENTER, TAB)
    keys.press(Qt.Key.Key_E, modifier=CONTROL)
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
