"""The Review screen: what was done on one page, and its course against the own baseline."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from emg_dosing.muscle_map import muscle_map
from emg_dosing.spread_reading import spread_reason
from emg_dosing.tables import Tables
from emg_session.course import Course, course_of
from emg_session.snapshot import Snapshot
from emg_signal.phrase import say
from emg_ui.review.adverse_event import adverse_lines
from emg_ui.review.course_chart import CourseChart
from emg_ui.review.later_visit import asked_first, follow_up_lines
from emg_ui.review.map_picture import MapPicture
from emg_ui.review.visit_summary import (
    decided_lines,
    given_lines,
    history_lines,
    map_lines,
    marked_lines,
    measured_lines,
    note_lines,
    origin_lines,
    safety_summary,
)
from emg_ui.sheet.sheet_printing import SheetPrinting
from emg_ui.text.language import shown, tr
from emg_ui.text.number_about import NumberAbout
from emg_ui.text.numbers import percent
from emg_ui.text.plan_words import muscle_name
from emg_ui.text.theme import Look
from emg_ui.widgets.cards import Card, label, set_text, set_tone
from emg_ui.widgets.safety_lines import SafetyLines
from emg_ui.widgets.screen import Screen
from emg_ui.widgets.session_view import SessionView


class ReviewScreen(Screen):
    """A page to read and to copy, beside a picture of the course.

    Parameters
    ----------
    session, look
        As in `Screen`.
    now
        Time of day, with time zone.
    """

    title = say("Review")
    purpose = say(
        "What was measured, decided and given in this visit, and how each side compares with its "
        "own baseline before the first treatment. That is what EMG is best at; no dose follows "
        "from it. Measurements of another band or board are not compared."
    )
    keys = say("Ctrl+A, Ctrl+C: copy   Ctrl+P: print")

    def __init__(
        self,
        session: SessionView,
        *,
        look: Look,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        super().__init__(session, look=look)
        self._now = now
        self._course: Course | None = None
        self._key: object = None
        self._written: object = None
        self.page = QPlainTextEdit()
        self.page.setReadOnly(True)
        self.page.setAccessibleName(tr("Summary of this treatment"))
        card = Card(tr("What was done"))
        self.safety = SafetyLines(look=look)
        card.body.addWidget(self.safety)
        card.body.addWidget(self.page, 1)
        self.print_button = QPushButton(tr("Print (Ctrl+P)"))
        self._message = label("", "", wrap=True)
        bottom = QHBoxLayout()
        bottom.addWidget(self.print_button)
        bottom.addWidget(self._message, 1)
        card.body.addLayout(bottom)
        if look.is_large:
            self.print_button.hide()
        self.printing = SheetPrinting(self, self._say, self._appendix)
        self.print_button.clicked.connect(self.printing.ask)
        self._course_card = Card(tr("Each side in % of its own baseline"))
        self._legend = label("", "muted", wrap=True)
        self.alarm = label("", "", wrap=True)
        set_tone(self.alarm, "bad")
        self._course_card.body.addWidget(self.alarm)
        self._course_card.body.addWidget(self._legend)
        self._charts = QWidget()
        self._charts.setObjectName("inside")
        self._grid = QGridLayout(self._charts)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._course_card.body.addWidget(self._charts, 1)
        self.map = MapPicture(look=look)
        self._course_card.body.addWidget(self.map, 1)
        direction = QBoxLayout.Direction
        layout = QBoxLayout(direction.TopToBottom if look.is_large else direction.LeftToRight)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(8)
        layout.addWidget(card, 3 if look.is_large else 1)
        layout.addWidget(self._course_card, 2 if look.is_large else 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(layout)

    def _say(self, text: str) -> None:
        set_text(self._message, text)

    def _appendix(self) -> tuple[str, ...]:
        """Return the page as it stands, for paper."""
        return tuple(self.page.toPlainText().split("\n"))

    def take_focus(self) -> None:
        """Begin at the page."""
        self.page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Write the page and draw the course anew if something on it changed."""
        course, state = self._course_now(), self.session.treatment.state
        marked = () if snapshot.stream is None else snapshot.stream.events
        written = (course, state, tuple(pair.symmetry for pair in snapshot.pairs), marked)
        if written == self._written:
            return
        self._written = written
        self.safety.show_line(state.safety)
        measurement = snapshot.treatment.measurement
        # Beside charts of a course there is no room for it; its words stand on the page.
        has_room = not course.muscles and not self.look.is_large
        rows = () if measurement is None or not has_room else muscle_map(measurement)
        self.map.show_rows(rows)
        text = "\n".join(self._lines(snapshot, course))
        if text != self.page.toPlainText():
            at = self.page.verticalScrollBar().value()
            self.page.setPlainText(text)
            self.page.verticalScrollBar().setValue(at)

    def numbers(self, snapshot: Snapshot) -> list[NumberAbout]:
        """Return what stands behind the percentages of the course."""
        if self._course is None or self._asked_first(self._course):
            return []
        return [
            NumberAbout(
                name=tr(
                    "{muscle!s}: day {day}",
                    muscle=muscle_name(p.muscle, self.session.tables),
                    day=p.day,
                ),
                value=tr(
                    "left {left!s}, right {right!s}",
                    left=percent(p.left_percent),
                    right=percent(p.right_percent),
                ),
                what=tr("Mean RMS of the bilateral holds, each side against itself."),
                window=tr("Middle 1.0 s of each hold, noise at rest taken off."),
                band="" if self._course.baseline is None else self._course.baseline.band.label,
                reference=tr("The newest measurement before the first treatment on record."),
                age=f"{p.when.astimezone():%Y-%m-%d %H:%M}",
                source=tr("The session files of this person."),
                is_not=tr("It is no dose, and left and right are not compared by it."),
            )
            for p in self._course.points
            if p.muscle in self._course.muscles and p.day > 0
        ]

    def _course_now(self) -> Course:
        """Return the course; it is made and drawn anew only when something in it changed."""
        state, now = self.session.treatment.state, self._now()
        policy = self.session.treatment.policy
        key = (state.measurement, state.given, state.examination, now.date(), policy)
        if self._course is None or key != self._key:
            self._key = key
            self._course = course_of(self.session.history.visits, state, now)
            self._draw(self._course)
        return self._course

    def _draw(self, course: Course) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        first = self._asked_first(course)
        muscles = () if first else course.muscles
        columns = 1 if len(muscles) < 3 else 2
        tables, policy = self.session.tables, self.session.treatment.policy
        readings = {} if tables is None else {r.muscle: r for r in course.readings(tables, policy)}
        for i, muscle in enumerate(muscles):
            name, reading = muscle_name(muscle, tables), readings.get(muscle)
            chart = CourseChart(course, muscle, name, look=self.look, reading=reading)
            self._grid.addWidget(chart, i // columns, i % columns)
        self._charts.setVisible(bool(muscles))
        spread = () if first or tables is None else course.spread(tables, policy)
        set_text(self.alarm, "\n".join(f"■ {shown(spread_reason(s).text)}" for s in spread))
        self.alarm.setVisible(bool(spread))
        set_text(self._legend, "\n".join(first) or _legend(course, self.session.tables))
        # At 200 % there is room for a picture only where there is one.
        self._course_card.setVisible(bool(muscles) or not self.look.is_large)

    def _asked_first(self, course: Course) -> list[str]:
        """Return what must be answered before any number of a later visit."""
        examination = self.session.treatment.state.examination
        return asked_first(course, examination, self.session.tables)

    def _lines(self, snapshot: Snapshot, course: Course) -> list[str]:
        session, state = self.session, self.session.treatment.state
        path = session.record_path
        adverse = adverse_lines(state.examination, session.history, session.tables)
        notes = note_lines(state, session.tables)
        policy = session.treatment.policy
        follow_up = follow_up_lines(
            course, session.history, state.examination, session.tables, policy
        )
        return [
            *origin_lines(snapshot.origin),
            *([*safety_summary(state), ""] if state.safety else []),
            *([*adverse, ""] if adverse else []),
            *measured_lines(snapshot),
            "",
            *map_lines(snapshot),
            *marked_lines(snapshot),
            *decided_lines(state, self.session.tables, policy),
            "",
            *given_lines(state, session.tables),
            "",
            *([*notes, ""] if notes else []),
            *([*follow_up, ""] if follow_up else []),
            *history_lines(session.history),
            "",
            tr("Session file: {name!s}", name=path.name) if path else tr("Not recorded."),
        ]


def _legend(course: Course, tables: Tables | None) -> str:
    """Return how the picture is read, or why there is none."""
    if course.muscles:
        return tr(
            "● full line: left   □ broken line: right   ▲ dotted: treated   bar: where it may lie, "
            "thick line: a fall to here or less can be told"
        )
    if not course.treatments:
        return tr("Nothing to compare: no earlier treatment of this person is on record.")
    if course.baseline is None:
        return tr("No baseline: nothing was measured before the first treatment.")
    if course.not_compared:
        misfit = course.not_compared[-1]
        return tr(
            "Nothing can be compared. {muscle!s}: {why}",
            muscle=muscle_name(misfit.muscle, tables),
            why=misfit.why,
        )
    return tr("The baseline is on record; nothing was measured after the treatment yet.")
