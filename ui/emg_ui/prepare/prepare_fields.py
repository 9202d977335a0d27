"""`PrepareFields`: product, vial, syringe, lot and what else is asked, one large button each.

A button shows its key, its name and what was answered; pressing it, or its key anywhere on the
screen, asks the question.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy

from emg_dosing.plan import Plan
from emg_dosing.rows import ProductRow
from emg_dosing.tables import Tables
from emg_signal.phrase import say
from emg_ui.prepare.plan_changes import uneven_regions
from emg_ui.prepare.preparation_questions import open_concentration
from emg_ui.text.language import shown, tr
from emg_ui.text.numbers import units
from emg_ui.text.plan_words import GOAL_WORDS, product_line, region_name
from emg_ui.text.theme import Look
from emg_ui.widgets.cards import Card
from emg_ui.widgets.tips import set_tip

FIELDS: tuple[tuple[str, str, int, int, int], ...] = (
    ("P", say("Product"), 0, 0, 2),
    ("V", say("Vial"), 1, 0, 2),
    ("K", say("Strength"), 2, 0, 2),
    ("S", say("Syringe"), 3, 0, 2),
    ("L", say("Lot"), 4, 0, 2),
    ("E", say("Exp."), 5, 0, 2),
    ("G", say("Goal"), 6, 0, 1),
    ("C", say("Price"), 6, 1, 1),
    ("R", say("Why uneven"), 7, 0, 2),
)
"""Key, name, row, column and columns of each field."""

NEEDED = "PVSLE"
"""Fields without which nothing should be drawn up: they say that they are not given."""


NEVER_CUT = "LE"
"""Lot and expiry: half of one is another one. They take lines of their own instead."""

FRAME_PX = 20
"""Border and padding of a button, both sides."""


class FieldButton(QPushButton):
    """A field with its key and its answer, cut with dots where there is no room for all of it."""

    def __init__(self, key: str, name: str, *, look: Look) -> None:
        super().__init__()
        self._key, self._name, self._answer = key, name, ""
        self.setMinimumWidth(round(90 * look.scale))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("kind", "field")

    def show_answer(self, answer: str) -> None:
        """Show what was answered; an empty answer stays open, and says so where it is needed."""
        self._answer = answer or ("◇" if self._key in NEEDED else "–")
        self.setAccessibleName(f"{self._name}: {answer or tr('not given')} ({self._key})")
        set_tip(self, f"{self._name}: {answer or tr('not given')}")
        self._fit()

    def _fit(self) -> None:
        """Show key, name and answer; the answer without its name before it would be cut."""
        room, metrics = self.width() - FRAME_PX, self.fontMetrics()
        text = f"{self._key}  {self._name} {self._answer}"
        if metrics.horizontalAdvance(text) > room and self._answer not in "◇–":
            text = f"{self._key}  {self._answer}"
        if self._key in NEVER_CUT:
            text = in_lines(text, lambda part: metrics.horizontalAdvance(part) <= room)
        else:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        self.setText(text.replace("&", "&&"))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        self._fit()


def in_lines(text: str, fits: Callable[[str], bool]) -> str:
    """Return the whole of `text` in lines that fit, broken wherever they must be."""
    lines = [""]
    for letter in text:
        if lines[-1] and not fits(lines[-1] + letter):
            lines.append("")
        lines[-1] += letter
    return "\n".join(lines)


class PrepareFields(Card):
    """All fields of a plan but its points.

    Parameters
    ----------
    look
        Theme and text scale.
    """

    asked = Signal(str)
    """Key of the field that was pressed."""

    def __init__(self, *, look: Look) -> None:
        super().__init__(say("Vial and syringe"))
        grid = QGridLayout()
        grid.setSpacing(4)
        self.buttons: dict[str, FieldButton] = {}
        for key, name, row, column, columns in FIELDS:
            button = FieldButton(key, shown(name), look=look)
            button.clicked.connect(partial(self._ask, key))
            wide = look.is_large
            at = (row * 2 + column, 0, 1, 2) if wide else (row, column, 1, columns)
            grid.addWidget(button, *at)
            self.buttons[key] = button
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)

    def _ask(self, key: str, _: bool = False) -> None:
        self.asked.emit(key)

    def show_plan(self, plan: Plan | None, tables: Tables) -> None:
        """Show the answers that `plan` holds; without one nothing can be asked."""
        answers = {} if plan is None else answers_of(plan, tables)
        for key, button in self.buttons.items():
            button.show_answer(answers.get(key, ""))
            button.setEnabled(plan is not None)
        contradicts = plan is not None and open_concentration(plan, tables) is not None
        uneven = plan is not None and bool(uneven_regions(plan) or plan.reasons)
        self.buttons["K"].setVisible(contradicts)
        self.buttons["R"].setVisible(uneven)


def answers_of(plan: Plan, tables: Tables) -> dict[str, str]:
    """Return field → what was answered, empty where nothing was."""
    vial, syringe = plan.vial, plan.syringe
    found = open_concentration(plan, tables)
    strength = "" if found is None or found.chosen is None else units(float(found.chosen) / 10)
    price = "" if vial is None or vial.price is None else f"{vial.price:.2f} {vial.currency or ''}"
    said = [f"{region_name(region, tables)}: {why}" for region, why in plan.reasons]
    return {
        "P": product_line(tables.row(ProductRow, plan.product_id)),
        "V": ""
        if vial is None
        else tr("{amount} in {ml:g} mL", amount=units(vial.units), ml=vial.diluent_ml),
        "K": "" if not strength else tr("{amount} in 0.1 mL", amount=strength),
        "S": ""
        if syringe is None
        else tr("{ml:g} mL, line {line:g} mL", ml=syringe.volume_ml, line=syringe.graduation_ml),
        "L": plan.lot or "",
        "E": plan.expires.isoformat() if plan.expires else "",
        "G": shown(GOAL_WORDS[plan.goal]) if plan.goal else "",
        "C": price.strip(),
        "R": "; ".join(said),
    }
