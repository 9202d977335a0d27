"""A tick that reached the file and maybe never the screen is asked about when a visit goes on."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from emg_session.clocks import Clocks
from emg_session.no_board import NoBoardVisit
from emg_session.stored_visit import read_visit
from emg_session.visit import VisitSetup

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from slow_visit import PLAN, TABLES, UTC  # noqa: E402

P1, P2 = PLAN.points[0].id, PLAN.points[1].id

KILLED = """
import os, signal, sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from slow_visit import PLAN, TABLES
from emg_session.no_board import NoBoardVisit
from emg_session.visit import VisitSetup
visit = NoBoardVisit(VisitSetup("P1", tables=TABLES, plan=PLAN, record=Path(sys.argv[2])))
visit.start()
visit.treatment.give(PLAN.points[0].id, at_utc="2026-03-02T12:00:00+00:00")
while not visit.snapshot().treatment.given:
    time.sleep(0.02)
time.sleep(1.2)
Path(os.environ["SYNC_DELAY"]).write_text("30")
visit.treatment.give(PLAN.points[1].id, at_utc="2026-03-02T12:00:05+00:00")
time.sleep(0.3)
state = visit.snapshot().treatment
assert [tick.point.id for tick in state.given] == [PLAN.points[0].id]
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("needs a C compiler and Linux: the shim is preloaded")
    made = tmp_path_factory.mktemp("shim") / "slow_sync.so"
    command = [compiler, "-shared", "-fPIC", "-o", str(made), str(HERE / "slow_sync.c"), "-ldl"]
    subprocess.run(command, check=True)
    return made


@pytest.fixture
def killed(shim: Path, tmp_path: Path) -> Path:
    """Return the file of a visit that was killed while the disk kept its second tick."""
    path = tmp_path / "a.evenhand"
    slow = {"LD_PRELOAD": str(shim), "SYNC_DELAY": str(tmp_path / "delay")}
    command = [sys.executable, "-c", KILLED, str(HERE), str(path)]
    ended = subprocess.run(command, env=os.environ | slow, check=False, timeout=120)
    assert ended.returncode == -signal.SIGKILL
    return path


def again(path: Path) -> NoBoardVisit:
    return NoBoardVisit(VisitSetup(tables=TABLES, clocks=Clocks(utc=lambda: UTC)), earlier=path)


def told(visit: NoBoardVisit) -> dict[str, bool]:
    return {tick.point.id: tick.is_confirmed for tick in visit.treatment.state.given}


def test_a_tick_that_was_written_while_the_program_was_killed_is_asked_about(killed: Path) -> None:
    with again(killed) as visit:
        assert told(visit) == {P1: True, P2: False}
        (note,) = visit.snapshot().notes
        assert "Whether the screen showed the tick is not known. Given?" in note
        assert not visit.treatment.give(P1, at_utc=UTC), "it is given"
        assert not visit.treatment.give(P2, at_utc=UTC, units=3.0), "its dose is on record"
        assert visit.treatment.give(P2, at_utc=UTC)
        assert told(visit) == {P1: True, P2: True}
        assert visit.snapshot().notes == ()
        assert not visit.treatment.give(P2, at_utc=UTC), "no point is given twice"
    assert [tick.is_confirmed for tick in read_visit(killed).given] == [True, True]
    with again(killed) as visit:
        assert told(visit) == {P1: True, P2: True}


def test_a_tick_in_doubt_stays_in_doubt_until_somebody_says_so(killed: Path) -> None:
    for _ in range(2):
        with again(killed) as visit:
            assert told(visit) == {P1: True, P2: False}
    assert not read_visit(killed).given[1].is_confirmed
    with again(killed) as visit:
        assert visit.treatment.take_back(P2)
        assert told(visit) == {P1: True}
        assert visit.treatment.give(P2, at_utc=UTC)
    assert {tick.point.id: tick.is_confirmed for tick in read_visit(killed).given} == {
        P1: True, P2: True,
    }  # fmt: skip


def test_a_visit_that_was_closed_leaves_no_tick_in_doubt(tmp_path: Path) -> None:
    path = tmp_path / "a.evenhand"
    clocks = Clocks(utc=lambda: UTC)
    setup = VisitSetup("P1", tables=TABLES, plan=PLAN, record=path, clocks=clocks)
    with NoBoardVisit(setup) as visit:
        assert visit.treatment.give(P1, at_utc=UTC)
    with again(path) as visit:
        assert told(visit) == {P1: True}
        assert visit.snapshot().notes == ()
