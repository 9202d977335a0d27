"""A tick and a decision are done once they are on disk; what is not is told, and never shown."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from decider import measured
from slow_visit import PLAN, TABLES, UTC, SlowVisit, until

from emg_dosing.examination import Examination
from emg_session.decisions import Decision, DecisionKind
from emg_session.no_board import NoBoardVisit
from emg_session.stored import read_session, read_verified
from emg_session.stored_visit import read_visit
from emg_session.visit import VisitSetup
from emg_session.visits import VisitFolder
from emg_signal.errors import PlanError, RecordError

P1, P2, P3 = (point.id for point in PLAN.points[:3])
FROZEN_S = 0.6
"""A press of a key returns in 0.1 s; more is the wall clock of a shared machine."""
NEXT = "b.evenhand"


@pytest.fixture
def visit(tmp_path: Path) -> Iterator[SlowVisit]:
    made = SlowVisit(tmp_path / "a.evenhand")
    with made:
        until(lambda: made.treatment.state.findings)
        yield made
        made.disk.error = None
        made.disk.answer()


def given(visit: SlowVisit) -> list[str]:
    return [tick.point.id for tick in visit.snapshot().treatment.given]


def given_on_file(path: Path) -> list[str]:
    return [tick.point.id for tick in read_visit(path).given]


def tick(visit: SlowVisit, point: str) -> bool:
    began_s = time.monotonic()
    try:
        return visit.treatment.give(point, at_utc=UTC)
    finally:
        assert time.monotonic() - began_s < FROZEN_S


def refused(visit: SlowVisit, act: Callable[[], object]) -> str:
    """Return why an act was not done: it is told at once, or within a second."""
    try:
        act()
    except RecordError as error:
        return str(error)
    until(lambda: visit.snapshot().treatment.unrecorded)
    return str(visit.treatment.state.unrecorded)


def suggest(visit: SlowVisit) -> str:
    visit.treatment.set_examination(Examination.nothing_found())
    visit.treatment.lock_measurement(measured(visit._clocks.now_s))
    suggestion = visit.treatment.state.suggestion
    assert suggestion is not None
    return suggestion.digest


@pytest.mark.hazard("H-record-lost")
def test_a_tick_is_shown_once_it_is_on_disk_and_nobody_waits_for_it(visit: SlowVisit) -> None:
    visit.disk.hang()
    assert tick(visit, P1)
    assert given(visit) == []
    assert visit.treatment.state.writing == {P1}
    assert not tick(visit, P1)  # it is being written: no second one
    visit.disk.answer()
    until(lambda: given(visit) == [P1])
    assert visit.treatment.state.writing == frozenset()
    assert visit.treatment.state.unrecorded is None


@pytest.mark.hazard("H-record-lost")
def test_a_tick_that_does_not_reach_the_disk_within_a_second_was_not_given(
    visit: SlowVisit,
) -> None:
    visit.disk.hang()
    began_s = time.monotonic()
    assert tick(visit, P1)
    until(lambda: visit.snapshot().treatment.unrecorded)
    assert time.monotonic() - began_s < 1.0 + FROZEN_S
    assert given(visit) == []
    assert "NOT on record: left medial" in str(visit.treatment.state.unrecorded)
    visit.disk.answer()
    until(lambda: visit.record_failure)
    assert given(visit) == given_on_file(visit.record_path) == []


def test_of_two_ticks_in_one_commit_the_one_in_time_holds_and_the_late_one_does_not(
    visit: SlowVisit,
) -> None:
    visit.disk.hang()
    tick(visit, P1)
    time.sleep(0.4)
    tick(visit, P2)
    until(lambda: visit.snapshot().treatment.unrecorded)
    visit.disk.answer()
    until(lambda: visit.record_failure)
    until(lambda: not visit.snapshot().treatment.writing)
    assert given(visit) == given_on_file(visit.record_path)
    assert P1 not in given(visit)


def test_a_tick_on_a_full_disk_is_refused_and_so_is_every_one_after_it(visit: SlowVisit) -> None:
    assert tick(visit, P1)
    visit.disk.fill()
    until(lambda: given(visit) == [P1])
    for point in (P2, P3):
        assert "NOT on record" in refused(visit, partial(tick, visit, point))
    assert "Recording stopped" in visit.snapshot().record_text
    assert given(visit) == given_on_file(visit.record_path) == [P1]
    with pytest.raises(RecordError, match="NOT on record"):
        visit.treatment.take_back(P1)
    assert given(visit) == [P1]


@pytest.mark.hazard("H-record-lost")
def test_a_decision_counts_once_it_is_on_disk(visit: SlowVisit) -> None:
    digest = suggest(visit)
    decision = Decision(DecisionKind.ACCEPTED, "", digest)
    visit.disk.hang()
    assert visit.decide(decision)
    state = visit.snapshot().treatment
    assert (state.decision, state.deciding, state.plan_version) == (None, decision, 1)
    visit.disk.answer()
    until(lambda: visit.snapshot().treatment.decision)
    state = visit.snapshot().treatment
    assert (state.decision, state.deciding, state.plan_version) == (decision, None, 2)
    assert state.decisions == ((1, decision),)


def test_a_decision_that_is_not_on_disk_leaves_the_question_open(visit: SlowVisit) -> None:
    digest = suggest(visit)
    visit.disk.fill()
    answer = Decision(DecisionKind.ACCEPTED, "", digest)
    assert "NOT on record: your answer" in refused(visit, partial(visit.decide, answer))
    state = visit.snapshot().treatment
    assert (state.decision, state.deciding, state.decisions, state.plan_version) == (
        None, None, (), 1,
    )  # fmt: skip
    assert state.suggestion.digest == digest


def test_the_same_suggestion_after_a_change_and_its_undoing_is_answered_on_record(
    visit: SlowVisit,
) -> None:
    digest = suggest(visit)
    answers = (
        Decision(DecisionKind.REJECTED, "not today", digest),
        Decision(DecisionKind.ACCEPTED, "", digest),
    )
    for answer in answers:
        assert visit.decide(answer)
        until(lambda answer=answer: visit.snapshot().treatment.decision == answer)
        if answer is answers[0]:
            visit.treatment.set_examination(Examination())
            assert suggest(visit) == digest
    visit.stop()
    assert [d for _, d in read_visit(visit.record_path).decisions] == list(answers)
    assert read_visit(visit.record_path).plan_version == 2


def test_a_tick_a_way_back_and_a_tick_in_one_second_are_three_records(visit: SlowVisit) -> None:
    assert tick(visit, P1)
    until(lambda: given(visit) == [P1])
    assert visit.treatment.take_back(P1)
    until(lambda: given(visit) == [])
    assert tick(visit, P1)
    until(lambda: given(visit) == [P1])
    visit.stop()
    assert given_on_file(visit.record_path) == [P1]


def test_planned_drawn_and_given_stand_on_record_apart(visit: SlowVisit) -> None:
    assert visit.treatment.give(P1, at_utc=UTC, units=5.5)
    assert visit.treatment.give(P2, at_utc=UTC)
    until(lambda: len(given(visit)) == 2)
    with pytest.raises(PlanError, match="no amount"):
        visit.treatment.give(P3, at_utc=UTC, units=float("nan"))
    visit.stop()
    first, second = read_visit(visit.record_path).given
    assert (first.point.dose.units, first.dose.units, first.differs) == (6.0, 5.5, True)
    assert (second.point.dose, second.differs) == (second.dose, False)
    assert first.drawn is not None
    assert (first.drawn.ml, first.drawn.units) == (0.03, 6.0)
    body = next(event.body for event in read_session(visit.record_path).events
                if event.kind == "given")  # fmt: skip
    assert (body["planned"]["units"], body["dose"]["units"]) == (6.0, 5.5)
    assert body["drawn"] == {"ml": 0.03, "units": 6.0}


@pytest.mark.hazard("H-record-lost")
def test_in_another_place_the_whole_visit_goes_on(visit: SlowVisit, tmp_path: Path) -> None:
    digest = suggest(visit)
    assert visit.decide(Decision(DecisionKind.EDITED, "less", digest), {P1: 5.0})
    until(lambda: visit.snapshot().treatment.plan_version == 2)
    assert tick(visit, P1)
    until(lambda: given(visit) == [P1])
    visit.disk.fill()
    assert "NOT on record" in refused(visit, partial(tick, visit, P2))
    visit.move_record(tmp_path / NEXT)
    until(lambda: not visit.snapshot().record_text)
    assert given(visit) == [P1]
    assert tick(visit, P2)
    until(lambda: given(visit) == [P1, P2])
    state = visit.treatment.state
    visit.stop()
    stored = read_verified(tmp_path / NEXT)
    assert stored.sealed
    assert stored.meta["continues"] == "a.evenhand"
    assert stored.events[0].body == {"file": "a.evenhand"}
    # The tick that was refused is not carried over.
    assert [event.kind for event in stored.events].count("given") == 2
    again = read_visit(tmp_path / NEXT)
    assert again.plan(TABLES) == state.plan
    assert (again.plan_version, again.examination) == (2, state.examination)
    assert (again.decisions, again.given) == (state.decisions, state.given)
    assert again.measurements[-1].locked_at_utc == state.measurement.locked_at_utc
    found = VisitFolder(tmp_path).visits("P1")
    assert [each.head.path.name for each in found] == [NEXT]


def test_a_visit_that_goes_on_elsewhere_is_no_earlier_visit_of_its_own(tmp_path: Path) -> None:
    folder = VisitFolder(tmp_path)
    setup = VisitSetup(
        "P1", tables=TABLES, plan=PLAN, record=tmp_path / "a.evenhand", folder=folder
    )
    with NoBoardVisit(setup) as visit:
        for name in (NEXT, "c.evenhand"):
            visit.move_record(tmp_path / name)
            until(lambda name=name: visit.record_path == tmp_path / name)
            assert visit.history.plans(TABLES) == ()
            assert visit.history.visits == ()
            until(lambda: not visit._record._is_moving)


def test_a_place_that_cannot_be_used_is_told_and_another_can_be_chosen(
    visit: SlowVisit, tmp_path: Path
) -> None:
    visit.disk.fill()
    assert "NOT on record" in refused(visit, partial(tick, visit, P1))
    (tmp_path / "file").write_text("")
    visit.move_record(tmp_path / "file" / NEXT)
    until(lambda: "Cannot write" in visit.snapshot().record_text)
    with pytest.raises(RecordError):
        tick(visit, P1)
    visit.move_record(tmp_path / NEXT)
    until(lambda: not visit.snapshot().record_text)
    assert tick(visit, P1)
    until(lambda: given(visit) == [P1])


def test_a_file_that_went_on_elsewhere_is_not_taken_up_again(
    visit: SlowVisit, tmp_path: Path
) -> None:
    visit.move_record(tmp_path / "other" / NEXT)
    until(lambda: (tmp_path / "other" / NEXT).exists() and not visit.snapshot().record_text)
    until(lambda: visit.record_path == tmp_path / "other" / NEXT)
    assert tick(visit, P1)
    until(lambda: given(visit) == [P1])
    visit.stop()
    with pytest.raises(RecordError, match=r"went on in b\.evenhand"):
        NoBoardVisit(VisitSetup(tables=TABLES), earlier=tmp_path / "a.evenhand").start()
    with NoBoardVisit(VisitSetup(tables=TABLES), earlier=tmp_path / "other" / NEXT) as again:
        assert [t.point.id for t in again.treatment.state.given] == [P1]


def test_a_visit_that_was_taken_up_and_moved_keeps_what_was_there_before(
    visit: SlowVisit, tmp_path: Path
) -> None:
    assert tick(visit, P1)
    until(lambda: given(visit) == [P1])
    visit.stop()
    with NoBoardVisit(VisitSetup(tables=TABLES), earlier=tmp_path / "a.evenhand") as again:
        again.move_record(tmp_path / NEXT)
        until(lambda: again.record_path == tmp_path / NEXT)
        until(lambda: again.treatment.give(P2, at_utc=UTC) or P2 in
              [t.point.id for t in again.snapshot().treatment.given])  # fmt: skip
        until(lambda: len(again.snapshot().treatment.given) == 2)
    assert given_on_file(tmp_path / NEXT) == [P1, P2]


def test_a_record_that_was_late_once_takes_nothing_until_another_place_was_chosen(
    visit: SlowVisit, tmp_path: Path
) -> None:
    visit.disk.hang()
    visit.treatment.set_examination(Examination.nothing_found())
    took_s = until(lambda: visit.snapshot().record_text)
    assert took_s < 1.0 + FROZEN_S
    assert "behind" in visit.snapshot().record_text
    assert "Choose another place" in visit.snapshot().record_text
    time.sleep(0.25)
    assert visit.snapshot().record_text
    visit.disk.answer()
    until(lambda: visit._record._now._recorder.behind_s == 0.0)
    with pytest.raises(RecordError, match="behind"):
        tick(visit, P1)
    assert visit.record_failure is None
    visit.move_record(tmp_path / NEXT)
    until(lambda: not visit.snapshot().record_text)
    assert tick(visit, P1)
    until(lambda: given(visit) == [P1])
    visit.stop()
    assert given_on_file(tmp_path / NEXT) == [P1]
    assert read_visit(tmp_path / NEXT).examination == Examination.nothing_found()


def test_a_decision_is_taken_back_once_that_is_on_disk(visit: SlowVisit) -> None:
    digest = suggest(visit)
    decision = Decision(DecisionKind.ACCEPTED, "", digest)
    assert visit.decide(decision)
    until(lambda: visit.snapshot().treatment.decision)
    visit.disk.hang()
    assert visit.treatment.take_decision_back()
    assert visit.snapshot().treatment.decisions == ((1, decision),)
    assert not visit.snapshot().treatment.can_undecide
    visit.disk.answer()
    until(lambda: visit.snapshot().treatment.decisions == ())
    assert visit.snapshot().treatment.plan_version == 3
    visit.stop()
    again = read_visit(visit.record_path)
    assert (again.decisions, again.plan_version) == ((), 3)


def test_a_record_that_was_late_at_one_look_alone_goes_on(visit: SlowVisit) -> None:
    visit.disk.hang()
    visit.treatment.set_examination(Examination.nothing_found())
    time.sleep(1.1)  # nobody looked: the whole program may have stood still
    assert "behind" in visit.snapshot().record_text
    visit.disk.answer()
    until(lambda: not visit.snapshot().record_text)
    assert tick(visit, P1)
    until(lambda: given(visit) == [P1])


KILLED = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from slow_visit import PLAN, UTC, SlowVisit
visit = SlowVisit(Path(sys.argv[1]))
visit.start()
for point in PLAN.points:
    visit.treatment.give(point.id, at_utc=UTC)
    while visit.snapshot().treatment.given_at(point.id) is None:
        time.sleep(0.001)
    print(point.id, flush=True)
time.sleep(60)
"""


@pytest.mark.hazard("H-record-lost")
@pytest.mark.parametrize("shown", [1, 2, 4, 6])
def test_after_a_crash_nothing_that_was_given_can_be_ticked_again(
    tmp_path: Path, shown: int
) -> None:
    path = tmp_path / "a.evenhand"
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path), str(Path(__file__).parent)],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        seen = [process.stdout.readline().strip() for _ in range(shown)]
        process.kill()
    with NoBoardVisit(VisitSetup(tables=TABLES), earlier=path) as again:
        stand = [each.point.id for each in again.snapshot().treatment.given]
        assert stand[:shown] == seen
        for point in stand:
            in_doubt = not again.treatment.state.is_given(point)
            assert again.treatment.give(point, at_utc=UTC) is in_doubt  # the answer to a question
            assert not again.treatment.give(point, at_utc=UTC)
        assert sorted(t.point.id for t in again.treatment.state.given) == sorted(stand)
    assert sorted(given_on_file(path)) == sorted(stand)
