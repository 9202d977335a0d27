"""Where measuring stands, from snapshots alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from staging import StagedSession, changed, taps, with_progress

from emg_session.guide import CHECKLIST, STEPS, GuideState, Step
from emg_session.progress import ContactCheck, Progress
from emg_session.protocol import CuePurpose
from emg_signal.chunk import Origin
from emg_signal.contact import judge_contact
from emg_signal.noise import SiteNoise
from emg_signal.quality import Quality, QualityReport
from emg_ui.measure.steps import StepState, current_step, state_of, step_views, wanted_muscles

WANTED = ("frontalis",)
TODO, RUNNING, DONE, FAILED, SKIPPED = StepState


@pytest.fixture
def staged() -> StagedSession:
    return StagedSession()


def at(snapshot, step, **changes):
    return with_progress(snapshot, guide=GuideState(at=step, **changes))


def states(snapshot, wanted=WANTED):
    return {view.step: view.state for view in step_views(snapshot, wanted)}


def test_a_fresh_session_begins_at_the_skin_with_everything_to_do(staged):
    snapshot = with_progress(staged.uncalibrated(), contact=ContactCheck(possible=True))
    assert current_step(snapshot) is Step.SKIN
    assert set(states(snapshot).values()) == {TODO}


def test_exactly_one_step_is_current_whatever_is_running(staged):
    for purpose in CuePurpose:
        for guide in (GuideState(), *(GuideState(at=step) for step in STEPS)):
            snapshot = with_progress(staged.uncalibrated(), running=purpose, guide=guide)
            views = step_views(snapshot, WANTED)
            assert [view.step for view in views] == list(STEPS)
            assert sum(view.is_current for view in views) == 1


@pytest.mark.parametrize(
    ("purpose", "step"),
    [
        (CuePurpose.TAP, Step.TAP),
        (CuePurpose.NOISE, Step.NOISE),
        (CuePurpose.CALIBRATION, Step.REFERENCE),
        (CuePurpose.MEASUREMENT, Step.REPETITIONS),
    ],
)
def test_a_running_protocol_is_shown_wherever_the_person_was(staged, purpose, step):
    snapshot = with_progress(at(staged.uncalibrated(), Step.SKIN), running=purpose)
    assert current_step(snapshot) is step
    assert state_of(step, snapshot, WANTED) is RUNNING
    again = changed(snapshot, placement=2)
    assert current_step(again) is Step.RESEAT
    assert state_of(Step.RESEAT, again, WANTED) is RUNNING


@pytest.mark.parametrize(
    ("purpose", "step"),
    [
        (CuePurpose.TAP, Step.TAP),
        (CuePurpose.CALIBRATION, Step.REFERENCE),
        (CuePurpose.MEASUREMENT, Step.REPETITIONS),
    ],
)
def test_what_was_given_up_or_refused_failed(staged, purpose, step):
    snapshot = with_progress(staged.uncalibrated(), failed=purpose, refused="why")
    assert state_of(step, snapshot, WANTED) is FAILED
    others = [s for s in STEPS if s is not step]
    assert all(state_of(other, snapshot, WANTED) is not FAILED for other in others)


@pytest.mark.parametrize(("bad", "state"), [((), DONE), ((0,), FAILED), ((0, 1, 7), FAILED)])
def test_one_unproven_lane_fails_the_tap_test(staged, bad, state):
    snapshot = changed(staged.uncalibrated(), taps=taps(staged, bad))
    assert state_of(Step.TAP, snapshot, WANTED) is state
    part = changed(snapshot, taps=snapshot.streamed.taps[3:7])
    assert state_of(Step.TAP, part, WANTED) is TODO


def test_a_bad_site_fails_noise_and_contact(staged):
    sites = staged.montage.sites
    bad = QualityReport(Quality.MAINS, "hum", "notch")
    good = QualityReport(Quality.GOOD)
    for report, state in ((good, DONE), (bad, FAILED)):
        noise = tuple(SiteNoise(site, 1.5, 50.0, 1.0, report) for site in sites)
        snapshot = with_progress(staged.uncalibrated(), noise=noise)
        assert state_of(Step.NOISE, snapshot, WANTED) is state
    for kohm, state in ((4.0, DONE), (40.0, FAILED)):
        found = judge_contact(staged.montage, {site.channel: (kohm, 4.0) for site in sites})
        contact = ContactCheck(possible=True, sites=found)
        snapshot = with_progress(staged.uncalibrated(), contact=contact)
        assert state_of(Step.CONTACT, snapshot, WANTED) is state
        running = with_progress(snapshot, contact=replace(contact, done=3))
        assert state_of(Step.CONTACT, running, WANTED) is RUNNING
        assert current_step(running) is Step.CONTACT


def test_a_board_that_cannot_measure_contact_skips_it(staged):
    assert state_of(Step.CONTACT, staged.uncalibrated(), WANTED) is SKIPPED


def test_skipped_is_said_until_it_is_done(staged):
    skipped = frozenset({Step.TAP})
    snapshot = at(staged.uncalibrated(), Step.NOISE, skipped=skipped)
    assert state_of(Step.TAP, snapshot, WANTED) is SKIPPED
    done = changed(snapshot, taps=taps(staged))
    assert state_of(Step.TAP, done, WANTED) is DONE


def test_repetitions_are_done_when_every_wanted_muscle_is_measured(staged):
    both = ("frontalis", "zygomaticus")
    snapshot = with_progress(staged.live(), measured=("frontalis",))
    assert state_of(Step.REPETITIONS, snapshot, WANTED) is DONE
    assert state_of(Step.REPETITIONS, snapshot, both) is TODO
    assert state_of(Step.REFERENCE, snapshot, both) is DONE


def test_the_second_placement_keeps_what_the_first_proved(staged):
    first = staged.measurement()
    second = replace(first, calibration=replace(first.calibration, placement=2))
    snapshot = changed(
        staged.uncalibrated(),
        placement=2,
        measurement=first,
        progress=Progress(first_taps=taps(staged)),
    )
    found = states(snapshot)
    assert [found[s] for s in (Step.TAP, Step.REFERENCE, Step.REPETITIONS)] == [DONE] * 3
    assert found[Step.RESEAT] is TODO
    assert states(changed(snapshot, taps=taps(staged, bad=(2,))))[Step.RESEAT] is FAILED
    done = changed(
        snapshot,
        measurement=second,
        calibration=second.calibration,
        earlier=first,
        progress=Progress(measured=WANTED, first_taps=taps(staged)),
    )
    assert set(states(done).values()) <= {DONE, TODO, SKIPPED}
    assert states(done)[Step.RESEAT] is DONE


def test_a_measurement_of_other_electrodes_is_not_this_blocks(staged):
    snapshot = changed(staged.uncalibrated(), measurement=staged.measurement())
    assert states(snapshot)[Step.LOCK] is DONE
    fewer = changed(snapshot, sites=snapshot.streamed.sites[:6], pairs=snapshot.pairs[:3])
    assert states(fewer)[Step.LOCK] is TODO


def test_a_person_on_a_board_needs_every_tick(staged):
    for n in range(len(CHECKLIST) + 1):
        guide = GuideState(at=Step.REPETITIONS, ticked=frozenset(list(CHECKLIST)[:n]))
        snapshot = with_progress(staged.live(origin=Origin.LIVE), guide=guide)
        complete = n == len(CHECKLIST)
        assert current_step(snapshot) is (Step.REPETITIONS if complete else Step.SKIN)
        assert (states(snapshot)[Step.SKIN] is DONE) is complete


def test_muscles_are_those_chosen_else_the_plans_else_the_first(staged):
    snapshot, plan = staged.live(), staged.treatment.state.plan
    assert wanted_muscles(snapshot, plan) == ("frontalis",)
    assert wanted_muscles(snapshot, None) == ("frontalis",)
    chosen = with_progress(snapshot, guide=GuideState(chosen=("zygomaticus", "corrugator")))
    assert wanted_muscles(chosen, plan) == ("corrugator", "zygomaticus")
    gone = with_progress(snapshot, guide=GuideState(chosen=("masseter",)))
    assert wanted_muscles(gone, plan) == ("frontalis",)
