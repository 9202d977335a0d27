"""`Exports`: a session that leaves as files of other programs, asked for and written beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from emg_session.export.exporting import export_session
from emg_session.export.form import ExportFormat
from emg_session.record_folder import SUFFIX
from emg_signal.errors import EmgError
from emg_signal.phrase import Phrase, say
from emg_ui.frame.host import Host
from emg_ui.prepare.plan_files import MOST_OFFERED, changed_s
from emg_ui.sheet.print_target import documents_folder
from emg_ui.text.acts import with_place
from emg_ui.text.language import shown, tr
from emg_ui.text.settings import kept_folder
from emg_ui.widgets.question import Choice, Question

FORMS: dict[ExportFormat, Phrase] = {
    ExportFormat.BDF: say("BDF+: every count of the board"),
    ExportFormat.EDF: say("EDF+: 16 bits, for programs that know no BDF"),
    ExportFormat.CSV: say("CSV: a table in µV"),
}


class Exports(QObject):
    """Asks which session, in which form and where to; writes it while the window goes on.

    Parameters
    ----------
    host
        The window.
    over
        The same window, as the widget that a dialog of the system lies over.
    """

    told = Signal(str)
    """How far it is, or what came of it, from the thread that writes."""

    def __init__(self, host: Host, *, over: QWidget) -> None:
        super().__init__(over)
        self._host = host
        self._over = over
        self._writing: Thread | None = None
        self.told.connect(host.say)

    def export(self) -> None:
        """Ask which session leaves: this visit's, one of the newest, or any on the disk."""
        if self._writing is not None and self._writing.is_alive():
            self._host.say(tr("An export is being written."))
            return
        own = self._host.session.record_path
        offered = sorted(kept_folder().glob(f"*{SUFFIX}"), key=changed_s, reverse=True)
        lines = [] if own is None else [Choice(tr("This visit, until now"), own)]
        lines += [Choice(path.stem, path) for path in offered[:MOST_OFFERED] if path != own]
        look = Choice(tr("Look for it on the disk …"), None)
        self._ask(tr("Which session leaves?"), self._took, [*lines, look])

    def _took(self, path: Path | None) -> None:
        if path is None:
            self._browse(QFileDialog.FileMode.ExistingFile, kept_folder(), self._ask_form)
        else:
            self._ask_form(path)

    def _ask_form(self, path: Path) -> None:
        lines = [Choice(shown(text), form) for form, text in FORMS.items()]
        self._ask(tr("In which form?"), lambda form: self._ask_folder(path, form), lines)

    def _ask_folder(self, path: Path, form: ExportFormat) -> None:
        def write(folder: Path) -> None:
            self._writing = Thread(target=self._write, args=(path, folder, form))
            self._writing.start()

        usual = documents_folder(None) / f"{path.stem}-{form}"

        def took(folder: Path | None) -> None:
            if folder is None:
                self._browse(QFileDialog.FileMode.Directory, documents_folder(None), write)
            else:
                write(folder)

        lines = [Choice(str(usual), usual), Choice(tr("Another folder …"), None)]
        self._ask(tr("Into which folder?"), took, lines)

    def _write(self, path: Path, folder: Path, form: ExportFormat) -> None:
        try:
            done = export_session(
                path,
                folder,
                form,
                progress=lambda name: self.told.emit(tr("Writing {name!s} …", name=name)),
            )
        except EmgError as error:
            self.told.emit(with_place(str(error), error.remedy))
            return
        self.told.emit(
            tr(
                "{n} files in {folder!s}, read back; nobody is named in them",
                n=len(done.files),
                folder=folder,
            )
        )

    def _ask(self, title: str, take: Callable[..., None], lines: list[Choice]) -> None:
        self._host.desk.chooser.ask(Question(title, take, lines))

    def _browse(
        self, mode: QFileDialog.FileMode, folder: Path, take: Callable[[Path], None]
    ) -> None:
        """Let a file or folder be looked for; nothing waits for the answer."""
        dialog = QFileDialog(self._over, tr("Export a session"), str(folder))
        dialog.setFileMode(mode)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda text: take(Path(text)))
        dialog.open()
