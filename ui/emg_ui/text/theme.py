"""Colours and sizes of the window: dark and light, one place, checked for contrast by a test.

The hues are those of Okabe and Ito (2008), which people with every common form of colour
blindness can tell apart; the light theme darkens them until text on white reaches a contrast
ratio of 4.5 to 1 (WCAG 2.2, success criterion 1.4.3). No state is told by colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

BODY_POINTS = 14.0
"""Smallest text, points: read at arm's length (65 cm), engineering judgement."""


class Tone(StrEnum):
    """What a colour says; each is always joined by a shape and a word."""

    GOOD = "good"
    NOTE = "note"
    WARN = "warn"
    BAD = "bad"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours, each ``#rrggbb``.

    Parameters
    ----------
    background, panel, border, grid
        Surfaces, from the back to the front.
    text, muted
        Words, and words that matter less.
    left, right
        The patient's left and right, everywhere in the window.
    good, note, warn, bad
        States, for text and marks on `background` and `panel`.
    banner, on_banner
        The stripe that says SIMULATED or PLAYBACK.
    accent, on_accent
        The control that the return key would press.
    healthy
        The band of published healthy asymmetry.
    skin, shade
        The drawn face: its skin, and what models it.
    """

    name: str
    background: str
    panel: str
    border: str
    grid: str
    text: str
    muted: str
    left: str
    right: str
    left_trace: str
    right_trace: str
    good: str
    note: str
    warn: str
    bad: str
    banner: str
    on_banner: str
    accent: str
    on_accent: str
    healthy: str
    skin: str
    shade: str

    def tone(self, tone: Tone) -> str:
        """Return the colour of `tone`."""
        return str(getattr(self, tone.value))


DARK = Theme(
    name="dark",
    background="#0e1318",
    panel="#171f27",
    border="#33424f",
    grid="#202b35",
    text="#eef3f6",
    muted="#a8b7c3",
    left="#f0a830",
    right="#62bdf0",
    left_trace="#8f6a2c",
    right_trace="#3a7499",
    good="#3fc79a",
    note="#8fb8de",
    warn="#f0e442",
    bad="#ff8a5c",
    banner="#f0e442",
    on_banner="#14181c",
    accent="#2a74aa",
    on_accent="#ffffff",
    healthy="#1d4a41",
    skin="#33414d",
    shade="#05080b",
)

LIGHT = Theme(
    name="light",
    background="#f4f6f8",
    panel="#ffffff",
    border="#b4c0ca",
    grid="#e3e8ec",
    text="#10181e",
    muted="#4a5a66",
    left="#8f5200",
    right="#00588f",
    left_trace="#a8742a",
    right_trace="#4788b3",
    good="#00694d",
    note="#2f5e8c",
    warn="#7a6000",
    bad="#b03a00",
    banner="#5c4a00",
    on_banner="#ffffff",
    accent="#00588f",
    on_accent="#ffffff",
    healthy="#cdeee2",
    skin="#fbf3ec",
    shade="#8a7768",
)

THEMES = {theme.name: theme for theme in (DARK, LIGHT)}


TEXT_SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
"""Text scales to choose from: 100 to 200 % (WCAG 2.2, 1.4.4)."""

LARGE_FROM = 1.25
"""Above it, screens of 1280 pixels have no room for words beside words."""


@dataclass(frozen=True, slots=True)
class Look:
    """A theme at a text scale.

    Parameters
    ----------
    theme
        Colours.
    scale
        Text scale, 1.0 to 2.0.
    """

    theme: Theme = DARK
    scale: float = 1.0

    @property
    def is_large(self) -> bool:
        """Whether the text is so large that screens arrange themselves for it."""
        return self.scale > LARGE_FROM

    def points(self, times: float = 1.0) -> float:
        """Return a font size in points, `times` the body text."""
        return BODY_POINTS * times * self.scale
