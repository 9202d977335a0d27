"""Numbers as people read them on the screen: unit at every number, reader's decimal sign.

Files and JSON never pass through here; they hold plain numbers with a decimal point.
"""

from __future__ import annotations

from emg_dosing.exact import number
from emg_ui.text.language import local_number, tr

MINUS = "−"
"""The minus sign that fonts draw as wide as a plus."""


def _decimal(value: float, digits: int) -> str:
    return local_number(f"{value:.{digits}f}").replace("-", MINUS)


def microvolts(value_uv: float) -> str:
    """Return an amplitude in µV with no more digits than its own randomness leaves meaningful."""
    return tr("{amount!s} µV", amount=_decimal(value_uv, 1 if value_uv < 10 else 0))


def percent(value: float) -> str:
    """Return a share without decimals."""
    return tr("{amount!s} %", amount=_decimal(value, 0))


def signed_percent(value: float) -> str:
    """Return an asymmetry with its sign, as the rules write it; zero has none.

    One decimal, as in their reasons: a fact that stands twice on a screen has one number.
    """
    text = number(value, 1).replace("-", MINUS)
    sign = "" if text == "0" or text.startswith(MINUS) else "+"
    return tr("{amount!s} %", amount=f"{sign}{local_number(text)}")


def units(value: float) -> str:
    """Return a dose in units, at most two decimals, none if whole; a bare U reads as a zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    if text == "1":
        return tr("1 unit")
    return tr("{amount!s} units", amount=local_number(text).replace("-", MINUS))


def millilitres(value_ml: float) -> str:
    """Return a volume in mL: at most the three decimals that a 0.01 mL graduation leaves to judge.

    No zero trails: an overlooked decimal sign would make it tenfold.
    """
    text = f"{value_ml:.3f}".rstrip("0").rstrip(".")
    return tr("{amount!s} mL", amount=local_number(text).replace("-", MINUS))
