"""Prepare shows what label and trials gave in the chosen area, with the plan's marks in it."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from by_hand import F, Keyboard, cut_off, settle, words
from preparing import opened, upper_face

from emg_ui.text.theme import DARK, Look


@pytest.fixture
def window(open_window, staged):
    staged.treatment.set_plan(upper_face(staged.tables))
    found = opened(open_window, staged)
    settle(found)
    return found


def test_the_chosen_areas_doses_stand_under_the_units(window, staged, qtbot):
    prepare = window.desk.prepare
    keys = Keyboard(qtbot, window)
    keys.press(F[1])
    first = prepare.table.chosen_point.region
    strip = prepare.page.strip
    assert strip.isVisible()
    assert f"{first}, in all: ▬ label" in words(prepare)
    assert strip.accessibleDescription() in words(prepare)
    row = next(
        i for i, p in enumerate(staged.treatment.state.plan.points) if p.region == "lateral_canthal"
    )
    prepare.table.setCurrentCell(row, 1)
    settle(window)
    assert "crow's feet, per side: ▬ label" in words(prepare)
    if folder := os.environ.get("EVENHAND_PICTURES"):
        window.grab().save(f"{folder}/strip.png")


def test_who_gave_what_is_told_by_the_key_that_asks_about_numbers(window):
    prepare = window.desk.prepare
    told = [number.value for number in prepare.numbers(prepare.session.snapshot())]
    assert any(text.startswith("label: 20 units (S11") for text in told)
    assert any(text.startswith("studied: ") for text in told)


def test_label_trial_and_plan_are_drawn_where_their_numbers_are(window, qtbot):
    strip = window.desk.prepare.page.strip
    image = strip.grab().toImage()
    line = strip.fontMetrics().height()
    bands = window.desk.prepare._bands
    (label, *_) = [band for band in bands.bands if band.basis == "label"]
    at = round(strip.place_of(label.units[0]))
    assert image.pixelColor(at, round(0.8 * line) + 8).name() == DARK.good
    studied = next(band for band in bands.bands if band.basis == "studied")
    at = round(strip.place_of(studied.units[-1]))
    assert image.pixelColor(at, round(0.8 * line)).name() == DARK.note


def test_where_nothing_is_published_the_strip_goes_and_it_is_said(open_window, staged):
    window = opened(open_window, staged)
    settle(window)
    assert not window.desk.prepare.page.strip.isVisible()
    assert "forehead: no published dose here" in words(window.desk.prepare)


def test_a_row_chosen_before_a_new_plan_is_shown_asks_for_no_area_that_is_gone(window, staged):
    prepare = window.desk.prepare
    plan = staged.treatment.state.plan
    gone = prepare.table.chosen_point.region
    rest = tuple(point for point in plan.points if point.region != gone)
    staged.treatment.set_plan(replace(plan, points=rest))
    rows = [i for i, point in enumerate(plan.points) if point.region == gone]
    prepare.table.setCurrentCell(rows[1], 1)
    assert not prepare.page.strip.isVisible()
    settle(window)
    assert prepare.page.strip.isVisible()
    assert prepare.table.chosen_point.region != gone


@pytest.mark.parametrize(("scale", "size"), [(1.0, (1280, 720)), (2.0, (1280, 800))])
def test_the_strip_leaves_room_for_everything(open_window, staged, scale, size):
    staged.treatment.set_plan(upper_face(staged.tables))
    window = opened(open_window, staged, look=Look(scale=scale))
    window.resize(*size)
    settle(window)
    assert cut_off(window) == []
