"""What people type in answer to a question is read, said back, or refused."""

from __future__ import annotations

import datetime as dt

import pytest

from emg_dosing.plan import Syringe, Vial
from emg_signal.errors import PlanError
from emg_ui.text.typed_answers import read_date, read_days, read_price, read_syringe, read_vial


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2027-03-31", dt.date(2027, 3, 31)),
        ("2028-02", dt.date(2028, 2, 29)),
        ("02/2028", dt.date(2028, 2, 29)),
        ("1.3.2027", dt.date(2027, 3, 1)),
    ],
)
def test_dates_of_a_vial_are_read(text, date):
    assert read_date(text).value == date


@pytest.mark.parametrize("text", ["03/04/2027", "2027-13", "31.2.2027", "27-03", "soon", "0000-00"])
def test_dates_that_are_none_or_two_are_refused(text):
    with pytest.raises(PlanError):
        read_date(text)


def test_vial_syringe_price_and_days_are_said_back_with_their_units():
    assert read_vial("100 in 2,5").value == Vial(100, 2.5)
    assert "4 units in 0.1 mL" in read_vial("100U 2.5ml").echo
    assert read_syringe("0.5 0,01 5").value == Syringe(0.5, 0.01, 5)
    assert read_price("180 eur", Vial(100, 2.5)).value == Vial(100, 2.5, None, 180, "EUR")
    assert read_days("2026-01-01", dt.date(2026, 3, 2)).value == 60


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (read_vial, "100"),
        (read_vial, "0 2.5"),
        (read_vial, "1.000 2.5"),
        (read_syringe, "0.01 1"),
        (read_syringe, "1"),
        (lambda text: read_price(text, Vial(1, 1)), "180 euros"),
        (lambda text: read_days(text, dt.date(2026, 3, 2)), "2026-03-03"),
    ],
)
def test_what_cannot_be_meant_is_refused(read, text):
    with pytest.raises(PlanError):
        read(text)
