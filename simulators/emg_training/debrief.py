"""`debrief`: what is said after an attempt, unsafe things first."""

from __future__ import annotations

from emg_dosing.plan import Plan
from emg_training.answers import Choice
from emg_training.attempt import Attempt
from emg_training.outcome import outcome_lines
from emg_training.scenario import TrainingScenario
from emg_training.scoring import NOT_COMPETENCE, score

UNREVIEWED = "No clinician has reviewed this rubric."
TREATING = (Choice.AS_PLANNED, Choice.MORE_ON_STRONGER, Choice.TAKE_SUGGESTION)


def debrief(case: TrainingScenario, attempt: Attempt, plan: Plan | None = None) -> tuple[str, ...]:
    """Return the lines of a debrief, in the order in which they are to be read.

    Parameters
    ----------
    case, attempt
        What was there, and what was done.
    plan
        The case's plan, for the outcome; None for cases without.
    """
    result = score(case, attempt)
    lines = [f"UNSAFE: {text}" for text in result.unsafe]
    lines.append(f"{case.title}: {result.percent:.0f} of 100. {NOT_COMPETENCE}")
    lines.append(f"Reviewed by {result.reviewed_by}." if result.reviewed_by else UNREVIEWED)
    for item in result.items:
        lines.append(f"{item.earned:+5.1f} of {item.of:.0f}  {item.text}")
        if item.why:
            lines.append(f"       {' '.join(item.why.split())}")
    lines.append(" ".join(case.lesson.split()))
    if attempt.answer is not None and attempt.answer.choice in TREATING:
        lines += outcome_lines(case, plan)
    if case.next:
        lines.append(f"Try next: {', '.join(case.next)}.")
    return tuple(lines)
