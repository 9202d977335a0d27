"""Pictures of a visit without a board, and of a person's course over three visits.

The course is made up and stored as a simulated person's, so every picture says SIMULATED.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from states import INJECT, LARGE, LIGHT, MEASURE, PLAIN, REVIEW, Moment, State

from emg_dosing.examination import Examination
from emg_dosing.plan import Plan
from emg_dosing.tables import Tables, load_tables
from emg_session.files import load_plan
from emg_session.montage_files import default_montage
from emg_session.no_board import NoBoardVisit
from emg_session.record_folder import new_record
from emg_session.store import SessionFile
from emg_session.visit import VisitSetup
from emg_session.visits import VisitFolder
from emg_signal.calibration import Calibration, SiteCalibration
from emg_signal.chunk import Origin
from emg_signal.filters import Band
from emg_signal.measurement import Measurement
from emg_signal.quality import Quality, QualityReport
from emg_signal.symmetry import Symmetry, asymmetry_index
from emg_ui.frame.window import Window
from emg_ui.text.settings import Settings
from emg_ui.train.train_screen import TrainScreen
from emg_ui.visit.run_request import demo_plan_path
from emg_ui.visit.visit_door import VisitDoor

PERSON = "M-012"
OTHERS = ("M-013", "M-021", "K-004", "S-107")
BAND = Band(20.0, 65.5)
COURSE_UV = ((90, 80.0, 72.0), (76, 19.0, 11.0), (0, 61.0, 60.0))
"""Days ago, left and right frontalis: made up, in the shape that toxin is known to give."""


def _measured(at: str, left_uv: float, right_uv: float) -> Measurement:
    montage = default_montage(2)
    left, right = (tuple(uv * share for share in (0.97, 1.0, 1.03)) for uv in (left_uv, right_uv))
    index, interval = asymmetry_index(left, right)
    sites = tuple(SiteCalibration(s, 1.6, 90.0, (90.0,), 2.0, 56.0) for s in montage.sites)
    return Measurement(
        subject=PERSON,
        montage=montage,
        board="virtual board",
        origin=Origin.SIMULATED,
        fs_hz=250.0,
        band=BAND,
        calibration=Calibration(sites, 250.0, BAND, 0.125, "virtual board", 24.0, at),
        symmetries=(Symmetry(montage.pairs[0], index, interval, 3, left, right, 1, BAND),),
        quality=tuple(QualityReport(Quality.GOOD) for _ in montage.sites),
        locked_at_utc=at,
        locked_at_s=0.0,
    )


def _begin(folder: Path, subject: str, origin: Origin, at: str) -> Path:
    """Write a visit in which nothing happened yet."""
    path = new_record(folder, at)
    meta = {"program": "pictures", "subject": subject, "origin": str(origin), "began_utc": at}
    SessionFile.create(path, meta=meta).close(utc=at, index=-1)
    return path


def _store(folder: Path, plan: Plan, tables: Tables, now: dt.datetime) -> Path:
    """Write the visits of the course; return the file of the newest."""
    path = folder
    for label, ago in zip(OTHERS, (2, 9, 16, 40), strict=True):
        _begin(folder, label, Origin.LIVE, (now - dt.timedelta(days=ago)).isoformat())
    for ago, left_uv, right_uv in COURSE_UV:
        at = (now - dt.timedelta(days=ago)).isoformat()
        path = _begin(folder, PERSON, Origin.SIMULATED, at)
        with NoBoardVisit(VisitSetup(tables=tables), earlier=path) as visit:
            visit.treatment.set_examination(Examination.nothing_found())
            visit.treatment.set_plan(plan)
            visit.treatment.lock_measurement(_measured(at, left_uv, right_uv))
            if ago == COURSE_UV[0][0]:
                later = dt.datetime.fromisoformat(at) + dt.timedelta(minutes=20)
                for point in plan.points:
                    visit.treatment.give(point.id, at_utc=later.isoformat())
    return path


def _choose(moment: Moment) -> None:
    moment.window.visits.choose_person()


def _tick_without_a_lot(moment: Moment) -> None:
    treatment = moment.session.treatment
    if treatment.state.plan is not None:
        treatment.set_plan(replace(treatment.state.plan, lot=None))
    moment.window.desk.inject.give()


STATES = (
    State("ui_no_board", MEASURE),
    State("ui_course", REVIEW, views=(PLAIN, LIGHT, LARGE)),
    State("ui_lot", INJECT, stage=_tick_without_a_lot),
    State("ui_person", INJECT, stage=_choose),
)


def take_visit(follow: Callable[[Moment, tuple[State, ...]], None]) -> None:
    """Let `follow` take the pictures of `STATES`."""
    tables = load_tables()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "sessions"
        plan = load_plan(demo_plan_path(), tables)
        now = dt.datetime.now(dt.UTC)
        newest = _store(folder, plan, tables, now)
        visit = NoBoardVisit(VisitSetup(tables=tables, folder=VisitFolder(folder)), earlier=newest)
        stack.enter_context(visit)
        door = VisitDoor(folder, ports=lambda: ())
        window = Window(visit, settings=Settings(language="en"), door=door, train=TrainScreen.of)
        stack.callback(window.close)
        window.resize(*PLAIN.size)
        window.show()
        window.start()
        follow(Moment(window, visit, None), STATES)
