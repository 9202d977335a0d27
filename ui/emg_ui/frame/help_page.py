"""Help in place: what the screen in front of you is for, and which keys it knows."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from emg_dosing.rows import ClaimRow
from emg_ui.frame.menu import Command
from emg_ui.text.language import shown, tr
from emg_ui.widgets.dialogs import Page
from emg_ui.widgets.screen import Screen

VERDICT_SHAPES = {"supported": "●", "contradicted": "■"}
"""All other verdicts bear a warning's shape."""


def claims_of(screen: Screen) -> list[str]:
    """Return what is said about doses, each with its verdict; none while dosing is off."""
    tables = screen.session.tables
    return [
        VERDICT_SHAPES.get(claim.verdict, "▲")
        + " "
        + tr(
            "“{claim}” – {verdict!s}. {answer}",
            claim=claim.claim,
            verdict=shown(claim.verdict.replace("_", " ")),
            answer=claim.answer,
        )
        for claim in (() if tables is None else tables.all(ClaimRow))
    ]


def help_page(parent: QWidget, screen: Screen, commands: Iterable[Command], *, stripe: str) -> Page:
    """Return the help of `screen`.

    Parameters
    ----------
    parent
        Window under the page.
    screen
        Its purpose and keys.
    commands
        What can be done on every screen, where this visit knows it.
    stripe
        What the window says of its samples (SIMULATED ...), kept in sight.
    """
    title = shown(screen.title)
    page = Page(parent, tr("Help: {screen!s}", screen=title), look=screen.look, stripe=stripe)
    if screen.purpose:
        page.say(tr("What this screen is for"), [shown(screen.purpose)])
    keys = [part for part in re.split(r"\s{2,}", shown(screen.keys)) if part]
    if keys:
        page.say(tr("Keys of this screen"), keys)
    page.say(
        tr("Keys everywhere"),
        [
            tr("F1 to F{last}: the phases of a treatment, in order", last=6),
            tr("Tab and Shift+Tab: the next and the previous control; F10: the menu"),
            *(f"{each.key}: {shown(each.text)}" for each in commands if each.is_possible()),
        ],
    )
    heard = claims_of(screen)
    if heard:
        page.say(tr("What you may have heard"), heard)
    page.finish()
    return page
