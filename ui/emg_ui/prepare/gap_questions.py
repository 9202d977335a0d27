"""What was measured of both sides, asked after the reason why they are dosed unevenly."""

from __future__ import annotations

from collections.abc import Callable

from emg_dosing.plan import Plan
from emg_dosing.stated_gap import KINDS_OF_GAP, GapKind, StatedGap
from emg_dosing.support import SEEN_IN
from emg_dosing.tables import Tables
from emg_dosing.typed_number import parse_number
from emg_signal.errors import PlanError
from emg_signal.phrase import say
from emg_ui.text.language import shown, tr
from emg_ui.text.plan_words import region_name
from emg_ui.text.typed_answers import Reading
from emg_ui.widgets.question import Choice, Question

ASKED_AS = say('Type left and right, like "14 11".')


def explained(before: Plan | None, after: Plan) -> str | None:
    """Return the region whose reason was stated just now; None if it stayed or was taken away."""
    known = () if before is None else before.reasons
    return next((region for region, _ in after.reasons if (region, _) not in known), None)


def gap_kind(
    plan: Plan,
    region: str,
    tables: Tables,
    take: Callable[[StatedGap], None],
    ask: Callable[[Question], None],
) -> Question:
    """Ask what was measured, if anything was; what EMG can say something of comes first.

    Parameters
    ----------
    plan
        Whose region it is.
    region
        Key of the region.
    tables
        For its name and muscles.
    take
        Called with what was measured.
    ask
        Asks the next question.
    """
    muscles = tables.region(region).muscles
    kinds: list[GapKind] = sorted(
        KINDS_OF_GAP, key=lambda kind: not set(SEEN_IN[kind]) & set(muscles)
    )
    name = region_name(region, tables)

    def chosen(kind: GapKind | None) -> None:
        if kind is not None:
            ask(_numbers(name, kind, take))

    return Question(
        tr("{region}: was it measured? EMG is held beside it; no units follow.", region=name),
        chosen,
        [
            Choice(tr("not measured"), None),
            *(Choice(shown(KINDS_OF_GAP[kind]), kind) for kind in kinds),
        ],
    )


def _numbers(name: str, kind: GapKind, take: Callable[[StatedGap], None]) -> Question:
    what = KINDS_OF_GAP[kind]
    return Question(
        tr("{region}: {what}, left and right", region=name, what=what),
        take,
        read=lambda text: read_gap(kind, text),
        example="14 11",
    )


def read_gap(kind: GapKind, text: str) -> Reading:
    """Return what was typed of left and right.

    Parameters
    ----------
    kind
        What was measured.
    text
        Two numbers, left first.

    Raises
    ------
    PlanError
        Not two numbers from 0 to 100.
    """
    parts = text.replace("/", " ").replace(";", " ").split()
    if len(parts) != 2:
        raise PlanError(say("That is not two numbers."), ASKED_AS)
    left, right = (float(parse_number(part, unit="mm").value) for part in parts)
    if max(left, right) > 100.0:
        raise PlanError(say("More than 100 is no measure of a face."), ASKED_AS)
    gap = StatedGap(kind, left, right)
    echo = tr(
        "{what}: left {left:g}, right {right:g}", what=KINDS_OF_GAP[kind], left=left, right=right
    )
    return Reading(gap, echo)
