"""What a person in front of the window does and sees: keys, words, and what is cut off."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QWidget,
)

from emg_ui.frame.window import Window
from emg_ui.widgets.elided_label import ElidedLabel

F = {i: getattr(Qt.Key, f"Key_F{i}") for i in range(1, 6)}


def settle(window: Window) -> None:
    """Let the window lay itself out and show its session's snapshot."""
    app = QApplication.instance()
    for _ in range(3):
        app.processEvents()
        window.tick()
    window.show_snapshot(window.session.snapshot())
    app.processEvents()


def words(widget: QWidget) -> str:
    """Return all words that a widget shows now."""
    labels = [label for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return "\n".join(label.text() for label in labels)


def texts_of(widget):
    """Return everything that a widget shows or tells a screen reader."""
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.toolTip()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(i) for i in range(widget.count()))
    if isinstance(widget, QTableWidget):
        for row in range(widget.rowCount()):
            for column in range(widget.columnCount()):
                item = widget.item(row, column)
                yield "" if item is None else item.text()
        for column in range(widget.columnCount()):
            header = widget.horizontalHeaderItem(column)
            yield "" if header is None else header.text()


def show(window, session, snapshot):
    session.show(snapshot)
    settle(window)


def cut_off(window):
    """Return every visible label or button whose words need more room than it has."""
    found = []
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text() or isinstance(label, ElidedLabel):
            continue  # an elided label says by its end that there is more, and its tip is whole
        if label.wordWrap():
            fits = label.heightForWidth(label.width()) <= label.height() + 2
        else:
            fits = label.sizeHint().width() <= label.width() + 2
        if not fits:
            found.append(
                f"{label.text()!r} {label.size().toTuple()} of {label.sizeHint().toTuple()}"
            )
    for button in window.findChildren(QPushButton):
        if button.isVisible() and button.sizeHint().width() > button.width() + 2:
            sizes = f"{button.size().toTuple()} of {button.sizeHint().toTuple()}"
            found.append(f"button {button.text()!r} {sizes}")
    return found


class PatientHand:
    """A clock that goes on by a second at each look: nothing is pressed in haste."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        self.now_s += 1.0
        return self.now_s


class Keyboard:
    """Presses keys where the focus is, and counts them."""

    def __init__(self, qtbot, window):
        self._qtbot, self._window = qtbot, window
        self.presses = 0

    def press(self, *keys, modifier=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            self._qtbot.keyClick(self._focus(), key, modifier)
            self.presses += 1
            QApplication.processEvents()

    def type(self, text):
        for letter in text:
            self._qtbot.keyClicks(self._focus(), letter)
            self.presses += 1
            QApplication.processEvents()

    def _focus(self):
        return QApplication.focusWidget() or self._window.focusWidget() or self._window


def doses(session):
    return {p.id: p.dose.units for p in session.treatment.state.plan.points}
