"""Opening the window on a session, on a display or offscreen."""

from __future__ import annotations

from emg_signal.errors import ConfigError
from emg_ui.run_request import RunRequest

QT_REMEDY = (
    "On Debian and Ubuntu: apt-get install libegl1 libgl1 libxkbcommon0 libdbus-1-3 "
    "libfontconfig1 libglib2.0-0; or use --headless."
)


def require_qt() -> None:
    """Raise `ConfigError` if Qt's libraries cannot be loaded here."""
    try:
        import PySide6.QtWidgets  # noqa: F401 - asked for whether it loads
    except ImportError as error:
        raise ConfigError(
            f"The window needs Qt, which cannot be loaded: {error}.", QT_REMEDY
        ) from error


def run_window(request: RunRequest, *, seconds: float | None) -> None:
    """Open the window, stream `request` in it, and return when it is closed.

    Raises
    ------
    EmgError
        Qt cannot be loaded, there is no display, or the board cannot be reached.
    """
    require_qt()
    from PySide6.QtCore import QTimer

    from emg_ui.application import has_display, make_application, quit_on_interrupt
    from emg_ui.run_request import make_session
    from emg_ui.window import Window

    if not has_display():
        raise ConfigError(
            "There is no display for the window.", "Use --headless, or: evenhand demo"
        )
    session = make_session(request)
    with session:
        app = make_application()
        window = Window(session)
        window.resize(1280, 800)
        window.show()
        window.start()
        keeper = quit_on_interrupt(window.close)
        if seconds is not None:
            QTimer.singleShot(round(1000 * seconds), window.close)
        app.exec()
        keeper.stop()
    if session.error is not None:
        raise session.error
