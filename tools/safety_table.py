"""Write what a yes shows: ``python tools/safety_table.py``, question by product by screen.

The screens are opened as in a visit without a board, the examination is answered, and what their
widgets say is read back; the sheet is drawn. Nothing is taken from the tables but the questions.
"""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from emg_dosing.examination import ADVERSE, CONDITIONS, Examination
from emg_dosing.plan import Plan, parse_plan
from emg_dosing.rows import ProductRow
from emg_dosing.tables import Tables, load_tables
from emg_session.live import LiveSession
from emg_session.no_board import NoBoardVisit
from emg_session.visit import VisitSetup
from emg_ui.decide.decide_screen import DecideScreen
from emg_ui.frame.application import make_application
from emg_ui.inject.inject_screen import InjectScreen
from emg_ui.prepare.prepare_screen import PrepareScreen
from emg_ui.review.review_screen import ReviewScreen
from emg_ui.sheet.print_sheet import PrintSheet, SheetContent
from emg_ui.text.plan_words import product_line
from emg_ui.text.theme import Look, Tone
from emg_ui.visit.run_request import RunRequest, make_session
from emg_ui.widgets.screen import Screen

PAGE = Path(__file__).resolve().parent.parent / "docs/safety-table.md"
SCREENS = ("Prepare", "Decide", "Inject", "sheet", "Review")
QUESTIONS = {
    **CONDITIONS,
    **{name: f"since the injection: {text}" for name, text in ADVERSE.items()},
}
AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
HEAD = """# What a yes shows

Made by `python tools/safety_table.py`, which opens the five screens on a visit without a board and
a plan for the glabella, answers yes to one question and no to all others, and reads what the
widgets say; the sheet is drawn. A cell holds the mark that was found there: ■ stop (red; in Inject
nothing can be ticked before a reason and a name are given), ▲ limit, warning or caution, · note.
How heavy a yes is depends on product, kind and place
([safety.toml](../dosing/emg_dosing/data/safety.toml)); here neither kind nor place was said, so the
heaviest counts. A test holds that no cell is empty, and that a visit with the virtual board
streaming shows the same for a product of each kind: Dysport (US), Azzalure (EU, UK, CH), Alluzience
(a liquid), Letybo (EU, UK), Nabota (KR) and Botox (CN).
"""


@dataclass(frozen=True, slots=True)
class Row:
    """What one yes shows for one product: its words, and screen → the mark found there."""

    product: str
    says: str
    cells: dict[str, str]


class ReadSheet(PrintSheet):
    """A sheet that keeps the paragraphs that it writes."""

    def __init__(self, content: SheetContent) -> None:
        super().__init__(content)
        self.paragraphs: list[str] = []

    def _wrapped(self, text: str, x: float, y: float, width: float, **how: object) -> float:
        self.paragraphs.append(text)
        return super()._wrapped(text, x, y, width, **how)  # type: ignore[arg-type]

    def _face(self, box: QRectF) -> None:
        """Draw no face: the words are read."""


class Walk:
    """The screens of one product's visit: without a board, or with the virtual one streaming."""

    def __init__(self, product: str, tables: Tables, *, board: bool = False) -> None:
        self.tables = tables
        request = RunRequest("virtual?link=memory", person="W")
        self.visit: LiveSession | NoBoardVisit = (
            make_session(request) if board else NoBoardVisit(VisitSetup(tables=tables))
        )
        self.visit.treatment.set_country("")  # whoever runs this may have set one
        self.visit.start()
        self.visit.set_plan(replace(_plan(product, tables), subject=self.visit.treatment.subject))
        look = Look()
        self.inject = InjectScreen(self.visit, look=look, now_s=itertools.count().__next__)
        self.screens: dict[str, Screen] = {
            "Prepare": PrepareScreen(self.visit, look=look),
            "Decide": DecideScreen(self.visit, look=look),
            "Inject": self.inject,
            "Review": ReviewScreen(self.visit, look=look),
        }
        for screen in self.screens.values():
            screen.resize(1280, 700)

    def close(self) -> None:
        """Close the visit and its screens."""
        self.visit.stop()
        for screen in self.screens.values():
            screen.close()
            screen.deleteLater()

    def row(self, product: str, question: str) -> Row:
        """Answer yes to one question, and read the screens."""
        answers: dict[str, Any] = dict.fromkeys(QUESTIONS, False) | {question: True}
        self.visit.treatment.set_examination(Examination(40, {}, **answers))
        found = next(
            item
            for item in self.visit.treatment.state.safety
            if item.key == question or item.key.startswith(f"{question} ")
        )
        says = " ".join(filter(None, (str(found.text), str(found.examine))))
        cells = {name: self._cell(name, str(found.text)) for name in SCREENS}
        return Row(product, says, cells)

    def _cell(self, name: str, text: str) -> str:
        if name == "sheet":
            return next((_mark(p) for p in self._sheet() if text in p), "")
        screen = self.screens[name]
        screen.show_snapshot(self.visit.snapshot())
        marks = [mark for said, mark in _said(screen) if text in said]
        if not marks:
            return ""
        return f"{marks[0]}{self._tick()}" if name == "Inject" else marks[0]

    def _tick(self) -> str:
        """Try to tick a point, and say whether a reason is asked for."""
        inject = self.inject
        inject.sheet.choose(0)
        inject.give()
        asked = inject.going_on.isVisibleTo(inject)
        inject.going_on.hide()
        inject.take_back()
        return ", asks why" if asked else ""

    def _sheet(self) -> list[str]:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        sheet = ReadSheet(SheetContent(self.visit.treatment.state, self.tables, AT))
        writer = QPdfWriter(buffer)
        sheet.draw(writer)
        return sheet.paragraphs


def _plan(product: str, tables: Tables) -> Plan:
    # The label's own points: a dose of another product would be a stop of its own.
    units = tables.product(product).label_point_units
    points = [
        {"region": "glabella", "muscle": "corrugator", "side": side, "units": units}
        for side in ("left", "left", "right", "right")
    ]
    return parse_plan({"product": {"id": product, "lot": "L1"}, "point": points}, tables)


def _said(screen: QWidget) -> Iterator[tuple[str, str]]:
    """Yield what a screen's visible labels say, and the mark that stands there or beside it."""
    for label in screen.findChildren(QLabel):
        if not label.isVisibleTo(screen):
            continue
        beside = label.parentWidget()
        first = beside.findChild(QLabel) if beside is not None else None
        red = label.property("tone") == str(Tone.BAD)
        mark = _mark(label.text())
        if not mark and first is not None and first is not label:
            mark = first.text() + _word(label.text())
        yield label.text(), mark + (", red" if red else "")
    for page in screen.findChildren(QPlainTextEdit):
        yield from ((line, _mark(line)) for line in page.toPlainText().splitlines())


def _mark(text: str) -> str:
    """Return ``■ stop`` of a line that begins with a mark."""
    shape, _, rest = text.strip().partition(" ")
    return shape + _word(rest) if len(shape) == 1 and not shape.isalnum() else ""


def _word(text: str) -> str:
    word, colon, _ = text.partition(":")
    return f" {word.lower()}" if colon and word.isupper() else ""


def rows_of(
    tables: Tables, products: Collection[str] | None = None, *, board: bool = False
) -> dict[str, list[Row]]:
    """Return question → what a yes shows, product by product; of all products if none is named."""
    found: dict[str, list[Row]] = {question: [] for question in QUESTIONS}
    for product in tables.all(ProductRow):
        if products is not None and product.id not in products:
            continue
        walk = Walk(product.id, tables, board=board)
        for question, rows in found.items():
            rows.append(walk.row(product_line(product), question))
        walk.close()
    return found


def page_of(found: dict[str, list[Row]]) -> str:
    """Return the page."""
    lines = [HEAD]
    for question, rows in found.items():
        lines += [f"## {QUESTIONS[question][0].upper()}{QUESTIONS[question][1:]}", ""]
        lines += [f"| product | says | {' | '.join(SCREENS)} |", "|---" * 7 + "|"]
        lines += [
            f"| {row.product} | {row.says} | {' | '.join(row.cells[s] for s in SCREENS)} |"
            for row in rows
        ]
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    application = make_application()
    page = page_of(rows_of(load_tables()))
    if sys.argv[1:] == ["--check"]:
        sys.exit(0 if PAGE.read_text(encoding="utf-8") == page else f"{PAGE}: run the tool again")
    PAGE.write_text(page, encoding="utf-8", newline="\n")
