"""`set_tip`: a tooltip that shows a text as it is, also one that looks like a page's code."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QWidget


def set_tip(widget: QWidget, text: str) -> None:
    """Show `text` as the tooltip of `widget`; Qt would draw what looks like HTML, pictures too."""
    widget.setToolTip(f"<qt>{escape(text)}</qt>" if "<" in text else text)
