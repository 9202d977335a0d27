"""A person's course as text and as plain values: each side over its own baseline.

As Review shows it, of the newest visit on record; the six questions come first here too.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from emg_dosing.policy import Policy
from emg_dosing.questions_first import questions_first
from emg_dosing.tables import Tables, load_tables
from emg_session.course import Course, course_of
from emg_session.stored_visit import StoredVisit
from emg_session.treatment_state import TreatmentState
from emg_session.visit_history import VisitHistory
from emg_session.visits import VisitFolder
from emg_signal.chunk import Origin
from emg_signal.document import as_document
from emg_signal.errors import ConfigError
from emg_signal.phrase import listed, say
from emg_ui.review.later_visit import follow_up_lines
from emg_ui.review.visit_summary import origin_lines
from emg_ui.text.language import tr
from emg_ui.visit.clinic_policy import clinic_policy


@dataclass(frozen=True, slots=True)
class StoredCourse:
    """The course of one person up to the newest visit on record.

    Parameters
    ----------
    newest
        The visit that is read.
    history
        The visits before it.
    course
        All of them against the baseline.
    tables
        For names and rules.
    policy
        The clinic's, as the settings name it.
    """

    newest: StoredVisit
    history: VisitHistory
    course: Course
    tables: Tables
    policy: Policy | None


def stored_course(folder: Path, person: str, origin: str) -> StoredCourse:
    """Return what is on record of a person.

    Raises
    ------
    ConfigError
        No such origin, or no visit of that person.
    """
    if origin not in tuple(Origin):
        known = listed(tuple(Origin))
        raise ConfigError(
            say("{name!s} is no origin.", name=origin), say("Known ones: {known}.", known=known)
        )
    kept = VisitFolder(folder)
    visits = kept.visits(person, origin=Origin(origin))
    if not visits:
        raise ConfigError(
            say("No visit of {person!s} is in {folder!s}.", person=person, folder=folder),
            say("Check the name."),
        )
    newest = visits[0]
    history = VisitHistory(kept, person, Origin(origin), but=lambda: newest.head.path)
    state = TreatmentState(
        examination=newest.examination,
        measurement=newest.measurements[-1] if newest.measurements else None,
    )
    tables = load_tables()
    course = course_of(history.visits, state, newest.head.began)
    return StoredCourse(newest, history, course, tables, clinic_policy(None, tables))


def course_lines(stored: StoredCourse) -> list[str]:
    """Return what Review says of it."""
    examination, tables, policy = stored.newest.examination, stored.tables, stored.policy
    lines = follow_up_lines(stored.course, stored.history, examination, tables, policy)
    nothing = tr("Nothing to compare: no earlier treatment of this person is on record.")
    return [*origin_lines(stored.newest.head.origin), *(lines or [nothing])]


def course_record(stored: StoredCourse) -> dict[str, Any]:
    """Return readings and falls of untreated muscles, or what must be asked first."""
    course, tables, policy = stored.course, stored.tables, stored.policy
    first = questions_first(stored.newest.examination, tables)
    return {
        "origin": str(stored.newest.head.origin),
        "day": None if course.newest is None else course.newest.day,
        "asked_first": [str(reason.text) for reason in first],
        "readings": [] if first else [as_document(r) for r in course.readings(tables, policy)],
        "spread": [] if first else [as_document(s) for s in course.spread(tables, policy)],
    }
