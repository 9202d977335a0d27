"""`PersonChooser`: who is treated next, and with which board; a visit begins with it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from emg_session.stored_visit import VisitHead
from emg_signal.chunk import Origin
from emg_signal.phrase import say
from emg_ui.text.acts import with_place
from emg_ui.text.language import shown, tr
from emg_ui.text.theme import Look
from emg_ui.visit.known_people import KnownPeople
from emg_ui.visit.run_request import LONGEST_LABEL, VIRTUAL, is_virtual
from emg_ui.visit.visit_door import VisitChoice, VisitDoor
from emg_ui.widgets.cards import Card, label, set_text, set_tone
from emg_ui.widgets.screen import Screen
from emg_ui.widgets.session_view import SessionView


class PersonChooser(Screen):
    """Person and board, by keyboard; nothing is closed before a visit is begun.

    Parameters
    ----------
    session, look
        As in `Screen`.
    door
        Knows earlier visits and what is plugged in.
    """

    title = say("Person and board")
    purpose = say(
        "A visit belongs to one person. Type a label (no name is needed); known people are listed "
        "as you type. Most visits need no board."
    )
    keys = say("Type   Down: known people   Tab: board   Enter: begin   Esc: back")

    chosen = Signal(object)
    """The `VisitChoice` that was made."""
    left = Signal()
    """The person wants back to where they were."""

    def __init__(self, session: SessionView, *, look: Look, door: VisitDoor) -> None:
        super().__init__(session, look=look)
        self._door = door
        self._heads: tuple[VisitHead, ...] = ()
        self._again: VisitHead | None = None
        self.person = QLineEdit()
        self.people = KnownPeople(look=look)
        self.board = QComboBox()
        self.again = QPushButton()
        self.again.setCheckable(True)
        self.begin_button = QPushButton(tr("Begin the visit (Enter)"))
        self.back_button = QPushButton(tr("Back (Esc)"))
        self._known = label("", "", wrap=True)
        self._message = label("", "", wrap=True)
        self._board_says = label("", "", wrap=True)
        self._remedies: dict[str, str] = {}
        """Board in the list → what its port needs."""
        self._build()
        self._board_is_meant = False
        """Whether a person chose the board by hand, or was asked about it."""
        self._connect()

    def _connect(self) -> None:
        self.person.textChanged.connect(lambda _: self._show_person())
        self.person.returnPressed.connect(self.begin)
        self.people.taken.connect(self._take)
        self.board.currentTextChanged.connect(lambda _: self._show_board())
        self.board.activated.connect(lambda _: self._choose_board())
        self.again.toggled.connect(lambda _: self._name_again())
        self.begin_button.clicked.connect(self.begin)
        self.back_button.clicked.connect(self.left)
        for part in (self.person, self.people, self.board, self.again):
            part.installEventFilter(self)

    def _build(self) -> None:
        self.person.setMaxLength(LONGEST_LABEL)
        self.person.setAccessibleName(tr("Person: a label, no name is needed"))
        self.person.setPlaceholderText(tr("label of the person, as M-012"))
        self.board.setEditable(True)
        self.board.setAccessibleName(tr("Board"))
        self.begin_button.setProperty("kind", "main")
        card = Card(tr("Person and board"))
        card.body.addLayout(self._form(), 1)
        card.body.addWidget(self._message)
        buttons = QHBoxLayout()
        buttons.addWidget(self.begin_button)
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        card.body.addLayout(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.addStretch(0 if self.look.is_large else 1)
        layout.addWidget(card, 3)
        layout.addStretch(0 if self.look.is_large else 1)

    def _form(self) -> QGridLayout:
        form = QGridLayout()
        form.setColumnStretch(1, 1)
        rows: tuple[tuple[str, QWidget], ...] = (
            (tr("Person"), self.person),
            ("", self._known),
            (tr("Known"), self.people),
            ("", self.again),
            (tr("Board"), self.board),
            ("", self._board_says),
        )
        for row, (text, field) in enumerate(rows):
            form.addWidget(label(text, "strong"), row, 0, Qt.AlignmentFlag.AlignTop)
            form.addWidget(field, row, 1)
        form.setRowStretch(2, 1)
        return form

    def take_focus(self) -> None:
        """Look anew for people and boards, and begin at an empty label."""
        self.complain("")
        self._board_is_meant = False
        with QSignalBlocker(self.board):
            self._list_boards()
        self._heads = self._door.visits.heads()
        if problems := self._door.visits.problems:
            first = problems[0]
            self.complain(tr("{n} file(s) cannot be read: {first}", n=len(problems), first=first))
        self.person.clear()
        self._show_board()
        self.person.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _list_boards(self) -> None:
        self.board.clear()
        self.board.addItem(tr("no board"), "")
        self.board.addItem(tr("virtual patient (simulated)"), VIRTUAL)
        for found in self._door.boards():
            spec = found.suggestion.split()[0]
            problem = f" – {shown(found.problem)}" if found.problem else ""
            self.board.addItem(f"{spec}  {shown(found.description)}{problem}", spec)
            self._remedies[spec] = with_place(found.remedy) if found.remedy else ""
        now = self.board.findData(self._door.device)
        if now < 0:
            self.board.addItem(self._door.device, self._door.device)
            now = self.board.count() - 1
        self.board.setCurrentIndex(now)

    @property
    def device(self) -> str:
        """The board that is chosen or typed; empty for none."""
        index = self.board.findText(self.board.currentText())
        return self.board.currentText().strip() if index < 0 else str(self.board.itemData(index))

    @property
    def label(self) -> str:
        """The label as it will be kept."""
        return " ".join(self.person.text().split())

    def _choose_board(self) -> None:
        """Take a board that a person chose by hand as meant."""
        self._board_is_meant = True

    def begin(self) -> None:
        """Begin the visit, or say what is missing."""
        if not self.label and not is_virtual(self.device):
            self.complain(tr("Type a label for the person first: records are kept under it."))
            self.person.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._is_likely_a_slip():
            self._board_is_meant = True
            self.complain(
                tr(
                    "The virtual patient is chosen: nobody would be measured. Choose no board or "
                    "this person's board; Enter again begins a simulated visit."
                )
            )
            return
        goes_on = self._again is not None and self.again.isChecked() and not self.device
        again = self._again.path if self._again is not None and goes_on else None
        self.chosen.emit(VisitChoice(self.label, self.device, again))

    def _is_likely_a_slip(self) -> bool:
        """Return whether a new label would get the virtual patient that was open before."""
        is_unasked = is_virtual(self.device) and not self._board_is_meant
        return is_unasked and bool(self.label) and not self.people.visits_of(self.label)

    def complain(self, text: str) -> None:
        """Say what was wrong with the choice."""
        set_text(self._message, text)
        set_tone(self._message, "bad")
        self._message.setVisible(bool(text))

    def _show_board(self) -> None:
        """Say what the board lacks, and list whose visits are on record, simulated ones apart."""
        remedy = self._remedies.get(self.device, "")
        set_text(self._board_says, remedy)
        self._board_says.setVisible(bool(remedy))
        origin = Origin.SIMULATED if is_virtual(self.device) else Origin.LIVE
        self.people.show_heads(tuple(h for h in self._heads if h.origin is origin))
        self._show_person()

    def _show_person(self) -> None:
        """Say whether this person is known, so that a slip of the finger is seen."""
        self.people.filter(self.label)
        heads, similar = self.people.visits_of(self.label), self.people.similar_to(self.label)
        tone = ""
        if not self.label:
            text = ""
        elif heads:
            day = f"{heads[0].began.astimezone():%Y-%m-%d}"
            text = tr("● Known: {n} visit(s), the last on {day!s}", n=len(heads), day=day)
            tone = "good"
        elif similar:
            text = tr("▲ New label. Is it the person of {label!s}?", label=similar[0])
            tone = "warn"
        else:
            text = tr("◇ New: no earlier visit under this label")
            tone = "note"
        set_text(self._known, text)
        set_tone(self._known, tone)
        self._offer_again(heads)

    def _offer_again(self, heads: list[VisitHead]) -> None:
        """Offer to go on with today's visit, if there is one and no board is chosen."""
        now = datetime.now().astimezone()
        newest = next((h for h in heads if h.path != self.session.record_path), None)
        today = newest is not None and newest.began.astimezone().date() == now.date()
        self._again = newest if today else None
        self.again.setVisible(self._again is not None and not self.device)
        if self._again is not None:
            self.again.setChecked(True)
        self._name_again()

    def _name_again(self) -> None:
        at = "" if self._again is None else f"{self._again.began.astimezone():%H:%M}"
        if self.again.isChecked():
            self.again.setText(tr("✓ Go on with today's visit of {at!s}", at=at))
        else:
            self.again.setText(tr("○ A new visit, apart from today's of {at!s}", at=at))

    def _take(self, label: str) -> None:
        self.person.setText(label)
        self.person.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if watched is self.person and event.key() == Qt.Key.Key_Down and self.people.count():
                self.people.setCurrentRow(0)
                self.people.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if watched is self.board and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.begin()
                return True
        return super().eventFilter(watched, event)
