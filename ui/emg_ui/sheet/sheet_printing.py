"""`SheetPrinting`: Ctrl+P on a screen prints the injection sheet as it stands, ticks and all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from emg_ui.sheet.print_sheet import SheetContent
from emg_ui.sheet.print_target import print_question
from emg_ui.text.language import shown, tr
from emg_ui.text.marks import ORIGIN_WORDS
from emg_ui.widgets.chooser import Chooser
from emg_ui.widgets.screen import Screen


class SheetPrinting(QObject):
    """Asks where the sheet goes, over its screen.

    Parameters
    ----------
    screen
        Where the key works.
    say
        Called with what became of it, in words.
    appendix
        Lines that follow the sheet on a page of their own.
    """

    def __init__(
        self,
        screen: Screen,
        say: Callable[[str], None],
        appendix: Callable[[], tuple[str, ...]] = tuple,
    ) -> None:
        super().__init__(screen)
        self._screen, self._say, self._appendix = screen, say, appendix
        self.chooser = Chooser(screen, look=screen.look)
        key = QShortcut(QKeySequence("Ctrl+P"), screen)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.ask)

    def ask(self) -> None:
        """Ask where the sheet goes; what is simulated says so on it."""
        session = self._screen.session
        if session.tables is None or session.treatment.state.plan is None:
            self._say(tr("There is no plan to print."))
            return
        word = ORIGIN_WORDS[session.snapshot().origin]
        content = SheetContent(
            session.treatment.state,
            session.tables,
            datetime.now().astimezone(),
            (shown(word),) if word else (),
            self._appendix(),
        )
        self.chooser.ask(print_question(content, session.record_path, self._say))
