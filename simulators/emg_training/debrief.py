"""`Debrief`: what is said after an attempt, unsafe things first."""

from __future__ import annotations

from dataclasses import dataclass

from emg_dosing.plan import Plan
from emg_signal.phrase import say
from emg_training.answers import CaseChoice
from emg_training.attempt import Attempt
from emg_training.outcome import outcome_lines
from emg_training.scenario import TrainingScenario
from emg_training.scoring import NOT_COMPETENCE, Item, Score, score

UNREVIEWED = say("No clinician has reviewed this rubric.")
TREATING = (CaseChoice.AS_PLANNED, CaseChoice.MORE_ON_STRONGER, CaseChoice.TAKE_SUGGESTION)


@dataclass(frozen=True, slots=True)
class Debrief:
    """What was there, what was found and when, and how the decision stands against the rubric.

    Parameters
    ----------
    case, attempt
        What was there, and what was done.
    score
        The attempt against the rubric.
    outcome
        What the plan would have led to, as a range and watermarked; empty where nothing was given.
    not_kept
        Why the attempt could not be kept; empty if it was.
    """

    case: TrainingScenario
    attempt: Attempt
    score: Score
    outcome: tuple[str, ...]
    not_kept: str = ""

    @property
    def review(self) -> str:
        """Who reviewed the rubric, or that nobody has."""
        name = self.score.reviewed_by
        return say("Reviewed by {name}.", name=name) if name else UNREVIEWED

    @property
    def lesson(self) -> str:
        """What the case teaches."""
        return " ".join(self.case.lesson.split())

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it for a terminal, in the order in which it is to be read."""
        lines = [f"UNSAFE: {text}" for text in self.score.unsafe]
        lines.append(f"{self.case.title}: {self.score.percent:.0f} of 100. {NOT_COMPETENCE}")
        lines.append(self.review)
        for item in self.score.items:
            lines += _item_lines(item)
        lines += [self.lesson, *self.outcome]
        if self.case.next:
            lines.append(f"Try next: {', '.join(self.case.next)}.")
        return (*lines, self.not_kept) if self.not_kept else tuple(lines)


def debrief(
    case: TrainingScenario, attempt: Attempt, plan: Plan | None = None, *, not_kept: str = ""
) -> Debrief:
    """Return the debrief of `attempt` at `case`.

    Parameters
    ----------
    case, attempt
        What was there, and what was done.
    plan
        The case's plan, for the outcome; None for cases without.
    not_kept
        Why the attempt could not be kept.
    """
    treats = attempt.answer is not None and attempt.answer.choice in TREATING
    outcome = tuple(outcome_lines(case, plan)) if treats else ()
    return Debrief(case, attempt, score(case, attempt), outcome, not_kept)


def _item_lines(item: Item) -> list[str]:
    lines = [f"{item.earned:+5.1f} of {item.of:.0f}  {item.text}"]
    return [*lines, f"       {' '.join(item.why.split())}"] if item.why else lines
