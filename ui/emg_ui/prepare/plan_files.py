"""Plans as files: one is opened into Prepare, and the plan there is saved as a new one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from emg_device.home_path import home_path
from emg_dosing.plan import Plan
from emg_dosing.tables import Tables
from emg_session.files import load_plan, save_plan
from emg_signal.errors import ConfigError, EmgError
from emg_signal.phrase import say
from emg_ui.sheet.print_target import documents_folder
from emg_ui.text.language import shown, tr
from emg_ui.text.typed_answers import Reading
from emg_ui.widgets.question import Choice, Question

SUFFIX = ".toml"
MOST_OFFERED = 40
"""Files that are listed, newest first; any other can be typed."""


def open_question(
    beside: Path | None,
    tables: Tables,
    begin: Callable[[Plan, str], None],
    say_wrong: Callable[[str], None],
) -> Question:
    """Ask for a plan file and begin with what it holds.

    Parameters
    ----------
    beside
        Session file beside which plan files are looked for; without one, in the documents.
    tables
        Products and regions that a plan may have.
    begin
        Called with the plan and where it came from.
    say_wrong
        Called with what is wrong with the file, and what to do.
    """

    def take(path: Path) -> None:
        try:
            plan = load_plan(path, tables)
        except EmgError as error:
            say_wrong(_words(error))
        else:
            begin(plan, f"plan file {path.name}")

    folder = documents_folder(beside)
    files = sorted(folder.glob(f"[!.]*{SUFFIX}"), key=changed_s, reverse=True)
    return Question(
        tr("Open a plan file"),
        take,
        [Choice(str(path), path) for path in files[:MOST_OFFERED]],
        lambda text: _named(text, folder),
        tr("choose, or type the name of a plan file (TOML)"),
    )


def changed_s(path: Path) -> float:
    """Return when a file was changed, s since 1970; a link to nothing is the oldest."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def save_question(plan: Plan, beside: Path | None, say_done: Callable[[str], None]) -> Question:
    """Ask for a new file and save `plan` in it; `say_done` is called with what became of it."""
    folder = documents_folder(beside)

    def take(path: Path) -> None:
        try:
            save_plan(path, plan)
        except EmgError as error:
            say_done(_words(error))
        else:
            say_done(tr("Saved as {path!s}", path=path))

    offered = _free(folder)
    return Question(
        tr("Save this plan as a file"),
        take,
        [Choice(tr("New file {path!s}", path=offered), offered)],
        lambda text: _named(text, folder),
        tr("choose, or type the name of a new plan file (TOML)"),
    )


def _words(error: EmgError) -> str:
    return shown(str(error))


def _free(folder: Path) -> Path:
    """Return a name that no file has; never that of a person."""
    number = 1
    while (path := folder / f"plan-{number}{SUFFIX}").exists():
        number += 1
    return path


def _named(text: str, folder: Path) -> Reading:
    """Read a typed name; one without a folder is in `folder`."""
    path = home_path(text)
    if path.suffix != SUFFIX:
        raise ConfigError(
            say("{name!s} is no name of a plan file.", name=path.name),
            say("Let it end in {suffix!s}.", suffix=SUFFIX),
        )
    path = path if path.is_absolute() else folder / path
    return Reading(path, str(path))
