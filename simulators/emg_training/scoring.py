"""`Score`: an attempt against the rubric of its case.

Of 100 points, noticing earns 30, the choice 35 and its reason 35. A choice without its reason can
be luck, so it stays below half; an unsafe choice earns nothing at all. Saying what is not there
costs as much as a finding brings, so that saying everything brings nothing. The weights are
engineering judgement and await a clinician.
"""

from __future__ import annotations

from dataclasses import dataclass

from emg_signal.phrase import Phrase, say
from emg_training.answers import CaseChoice, CaseReason, Noticed
from emg_training.attempt import Attempt, Observation
from emg_training.scenario import INDEX_TOLERANCE, ObservePart, TrainingScenario

NOTICING, CHOICE, REASON = 30.0, 35.0, 35.0
NOT_COMPETENCE = say(
    "The score describes one attempt at a simulated case; it is no measure of competence."
)


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the score: what was asked, what was earned of what, and why."""

    text: str
    earned: float
    of: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """What an attempt earned.

    Parameters
    ----------
    percent
        0 to 100.
    noticed, decided
        The lines that it is made of.
    unsafe
        What could have harmed; comes first in a debrief.
    reviewed_by
        Who reviewed the rubric; empty for nobody yet.
    """

    percent: float
    noticed: tuple[Item, ...]
    decided: tuple[Item, ...]
    unsafe: tuple[str, ...]
    reviewed_by: str

    @property
    def items(self) -> tuple[Item, ...]:
        """All lines."""
        return self.noticed + self.decided


def score(case: TrainingScenario, attempt: Attempt) -> Score:
    """Return the score of `attempt` at `case`."""
    noticed, decided = _noticed(case, attempt), _decided(case, attempt)
    unsafe = _unsafe(case, attempt)
    percent = 0.0 if unsafe else max(0.0, sum(item.earned for item in (*noticed, *decided)))
    return Score(percent, tuple(noticed), tuple(decided), unsafe, case.reviewed_by)


def _noticed(case: TrainingScenario, attempt: Attempt) -> list[Item]:
    total = sum(part.points for part in case.observe)
    items = []
    matched: set[int] = set()
    for part in case.observe:
        worth = NOTICING * part.points / total
        matches = _all_matches(case, part, attempt.observations)
        matched |= matches
        times = [attempt.observations[i].at_s for i in matches]
        in_time = [t for t in times if part.from_s <= t <= part.from_s + part.within_s]
        text = _when(_words(case, part), min(in_time, default=None), min(times, default=None))
        items.append(Item(text, worth if in_time else 0.0, worth, part.why))
    false = [seen for i, seen in enumerate(attempt.observations) if i not in matched]
    kinds = {(seen.what, seen.muscle, seen.side) for seen in false}
    if kinds:
        lost = min(NOTICING, NOTICING / len(case.observe) * len(kinds))
        said = ", ".join(sorted({str(what) for what, _, _ in kinds}))
        items.append(Item(say("Said, but not there: {what}", what=said), -lost, 0.0))
    return items


def _when(what: Phrase, in_time_s: float | None, ever_s: float | None) -> Phrase:
    if in_time_s is not None:
        return say("{what}: said at {at_s:.1f} s", what=what, at_s=in_time_s)
    if ever_s is not None:
        return say("{what}: said at {at_s:.1f} s, out of its time", what=what, at_s=ever_s)
    return say("{what}: not said", what=what)


def _all_matches(
    case: TrainingScenario, part: ObservePart, seen: tuple[Observation, ...]
) -> set[int]:
    return {i for i, observation in enumerate(seen) if _is_that(case, part, observation)}


def _is_that(case: TrainingScenario, part: ObservePart, seen: Observation) -> bool:
    if seen.what is not part.what or (part.muscle and seen.muscle != part.muscle):
        return False
    if part.side and seen.side is not part.side:
        return False
    if part.what is not Noticed.INDEX:
        return True
    true_percent = case.visible_index_percent(part.muscle or "")
    return seen.percent is not None and abs(seen.percent - true_percent) <= INDEX_TOLERANCE


def _words(case: TrainingScenario, part: ObservePart) -> Phrase:
    """Return what there was, where and from when on."""
    muscle = (part.muscle or "").replace("_", " ")
    if part.what is Noticed.INDEX:
        percent = case.visible_index_percent(part.muscle or "")
        return say("{muscle}: asymmetry index {percent:+.0f} %", muscle=muscle, percent=percent)
    if part.side:
        where = say("{muscle} {side}", muscle=muscle, side=str(part.side))
        return say("{what} ({where})", what=str(part.what), where=where)
    if muscle:
        return say("{what} ({where})", what=str(part.what), where=muscle)
    return Phrase(str(part.what), {})  # translators find the enumeration's texts themselves


def _decided(case: TrainingScenario, attempt: Attempt) -> list[Item]:
    answer, good = attempt.answer, case.decide
    if answer is None:
        return [
            Item(
                say("No decision; good: {choice}", choice=str(good.choice)), 0.0, CHOICE, good.why
            ),
            Item(say("No reason; good: {reason}", reason=str(good.reason)), 0.0, REASON),
        ]
    right = answer.choice is good.choice
    earned = CHOICE if right else CHOICE / 2 if answer.choice in good.also else 0.0
    # The right reason for a wrong deed is half an insight.
    reason = REASON * (1.0 if earned else 0.5) if answer.reason is good.reason else 0.0
    return [
        Item(_decision(answer.choice, good.choice), earned, CHOICE, good.why),
        Item(_reason(answer.reason, good.reason, for_nothing=not earned), reason, REASON),
    ]


def _decision(yours: CaseChoice, good: CaseChoice) -> Phrase:
    if yours is good:
        return say("You decided: {you}. That is good.", you=str(yours))
    return say("You decided: {you}. Good: {good}.", you=str(yours), good=str(good))


def _reason(yours: CaseReason, good: CaseReason, *, for_nothing: bool) -> Phrase:
    if yours is not good:
        return say("Your reason: {you}. Good: {good}.", you=str(yours), good=str(good))
    if for_nothing:
        return say("Your reason: {you}. That is good, but not what you did.", you=str(yours))
    return say("Your reason: {you}. That is good.", you=str(yours))


def _unsafe(case: TrainingScenario, attempt: Attempt) -> tuple[str, ...]:
    answer = attempt.answer
    if answer is None or answer.choice not in case.decide.unsafe:
        return ()
    why = " ".join(case.decide.why.split())
    return (say("{choice}: {why}", choice=str(answer.choice), why=why),)
