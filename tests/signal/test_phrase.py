"""A phrase is its English string, and remembers how it was made."""

from __future__ import annotations

import copy
import json
import pickle

import pytest

from emg_signal.errors import DeviceLostError
from emg_signal.phrase import Phrase, say


def test_a_phrase_is_the_string_that_it_reads_as() -> None:
    phrase = say("{name}: {age_s:.1f} s old", name="corrugator", age_s=1.25)
    assert phrase == "corrugator: 1.2 s old"
    assert hash(phrase) == hash("corrugator: 1.2 s old")
    assert json.dumps([phrase]) == '["corrugator: 1.2 s old"]'


def test_pattern_and_values_survive_copies() -> None:
    phrase = say("{n} of {total}", n=1, total=say("{x} points", x=5))
    for again in (copy.deepcopy(phrase), pickle.loads(pickle.dumps(phrase))):  # noqa: S301
        assert (again, again.pattern, again.values) == (phrase, phrase.pattern, phrase.values)


def test_a_pattern_without_its_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        say("{n} of {total}", n=1)


def test_an_error_is_a_phrase_as_a_line_so_that_a_reader_finds_its_words():
    lost = DeviceLostError(say("The board on {port} is gone.", port="COM3"), say("Plug it in."))
    line = str(lost)
    assert line == "The board on COM3 is gone. Plug it in."
    assert isinstance(line, Phrase)
    assert line.values == {"message": lost.message, "remedy": lost.remedy}
    assert str(DeviceLostError(say("Gone."))) == "Gone."
