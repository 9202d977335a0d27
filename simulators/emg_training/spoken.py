"""Reads what a trainee types: ``notice mains corrugator left``, ``decide mend electrode``."""

from __future__ import annotations

from collections.abc import Iterable

from emg_signal.errors import ConfigError
from emg_signal.montage import Side
from emg_signal.phrase import say
from emg_training.answers import CaseChoice, CaseReason, Noticed
from emg_training.attempt import Answer, Observation

HELP = (
    "notice WHAT [MUSCLE] [left|right]   say what you see: " + ", ".join(map(str, Noticed)),
    "index MUSCLE PERCENT                read the asymmetry index; positive is the left",
    "show                                what the window shows now; chart, plan, examination",
    "decide CHOICE REASON                end with a decision, by these names:",
    "   choices: " + ", ".join(choice.name.lower() for choice in CaseChoice),
    "   reasons: " + ", ".join(reason.name.lower() for reason in CaseReason),
    "quit                                give up",
)


def read_line(text: str, muscles: Iterable[str], now_s: float) -> Observation | Answer | str:
    """Return an observation, an answer, or the word ``show``, ``help`` or ``quit``.

    Parameters
    ----------
    text
        The line.
    muscles
        Muscles that the montage records.
    now_s
        Stream time at which it was said, seconds.

    Raises
    ------
    ConfigError
        A line that is none of these; says what would be.
    """
    words = text.strip().lower().replace("-", "_").split()
    verb = words[0] if words else ""
    if verb in ("show", "help", "quit") and len(words) == 1:
        return verb
    if verb == "notice":
        return _noticed(words[1:], tuple(muscles), now_s)
    if verb == "index" and len(words) == 3:
        percent = _percent(words[2])
        return Observation(Noticed.INDEX, now_s, _muscle(words[1], tuple(muscles)), None, percent)
    if verb == "decide" and len(words) == 3:
        return _answer(words[1], words[2], now_s)
    raise ConfigError(say("Not understood: {value!r}.", value=text.strip()), say("Type help."))


def _noticed(words: list[str], muscles: tuple[str, ...], now_s: float) -> Observation:
    side = Side(words.pop()) if words and words[-1] in tuple(Side) else None
    muscle = words.pop() if words and words[-1] in muscles else None
    said = " ".join(words)
    known = [noticed for noticed in Noticed if noticed is not Noticed.INDEX]
    if said not in known:
        raise ConfigError(
            say("Cannot be noticed: {said!r}.", said=said),
            say("Known: {names!s}.", names=", ".join(known)),
        )
    return Observation(Noticed(said), now_s, muscle, side)


def _muscle(word: str, muscles: tuple[str, ...]) -> str:
    if word not in muscles:
        raise ConfigError(
            say("No muscle {word!r} here.", word=word),
            say("There are {names!s}.", names=", ".join(muscles)),
        )
    return word


def _percent(word: str) -> float:
    sign, digits = (-1.0, word[1:]) if word[:1] in ("-", "_") else (1.0, word.lstrip("+"))
    whole, _, part = digits.removesuffix("%").partition(".")
    if not (whole.isascii() and whole.isdigit()) or (part and not part.isdigit()):
        raise ConfigError(say("{word!r} is no percentage.", word=word), say("Write 6 or -12.5."))
    return sign * float(digits.removesuffix("%"))


def _answer(choice: str, reason: str, now_s: float) -> Answer:
    choices = {each.name.lower(): each for each in CaseChoice}
    reasons = {each.name.lower(): each for each in CaseReason}
    if choice not in choices:
        raise ConfigError(
            say("No choice {choice!r}.", choice=choice),
            say("Choose of {names!s}.", names=", ".join(choices)),
        )
    if reason not in reasons:
        raise ConfigError(
            say("No reason {reason!r}.", reason=reason),
            say("Choose of {names!s}.", names=", ".join(reasons)),
        )
    return Answer(choices[choice], reasons[reason], now_s)
