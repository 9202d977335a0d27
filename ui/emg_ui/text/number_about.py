"""`NumberAbout`: everything that stands behind one number on a screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from emg_ui.text.language import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QRect


@dataclass(frozen=True, slots=True)
class NumberAbout:
    """One number as a reader may question it; texts are in the reader's language.

    Parameters
    ----------
    name
        What it is of ("frontalis left: activity").
    value
        As it stands on the screen, with its unit; what stands there instead of a number else.
    what
        What it is, in a sentence.
    window, band
        Over what time and in which frequencies it was measured; empty where it was not measured.
    reference
        What it is compared with or a share of; empty where it is not.
    age
        How old it is.
    source
        Where it comes from: the board, a table's row with its sources, the plan, a person.
    is_not
        What it may not be taken for.
    place
        Where it stands, in the screen's coordinates; None if it has no place of its own.
    """

    name: str
    value: str
    what: str = ""
    window: str = ""
    band: str = ""
    reference: str = ""
    age: str = ""
    source: str = ""
    is_not: str = ""
    place: QRect | None = None

    def lines(self) -> tuple[tuple[str, str], ...]:
        """Return heading and text of all that is known of it."""
        pairs = (
            (tr("What it is"), self.what),
            (tr("Window"), self.window),
            (tr("Band"), self.band),
            (tr("Compared with"), self.reference),
            (tr("Age"), self.age),
            (tr("Source"), self.source),
            (tr("What it is not"), self.is_not),
        )
        return tuple((heading, text) for heading, text in pairs if text)
