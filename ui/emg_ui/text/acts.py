"""`Act`: what carries out a remedy; a button of the window, or something done elsewhere.

Every remedy of every message stands in ``remedies.toml`` under its act: the window draws the
button beside the message from it, or says where the remedy is carried out.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from importlib.resources import files

from emg_signal.phrase import Phrase, say
from emg_ui.text.language import shown


class Act(StrEnum):
    """What carries out a remedy."""

    RECONNECT = "reconnect"
    TAKE_OTHER = "take_other"
    CHOOSE = "choose"
    HUM = "hum"
    TAP = "tap"
    REFERENCE = "reference"
    REPEAT = "repeat"
    RECORD = "record"
    BOARD_FIELD = "board_field"
    AT_BOARD = "at_board"
    AT_FACE = "at_face"
    AT_COMPUTER = "at_computer"
    IN_FIELD = "in_field"
    IN_FILE = "in_file"
    IN_COMMAND = "in_command"
    IN_CODE = "in_code"


BUTTONS: dict[Act, tuple[str, str]] = {
    Act.RECONNECT: (say("Reconnect"), "Ctrl+R"),
    Act.TAKE_OTHER: (say("Go on with this board"), "Ctrl+Shift+R"),
    Act.CHOOSE: (say("Choose person and board"), "Ctrl+O"),
    Act.RECORD: (say("Another place for the record"), "Ctrl+Shift+S"),
    Act.HUM: (say("Take hum out"), ""),
    Act.TAP: (say("Tap test"), ""),
    Act.REFERENCE: (say("Calibrate"), ""),
}
"""Acts that are a button beside the message, and the key of each; '' for none."""

PLACES: dict[Act, str] = {
    Act.REPEAT: say("in the step of the measurement: Again (D)"),
    Act.BOARD_FIELD: say("where the board is chosen"),
    Act.AT_BOARD: say("at the board"),
    Act.AT_FACE: say("on the face"),
    Act.AT_COMPUTER: say("at the computer, outside this program"),
    Act.IN_FIELD: say("in the field where it is said"),
    Act.IN_FILE: say("in the file"),
    Act.IN_COMMAND: say("in the command that was typed"),
    Act.IN_CODE: say("in the program that calls Evenhand"),
}
"""Where all others are carried out."""


OUTSIDE = (Act.AT_BOARD, Act.AT_FACE, Act.AT_COMPUTER)
"""Done by hand, not in the window: the message says so."""


@cache
def acts_of_remedies() -> dict[str, Act]:
    """Return every remedy, as its pattern stands in the code, and its act."""
    text = (files("emg_ui.text") / "remedies.toml").read_text(encoding="utf-8")
    return {
        remedy: Act(act)
        for act, section in tomllib.loads(text).items()
        for remedy in section["remedies"]
    }


def act_of(remedy: str) -> Act | None:
    """Return what carries out a remedy; None where it is in no table."""
    pattern = remedy.pattern if isinstance(remedy, Phrase) else remedy
    return acts_of_remedies().get(pattern)


def with_place(text: str, remedy: str = "") -> str:
    """Return a message in the reader's language, with where it is answered if not in the window.

    Parameters
    ----------
    text
        The message; its own remedy is found if it is a phrase that has one.
    remedy
        Its remedy, where it is known apart.
    """
    act = act_of(remedy or remedy_in(text))
    return f"{shown(text)} ({shown(PLACES[act])})" if act in OUTSIDE else shown(text)


def remedy_in(text: str) -> str:
    """Return the remedy within a message; the message itself if it has none apart."""
    return str(text.values.get("remedy", text)) if isinstance(text, Phrase) else text


def hum_wanted_hz(remedies: Iterable[str]) -> float | None:
    """Return which hum a remedy wants taken out, Hz; None if none does."""
    for remedy in remedies:
        if isinstance(remedy, Phrase) and act_of(remedy) is Act.HUM:
            return float(remedy.values["nominal_hz"])
    return None


def button_text(act: Act, *, short: bool = False) -> str:
    """Return the words on an act's button in the reader's language, with its key unless `short`."""
    text, key = BUTTONS[act]
    return f"{shown(text)}  [{key}]" if key and not short else shown(text)
