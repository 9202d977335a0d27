"""Runs a case through the same session that a treatment has."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable
from dataclasses import dataclass

from emg_dosing.examination import Examination
from emg_dosing.plan import Plan
from emg_dosing.tables import Tables, load_tables
from emg_session.clocks import Clocks
from emg_session.live import LiveSession
from emg_session.snapshot import Snapshot
from emg_session.visit import VisitSetup
from emg_signal.errors import EmgError
from emg_signal.phrase import say
from emg_simulators.clocks import StepClock
from emg_simulators.cyton_options import CytonOptions
from emg_simulators.memory_device import SLICE_S, MemoryDevice
from emg_training.scenario import TrainingScenario

FAST_SLICE_S = 0.1
"""One snapshot's length: finer reads would show nothing more."""
LONGEST_S = 300.0
"""A run that takes longer by the wall clock is given up."""


@dataclass(frozen=True, slots=True)
class Shown:
    """All that a trainee is shown of a case: nothing here knows the rubric.

    Parameters
    ----------
    brief, chart
        Texts.
    plan, examination
        As the window lists them.
    snapshots
        What the window showed, in order; the last holds suggestion and findings.
    """

    brief: str
    chart: tuple[str, ...]
    plan: Plan | None
    examination: Examination | None
    snapshots: tuple[Snapshot, ...]


def session_of(
    case: TrainingScenario,
    *,
    tables: Tables | None = None,
    slice_s: float = SLICE_S,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
    awaits_return: bool = False,
) -> tuple[LiveSession, MemoryDevice]:
    """Return a session on the case's patient, not started, and its device for an instructor.

    Parameters
    ----------
    case
        What is to be run.
    tables
        Dosing tables; the packaged ones by default.
    slice_s
        Stream time that one read brings, seconds.
    clock, sleep
        Monotonic seconds and a wait; those of a `StepClock` run it as fast as possible.
    awaits_return
        Whether a lost board is waited for, as in a treatment; else the case ends with it.
    """
    tables = tables or load_tables()
    device = MemoryDevice(
        CytonOptions(scenario=case.performance),
        seconds=case.seconds,
        slice_s=slice_s,
        clock=clock,
        sleep=sleep,
    )
    session = LiveSession(
        device,
        case.patient.montage,
        VisitSetup(tables=tables, plan=case.parsed_plan(tables), clocks=Clocks(now_s=clock)),
        protocol=case.protocol,
        is_guided=False,
        awaits_return=awaits_return,
    )
    examination = case.parsed_examination()
    if examination is not None:
        session.treatment.set_examination(examination)
    return session, device


def watch(case: TrainingScenario, tables: Tables | None = None) -> Shown:
    """Run a case as fast as it can be computed and return what the window showed.

    Raises
    ------
    EmgError
        The session failed by something else than a fault of the case.
    """
    clock = StepClock()
    tables = tables or load_tables()
    session, _ = session_of(
        case, tables=tables, slice_s=FAST_SLICE_S, clock=clock, sleep=clock.sleep
    )
    seen = session.subscribe()
    with session:
        if not session.ended.wait(LONGEST_S):
            text = say(
                "Case {id!r} did not end within {longest_s:g} s.", id=case.id, longest_s=LONGEST_S
            )
            raise EmgError(text)
        last = session.snapshot()
    plan, examination = case.parsed_plan(tables), case.parsed_examination()
    return Shown(case.brief, case.chart, plan, examination, (*_drained(seen), last))


def _drained(seen: queue.SimpleQueue[Snapshot]) -> list[Snapshot]:
    snapshots = []
    while not seen.empty():
        snapshots.append(seen.get())
    return snapshots
