"""`NoBoardVisit`: a treatment without a board: planned, decided, given and recorded.

Most faces are treated without a measurement. The visit has the same file as a measured one, with
no samples in it, and the same treatment; a visit that was closed is taken up again by it, also
one that had a board.
"""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Self

from emg_dosing.plan import Plan
from emg_dosing.tables import Tables
from emg_session.clocks import local_date, utc_now
from emg_session.columns import ColumnRing
from emg_session.decisions import Decision
from emg_session.files import default_montage
from emg_session.link import LinkState, link_text
from emg_session.protocol import Protocol
from emg_session.reopening import reopen_session
from emg_session.session_record import SessionRecord
from emg_session.snapshot import Snapshot
from emg_session.snapshot_maker import pair_readings, silent
from emg_session.treatment import Treatment
from emg_session.visit_history import VisitHistory
from emg_session.visits import StoredVisit, VisitFolder, read_visit
from emg_signal.chunk import Origin
from emg_signal.errors import DeviceNotFoundError, EmgError
from emg_signal.filters import Band
from emg_signal.phrase import say

NOTHING_MEASURED = Band(20.0, 450.0)
"""Stands where a band must stand: the recommended one for surface EMG; no amplitude has it."""


class NoBoardVisit:
    """A visit in which nothing is measured.

    Parameters
    ----------
    subject
        Label of the person.
    tables
        Dosing tables; None turns dosing off.
    plan
        The injector's plan, or None.
    record
        New file, or None.
    earlier
        A file to take up again instead; whose it is stands in it.
    folder
        Where earlier visits are looked for, or None.
    notes
        What a person must know from the start, one line each.
    clock, utc, today
        Monotonic seconds, time of day and local date.

    Raises
    ------
    RecordError
        The file to take up again cannot be used.
    """

    has_board = False

    def __init__(
        self,
        *,
        subject: str = "",
        tables: Tables | None = None,
        plan: Plan | None = None,
        record: Path | None = None,
        earlier: Path | None = None,
        folder: VisitFolder | None = None,
        notes: tuple[str, ...] = (),
        clock: Callable[[], float] = time.monotonic,
        utc: Callable[[], str] = utc_now,
        today: Callable[[], dt.date] = local_date,
    ) -> None:
        self._visit = None if earlier is None else read_visit(earlier)
        subject = subject if self._visit is None else self._visit.head.subject
        self.origin = Origin.LIVE if self._visit is None else self._visit.head.origin
        self.montage = default_montage(8)
        self.tables = tables
        self.record_path = record if earlier is None else earlier
        self.error: EmgError | None = None
        self.ended = threading.Event()
        self.columns = ColumnRing(8, 1.0, columns_per_s=1)
        self.history = VisitHistory(folder, subject, self.origin, self.record_path)
        self.treatment = Treatment(
            tables, record=self._record_event, now_s=clock, today=today, subject=subject
        )
        self._today = today
        self._plan, self._notes, self._utc = plan, notes, utc
        self._record: SessionRecord | None = None
        self._started = False
        self._looked = 0

    def start(self) -> None:
        """Open the record; once per visit.

        Raises
        ------
        RecordError, PlanError
            Nothing is left open then.
        """
        if self._started:
            return
        if self.record_path is not None:
            self._record = self._open_record(self.record_path)
        try:
            self.treatment.know_toxin(self.history.toxin_days(self._today()))
            if self._visit is not None:
                self.treatment.resume(self._visit, measured_ago_s=self._measured_ago_s(self._visit))
            if self._plan is not None:
                self.treatment.set_plan(self._plan)
        except BaseException:
            self.stop()
            raise
        self._started = True

    def stop(self) -> None:
        """Seal the record; may be called twice."""
        if self._record is not None:
            self._record.close()
        self.ended.set()

    def __enter__(self) -> Self:
        """Start, and return the visit."""
        self.start()
        return self

    def __exit__(self, *error: object) -> None:
        """Stop, whatever happened."""
        self.stop()

    def snapshot(self) -> Snapshot:
        """Return what there is to say now: no numbers, and the state of the treatment."""
        self.treatment.refresh()
        state, self._looked = self.treatment.state, self._looked + 1
        link = LinkState.ENDED if self.ended.is_set() else LinkState.NO_BOARD
        text = link_text(LinkState.NO_BOARD, None)
        measurement = state.measurement
        montage = self.montage if measurement is None else measurement.montage
        symmetries = () if measurement is None else measurement.symmetries
        return Snapshot(
            sequence=self._looked,
            index=-1,
            time_s=0.0,
            age_s=0.0,
            link=link,
            link_text=text,
            board="",
            origin=self.origin,
            fs_hz=0.0,
            measured_fs_hz=None,
            band=NOTHING_MEASURED if measurement is None else measurement.band,
            rms_window_s=0.125,
            sites=silent(self.montage, text),
            pairs=pair_readings(montage, {s.pair.muscle: s for s in symmetries}, self.tables),
            taps=(),
            placement=0,
            cue=None,
            cue_left_s=0.0,
            calibration=None,
            calibration_text=text,
            measurement=measurement,
            findings=state.findings,
            suggestion=state.suggestion,
            lost_samples=0,
            recorded_s=0.0,
            record_text="" if self._record is None else self._record.text,
            notes=self._notes,
        )

    def start_protocol(self, protocol: Protocol) -> None:
        """Refuse: there is nothing to follow cues with.

        Raises
        ------
        DeviceNotFoundError
            Always.
        """
        raise DeviceNotFoundError(
            link_text(LinkState.NO_BOARD, None), say("Begin a visit with a board.")
        )

    def set_plan(self, plan: Plan, *, why: str = "entered") -> None:
        """Make `plan` the newest version."""
        self.treatment.set_plan(plan, why=why)

    def decide(self, decision: Decision) -> bool:
        """Record a person's answer to the suggestion; False if it was answered already."""
        return self.treatment.decide(decision)

    def _open_record(self, path: Path) -> SessionRecord:
        if self._visit is not None:
            return SessionRecord(reopen_session(path, utc=self._utc()), self._utc)
        return SessionRecord.create(
            path, subject=self.treatment.subject, origin=self.origin, utc_now=self._utc
        )

    def _measured_ago_s(self, visit: StoredVisit) -> float | None:
        """Return the age of the newest measurement by the time of day; None if it cannot be."""
        if not visit.measurements:
            return None
        locked = dt.datetime.fromisoformat(visit.measurements[-1].locked_at_utc)
        ago_s = (dt.datetime.fromisoformat(self._utc()) - locked).total_seconds()
        return ago_s if ago_s >= 0 else None

    def _record_event(self, kind: str, body: Mapping[str, Any], *, key: str | None = None) -> None:
        if self._record is not None:
            self._record.event(kind, body, index=-1, key=key)
