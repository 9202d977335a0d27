"""`CountryQuestion`: in which country the program is used; asked once, never guessed.

Labels, licences and emergency numbers are a country's own. Until it is said the program makes no
statement about them and asks again at the next start.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from emg_ui.text.language import tr
from emg_ui.text.theme import Look
from emg_ui.widgets.cards import label
from emg_ui.widgets.dialogs import Dialog


def countries() -> dict[str, str]:
    """Return the code of each country (ISO 3166) and what its people call it, by code."""
    named = {}
    for country in QLocale.Country:
        code = QLocale.territoryToCode(country)
        name = QLocale(QLocale.Language.AnyLanguage, country).nativeTerritoryName()
        if len(code) == 2 and code.isalpha() and name:
            named[code] = name
    return dict(sorted(named.items()))


def country_box(now: str) -> QComboBox:
    """Return a list of all countries; typed letters go to a code."""
    box = QComboBox()
    box.addItem(tr("not set"), "")
    for code, name in countries().items():
        box.addItem(tr("{code!s}  {name!s}", code=code, name=name), code)
    box.setCurrentIndex(max(0, box.findData(now)))
    box.setAccessibleName(tr("Country where the clinic is"))
    return box


class CountryQuestion(Dialog):
    """Asks for the country; what was chosen comes by `chosen`."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, *, look: Look, stripe: str = "") -> None:
        super().__init__(parent, tr("In which country is this used?"), look=look, stripe=stripe)
        words = tr(
            "Labels, licences and emergency numbers are a country's own. A product that is not "
            "licensed there is said so wherever it is chosen. Settings change it later."
        )
        self.body.addWidget(label(words, wrap=True))
        self.box = country_box("")
        self.body.addWidget(self.box)
        self.body.addStretch(1)
        later = self.add_button(tr("Ask again at the next start (Esc)"))
        keep = self.add_button(tr("Keep (Enter)"), main=True)
        later.clicked.connect(self.reject)
        keep.clicked.connect(self._keep)
        self.box.setFocus()

    def _keep(self) -> None:
        """Hand on what was chosen; nothing chosen is no answer."""
        code = self.box.currentData()
        if code:
            self.chosen.emit(code)
            self.accept()
