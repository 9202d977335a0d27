"""`FindingsCard`: the safety line, and below it what else the plan check says, heaviest first."""

from __future__ import annotations

from collections.abc import Sequence

from emg_dosing.safety import SafetyItem
from emg_dosing.values import Finding, Grade
from emg_signal.phrase import say
from emg_ui.text.dosing_text import GRADE_SHAPES, GRADE_TONES
from emg_ui.text.language import shown, tr
from emg_ui.text.safety_text import other_findings
from emg_ui.widgets.cards import Card
from emg_ui.widgets.line_list import LineList
from emg_ui.widgets.safety_lines import add_safety


class FindingsCard(Card):
    """One line per finding, with its shape."""

    def __init__(self) -> None:
        super().__init__(say("Findings of the plan"))
        self._shown: object = None
        self.lines = LineList(tr("Findings"))
        self.body.addWidget(self.lines)

    def show_findings(
        self,
        findings: tuple[Finding, ...],
        safety: tuple[SafetyItem, ...] = (),
        *,
        notes: bool = True,
    ) -> None:
        """Show the safety line and the other findings; nothing is done if they are the same.

        Parameters
        ----------
        findings, safety
            Of the plan.
        notes
            Whether findings that ask for no care are shown too; else how many there are.
        """
        if (findings, safety, notes) == self._shown:
            return
        self._shown = findings, safety, notes
        self.lines.clear()
        add_safety(self.lines, safety)
        others = other_findings(findings, safety)
        for finding in others if notes else with_care(others):
            tone = str(GRADE_TONES[finding.grade])
            self.lines.add_marked(GRADE_SHAPES[finding.grade], shown(finding.text), tone)
        folded = 0 if notes else len(others) - len(with_care(others))
        if folded:
            self.lines.add(tr("◇ {n} notes: W", n=folded), role="muted")
        if not findings and not safety:
            self.lines.add(tr("● nothing found"), role="muted")
        self.lines.finish()


def with_care(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings that ask for care: all but those that only inform."""
    return [finding for finding in findings if finding.grade is not Grade.INFO]
