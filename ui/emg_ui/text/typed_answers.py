"""What typed answers of Prepare mean: vial, syringe, date, price, days.

Every number goes by the one written rule of `emg_dosing.typed_number`; what was understood is
said back with its unit before it is used, and what can be read in two ways is refused.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Any

from emg_dosing.plan import Syringe, Vial
from emg_dosing.typed_number import parse_number
from emg_signal.errors import PlanError
from emg_signal.phrase import say
from emg_signal.text_file import hidden_sign
from emg_ui.text.language import tr
from emg_ui.text.numbers import units

LONGEST_TEXT = 200
"""As the plan file holds it."""

_DATES = (
    (re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})"), (0, 1, 2)),
    (re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})"), (2, 1, 0)),
    (re.compile(r"(\d{4})[-/.](\d{1,2})"), (0, 1, None)),
    (re.compile(r"(\d{1,2})[-/.](\d{4})"), (1, 0, None)),
)
"""Pattern, and which group is year, month and day; a month alone means its last day."""

DATE_EXAMPLE = "2027-03"

LARGEST_UNITS = 999.0
"""What the field takes at all; whether it is too much is the plan check's to say."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Typed text as it was understood: the value, and how it is said back."""

    value: Any
    echo: str


def read_units(text: str) -> float:
    """Return units as typed: ``6``, ``6.5``, ``6,5 U``, ``6 units``.

    Raises
    ------
    PlanError
        No amount by the rule for typed numbers, or larger than any plan.
    """
    value = parse_number(_without_unit(text), unit="U").value
    if value > LARGEST_UNITS:
        raise PlanError(say("{amount:g} units is more than any field takes.", amount=value))
    return value


def _without_unit(text: str) -> str:
    """Return a typed amount without its unit, as short as ``U`` or as the window writes it."""
    words = ("U", *(units(value).partition(" ")[2] for value in (1.0, 2.0)))
    text = text.strip()
    for word in words:
        text = text.removesuffix(word).strip()
    return text


def read_vial(text: str) -> Reading:
    """Return a vial of ``100 in 2.5``: units and mL of diluent.

    Raises
    ------
    PlanError
        Not two numbers above zero.
    """
    amount, diluent = _numbers(
        text, 2, say('Type units and mL of diluent, like "100 in 2.5".'), ("U", "mL")
    )
    vial = Vial(amount, diluent)
    echo = tr(
        "vial of {amount} in {ml:g} mL: {strength} in 0.1 mL",
        amount=units(amount),
        ml=diluent,
        strength=units(amount / diluent / 10),
    )
    return Reading(vial, echo)


def read_syringe(text: str) -> Reading:
    """Return a syringe of ``1 0.01``: volume and graduation in mL, and its tolerance if known.

    Raises
    ------
    PlanError
        Not two or three numbers above zero, or a graduation that is no part of the volume.
    """
    asked = say('Type volume and graduation in mL, like "1 0.01", and its tolerance in % if known.')
    parts = _parts(text)
    tolerance = _number(parts[2], "%") if len(parts) == 3 else None
    volume, graduation = _numbers(" ".join(parts[:2]), 2, asked, ("mL", "mL"))
    if graduation > volume or len(parts) > 3:
        raise PlanError(say("A graduation is smaller than its syringe."), asked)
    return Reading(syringe := Syringe(volume, graduation, tolerance), syringe_words(syringe))


def syringe_words(syringe: Syringe) -> str:
    """Return a syringe in words."""
    if syringe.tolerance_percent is None:
        return tr(
            "{ml:g} mL syringe, a line every {line:g} mL, tolerance not known",
            ml=syringe.volume_ml,
            line=syringe.graduation_ml,
        )
    return tr(
        "{ml:g} mL syringe, a line every {line:g} mL, ± {percent:g} %",
        ml=syringe.volume_ml,
        line=syringe.graduation_ml,
        percent=syringe.tolerance_percent,
    )


def read_date(text: str) -> Reading:
    """Return a date of ``2027-03-31``, ``2027-03``, ``03/2027`` or ``31.3.2027``.

    Raises
    ------
    PlanError
        No such date, or one that can be read in two ways, as 03/04/2027 can.
    """
    remedy = say('Type it like "2027-03-31" or, for the end of a month, "2027-03".')
    for pattern, order in _DATES:
        match = pattern.fullmatch(text.strip())
        if match is None:
            continue
        year, month, day = (None if i is None else int(match.groups()[i]) for i in order)
        try:
            last = calendar.monthrange(year or 0, month or 0)[1]
            date = dt.date(year or 0, month or 0, day or last)
        except (ValueError, calendar.IllegalMonthError) as error:
            raise PlanError(say("There is no such date: {text}.", text=text), remedy) from error
        return Reading(date, date.isoformat())
    raise PlanError(say("{text} is no date here.", text=repr(text)), remedy)


def read_price(text: str, vial: Vial) -> Reading:
    """Return `vial` with the clinic's price, of ``180`` or ``180 EUR``.

    Raises
    ------
    PlanError
        No amount, or a currency that is not three letters.
    """
    amount, _, currency = text.strip().partition(" ")
    currency = currency.strip().upper() or (vial.currency or "")
    if currency and not re.fullmatch(r"[A-Z]{3}", currency):
        raise PlanError(
            say("{text} is no currency.", text=repr(currency)), say('Type it like "180 EUR".')
        )
    price = _number(amount, currency or "per vial")
    echo = tr("{price:.2f} {currency!s} per vial", price=price, currency=currency)
    return Reading(replace(vial, price=price, currency=currency or None), echo)


def read_text(text: str) -> Reading:
    """Return a line of text, as it is.

    Raises
    ------
    PlanError
        Too long for a record, or with a sign that cannot be seen.
    """
    if len(text) > LONGEST_TEXT:
        raise PlanError(say("That is longer than {n} letters.", n=LONGEST_TEXT))
    if (sign := hidden_sign(text)) is not None:  # pasted: no keyboard types one
        raise PlanError(say("It holds the unseen sign U+{number:04X}.", number=ord(sign)))
    return Reading(text, text)


def read_words(text: str) -> Reading:
    """Return a line of text in which something stands.

    Raises
    ------
    PlanError
        Blank, or no line as `read_text` takes it.
    """
    if not text.strip():
        raise PlanError(say("Write it in a few words."))
    return read_text(text.strip())


def read_age(text: str) -> Reading:
    """Return an age in whole years.

    Raises
    ------
    PlanError
        Not a whole number of years.
    """
    years = _number(text, "years")
    if years != int(years) or years > 130:
        raise PlanError(say("An age is whole years, at most 130."))
    return Reading(int(years), tr("{n} years", n=int(years)))


def read_days(text: str, today: dt.date) -> Reading:
    """Return days since something, of a number of days or of a date.

    Raises
    ------
    PlanError
        Neither, or a date that is still to come.
    """
    is_number = text.isdigit()
    days = int(_number(text, "days")) if is_number else (today - read_date(text).value).days
    if days < 0:
        raise PlanError(say("That day is still to come."))
    return Reading(days, tr("{n} days ago", n=days))


def _parts(text: str) -> list[str]:
    """Return what stands between spaces, without words that join and units."""
    words = re.sub(r"(?<=\d)(U|ml|%)(?=\s|$)", "", text.strip(), flags=re.IGNORECASE).split()
    return [w for w in words if w.casefold() not in {"in", "/", "u", "ml", "%"}]


def _number(text: str, unit: str) -> float:
    return parse_number(text, unit=unit).value


def _numbers(text: str, count: int, asked: str, unit: tuple[str, ...]) -> list[float]:
    parts = _parts(text)
    if len(parts) != count:
        raise PlanError(asked)
    values = [_number(part, one) for part, one in zip(parts, unit, strict=True)]
    if min(values) <= 0:
        raise PlanError(say("Each number is above zero."), asked)
    return values
