"""Words and numbers in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from emg_signal.phrase import say
from emg_ui.language import shown, tr


@pytest.fixture
def german_numbers() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German))
    yield
    QLocale.setDefault(before)


def test_fields_are_filled_in() -> None:
    assert tr("Point {n} of {total}", n=1, total=5) == "Point 1 of 5"
    assert tr("100 % {literally}") == "100 % {literally}"


def test_numbers_get_the_readers_decimal_sign(german_numbers: None) -> None:
    assert tr("{x:.1f} µV in {y} mL", x=2.5, y="0.025") == "2,5 µV in 0,025 mL"
    assert shown(say("{a} of {b}", a=say("{x} U", x=1.5), b="lot 1.5")) == "1,5 U of lot 1.5"


def test_a_phrase_reads_as_it_was_written_where_no_translation_is() -> None:
    phrase = say("{side}: {units} U", side="left", units=4)
    assert shown(phrase) == phrase == "left: 4 U"
