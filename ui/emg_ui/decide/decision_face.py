"""`DecisionFace`: what is suggested, and afterwards what was decided, on the patient's face.

Old units are a ghost beside the new ones at each point that changes; all other points step back.
"""

from __future__ import annotations

from emg_dosing.plan import Plan
from emg_dosing.tables import Tables
from emg_session.treatment_state import TreatmentState
from emg_signal.montage import Side
from emg_ui.face.face_map import FaceMap
from emg_ui.text.language import local_number, tr
from emg_ui.text.plan_words import region_name
from emg_ui.text.theme import Look

NARROW = "\N{NO-BREAK SPACE}"


class DecisionFace(FaceMap):
    """The face of the Decide screen; nothing is pressed or moved on it."""

    def __init__(self, tables: Tables | None, *, look: Look) -> None:
        super().__init__(tables, look=look)

    def show_state(self, state: TreatmentState) -> None:
        """Show what is suggested; else what was decided; else the plan."""
        before, after = plans_of(state)
        self.show_plan(after, None, before=_changed(before, after))


def plans_of(state: TreatmentState) -> tuple[Plan | None, Plan | None]:
    """Return the plan before and after: of the open suggestion, else of the newest answer."""
    suggestion = state.suggestion
    if suggestion is not None and suggestion.changes and state.decision is None:
        return state.plan, suggestion.resulting_plan
    return state.decided_about, state.plan


def side_totals(state: TreatmentState, tables: Tables | None) -> list[tuple[str, str]]:
    """Return each region that an open suggestion changes: its name, and its sides from and to."""
    before, after = plans_of(state)
    if before is None or after is None or before is state.decided_about:
        return []
    changed = _changed(before, after)
    regions = dict.fromkeys(p.region for p in after.points if p.id in changed)
    return [
        (
            region_name(region, tables),
            f"{_sides(before, region)} → {_sides(after, region)}",
        )
        for region in regions
    ]


def _changed(before: Plan | None, after: Plan | None) -> dict[str, float]:
    """Return point id → units before, of each point that has other units after."""
    if before is None or after is None:
        return {}
    was = {point.id: point.dose.units for point in before.points}
    now = {point.id: point.dose.units for point in after.points}
    return {name: was[name] for name in now if name in was and was[name] != now[name]}


def _sides(plan: Plan, region: str) -> str:
    """Return the units of a region's sides, with no break between them."""
    points = [point for point in plan.points if point.region == region]
    # As the face faces you: the patient's right on the left, here as in every picture.
    parts = ((tr("R"), Side.RIGHT), (tr("M"), None), (tr("L"), Side.LEFT))
    shown = [
        f"{letter} {sum(p.dose.units for p in points if p.side is side):g}"
        for letter, side in parts
        if any(p.side is side for p in points)
    ]
    return local_number(" | ".join(shown)).replace(" ", NARROW)
