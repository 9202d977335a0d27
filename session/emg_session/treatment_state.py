"""`TreatmentState`: what is planned, measured, decided and given at one moment of a visit."""

from __future__ import annotations

from dataclasses import dataclass, field

from emg_dosing.examination import Examination
from emg_dosing.plan import Plan
from emg_dosing.safety import Override, SafetyItem
from emg_dosing.suggestion import Suggestion
from emg_dosing.values import Finding
from emg_session.decisions import Decision
from emg_session.given import Given
from emg_session.note import Note
from emg_signal.errors import RecordError
from emg_signal.measurement import Measurement


@dataclass(frozen=True, slots=True)
class TreatmentState:
    """What is known at one moment; replaced as a whole.

    Parameters
    ----------
    plan, plan_version
        The newest plan, and how many there were.
    examination
        What was looked at and asked.
    measurement, earlier
        The newest locked measurement, and the one of the electrode placement before it.
    tap_test_passed
        Whether every lead was proven by tapping its site, in each placement.
    findings, suggestion
        What the rules say of the plan.
    safety
        What was asked, found and overridden, heaviest first: the one line that all screens show.
    overrides
        Where a person went on against a finding, in order.
    decision
        A person's answer to `suggestion`; None while it waits for one.
    decisions
        All answers of the visit: version of the plan that was answered about, and the answer.
    decided_plans
        For each of `decisions` the plan that it was given to, and the one that stood after it.
    withdrawn
        Why the suggestion before this one went unanswered; empty if none did.
    given
        Points that were ticked as given and not taken back, in order.
    written_notes
        What a person wrote down, in order.
    writing
        Points whose tick, or its taking back, is on its way to the disk: not done yet.
    deciding
        The answer that is on its way to the disk; None while none is.
    unrecorded
        Why the newest tick or answer is not on record, and so was not done; None if it is.
    decided_about
        Plan that the newest answer was given to, while that answer can be taken back; else None.
    """

    plan: Plan | None = None
    plan_version: int = 0
    examination: Examination = field(default_factory=Examination)
    measurement: Measurement | None = None
    earlier: Measurement | None = None
    tap_test_passed: bool = False
    findings: tuple[Finding, ...] = ()
    suggestion: Suggestion | None = None
    safety: tuple[SafetyItem, ...] = ()
    overrides: tuple[Override, ...] = ()
    decision: Decision | None = None
    decisions: tuple[tuple[int, Decision], ...] = ()
    decided_plans: tuple[tuple[Plan, Plan], ...] = ()
    withdrawn: str = ""
    given: tuple[Given, ...] = ()
    written_notes: tuple[Note, ...] = ()
    writing: frozenset[str] = frozenset()
    deciding: Decision | None = None
    unrecorded: RecordError | None = None
    decided_about: Plan | None = None

    @property
    def can_undecide(self) -> bool:
        """Whether the newest answer can be taken back: nothing changed since, nothing was given."""
        is_quiet = self.deciding is None and not self.writing
        return self.decided_about is not None and is_quiet and not self.given

    def given_at(self, point_id: str) -> Given | None:
        """Return what was given at a point of the plan; None if nothing was."""
        return next((tick for tick in self.given if tick.point.id == point_id), None)

    def is_given(self, point_id: str) -> bool:
        """Return whether a point of the plan was given, and nobody has to say whether it was."""
        tick = self.given_at(point_id)
        return tick is not None and tick.is_confirmed
