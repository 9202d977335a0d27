"""`LineList`: lines of words that wrap, one below the other, scrolled where they do not fit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from emg_ui.widgets.cards import label, mark_row, set_tone


class FittedHeight(QWidget):
    """Keeps itself as high as its wrapped words need at its width, inside a scroll area."""

    def fit(self) -> None:
        """Take the height that is needed."""
        # A scroll area asks wrapping words for the least height, which is one line each.
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(max(0, layout.heightForWidth(self.width())))

    def event(self, event: QEvent) -> bool:  # noqa: D102
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.fit()
        return done


class LineList(QScrollArea):
    """Lines in a scroll area, each as high as its words need at the present width.

    Parameters
    ----------
    name
        What a screen reader calls it.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = FittedHeight()
        self._inside.setObjectName("inside")
        self._inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(0, 0, 6, 0)
        self._lines.setSpacing(4)
        self.setWidget(self._inside)

    def clear(self) -> None:
        """Remove all lines."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()  # it is deleted later, and would lie over the new lines until then
                widget.deleteLater()

    def add(self, text: str, *, tone: str = "", role: str = "") -> None:
        """Add a line in one of the style sheet's roles."""
        line = label(text, role, wrap=True)
        self._lines.addWidget(line)
        if tone:
            set_tone(line, tone)

    def add_widget(self, widget: QWidget) -> None:
        """Add a line that is more than words."""
        self._lines.addWidget(widget)

    def add_marked(self, shape: str, text: str, tone: str) -> None:
        """Add a line with a coloured mark before it."""
        self._lines.addWidget(mark_row(shape, text, tone))

    def height_for(self, width: int) -> int:
        """Return the height of all lines at `width`, pixels."""
        for i in range(self._lines.count()):
            item = self._lines.itemAt(i)
            line = None if item is None else item.widget()
            if line is not None:
                line.show()  # new ones have neither height nor font before the next event
                line.ensurePolished()
        self._lines.invalidate()
        return self._lines.heightForWidth(width)

    def finish(self) -> None:
        """Begin at the top; called after the last line was added."""
        self._lines.addStretch(1)
        self.verticalScrollBar().setValue(0)
