"""`NoBoardVisit`: a treatment without a board: planned, decided, given and recorded.

Most faces are treated without a measurement. The visit has the same file as a measured one, with
no samples in it, and the same treatment; a visit that was closed is taken up again by it, also
one that had a board.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from emg_dosing.names import point_name
from emg_session.link import LinkState, link_text
from emg_session.reopening import reopen_session
from emg_session.session_record import SessionRecord
from emg_session.snapshot import PairReading, Snapshot, pair_readings
from emg_session.stored import read_session
from emg_session.stored_visit import StoredVisit, read_visit, visit_in
from emg_session.treatment_state import TreatmentState
from emg_session.visit import Visit, VisitSetup
from emg_signal.chunk import Origin
from emg_signal.errors import RecordError
from emg_signal.phrase import listed, say


class NoBoardVisit(Visit):
    """A visit in which nothing is measured.

    Parameters
    ----------
    setup
        What it begins with.
    earlier
        A file to take up again instead of a new one; whose visit it is stands in it.

    Raises
    ------
    RecordError
        The file to take up again cannot be used.
    """

    has_board = False

    def __init__(self, setup: VisitSetup, *, earlier: Path | None = None) -> None:
        self._earlier = None if earlier is None else read_visit(earlier)
        self.origin = Origin.LIVE
        if self._earlier is not None:
            head = self._earlier.head
            setup, self.origin = replace(setup, subject=head.subject, record=earlier), head.origin
        super().__init__(setup)

    def _begin(self) -> None:
        plan = self._setup.plan
        if plan is not None:
            self.treatment.require_own(plan)
        if self.record_path is not None:
            self._open_record(self.record_path)
        known = "" if self._earlier is None else self._earlier.policy_digest
        self.treatment.begin(policy_on_record=known)
        self._meet(self.origin)
        if self._earlier is not None:
            self.treatment.resume(self._earlier, measured_ago_s=self._measured_ago_s(self._earlier))
        if plan is not None:
            self.treatment.set_plan(plan)

    def snapshot(self) -> Snapshot:
        """Return what there is to say now: the state of the treatment, and no stream."""
        state = self._treated()
        measurement = state.measurement
        link = LinkState.ENDED if self.ended.is_set() else LinkState.NO_BOARD
        pairs: tuple[PairReading, ...] = ()
        if measurement is not None:
            known = {each.pair.muscle: each for each in measurement.symmetries}
            pairs = pair_readings(measurement.montage, known, self.tables)
        return Snapshot(
            link=link,
            link_text=link_text(LinkState.NO_BOARD, None),
            origin=self.origin,
            treatment=state,
            pairs=pairs,
            record_text=self._record_text,
            notes=(*self._notes, *self._in_doubt(state)),
            stream=None,
        )

    @property
    def _origin(self) -> Origin:
        return self.origin

    def _in_doubt(self, state: TreatmentState) -> tuple[str, ...]:
        """Return what a person has to say of ticks that the screen may never have shown."""
        points = [tick.point for tick in state.given if not tick.is_confirmed]
        if not points:
            return ()
        text = say(
            "The program ended before this visit did, and this was written last: {points}. Whether "
            "the screen showed the tick is not known. Given? Tick it in Inject (F4); if not, take "
            "it back.",
            points=listed(point_name(point, self.tables) for point in points),
        )
        return (text,)

    def _open_record(self, path: Path) -> None:
        if self._earlier is None:
            self._record.begin(self._new_record(path))
            return
        _require_last(self._earlier)
        file = reopen_session(path, utc=self._clocks.utc())
        session = read_session(path)  # with what another window did before it let the file go
        self._earlier = visit_in(path, session)
        self._record.begin(SessionRecord(file, self._clocks.utc), session.events)

    def _measured_ago_s(self, visit: StoredVisit) -> float | None:
        """Return the age of the newest measurement by the time of day; None if it cannot be."""
        if not visit.measurements:
            return None
        locked = dt.datetime.fromisoformat(visit.measurements[-1].locked_at_utc)
        ago_s = (dt.datetime.fromisoformat(self._clocks.utc()) - locked).total_seconds()
        return ago_s if ago_s >= 0 else None


def _require_last(visit: StoredVisit) -> None:
    """Raise `RecordError` if the visit went on in another file: ticks are missing in this one."""
    if visit.goes_on_in:
        raise RecordError(
            say(
                "The visit in {file} went on in {other}.",
                file=visit.head.path.name,
                other=visit.goes_on_in,
            ),
            say("Take that file up."),
        )
