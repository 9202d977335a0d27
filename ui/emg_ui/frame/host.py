"""`Host`: what the window lends the parts that act in it.

The parts know this and not the window, so that none of them can reach what belongs to another.
"""

from __future__ import annotations

from typing import Protocol

from emg_ui.frame.desk import Desk
from emg_ui.text.settings import Settings
from emg_ui.widgets.session_view import SessionView


class Host(Protocol):
    """The visit that is open, the desk that shows it, and what was chosen; each may change."""

    @property
    def session(self) -> SessionView:
        """The visit that is open now."""

    @property
    def desk(self) -> Desk:
        """Made anew with every other look, language and visit: never to be kept."""

    @property
    def settings(self) -> Settings:
        """What the person chose."""

    def say(self, line: str) -> None:
        """Show one line for a while; nothing if it is empty."""

    def set_settings(self, settings: Settings) -> None:
        """Follow other settings from now on, and keep them."""

    def show_visit(self, session: SessionView) -> None:
        """Show another visit, which has begun."""
