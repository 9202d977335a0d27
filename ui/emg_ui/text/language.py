"""What the window says, in the reader's language: `tr` for its own words, `shown` for others'.

English stands in the code; `tr("Point {n} of {total}", n=1, total=5)` looks the pattern up in
the spoken language and fills it in. Text of the other rooms comes as a `Phrase` or from a table
and goes through `shown`. Numbers get the reader's decimal sign here, and in no file.

Terminals use the same words and know no Qt: they speak English until `speak` says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Any

from emg_signal.errors import ConfigError
from emg_signal.phrase import Phrase, say

PLAIN_NUMBER = re.compile(r"[+−-]?\d+\.\d+")


@dataclass(frozen=True, slots=True)
class Language:
    """One language that the window can speak.

    Parameters
    ----------
    code
        ISO 639 code, such as ``de``.
    translate
        English pattern → pattern in this language; the same text where none is known.
    decimal_point
        The sign between whole and broken part.
    """

    code: str
    translate: Callable[[str], str]
    decimal_point: str


ENGLISH = Language("en", lambda pattern: pattern, ".")
SYSTEM = "system"
"""The language that the system speaks."""
TRANSLATIONS = Path(__file__).parent / "translations"

_spoken = ENGLISH
_asked_for: str | None = None


def languages() -> tuple[str, ...]:
    """Return the codes that can be chosen, English first: one per translation file."""
    found = sorted(path.stem.partition("_")[2] for path in TRANSLATIONS.glob("evenhand_*.qm"))
    return (ENGLISH.code, *found)


def require_language(code: str) -> str:
    """Return `code` if it can be spoken.

    Raises
    ------
    ConfigError
        It is neither ``system`` nor a language that there is.
    """
    if code != SYSTEM and code not in languages():
        known = ", ".join((SYSTEM, *languages()))
        raise ConfigError(
            say("There is no language {code!r}.", code=code), say("Known: {known!s}.", known=known)
        )
    return code


def ask_for(code: str | None) -> None:
    """Let ``--language`` go before the settings, for this run."""
    global _asked_for
    _asked_for = None if code is None else require_language(code)


def asked_for() -> str | None:
    """Return the language that this run was asked to speak, None if the settings decide."""
    return _asked_for


def speak(language: Language) -> None:
    """Say everything in `language` from now on."""
    global _spoken
    _spoken = language


def spoken() -> Language:
    """Return the language that is spoken."""
    return _spoken


def tr(pattern: str, **values: Any) -> str:
    """Return `pattern` in the reader's language, with `values` in its fields.

    The pattern must stand in the call as one plain string: ``make translations`` reads it there.
    A field marked ``!s`` keeps its text as it is, as a lot number must.
    """
    said = _spoken.translate(pattern)
    if not values:
        return said
    filled = _LocalFormatter().vformat(said, (), values)
    return _one_unit(filled) if "} units" in pattern else filled


def _one_unit(text: str) -> str:
    """Return `text` with a single unit in the singular."""
    many = _spoken.translate("{amount!s} units").partition(" ")[2]
    one = _spoken.translate("1 unit")
    return re.sub(rf"(?<![\d.,])1 {re.escape(many)}\b", one, text) if many in text else text


def shown(text: str) -> str:
    """Return a text of another room in the reader's language; as it is where none is known.

    Line breaks of a table's text are its file's, not the reader's: it is looked up without.
    """
    if isinstance(text, Phrase):
        return tr(text.pattern, **text.values) if text.values else tr(text.pattern.format())
    flat = " ".join(text.split())
    said = _spoken.translate(flat) if flat else ""
    return text if said == flat else said


def local_number(text: str) -> str:
    """Return digits with a decimal point as the reader writes them."""
    return text.replace(".", _spoken.decimal_point)


class _Verbatim(str):
    """Text that is nobody's words: a lot, a name, a path."""


class _LocalFormatter(Formatter):
    """Fills in numbers with the reader's decimal sign, and phrases in the reader's language."""

    def convert_field(self, value: Any, conversion: str | None) -> Any:
        return _Verbatim(value) if conversion == "s" else super().convert_field(value, conversion)

    def format_field(self, value: Any, format_spec: str) -> Any:
        if isinstance(value, _Verbatim):
            return super().format_field(str(value), format_spec)
        if isinstance(value, str):
            said = local_number(value) if PLAIN_NUMBER.fullmatch(value) else shown(value)
            return super().format_field(said, format_spec)
        text = super().format_field(value, format_spec)
        return local_number(text) if isinstance(value, int | float) else text
