"""What the program is and is not: the notice of the first start, and the About page."""

from __future__ import annotations

from importlib.metadata import version

from PySide6.QtWidgets import QWidget

from emg_dosing.rows import SourceRow
from emg_dosing.tables import Tables
from emg_signal.phrase import say
from emg_ui.text.label_text import label_blocks
from emg_ui.text.language import shown, tr
from emg_ui.text.theme import Look
from emg_ui.widgets.dialogs import Dialog, Page, framed
from emg_ui.widgets.line_list import LineList

NOTICE = (
    say("Evenhand is for training and research. It is not a medical device and has not been "
        "cleared or approved by any authority."),
    say("It measures muscle activity at the skin, left beside right, and may suggest a small "
        "change of a plan, with reasons and limits. Most of the time it suggests nothing."),
    say("It never injects and never decides. A licensed injector looks, examines, decides and is "
        "responsible; the label of the product comes first."),
    say("No clinician has reviewed its tables yet. Every number names its source: read it before "
        "you rely on it."),
    say("Real electrodes on a person: battery power only, surface electrodes only, never a needle "
        "electrode."),
)  # fmt: skip
"""What a person must have read before the first use."""


def program_version() -> str:
    """Return the version of this program."""
    return version("evenhand")


class FirstStart(Dialog):
    """The notice; only its main button goes on."""

    def __init__(self, parent: QWidget, *, look: Look) -> None:
        title = tr("Training and research – not a medical device")
        super().__init__(parent, title, look=look)
        lines = LineList(title)
        for text in NOTICE:
            lines.add(shown(text))
        lines.finish()
        self.body.addWidget(framed(lines), 1)
        leave = self.add_button(tr("Leave (Esc)"))
        self.agree = self.add_button(tr("I have read this (Enter)"), main=True)
        leave.clicked.connect(self.reject)
        self.agree.clicked.connect(self.accept)
        self.agree.setFocus()


def about_page(parent: QWidget, *, look: Look, tables: Tables | None, stripe: str) -> Page:
    """Return the About page: version, licence, what it is not, and every source.

    Parameters
    ----------
    parent
        Window under the page.
    look
        Theme and text scale.
    tables
        Their sources are listed; None where dosing is off.
    stripe
        What the window says of its samples (SIMULATED ...), kept in sight.
    """
    page = Page(parent, tr("About Evenhand"), look=look, stripe=stripe)
    page.say("", [tr("Version {version!s}, MIT licence.", version=program_version())])
    page.say(shown(say("Training and research – not a medical device")), map(shown, NOTICE))
    page.say(
        tr("Built on"),
        [tr("Qt and PySide6 (LGPL), pyqtgraph, numpy, scipy, BrainFlow, pydantic, pyserial.")],
    )
    sources = () if tables is None else tables.all(SourceRow)
    page.say(tr("Sources of the numbers"), [_source_line(row) for row in sources])
    page.finish()
    return page


def labels_page(
    parent: QWidget, *, look: Look, tables: Tables, stripe: str, product_id: str = ""
) -> Page:
    """Return every row of the labels beside its source.

    Parameters
    ----------
    parent, look, stripe
        As in `about_page`.
    tables
        Of the labels.
    product_id
        Empty for all.
    """
    page = Page(parent, tr("What the labels say"), look=look, stripe=stripe)
    for heading, lines in label_blocks(product_id, tables):
        page.say(heading, lines)
    page.finish()
    return page


def _source_line(row: SourceRow) -> str:
    """Return a source as it is cited: its title is nobody's to translate."""
    year = f" ({row.year})" if row.year else ""
    return f"{row.id}  {row.what}{year}" + (f"  {row.address}" if row.address else "")
