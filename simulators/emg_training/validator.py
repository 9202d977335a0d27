"""Checks a case file wholly and names every line that is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from emg_signal.errors import ConfigError
from emg_signal.text_file import parse_toml, read_text
from emg_simulators.toml_lines import line_of
from emg_training.answers import Noticed
from emg_training.scenario import TrainingScenario, parse_training


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong with a case file."""

    line: int
    text: str

    def __str__(self) -> str:
        """Return ``line 7: ...``."""
        return f"line {self.line}: {self.text}"


def problems(path: Path) -> tuple[Problem, ...]:
    """Return all that is wrong with a case file, in order of line; empty when it can be run.

    Raises
    ------
    ConfigError
        The file cannot be read at all.
    """
    return problems_of(read_text(path))


def problems_of(text: str) -> tuple[Problem, ...]:
    """Return all that is wrong with the TOML `text` of a case."""
    try:
        case = TrainingScenario.model_validate(parse_toml(text, "case", has_prose=True))
    except ConfigError as error:
        line = text.count("\n") + 1 if "end of document" in str(error) else _line_in(str(error))
        return (Problem(line, str(error)),)
    except ValidationError as error:
        return _field_problems(error, text)
    return tuple(sorted({*_plan_problems(text), *_timing_problems(case, text)}))


def _field_problems(error: ValidationError, text: str) -> tuple[Problem, ...]:
    """Return every wrong field; a list that is "too short" for its wrong items is left out."""
    rows = error.errors()
    places = [row["loc"] for row in rows]
    found = {
        Problem(
            line_of(text, row["loc"]),
            f"{'.'.join(map(str, row['loc'])) or 'file'}: "
            f"{row['msg'].removeprefix('Value error, ')}",
        )
        for row in rows
        if not any(len(p) > len(row["loc"]) and p[: len(row["loc"])] == row["loc"] for p in places)
    }
    return tuple(sorted(found))


def _line_in(message: str) -> int:
    words = message.replace(",", " ").replace(")", " ").split()
    return int(words[words.index("line") + 1]) if "line" in words else 1


def _plan_problems(text: str) -> list[Problem]:
    try:
        parse_training(text, "case")
    except ConfigError as error:
        place, _, what = error.message.partition(": ")
        return [Problem(_line_in(place), what)]
    return []


def _timing_problems(case: TrainingScenario, text: str) -> list[Problem]:
    """Return what could never be noticed, and faults that come after the end."""
    found = []
    for i, part in enumerate(case.observe):
        if part.from_s >= case.seconds:
            found.append(
                Problem(
                    line_of(text, ("observe", i, "from_s")),
                    f"observe.{i}: begins at {part.from_s:g} s, the case ends at "
                    f"{case.seconds:g} s",
                )
            )
        if part.what is Noticed.INDEX and case.measure is None:
            found.append(
                Problem(line_of(text, ("observe", i)), f"observe.{i}: nothing is measured")
            )
    line = line_of(text, ("patient", "fault"))
    found += [
        Problem(line, f"patient.fault: {fault.name} comes at {fault.start_s:g} s, after the end")
        for fault in case.patient.faults
        if fault.start_s >= case.seconds
    ]
    return found
