"""``evenhand demo``: the whole way on the virtual patient, on any machine.

With a display the window opens. Without one the same window draws offscreen while the terminal
shows the session, and it ends by itself; where Qt's libraries cannot be loaded the terminal
stands alone. Session file and screenshot stay, and where is printed.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from rich.live import Live

from emg_session.files import require_new_file
from emg_session.live import LiveSession
from emg_signal.errors import ConfigError, EmgError
from emg_signal.phrase import say
from emg_ui.commands.output import tell
from emg_ui.commands.run_window import require_qt, run_window
from emg_ui.commands.terminal_view import make_console, picture
from emg_ui.frame.ending import raise_waiting
from emg_ui.visit.run_request import VIRTUAL, RunRequest, make_session

TEXT_EVERY_S = 5.0
"""Where output goes to a file rather than a terminal, a picture of the session so often."""


def run_demo(*, seconds: float, folder: Path | None) -> None:
    """Run the demonstration; see the module."""
    where = folder or Path(tempfile.mkdtemp(prefix="evenhand-demo-"))
    where.mkdir(parents=True, exist_ok=True)
    record = where / f"demo-{time.strftime('%Y%m%d-%H%M%S')}.evenhand"
    request = RunRequest(VIRTUAL, record=record)
    reason = _why_no_qt()
    if reason is None and _has_display():
        run_window(request, seconds=None)
        tell(f"session file: {record}")
        return
    screenshot = record.with_suffix(".png")
    if reason is None:
        require_new_file(screenshot)
    session = make_session(request)
    if reason is not None:
        tell(f"note: {reason}", err=True)
        _watch(session, seconds, window=None)
    else:
        _watch(session, seconds, window=screenshot)
        tell(f"screenshot:   {screenshot}")
    tell(f"session file: {record}")
    if session.error is not None:
        raise session.error


def _why_no_qt() -> str | None:
    try:
        require_qt()
    except ConfigError as error:
        return str(error)
    return None


def _has_display() -> bool:
    from emg_ui.frame.application import has_display

    return has_display()


def _watch(session: LiveSession, seconds: float, *, window: Path | None) -> None:
    """Show the session in the terminal for `seconds`, with the window drawing offscreen."""
    with session:
        pump = _Offscreen(session, window) if window is not None else None
        with _Terminal() as terminal:
            began_s = time.monotonic()
            while time.monotonic() - began_s < seconds and not session.ended.is_set():
                if pump is not None:
                    pump.draw()
                terminal.show(session)
                time.sleep(0.02)
        if pump is not None:
            pump.finish()


class _Terminal:
    """A live picture on a terminal; now and then a printed one elsewhere."""

    def __init__(self) -> None:
        self._console = make_console()
        self._live: Live | None = None
        self._shown_s = float("-inf")

    def __enter__(self) -> _Terminal:
        if self._console.is_terminal:
            self._live = Live(console=self._console, auto_refresh=False)
            self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._live is not None:
            self._live.stop()

    def show(self, session: LiveSession) -> None:
        """Show the newest snapshot, as often as it is useful."""
        now_s = time.monotonic()
        if now_s - self._shown_s < (0.2 if self._live is not None else TEXT_EVERY_S):
            return
        self._shown_s = now_s
        if self._live is not None:
            self._live.update(picture(session.snapshot()), refresh=True)
        else:
            self._console.print(picture(session.snapshot()))


class _Offscreen:
    """The real window, drawing into memory."""

    def __init__(self, session: LiveSession, screenshot: Path) -> None:
        from emg_ui.frame.application import EndWatch, make_application, use_offscreen

        use_offscreen()
        self._app = make_application()
        from emg_ui.frame.window import Window
        from emg_ui.train.train_screen import TrainScreen

        self._path = screenshot
        self._watch = EndWatch(lambda: None)
        self._window = Window(session, train=TrainScreen.of)
        self._window.resize(1280, 800)
        self._window.show()
        self._window.start()

    def draw(self) -> None:
        """Let the window do what is due; raise `Ended` if a signal came."""
        self._app.processEvents()
        raise_waiting()

    def finish(self) -> None:
        """Save the picture and close the window."""
        self._watch.finish()
        self._app.processEvents()
        saved = self._window.grab().save(str(self._path))
        self._window.close()
        if not saved:
            raise EmgError(
                say("Cannot write {file!s}.", file=self._path), say("Choose another folder.")
            )
