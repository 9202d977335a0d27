"""A plan is begun from a label, the last visit or nothing, by keyboard alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from by_hand import F, Keyboard, words
from preparing import CONTROL, ENTER, TAB, EarlierVisits, opened, plan_of, upper_face
from PySide6.QtCore import Qt
from staging import TABLES, StagedSession

from emg_dosing.check import check_plan
from emg_dosing.plan import Syringe, Vial, parse_plan
from emg_dosing.preparation import prepare
from emg_dosing.rows import ProductRow
from emg_session.files import load_plan, save_plan
from emg_signal.montage import Side
from emg_ui.prepare.plan_changes import mirrored_side, with_product
from emg_ui.prepare.plan_files import open_question
from emg_ui.text.theme import DARK, Look
from emg_ui.visit.run_request import demo_plan_path


@pytest.fixture
def window(open_window, staged):
    return opened(open_window, staged)


@pytest.fixture
def keys(qtbot, window):
    return Keyboard(qtbot, window)


@pytest.fixture
def new_patient():
    return StagedSession(with_plan=False)


def test_a_new_patient_is_planned_from_a_label_by_keyboard_alone(open_window, new_patient, qtbot):
    window = opened(open_window, new_patient)
    keys = Keyboard(qtbot, window)
    assert "No plan yet" in words(window.desk.prepare)
    keys.press(F[1])
    keys.press(Qt.Key.Key_N, modifier=CONTROL)
    keys.type("bot 16")
    keys.press(ENTER)
    keys.type("v100")
    keys.press(Qt.Key.Key_Down, ENTER)
    keys.press(Qt.Key.Key_S, ENTER, Qt.Key.Key_G, ENTER)
    keys.type("lC4711")
    keys.press(ENTER)
    keys.type("e2027-03")
    keys.press(ENTER)
    keys.press(TAB)
    keys.press(Qt.Key.Key_E, modifier=CONTROL)
    keys.type("44")
    keys.press(ENTER, Qt.Key.Key_N)
    plan, state = plan_of(new_patient), new_patient.treatment.state
    assert (plan.product_id, len(plan.points), plan.total.units) == ("botox_cosmetic_us", 16, 64)
    assert (plan.vial, plan.syringe) == (Vial(100, 2.5), Syringe(1.0, 0.01))
    assert (plan.lot, plan.expires) == ("C4711", dt.date(2027, 3, 31))
    assert not state.examination.not_asked
    assert prepare(plan, new_patient.tables).vials == 1
    assert not [f for f in state.findings if f.grade in ("limit", "stop", "warning")]
    assert keys.presses <= 60


def test_a_returning_patient_takes_at_most_forty_presses(open_window, new_patient, qtbot):
    last = upper_face(new_patient.tables)
    last = parse_plan(
        {**last.as_dict(), "product": {"id": last.product_id, "lot": "OLD1"}}, new_patient.tables
    )
    new_patient.history = EarlierVisits(new_patient, last)
    window = opened(open_window, new_patient)
    keys = Keyboard(qtbot, window)
    keys.press(F[1], Qt.Key.Key_B)
    assert plan_of(new_patient).lot is None  # the vial in the hand is another one
    keys.type("5")
    keys.press(ENTER)
    keys.type("lC4711")
    keys.press(ENTER)
    keys.type("e2027-03")
    keys.press(ENTER, TAB)
    keys.press(Qt.Key.Key_E, modifier=CONTROL)
    keys.type("44")
    keys.press(ENTER)
    keys.type("147")
    keys.press(ENTER, ENTER)
    plan = plan_of(new_patient)
    assert keys.presses <= 40
    assert (len(plan.points), plan.total.units, plan.lot) == (16, 65, "C4711")
    assert plan.expires == dt.date(2027, 3, 31)
    assert not new_patient.treatment.state.examination.not_asked
    assert prepare(plan, new_patient.tables) is not None


def test_an_older_visit_is_chosen_by_its_date(open_window, new_patient, qtbot):
    newest = upper_face(new_patient.tables)
    older = newest.with_units({newest.points[0].id: 7.0})
    new_patient.history = EarlierVisits(new_patient, newest, older)
    window = opened(open_window, new_patient)
    keys = Keyboard(qtbot, window)
    keys.press(F[1])
    keys.press(Qt.Key.Key_N, modifier=CONTROL)
    keys.type("2024-10-06")
    keys.press(ENTER)
    assert plan_of(new_patient).points[0].dose.units == 7.0


def test_points_of_ones_own_are_placed_added_and_mirrored(open_window, new_patient, qtbot):
    window = opened(open_window, new_patient, look=Look(DARK, 2.0))
    keys = Keyboard(qtbot, window)
    keys.press(Qt.Key.Key_N, modifier=CONTROL)
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
    keys.press(Qt.Key.Key_N, modifier=CONTROL)
    keys.type("azz own")
    keys.press(ENTER)
    keys.type("glab corr left")
    keys.press(ENTER)
    assert window.desk.prepare.chooser.isVisible()  # its only vial: 19.84 against 20 U in 0.1 mL
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
    keys.press(Qt.Key.Key_N, modifier=CONTROL)
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


def test_a_plan_is_saved_as_a_file_and_begun_from_it(
    open_window, staged, new_patient, qtbot, tmp_path
):
    path = tmp_path / "my plan.toml"
    window = opened(open_window, staged)
    keys = Keyboard(qtbot, window)
    keys.press(F[1])
    keys.press(Qt.Key.Key_S, modifier=CONTROL)
    keys.type(str(path))
    keys.press(ENTER)
    assert f"Saved as {path}" in words(window.desk.prepare)
    assert load_plan(path, staged.tables) == plan_of(staged)
    keys.press(Qt.Key.Key_S, modifier=CONTROL)
    keys.type(str(path))
    keys.press(ENTER)
    assert "never overwritten" in words(window.desk.prepare)
    window.close()

    keys = Keyboard(qtbot, opened(open_window, new_patient))
    keys.press(F[1])
    keys.press(Qt.Key.Key_N, modifier=CONTROL)
    keys.type("plan file")
    keys.press(ENTER)
    keys.type(str(path))
    keys.press(ENTER)
    assert plan_of(new_patient) == plan_of(staged)


def test_opening_a_plan_file_is_undone(window, keys, staged, tmp_path):
    path = tmp_path / "other.toml"
    save_plan(path, upper_face(staged.tables))
    before = plan_of(staged)
    keys.press(F[1], Qt.Key.Key_O)
    keys.type(str(path))
    keys.press(ENTER)
    assert len(plan_of(staged).points) == 16
    keys.press(Qt.Key.Key_Z, modifier=CONTROL)
    assert plan_of(staged) == before


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "There is no file"), (b"\xff", "not a text file"), (b"schema = 9", "Plan: ")],
)
def test_a_plan_file_that_cannot_be_used_is_said_and_changes_nothing(
    window, keys, staged, tmp_path, content, said
):
    path, before = tmp_path / "bad.toml", plan_of(staged)
    if content is not None:
        path.write_bytes(content)
    keys.press(F[1], Qt.Key.Key_O)
    keys.type(str(path))
    keys.press(ENTER)
    assert said in words(window.desk.prepare)
    assert plan_of(staged) == before


def test_every_plan_reads_back_equal_from_its_file(staged, tmp_path):
    plan = upper_face(staged.tables)
    plan = replace(
        plan, subject="Ö 'quoted' \\", reasons=(("forehead", "low brow"),),
        expires=dt.date(2031, 6, 30), lot='"', goal="full",
    )  # fmt: skip
    save_plan(tmp_path / "plan.toml", plan)
    assert load_plan(tmp_path / "plan.toml", staged.tables) == plan


def test_an_editors_lock_beside_the_plans_hides_none_of_them(staged, tmp_path):
    save_plan(tmp_path / "plan.toml", plan_of(staged))
    for name in (".#plan.toml", "moved.toml"):
        (tmp_path / name).symlink_to(tmp_path / "not there")
    asked = open_question(tmp_path / "x", staged.tables, print, print)
    assert [choice.value.name for choice in asked.choices] == ["plan.toml", "moved.toml"]


def test_every_product_can_be_chosen_for_the_points_of_a_plan():
    """A vial whose content was not read is none of 0 units: dividing by it ended the screen."""
    points = load_plan(demo_plan_path(), TABLES)
    for row in TABLES.all(ProductRow):
        plan = with_product(points, row.id, TABLES)
        assert plan.vial is None or plan.vial.units > 0
        assert check_plan(plan, TABLES)
        prepare(plan, TABLES)
