"""What the window says, in the reader's language: `tr` for its own words, `shown` for others'.

English stands in the code; `tr("Point {n} of {total}", n=1, total=5)` looks the pattern up in
Qt's translation and fills it in. Text of the other rooms comes as a `Phrase` or from a table and
goes through `shown`. Numbers get the reader's decimal sign here, and in no file.
"""

from __future__ import annotations

import re
from string import Formatter
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from emg_signal.phrase import Phrase

PLAIN_NUMBER = re.compile(r"[+-]?\d+\.\d+")


def tr(pattern: str, **values: Any) -> str:
    """Return `pattern` in the reader's language, with `values` in its fields.

    The pattern must stand in the call as one plain string: ``make translations`` reads it there.
    """
    said = QCoreApplication.translate("", pattern)
    return _LocalFormatter().vformat(said, (), values) if values else said


def shown(text: str) -> str:
    """Return a text of another room in the reader's language; as it is where none is known."""
    if isinstance(text, Phrase):
        return tr(text.pattern, **text.values) if text.values else tr(text.pattern.format())
    return tr(text) if text else ""


def local_number(text: str) -> str:
    """Return digits with a decimal point as the reader writes them."""
    return text.replace(".", QLocale().decimalPoint())


class _LocalFormatter(Formatter):
    """Fills in numbers with the reader's decimal sign, and phrases in the reader's language."""

    def format_field(self, value: Any, format_spec: str) -> Any:
        if isinstance(value, str):
            said = local_number(value) if PLAIN_NUMBER.fullmatch(value) else shown(value)
            return super().format_field(said, format_spec)
        text = super().format_field(value, format_spec)
        return local_number(text) if isinstance(value, int | float) else text
