"""One written rule for numbers that people type, the same in every locale.

The rule: digits 0 to 9, at most one decimal sign (point or comma) with a digit before and after
it, no sign, no exponent, no thousands mark, nothing else; spaces around it are dropped. Refused as
ambiguous: a decimal sign with exactly three digits after it and no leading zero ("1.234" may mean
1234), and a leading zero without a decimal sign ("05" may have lost its point). The value is
echoed with its unit before it is used.

Python's own ``float`` takes "1_000", "nan", "inf" and digits of other scripts; this does not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from emg_signal.errors import PlanError
from emg_signal.phrase import say

_RULE = re.compile(r"([0-9]+)(?:[.,]([0-9]+))?")
_LONGEST = 12
REMEDY = say('Type it like "12" or "2.5": digits, and at most one point or comma.')


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """A number as it was understood.

    Parameters
    ----------
    value
        Finite, 0 or more.
    unit
        As asked for.
    text
        As typed.
    """

    value: float
    unit: str
    text: str

    @property
    def echo(self) -> str:
        """The value with its unit, to be shown before it is used: ``2.5 U``."""
        whole, _, decimals = f"{self.value:.9f}".partition(".")
        decimals = decimals.rstrip("0")
        return f"{whole}.{decimals} {self.unit}" if decimals else f"{whole} {self.unit}"


def parse_number(text: str, *, unit: str = "U") -> TypedNumber:
    """Return what `text` means by the rule.

    Parameters
    ----------
    text
        As typed or pasted.
    unit
        Unit of the field, echoed beside the value.

    Raises
    ------
    PlanError
        `text` is not a number by the rule, or can be read in two ways.
    """
    stripped = text.strip(" \t")
    match = _RULE.fullmatch(stripped) if len(stripped) <= _LONGEST else None
    if match is None:
        raise PlanError(say("{text} is not a number here.", text=_shown(text)), REMEDY)
    whole, decimals = match[1], match[2]
    if len(whole) > 1 and whole[0] == "0":
        raise PlanError(
            say("{text} begins with a zero: is a point missing?", text=_shown(text)), REMEDY
        )
    if decimals is not None and len(decimals) == 3 and whole != "0":
        raise PlanError(
            say(
                "{text} can be read as {thousands} or as {decimal}.",
                text=_shown(text),
                thousands=f"{whole}{decimals}",
                decimal=f"{whole}.{decimals}",
            ),
            say("Leave out the mark, or type fewer or more decimals."),
        )
    return TypedNumber(float(f"{whole}.{decimals or 0}"), unit, text)


def _shown(text: str) -> str:
    shown = ascii(text)
    return shown if len(shown) <= 40 else shown[:37] + "..."
