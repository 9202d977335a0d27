"""Where a record goes on that failed: the question, and what typed answers mean."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from emg_device.home_path import home_path
from emg_session.record_folder import SUFFIX, record_name
from emg_signal.errors import EmgError
from emg_signal.phrase import say
from emg_ui.sheet.print_target import documents_folder
from emg_ui.text.language import tr
from emg_ui.text.settings import kept_folder
from emg_ui.text.typed_answers import Reading
from emg_ui.widgets.question import Choice, Question


def place_question(before: Path, utc: str, take: Callable[[Path], None]) -> Question:
    """Ask for another place; nothing is touched on any disk until it is answered.

    Parameters
    ----------
    before
        File that the record is in now; its own folder is offered last.
    utc
        Time of day, ISO 8601, for the name of the new file.
    take
        Called with the new file.
    """
    folders = (kept_folder(), documents_folder(None), Path.home())
    others = [folder for folder in dict.fromkeys(folders) if folder != before.parent]
    choices = [
        Choice(tr("New file in {folder!s}", folder=folder), folder / record_name(utc))
        for folder in (*others, before.parent)
    ]
    return Question(
        tr("Where shall the record go on? All of this visit goes into the new file."),
        take,
        choices,
        lambda text: read_place(text, utc),
        tr("choose, or type a folder, such as that of a stick"),
    )


def read_place(text: str, utc: str) -> Reading:
    """Return the new file that a typed folder, or name of a file, means.

    Raises
    ------
    EmgError
        It is no path.
    """
    if "\0" in text or not text.strip():
        raise EmgError(say("{text!r} names no place.", text=text), say("Type a folder."))
    path = Path.home() / home_path(text.strip())
    if path.suffix != SUFFIX:
        path = path / record_name(utc)
    return Reading(path, str(path))
