"""The safety line in words: the one writer for screens, sheet, review and terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from emg_dosing.safety import SafetyItem, SafetyState
from emg_dosing.values import Finding, Grade
from emg_signal.phrase import say
from emg_ui.text.language import shown, tr
from emg_ui.text.theme import Tone

SHAPES = {
    Grade.INFO: "·",
    Grade.CAUTION: "▲",
    Grade.WARNING: "▲",
    Grade.LIMIT: "▲",
    Grade.STOP: "■",
}
TONES = {
    Grade.INFO: Tone.NOTE,
    Grade.CAUTION: Tone.WARN,
    Grade.WARNING: Tone.WARN,
    Grade.LIMIT: Tone.WARN,
    Grade.STOP: Tone.BAD,
}
"""Red is kept for what stops; what limits is amber."""

WORDS = {
    Grade.INFO: say("note"),
    Grade.CAUTION: say("caution"),
    Grade.WARNING: say("warning"),
    Grade.LIMIT: say("limit"),
    Grade.STOP: say("stop"),
}


@dataclass(frozen=True, slots=True)
class SafetyWords:
    """One line: mark, words and colour."""

    shape: str
    text: str
    tone: str


def safety_words(line: Sequence[SafetyItem], *, in_full: bool = False) -> list[SafetyWords]:
    """Return the safety line, one entry per finding, one for all that was not asked.

    On paper it stands `in_full`: what was asked without a finding is named, not counted.
    """
    words = [_found(item) for item in line if item.state is SafetyState.FOUND]
    open_ = [shown(item.text) for item in line if item.state is SafetyState.OPEN]
    clear = [item for item in line if item.state is SafetyState.CLEAR]
    if open_:
        text = tr("Not asked: {questions!s}.", questions=", ".join(open_))
        words.append(SafetyWords("◇", text, str(Tone.WARN)))
    if clear:
        names = ", ".join(shown(item.text) for item in clear)
        text = (
            tr("Asked, nothing found: {questions!s}.", questions=names)
            if in_full
            else tr("Asked, nothing found: {n} questions.", n=len(clear))
        )
        words.append(SafetyWords("●", text, str(Tone.GOOD)))
    return words


def _found(item: SafetyItem) -> SafetyWords:
    text = f"{shown(WORDS[item.grade]).upper()}: {shown(item.text)}"
    if item.examine:
        text = f"{text} {shown(item.examine)}"
    if item.override is not None:
        went_on = tr(
            "Went on all the same: {reason!s} ({who!s}).",
            reason=item.override.reason,
            who=item.override.by,
        )
        text = f"{text} {went_on}"
    return SafetyWords(SHAPES[item.grade], text, str(TONES[item.grade]))


def safety_lines(line: Sequence[SafetyItem]) -> list[str]:
    """Return the safety line as lines for paper, page and terminal."""
    return [f"{words.shape} {words.text}" for words in safety_words(line, in_full=True)]


def other_findings(findings: Sequence[Finding], line: Sequence[SafetyItem]) -> tuple[Finding, ...]:
    """Return the findings of the plan that are not told by the safety line."""
    told = {item.text for item in line}
    return tuple(f for f in findings if f.text not in told and f.rule_id != "check.not_asked")
