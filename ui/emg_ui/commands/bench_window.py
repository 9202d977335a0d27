"""The window that is measured, and its event loop."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QTimer

from emg_session.live import LiveSession
from emg_signal.montage import Montage, pair_of
from emg_ui.face.electrode_face import CONTACTS
from emg_ui.frame.window import Window
from emg_ui.train.train_screen import TrainScreen


def run_loop(seconds: float) -> None:
    """Run Qt's own event loop for `seconds`; the application would close its windows."""
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def bench_montage(n_channels: int) -> Montage:
    """Return a montage of as many pairs as there are channels for: the drawn face's, and more."""
    n_pairs = n_channels // 2
    names = [*CONTACTS, *(f"site {i + 1}" for i in range(len(CONTACTS), n_pairs))]
    return Montage("bench", tuple(pair_of(names[i], 2 * i, 2 * i + 1) for i in range(n_pairs)))


def open_measured(session: LiveSession) -> Window:
    """Open a window on the Measure screen of `session`."""
    window = Window(session, train=TrainScreen.of)
    window.resize(1280, 800)
    window.show()
    window.start()
    window.desk.show_phase(window.desk.screens.index(window.measure))
    return window
