"""The checklist before a board on a person is shown, asked in the terminal as in the window."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from emg_session.guide import CHECKLIST
from emg_session.live import LiveSession
from emg_signal.chunk import Origin
from emg_signal.errors import ConfigError
from emg_ui.text.language import shown, tr


@contextmanager
def after_checklist(session: LiveSession, *, is_checked: bool) -> Iterator[None]:
    """Ask each box of the checklist, then start the session; the answers go on its record.

    Before anything streams: cues that pass while somebody reads the questions are seen by nobody.
    A simulated or played board is on no person and is not asked about.

    Parameters
    ----------
    session
        Not started, on a board that is open.
    is_checked
        Whether the person said so beforehand (``--checked``).

    Raises
    ------
    ConfigError
        A box is not true, or nobody can be asked; the board is let go.
    """
    is_live = session.info.origin is Origin.LIVE
    try:
        if is_live and not is_checked:
            _ask()
    except BaseException:
        session.stop()
        raise
    with session:
        for key in CHECKLIST if is_live else ():
            session.guide.tick(key)
        yield


def _ask() -> None:
    if not sys.stdin.isatty():
        raise ConfigError(
            tr("A board on a person is shown only after its checklist, and nobody can be asked."),
            tr("Run it in a terminal, or say --checked if all of it is true."),
        )
    for number, words in enumerate(CHECKLIST.values(), start=1):
        if not typer.confirm(f"{number}/{len(CHECKLIST)}  {shown(words)}", err=True):
            raise ConfigError(
                tr("Not shown, for this is not so: {box!s}", box=shown(words)),
                tr("Make it so, then begin again."),
            )
