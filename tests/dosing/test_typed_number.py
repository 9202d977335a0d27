"""H8: one written rule for numbers that people type, the same in every locale."""

from __future__ import annotations

import locale
import random
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from emg_dosing.typed_number import parse_number
from emg_signal.errors import PlanError


@pytest.mark.hazard("H-decimal-misread")
@pytest.mark.parametrize(
    ("text", "value", "echo"),
    [
        ("2,5", 2.5, "2.5 U"),
        ("2.5", 2.5, "2.5 U"),
        ("0,05", 0.05, "0.05 U"),
        ("0.125", 0.125, "0.125 U"),
        ("5523", 5523.0, "5523 U"),
        ("0", 0.0, "0 U"),
        ("5.0", 5.0, "5 U"),
        ("10", 10.0, "10 U"),
        (" 12 ", 12.0, "12 U"),
        ("\t4", 4.0, "4 U"),
        ("1.25", 1.25, "1.25 U"),
        ("1.2345", 1.2345, "1.2345 U"),
    ],
)
def test_accepted(text: str, value: float, echo: str) -> None:
    found = parse_number(text)
    assert (found.value, found.echo, found.text) == (value, echo, text)


@pytest.mark.hazard("H-decimal-misread")
@pytest.mark.parametrize(
    "text",
    [
        ".05", "5.", ",5", "1.234", "1,234", "12,345", "1_000", "1e3", "٣", "nan", "∞", "−1", "-1",
        "+1", "inf", "", " ", "1 000", "1\u00a0000", "1\u202f000", "05", "007", "00.5", "1.2.3",
        "1,2,3", "1.234,5", "0x10", "½", "²", "1\n", "\n1", "１", "1/2", "12 U", "5%",
        "1234567890123",         "Infinity", "True", "\u200b5", "5\u200b",
    ],
)  # fmt: skip
def test_refused(text: str) -> None:
    with pytest.raises(PlanError) as caught:
        parse_number(text)
    assert caught.value.remedy
    assert "\n" not in str(caught.value)


def test_the_two_readings_are_named() -> None:
    with pytest.raises(PlanError, match=r"1234 or as 1\.234"):
        parse_number("1,234")
    with pytest.raises(PlanError, match="point missing"):
        parse_number("05")


def test_the_unit_is_echoed() -> None:
    assert parse_number("1,5", unit="mL").echo == "1.5 mL"
    assert parse_number("5523", unit="U").echo == "5523 U"


def by_the_rule(text: str) -> float | None:
    """Return what the written rule says, in other words than the code's."""
    stripped = text.strip(" \t")
    if not 0 < len(stripped) <= 12 or set(stripped) - set("0123456789.,"):
        return None
    whole, mark, decimals = re.fullmatch(r"([^.,]*)([.,]?)(.*)", stripped).groups()  # type: ignore[union-attr]
    if not whole or (mark and not decimals) or set(decimals) & set(".,"):
        return None
    if whole.startswith("0") and whole != "0":
        return None
    if len(decimals) == 3 and whole != "0":
        return None
    return float(whole + "." + (decimals or "0"))


def taken(text: str) -> float | None:
    try:
        return parse_number(text).value
    except PlanError:
        return None


@pytest.mark.hazard("H-decimal-misread")
@settings(max_examples=300, deadline=None)
@given(st.text(max_size=14))
@example("1.234")
def test_any_text_is_taken_by_the_rule_only(text: str) -> None:
    assert taken(text) == by_the_rule(text)


@pytest.mark.hazard("H-decimal-misread")
def test_10_000_random_texts_are_taken_by_the_rule_only() -> None:
    draw = random.Random(5)  # noqa: S311
    accepted = 0
    for _ in range(10_000):
        alphabet = draw.choice(("0123456789", "0123456789.,", "01.,", "0123456789.,_eE+- ٣\u00a0"))
        text = "".join(draw.choices(alphabet, k=draw.randint(0, 14)))
        assert taken(text) == by_the_rule(text), text
        accepted += taken(text) is not None
    assert 1_000 < accepted < 9_000


def test_the_locale_changes_nothing() -> None:
    before = locale.setlocale(locale.LC_ALL)
    try:
        for name in ("C", "C.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8"):
            try:
                locale.setlocale(locale.LC_ALL, name)
            except locale.Error:
                continue  # a locale that this system lacks; C is always there
            assert parse_number("2,5").value == parse_number("2.5").value == 2.5
            assert parse_number("2,5").echo == "2.5 U"
    finally:
        locale.setlocale(locale.LC_ALL, before)
