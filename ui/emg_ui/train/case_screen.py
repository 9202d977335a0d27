"""`BriefPage` before a case begins, and `CaseScreen`: the same while it runs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from emg_session.snapshot import Snapshot
from emg_signal.phrase import say
from emg_training.case_run import CaseRun
from emg_training.debrief import UNREVIEWED
from emg_training.prompts import prompt
from emg_training.scenario import TrainingScenario
from emg_ui.text.language import shown, tr
from emg_ui.text.theme import Look
from emg_ui.widgets.cards import Card, label, on_key, set_text
from emg_ui.widgets.line_list import LineList
from emg_ui.widgets.screen import Screen

SIMULATED_TRAINING = say("SIMULATED – training on a made-up patient, never for care")


def banner() -> QWidget:
    """Return the stripe that says what this is."""
    stripe = label(shown(SIMULATED_TRAINING), "banner")
    stripe.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return stripe


def case_lines(case: TrainingScenario) -> LineList:
    """Return brief, chart and what lies beside the case, as lines to read."""
    lines = LineList(tr("What you are told"))
    lines.add(shown(" ".join(case.brief.split())), role="strong")
    if case.chart:
        lines.add(tr("Chart"), role="title")
    for text in case.chart:
        lines.add(shown(" ".join(text.split())))
    if case.plan is not None:
        lines.add(tr("A plan and an examination lie on the Prepare screen (F1)."), role="muted")
    lines.add(
        tr(
            "Say what you notice as soon as you see it (F7). End with one decision and one reason "
            "(F8). Saying what is not there costs points."
        ),
        role="muted",
    )
    lines.finish()
    return lines


class BriefPage(QWidget):
    """What a trainee reads before anything runs.

    Parameters
    ----------
    case
        The case.
    look
        Theme and text scale.
    """

    start_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, case: TrainingScenario, *, look: Look) -> None:
        super().__init__()
        self.case = case
        self.setObjectName("screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        card = Card(shown(case.title))
        card.body.addWidget(case_lines(case), 1)
        if not case.reviewed_by:
            card.body.addWidget(label(shown(UNREVIEWED), "muted", wrap=True))
        self.back_button = QPushButton(tr("Back to the list (Esc)"))
        self.start_button = QPushButton(tr("Begin (Enter)"))
        self.start_button.setProperty("kind", "main")
        self.back_button.clicked.connect(self.list_wanted)
        self.start_button.clicked.connect(self.start_wanted)
        on_key("Esc", self, self.list_wanted.emit)
        on_key("Return", self, self.start_wanted.emit)
        row = QHBoxLayout()
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.start_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.addWidget(card, 1)
        column.addLayout(row)

    def take_focus(self) -> None:
        """Begin where the way goes on."""
        self.start_button.setFocus(Qt.FocusReason.ShortcutFocusReason)


class CaseScreen(Screen):
    """The Train phase while a case runs: what one was told, and what one has said."""

    title = say("Train")
    purpose = say(
        "What you were told of this case, and what you have said so far. F7 says what you notice, "
        "F8 ends the case with a decision."
    )
    keys = say("F7 notice   F8 decide   F9 take back   F11 instructor")

    def __init__(self, run: CaseRun, *, look: Look) -> None:
        super().__init__(run.session, look=look)
        self._run = run
        self._said = label("", "", wrap=True)
        self._prompt = label("", "headline", wrap=True)
        told = Card(shown(run.case.title))
        told.body.addWidget(case_lines(run.case), 1)
        said = Card(tr("What you have said"))
        said.body.addWidget(self._said)
        said.body.addStretch(1)
        said.body.addWidget(self._prompt)
        self._prompt.setVisible(look.is_large)  # else it stands in the panel below
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 6, 4)
        row.setSpacing(8)
        row.addWidget(told, 1)
        row.addWidget(said, 1)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what was said so far, and where to look now."""
        has_plan = self._run.case.plan is not None
        set_text(self._prompt, shown(prompt(snapshot, has_plan=has_plan)))
        set_text(self._said, "\n".join(said_lines(self._run)) or tr("Nothing yet."))


def said_lines(run: CaseRun) -> list[str]:
    """Return what the trainee said, one line each, the newest last."""
    lines = []
    for seen in run.observations:
        muscle = shown((seen.muscle or "").replace("_", " "))
        side = shown(str(seen.side)) if seen.side else ""
        percent = "" if seen.percent is None else tr("{percent:+.0f} %", percent=seen.percent)
        words = " ".join(word for word in (shown(str(seen.what)), muscle, side, percent) if word)
        lines.append(tr("{at_s:.1f} s: {words}", at_s=seen.at_s, words=words))
    return lines
