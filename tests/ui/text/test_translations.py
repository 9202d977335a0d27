"""Every word of the window has its German, and no word stands there untranslated."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from string import Formatter

import pytest
from by_hand import cut_off, settle, texts_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QWidget,
)

from emg_ui.text.language import ENGLISH, Language, speak, tr
from emg_ui.text.theme import Look
from emg_ui.text.translation import choose_language
from emg_ui.widgets.dialogs import Dialog

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "tools"))

from translations import messages

SAME_EVERYWHERE = re.compile(
    r"F\d+|Ctrl\+\w+|(left|right) (medial|middle|lateral)"
    r"|Ctrl|Shift|Tab|Esc|Enter|Space|Backspace|Del|OpenBCI|Cyton|Dysport|Botox|Evenhand"
    r"|DEMO-\d+|M-\d+|S\d+|µV|mV|mL|ms|Hz|kOhm|U|EUR|USD|RMS|English|Deutsch|PgDown|PgUp"
    r"|frontalis|corrugator|zygomaticus|orbicularis|oculi|demo|virtual|patient|evenhand"
)
"""Names of keys, boards, products, units, muscles, records, and of the points in the staged plan
file, which no language changes."""


CITATION = re.compile(r"S\d+  ")
"""How About cites a source; its title is nobody's to translate."""


def fields(pattern):
    return sorted(
        (name, spec) for _, name, spec, _ in Formatter().parse(pattern) if name is not None
    )


def test_german_is_whole_and_up_to_date(project_root):
    tool = project_root / "tools" / "translations.py"
    done = subprocess.run(
        [sys.executable, str(tool), "--check"], capture_output=True, text=True, check=False
    )
    assert done.stdout == ""
    assert done.returncode == 0, done.stderr


def test_every_field_of_a_text_is_in_its_translation(project_root):
    for source, said in messages(project_root / "ui/translations/evenhand_de.ts").items():
        assert said is not None
        assert fields(said) == fields(source), source


@pytest.fixture
def marked_language():
    """Speak a language in which every translated text stands in brackets.

    Keys of a screen are one text that help takes apart: each of them has brackets of its own.
    """

    def mark(pattern):
        return "   ".join(f"⟦{part}⟧" for part in pattern.split("   "))

    speak(Language("xx", mark, "·"))
    yield
    speak(ENGLISH)


def untranslated(text):
    """Return the words of `text` that stand outside of brackets and are no names."""
    if CITATION.match(text):
        return []
    while text != (text := re.sub(r"⟦[^⟦⟧]*(⟧|…$)", "", text)):
        pass
    return re.findall(r"[A-Za-z]{2,}", SAME_EVERYWHERE.sub("", text))


def english_left(window):
    parts = [window, *window.findChildren(QWidget)]
    return sorted({t for part in parts for t in texts_of(part) if untranslated(t)})


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize(
    "state", ["live", "uncalibrated", "contracting", "with_bad_electrode", "lost", "locked"]
)
def test_no_english_is_left_on_any_screen(open_window, staged, marked_language, state, scale):
    staged.show(getattr(staged, state)())
    window = open_window(staged, look=Look(scale=scale))
    for phase in range(len(window.desk.screens)):
        window.desk.show_phase(phase)
        settle(window)
    assert english_left(window) == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_english_is_left_around_the_screens(open_window, staged, marked_language, scale):
    window = open_window(staged, look=Look(scale=scale))
    for show in (
        window.pages.greet,
        window.pages.show_help,
        window.pages.show_settings,
        window.pages.show_tour,
    ):
        show()
    window.pages.show_numbers()
    settle(window)
    assert english_left(window) == []
    for dialog in window.findChildren(Dialog):
        dialog.done(QDialog.DialogCode.Accepted)


@pytest.fixture
def german():
    choose_language("de")
    yield
    choose_language("en")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_german_words_are_not_cut_off(open_window, staged, german, scale):
    staged.show(staged.locked())
    window = open_window(staged, look=Look(scale=scale))
    for phase in range(len(window.desk.screens)):
        window.desk.show_phase(phase)
        for _ in range(4):
            settle(window)
        assert cut_off(window) == []


def test_a_language_is_changed_in_the_settings_and_back(open_window, staged, qtbot):
    window = open_window(staged)
    for code, word in (("de", "Messen"), ("en", "Measure")):
        window.set_settings(window.settings.changed(language=code))
        settle(window)
        assert word in window.desk.phase_bar.findChildren(QAbstractButton)[1].text()
    assert tr("{x:.1f} s", x=1.5) == "1.5 s"
    qtbot.keyClick(window, Qt.Key.Key_F1)
