"""The guide's steps in a strip, each with its state."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from emg_session.guide import STEPS, Step
from emg_ui.measure.steps import StepState, StepView
from emg_ui.measure.words import SHORT, TITLES
from emg_ui.text.language import shown, tr
from emg_ui.text.theme import Look

SHAPES = {
    StepState.TODO: "○",
    StepState.RUNNING: "➜",
    StepState.DONE: "✓",
    StepState.FAILED: "■",
    StepState.SKIPPED: "–",
}


def state_word(state: StepState) -> str:
    """Return a state in the reader's words."""
    return {
        StepState.TODO: tr("not yet"),
        StepState.RUNNING: tr("running"),
        StepState.DONE: tr("done"),
        StepState.FAILED: tr("failed"),
        StepState.SKIPPED: tr("skipped"),
    }[state]


class StepStrip(QWidget):
    """All steps beside each other with their states; a press opens one.

    Parameters
    ----------
    look
        Theme and text scale.
    """

    opened = Signal(object)
    """The `Step` that was pressed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._views: tuple[StepView, ...] = ()
        self.setAccessibleName(tr("Steps of the measurement"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._buttons: dict[Step, QPushButton] = {}
        for step in STEPS:
            button = QPushButton()
            button.setProperty("kind", "phase")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self._press, step))
            self._buttons[step] = button
            row.addWidget(button)
        row.addStretch(1)

    def _press(self, step: Step, _: bool = False) -> None:
        current = next((view.step for view in self._views if view.is_current), None)
        self._buttons[step].setChecked(step is current)  # only the session says what is current
        self.opened.emit(step)

    def show_views(self, views: tuple[StepView, ...]) -> None:
        """Show the steps; nothing is done if they are what is shown."""
        if views == self._views:
            return
        self._views = views
        for number, view in enumerate(views, start=1):
            button = self._buttons[view.step]
            button.setText(self._text(number, view))
            button.setChecked(view.is_current)
            button.setAccessibleName(
                tr(
                    "Step {n}: {name}, {state}",
                    n=number,
                    name=TITLES[view.step],
                    state=state_word(view.state),
                )
            )
            button.setToolTip(button.accessibleName())

    def _text(self, number: int, view: StepView) -> str:
        arrow = view.is_current and view.state in (StepState.TODO, StepState.SKIPPED)
        shape = "➜" if arrow else SHAPES[view.state]
        if self._look.is_large and not view.is_current:
            return f"{shape}{number}"
        return f"{shape} {shown(SHORT[view.step])}"
