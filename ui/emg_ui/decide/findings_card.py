"""`FindingsCard`: what the plan check says, heaviest first."""

from __future__ import annotations

from emg_dosing.values import Finding
from emg_signal.phrase import say
from emg_ui.text.dosing_text import GRADE_SHAPES, GRADE_TONES
from emg_ui.text.language import shown, tr
from emg_ui.widgets.cards import Card
from emg_ui.widgets.line_list import LineList


class FindingsCard(Card):
    """One line per finding, with its shape."""

    def __init__(self) -> None:
        super().__init__(say("Findings of the plan"))
        self._shown: tuple[Finding, ...] | None = None
        self.lines = LineList(tr("Findings"))
        self.body.addWidget(self.lines)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show `findings`; nothing is done if they are the same."""
        if findings == self._shown:
            return
        self._shown = findings
        self.lines.clear()
        for finding in findings:
            tone = str(GRADE_TONES[finding.grade])
            self.lines.add_marked(GRADE_SHAPES[finding.grade], shown(finding.text), tone)
        if not findings:
            self.lines.add(tr("● nothing found"), role="muted")
        self.lines.finish()
