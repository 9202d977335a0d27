"""What the dosing rules say, in the words that window, terminal and sheet share.

Nothing is computed here: numbers come from the suggestion as they are.
"""

from __future__ import annotations

from emg_dosing.suggestion import Change, Status, Suggestion, SuggestionKind
from emg_dosing.values import Finding, Grade, Reason
from emg_signal.phrase import say
from emg_ui.text.language import shown, tr
from emg_ui.text.numbers import millilitres, units
from emg_ui.text.theme import Tone

KIND_WORDS = {
    SuggestionKind.EXAMINE: say("Examine first"),
    SuggestionKind.TRIM: say("Trim to the limit"),
    SuggestionKind.EVEN_OUT: say("Even out the sides"),
    SuggestionKind.ROUND: say("Round to the syringe"),
    SuggestionKind.EMG_SHIFT: say("Shift by measured activity"),
    SuggestionKind.FOLLOW_UP: say("Follow up"),
    SuggestionKind.NOTHING: say("Nothing to change"),
}

STATUS_WORDS = {
    Status.NONE: say("no suggestion"),
    Status.OK: say("suggestion"),
    Status.LIMITED: say("suggestion, limited"),
    Status.REFUSED: say("refused"),
}

GRADE_WORDS = {
    "label": say("label"),
    "rct": say("randomised trial"),
    "cohort": say("cohort"),
    "consensus": say("consensus"),
    "teaching": say("teaching"),
}
"""Evidence grades of the tables in words."""

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
        return tr("No suggestion: refused")
    return shown(KIND_WORDS[suggestion.kind])


def change_units(change: Change) -> str:
    """Return one point from and to in units, with the patient's side."""
    return f"{shown(change.name)}: {units(change.before.units)} → {units(change.after.units)}"


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
    return f"{shown(reason.text)} [{evidence_words(reason.evidence)}{sources}]"


def evidence_words(grade: str) -> str:
    """Return an evidence grade in words."""
    if grade == "none":
        return tr("no published evidence")
    return tr("evidence: {grade}", grade=GRADE_WORDS.get(grade, grade))


def finding_words(finding: Finding) -> str:
    """Return a finding with its grade."""
    return f"{GRADE_SHAPES[finding.grade]} {shown(finding.grade)}: {shown(finding.text)}"


def suggestion_lines(suggestion: Suggestion) -> list[str]:
    """Return a suggestion as lines for a terminal, in English as all that programs may read."""
    lines = [f"suggestion: {headline(suggestion)} ({shown(STATUS_WORDS[suggestion.status])})"]
    lines += [f"  {change_words(change)}" for change in suggestion.changes]
    lines += [f"  {i}. {reason_words(r)}" for i, r in enumerate(suggestion.reasons, 1)]
    lines += [f"  examine: {text}" for text in suggestion.examine]
    lines += [f"  would change it: {text}" for text in suggestion.would_change]
    lines += [f"  why this may be wrong: {text}" for text in suggestion.may_be_wrong]
    lines += [f"  {text}" for text in suggestion.marks]
    return lines
