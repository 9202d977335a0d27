"""`parse_json`: JSON from outside, without twice one key, NaN, or nesting that nobody wrote."""

from __future__ import annotations

import json
from typing import Any

from emg_signal.phrase import say

LONGEST_NUMBER = 100
"""Digits of a whole number, far beyond any that means something here."""


def parse_json(text: str) -> Any:
    """Return what a JSON text holds.

    Raises
    ------
    ValueError
        It is no JSON, names a key twice, holds NaN or infinity, a number of hundreds of digits,
        or is nested so deep that no person wrote it.
    """
    try:
        return json.loads(
            text, parse_constant=_no_number, parse_int=_whole, object_pairs_hook=_once_each
        )
    except RecursionError:
        raise ValueError(say("it is nested too deep")) from None


def _no_number(text: str) -> float:
    raise ValueError(say("{text} is no number", text=text))


def _whole(text: str) -> int:
    if len(text) > LONGEST_NUMBER:
        raise ValueError(say("a number of {n} digits is too long", n=len(text)))
    return int(text)


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(say("the key {name!r} stands twice", name=twice))
    return found
