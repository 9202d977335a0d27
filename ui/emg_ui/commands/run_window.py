"""Opening the window on a session, on a display or offscreen."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

from emg_session.live import LiveSession
from emg_session.no_board import NoBoardVisit
from emg_signal.errors import ConfigError
from emg_signal.phrase import say
from emg_ui.text.settings import kept_folder
from emg_ui.visit.run_request import RunRequest, make_session
from emg_ui.visit.visit_request import VisitRequest, make_visit

QT_REMEDY = say(
    "On Debian and Ubuntu: apt-get install libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 "
    "libfontconfig1 fonts-dejavu-core libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 "
    "libxkbcommon-x11-0"
)
"""The list of tools/system_packages.sh, which a wheel does not hold."""


def require_qt() -> None:
    """Load the window, or raise `ConfigError` if Qt's libraries cannot be loaded here."""
    try:
        import emg_ui.train.train_window  # noqa: F401 - loads the window and the training
    except ImportError as error:
        raise ConfigError(
            say("The window needs Qt, which cannot be loaded: {error}.", error=error), QT_REMEDY
        ) from error


def require_display() -> None:
    """Raise `ConfigError` if a window could not be seen here."""
    from emg_ui.frame.application import has_display

    if not has_display():
        raise ConfigError(
            say("There is no display for the window."),
            say("Use a machine that has one; without: evenhand demo, or live with --headless."),
        )
    if sys.platform == "linux" and os.environ.get("QT_QPA_PLATFORM", "xcb") == "xcb":
        from PySide6.QtCore import QLibraryInfo

        plugins = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
        require_loadable(Path(plugins) / "platforms" / "libqxcb.so")


def require_loadable(plugin: Path) -> None:
    """Load Qt's plugin for a display, and say what it lacks: Qt itself would abort.

    Raises
    ------
    ConfigError
        A library of the system is missing.
    """
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        raise ConfigError(
            say("The window needs Qt, which cannot be loaded: {error}.", error=error), QT_REMEDY
        ) from error


def run_window(request: RunRequest, *, seconds: float | None) -> None:
    """Open the window, stream `request` in it, and return when it is closed.

    Raises
    ------
    EmgError
        Qt cannot be loaded, there is no display, or the board cannot be reached.
    """
    # The board first: what is wrong with the argument matters more than the lack of a display.
    _show(make_session(request), request.folder or kept_folder(), request.device, seconds)


def run_visit(request: VisitRequest, *, seconds: float | None) -> None:
    """Open the window on a visit without a board; ask who is treated if nobody is named.

    Raises
    ------
    EmgError
        A file cannot be used, Qt cannot be loaded, or there is no display.
    """
    _show(make_visit(request), request.in_folder, "", seconds)


def _show(
    session: LiveSession | NoBoardVisit, folder: Path, device: str, seconds: float | None
) -> None:
    """Show `session` in the window until it is closed."""
    try:
        require_qt()
        require_display()
    except ConfigError:
        session.stop()
        raise
    from PySide6.QtCore import QTimer

    from emg_ui.frame.application import EndWatch, make_application
    from emg_ui.frame.window import Window
    from emg_ui.frame.window_size import fitting_size
    from emg_ui.sound.sound import Sound
    from emg_ui.text.language import asked_for
    from emg_ui.text.settings import keep_settings, load_settings, settings_path
    from emg_ui.text.translation import choose_language
    from emg_ui.train.train_screen import TrainScreen
    from emg_ui.visit.visit_door import VisitDoor

    with session:
        app = make_application()
        path = settings_path()
        settings, trouble = load_settings(path)
        choose_language(asked_for() or settings.language)
        window = Window(
            session,
            settings=settings,
            door=VisitDoor(folder, device=device, mains_hz=settings.mains_hz),
            sound=Sound(),
            keep=lambda s: keep_settings(s, path),
            train=TrainScreen.of,
        )
        screen = app.primaryScreen().availableSize()
        window.resize(fitting_size(settings.window_size, screen))
        window.show()
        window.start()
        window.say(trouble)

        def begin() -> None:
            if not session.has_board and not session.treatment.subject:
                window.visits.choose_person()

        window.pages.greet(begin)
        watch = EndWatch(window.close)
        if seconds is not None:
            QTimer.singleShot(round(1000 * seconds), window.close)
        app.exec()
        window.session.stop()
        watch.finish()
    ended = window.session.error or window.session.record_failure
    if ended is not None:
        raise ended
