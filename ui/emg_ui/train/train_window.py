"""`TrainingWindow`: from the list of cases through brief and run to the debrief, and back."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from emg_simulators.memory_device import SLICE_S
from emg_training.attempts import AttemptStore
from emg_training.case_run import CaseRun
from emg_training.debrief import Debrief
from emg_training.scenario import TrainingScenario
from emg_ui.text.language import tr
from emg_ui.text.settings import Settings
from emg_ui.text.style import style_sheet
from emg_ui.text.theme import TEXT_SCALES
from emg_ui.text.translation import choose_language
from emg_ui.train.case_list import CaseList
from emg_ui.train.case_screen import BriefPage, banner
from emg_ui.train.debrief_page import DebriefPage
from emg_ui.train.run_page import RunPage


class TrainingWindow(QMainWindow):
    """Scored training; the patient runs in process, on every system.

    Parameters
    ----------
    store
        Where attempts are kept; the user's own folder by default.
    settings, keep
        As `emg_ui.frame.window.Window` takes them.
    clock, sleep, slice_s
        Of every case's session; those of a `StepClock` run it as fast as it can be computed.
    """

    def __init__(
        self,
        store: AttemptStore | None = None,
        *,
        settings: Settings | None = None,
        keep: Callable[[Settings], str] = lambda settings: "",
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        slice_s: float = SLICE_S,
    ) -> None:
        super().__init__()
        self.store = store or AttemptStore()
        self.settings = settings or Settings()
        self._keep = keep
        self._clock, self._sleep, self._slice_s = clock, sleep, slice_s
        self._make: Callable[[], QWidget] = self._list
        self.page: QWidget = QWidget()
        self.setWindowTitle(tr("Evenhand – training"))
        self.setMinimumSize(960, 600)
        self.show_list()

    # -- pages --------------------------------------------------------------------------------

    def show_list(self, chosen: str = "") -> None:
        """Show the list of cases, with the one of that id chosen."""
        self._show(lambda: self._list(chosen))

    def show_brief(self, case: TrainingScenario) -> None:
        """Show what is told before `case` begins."""
        self._show(lambda: self._brief(case))

    def begin(self, case: TrainingScenario) -> None:
        """Run `case`; raises `EmgError` if its session cannot start."""
        run = CaseRun(
            case,
            store=self.store,
            clock=self._clock,
            sleep=self._sleep,
            slice_s=self._slice_s,
        )
        run.start()
        page = RunPage(run, settings=self.settings, keep=self._run_settings)
        page.ended.connect(self.show_debrief)
        self._put(page)
        page.start()

    def show_debrief(self, debrief: Debrief) -> None:
        """Show how an attempt went."""
        self._show(lambda: self._debrief(debrief))

    def _list(self, chosen: str = "") -> QWidget:
        page = CaseList(self.store, look=self.settings.look)
        page.choose(chosen)
        page.case_chosen.connect(self.show_brief)
        return page

    def _brief(self, case: TrainingScenario) -> QWidget:
        page = BriefPage(case, look=self.settings.look)
        page.list_wanted.connect(lambda: self.show_list(case.id))
        page.start_wanted.connect(lambda: self.begin(case))
        return page

    def _debrief(self, debrief: Debrief) -> QWidget:
        page = DebriefPage(debrief, look=self.settings.look)
        page.list_wanted.connect(lambda: self.show_list(debrief.case.id))
        page.again_wanted.connect(lambda: self.show_brief(debrief.case))
        page.next_wanted.connect(self.show_brief)
        return page

    def _show(self, make: Callable[[], QWidget]) -> None:
        """Show a page that is made anew in every look."""
        self._make = make
        self._put(make())
        for keys, act in (
            ("Ctrl+T", self.change_theme),
            ("Ctrl++", lambda: self.step_text(1)),
            ("Ctrl+=", lambda: self.step_text(1)),
            ("Ctrl+-", lambda: self.step_text(-1)),
        ):
            QShortcut(QKeySequence(keys), self.page).activated.connect(act)

    def _put(self, page: QWidget) -> None:
        """Show `page` under the stripe that says what this is."""
        before, self.page = self.page, page
        holder = QWidget()
        holder.setObjectName("screen")
        holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        holder.setStyleSheet(style_sheet(self.settings.look))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if not isinstance(page, RunPage):  # the case's own window has its stripe
            column.addWidget(banner())
        column.addWidget(page, 1)
        if isinstance(before, RunPage):
            before.stop()
        self.setCentralWidget(holder)
        if isinstance(page, CaseList | BriefPage | DebriefPage):
            page.take_focus()

    # -- look ---------------------------------------------------------------------------------

    def change_theme(self) -> None:
        """Change between dark and light."""
        theme = "light" if self.settings.theme == "dark" else "dark"
        self.set_settings(self.settings.changed(theme=theme))

    def step_text(self, step: int) -> None:
        """Take the next larger (+1) or smaller (-1) text scale."""
        i = TEXT_SCALES.index(self.settings.text_scale) + step
        if 0 <= i < len(TEXT_SCALES):
            self.set_settings(self.settings.changed(text_scale=TEXT_SCALES[i]))

    def set_settings(self, settings: Settings) -> None:
        """Follow other settings, on every page but a running case, which follows by itself."""
        if settings.language != self.settings.language:
            choose_language(settings.language)
        self._run_settings(settings)
        self._show(self._make)

    def _run_settings(self, settings: Settings) -> str:
        """Keep what was changed in the running case's own window."""
        self.settings = settings
        holder = self.centralWidget()
        if holder is not None:
            holder.setStyleSheet(style_sheet(settings.look))
        return self._keep(settings)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802, D102
        if isinstance(self.page, RunPage):
            self.page.stop()
        super().closeEvent(event)
