"""Every colour that carries a word is readable on every surface it stands on."""

from __future__ import annotations

import pytest

from emg_ui.text.theme import DARK, LIGHT, THEMES, Tone

WORDS = ("text", "muted", "left", "right", "good", "note", "warn", "bad")


def relative_luminance(colour: str) -> float:
    """Return the WCAG 2.2 relative luminance of ``#rrggbb``, 0 to 1."""
    linear = []
    for i in (1, 3, 5):
        value = int(colour[i : i + 2], 16) / 255.0
        linear.append(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast_ratio(one: str, other: str) -> float:
    """Return the WCAG 2.2 contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((relative_luminance(one), relative_luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula_gives_the_published_extremes():
    # WCAG 2.2: black on white is 21 to 1, equal colours 1 to 1; #767676 on white is the
    # lightest grey that reaches 4.5.
    assert contrast_ratio("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast_ratio("#123456", "#123456") == pytest.approx(1.0)
    assert contrast_ratio("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("surface", ["background", "panel"])
@pytest.mark.parametrize("word", WORDS)
def test_words_reach_four_and_a_half_to_one(theme, surface, word):
    assert contrast_ratio(getattr(theme, word), getattr(theme, surface)) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize(
    ("word", "surface"),
    [("on_banner", "banner"), ("on_accent", "accent"), ("text", "healthy")],
)
def test_words_on_coloured_surfaces_are_readable(theme, word, surface):
    assert contrast_ratio(getattr(theme, word), getattr(theme, surface)) >= 4.5


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_graphics_reach_three_to_one(theme):
    # WCAG 2.2, 1.4.11: lanes and bars that carry meaning.
    for line in (theme.left_trace, theme.right_trace, theme.left, theme.right):
        assert contrast_ratio(line, theme.background) >= 3.0


def test_every_tone_has_a_colour():
    for theme in THEMES.values():
        assert all(theme.tone(tone).startswith("#") for tone in Tone)
