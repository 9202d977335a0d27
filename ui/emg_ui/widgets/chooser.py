"""`Chooser`: one question over a screen, answered by typing: a big list, a value, or either.

Typing narrows the list (every typed word must begin a word of the line), Up and Down choose,
Enter takes, Escape leaves things as they were. A value is read as it is typed and said back with
its unit before Enter takes it. A click takes a line at once: nothing needs a double click.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from emg_signal.errors import EmgError
from emg_ui.text.language import shown, tr
from emg_ui.text.theme import Look
from emg_ui.text.typed_answers import Reading
from emg_ui.widgets.cards import label, set_text, set_tone
from emg_ui.widgets.question import Question

ROW_PX = 44
"""Height of a line at 100 %: a gloved finger (WCAG 2.2, 2.5.5)."""

LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Chooser(QFrame):
    """Asks a `Question` over its parent; hidden while nothing is asked.

    Parameters
    ----------
    parent
        The screen that it lies over; gets the keyboard back afterwards.
    look
        Theme and text scale.
    """

    def __init__(self, parent: QWidget, *, look: Look) -> None:
        super().__init__(parent)
        self._look = look
        self._over = parent
        self._question: Question | None = None
        self._before: QWidget | None = None
        self.setObjectName("question")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = label("", "headline", wrap=True)
        self.field = QLineEdit()
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a click must not end the typing
        self.list.setWordWrap(True)
        self._echo = label("", "strong", wrap=True)
        self._keys = label("", "muted", wrap=True)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for part in (self._title, self.field, self._echo, self.list, self._keys):
            column.addWidget(part, 1 if part is self.list else 0)
        self.field.setMinimumHeight(round(ROW_PX * look.scale))
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._take_item)
        parent.installEventFilter(self)
        self.hide()

    def ask(self, question: Question) -> None:
        """Ask; the keyboard is here until it is answered or left."""
        if self._question is None:
            window = self.window()
            self._before = _lasting(window.focusWidget())
        self._question = question
        set_text(self._title, question.title)
        self.setAccessibleName(question.title)
        self.field.setAccessibleName(question.title)
        self.field.setPlaceholderText(question.example)
        self.list.setAccessibleName(tr("Choices: {title}", title=question.title))
        keys = (
            tr("Type to narrow the list, Up and Down choose, Enter takes, Esc leaves.")
            if question.choices
            else tr("Enter takes, Esc leaves it as it was.")
        )
        set_text(self._keys, keys)
        self.field.setText(question.typed)
        self.field.selectAll()
        self._narrow()
        self._fit()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Leave things as they were."""
        self._question = None
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fit(self) -> None:
        """Lie in the middle of the parent, as large as the question needs."""
        over = self._over
        wide = min(over.width() - 24, round(720 * self._look.scale))
        self.setFixedWidth(wide)
        rows = [self.list.item(row).sizeHint().height() for row in range(self.list.count())]
        self.list.setVisible(bool(rows))
        self.list.setMinimumHeight(min(sum(rows) + 8, round(1.5 * ROW_PX * self._look.scale)))
        self._keys.setVisible(not (rows and self._look.is_large))
        high = self._column.heightForWidth(wide) + max(
            0, sum(rows) + 8 - self.list.minimumSizeHint().height()
        )
        high = min(over.height() - 24, high)
        self.resize(QSize(wide, high))
        self.move((over.width() - wide) // 2, max(12, (over.height() - high) // 3))

    def _narrow(self) -> None:
        question = self._question
        if question is None:
            return
        wanted = self.field.text().casefold().split()
        self.list.clear()
        for choice in question.choices:
            if not self._edited or all(_begins(w, choice.text) for w in wanted):
                item = QListWidgetItem(choice.text)
                item.setData(Qt.ItemDataRole.UserRole, choice)
                item.setSizeHint(QSize(0, self._row_height(choice.text)))
                self.list.addItem(item)
        if self.list.count() and (question.read is None or not self._edited):
            self.list.setCurrentRow(0)
        self._say_back()

    def _row_height(self, text: str) -> int:
        """Return room for a line, two where it wraps."""
        width = max(200, min(self._over.width() - 24, round(720 * self._look.scale)) - 60)
        metrics = self.list.fontMetrics()
        box = metrics.boundingRect(0, 0, width, 10_000, Qt.TextFlag.TextWordWrap.value, text)
        return max(round(ROW_PX * self._look.scale), box.height() + 14)

    @property
    def _edited(self) -> bool:
        """Whether the field holds something else than at the beginning."""
        return self._question is not None and self.field.text() != self._question.typed

    def _reading(self) -> Reading | None:
        """Return what was typed, None where nothing was; raises `EmgError`."""
        question = self._question
        if question is None or question.read is None or not self.field.text().strip():
            return None
        return question.read(self.field.text().strip())

    def _say_back(self) -> None:
        question = self._question
        text, tone = "", ""
        if question is not None and self.list.currentRow() < 0:
            try:
                reading = self._reading()
                text = "" if reading is None else f"➜ {reading.echo}"
                tone = "good"
            except EmgError as error:
                text, tone = shown(error.message), "warn"
            if question.read is None and not self.list.count():
                text, tone = tr("Nothing here begins like that."), "warn"
        set_text(self._echo, text)
        set_tone(self._echo, tone)
        self._echo.setVisible(bool(text))
        if self.isVisible():
            self._fit()

    def _take_item(self, item: QListWidgetItem) -> None:
        self._answer(item.data(Qt.ItemDataRole.UserRole).value)

    def _take(self) -> None:
        if self.list.currentRow() >= 0:
            self._take_item(self.list.currentItem())
            return
        try:
            reading = self._reading()
        except EmgError as error:
            set_text(self._echo, shown(str(error)))
            set_tone(self._echo, "warn")
            return
        if reading is not None:
            self._answer(reading.value)

    def _answer(self, value: Any) -> None:
        question = self._question
        if question is None:
            return
        self.leave()
        question.take(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102
        # The kind first: a screen that is freed sends events to a chooser without attributes.
        if isinstance(event, QKeyEvent):
            is_press = event.type() == QEvent.Type.KeyPress
            if is_press and watched is self.field and self._key(event):
                return True
        elif event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        """Handle a key of the field; whether it was one of ours."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif key in LIST_KEYS and self.list.count():
            step = {LIST_KEYS[0]: -1, LIST_KEYS[1]: 1, LIST_KEYS[2]: -6, LIST_KEYS[3]: 6}[key]
            row = self.list.currentRow() + step
            self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
            self._say_back()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        event.accept()  # a key that means nothing here means nothing behind it either

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802, D102
        if not self._over.isVisible():
            self._question = None  # another phase was shown: the question is left open
            self.hide()
        super().hideEvent(event)


def _lasting(focus: QWidget | None) -> QWidget | None:
    """Return what had the keyboard; for an editor of a table, which Qt deletes, its table.

    Qt makes such an editor itself: to ask one that is gone whether it is visible ends the program.
    """
    parent = None if focus is None else focus.parentWidget()
    view = None if parent is None else parent.parentWidget()
    return view if isinstance(view, QAbstractItemView) and parent is view.viewport() else focus


def _begins(word: str, text: str) -> bool:
    """Whether a word of `text` begins with `word`."""
    words = text.casefold().replace("(", " ").replace(",", " ").replace(":", " ").split()
    return any(part.startswith(word) for part in words)
