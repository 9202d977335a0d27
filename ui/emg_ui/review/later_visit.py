"""A later visit in words: against the person's own baseline, and what the rules say of it.

Questions come first: until it is answered what happened since the injection, no number is shown.
"""

from __future__ import annotations

from emg_dosing.examination import Examination
from emg_dosing.policy import Policy
from emg_dosing.questions_first import questions_first
from emg_dosing.scenario import Scenario
from emg_dosing.suggest import suggest
from emg_dosing.tables import Tables
from emg_session.course import Course, NotCompared
from emg_session.stored_visit import StoredVisit
from emg_session.visit_history import VisitHistory
from emg_signal.errors import PlanError
from emg_ui.review.course_chart import point_words
from emg_ui.text.language import shown, tr
from emg_ui.text.numbers import units
from emg_ui.text.plan_words import muscle_name, product_name, region_name


def asked_first(course: Course, examination: Examination, tables: Tables | None) -> list[str]:
    """Return why no number of a later visit is shown; empty where it may be."""
    if tables is None or course.newest is None:
        return []
    found = [shown(reason.text) for reason in questions_first(examination, tables)]
    return [*found, tr("Answer in Prepare (F1).")] if examination.adverse_open and found else found


def follow_up_lines(
    course: Course,
    history: VisitHistory,
    examination: Examination,
    tables: Tables | None,
    policy: Policy | None = None,
) -> list[str]:
    """Return the measurements against the own baseline, in words; empty if never treated before.

    Parameters
    ----------
    course, history
        Of the person.
    examination
        The answers of this visit: what happened since the injection is asked first.
    tables
        For names and rules; None where dosing is off.
    policy
        That this visit is answered by; None for the program's own.
    """
    if course.newest is None and not course.muscles:
        return []
    first = asked_first(course, examination, tables)
    if first:
        return [tr("LATER VISIT"), *(f"  ■ {line}" for line in first)]
    lines = [tr("AGAINST THE OWN BASELINE (data only, no dose follows from it)")]
    if course.baseline is None:
        lines.append(tr("  Nothing was measured before the first treatment: no baseline."))
    for muscle in course.muscles:
        lines.append(f"  {muscle_name(muscle, tables)}")
        lines += [f"    {point_words(point)}" for point in course.of(muscle)]
    return [
        *lines,
        *_misfit_lines(course, tables),
        *_toxin_before(course, tables),
        *_rule_lines(course, history, examination, tables, policy),
    ]


def _misfit_lines(course: Course, tables: Tables | None) -> list[str]:
    """Return what cannot be compared and why, muscles with the same reason in one line."""
    together: dict[tuple[str, str], list[NotCompared]] = {}
    for misfit in course.not_compared:
        date = f"{misfit.when.astimezone():%Y-%m-%d}"
        together.setdefault((date, misfit.why), []).append(misfit)
    return [
        tr(
            "  {date!s} cannot be compared ({muscles!s}): {why}",
            date=date,
            muscles=", ".join(muscle_name(m.muscle, tables) for m in misfits),
            why=misfits[0].why,
        )
        for (date, _), misfits in together.items()
    ]


def _toxin_before(course: Course, tables: Tables | None) -> list[str]:
    """Say what is known of toxin before the baseline, which would bend it."""
    if course.baseline is None:
        return []
    if course.toxin_days_before is None:
        return [tr("  Whether toxin was given before the baseline was not asked.")]
    return [
        tr(
            "  {region!s}: toxin {days} days before the baseline bends it.",
            region=region_name(region, tables),
            days=days,
        )
        for region, days in course.toxin_days_before.items()
    ]


def _rule_lines(
    course: Course,
    history: VisitHistory,
    examination: Examination,
    tables: Tables | None,
    policy: Policy | None,
) -> list[str]:
    """Return what the rules say of a later visit: earliest day, label's interval, first lot."""
    treated = next((visit for visit in history.visits if visit.given), None)
    if tables is None or treated is None or course.newest is None:
        return []
    try:
        plan = treated.plan(tables)
    except PlanError as error:
        return [f"  {shown(error.message)}"]
    if plan is None:
        return []
    scenario = Scenario(plan, examination=examination, follow_up=course.newest, policy=policy)
    answer = suggest(scenario, tables)
    return [
        tr("  You enter units, if any; they are checked like any plan."),
        *(f"  {shown(r.text)}" for r in answer.reasons),
        _treated_line(treated, product_name(plan, tables)),
    ]


def _treated_line(treated: StoredVisit, product: str) -> str:
    return tr(
        "  The treatment of {date!s}: {amount!s} of {product!s}, lot {lot!s}",
        date=f"{treated.head.began.astimezone():%Y-%m-%d}",
        amount=units(sum(tick.dose.units for tick in treated.given)),
        product=product,
        lot=", ".join(dict.fromkeys(tick.lot for tick in treated.given)),
    )
