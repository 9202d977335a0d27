"""`PlanEdits`: changes of plan and examination, undone and redone.

Every change is a plan version on record; undoing makes a further version and takes none away.
What a decision changed is not undone: what was done before it is forgotten here.
"""

from __future__ import annotations

from dataclasses import dataclass

from emg_dosing.examination import Examination
from emg_dosing.plan import Plan
from emg_ui.widgets.session_view import SessionView


@dataclass(frozen=True, slots=True)
class _Moment:
    plan: Plan | None
    examination: Examination


class PlanEdits:
    """What a person changed on Prepare, in order.

    Parameters
    ----------
    session
        Whose plan and examination are edited.
    """

    def __init__(self, session: SessionView) -> None:
        self.session = session
        self._past: list[_Moment] = []
        self._future: list[_Moment] = []
        self._known = self._now

    @property
    def _now(self) -> _Moment:
        state = self.session.treatment.state
        return _Moment(state.plan, state.examination)

    @property
    def plan(self) -> Plan | None:
        """The newest version."""
        return self._now.plan

    @property
    def examination(self) -> Examination:
        """The newest answers."""
        return self._now.examination

    def set_plan(self, plan: Plan, *, why: str = "edited in Prepare") -> None:
        """Make `plan` the newest version; nothing is done if it is that already."""
        if plan == self.plan:
            return
        self._remember()
        self.session.set_plan(plan, why=why)
        self._known = self._now

    def set_examination(self, examination: Examination) -> None:
        """Replace what was examined."""
        if examination == self.examination:
            return
        self._remember()
        self.session.treatment.set_examination(examination)
        self._known = self._now

    def undo(self) -> bool:
        """Go back to before the last change; False if there is nothing to undo."""
        return self._go(self._past, self._future, "undone in Prepare")

    def redo(self) -> bool:
        """Make the change again that was undone last; False if there is none."""
        return self._go(self._future, self._past, "redone in Prepare")

    def _remember(self) -> None:
        self._forget_before_decision()
        self._past.append(self._now)
        self._future.clear()

    def _forget_before_decision(self) -> None:
        if self._now != self._known:  # changed elsewhere: a decision was made
            self._past.clear()
            self._future.clear()
            self._known = self._now

    def _go(self, whence: list[_Moment], whither: list[_Moment], why: str) -> bool:
        self._forget_before_decision()
        # A plan is never taken away, only followed by another: the first one stays.
        if not whence or (whence[-1].plan is None and self.plan is not None):
            return False
        moment = whence.pop()
        whither.append(self._now)
        if moment.plan is not None and moment.plan != self.plan:
            self.session.set_plan(moment.plan, why=why)
        if moment.examination != self.examination:
            self.session.treatment.set_examination(moment.examination)
        self._known = self._now
        return True
