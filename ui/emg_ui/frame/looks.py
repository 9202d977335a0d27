"""`Looks`: theme and text size, changed by a key."""

from __future__ import annotations

from emg_ui.frame.host import Host
from emg_ui.text.theme import TEXT_SCALES


class Looks:
    """Takes the next look; the window makes its desk anew in it.

    Parameters
    ----------
    host
        The window.
    """

    def __init__(self, host: Host) -> None:
        self._host = host

    def change_theme(self) -> None:
        """Change between dark and light."""
        settings = self._host.settings
        theme = "light" if settings.theme == "dark" else "dark"
        self._host.set_settings(settings.changed(theme=theme))

    def step_text(self, step: int) -> None:
        """Take the next larger (+1) or smaller (-1) text scale."""
        i = TEXT_SCALES.index(self._host.desk.look.scale) + step
        if 0 <= i < len(TEXT_SCALES):
            self._host.set_settings(self._host.settings.changed(text_scale=TEXT_SCALES[i]))
