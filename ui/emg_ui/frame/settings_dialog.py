"""`SettingsDialog`: everything that a person can choose, by keyboard."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from emg_session.record_folder import default_folder
from emg_signal.phrase import say
from emg_ui.frame.country_question import country_box
from emg_ui.frame.key_field import KeyField
from emg_ui.frame.pedals import keys_in_use
from emg_ui.text.language import SYSTEM, languages, shown, tr
from emg_ui.text.settings import Action, Settings, folder_problem
from emg_ui.text.theme import TEXT_SCALES
from emg_ui.text.translation import own_name
from emg_ui.visit.clinic_policy import policy_problem
from emg_ui.widgets.cards import label, set_text, set_tone
from emg_ui.widgets.dialogs import Dialog

ACTION_WORDS = {
    Action.NEXT: say("Pedal: next"),
    Action.BACK: say("Pedal: back"),
    Action.ACCEPT: say("Pedal: press the chosen button"),
    Action.GIVEN: say("Pedal: point given"),
    Action.MUTE: say("Pedal: sound off and on"),
    Action.MARK: say("Pedal: mark this moment"),
}


class SettingsDialog(Dialog):
    """Shows `settings`; what was chosen comes by `chosen`.

    Parameters
    ----------
    parent
        The window.
    settings
        As they are.
    stripe
        What the window's stripe says.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget, settings: Settings, *, stripe: str = "") -> None:
        super().__init__(parent, tr("Settings"), look=settings.look, stripe=stripe)
        self._before = settings
        inside = QWidget()
        inside.setObjectName("screen")
        self._form = QFormLayout(inside)
        self._form.setRowWrapPolicy(
            QFormLayout.RowWrapPolicy.WrapAllRows
            if settings.look.is_large
            else QFormLayout.RowWrapPolicy.DontWrapRows
        )
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.body.addWidget(area, 1)
        self._fill(settings)
        self._complaint = label("", "strong", wrap=True)
        set_tone(self._complaint, "warn")
        self._complaint.setVisible(False)
        self.body.addWidget(self._complaint)
        cancel = self.add_button(tr("Leave as it was (Esc)"))
        keep = self.add_button(tr("Keep (Enter)"), main=True)
        cancel.clicked.connect(self.reject)
        keep.clicked.connect(self._keep)

    def _fill(self, settings: Settings) -> None:
        self.language = self._choice(
            tr("Language"),
            [(tr("as the system"), SYSTEM), *((own_name(c), c) for c in languages())],
            settings.language,
        )
        themes = [(tr("dark"), "dark"), (tr("light"), "light")]
        self.theme = self._choice(tr("Colours"), themes, settings.theme)
        scales = [(f"{100 * scale:.0f} %", scale) for scale in TEXT_SCALES]
        self.text_scale = self._choice(tr("Text size"), scales, settings.text_scale)
        self.sound = self._switch(tr("Hear the selected site"), settings.sound)
        self.cue_sounds = self._switch(tr("Hear cues and alarms"), settings.cue_sounds)
        self.volume = QSpinBox()
        self.volume.setRange(0, 100)
        self.volume.setSingleStep(5)
        self.volume.setSuffix(" %")
        self.volume.setValue(settings.volume_percent)
        self._add(tr("Loudness"), self.volume)
        mains = [(tr("{f} Hz", f=f), f) for f in (50, 60)]
        self.mains = self._choice(
            tr("Mains looked for first (both are found)"), mains, settings.mains_hz
        )
        self.folder = QLineEdit(settings.record_folder)
        self.folder.setPlaceholderText(
            tr("usually {folder!s}", folder=_from_home(default_folder()))
        )
        self._add(tr("Folder of session files (next start)"), self.folder)
        self.country = country_box(settings.country)
        self._add(self.country.accessibleName(), self.country)
        self.policy = QLineEdit(settings.policy_file)
        self.policy.setPlaceholderText(tr("none: the program's own limits"))
        self._add(tr("The clinic's policy, a TOML file (next visit)"), self.policy)
        keys = {action: key for key, action in settings.pedals.items()}
        self.pedals = {
            action: KeyField(shown(words), keys.get(action, ""))
            for action, words in ACTION_WORDS.items()
        }
        for field in self.pedals.values():
            self._add(field.accessibleName(), field)

    def _add(self, name: str, control: QWidget) -> None:
        control.setAccessibleName(name)
        words = label(name, wrap=self.look.is_large)
        words.setBuddy(control)
        self._form.addRow(words, control)

    def _choice(self, name: str, options: Iterable[tuple[str, object]], now: object) -> QComboBox:
        box = QComboBox()
        for text, value in options:
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(now)))
        self._add(name, box)
        return box

    def _switch(self, name: str, on: bool) -> QCheckBox:
        box = QCheckBox(name)
        box.setAccessibleName(name)
        box.setChecked(on)
        self._form.addRow(box)
        return box

    def _problem(self) -> str:
        """Return what cannot be kept as it is, and what to do; empty if all can."""
        window = self.parentWidget()
        used = keys_in_use(window) if window is not None else frozenset()
        seen: dict[str, str] = {}
        for field in self.pedals.values():
            key, name = field.text(), field.accessibleName()
            if key in used:
                return tr(
                    "{key!s} does something in this program already. Another key for: {name}",
                    key=key,
                    name=name,
                )
            if key in seen:
                return tr(
                    "{key!s} stands twice: {first}; {second}. Change one.",
                    key=key,
                    first=seen[key],
                    second=name,
                )
            if key:
                seen[key] = name
        return folder_problem(self.folder.text()) or policy_problem(self.policy.text())

    def _keep(self) -> None:
        problem = self._problem()
        set_text(self._complaint, problem)
        self._complaint.setVisible(bool(problem))
        if problem:
            return
        self.chosen.emit(
            self._before.changed(
                language=self.language.currentData(),
                theme=self.theme.currentData(),
                text_scale=self.text_scale.currentData(),
                sound=self.sound.isChecked(),
                cue_sounds=self.cue_sounds.isChecked(),
                volume_percent=self.volume.value(),
                mains_hz=self.mains.currentData(),
                record_folder=self.folder.text().strip(),
                country=self.country.currentData(),
                policy_file=self.policy.text().strip(),
                pedals={f.text(): action for action, f in self.pedals.items() if f.text()},
            )
        )
        self.accept()


def _from_home(folder: Path) -> str:
    """Return a folder as people write it: ``~/…`` within their own."""
    home = Path.home()
    return f"~/{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder)
