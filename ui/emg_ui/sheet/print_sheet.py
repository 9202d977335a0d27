"""`PrintSheet`: a plan on paper: face map, points with units and mL, vial, findings.

Drawn with QPainter on any paged device: a PDF file or a printer. What is simulated says so
across every page, and every page says what the program is not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPen,
)

from emg_dosing.plan import Plan
from emg_dosing.preparation import prepare
from emg_dosing.tables import Tables
from emg_session.treatment_state import TreatmentState
from emg_signal.errors import EmgError
from emg_signal.montage import Side
from emg_signal.phrase import say
from emg_ui.face.painter import FacePainter, FaceView
from emg_ui.text.dosing_text import GRADE_SHAPES
from emg_ui.text.language import shown, tr
from emg_ui.text.numbers import units
from emg_ui.text.plan_words import (
    GOAL_WORDS,
    drawn_words,
    given_at,
    point_name,
    preparation_words,
    product_name,
    region_name,
    side_name,
)
from emg_ui.text.safety_text import SafetyWords, other_findings, safety_words
from emg_ui.text.theme import LIGHT, Tone
from emg_ui.text.typed_answers import syringe_words

NOT_A_DEVICE = say("Training and research – not a medical device")
MARGIN_MM = 14.0
BODY_PX, SMALL_PX, TITLE_PX = 13.0, 11.0, 21.0
"""Text on paper in 1/96 inch: 10, 8 and 16 points."""
ROW_PX = 25.0
INDENT_PX = 8.0
"""Per space that a line of the appendix begins with."""
FACE = QSizeF(330.0, 400.0)
SIDES = (Side.LEFT, None, Side.RIGHT)
COLUMNS = (
    ("", 0.05),
    (say("Point"), 0.29),
    (say("Region"), 0.17),
    (say("Units"), 0.09),
    (say("Draw up"), 0.25),
    (say("Given at"), 0.15),
)
"""Heading and share of the width of each column."""


@dataclass(frozen=True, slots=True)
class SheetContent:
    """What stands on the sheet.

    Parameters
    ----------
    state
        Plan, findings and what was given.
    tables
        For names and volumes.
    printed
        When it was printed.
    marks
        What must stand across every page, such as SIMULATED.
    appendix
        Lines that follow on a page of their own, such as a visit in words.
    """

    state: TreatmentState
    tables: Tables
    printed: datetime
    marks: tuple[str, ...] = ()
    appendix: tuple[str, ...] = ()

    @property
    def plan(self) -> Plan:
        """The plan; a sheet without one is not made."""
        assert self.state.plan is not None  # noqa: S101 - the screens offer no sheet without one
        return self.state.plan

    def facts(self) -> list[str]:
        """Return person, product, vial and what is to be mixed, a line each."""
        plan = self.plan
        unknown = tr("not given")
        vial = plan.vial
        lines = [
            tr("Person: {who!s}", who=plan.subject or unknown),
            tr("Date of treatment: {date!s}", date=self._treated_on()),
            tr(
                "{product} {total}: {sides!s}",
                product=product_name(plan, self.tables),
                total=units(plan.total.units),
                sides=self._sides(),
            ),
            *self.areas(),
            tr(
                "Lot {lot!s}, expires {date!s}",
                lot=plan.lot or unknown,
                date=plan.expires or unknown,
            ),
            tr("Vial: {vial!s}", vial=unknown)
            if vial is None
            else tr("Vial: {amount} in {ml:g} mL", amount=units(vial.units), ml=vial.diluent_ml),
            tr("Syringe: {words}", words=syringe_words(plan.syringe) if plan.syringe else unknown),
            tr("Goal: {goal}", goal=shown(GOAL_WORDS[plan.goal]) if plan.goal else unknown),
        ]
        lines += preparation_words(plan, self.tables, prepare(plan, self.tables))
        lines += [
            tr("{region}, sides differ: {why!s}", region=region_name(r, self.tables), why=why)
            for r, why in plan.reasons
        ]
        return lines

    def rows(self) -> list[tuple[str, ...]]:
        """Return the cells of each point, in the order of `COLUMNS`."""
        preparation = prepare(self.plan, self.tables)
        draws = {} if preparation is None else {d.point_id: d for d in preparation.draws}
        return [
            (
                str(number),
                point_name(point, self.tables),
                region_name(point.region, self.tables),
                units(point.dose.units),
                drawn_words(draws.get(point.id)).replace("\n", "  "),
                self._given(point.id),
            )
            for number, point in enumerate(self.plan.points, start=1)
        ]

    def _given(self, point_id: str) -> str:
        tick = self.state.given_at(point_id)
        if tick is None:
            return ""
        at = f"{'✓' if tick.is_confirmed else '?'} {given_at(tick):%H:%M}"
        if not tick.differs:
            return at
        return tr("{at!s}, {amount!s} given", at=at, amount=units(tick.dose.units))

    def findings(self) -> list[str]:
        """Return the findings that the safety line does not tell, heaviest first."""
        found = other_findings(self.state.findings, self.state.safety)
        return [f"{GRADE_SHAPES[f.grade]} {shown(f.text)}" for f in found]

    def safety(self) -> list[SafetyWords]:
        """Return what was asked, found and overridden: it stands first."""
        return safety_words(self.state.safety, in_full=True)

    def _treated_on(self) -> str:
        """Return the day on which it was given; nothing is made up before."""
        days = dict.fromkeys(f"{given_at(tick):%Y-%m-%d}" for tick in self.state.given)
        return ", ".join(days) or tr("nothing given yet")

    def injectors(self) -> str:
        """Return who stated a reason in this visit; empty where nobody is named."""
        return ", ".join(dict.fromkeys(override.by for override in self.state.overrides))

    def areas(self) -> list[str]:
        """Return the sum of each area, with its sides and the midline."""
        return [
            tr(
                "{region}: {total} ({sides!s})",
                region=region_name(region, self.tables),
                total=units(float(self.plan.units(region=region))),
                sides=self._sides(region),
            )
            for region in self.plan.regions
        ]

    def _sides(self, region: str | None = None) -> str:
        """Return ``left 8 units, midline 4 units, right 8 units`` of an area or of all."""
        where = {} if region is None else {"region": region}
        sums = {side: float(self.plan.units(side=side, **where)) for side in SIDES}
        return ", ".join(f"{side_name(side)} {units(sum_)}" for side, sum_ in sums.items() if sum_)


class PrintSheet:
    """Draws a `SheetContent` page by page.

    Parameters
    ----------
    content
        What stands on it.
    """

    def __init__(self, content: SheetContent) -> None:
        self._content = content
        self.pages = 0
        self._painter = QPainter()
        self._page = QRectF()
        self._y = 0.0
        self._new_page: Callable[[], bool] = lambda: True

    def draw(self, device: QPagedPaintDevice) -> None:
        """Draw every page on `device`.

        Raises
        ------
        EmgError
            The file cannot be written, or the printer does not take it.
        """
        self._begin_on(device)
        self._begin_page()
        self._head()
        self._table()
        self._signature()
        self._findings()
        self._appendix()
        self._painter.end()

    def _begin_on(self, device: QPagedPaintDevice) -> None:
        """Paint on A4 pages of `device` from here on, in pixels of a screen of 96 dpi."""
        size = QPageSize(QPageSize.PageSizeId.A4)
        margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
        device.setPageLayout(
            QPageLayout(
                size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
            )
        )
        if not self._painter.begin(device):
            raise EmgError(
                say("The sheet cannot be printed there."), say("Choose another file or printer.")
            )
        scale = device.logicalDpiX() / 96.0
        self._painter.scale(scale, scale)
        points = device.pageLayout().paintRect(QPageLayout.Unit.Point)
        self._page = QRectF(0, 0, points.width() * 96 / 72, points.height() * 96 / 72)
        self._new_page = device.newPage

    # -- pages --------------------------------------------------------------------------------

    def _begin_page(self) -> None:
        self.pages += 1
        self._y = 0.0
        self._watermark()
        self._foot()

    def _need(self, height: float) -> bool:
        """Make room for `height`; whether a new page was begun for it."""
        if self._y + height <= self._page.height() - 2.2 * SMALL_PX:
            return False
        self._new_page()
        self._begin_page()
        return True

    def _watermark(self) -> None:
        if not self._content.marks:
            return
        p = self._painter
        p.save()
        p.translate(self._page.center())
        p.rotate(-52.0)
        p.setFont(_font(84.0, bold=True))
        p.setPen(QColor(0, 0, 0, 26))
        box = QRectF(-520, -70, 1040, 140)
        p.drawText(box, Qt.AlignmentFlag.AlignCenter, " · ".join(self._content.marks))
        p.restore()

    def _foot(self) -> None:
        content = self._content
        printed = tr(
            "printed {at!s}, page {page}",
            at=f"{content.printed:%Y-%m-%d %H:%M}",
            page=self.pages,
        )
        box = QRectF(0, self._page.height() - 1.6 * SMALL_PX, self._page.width(), 1.6 * SMALL_PX)
        self._text(box, shown(NOT_A_DEVICE), SMALL_PX, bold=True)
        self._text(box, printed, SMALL_PX, align=Qt.AlignmentFlag.AlignRight)

    # -- what stands on them ------------------------------------------------------------------

    def _head(self) -> None:
        width = self._page.width()
        title = QRectF(0, 0, width, 1.5 * TITLE_PX)
        self._text(title, tr("Injection sheet"), TITLE_PX, bold=True)
        if self._content.marks:
            marks = " · ".join(self._content.marks)
            self._text(title, marks, TITLE_PX, bold=True, align=Qt.AlignmentFlag.AlignRight)
        self._y = 1.7 * TITLE_PX
        self._safety()
        face = QRectF(0, self._y, FACE.width(), FACE.height())
        self._face(face)
        left = FACE.width() + 18
        y = self._y
        for number, line in enumerate(self._content.facts()):
            y += self._wrapped(line, left, y, width - left, bold=number == 2) + 5
        self._y = max(face.bottom(), y) + 8

    def _face(self, box: QRectF) -> None:
        view = FaceView(self._content.plan, numbered=True)
        FacePainter(LIGHT, BODY_PX).paint(self._painter, box, view)

    def _safety(self) -> None:
        """Write the safety line; red where something stops."""
        width = self._page.width()
        for words in self._content.safety():
            stops = words.tone == str(Tone.BAD)
            colour = LIGHT.bad if stops else LIGHT.text
            line = f"{words.shape} {words.text}"
            self._y += self._wrapped(line, 0, self._y, width, bold=stops, colour=colour) + 3
        self._y += 5

    def _table(self) -> None:
        self._table_row(tuple(shown(name) for name, _ in COLUMNS), bold=True)
        for cells in self._content.rows():
            if self._need(ROW_PX):
                self._table_row(tuple(shown(name) for name, _ in COLUMNS), bold=True)
            self._table_row(cells)
        self._y += 10

    def _table_row(self, cells: tuple[str, ...], *, bold: bool = False) -> None:
        x, p = 0.0, self._painter
        for (_, share), text in zip(COLUMNS, cells, strict=True):
            box = QRectF(x, self._y, share * self._page.width() - 6, ROW_PX)
            self._text(box, text, BODY_PX, bold=bold)
            x += share * self._page.width()
        p.setPen(QPen(QColor(LIGHT.border), 1))
        p.drawLine(0, int(self._y + ROW_PX), int(self._page.width()), int(self._y + ROW_PX))
        self._y += ROW_PX

    def _signature(self) -> None:
        """Leave lines for who injected and signs."""
        self._need(2 * ROW_PX)
        half = self._page.width() / 2
        texts = (
            tr("Injector: {who!s}", who=self._content.injectors()),
            tr("Date, signature:"),
        )
        for number, text in enumerate(texts):
            box = QRectF(number * half, self._y, half - 12, 1.6 * ROW_PX)
            self._text(box, text, BODY_PX)
            y = int(self._y + 1.6 * ROW_PX)
            self._painter.setPen(QPen(QColor(LIGHT.text), 1))
            self._painter.drawLine(int(box.left()), y, int(box.right()), y)
        self._y += 1.6 * ROW_PX + 12

    def _findings(self) -> None:
        findings = self._content.findings()
        self._need(60)
        self._y += self._wrapped(tr("Findings of the plan"), 0, self._y, 400, bold=True) + 4
        for text in findings or [tr("● nothing found")]:
            self._need(self._height(text, self._page.width()))
            self._y += self._wrapped(text, 0, self._y, self._page.width()) + 3

    def _appendix(self) -> None:
        if not self._content.appendix:
            return
        self._new_page()
        self._begin_page()
        for line in self._content.appendix:
            words = line.lstrip(" ")
            left = INDENT_PX * (len(line) - len(words))
            width = self._page.width() - left
            self._need(self._height(words or " ", width))
            self._y += self._wrapped(words or " ", left, self._y, width) + 2

    # -- words --------------------------------------------------------------------------------

    def _text(
        self,
        box: QRectF,
        text: str,
        px: float,
        *,
        bold: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Write a line, smaller where it would not fit."""
        font = _font(px, bold=bold)
        wide = QFontMetricsF(font).horizontalAdvance(text)
        if wide > box.width():
            font = _font(px * box.width() / wide, bold=bold)
        self._painter.setFont(font)
        self._painter.setPen(QColor(LIGHT.text))
        self._painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, text)

    def _height(self, text: str, width: float, *, bold: bool = False) -> float:
        metrics = QFontMetricsF(_font(BODY_PX, bold=bold))
        box = QRectF(0, 0, width, 10_000)
        return metrics.boundingRect(box, Qt.TextFlag.TextWordWrap.value, text).height()

    def _wrapped(
        self,
        text: str,
        x: float,
        y: float,
        width: float,
        *,
        bold: bool = False,
        colour: str = LIGHT.text,
    ) -> float:
        """Write `text` in as many lines as it needs, and return their height."""
        height = self._height(text, width, bold=bold)
        self._painter.setFont(_font(BODY_PX, bold=bold))
        self._painter.setPen(QColor(colour))
        flags = Qt.TextFlag.TextWordWrap.value
        self._painter.drawText(QRectF(x, y, width, height + 2), flags, text)
        return height


def _font(px: float, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setPixelSize(max(1, round(px)))
    font.setBold(bold)
    return font
