"""What is said of each step: why, what was found, what to do, and what skipping it costs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from emg_session.guide import CHECKLIST, Step
from emg_session.snapshot import LinkState, Snapshot
from emg_signal.phrase import say
from emg_ui.measure.acts import MeasureActs
from emg_ui.measure.lines import BAD, Line, lines_of, muscle_name
from emg_ui.measure.steps import (
    StepState,
    first_measurement,
    needs_checklist,
    state_of,
    taps_proven,
)
from emg_ui.text.language import shown, tr

TITLES = {
    Step.SKIN: say("Skin and electrodes"),
    Step.PAIRS: say("Pairs of this block"),
    Step.CONTACT: say("Contact"),
    Step.TAP: say("Tap test"),
    Step.NOISE: say("Rest and noise"),
    Step.REFERENCE: say("Reference"),
    Step.REPETITIONS: say("Repetitions"),
    Step.RESEAT: say("Re-seat and repeat"),
    Step.LOCK: say("Locked measurement"),
}

SHORT = {
    Step.SKIN: say("Skin"),
    Step.PAIRS: say("Pairs"),
    Step.CONTACT: say("Contact"),
    Step.TAP: say("Tap"),
    Step.NOISE: say("Noise"),
    Step.REFERENCE: say("Reference"),
    Step.REPETITIONS: say("Repeat"),
    Step.RESEAT: say("Re-seat"),
    Step.LOCK: say("Lock"),
}
"""For the list of steps, in which all of them stand beside each other."""

CONSEQUENCES = {
    Step.CONTACT: say("Without it a bad electrode shows late, as noise or a false asymmetry."),
    Step.TAP: say("Without the tap test no shift can be suggested: leads may be swapped."),
    Step.NOISE: say("Without it hum may be taken for muscle until the quality states see it."),
    Step.REFERENCE: say("Without a reference there are µV only: no %, no symmetry, no lock."),
    Step.REPETITIONS: say("Without five repetitions nothing is locked and EMG suggests nothing."),
    Step.RESEAT: say("Without a second placement no shift can be suggested."),
}
"""What skipping a step costs."""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to tick; its digit key is its number."""

    text: str
    is_ticked: bool


@dataclass(frozen=True, slots=True)
class StepWords:
    """Everything that the card of a step says, in the reader's language."""

    title: str
    lines: tuple[Line, ...]
    choices: tuple[Option, ...] = ()
    action: str = ""
    again: str = ""
    consequence: str = ""


def words_of(step: Step, snapshot: Snapshot, acts: MeasureActs) -> StepWords:
    """Return what is said of `step` now."""
    wanted = acts.wanted()
    state = state_of(step, snapshot, wanted)
    lines = (*_failure(step, snapshot, state), *lines_of(step, snapshot, acts))
    is_busy = acts.is_busy
    open_end = state not in (StepState.DONE, StepState.RUNNING)
    return StepWords(
        title=shown(TITLES[step]),
        lines=lines,
        choices=() if is_busy else _choices(step, snapshot, acts, wanted),
        action="" if is_busy else _action(step, snapshot, acts, state),
        again="" if is_busy else _again(step, acts, can_repeat=_can_repeat(step, snapshot, state)),
        consequence=shown(CONSEQUENCES[step]) if step in CONSEQUENCES and open_end else "",
    )


def _failure(step: Step, snapshot: Snapshot, state: StepState) -> Iterator[Line]:
    progress = snapshot.streamed.progress
    if state is StepState.FAILED and progress.refused and step is not Step.CONTACT:
        yield Line(shown(progress.refused), *BAD)


def _again(step: Step, acts: MeasureActs, *, can_repeat: bool) -> str:
    if acts.is_needless(step):
        return tr("Re-seat")
    if step is Step.PAIRS and acts.can_look():
        return tr("Quick look")
    if not can_repeat:
        return ""
    if step is Step.REPETITIONS and acts.offers_more():
        return tr("Four more")
    return tr("Again")


def _can_repeat(step: Step, snapshot: Snapshot, state: StepState) -> bool:
    is_protocol = step in (Step.CONTACT, Step.TAP, Step.NOISE, Step.REFERENCE, Step.REPETITIONS)
    # What the first placement gave cannot be made anew once the electrodes were taken off.
    return is_protocol and state is StepState.DONE and snapshot.streamed.placement < 2


def _action(step: Step, snapshot: Snapshot, acts: MeasureActs, state: StepState) -> str:
    stream = snapshot.streamed
    if needs_checklist(snapshot):
        return ""
    if snapshot.link is LinkState.LOST and step is not Step.LOCK:
        return tr("Reconnect")
    done = state is StepState.DONE
    match step:
        case Step.PAIRS if acts.changed_block():
            return tr("Use these pairs")
        case Step.CONTACT if stream.progress.contact.possible and not done:
            return tr("Measure contact")
        case Step.TAP if not done:
            return tr("Start tapping")
        case Step.NOISE if not done:
            return tr("Listen to the rest")
        case Step.REFERENCE if not done and not stream.progress.is_rested:
            return tr("Start the rest")
        case Step.REFERENCE if not done:
            return tr("Start reference")
        case Step.REPETITIONS if not done and stream.calibration is None:
            return tr("Start reference")
        case Step.REPETITIONS if not done:
            return tr("Start repetitions")
        case Step.RESEAT if acts.is_needless(step):
            return tr("Next")
        case Step.RESEAT if not done and first_measurement(snapshot) is not None:
            if stream.placement < 2 or not taps_proven(snapshot):
                return tr("On again: tap")
            return tr("Second five")
        case Step.LOCK:
            return tr("Go to Decide")
    return tr("Next")


def _choices(
    step: Step, snapshot: Snapshot, acts: MeasureActs, wanted: tuple[str, ...]
) -> tuple[Option, ...]:
    match step:
        case Step.SKIN:
            ticked = snapshot.streamed.progress.guide.ticked
            return tuple(Option(shown(text), key in ticked) for key, text in CHECKLIST.items())
        case Step.PAIRS:
            block = acts.block()
            return tuple(Option(muscle_name(m), m in block) for m in acts.known_muscles())
        case Step.REPETITIONS:
            return tuple(
                Option(shown(r.pair.name), r.pair.muscle in wanted) for r in snapshot.pairs
            )
    return ()
