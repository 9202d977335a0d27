"""`PreparePage`: the parts of Prepare and how they lie, beside each other or in one column."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from emg_dosing.dose_bands import RegionBands
from emg_dosing.plan import Plan
from emg_dosing.preparation import prepare
from emg_dosing.tables import Tables
from emg_signal.phrase import say
from emg_ui.decide.findings_card import FindingsCard
from emg_ui.face.face_map import FaceMap
from emg_ui.prepare.dose_strip import DoseStrip, region_words
from emg_ui.prepare.examination_table import ExaminationTable
from emg_ui.prepare.plan_table import PlanTable
from emg_ui.prepare.prepare_fields import PrepareFields
from emg_ui.text.language import tr
from emg_ui.text.numbers import units
from emg_ui.text.plan_words import preparation_words, product_name, region_name
from emg_ui.text.theme import Look
from emg_ui.widgets.action_bar import ActionBar, action_button
from emg_ui.widgets.cards import Card, label, set_text
from emg_ui.widgets.chooser import ROW_PX

FACE_PX = 620
"""Least height of the face where everything stands in one column."""


class PreparePage(QWidget):
    """Everything that Prepare shows.

    Parameters
    ----------
    tables
        For names and volumes; None while dosing is off.
    look
        Theme and text scale.
    """

    def __init__(self, tables: Tables | None, *, look: Look) -> None:
        super().__init__()
        self._tables, self._look = tables, look
        self._shown: object = self  # no plan yet, and not the plan None either
        self.face = FaceMap(tables, look=look, editable=True)
        self.table = PlanTable(tables, look=look)
        self.examination = ExaminationTable(tables, look=look)
        self.findings = FindingsCard()
        self.fields = PrepareFields(look=look)
        if tables is None:  # to show one without a parent would open a window of its own
            self.fields.hide()
        self.bar = ActionBar()
        self.nothing_found = action_button(tr("Ctrl+E  nothing found in all the rest"))
        self._summary = label("", "strong", wrap=True)
        self._drawn = label("", "muted", wrap=True)
        self._message = label("", "", wrap=True)
        self._message.setProperty("tone", "warn")
        self._message.hide()
        self._plan = Card(say("Plan"))
        self.strip = DoseStrip(look=look)
        self._bands = label("", "muted", wrap=True)
        for part in (self._summary, self.table, self._bands, self.strip, self._message):
            self._plan.body.addWidget(part, 1 if part is self.table else 0)
        self._face = _card(say("The patient faces you"), self.face, self._drawn)
        self._questions = _card(say("Examination"), self.examination, self.nothing_found)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(6)
        parts = self._stacked() if look.is_large else self._beside()
        self._scroll = self._scrolling(parts)
        if not look.is_large:
            layout.addWidget(self.bar)
        layout.addWidget(self._scroll, 1)
        self._order()

    def _order(self) -> None:
        order: list[QWidget] = [self.table, self.examination, self.nothing_found, self.face]
        order += [*self.fields.buttons.values(), *self.bar.buttons.values()]
        for before, after in pairwise([*order, self.findings.lines]):
            self.setTabOrder(before, after)

    def _beside(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._face, 15)
        row.addLayout(_column((self._plan, 2), (self.findings, 1)), 18)
        row.addLayout(_column((self.fields, 0), (self._questions, 1)), 18)
        return row

    def _stacked(self) -> QVBoxLayout:
        """Return everything in one column: large text has no room for two."""
        parts = (self._plan, self.bar, self._questions, self.findings, self.fields, self._face)
        return _column(*((part, 0) for part in parts))

    def _scrolling(self, parts: QLayout) -> QScrollArea:
        """Return a view of `parts` that scrolls rather than squeeze a list to one line."""
        inside = QWidget()
        inside.setObjectName("screen")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        parts.setContentsMargins(0, 0, 6 if self._look.is_large else 0, 0)
        inside.setLayout(parts)
        row, rows = round(ROW_PX * self._look.scale), 6 if self._look.is_large else 3
        for part, height in (
            (self.table, rows * row),
            (self.examination, rows * row),
            (self.findings.lines, (rows - 1) * row),
            (self.face, FACE_PX if self._look.is_large else 0),
        ):
            part.setMinimumHeight(max(height, part.minimumHeight()))
            part.installEventFilter(self)
        for button in self.bar.buttons.values():
            button.installEventFilter(self)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        return scroll

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._scroll.ensureWidgetVisible(watched, 0, 60)
        return super().eventFilter(watched, event)

    def say(self, text: str) -> None:
        """Show one line below the points; nothing where it is empty."""
        set_text(self._message, text)
        self._message.setVisible(bool(text))

    def show_bands(self, bands: RegionBands | None) -> None:
        """Show what label and trials gave in the area of the chosen point."""
        words = (
            "" if bands is None else region_words(bands, region_name(bands.region, self._tables))
        )
        set_text(self._bands, words)
        self._bands.setVisible(bool(words))
        self.strip.show_bands(bands, words)

    def show_plan(self, plan: Plan | None) -> None:
        """Show a plan: its points, its sums, its fields and what is drawn up."""
        if plan is self._shown:
            return
        self._shown = plan
        self.table.show_plan(plan)
        if self._tables is not None:
            self.fields.show_plan(plan, self._tables)
        self.findings.setVisible(plan is not None)
        self.table.setVisible(plan is not None or not self._look.is_large)
        set_text(self._summary, self._summed(plan))
        if plan is not None and self._tables is not None:
            words = preparation_words(plan, self._tables, prepare(plan, self._tables))
            set_text(self._drawn, "; ".join(words))

    def _summed(self, plan: Plan | None) -> str:
        """Return product and units in one line, or how a plan is begun."""
        if plan is None:
            return tr(
                "No plan yet. Ctrl+N begins one: from a label, from an earlier visit, or with "
                "points of your own. B begins like the last visit."
            )
        return tr(
            "{product} {total}: left {left}, right {right}",
            product=product_name(plan, self._tables),
            total=units(plan.total.units),
            left=units(float(plan.units(side="left"))),
            right=units(float(plan.units(side="right"))),
        )


def _card(title: str, *parts: QWidget) -> Card:
    """Return a card whose first part takes the room."""
    card = Card(title)
    for number, part in enumerate(parts):
        card.body.addWidget(part, 1 if number == 0 else 0)
    return card


def _column(*parts: tuple[QWidget, int]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    for part, share in parts:
        column.addWidget(part, share)
    return column
