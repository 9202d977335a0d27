"""Where measuring stands: every step with its state, from a snapshot alone.

Nothing is kept in a widget: a window made anew in another theme, language or size shows the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from emg_dosing.plan import Plan
from emg_session.guide import STEPS, Step
from emg_session.protocol import CuePurpose
from emg_session.snapshot import Snapshot
from emg_signal.chunk import Origin
from emg_signal.measurement import Measurement
from emg_signal.montage import Montage, Site
from emg_signal.quality import Quality
from emg_signal.symmetry import Symmetry
from emg_signal.tap import Tap, TapVerdict, proven_sites

OF_PURPOSE = {
    CuePurpose.TAP: Step.TAP,
    CuePurpose.NOISE: Step.NOISE,
    CuePurpose.CALIBRATION: Step.REFERENCE,
    CuePurpose.MEASUREMENT: Step.REPETITIONS,
    CuePurpose.PAUSE: Step.REPETITIONS,
    CuePurpose.LOOK: Step.PAIRS,
}


class StepState(StrEnum):
    """How far one step is."""

    TODO = "not yet"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of the list."""

    step: Step
    state: StepState
    is_current: bool


def wanted_muscles(snapshot: Snapshot, plan: Plan | None) -> tuple[str, ...]:
    """Return the muscles whose repetitions are to be measured, in the order of the pairs.

    Those that a person chose; else those of the plan that have electrodes; else the first pair.
    """
    known = [reading.pair.muscle for reading in snapshot.pairs]
    chosen = set(snapshot.streamed.progress.guide.chosen)
    planned = set() if plan is None else {point.muscle for point in plan.points}
    for wanted in (chosen, planned):
        found = tuple(muscle for muscle in known if muscle in wanted)
        if found:
            return found
    return tuple(known[:1])


def needs_checklist(snapshot: Snapshot) -> bool:
    """Return whether a board on a person may not be shown yet."""
    return snapshot.origin is Origin.LIVE and not snapshot.streamed.progress.guide.checked


def locked_here(snapshot: Snapshot) -> Measurement | None:
    """Return the locked measurement if it is of the electrodes that are on now."""
    measurement = snapshot.treatment.measurement
    sites = tuple(reading.site for reading in snapshot.streamed.sites)
    same = measurement is not None and measurement.montage.sites == sites
    return measurement if same else None


def current_step(snapshot: Snapshot) -> Step:
    """Return the step that is explained now."""
    stream = snapshot.streamed
    if needs_checklist(snapshot):
        return Step.SKIN
    progress = stream.progress
    if progress.running is not None:
        return Step.RESEAT if stream.placement > 1 else OF_PURPOSE[progress.running]
    if progress.contact.done is not None:
        return Step.CONTACT
    if progress.guide.at is not None:
        return progress.guide.at
    if locked_here(snapshot) is not None:
        return Step.LOCK
    return Step.REPETITIONS if stream.calibration is not None else Step.SKIN


def step_views(snapshot: Snapshot, wanted: tuple[str, ...]) -> tuple[StepView, ...]:
    """Return every step with its state, in order."""
    current = current_step(snapshot)
    return tuple(
        StepView(step, state_of(step, snapshot, wanted), step is current) for step in STEPS
    )


def state_of(step: Step, snapshot: Snapshot, wanted: tuple[str, ...]) -> StepState:
    """Return how far `step` is."""
    found = _found(step, snapshot, wanted)
    if found is StepState.TODO and step in snapshot.streamed.progress.guide.skipped:
        return StepState.SKIPPED
    return found


def _found(step: Step, snapshot: Snapshot, wanted: tuple[str, ...]) -> StepState:
    match step:
        case Step.SKIN:
            return _done(not needs_checklist(snapshot) and _is_past(step, snapshot))
        case Step.PAIRS:
            return _pairs(snapshot)
        case Step.CONTACT:
            return _contact(snapshot)
        case Step.RESEAT:
            return _reseat(snapshot, wanted)
        case Step.LOCK:
            return _done(locked_here(snapshot) is not None)
    if snapshot.streamed.placement > 1:  # what was found before the electrodes were re-seated
        return _of_first_placement(step, snapshot)
    return _of_placement(step, snapshot, wanted)


def _done(is_done: bool) -> StepState:
    return StepState.DONE if is_done else StepState.TODO


def _pairs(snapshot: Snapshot) -> StepState:
    progress = snapshot.streamed.progress
    if progress.running is CuePurpose.LOOK:
        return StepState.RUNNING
    if progress.failed is CuePurpose.LOOK:
        return StepState.FAILED
    return _done(_is_past(Step.PAIRS, snapshot))


def _is_past(step: Step, snapshot: Snapshot) -> bool:
    """Return whether a person, or the protocol, went beyond a step."""
    return STEPS.index(current_step(snapshot)) > STEPS.index(step)


def _contact(snapshot: Snapshot) -> StepState:
    contact = snapshot.streamed.progress.contact
    if contact.done is not None:
        return StepState.RUNNING
    if contact.sites:
        is_good = all(site.is_good for site in contact.sites)
        return StepState.DONE if is_good else StepState.FAILED
    if contact.text:
        return StepState.FAILED
    return StepState.TODO if contact.possible else StepState.SKIPPED


def _of_placement(step: Step, snapshot: Snapshot, wanted: tuple[str, ...]) -> StepState:
    """Return the state of what a protocol does, with the electrodes as they are on now."""
    stream = snapshot.streamed
    progress = stream.progress
    if progress.running is not None and OF_PURPOSE[progress.running] is step:
        return StepState.RUNNING
    if progress.failed is not None and OF_PURPOSE[progress.failed] is step:
        return StepState.FAILED
    match step:
        case Step.TAP:
            return _taps(stream.taps, snapshot)
        case Step.NOISE:
            return _noise(snapshot)
        case Step.REFERENCE:
            return _done(stream.calibration is not None)
        case _:
            return _done(bool(wanted) and set(wanted) <= set(progress.measured))


def _of_first_placement(step: Step, snapshot: Snapshot) -> StepState:
    match step:
        case Step.TAP:
            return _taps(snapshot.streamed.progress.first_taps, snapshot)
        case Step.NOISE:
            return _noise(snapshot)
        case _:
            return _done(first_measurement(snapshot) is not None)


def first_measurement(snapshot: Snapshot) -> Measurement | None:
    """Return what was locked with the first placement of these electrodes."""
    earlier, locked = snapshot.treatment.earlier, locked_here(snapshot)
    if earlier is not None:
        return earlier
    return locked if locked is not None and locked.calibration.placement == 1 else None


def looked_at(snapshot: Snapshot) -> Symmetry | None:
    """Return what a quick look found; None once there is a reference, and more than a look."""
    if snapshot.streamed.calibration is not None:
        return None
    found = (reading.symmetry for reading in snapshot.pairs)
    return next((s for s in found if s is not None and s.for_display_only), None)


def needs_reseating(snapshot: Snapshot) -> bool:
    """Return whether a first interval lies wholly beyond its muscle's healthy limit.

    Only then can a second placement change what follows (ADR 0079). A muscle without a published
    limit asks for none.
    """
    first = first_measurement(snapshot)
    limits = {r.pair.muscle: r.healthy_limit_percent for r in snapshot.pairs}
    for symmetry in () if first is None else first.symmetries:
        limit = limits.get(symmetry.pair.muscle)
        low, high = symmetry.interval_percent
        if limit is not None and (low > limit or high < -limit):
            return True
    return False


def second_measurement(snapshot: Snapshot) -> Measurement | None:
    """Return what was locked after the electrodes were re-seated."""
    locked = locked_here(snapshot)
    return locked if locked is not None and locked.calibration.placement > 1 else None


def _taps(taps: tuple[Tap, ...], snapshot: Snapshot) -> StepState:
    if any(tap.verdict is not TapVerdict.PROVEN for tap in _newest(taps)):
        return StepState.FAILED
    sites = frozenset(reading.site for reading in snapshot.streamed.sites)
    return _done(proven_sites(taps) == sites)


def _newest(taps: tuple[Tap, ...]) -> tuple[Tap, ...]:
    newest: dict[Site, Tap] = {tap.site: tap for tap in taps}
    return tuple(newest.values())


def _noise(snapshot: Snapshot) -> StepState:
    noise = snapshot.streamed.progress.noise
    if any(site.report.quality is not Quality.GOOD for site in noise):
        return StepState.FAILED
    return _done(bool(noise))


def _reseat(snapshot: Snapshot, wanted: tuple[str, ...]) -> StepState:
    stream = snapshot.streamed
    if stream.placement < 2:
        return StepState.TODO
    if stream.progress.running is not None:
        return StepState.RUNNING
    if second_measurement(snapshot) is not None and set(wanted) <= set(stream.progress.measured):
        return StepState.DONE
    is_bad = stream.progress.failed is not None or any(
        tap.verdict is not TapVerdict.PROVEN for tap in _newest(stream.taps)
    )
    return StepState.FAILED if is_bad else StepState.TODO


def taps_proven(snapshot: Snapshot) -> bool:
    """Return whether every electrode that is on now was proven by tapping."""
    return _taps(snapshot.streamed.taps, snapshot) is StepState.DONE


def montage_of(snapshot: Snapshot, name: str = "") -> Montage:
    """Return the pairs of a snapshot as a montage."""
    return Montage(name, tuple(reading.pair for reading in snapshot.pairs))
