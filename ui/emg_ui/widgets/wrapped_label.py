"""`WrappedLabel`: words in several lines that remembers how high they are at a width."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel


class WrappedLabel(QLabel):
    """Words that wrap.

    Qt asks a wrapped label for its height dozens of times while a page is laid out, and shapes
    the whole text each time: a third of what it cost to press a key.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self._heights: dict[int, int] = {}
        self.setWordWrap(True)

    def heightForWidth(self, width: int) -> int:  # noqa: N802, D102
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = super().heightForWidth(width)
        return height

    def setText(self, text: str) -> None:  # noqa: N802, D102
        self._heights.clear()
        super().setText(text)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802, D102
        self._heights.clear()  # another font or style
        super().changeEvent(event)
