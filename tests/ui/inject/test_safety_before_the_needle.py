"""Inject: what stands against the plan is named in full, and one reason each lets it go on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import Keyboard, settle, words
from preparing import ENTER, opened
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from emg_dosing.examination import Examination
from emg_signal.errors import PlanError

INJECT, REVIEW = 3, 4


@pytest.fixture
def window(open_window, staged):
    plan = staged.treatment.state.plan
    staged.set_plan(replace(plan, lot="L1"))
    return opened(open_window, staged)


def examine(staged, **answers):
    staged.treatment.set_examination(replace(Examination.nothing_found(), **answers))
    staged.show(staged.live())


def at_inject(window):
    window.desk.show_phase(INJECT)
    return window.desk.inject


def test_a_yes_to_pregnancy_is_seen_on_every_screen(window, staged):
    examine(staged, pregnancy_or_lactation=True)
    for phase in (0, 2, INJECT, REVIEW):
        window.desk.show_phase(phase)
        settle(window)
        said = words(window.desk.phase)
        assert "pregnancy or breast-feeding" in said, window.desk.phase.title
        assert "Postpone the treatment" in said


def test_a_contraindication_is_red_and_named_where_the_needle_goes_in(window, staged):
    examine(staged, hypersensitivity=True)
    inject = at_inject(window)
    label = next(
        part
        for part in inject.safety.findChildren(QLabel)
        if "Hypersensitivity to the product" in part.text()
    )
    assert label.property("tone") == "bad"
    assert label.isVisible()


def test_a_tick_waits_for_one_reason_per_finding_and_asks_once(qtbot, window, staged):
    examine(staged, hypersensitivity=True, infection_at_site=True)
    inject, keys = at_inject(window), Keyboard(qtbot, window)
    keys.press(Qt.Key.Key_Space)
    assert not staged.treatment.state.given
    assert inject.going_on.isVisible()
    keys.type("known, mild")
    keys.press(ENTER)  # the name is missing: it is asked for
    assert not staged.treatment.state.overrides
    keys.type("AB")
    keys.press(ENTER)
    assert inject.going_on.isVisible()  # the second finding
    keys.type("one healed spot, not injected")
    keys.press(ENTER)
    assert not inject.going_on.isVisible()
    assert [o.by for o in staged.treatment.state.overrides] == ["AB", "AB"]
    assert "Went on all the same: known, mild (AB)" in words(inject.safety)
    inject.give()
    assert len(staged.treatment.state.given) == 1
    kinds = [kind for kind, _ in staged.events]
    assert kinds[-4:] == ["override", "override", "safety", "given"]
    override = next(body for kind, body in staged.events if kind == "override")
    assert override["reason"] == "known, mild"
    assert override["finding"]


def test_escape_gives_nothing_and_goes_on_with_nothing(qtbot, window, staged):
    examine(staged, hypersensitivity=True)
    inject, keys = at_inject(window), Keyboard(qtbot, window)
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Escape)
    assert not inject.going_on.isVisible()
    assert not staged.treatment.state.overrides
    assert not staged.treatment.state.given


def test_no_way_round_the_screen_gives_against_a_finding(staged):
    plan = staged.treatment.state.plan
    staged.set_plan(replace(plan, lot="L1"))
    examine(staged, hypersensitivity=True)
    with pytest.raises(PlanError, match="Nothing is given while this stands"):
        staged.treatment.give(plan.points[0].id, at_utc="2026-03-02T09:30:00+00:00")
    with pytest.raises(ValueError, match="waits for a reason"):
        staged.treatment.go_on("something else", reason="x", by="AB", at_utc="")


def test_what_was_not_asked_is_named_in_inject_and_on_review(window, staged):
    staged.treatment.set_examination(Examination())
    for phase in (INJECT, REVIEW):
        window.desk.show_phase(phase)
        settle(window)
        said = words(window.desk.phase)
        assert "Not asked:" in said
        assert "hypersensitivity to a botulinum toxin" in said
        assert "synkinesis" in said


def test_a_product_without_a_licence_in_the_country_stops_on_every_screen(window, staged):
    examine(staged)
    staged.treatment.set_country("DE")
    staged.show(staged.live())
    for phase in (0, 2, INJECT, REVIEW):
        window.desk.show_phase(phase)
        settle(window)
        assert "has no licence in DE" in words(window.desk.phase), window.desk.phase.title
    at_inject(window).give()
    assert window.desk.inject.going_on.isVisible()
    assert not staged.treatment.state.given
    staged.treatment.set_country("US")
    assert not any(item.blocks for item in staged.treatment.state.safety)
