"""`KnownPeople`: everyone with an earlier visit, filtered by what is typed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from emg_session.stored_visit import VisitHead
from emg_ui.text.language import tr
from emg_ui.text.theme import Look

LABEL = Qt.ItemDataRole.UserRole


class KnownPeople(QListWidget):
    """A list to choose from by arrow keys or one click.

    Parameters
    ----------
    look
        Text scale: rows are large enough for a gloved finger.
    """

    taken = Signal(str)
    """The label that was chosen."""

    def __init__(self, *, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(tr("People with an earlier visit, newest first"))
        self._row = round(36 * look.scale)
        self._heads: dict[str, list[VisitHead]] = {}
        self.itemClicked.connect(lambda item: self.taken.emit(item.data(LABEL)))

    def show_heads(self, heads: tuple[VisitHead, ...]) -> None:
        """Know these visits, newest first."""
        self._heads = {}
        for head in heads:
            if head.subject:
                self._heads.setdefault(head.subject, []).append(head)
        self.filter("")

    def filter(self, typed: str) -> None:
        """Show the people whose label holds what was typed."""
        self.clear()
        for label, heads in self._heads.items():
            if _bare(typed) in _bare(label):
                item = QListWidgetItem(
                    tr(
                        "{label!s}   last visit {day!s}",
                        label=" ".join(label.split()),
                        day=f"{heads[0].began.astimezone():%Y-%m-%d}",
                    )
                )
                item.setData(LABEL, label)
                item.setSizeHint(QSize(self._row, self._row))
                self.addItem(item)

    def visits_of(self, label: str) -> list[VisitHead]:
        """Return the earlier visits under exactly this label, newest first."""
        return self._heads.get(label, [])

    def similar_to(self, label: str) -> list[str]:
        """Return known labels that differ from `label` by spaces, signs or capitals alone."""
        bare = _bare(label)
        return [known for known in self._heads if known != label and _bare(known) == bare]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and item:
            self.taken.emit(item.data(LABEL))
        else:
            super().keyPressEvent(event)


def _bare(label: str) -> str:
    return "".join(letter for letter in label.casefold() if letter.isalnum())
