"""`AgeLine`: how old the locked measurement is, running, and for how long it still holds."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from emg_dosing.policy import Policy
from emg_dosing.tables import Tables
from emg_ui.text.language import tr
from emg_ui.widgets.cards import set_text, set_tone

SOON_MIN = 10.0
"""From here on the line warns: engineering judgement, time enough to decide without haste."""


class AgeLine(QLabel):
    """One line that runs; hidden before a measurement is locked.

    Parameters
    ----------
    tables
        Hold how long a measurement is good for; None if dosing is off.
    """

    def __init__(self, tables: Tables | None) -> None:
        super().__init__()
        self.setWordWrap(True)
        self._limit_min = None if tables is None else Policy.from_tables(tables).validity_min
        self.hide()

    def show_age(self, age_s: float | None) -> None:
        """Show the age, seconds; None before a measurement."""
        self.setVisible(age_s is not None)
        if age_s is None:
            return
        words, tone = age_words(age_s, self._limit_min)
        set_text(self, words)
        set_tone(self, tone)


def age_words(age_s: float, limit_min: float | None) -> tuple[str, str]:
    """Return the age of a locked measurement in words, and their tone.

    Parameters
    ----------
    age_s
        Since the measurement was locked, s.
    limit_min
        For how long it holds, min; None where the tables do not say.
    """
    age = clock_words(age_s)
    if limit_min is None:
        return tr("◇ Locked {age!s} ago", age=age), ""
    left_s = 60 * limit_min - age_s
    if left_s <= 0:
        return (
            tr(
                "■ Locked {age!s} ago: too old, it held for {limit:.0f} min",
                age=age,
                limit=limit_min,
            ),
            "bad",
        )
    shape = "▲" if left_s < 60 * SOON_MIN else "◇"
    words = tr(
        "{shape!s} Locked {age!s} ago, holds for {left!s} more",
        shape=shape,
        age=age,
        left=clock_words(left_s),
    )
    return words, "warn" if shape == "▲" else ""


def clock_words(seconds: float) -> str:
    """Return a span as minutes and seconds."""
    minutes, rest = divmod(int(seconds), 60)
    return tr("{minutes} min {rest:02d} s", minutes=minutes, rest=rest)
