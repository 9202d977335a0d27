"""`History`: the earlier visits of the person who is treated now."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from emg_dosing.plan import Plan
from emg_dosing.tables import Tables
from emg_session.visits import Visit, VisitFolder, VisitHead
from emg_signal.chunk import Origin


class History:
    """Earlier visits of one person, read once, when somebody first asks.

    Parameters
    ----------
    folder
        Where session files are kept; None where there is none.
    subject
        Label of the person; an empty one has no history.
    origin
        Of the visit that goes on now: a simulated person has a history of their own.
    but
        File of the visit that goes on now.
    """

    def __init__(
        self,
        folder: VisitFolder | None = None,
        subject: str = "",
        origin: Origin = Origin.LIVE,
        but: Path | None = None,
    ) -> None:
        self.subject, self.origin = subject, origin
        self._folder, self._but = folder, but

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """Earlier visits, newest first."""
        if self._folder is None:
            return ()
        return self._folder.visits(self.subject, origin=self.origin, but=self._but)

    @property
    def problems(self) -> tuple[str, ...]:
        """Files of the folder that could not be used, one line each."""
        return () if self._folder is None else self._folder.problems

    def last_plan(self, tables: Tables) -> tuple[Plan, VisitHead] | None:
        """Return the plan of the newest visit that had one, and which visit; None without one."""
        if self._folder is None:
            return None
        return self._folder.last_plan(self.subject, tables, origin=self.origin, but=self._but)
