"""The checklist before a board on a person is shown, asked in the terminal as in the window."""

from __future__ import annotations

import sys

import typer

from emg_session.guide import CHECKLIST
from emg_session.live import LiveSession
from emg_signal.chunk import Origin
from emg_signal.errors import ConfigError
from emg_ui.language import shown, tr


def require_checklist(session: LiveSession, *, is_checked: bool) -> None:
    """Tick the checklist of a started session, asking for each box; on record, as in the window.

    A simulated or played board is on no person and is not asked about.

    Parameters
    ----------
    session
        Started.
    is_checked
        Whether the person said so beforehand (``--checked``).

    Raises
    ------
    ConfigError
        A box is not true, or nobody can be asked.
    """
    if session.info.origin is not Origin.LIVE:
        return
    if not is_checked and not sys.stdin.isatty():
        raise ConfigError(
            tr("A board on a person is shown only after its checklist, and nobody can be asked."),
            tr("Run it in a terminal, or say --checked if all of it is true."),
        )
    for number, (key, words) in enumerate(CHECKLIST.items(), start=1):
        question = f"{number}/{len(CHECKLIST)}  {shown(words)}"
        if not is_checked and not typer.confirm(question, err=True):
            raise ConfigError(
                tr("Not shown, for this is not so: {box!s}", box=shown(words)),
                tr("Make it so, then begin again."),
            )
        session.guide.tick(key)
