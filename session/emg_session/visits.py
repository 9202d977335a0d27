"""`VisitFolder`: the earlier visits of a person, found by label among the stored sessions.

Only what a person did is read, never the samples. A simulated or replayed session is never part
of a person's history: the origin is asked for with the label. A file that cannot be read, or
whose records were altered, is not used and is named in `problems`.
"""

from __future__ import annotations

from pathlib import Path

from emg_dosing.plan import Plan
from emg_dosing.tables import Tables
from emg_session.patience import promptly
from emg_session.record_boundary import part, reading
from emg_session.record_folder import SUFFIX
from emg_session.record_format import CONTINUES
from emg_session.stored import read_meta
from emg_session.stored_visit import StoredVisit, VisitHead, head_of, read_visit
from emg_signal.chunk import Origin
from emg_signal.errors import PlanError, RecordError, StorageFullError
from emg_signal.phrase import say


class VisitFolder:
    """The session files of one folder.

    Parameters
    ----------
    path
        The folder; it need not exist yet.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: tuple[str, ...] = ()
        """Files that the newest look could not use, one line each."""
        self.is_silent = False
        """Whether the disk did not answer: nothing is known of what is here."""

    def heads(self) -> tuple[VisitHead, ...]:
        """Return whose visits are here, newest first; without files that another goes on for."""
        every, ended, self.problems = [], set(), ()
        for path in self._paths():
            try:
                meta = read_meta(path)
                with reading(path), part(say("whose and whence it is")):
                    every.append(head_of(path, meta))
                ended.add(meta.get(CONTINUES))
            except RecordError as error:
                self._complain(path, error)
        found = (head for head in every if head.path.name not in ended)
        # The name settles visits that began in the same moment: the order is always the same.
        return tuple(sorted(found, key=lambda head: (head.began, head.path.name), reverse=True))

    def people(self, *, origin: Origin = Origin.LIVE) -> tuple[str, ...]:
        """Return the labels of everyone with a visit here, the newest visitor first."""
        heads = (head for head in self.heads() if head.origin is origin and head.subject)
        return tuple(dict.fromkeys(head.subject for head in heads))

    def visits(
        self, subject: str, *, origin: Origin = Origin.LIVE, but: Path | None = None
    ) -> tuple[StoredVisit, ...]:
        """Return the visits of one person, newest first; of nobody if there is no label.

        Parameters
        ----------
        subject
            Label, compared letter by letter: a similar one is another person's.
        origin
            LIVE for real people, with a board or without; a simulated patient of the same label
            is somebody else.
        but
            A file to leave out: the visit that goes on now.
        """
        if not subject:
            return ()
        heads = [h for h in self.heads() if (h.subject, h.origin) == (subject, origin)]
        read = (self._visit(head) for head in heads if but is None or head.path != but)
        return tuple(visit for visit in read if visit is not None)

    def plans(
        self, subject: str, tables: Tables, *, origin: Origin = Origin.LIVE, but: Path | None = None
    ) -> tuple[tuple[Plan, VisitHead], ...]:
        """Return the plans of the visits that had one, and which visit, newest first.

        Parameters
        ----------
        subject, origin, but
            As for `visits`.
        tables
            Today's; a plan whose product or region they no longer hold is left out and named in
            `problems`.
        """
        found = []
        for visit in self.visits(subject, origin=origin, but=but):
            try:
                plan = visit.plan(tables)
            except PlanError as error:
                self._complain(visit.head.path, error)
                continue
            if plan is not None:
                found.append((plan, visit.head))
        return tuple(found)

    def _paths(self) -> list[Path]:
        """Return the files; none, and say so, where the disk does not answer."""
        try:
            return promptly(lambda: list(self.path.glob(f"*{SUFFIX}")), self.path)
        except StorageFullError as error:
            self.is_silent = True
            self._complain(self.path, error)
            return []

    def _visit(self, head: VisitHead) -> StoredVisit | None:
        try:
            return read_visit(head.path)
        except RecordError as error:
            self._complain(head.path, error)
            return None

    def _complain(self, path: Path, error: Exception) -> None:
        self.problems = (
            *self.problems,
            say("{file!s} is not used: {why!s}", file=path.name, why=error),
        )
