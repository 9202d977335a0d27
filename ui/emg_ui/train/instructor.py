"""`InstructorWindow`: the running patient in an instructor's hands, efforts and faults."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from emg_signal.errors import ConfigError
from emg_signal.montage import Montage, Side, Site
from emg_simulators.expressions import EXPRESSIONS
from emg_simulators.memory_device import MemoryDevice
from emg_ui.text.language import shown, tr
from emg_ui.text.style import style_sheet
from emg_ui.text.theme import Look
from emg_ui.widgets.cards import Card, label, set_text

ASKED_S = 2.5
"""How long an expression is held, seconds: as long as a cue of the session."""
ASKED_EFFORT = 0.8
BAD_CONTACT = "3000kohm"
MAINS_UV = (30, 100, 300)
"""Peaks of hum, µV: seen, disturbing, drowning (engineering judgement)."""


class InstructorWindow(QWidget):
    """A window of its own, for a second screen: the trainee does not see it.

    Parameters
    ----------
    device
        The patient that runs.
    montage
        Where its electrodes are.
    look
        Theme and text scale.
    """

    def __init__(self, device: MemoryDevice, montage: Montage, *, look: Look) -> None:
        super().__init__()
        self._device = device
        self._montage = montage
        self.setObjectName("screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(style_sheet(look))
        self.setWindowTitle(tr("Instructor – simulated patient"))
        self.sliders: dict[tuple[str, Side], QSlider] = {}
        self._message = label("", "strong", wrap=True)
        column = QVBoxLayout(self)
        row = QHBoxLayout()
        row.addWidget(self._efforts(), 1)
        row.addWidget(self._faults(), 1)
        column.addLayout(row, 1)
        column.addWidget(self._expressions())
        column.addWidget(self._message)
        self.resize(round(980 * look.scale), round(560 * look.scale))

    # -- efforts ------------------------------------------------------------------------------

    def _efforts(self) -> QWidget:
        card = Card(tr("Effort of each muscle, % of its maximum"))
        grid = QGridLayout()
        for column, words in enumerate((tr("muscle"), tr("right"), tr("left"))):
            grid.addWidget(label(words, "muted"), 0, column)
        for row, pair in enumerate(self._montage.pairs, start=1):
            grid.addWidget(label(shown(pair.name)), row, 0)
            for column, side in enumerate((Side.RIGHT, Side.LEFT), start=1):
                grid.addWidget(self._slider(pair.muscle, side), row, column)
        card.body.addLayout(grid)
        rest = QPushButton(tr("All at rest"))
        rest.clicked.connect(self.rest)
        card.body.addStretch(1)
        card.body.addWidget(rest)
        return card

    def _slider(self, muscle: str, side: Side) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, 100)
        slider.setPageStep(10)
        slider.setMinimumHeight(32)
        name = shown(muscle.replace("_", " "))
        slider.setAccessibleName(
            tr("Effort of {muscle} {side}, percent", muscle=name, side=str(side))
        )
        slider.valueChanged.connect(lambda value: self._hold(muscle, side, value))
        self.sliders[muscle, side] = slider
        return slider

    def _hold(self, muscle: str, side: Side, percent: int) -> None:
        self._device.hold(muscle, side, percent / 100)
        self._say(
            tr(
                "{muscle} {side}: {percent} %",
                muscle=muscle.replace("_", " "),
                side=str(side),
                percent=percent,
            )
        )

    def rest(self) -> None:
        """Let every muscle go."""
        for slider in self.sliders.values():
            slider.setValue(0)
        self._say(tr("All muscles are at rest."))

    # -- faults -------------------------------------------------------------------------------

    def _faults(self) -> QWidget:
        card = Card(tr("Faults, from now on"))
        self.site = QComboBox()
        self.site.setAccessibleName(tr("Electrode pair"))
        for site in self._montage.sites:
            self.site.addItem(shown(site.name), site)
        card.body.addWidget(self.site)
        grid = QGridLayout()
        buttons: tuple[tuple[str, Callable[[], None]], ...] = (
            (tr("Electrode off"), lambda: self._on_site("leadoff {0}")),
            (tr("Poor contact"), lambda: self._on_site("bad {0} " + BAD_CONTACT)),
            (tr("End of range"), lambda: self._on_site("rail {0}")),
            (tr("Flat"), lambda: self._on_site("flat {0}")),
            (tr("Tap it"), lambda: self._on_site("tap {0}")),
            (tr("Swap left and right"), self.swap_sides),
            *(
                (tr("Mains {uv} µV", uv=uv), partial(self.inject, f"mains {uv}uV"))
                for uv in MAINS_UV
            ),
            (tr("Link holds back 2 s"), partial(self.inject, "stall", for_s=2.0)),
            (tr("Lose 5 % of samples"), partial(self.inject, "drop 5%")),
            (tr("Unplug: the link is lost"), partial(self.inject, "unplug")),
            (tr("Plug it in again"), partial(self.inject, "replug")),
        )
        for i, (text, act) in enumerate(buttons):
            button = QPushButton(text)
            button.clicked.connect(lambda _=False, act=act: act())
            grid.addWidget(button, i // 3, i % 3)
        card.body.addLayout(grid)
        self.text = QLineEdit()
        self.text.setPlaceholderText(tr("Any fault, as: bridge 3 4, then Enter"))
        self.text.setAccessibleName(tr("Fault in words"))
        self.text.returnPressed.connect(lambda: self.inject(self.text.text()))
        card.body.addWidget(self.text)
        mend = QPushButton(tr("Mend everything"))
        mend.clicked.connect(self.mend)
        card.body.addStretch(1)
        card.body.addWidget(mend)
        return card

    def _on_site(self, pattern: str) -> None:
        site: Site = self.site.currentData()
        self.inject(pattern.format(site.channel + 1))

    def swap_sides(self) -> None:
        """Exchange the leads of the chosen muscle's left and right."""
        chosen: Site = self.site.currentData()
        pair = next(p for p in self._montage.pairs if p.muscle == chosen.muscle)
        self.inject(f"swap {pair.left.channel + 1} {pair.right.channel + 1}")

    def inject(self, text: str, *, for_s: float | None = None) -> None:
        """Let a fault begin now; what is no fault is said.

        Parameters
        ----------
        text
            A fault as a scenario writes it, without its time.
        for_s
            How long it lasts, s; None is until the end.
        """
        try:
            fault = self._device.inject(text, for_s=for_s)
        except ConfigError as error:
            self._say(shown(str(error)))
            return
        self._say(tr("{fault!s} from {at_s:.1f} s on", fault=text, at_s=fault.start_s))

    def mend(self) -> None:
        """Let everything be well again; a board that was unplugged is to be plugged in."""
        self._device.end_faults()
        self._say(tr("Everything is mended; what was unplugged is still to be plugged in."))

    # -- expressions --------------------------------------------------------------------------

    def _expressions(self) -> QWidget:
        card = Card(tr("Ask the patient for an expression"))
        grid = QGridLayout()
        for i, name in enumerate(name for name in EXPRESSIONS if name != "rest"):
            button = QPushButton(shown(name.replace("_", " ")))
            button.clicked.connect(lambda _=False, name=name: self.ask(name))
            grid.addWidget(button, i // 7, i % 7)
        card.body.addLayout(grid)
        return card

    def ask(self, expression: str) -> None:
        """Ask for an expression, as long and as hard as a cue does."""
        self._device.express(expression, effort=ASKED_EFFORT, for_s=ASKED_S)
        self._say(tr("Asked for: {expression}", expression=expression.replace("_", " ")))

    def _say(self, text: str) -> None:
        set_text(self._message, text)
