"""What covers the numbers while the patient is to relax."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from emg_ui.text.language import tr
from emg_ui.widgets.cards import label


class Curtain(QWidget):
    """Stands before the lanes while nothing of a person may be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sign")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._word = label(tr("Battery only"), "huge")
        self._why = label(
            tr(
                "This board is on a person. Tick the list on the right, by the keys 1 to 4: "
                "board and computer on batteries, surface electrodes only. "
                "Nothing of this person is shown before."
            ),
            "headline",
            wrap=True,
        )
        self.setAccessibleName(self._why.text())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.addStretch(1)
        for part in (self._word, self._why):
            _centre(part)
            layout.addWidget(part)
        layout.addStretch(1)


def _centre(part: QLabel) -> None:
    part.setAlignment(Qt.AlignmentFlag.AlignCenter)
