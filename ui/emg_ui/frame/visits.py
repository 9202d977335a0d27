"""`Visits`: another person, another place for the record, and recordings in a board's place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from emg_session.clocks import utc_now
from emg_session.record_folder import record_name
from emg_signal.errors import EmgError, StorageFullError
from emg_ui.frame.host import Host
from emg_ui.frame.record_place import place_question
from emg_ui.frame.recording_questions import RecordingQuestions
from emg_ui.sheet.print_target import documents_folder
from emg_ui.text.acts import with_place
from emg_ui.text.language import tr
from emg_ui.visit.person_chooser import PersonChooser
from emg_ui.visit.visit_door import VisitChoice, VisitDoor


class Visits:
    """Closes the visit that is open for another, and says why where it cannot.

    Parameters
    ----------
    host
        The window.
    door
        Opens other visits; None where there are no others.
    over
        The same window, as the widget that a dialog of the system lies over.
    """

    def __init__(self, host: Host, door: VisitDoor | None, *, over: QWidget) -> None:
        self._host = host
        self._door = door
        self._over = over
        self._record_goes_to: Path | None = None

    def has_door(self) -> bool:
        """Return whether there are other visits."""
        return self._door is not None

    def choose_person(self) -> None:
        """Ask who is treated next, and with which board."""
        host, desk = self._host, self._host.desk
        if self._door is None:
            host.say(tr("No other visit can be begun in this window."))
        if self._door is None or isinstance(desk.phase, PersonChooser):
            return
        chooser = PersonChooser(host.session, look=desk.look, door=self._door)
        chooser.chosen.connect(self._begin)
        chooser.left.connect(lambda: host.desk.show_phase(host.desk.index))
        desk.show_beside(chooser)

    def _begin(self, choice: VisitChoice) -> None:
        """Close the visit that is open and show the chosen one; stay, with a reason, if not."""
        chooser = self._host.desk.phase
        if self._door is None or not isinstance(chooser, PersonChooser):
            return
        try:
            session = self._door.open(choice, self._host.session)
        except EmgError as error:
            chooser.complain(with_place(str(error), error.remedy))
            if isinstance(error, StorageFullError) and choice.again is None:
                self._ask_place_of(choice)
            return
        self._host.show_visit(session)

    def _ask_place_of(self, choice: VisitChoice) -> None:
        """Ask where a visit is recorded whose usual place takes nothing."""
        if self._door is not None:
            tried = choice.place or self._door.visits.path / record_name(utc_now())

            def begin(place: Path) -> None:
                self._begin(replace(choice, place=place))

            self._host.desk.chooser.ask(place_question(tried, utc_now(), begin))

    # -- where the record goes -------------------------------------------------------------------

    def is_recorded(self) -> bool:
        """Return whether there is a record that could go on elsewhere."""
        return self._host.session.record_path is not None

    def choose_place(self) -> None:
        """Ask where the record goes on."""
        before = self._host.session.record_path
        if before is None:
            self._host.say(tr("This visit is not recorded."))
            return
        self._host.desk.chooser.ask(place_question(before, utc_now(), self._move_record))

    def _move_record(self, path: Path) -> None:
        self._record_goes_to = path
        self._host.session.move_record(path)

    def say_where_the_record_is(self) -> None:
        """Say once that the record has moved: only when the first of it is on the new disk."""
        path = self._record_goes_to
        if path is not None and self._host.session.record_path == path:
            self._record_goes_to = None
            self._host.say(tr("The record goes on in {path!s}", path=path))

    # -- recordings ------------------------------------------------------------------------------

    def open_recording(self) -> None:
        """Ask for a recording, and for what its file does not tell; then play it."""
        if self._door is None:
            self._host.say(tr("No other visit can be begun in this window."))
            return
        ask = self._host.desk.chooser.ask
        RecordingQuestions(ask, self._play, self._host.say, self._browse).begin()

    def _browse(self, take: Callable[[Path], None]) -> None:
        """Let a file be looked for on the disk; nothing waits for the answer."""
        dialog = QFileDialog(self._over, tr("Open a recording"), str(documents_folder(None)))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda text: take(Path(text)))
        dialog.open()

    def _play(self, spec: str) -> None:
        if self._door is None:
            return
        try:
            session = self._door.play(spec, self._host.session)
        except EmgError as error:
            self._host.say(with_place(str(error), error.remedy))
            return
        self._host.show_visit(session)
