"""`Course`: a person's measurements over their visits, against their own baseline.

The baseline is the newest measurement before the first treatment on record: what came after toxin
is none. Each side is compared with itself alone, and only where it was measured in the same way;
a measurement that cannot be compared says why. Data only: no dose follows from it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from emg_dosing.effect_reading import EffectReading, read_effect
from emg_dosing.examination import Examination
from emg_dosing.follow_up import Amplitudes, FollowUp
from emg_dosing.policy import Policy
from emg_dosing.spread_reading import Spread, spread_of
from emg_dosing.tables import Tables
from emg_session.given import Given
from emg_session.stored_visit import StoredVisit
from emg_session.treatment_state import TreatmentState
from emg_signal.measurement import Measurement
from emg_signal.montage import Side
from emg_signal.phrase import Phrase, say


@dataclass(frozen=True, slots=True)
class CoursePoint:
    """One muscle at one visit.

    Parameters
    ----------
    muscle
        Key of the muscle.
    when
        When it was locked.
    day
        Whole days since the first treatment on record; 0 or less for the baseline.
    left_percent, right_percent
        Each side in percent of its own baseline.
    """

    muscle: str
    when: datetime
    day: int
    left_percent: float
    right_percent: float


@dataclass(frozen=True, slots=True)
class NotCompared:
    """Why a muscle at a visit is not held against the baseline."""

    muscle: str
    when: datetime
    why: Phrase


@dataclass(frozen=True, slots=True)
class Treated:
    """When a person was treated, and with what."""

    when: datetime
    given: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """Everything of one person that can be held against their baseline.

    Parameters
    ----------
    treatments
        In order of time; empty before the first.
    baseline
        None without a measurement before the first treatment.
    points, not_compared
        By visit and muscle in order of time; the baseline itself is among the points.
    newest
        Today's visit after an earlier treatment, as the rules take it; None without one.
    toxin_days_before
        Region → days since toxin when the baseline was measured; None if nobody asked.
    treated
        Muscles that the treatment before `newest` reached.
    """

    treatments: tuple[Treated, ...] = ()
    baseline: Measurement | None = None
    points: tuple[CoursePoint, ...] = ()
    not_compared: tuple[NotCompared, ...] = ()
    newest: FollowUp | None = None
    toxin_days_before: Mapping[str, int] | None = None
    treated: tuple[str, ...] = ()

    @property
    def muscles(self) -> tuple[str, ...]:
        """Muscles with a point after the baseline, in the order of their first."""
        return tuple(dict.fromkeys(p.muscle for p in self.points if p.day > 0))

    def readings(self, tables: Tables, policy: Policy | None = None) -> tuple[EffectReading, ...]:
        """Return what today's EMG says of each treated muscle; none without a baseline.

        By the clinic's policy, the program's own where it is None.
        """
        if self.newest is None or not self.newest.now:
            return ()
        return tuple(read_effect(self.newest, m, tables, policy) for m in self.treated)

    def spread(self, tables: Tables, policy: Policy | None = None) -> tuple[Spread, ...]:
        """Return the sides of untreated muscles that fell."""
        return () if self.newest is None else spread_of(self.newest, self.treated, tables, policy)

    def of(self, muscle: str) -> tuple[CoursePoint, ...]:
        """Return the points of one muscle in order of time."""
        return tuple(point for point in self.points if point.muscle == muscle)


def course_of(visits: Sequence[StoredVisit], state: TreatmentState, now: datetime) -> Course:
    """Return the course of one person.

    Parameters
    ----------
    visits
        Earlier ones, newest first, of this person and origin alone.
    state
        The visit that goes on now.
    now
        Time of day, with time zone.
    """
    earlier = [visit.given for visit in reversed(visits) if visit.given]
    treatments = tuple(
        Treated(_first_tick(given), given) for given in (*earlier, state.given) if given
    )
    if not treatments:
        return Course()
    course = _against_baseline(treatments, _measured(visits, state))
    if not earlier:
        return course
    day = local_days(_first_tick(earlier[-1]), now)
    treated = tuple(dict.fromkeys(tick.point.muscle for tick in earlier[-1]))
    newest = _newest(day, course, state.measurement)
    marked = state.examination.sites_marked is True
    return replace(course, newest=replace(newest, sites_marked=marked), treated=treated)


def _measured(
    visits: Sequence[StoredVisit], state: TreatmentState
) -> list[tuple[Measurement, Examination]]:
    """Return the last measurement of every visit in order of time, with what was examined then."""
    measured = [(v.measurements[-1], v.examination) for v in reversed(visits) if v.measurements]
    if state.measurement is not None:
        measured.append((state.measurement, state.examination))
    return measured


def _against_baseline(
    treatments: tuple[Treated, ...], measured: Sequence[tuple[Measurement, Examination]]
) -> Course:
    """Return what was measured since the first treatment, held against the last one before it."""
    began = treatments[0].when
    before = [pair for pair in measured if locked_at(pair[0]) <= began]
    if not before:
        return Course(treatments)
    baseline, examination = before[-1]
    after = [m for m, _ in measured if locked_at(m) > began]
    points, misfits = _compared(began, baseline, after)
    asked = examination.toxin_days
    return Course(treatments, baseline, points, misfits, toxin_days_before=asked)


def locked_at(measurement: Measurement) -> datetime:
    """Return when a measurement was locked, with time zone."""
    return datetime.fromisoformat(measurement.locked_at_utc)


def _first_tick(given: tuple[Given, ...]) -> datetime:
    return min(datetime.fromisoformat(tick.at_utc) for tick in given)


def _compared(
    began: datetime, baseline: Measurement, after: Sequence[Measurement]
) -> tuple[tuple[CoursePoint, ...], tuple[NotCompared, ...]]:
    """Return each later measurement against the baseline, and what cannot be compared."""
    first = tuple(_amplitudes(baseline).values())
    at = locked_at(baseline)
    points = [CoursePoint(a.muscle, at, local_days(began, at), 100.0, 100.0) for a in first]
    misfits: list[NotCompared] = []
    for later in after:
        when = locked_at(later)
        visit = FollowUp(local_days(began, when), first, tuple(_amplitudes(later).values()))
        for symmetry in later.symmetries:
            muscle = symmetry.pair.muscle
            why, percent = _misfit(muscle, baseline, later), visit.percent_of_baseline(muscle)
            if why is not None:
                misfits.append(NotCompared(muscle, when, why))
            elif percent is not None:
                points.append(CoursePoint(muscle, when, visit.day, *percent))
    return tuple(points), tuple(misfits)


def _newest(day: int, course: Course, today: Measurement | None) -> FollowUp:
    """Return today's visit as the rules take it, with what can be compared in it."""
    baseline = course.baseline
    if baseline is None or today is None or locked_at(today) <= locked_at(baseline):
        return FollowUp(day, (), (), toxin_days_before=course.toxin_days_before)
    now = (a for a in _amplitudes(today).values() if _misfit(a.muscle, baseline, today) is None)
    return FollowUp(
        day,
        tuple(_amplitudes(baseline).values()),
        tuple(now),
        toxin_days_before=course.toxin_days_before,
    )


def local_days(began: datetime, when: datetime) -> int:
    """Return whole days between two dates at this place."""
    return (when.astimezone().date() - began.astimezone().date()).days


def _amplitudes(measurement: Measurement) -> dict[str, Amplitudes]:
    """Return the amplitudes of the pairs with usable electrodes on both sides."""
    rest = {site.site.name: site.rest_uv for site in measurement.calibration.sites}
    found = {}
    for symmetry in measurement.symmetries:
        pair = symmetry.pair
        usable = all(report.is_usable for report in measurement.quality_of(pair.muscle))
        if usable and min(*symmetry.left_uv, *symmetry.right_uv) > 0:
            at_rest = rest.get(pair.left.name), rest.get(pair.right.name)
            found[pair.muscle] = Amplitudes.of_holds(
                pair.muscle,
                symmetry.left_uv,
                symmetry.right_uv,
                rest_uv=at_rest,
                in_turn=symmetry.widened == 1.0,
            )
    return found


def _misfit(muscle: str, baseline: Measurement, later: Measurement) -> Phrase | None:
    """Return why two measurements of a muscle cannot be compared; None if they can."""
    if later.subject != baseline.subject:
        return say("it is of another person")
    first = baseline.symmetry_of(muscle)
    then = later.symmetry_of(muscle)
    if first is None or then is None:
        return say("it was not measured before the treatment")
    if first.band != then.band:
        return say(
            "the band is {now}, before the treatment it was {before}",
            now=then.band.label,
            before=first.band.label,
        )
    for name, before, after in (
        (say("board"), baseline.board, later.board),
        (say("sampling rate, Hz"), f"{baseline.fs_hz:g}", f"{later.fs_hz:g}"),
        (say("gain"), f"{baseline.calibration.gain}", f"{later.calibration.gain}"),
    ):
        if before != after:
            return say(
                "another {what}: {after!s}, before the treatment {before!s}",
                what=name,
                after=after,
                before=before,
            )
    for measurement in (baseline, later):
        for side, report in zip(
            (Side.LEFT, Side.RIGHT), measurement.quality_of(muscle), strict=True
        ):
            if not report.is_usable:
                return say(
                    "the {side} electrode was {quality}",
                    side=str(side),
                    quality=str(report.quality),
                )
    return None
