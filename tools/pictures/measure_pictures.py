"""A measurement step by step, to be photographed: every step as its work is done.

It takes some three minutes, as the electrodes' contact and the taps do.
"""

from __future__ import annotations

from collections.abc import Callable

from states import (
    GERMAN,
    LARGE,
    LIGHT,
    MEASURE,
    PLAIN,
    WIDE,
    Moment,
    Roll,
    State,
    at,
)

from emg_session.guide import Step
from emg_session.protocol import CueKind
from emg_session.snapshot import Snapshot
from emg_ui.measure.acts import MeasureActs
from emg_ui.measure.steps import second_measurement


def _open(step: Step) -> Callable[[Moment], None]:
    def stage(moment: Moment) -> None:
        _acts(moment).open(step)

    return stage


def _acts(moment: Moment) -> MeasureActs:
    acts = moment.window.measure.acts
    assert acts is not None  # noqa: S101 - the roll's session has a board
    return acts


def _press(moment: Moment) -> None:
    """Press Enter."""
    moment.window.measure.act("onward")


def _begin(step: Step) -> Callable[[Moment], None]:
    def stage(moment: Moment) -> None:
        _acts(moment).open(step)
        _press(moment)

    return stage


def _resting(snapshot: Snapshot) -> bool:
    progress = snapshot.streamed.progress
    return progress.running is None and progress.contact.done is None


def _contact_known(snapshot: Snapshot) -> bool:
    return _resting(snapshot) and len(snapshot.streamed.progress.contact.sites) == len(
        snapshot.streamed.sites
    )


def _tapping(snapshot: Snapshot) -> bool:
    return snapshot.streamed.cue is not None and snapshot.streamed.cue.site is not None


def _tapped(snapshot: Snapshot) -> bool:
    return _resting(snapshot) and len(snapshot.streamed.taps) == len(snapshot.streamed.sites)


def _tapped_again(snapshot: Snapshot) -> bool:
    return snapshot.streamed.placement > 1 and _tapped(snapshot)


def _still(snapshot: Snapshot) -> bool:
    return _resting(snapshot) and bool(snapshot.streamed.progress.noise)


def _holding(snapshot: Snapshot) -> bool:
    return snapshot.streamed.cue is not None and snapshot.streamed.cue.kind is CueKind.CONTRACT


def _calibrated(snapshot: Snapshot) -> bool:
    return _resting(snapshot) and snapshot.streamed.calibration is not None


def _measured(snapshot: Snapshot) -> bool:
    return _resting(snapshot) and snapshot.treatment.measurement is not None


def _measured_again(snapshot: Snapshot) -> bool:
    return _resting(snapshot) and second_measurement(snapshot) is not None


MEASUREMENT = Roll(
    (
        State("ui_step1_skin", MEASURE, at(2.0), views=(PLAIN, LIGHT, LARGE, GERMAN)),
        State("ui_step2_pairs", stage=_open(Step.PAIRS), views=(PLAIN, LARGE)),
        State("ui_step3_before", stage=_begin(Step.CONTACT), views=()),
        State("ui_step3_contact", ready=_contact_known, views=(PLAIN, LARGE)),
        State("ui_step4_before", ready=at(5.0), stage=_begin(Step.TAP), views=()),
        State("ui_step4_tapping", ready=_tapping),
        State("ui_step4_tapped", ready=_tapped),
        State("ui_step5_before", stage=_begin(Step.NOISE), views=()),
        State("ui_step5_noise", ready=_still),
        State("ui_step6_before", stage=_begin(Step.REFERENCE), views=()),
        State("ui_step6_reference", ready=_holding),
        State("ui_step6_done", ready=_calibrated),
        State("ui_step7_before", stage=_open(Step.REPETITIONS), views=(PLAIN, LIGHT), after=_press),
        State("ui_step7_repetitions", ready=_holding, views=(PLAIN, LARGE)),
        State("ui_step7_done", ready=_measured),
        State("ui_step8_before", stage=_open(Step.RESEAT), after=_press),
        State("ui_step8_tapped", ready=_tapped_again, after=_press, views=()),
        State("ui_step8_done", ready=_measured_again, views=(PLAIN, LIGHT)),
        State("ui_step9_lock", stage=_open(Step.LOCK), views=(PLAIN, WIDE)),
    ),
    device="virtual:typical?link=memory",
    guided=True,
)
