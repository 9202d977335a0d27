"""``session``: what stored session files hold, and whether they were altered."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Annotated

import typer

from emg_session.event_names import marks_of
from emg_session.export.form import ExportFormat
from emg_session.stored import StoredSession, read_session, read_verified
from emg_signal.errors import ConfigError, RecordError
from emg_signal.phrase import say
from emg_ui.commands.output import one_line, tell


def register(app: typer.Typer) -> None:
    """Add the commands of this module to `app`."""
    group = typer.Typer(
        help="Stored sessions: list, course, map, verify, marks, methods, export, copy, recover.",
        no_args_is_help=True,
    )
    group.command("list")(list_sessions)
    group.command()(verify)
    group.command()(marks)
    group.command()(methods)
    group.command()(export)
    group.command()(copy)
    group.command()(recover)
    group.command()(course)
    group.command("map")(show_map)
    app.add_typer(group, name="session")


def list_sessions(
    folder: Annotated[
        Path | None, typer.Argument(help="Folder with session files; where visits are kept else.")
    ] = None,
) -> None:
    """List the session files of a folder."""
    folder = _folder_of(folder)
    found = sorted(folder.glob("*.evenhand"))
    if not found:
        tell(one_line(f"no session files (*.evenhand) in {folder}"))
    for path in found:
        try:
            tell(one_line(_line_of(read_session(path))))
        except RecordError as error:
            tell(one_line(f"{path}  cannot be read: {error}"))


def _folder_of(asked: Path | None) -> Path:
    from emg_ui.text.settings import kept_folder

    if asked is None:
        return kept_folder()
    if not asked.is_dir():
        raise ConfigError(
            say("There is no folder {folder!s}.", folder=asked), say("Check the name.")
        )
    return asked


def _line_of(stored: StoredSession) -> str:
    boards = ", ".join(sorted({str(s.board.get("board", "?")) for s in stored.segments.values()}))
    kinds = [event.kind for event in stored.events]
    given = kinds.count("given") - kinds.count("given taken back")
    state = "sealed" if stored.sealed else "not closed in order"
    return (
        f"{stored.path}  {boards or 'no board'}  {kinds.count('measurement')} measurement(s), "
        f"{kinds.count('decision')} decision(s), {given} point(s) given, {state}"
        f"{', of an older kind' if stored.is_older else ''}"
    )


def verify(file: Annotated[Path, typer.Argument(help="Session file.")]) -> None:
    """Check that nothing in a session file was altered: person, origin, board, samples, records."""
    stored = read_verified(file)
    words = (
        "sealed" if stored.sealed else "not closed in order: records after a crash may be missing"
    )
    tell(one_line(f"{file}: {stored.records} records, none altered; {words}"))
    if stored.is_older:
        tell(
            "It is of an older kind (format 1): of its person, origin, board and samples nothing "
            "can be proven."
        )


def marks(file: Annotated[Path, typer.Argument(help="Session file.")]) -> None:
    """Print what was marked in a session as CSV: sample, name, what marked it, time on record."""
    rows = StringIO()
    table = csv.writer(rows, lineterminator="\n")
    table.writerow(("sample", "name", "source", "utc"))
    for utc, mark in marks_of(read_session(file)):
        table.writerow((mark.index, mark.name, mark.source, utc))
    tell(rows.getvalue().removesuffix("\n"))


def methods(file: Annotated[Path, typer.Argument(help="Session file.")]) -> None:
    """Print the methods section of a paper for the session's newest measurement."""
    from emg_session.methods import methods_of

    tell(methods_of(read_session(file)))


def course(
    person: Annotated[str, typer.Argument(help="Label of the person, as it is on record.")],
    folder: Annotated[
        Path | None, typer.Argument(help="Folder with session files; where visits are kept else.")
    ] = None,
    origin: Annotated[str, typer.Option(help="live, simulated or playback.")] = "live",
    as_json: Annotated[bool, typer.Option("--json", help="JSON instead of text.")] = False,
) -> None:
    """Tell what the newest visit says of each side over its own baseline: effect, lag, spread."""
    from emg_ui.commands.course_text import course_lines, course_record, stored_course

    stored = stored_course(_folder_of(folder), person, origin)
    if as_json:
        tell(json.dumps(course_record(stored), indent=2, ensure_ascii=False))
        return
    for line in course_lines(stored):
        tell(one_line(line))


def show_map(file: Annotated[Path, typer.Argument(help="Session file.")]) -> None:
    """Show which muscles worked in which task of the newest measurement: names, never units."""
    from emg_dosing.muscle_map import first_dose_words, map_words, muscle_map
    from emg_session.stored_visit import read_visit
    from emg_ui.review.visit_summary import origin_lines

    visit = read_visit(file)
    rows = muscle_map(visit.measurements[-1]) if visit.measurements else ()
    if not rows:
        raise ConfigError(
            say("{file!s} holds no measurement of tasks.", file=file),
            say("Measure, then lock the measurement."),
        )
    first = first_dose_words(rows, visit.examination)
    said = [*origin_lines(visit.head.origin), *map_words(rows), *([] if first is None else [first])]
    for line in said:
        tell(one_line(str(line)))


def export(
    file: Annotated[Path, typer.Argument(help="Session file.")],
    to: Annotated[Path, typer.Option("--to", help="Folder for the files; made if need be.")],
    form: Annotated[
        ExportFormat, typer.Option("--format", help="Of the samples: bdf keeps every count.")
    ] = ExportFormat.BDF,
) -> None:
    """Write samples, events and doses as BDF+, EDF+ or CSV; each file is read back."""
    from emg_session.export.exporting import export_session

    done = export_session(
        file, to, form, progress=lambda name: tell(one_line(f"writing {name}"), err=True)
    )
    for path in done.files:
        tell(one_line(str(path)))
    tell(f"{done.seconds:.1f} s of samples, read back; nobody is named in them")


def copy(
    file: Annotated[Path, typer.Argument(help="Session file, also of a visit that goes on.")],
    to: Annotated[Path, typer.Option("--to", help="Folder for the copy; made if need be.")],
) -> None:
    """Copy a session whole, verified before it takes its name; never a file by itself."""
    from emg_session.keeping import copy_session

    tell(one_line(f"{copy_session(file, to)}: whole, verified"))


def recover(
    files: Annotated[list[Path], typer.Argument(help="Session files whose program died.")],
) -> None:
    """Seal what a crash left; what was committed is there, and that it was sealed late is told."""
    from emg_session.clocks import utc_now
    from emg_session.keeping import recover_session

    for file in files:
        done = recover_session(file, utc=utc_now())
        tell(one_line(f"{file}: {'sealed' if done else 'was sealed already'}"))
