"""A question with its choices, for a `Chooser`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from emg_ui.text.typed_answers import Reading


@dataclass(frozen=True, slots=True)
class Choice:
    """One line to choose, and what it stands for."""

    text: str
    value: Any


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Parameters
    ----------
    title
        The question in a few words.
    choices
        Lines to choose from; may be empty where something is typed.
    read
        Returns what typed text means, or raises `EmgError` saying what is wrong with it; None
        where only a line can be chosen.
    take
        Called with the value of the answer.
    example
        How a typed answer looks.
    typed
        What stands in the field at the beginning.
    """

    title: str
    take: Callable[[Any], None]
    choices: Sequence[Choice] = ()
    read: Callable[[str], Reading] | None = None
    example: str = ""
    typed: str = ""
