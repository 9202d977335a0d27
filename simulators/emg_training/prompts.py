"""`prompt`: what an instructor would say now, without a word of what there is to find."""

from __future__ import annotations

from emg_session.protocol import CueKind, CuePurpose
from emg_session.snapshot import LinkState, Snapshot
from emg_signal.phrase import Phrase, say


def prompt(snapshot: Snapshot, *, has_plan: bool) -> Phrase:
    """Return where to look and what to ask oneself at the moment of `snapshot`.

    Parameters
    ----------
    snapshot
        What the window shows.
    has_plan
        Whether the case has a plan to decide about.
    """
    if snapshot.link in (LinkState.LOST, LinkState.ENDED):
        return say("Nothing more is coming. Say what else you noticed, then decide.")
    cue = snapshot.streamed.cue
    if cue is None:
        return _between(snapshot, has_plan=has_plan)
    if cue.kind is CueKind.REST:
        return say("The person rests: every lane should be quiet. Look along all of them.")
    if cue.purpose is CuePurpose.MEASUREMENT:
        return say("Only the muscle that is asked should work. Does anything else move along?")
    return say("The whole face contracts: does every lane rise, and fall again?")


def _between(snapshot: Snapshot, *, has_plan: bool) -> Phrase:
    if snapshot.treatment.measurement is not None and has_plan:
        return say("The measurement is locked. Compare index, examination and plan, then decide.")
    if snapshot.streamed.calibration is not None:
        return say("The calibration was accepted. Is there anything that speaks against going on?")
    return say("Is every lane what a face at rest looks like? Say what you notice.")
