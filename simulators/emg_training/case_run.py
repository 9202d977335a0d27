"""`CaseRun`: one go at one case, from the first sample to the debrief, wherever it is shown."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable

from emg_dosing.tables import Tables, load_tables
from emg_signal.errors import EmgError
from emg_signal.montage import Side
from emg_simulators.memory_device import SLICE_S
from emg_training.answers import CaseChoice, CaseReason, Noticed
from emg_training.attempt import Answer, Attempt, Observation
from emg_training.attempts import AttemptStore
from emg_training.debrief import Debrief, debrief
from emg_training.runner import session_of
from emg_training.scenario import TrainingScenario
from emg_training.scoring import score


def utc_now() -> str:
    """Return the time of day, ISO 8601 in UTC."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


class CaseRun:
    """Runs a case's session and keeps what the trainee says of it.

    Parameters
    ----------
    case
        What is run.
    store
        Where the attempt is kept; None keeps none.
    tables
        Dosing tables; the packaged ones by default.
    slice_s, clock, sleep
        As `emg_training.runner.session_of` takes them.
    utc
        Time of day.
    """

    def __init__(
        self,
        case: TrainingScenario,
        *,
        store: AttemptStore | None = None,
        tables: Tables | None = None,
        slice_s: float = SLICE_S,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        utc: Callable[[], str] = utc_now,
    ) -> None:
        self.case = case
        self._store = store
        self._tables = tables or load_tables()
        self.session, self.device = session_of(
            case,
            tables=self._tables,
            slice_s=slice_s,
            clock=clock,
            sleep=sleep,
            awaits_return=True,
        )
        self._began_utc = utc()
        self.observations: list[Observation] = []
        self.answer: Answer | None = None

    @property
    def muscles(self) -> tuple[str, ...]:
        """Muscles that the montage records."""
        return tuple(pair.muscle for pair in self.case.patient.montage.pairs)

    @property
    def time_s(self) -> float:
        """Stream time that the screen shows, seconds."""
        return max(0.0, self.session.snapshot().streamed.time_s)

    def start(self) -> None:
        """Begin to stream; raises `DeviceError` if the session cannot."""
        self.session.start()

    def notice(
        self,
        what: Noticed,
        muscle: str | None = None,
        side: Side | None = None,
        percent: float | None = None,
    ) -> Observation:
        """Say that something is there, now.

        Parameters
        ----------
        what
            What is seen.
        muscle, side
            Where, if it is at a site.
        percent
            The reading of an asymmetry index, percent.
        """
        seen = Observation(what, self.time_s, muscle, side, percent)
        self.observations.append(seen)
        return seen

    def take_back(self) -> None:
        """Take back what was said last."""
        if self.observations:
            self.observations.pop()

    def decide(self, choice: CaseChoice, reason: CaseReason) -> None:
        """Decide, now."""
        self.answer = Answer(choice, reason, self.time_s)

    def end(self) -> Debrief:
        """Stop the session, keep the attempt, and return what is to be said of it."""
        self.session.stop()
        attempt = Attempt(self.case.id, tuple(self.observations), self.answer, self._began_utc)
        not_kept = ""
        if self._store is not None:
            try:
                self._store.keep(attempt, score(self.case, attempt))
            except EmgError as error:  # the debrief is worth more than its record
                not_kept = str(error)
        plan = self.case.parsed_plan(self._tables)
        return debrief(self.case, attempt, plan, not_kept=not_kept)
