"""Words and numbers in the reader's language."""

from __future__ import annotations

import locale
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from emg_session.link import LinkState, link_text
from emg_signal.errors import ConfigError, DeviceLostError, EmgError
from emg_signal.phrase import say
from emg_ui.command_line import run
from emg_ui.text.language import ENGLISH, Language, shown, speak, tr
from emg_ui.text.translation import choose_language


@pytest.fixture
def german_numbers() -> Iterator[None]:
    known = {"left": "links", "Press {key} now": "Jetzt {key} drücken"}
    speak(Language("de", lambda pattern: known.get(pattern, pattern), ","))
    yield
    speak(ENGLISH)


@pytest.fixture
def english_after() -> Iterator[None]:
    before = QLocale()
    yield
    choose_language("en")
    QLocale.setDefault(before)


def test_fields_are_filled_in() -> None:
    assert tr("Point {n} of {total}", n=1, total=5) == "Point 1 of 5"
    assert tr("100 % {literally}") == "100 % {literally}"


def test_numbers_get_the_readers_decimal_sign(german_numbers: None) -> None:
    assert tr("{x:.1f} µV in {y} mL", x=2.5, y="0.025") == "2,5 µV in 0,025 mL"
    assert shown(say("{a} of {b}", a=say("{x} U", x=1.5), b="lot 1.5")) == "1,5 U of lot 1.5"


@pytest.mark.parametrize("text", ["v1.5", "L1.5", "1.5.2", "/1.5", "x-1.5"])
def test_what_only_looks_like_a_number_keeps_its_point(german_numbers: None, text: str) -> None:
    assert tr("{what}", what=text) == text


def test_a_sign_stands_before_a_number(german_numbers: None) -> None:
    assert tr("{a} {b} {c}", a="+1.5", b="-1.5", c="−1.5") == "+1,5 -1,5 −1,5"


def test_what_is_nobodys_words_stays_as_it_is(german_numbers: None) -> None:
    assert tr("Lot {lot!s}, {side}", lot="12.5", side="left") == "Lot 12.5, links"


def test_a_phrase_reads_as_it_was_written_where_no_translation_is() -> None:
    phrase = say("{side}: {units} U", side="left", units=4)
    assert shown(phrase) == phrase == "left: 4 U"


def test_a_tables_line_breaks_do_not_hide_its_translation(german_numbers: None) -> None:
    assert shown("Press {key}\nnow\n") == "Jetzt {key} drücken"
    assert shown("not\nknown") == "not\nknown"


def test_german_numbers_on_the_screen_leave_the_c_librarys_alone(
    qapp: object, english_after: None
) -> None:
    assert choose_language("de").decimal_point == ","
    assert tr("{x:.1f} µV", x=2.5) == "2,5 µV"
    assert locale.localeconv()["decimal_point"] == "."


def test_a_language_that_is_not_there_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--language", "xx", "devices"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    with pytest.raises(ConfigError, match="Known: system, en, de"):
        choose_language("xx")


def test_a_lost_board_is_told_in_the_readers_language(english_after: None) -> None:
    choose_language("de")
    lost = DeviceLostError(
        say("The board on {port} was unplugged or switched off.", port="COM3"),
        say("Plug it in again."),
    )
    told = shown(link_text(LinkState.LOST, lost))
    assert "COM3" in told
    assert "unplugged" not in told
    assert "Plug it in" not in told


def test_an_error_within_a_sentence_is_told_in_the_readers_language(english_after: None) -> None:
    choose_language("de")
    full = EmgError(say("There is no display for the window."))
    told = shown(say("Recording stopped. {why}", why=str(full)))
    assert "display" not in told
    assert "Bildschirm" in told


@pytest.mark.parametrize(
    ("units", "english", "german"),
    [("1", "1 unit", "1 Einheit"), ("0.1", "0.1 units", "0,1 Einheiten"),
     ("11", "11 units", "11 Einheiten"), ("1.5", "1.5 units", "1,5 Einheiten")],
)  # fmt: skip
def test_a_unit_alone_is_one_in_every_language(units, english, german):
    text = say("Session total: {total} units of {brand}.", total=units, brand="Dysport")
    assert shown(text) == text == f"Session total: {english} of Dysport."
    choose_language("de")
    try:
        assert f": {german} Dysport." in shown(text)
    finally:
        choose_language("en")


def test_the_name_of_a_field_keeps_its_letters():
    text = say("{where}: {problem}.", where="point 1 units", problem=say("is missing"))
    assert shown(text) == text == "point 1 units: is missing."
