"""A visit in words: what was measured, decided and given, and the visits before it.

The page of the Review screen, which is read, copied and printed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import zip_longest

from emg_dosing.muscle_map import first_dose_words, map_words, muscle_map
from emg_dosing.policy import Policy
from emg_dosing.tables import Tables
from emg_session.course import locked_at
from emg_session.given import Given
from emg_session.snapshot import Snapshot
from emg_session.stored_visit import StoredVisit
from emg_session.treatment_state import TreatmentState
from emg_session.visit_history import VisitHistory
from emg_signal.chunk import Origin
from emg_ui.decide.suggestion_card import ANSWER_WORDS
from emg_ui.text.dosing_text import headline
from emg_ui.text.language import shown, tr
from emg_ui.text.numbers import millilitres, units
from emg_ui.text.plan_words import (
    changed_units,
    given_at,
    point_name,
    product_name,
    vial_words,
)
from emg_ui.text.safety_text import safety_lines
from emg_ui.text.snapshot_lines import healthy_text, symmetry_text


def origin_lines(origin: Origin) -> list[str]:
    """Return what must stand above everything that is not a real person's, now."""
    if origin is Origin.SIMULATED:
        return [tr("SIMULATED: a virtual patient")]
    if origin is Origin.PLAYBACK:
        return [tr("PLAYBACK: historical")]
    return []


def safety_summary(state: TreatmentState) -> list[str]:
    """Return what was asked, found and overridden."""
    return [tr("SAFETY"), *(f"  {line}" for line in safety_lines(state.safety))]


def measured_lines(snapshot: Snapshot) -> list[str]:
    """Return what was locked."""
    measurement = snapshot.treatment.measurement
    if measurement is None:
        return [tr("MEASURED"), tr("  nothing was locked")]
    title = tr(
        "MEASURED on {board}, {band}, locked {at!s}",
        board=measurement.board,
        band=measurement.band.label,
        at=f"{locked_at(measurement).astimezone():%Y-%m-%d %H:%M}",
    )
    pairs = [pair for pair in snapshot.pairs if pair.symmetry is not None]
    return [
        title,
        *(f"  {shown(p.pair.name)}: {symmetry_text(p)}; {healthy_text(p)}" for p in pairs),
    ]


def map_lines(snapshot: Snapshot) -> list[str]:
    """Return which muscles worked in which task; empty where nothing says so."""
    measurement = snapshot.treatment.measurement
    rows = () if measurement is None else muscle_map(measurement)
    words = [shown(text) for text in map_words(rows)]
    if not words:
        return []
    first = first_dose_words(rows, snapshot.treatment.examination)
    words += [] if first is None else [shown(first)]
    return [
        tr("MUSCLE MAP (in % of each muscle's own task; no dose follows from it)"),
        *(f"  {line}" for line in words),
        "",
    ]


def marked_lines(snapshot: Snapshot) -> list[str]:
    """Return what was marked in the stream, if anything was."""
    stream = snapshot.stream
    if stream is None or not stream.events:
        return []
    return [
        tr("MARKED"),
        *(
            tr("  {at:.2f} s: {name!s}", at=stream.event_time_s(event), name=event.name)
            for event in stream.events
        ),
        "",
    ]


def decided_lines(state: TreatmentState, tables: Tables | None, policy: Policy | None) -> list[str]:
    """Return the policy, every answer of the person, and what each changed in the plan."""
    lines = [tr("DECIDED")]
    if policy is not None:
        name = policy.name or tr("the program's own limits")
        lines.append(tr("  policy: {name!s} ({digest})", name=name, digest=policy.digest[:12]))
    if state.suggestion is not None:
        lines.append(tr("  newest answer of the rules: {what!s}", what=headline(state.suggestion)))
    for (_, decision), plans in zip_longest(state.decisions, state.decided_plans):
        lines.append(
            tr(
                "  a person {kind} the suggestion{reason!s}",
                kind=ANSWER_WORDS[decision.kind],
                reason=f": {decision.reason}" if decision.reason else "",
            )
        )
        before, after = plans or (None, None)
        lines += [f"    {change}" for change in changed_units(before, after, tables)]
    return lines


def given_lines(state: TreatmentState, tables: Tables | None) -> list[str]:
    """Return each point with what was given there, and the sum."""
    plan = state.plan
    if plan is None:
        return [tr("GIVEN"), tr("  no plan")]
    name = product_name(plan, tables)
    lines = [tr("GIVEN: {product!s}, {vial!s}", product=name, vial=vial_words(plan))]
    for point in plan.points:
        tick = state.given_at(point.id)
        if tick is None:
            where, amount = point_name(point, tables), units(point.dose.units)
            lines.append(tr("  {point!s}: {amount!s}, not given", point=where, amount=amount))
        else:
            lines.append(_tick_words(tick, tables))
    planned = {point.id for point in plan.points}
    lines += [_tick_words(tick, tables) for tick in state.given if tick.point.id not in planned]
    given, of = units(sum(tick.dose.units for tick in state.given)), units(plan.total.units)
    return [*lines, tr("  in all {given!s} of {planned!s}", given=given, planned=of)]


def note_lines(state: TreatmentState, tables: Tables | None) -> list[str]:
    """Return what was written down, with the point and the time; empty where nothing was."""
    points = [*(tick.point for tick in state.given), *(state.plan.points if state.plan else ())]
    names = {point.id: point_name(point, tables) for point in points}
    lines = [
        tr(
            "  {at!s}, {where!s}: {text!s}",
            at=f"{datetime.fromisoformat(note.at_utc).astimezone():%H:%M}",
            where=names.get(note.point_id, note.point_id) or tr("the visit"),
            text=note.text,
        )
        for note in state.written_notes
    ]
    return [tr("NOTES"), *lines] if lines else []


def _tick_words(tick: Given, tables: Tables | None) -> str:
    words = tr(
        "  {point!s}: {amount!s}, given at {at!s}, lot {lot!s}",
        point=point_name(tick.point, tables),
        amount=units(tick.dose.units),
        at=f"{given_at(tick):%H:%M}",
        lot=tick.lot,
    )
    if tick.differs:
        planned = units(tick.point.dose.units)
        words = tr("{words!s}; ▲ planned were {planned!s}", words=words, planned=planned)
    if not tick.is_confirmed:
        words = tr("{words!s}; ▲ written last before a crash, not confirmed", words=words)
    if tick.drawn is not None and tick.drawn.units != tick.point.dose.units:
        drawn, volume = units(tick.drawn.units), millilitres(tick.drawn.ml)
        words = tr(
            "{words!s}; drawn {volume!s}, {drawn!s}", words=words, volume=volume, drawn=drawn
        )
    return words


def history_lines(history: VisitHistory) -> list[str]:
    """Return the earlier visits, newest first, and what is kept apart from them."""
    if not history.subject:
        return [tr("EARLIER VISITS"), tr("  none: the person is not named")]
    lines = [tr("EARLIER VISITS of {label!s}", label=history.subject)]
    lines += [f"  {line}" for line in _visit_lines(history.visits)] or [tr("  none on record")]
    if history.apart:
        lines.append(
            tr(
                "  {n} visit(s) under this label are of another origin and kept apart",
                n=history.apart,
            )
        )
    return [*lines, *(f"  ▲ {shown(problem)}" for problem in history.problems)]


def _visit_lines(visits: Iterable[StoredVisit]) -> Iterable[str]:
    for visit in visits:
        total = sum(tick.dose.units for tick in visit.given)
        yield tr(
            "{date!s}: {given!s}, {n} measurement(s)",
            date=f"{visit.head.began.astimezone():%Y-%m-%d %H:%M}",
            given=tr("{amount!s} given", amount=units(total)) if visit.given else tr("none given"),
            n=len(visit.measurements),
        )
