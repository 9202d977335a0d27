"""A point has one name, the same on every screen, sheet and record; its id is never shown."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import astuple, replace

import pytest
from by_hand import settle, show, texts_of
from preparing import opened, plan_of, upper_face
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from emg_dosing.plan import Plan, parse_plan
from emg_dosing.tables import load_tables
from emg_session.files import save_plan
from emg_signal.document import as_document
from emg_ui.command_line import run
from emg_ui.sheet.print_sheet import SheetContent
from emg_ui.text.dosing_text import suggestion_lines
from emg_ui.text.translation import choose_language

AT = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
ID = re.compile(r"\w+\.\w+\.(left|right|midline)\.\d+")
"""How a program names a point that nobody named."""


def from_label(tables) -> Plan:
    """Return a label's template of 64 U with less at one point, so that a change is suggested."""
    plan = replace(upper_face(tables), lot="L1")
    first = next(p for p in plan.points if p.id == "forehead.frontalis.left.1")
    return plan.with_units({first.id: 2.0})


def typed(tables) -> Plan:
    """Return a plan as a person types it: one point named, the others not."""
    point = {"region": "forehead", "units": 4}
    content = {
        "product": {"id": "botox_cosmetic_us", "lot": "L1", "expires": "2031-06-30"},
        "vial": {"units": 100, "diluent_ml": 2.5},
        "syringe": {"volume_ml": 1.0, "graduation_ml": 0.01},
        "point": [
            point | {"side": "left", "units": 2},
            point | {"side": "left"},
            point | {"side": "right", "id": "beside the scar"},
            point | {"side": "right"},
        ],
    }
    return parse_plan(content, tables)


OTHER_MATTERS = {
    "TrainScreen",
    "MeasureScreen numbers",
    "PrepareScreen numbers",
    "ReviewScreen numbers",
    "TrainScreen numbers",
}
"""What speaks of no point at all."""

NAMES = {
    ("en", from_label): "forehead left, point 1",
    ("de", from_label): "Stirn links, Punkt 1",
    ("en", typed): "beside the scar, right",
    ("de", typed): "beside the scar, rechts",
}


@pytest.fixture(params=NAMES, ids=lambda case: f"{case[0]}-{case[1].__name__}")
def case(request):
    choose_language(request.param[0])
    yield request.param
    choose_language("en")


def everything(widget: QWidget) -> str:
    """Return all that a widget and its parts show, hold or tell a screen reader."""
    found: list[str] = []
    for part in (widget, *widget.findChildren(QWidget)):
        found += texts_of(part)
        if isinstance(part, QLineEdit):
            found.append(part.text())
        if isinstance(part, QPlainTextEdit | QTextEdit):
            found.append(part.toPlainText())
    return "\n".join(found)


def test_every_screen_and_sheet_calls_a_point_by_one_name(open_window, staged, case):
    staged.set_plan(case[1](staged.tables))
    window = opened(open_window, staged)
    show(window, staged, staged.locked())
    desk, name, seen = window.desk, NAMES[case], {}
    changes = staged.treatment.state.suggestion.changes
    assert changes
    for phase, screen in enumerate(desk.screens):
        desk.show_phase(phase)
        settle(window)
        seen[type(screen).__name__] = everything(screen)
        numbers = (astuple(number) for number in screen.numbers(staged.snapshot()))
        seen[f"{type(screen).__name__} numbers"] = "\n".join(map(str, numbers))
    desk.show_phase(2)
    desk.decide.suggestion.answers.edit()
    settle(window)
    seen["Edit"] = everything(desk.decide.suggestion.answers)
    staged.treatment.give(plan_of(staged).points[0].id, at_utc=AT.isoformat())
    for phase, screen in ((3, desk.inject), (4, desk.review)):
        desk.show_phase(phase)
        settle(window)
        seen[f"{type(screen).__name__} given"] = everything(screen)
    sheet = SheetContent(staged.treatment.state, staged.tables, AT, ())
    seen["sheet"] = "\n".join(
        [*sheet.facts(), *map(str, sheet.rows()), *map(str, sheet.findings())]
    )
    seen["live text"] = "\n".join(suggestion_lines(staged.treatment.state.suggestion))
    assert not ID.search(everything(window))
    assert {where: ID.search(text) for where, text in seen.items() if ID.search(text)} == {}
    without = {where for where, text in seen.items() if name not in text}
    assert without == OTHER_MATTERS


def test_the_terminal_calls_a_point_by_the_same_name(capsys, tmp_path):
    tables = load_tables()
    path = tmp_path / "plan.toml"
    save_plan(path, replace(from_label(tables), subject="M-1"))
    run(["plan", str(path)])
    text = capsys.readouterr().out
    assert not ID.search(text)
    assert "forehead left, point 1" in text


def test_json_has_the_name_beside_the_id(staged):
    staged.set_plan(from_label(staged.tables))
    staged.locked()
    (change, *_) = json.loads(json.dumps(as_document(staged.treatment.state.suggestion)))["changes"]
    assert ID.fullmatch(change["point"])
    assert change["name"].startswith("forehead left")
