"""`Command`: what a person can do on every screen; each has a key and a place in the menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from emg_ui.text.language import shown, tr


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do.

    Parameters
    ----------
    text
        In the menu and in help; marked by `say`.
    keys
        Keys that do it; the first is shown.
    act
        Does it, or says why not.
    is_possible
        Whether this visit knows it at all; help and menu name nothing that is refused.
    """

    text: str
    keys: tuple[str, ...]
    act: Callable[[], object]
    is_possible: Callable[[], bool] = lambda: True

    @property
    def key(self) -> str:
        """The key that is shown, as this system writes it."""
        return QKeySequence(self.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)


class MenuButton(QPushButton):
    """Opens the menu of all commands, which also listens for their keys.

    Parameters
    ----------
    commands
        In the order of the menu.
    home
        The widget within whose window the keys work.
    """

    def __init__(self, commands: Sequence[Command], home: QWidget) -> None:
        super().__init__("≡")
        self.setProperty("kind", "phase")
        self.setAccessibleName(tr("Menu"))
        self.setToolTip(tr("Menu (F10): help, sound, settings"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setShortcut(QKeySequence("F10"))
        menu = QMenu(self)
        for command in commands:
            action = QAction(shown(command.text), home)
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.triggered.connect(lambda _=False, act=command.act: act())
            home.addAction(action)
            menu.addAction(action)
            # Only while the menu is open: the key of a disabled action would not say why not.
            menu.aboutToShow.connect(
                lambda action=action, command=command: action.setEnabled(command.is_possible())
            )
            menu.aboutToHide.connect(lambda action=action: action.setEnabled(True))
        self.setMenu(menu)
