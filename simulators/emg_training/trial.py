"""Runs scripted trainees over cases, several at a time, and prints their scores.

``python -m emg_training.trial`` makes the table of docs/training.md.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from emg_dosing.suggestion import Status, SuggestionKind
from emg_training.attempt import Attempt
from emg_training.catalogue import find, shipped
from emg_training.runner import watch
from emg_training.scoring import score
from emg_training.trainees import careless, expert, naive, refusing

TRAINEES = (expert, careless, naive, refusing)


@dataclass(frozen=True, slots=True)
class Trial:
    """One case with what every scripted trainee did at it.

    Parameters
    ----------
    case_id
        The case.
    attempts
        By the trainee's name.
    suggested
        Status and kind of the suggestion on the screen at the end, if any.
    """

    case_id: str
    attempts: dict[str, Attempt]
    suggested: tuple[Status, SuggestionKind] | None


def trial(case_id: str) -> Trial:
    """Run one shipped case once and let every scripted trainee answer it."""
    shown = watch(find(case_id))
    suggestion = shown.snapshots[-1].treatment.suggestion
    return Trial(
        case_id,
        {trainee.__name__: trainee(case_id, shown) for trainee in TRAINEES},
        None if suggestion is None else (suggestion.status, suggestion.kind),
    )


def trials(case_ids: Sequence[str], workers: int = 2) -> dict[str, Trial]:
    """Run several cases, `workers` at a time in processes of their own."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        return {done.case_id: done for done in pool.map(trial, case_ids)}


def table(done: dict[str, Trial]) -> str:
    """Return a Markdown table of every trainee's score at every case."""
    names = [trainee.__name__ for trainee in TRAINEES]
    lines = [f"| case | kind | {' | '.join(names)} |", f"|---|---|{'---|' * len(names)}"]
    sums = dict.fromkeys(names, 0.0)
    for case_id, row in done.items():
        case = find(case_id)
        scores = [score(case, row.attempts[name]) for name in names]
        for name, result in zip(names, scores, strict=True):
            sums[name] += result.percent
        cells = [f"{r.percent:.0f}{' unsafe' if r.unsafe else ''}" for r in scores]
        lines.append(f"| {case.title} | {case.kind} | {' | '.join(cells)} |")
    means = [f"{sums[name] / len(done):.0f}" for name in names]
    lines.append(f"| **mean** | | {' | '.join(means)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(table(trials([case.id for case in shipped()])) + "\n")
