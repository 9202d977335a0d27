"""`VisitHistory`: the earlier visits of the person who is treated now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from emg_dosing.plan import Plan
from emg_dosing.tables import Tables
from emg_session.stored_visit import StoredVisit, VisitHead
from emg_session.visits import VisitFolder
from emg_signal.chunk import Origin


class VisitHistory:
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
        Returns the file that the visit which goes on now is in.
    """

    def __init__(
        self,
        folder: VisitFolder | None = None,
        subject: str = "",
        origin: Origin = Origin.LIVE,
        but: Callable[[], Path | None] = lambda: None,
    ) -> None:
        self.subject, self.origin = subject, origin
        self._folder, self._but = folder, but

    @cached_property
    def visits(self) -> tuple[StoredVisit, ...]:
        """Earlier visits, newest first."""
        if self._folder is None:
            return ()
        return self._folder.visits(self.subject, origin=self.origin, but=self._but())

    def toxin_days(self, today: dt.date) -> dict[str, int]:
        """Return region → days since it was last treated, of all earlier visits on record."""
        days: dict[str, int] = {}
        for visit in self.visits:
            for tick in visit.given:
                at = dt.datetime.fromisoformat(tick.at_utc).astimezone().date()
                ago = max(0, (today - at).days)
                days[tick.point.region] = min(ago, days.get(tick.point.region, ago))
        return days

    @cached_property
    def apart(self) -> int:
        """Number of visits under the same label that are of another origin."""
        if self._folder is None or not self.subject:
            return 0
        heads = self._folder.heads()
        return sum(h.subject == self.subject and h.origin is not self.origin for h in heads)

    @property
    def problems(self) -> tuple[str, ...]:
        """Files of the folder that could not be used, one line each."""
        return () if self._folder is None else self._folder.problems

    def plans(self, tables: Tables) -> tuple[tuple[Plan, VisitHead], ...]:
        """Return the plans of the visits that had one, and which visit, newest first."""
        if self._folder is None:
            return ()
        return self._folder.plans(self.subject, tables, origin=self.origin, but=self._but())
