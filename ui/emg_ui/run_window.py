"""Opening the window on a session, on a display or offscreen."""

from __future__ import annotations

from emg_signal.errors import ConfigError
from emg_ui.run_request import RunRequest, make_session

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


def require_display() -> None:
    """Raise `ConfigError` if a window could not be seen here."""
    from emg_ui.application import has_display

    if not has_display():
        raise ConfigError(
            "There is no display for the window.", "Use --headless, or: evenhand demo"
        )


def run_window(request: RunRequest, *, seconds: float | None) -> None:
    """Open the window, stream `request` in it, and return when it is closed.

    Raises
    ------
    EmgError
        Qt cannot be loaded, there is no display, or the board cannot be reached.
    """
    # The board first: what is wrong with the argument matters more than the lack of a display.
    session = make_session(request)
    try:
        require_qt()
        require_display()
    except ConfigError:
        session.stop()
        raise
    from PySide6.QtCore import QTimer

    from emg_ui.application import make_application, quit_on_interrupt
    from emg_ui.language import asked_for
    from emg_ui.settings import keep_settings, load_settings, settings_path
    from emg_ui.translation import choose_language
    from emg_ui.window import Window

    with session:
        app = make_application()
        path = settings_path()
        settings, _ = load_settings(path)
        choose_language(asked_for() or settings.language)
        window = Window(session, settings=settings, keep=lambda s: keep_settings(s, path))
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
