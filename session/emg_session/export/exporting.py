"""`export_session`: a visit's samples, events and doses as files of the field's formats."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from emg_session.export.edf import write_edf
from emg_session.export.form import ExportFormat
from emg_session.export.stretch import Stretch, stretches
from emg_session.export.tables import doses_table, events_table, write_samples
from emg_session.private_file import OWNER_ALONE
from emg_session.stored import read_verified
from emg_session.stored_visit import visit_in
from emg_signal.errors import ConfigError, RecordError
from emg_signal.phrase import say


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: files, and seconds of samples in them."""

    files: tuple[Path, ...]
    seconds: float


def export_session(
    path: Path,
    folder: Path,
    form: ExportFormat = ExportFormat.BDF,
    *,
    progress: Callable[[str], None] = lambda name: None,
) -> Exported:
    """Write every segment, its events, and the doses as given; each is read back.

    Nothing that names a person is written, and no file is written over another. Files appear
    together when all are whole.

    Parameters
    ----------
    path
        Session file; nothing in it is altered since it was recorded, or it is refused.
    folder
        Where to; it is made if it is not there.
    form
        Of the samples.
    progress
        Told the name of each file before it is written.

    Raises
    ------
    RecordError
        The session is damaged, altered or empty, or a file is not read back as written.
    ConfigError
        A file of that name is there, or the folder cannot be written to.
    """
    _refuse_others(path, folder)
    session = read_verified(path)
    visit = visit_in(path, session)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder, prefix=".export-") as part:
            seconds = 0.0
            for stretch in stretches(session):
                progress(_name(path, stretch, form))
                _write(Path(part), path, stretch, form)
                seconds += len(stretch.index) / stretch.header.fs_hz
            if visit.given:
                doses = Path(part) / f"{path.stem}_doses.csv"
                doses.write_text(doses_table(visit.given), encoding="utf-8", newline="")
            return Exported(_moved(Path(part), folder), seconds)
    except OSError as error:
        raise ConfigError(
            say("{folder!s} cannot be written to: {problem}.", folder=folder, problem=str(error)),
            say("Choose another folder."),
        ) from error


def _refuse_others(path: Path, folder: Path) -> None:
    """Refuse a folder that holds an export of a session of this name, before the work."""
    there = sorted(file for file in folder.glob("*") if file.name.startswith(f"{path.stem}_"))
    if there:
        raise ConfigError(
            say("{name} is there already.", name=there[0]), say("Choose another folder.")
        )


def _name(path: Path, stretch: Stretch, form: ExportFormat) -> str:
    return f"{path.stem}_run-{stretch.run}_emg.{form}"


def _write(part: Path, path: Path, stretch: Stretch, form: ExportFormat) -> None:
    target = part / _name(path, stretch, form)
    if form is ExportFormat.CSV:
        write_samples(target, stretch)
    else:
        write_edf(target, stretch, bits=24 if form is ExportFormat.BDF else 16)
    events = part / f"{path.stem}_run-{stretch.run}_events.tsv"
    events.write_text(events_table(stretch), encoding="utf-8", newline="")


def _moved(part: Path, folder: Path) -> tuple[Path, ...]:
    """Give every file its place, or none."""
    names = sorted(file.name for file in part.iterdir())
    if not names:
        raise RecordError(
            say("There are neither samples nor doses in it."), say("Choose another session.")
        )
    for name in names:
        (part / name).chmod(OWNER_ALONE)
        (part / name).rename(folder / name)
    return tuple(folder / name for name in names)
