"""`Ticks`: the points that a person ticks as given, and ticks taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from emg_dosing.names import point_name
from emg_dosing.plan import Plan, Point
from emg_dosing.preparation import prepare
from emg_dosing.safety import SafetyItem, open_stops
from emg_session.assessment import Assessment
from emg_session.deeds import Deed
from emg_session.doer import Doer
from emg_session.entries import NewEvent
from emg_session.given import Drawn, Given
from emg_session.promise import Promising
from emg_session.treatment_state import TreatmentState
from emg_signal.document import as_document
from emg_signal.errors import PlanError
from emg_signal.phrase import say


class Ticks:
    """Takes a person's ticks, which count once they are on disk.

    Parameters
    ----------
    assessment
        With the plan that is given, and what stands against it.
    doer
        Waits for the disk.
    promise
        Puts events on record, and says whether they are on disk.
    """

    def __init__(self, assessment: Assessment, doer: Doer, promise: Promising) -> None:
        self._assessment, self._doer, self._promise = assessment, doer, promise
        self._count = 0
        self._safety_on_record: tuple[SafetyItem, ...] = ()

    def give(self, point_id: str, *, at_utc: str, units: float | None = None) -> bool:
        """Record that a point of the plan was given; False if it was already.

        Of a tick that nobody is known to have seen it is recorded that it is so.

        It counts once it is on disk (`TreatmentState.writing` until then).

        Parameters
        ----------
        point_id
            A point of the newest plan.
        at_utc
            When, ISO 8601 with offset.
        units
            Units as given, where they are others than planned; None for the planned ones.

        Raises
        ------
        PlanError
            There is no such point, the lot of the vial is not known, `units` are no amount, or what
            stands against the plan has no reason yet.
        RecordError
            It cannot be recorded, and so is not shown as given.
        """
        with self._doer.nothing_writing(but_ticks=True):
            state = self._assessment.state
            known = state.given_at(point_id)
            if known is not None or point_id in state.writing:
                return known is not None and units is None and self._confirm(known)
            tick = self._tick(*_wanted(state, point_id), state, at_utc=at_utc, units=units)
            self._count += 1
            key = f"given {point_id} at {at_utc}, {self._count}"
            events = (*self._safety_event(), NewEvent("given", tick.as_dict(), key))
            self._do(tick, partial(self._show, tick, state.safety), *events)
            return True

    def take_back(self, point_id: str) -> bool:
        """Record that a tick was a mistake; False if the point was not ticked.

        Raises
        ------
        RecordError
            It cannot be recorded, and so the tick stands.
        """
        with self._doer.nothing_writing(but_ticks=True):
            tick = self._assessment.state.given_at(point_id)
            if tick is None or point_id in self._assessment.state.writing:
                return False
            event = NewEvent("given taken back", tick.as_dict())
            self._do(tick, partial(self._show_instead, tick, ()), event)
            return True

    def _confirm(self, tick: Given) -> bool:
        """Record that a point was given whose tick is in doubt; False if it is not in doubt."""
        if tick.is_confirmed or tick.point.id in self._assessment.state.writing:
            return False
        known = replace(tick, is_confirmed=True)
        event = NewEvent("given confirmed", tick.as_dict())
        self._do(tick, partial(self._show_instead, tick, (known,)), event)
        return True

    def _tick(
        self, plan: Plan, point: Point, state: TreatmentState, *, at_utc: str, units: float | None
    ) -> Given:
        """Return what was given at a point, planned, drawn and typed apart."""
        typed = None if units is None else replace(point.dose, units=units)
        return Given(
            point,
            plan.lot or "",
            state.plan_version,
            at_utc,
            None if typed == point.dose else typed,
            self._drawn(plan, point.id),
        )

    def _drawn(self, plan: Plan, point_id: str) -> Drawn | None:
        """Return what is to be drawn for a point; None while vial or syringe are open."""
        tables = self._assessment.tables
        preparation = None if tables is None else prepare(plan, tables)
        draws = () if preparation is None else preparation.draws
        found = (Drawn(d.drawn_ml, d.delivered_units) for d in draws if d.point_id == point_id)
        return next(found, None)

    def _safety_event(self) -> tuple[NewEvent, ...]:
        """Return the safety line as it stood before a point was given; nothing if on record."""
        safety = self._assessment.state.safety
        if safety == self._safety_on_record:
            return ()
        return (NewEvent("safety", {"items": [as_document(item) for item in safety]}),)

    def _do(self, tick: Given, done: Callable[[], None], *events: NewEvent) -> None:
        name = point_name(tick.point, self._assessment.tables)
        self._doer.do(Deed(name, self._promise(*events), done, tick.point.id))

    def _show(self, tick: Given, safety: tuple[SafetyItem, ...]) -> None:
        self._safety_on_record = safety
        self._assessment.change(given=(*self._assessment.state.given, tick))

    def _show_instead(self, tick: Given, others: tuple[Given, ...]) -> None:
        given = self._assessment.state.given
        self._assessment.change(given=(*(each for each in given if each is not tick), *others))


def _wanted(state: TreatmentState, point_id: str) -> tuple[Plan, Point]:
    """Return the plan and its point; raise `PlanError` if that may not be given now."""
    points = () if state.plan is None else state.plan.at(id=point_id)
    if state.plan is None or not points:
        raise PlanError(say("The plan has no point {point}.", point=point_id))
    if not state.plan.lot:
        raise PlanError(say("The lot of the vial is missing."), say("Enter it."))
    stops = open_stops(state.safety)
    if stops:
        raise PlanError(
            say("Nothing is given while this stands: {finding}", finding=stops[0].text),
            say("Say why you go on, or leave it."),
        )
    return state.plan, points[0]
