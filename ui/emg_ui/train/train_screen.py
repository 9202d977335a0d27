"""`TrainScreen`: the Train phase of a treatment: the cases, each in a window of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow, QVBoxLayout

from emg_session.snapshot import Snapshot
from emg_signal.chunk import Origin
from emg_signal.phrase import say
from emg_training.attempts import AttemptStore
from emg_training.scenario import TrainingScenario
from emg_ui.text.settings import Settings
from emg_ui.text.theme import Look
from emg_ui.train.case_list import CaseList
from emg_ui.train.case_screen import banner
from emg_ui.train.train_window import TrainingWindow
from emg_ui.widgets.screen import Screen
from emg_ui.widgets.session_view import SessionView


class TrainScreen(Screen):
    """The list of cases; the session of this window is left alone.

    Parameters
    ----------
    session, look
        As in `Screen`.
    store
        Where attempts are kept; the user's own folder by default.
    """

    title = say("Train")
    purpose = say(
        "Cases on a simulated patient, run as a treatment is and scored. A case opens a window of "
        "its own; this session goes on."
    )
    keys = say("arrows choose   Enter start   Ctrl+S save attempts")

    def __init__(
        self, session: SessionView, *, look: Look, store: AttemptStore | None = None
    ) -> None:
        super().__init__(session, look=look)
        self._store = store or AttemptStore()
        self.cases: CaseList | None = None
        self.opened: QMainWindow | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._banner = banner()
        self._column.addWidget(self._banner)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Say that this is simulated, unless the window says it of the whole session."""
        self._banner.setVisible(snapshot.origin is not Origin.SIMULATED)

    @classmethod
    def of(cls, session: SessionView, look: Look) -> TrainScreen:
        """Return the screen of a treatment's window."""
        return cls(session, look=look)

    def take_focus(self) -> None:
        """Begin at the list, with what was reached meanwhile."""
        if self.cases is None:  # reading every case takes a second that a treatment need not wait
            self.cases = CaseList(self._store, look=self.look)
            self.cases.case_chosen.connect(self._open)
            self._column.addWidget(self.cases, 1)
        self.cases.refresh()
        self.cases.take_focus()

    def _open(self, case: TrainingScenario) -> None:
        window = TrainingWindow(self._store, settings=Settings().with_look(self.look))
        window.resize(self.window().size())
        window.show()
        window.show_brief(case)
        self.opened = window
