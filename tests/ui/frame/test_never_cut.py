"""A point's name, a lot and an expiry are never cut: half of one is the name of another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import settle
from preparing import plan_of, upper_face
from PySide6.QtWidgets import QLabel
from staging import StagedSession

from emg_ui.inject.injection_sheet import NAME
from emg_ui.text.language import shown
from emg_ui.text.theme import DARK, Look
from emg_ui.text.translation import choose_language

SIZES = ((960, 600), (1024, 700), (1280, 800))
LEFT = {"en": "6 of 6 points to give", "de": "noch 6 von 6 Punkten"}
LOT = "C7654-A3/2201-EU"


@pytest.fixture(params=["en", "de"])
def language(request):
    choose_language(request.param)
    yield request.param
    choose_language("en")


def cut_cells(table, column):
    """Return every text of a column that has too little room."""
    found = []
    for row in range(table.rowCount()):
        item = table.item(row, column)
        rect = table.visualItemRect(item)
        advance = table.fontMetrics().horizontalAdvance
        widest = max(advance(word) for word in item.text().split())
        needed = table.sizeHintForRow(row)  # as Qt breaks the lines when it draws them
        if widest > rect.width() - 8 or needed > table.rowHeight(row):
            found.append(f"{item.text()} {rect.width()} x {rect.height()}, {widest}, {needed}")
    return found


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_names_lots_and_expiries_stand_whole(open_window, language, size, scale):
    session = StagedSession()
    plan = upper_face(session.tables)
    session.set_plan(replace(plan, lot=LOT, expires=plan_of(session).expires))
    window = open_window(session, look=Look(DARK, scale), size=size)
    window.desk.show_phase(3)
    settle(window)
    sheet = window.desk.inject.sheet
    if sheet.isVisible():
        assert cut_cells(sheet, NAME) == []
    window.desk.show_phase(0)
    settle(window)
    prepare = window.desk.prepare
    assert cut_cells(prepare.table, 0) == []
    for key, whole in (("L", LOT), ("E", plan_of(session).expires.isoformat())):
        button = prepare.page.fields.buttons[key]
        said = button.text().replace("\n", "")
        assert whole in said, (key, button.text())
        metrics = button.fontMetrics()
        lines = button.text().split("\n")
        assert max(map(metrics.horizontalAdvance, lines)) <= button.width()
        assert len(lines) * metrics.lineSpacing() <= button.height()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_what_is_left_to_give_and_the_keys_stand_whole(open_window, language, size):
    window = open_window(StagedSession(), size=size)
    assert (window.width(), window.height()) == size
    for phase, screen in enumerate(window.desk.screens):
        window.desk.show_phase(phase)
        settle(window)
        footer = next(
            part
            for part in window.desk.findChildren(QLabel)
            if part.text().replace("\N{NO-BREAK SPACE}", " ") == shown(screen.keys)
        )
        assert footer.isVisible()
        assert footer.heightForWidth(footer.width()) <= footer.height() + 2
        lines = footer.text().split("   ")
        assert max(map(footer.fontMetrics().horizontalAdvance, lines)) <= footer.width()
    window.desk.show_phase(3)
    settle(window)
    left = next(
        part for part in window.desk.inject.findChildren(QLabel) if LEFT[language] in part.text()
    )
    assert left.height() <= 2 * left.fontMetrics().lineSpacing() + 2
