"""`evenhand train` in a terminal: list the cases, run one, debrief it, keep the attempt."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from emg_session.live import LiveSession
from emg_session.snapshot import Snapshot
from emg_signal.errors import ConfigError, EmgError
from emg_signal.phrase import say
from emg_training.attempt import Answer, Attempt, Observation
from emg_training.attempts import AttemptStore
from emg_training.case_run import CaseRun
from emg_training.catalogue import find, shipped
from emg_training.debrief import UNREVIEWED
from emg_training.scenario import TrainingScenario, load_training
from emg_training.spoken import HELP, read_line
from emg_training.validator import problems

SIMULATED = "SIMULATED PATIENT: for training, never for care."


def list_cases(console: Console, store: AttemptStore) -> None:
    """Print every shipped case with the best score so far."""
    best = store.best()
    table = Table("case", "kind", "level", "best", title=f"{SIMULATED} {UNREVIEWED}")
    for case in shipped():
        done = f"{best[case.id]:.0f}" if case.id in best else "-"
        table.add_row(f"{case.id}\n  {case.title}", case.kind, str(case.level), done)
    console.print(table)
    console.print("Begin one with: evenhand train NAME")


def check_file(console: Console, path: Path) -> None:
    """Say that a case file is sound, or raise `ConfigError` with every line that is wrong."""
    found = problems(path)
    if found:
        raise ConfigError(
            say("{file!s}: {problems!s}.", file=path, problems="; ".join(map(str, found)))
        )
    console.print(f"{path} is a sound case.")


def case_of(name: str) -> TrainingScenario:
    """Return a shipped case by id, or the case of a .toml file."""
    return load_training(Path(name)) if name.endswith(".toml") else find(name)


def train(
    case: TrainingScenario,
    *,
    console: Console,
    ask: Callable[[], str],
    store: AttemptStore | None = None,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> Attempt:
    """Run a case, take what is typed until it is decided, debrief, and keep the attempt.

    Parameters
    ----------
    case
        What is to be run.
    console
        Where to write.
    ask
        Returns the next line that the trainee types; raises `EOFError` at the end of them.
    store
        Where attempts are kept; None keeps none.
    clock, sleep
        Monotonic seconds and a wait.
    """
    run = CaseRun(case, store=store, clock=clock, sleep=sleep)
    _introduce(case, console)
    with run.session:
        for said in _said(case, run.session, console, ask):
            if isinstance(said, Answer):
                run.answer = said
            else:
                run.observations.append(said)
    done = run.end()
    for line in done.lines:
        console.print(line, markup=False)
    return done.attempt


def _introduce(case: TrainingScenario, console: Console) -> None:
    console.print(SIMULATED, style="bold yellow")
    console.print(f"{case.title}\n\n{case.brief}", markup=False)
    for line in case.chart:
        console.print(f"Chart: {line}", markup=False)
    console.print("Type help for the words that are understood.")


def _typed(ask: Callable[[], str]) -> Iterator[str]:
    while True:
        try:
            yield ask()
        except EOFError:
            return


def _said(
    case: TrainingScenario, session: LiveSession, console: Console, ask: Callable[[], str]
) -> Iterator[Observation | Answer]:
    """Yield what the trainee says until a decision, or the end of the lines."""
    muscles = tuple(pair.muscle for pair in case.patient.montage.pairs)
    was_shown = False
    for line in _typed(ask):
        try:
            said = read_line(line, muscles, session.snapshot().streamed.time_s)
        except EmgError as error:
            console.print(str(error), style="red", markup=False)
            continue
        if said == "quit":
            return
        if said == "help":
            console.print("\n".join(HELP), markup=False)
        elif said == "show":
            _show(case, session.snapshot(), console)
            was_shown = True
        elif not isinstance(said, str) and not was_shown:
            console.print("Nothing was seen yet, so nothing counts. Type show.", style="red")
        elif not isinstance(said, str):
            yield said
            if isinstance(said, Answer):
                return


def _show(case: TrainingScenario, snapshot: Snapshot, console: Console) -> None:
    """Print what the window shows now, and what lies beside it."""
    stream = snapshot.streamed
    cue = stream.cue.text if stream.cue else "no cue"
    console.print(
        f"{stream.time_s:.1f} s of {case.seconds:.1f} s, {snapshot.link}, {cue}, "
        f"{stream.lost_samples} samples lost. {stream.calibration_text}",
        markup=False,
    )
    table = Table("site", "µV", "held", "% of reference", "quality")
    for reading in stream.sites:
        table.add_row(
            reading.site.name,
            _number(reading.rms_uv),
            _number(reading.held_uv),
            _number(reading.percent_of_reference),
            f"{reading.quality.quality} {reading.quality.cause}",
        )
    console.print(table)
    for pair in snapshot.pairs:
        if pair.symmetry is not None:
            limit = pair.healthy_limit_percent
            norm = "no healthy range is published" if limit is None else f"healthy within {limit:g}"
            console.print(
                f"{pair.pair.name}: index {pair.symmetry.index_percent:+.0f} % ({norm})",
                markup=False,
            )
    examination = case.parsed_examination()
    if examination is not None:
        console.print(f"Examination: {examination.as_dict()}", markup=False)
    suggestion = snapshot.treatment.suggestion
    if suggestion is not None:
        reasons = " ".join(reason.text for reason in suggestion.reasons)
        console.print(
            f"Suggestion: {suggestion.status}, {suggestion.kind}. {reasons}", markup=False
        )


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.0f}"
