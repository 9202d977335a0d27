"""The cases that ship, in the order in which they are best taken."""

from __future__ import annotations

from functools import cache
from importlib import resources

from emg_dosing.tables import load_tables
from emg_signal.errors import ConfigError
from emg_signal.phrase import say
from emg_training.scenario import TrainingScenario, parse_training


@cache
def shipped() -> tuple[TrainingScenario, ...]:
    """Return every shipped case, easiest first, signal before dosing."""
    folder = resources.files("emg_training") / "scenarios"
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda f: f.name
    )
    tables = load_tables()
    cases = [parse_training(file.read_text(encoding="utf-8"), file.name, tables) for file in files]
    return tuple(sorted(cases, key=lambda case: (case.kind != "signal", case.level, case.id)))


def find(case_id: str) -> TrainingScenario:
    """Return the shipped case of that id; raises `ConfigError` that lists them."""
    for case in shipped():
        if case.id == case_id:
            return case
    raise ConfigError(
        say("No training case {case_id!r}.", case_id=case_id),
        say("There are {names!s}.", names=", ".join(case.id for case in shipped())),
    )
