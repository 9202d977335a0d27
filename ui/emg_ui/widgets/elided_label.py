"""`ElidedLabel`: one line that gives way where there is no room, and says so by its end."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from emg_ui.widgets.tips import set_tip


class ElidedLabel(QLabel):
    """Text at the right of its place, cut with … if it must be; whole in the tip.

    Parameters
    ----------
    role
        Role of the style sheet.
    """

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def shown_text(self) -> str:
        """What stands there now."""
        return self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802, D102
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        words = self.shown_text
        set_tip(self, "" if words == self.text() else self.text())
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        area: QRect = self.contentsRect()
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()
