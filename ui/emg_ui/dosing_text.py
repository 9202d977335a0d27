"""What the dosing rules say, in the words that window, terminal and sheet share.

Nothing is computed here: numbers come from the suggestion as they are.
"""

from __future__ import annotations

from emg_dosing.values import Change, Finding, Grade, Kind, Reason, Status, Suggestion
from emg_ui.numbers import millilitres, units
from emg_ui.theme import Tone

KIND_WORDS = {
    Kind.EXAMINE: "Examine first",
    Kind.TRIM: "Trim to the limit",
    Kind.EVEN_OUT: "Even out the sides",
    Kind.ROUND: "Round to the syringe",
    Kind.EMG_SHIFT: "Shift by measured activity",
    Kind.FOLLOW_UP: "Follow up",
    Kind.NOTHING: "Nothing to change",
}

STATUS_WORDS = {
    Status.NONE: "no suggestion",
    Status.OK: "suggestion",
    Status.LIMITED: "suggestion, limited",
    Status.REFUSED: "refused",
}

STATUS_TONES = {
    Status.NONE: Tone.GOOD,
    Status.OK: Tone.NOTE,
    Status.LIMITED: Tone.WARN,
    Status.REFUSED: Tone.BAD,
}

STATUS_SHAPES = {
    Status.NONE: "●",
    Status.OK: "➜",
    Status.LIMITED: "▲",
    Status.REFUSED: "■",
}

GRADE_TONES = {
    Grade.INFO: Tone.NOTE,
    Grade.CAUTION: Tone.WARN,
    Grade.WARNING: Tone.WARN,
    Grade.LIMIT: Tone.BAD,
    Grade.STOP: Tone.BAD,
}

GRADE_SHAPES = {
    Grade.INFO: "◇",
    Grade.CAUTION: "△",
    Grade.WARNING: "▲",
    Grade.LIMIT: "■",
    Grade.STOP: "■",
}


def headline(suggestion: Suggestion) -> str:
    """Return what is suggested, in a few words."""
    if suggestion.status is Status.REFUSED:
        return "No suggestion: refused"
    return KIND_WORDS[suggestion.kind]


def change_units(change: Change) -> str:
    """Return one point from and to in units, with the patient's side."""
    side = change.side.value if change.side else "midline"
    name = change.point_id if side in change.point_id else f"{change.point_id} ({side})"
    return f"{name}: {units(change.before.units)} → {units(change.after.units)}"


def change_volumes(change: Change) -> str:
    """Return one point from and to in mL; empty while vial and diluent are not known."""
    if change.before_ml is None or change.after_ml is None:
        return ""
    return f"{millilitres(change.before_ml)} → {millilitres(change.after_ml)}"


def change_words(change: Change) -> str:
    """Return one point from and to, in units and mL."""
    volumes = change_volumes(change)
    return change_units(change) + (f"  ({volumes})" if volumes else "")


def reason_words(reason: Reason) -> str:
    """Return a reason with its evidence grade and sources."""
    sources = f", {', '.join(reason.sources)}" if reason.sources else ""
    return f"{reason.text} [{evidence_words(reason.evidence)}{sources}]"


def evidence_words(grade: str) -> str:
    """Return an evidence grade in words."""
    return "no published evidence" if grade == "none" else f"evidence: {grade}"


def finding_words(finding: Finding) -> str:
    """Return a finding with its grade."""
    return f"{GRADE_SHAPES[finding.grade]} {finding.grade}: {finding.text}"


def suggestion_lines(suggestion: Suggestion) -> list[str]:
    """Return a suggestion as lines for a terminal."""
    lines = [f"suggestion: {headline(suggestion)} ({STATUS_WORDS[suggestion.status]})"]
    lines += [f"  {change_words(change)}" for change in suggestion.changes]
    lines += [f"  {i}. {reason_words(r)}" for i, r in enumerate(suggestion.reasons, 1)]
    lines += [f"  examine: {text}" for text in suggestion.examine]
    lines += [f"  would change it: {text}" for text in suggestion.would_change]
    lines += [f"  why this may be wrong: {text}" for text in suggestion.may_be_wrong]
    lines += [f"  {text}" for text in suggestion.marks]
    return lines
