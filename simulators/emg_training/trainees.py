"""Scripted trainees: they see what the window shows and nothing else.

They prove that every case can be solved from the screen, and that no habit solves them all. None
of them imports the scenario: an `emg_training.runner.Shown` is all they get.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from emg_dosing.examination import Examination
from emg_dosing.suggestion import Status, SuggestionKind
from emg_session.protocol import Cue, CueKind, CuePurpose
from emg_session.snapshot import LinkState, SiteReading, Snapshot, StreamReading
from emg_signal.montage import Side, Site
from emg_signal.quality import Quality
from emg_training.answers import CaseChoice, CaseReason, Noticed
from emg_training.attempt import Answer, Attempt, Observation
from emg_training.runner import Shown

HELD_S = 0.5
"""A state must last this long before the expert believes it."""
SETTLED_S = 2.5
"""Filters settle in the first seconds; what is shown then is not judged."""
REST_UV = 6.0
"""A resting site above this is at work (rest is 1.4 to 1.9 µV: S91)."""
BURST_UV = 12.0
WEAK_PERCENT = 30.0
SHARED_PAIRS = 3

SPOKEN = {
    Quality.RAILED: Noticed.RAILED,
    Quality.LEAD_OFF: Noticed.LEAD_OFF,
    Quality.FLAT: Noticed.FLAT,
    Quality.MAINS: Noticed.MAINS,
    Quality.BRIDGED: Noticed.BRIDGED,
    Quality.ECG: Noticed.ECG,
    Quality.MOTION: Noticed.MOTION,
}

BLOCKING = {
    "pregnancy_or_lactation",
    "infection_at_site",
    "neuromuscular_disease",
    "hypersensitivity",
    "dysphagia_or_breathing",
    "cows_milk_protein_allergy",
}


def expert(case_id: str, shown: Shown) -> Attempt:
    """Return what a careful person says and does who reads the whole window."""
    seen = [*_qualities(shown), *_link(shown), *_activity(shown), *_index(shown)]
    if shown.snapshots[-1].streamed.calibration is not None:
        seen += _calibrated(shown, seen)
    choice, reason = _decision(shown, {observation.what for observation in seen}, seen)
    end_s = shown.snapshots[-1].streamed.time_s
    return Attempt(case_id, tuple(seen), Answer(choice, reason, end_s))


def careless(case_id: str, shown: Shown) -> Attempt:
    """Return what somebody does who looks at nothing and treats as planned."""
    answer = Answer(CaseChoice.AS_PLANNED, CaseReason.UNSURE, shown.snapshots[-1].streamed.time_s)
    return Attempt(case_id, (), answer)


def naive(case_id: str, shown: Shown) -> Attempt:
    """Return what the rule "equalise the EMG" does, calling every signal sound."""
    answer = Answer(
        CaseChoice.MORE_ON_STRONGER, CaseReason.BEYOND_HEALTHY, shown.snapshots[-1].streamed.time_s
    )
    return Attempt(case_id, (), answer)


def refusing(case_id: str, shown: Shown) -> Attempt:
    """Return what somebody does who always asks for an examination, and has no reason."""
    answer = Answer(CaseChoice.EXAMINE, CaseReason.UNSURE, shown.snapshots[-1].streamed.time_s)
    return Attempt(case_id, (), answer)


def _qualities(shown: Shown) -> Iterator[Observation]:
    """Yield each bad quality of each site once, when it has lasted."""
    since: dict[tuple[Site, Quality], float] = {}
    said: set[tuple[Site, Quality]] = set()
    for snapshot in shown.snapshots:
        stream = snapshot.streamed
        if stream.time_s < SETTLED_S or snapshot.link is not LinkState.LIVE:
            continue
        now = {(r.site, r.quality.quality) for r in stream.sites if r.quality.quality in SPOKEN}
        since = {key: since.get(key, stream.time_s) for key in now}
        for key, start_s in since.items():
            if key not in said and stream.time_s - start_s >= HELD_S:
                said.add(key)
                site, quality = key
                yield Observation(SPOKEN[quality], stream.time_s, site.muscle, site.side)


def _link(shown: Shown) -> Iterator[Observation]:
    for snapshot in shown.snapshots:
        if snapshot.streamed.lost_samples > 0:
            yield Observation(Noticed.SAMPLES_LOST, snapshot.streamed.time_s)
            break
    for snapshot in shown.snapshots:
        if snapshot.link is LinkState.LOST:
            yield Observation(Noticed.LINK_LOST, snapshot.streamed.time_s)
            break


def _activity(shown: Shown) -> Iterator[Observation]:
    """Yield what muscles do that nobody asked for."""
    yield from _swapped_or_along(shown)
    if any(_is_bad(r) for snapshot in shown.snapshots[30:] for r in snapshot.streamed.sites):
        return
    rest = [s for s in shown.snapshots if _at_rest(s.streamed) and s.streamed.time_s > SETTLED_S]
    after = [
        s
        for s in shown.snapshots
        if s.streamed.calibration and not s.streamed.cue and s.link is LinkState.LIVE
    ]
    steady = {site for site in _sites(shown) if _always_above(rest, site, REST_UV)}
    for site in steady:
        yield Observation(Noticed.ACTIVE_AT_REST, rest[-1].streamed.time_s, site.muscle, site.side)
    for site in _sites(shown):
        loud = [s.streamed.time_s for s in after[5:] if _rms(s, site) > BURST_UV]
        if site not in steady and 0 < len(loud) < len(after[5:]):
            yield Observation(Noticed.BURSTS, loud[0], site.muscle, site.side)


def _at_rest(stream: StreamReading) -> bool:
    """Return whether the rest of the calibration is kept."""
    cue = stream.cue
    if cue is None or cue.purpose is not CuePurpose.CALIBRATION:
        return False
    return cue.kind is CueKind.REST


def _swapped_or_along(shown: Shown) -> Iterator[Observation]:
    """Yield a site that works in place of, or together with, the one that was asked for."""
    first: list[Snapshot] = []
    for snapshot in shown.snapshots:
        cue = snapshot.streamed.cue
        if first and cue != first[0].streamed.cue:
            yield from _strange(_worked_uv(first), first[0].streamed.cue, snapshot.streamed.time_s)
            return
        if cue and cue.kind is CueKind.CONTRACT and cue.purpose is CuePurpose.MEASUREMENT:
            first.append(snapshot)


def _worked_uv(during: list[Snapshot]) -> dict[Site, float]:
    """Return each site's middle RMS in the second half of a cue, µV, when the muscle is up."""
    late = during[len(during) // 2 :]
    sites = [reading.site for reading in late[-1].streamed.sites]
    return {site: median(_rms(snapshot, site) for snapshot in late) for site in sites}


def _strange(held: dict[Site, float], cue: Cue | None, time_s: float) -> Iterator[Observation]:
    asked = cue.muscles if cue is not None else ()
    for side in Side:
        own = [uv for s, uv in held.items() if s.muscle in asked and s.side is side]
        for site, uv in held.items():
            if site.muscle in asked or site.side is not side or not own:
                continue
            other = next(
                v for s, v in held.items() if s.muscle == site.muscle and s.side is not site.side
            )
            if uv > 3 * max(own):
                for muscle in (site.muscle, *asked):
                    yield Observation(Noticed.SWAPPED, time_s, muscle, side)
            elif uv > 8.0 and uv > 2.5 * other:
                yield Observation(Noticed.MOVES_ALONG, time_s, site.muscle, side)


def _index(shown: Shown) -> Iterator[Observation]:
    """Yield the index of what was measured, as the window gives it."""
    last = shown.snapshots[-1]
    if last.treatment.measurement is None:
        return
    for symmetry in last.treatment.measurement.symmetries:
        yield Observation(
            Noticed.INDEX,
            last.streamed.time_s,
            symmetry.pair.muscle,
            percent=symmetry.index_percent,
        )


def _calibrated(shown: Shown, seen: list[Observation]) -> list[Observation]:
    """Say that it is calibrated, where that is all there is to say."""
    at_s = next(s.streamed.time_s for s in shown.snapshots if s.streamed.calibration is not None)
    return [] if seen else [Observation(Noticed.CALIBRATED, at_s)]


def _decision(
    shown: Shown, noticed: set[Noticed], seen: list[Observation]
) -> tuple[CaseChoice, CaseReason]:
    return (
        _by_person(shown)
        or _by_signal(noticed, seen)
        or _by_activity(noticed)
        or _by_measurement(shown)
    )


def _by_person(shown: Shown) -> tuple[CaseChoice, CaseReason] | None:
    examination = shown.examination or Examination()
    present = set(examination.present)
    if present & BLOCKING:
        return CaseChoice.NOT_TODAY, CaseReason.CONDITION
    if examination.toxin_days:
        return CaseChoice.NOT_TODAY, CaseReason.TOO_SOON
    if present & {"ptosis", "dermatochalasis"}:
        return CaseChoice.EXAMINE, CaseReason.LOW_LID
    if present & {"suspected_palsy", "weakness_or_atrophy"}:
        return CaseChoice.EXAMINE, CaseReason.WEAK_SIDE
    return (CaseChoice.EXAMINE, CaseReason.SYNKINESIS) if "synkinesis" in present else None


def _by_signal(
    noticed: set[Noticed], seen: list[Observation]
) -> tuple[CaseChoice, CaseReason] | None:
    if noticed & {Noticed.LINK_LOST, Noticed.SAMPLES_LOST}:
        return CaseChoice.MEND, CaseReason.LINK
    if noticed & {Noticed.SWAPPED, Noticed.BRIDGED}:
        return CaseChoice.MEND, CaseReason.WIRING
    humming = {(o.muscle, o.side) for o in seen if o.what is Noticed.MAINS}
    if len(humming) > 4 or noticed & {Noticed.ECG, Noticed.MOTION}:
        return CaseChoice.MEND, CaseReason.ROOM
    bad = {Noticed.RAILED, Noticed.LEAD_OFF, Noticed.FLAT, Noticed.MAINS}
    return (CaseChoice.MEND, CaseReason.ELECTRODE) if noticed & bad else None


def _by_activity(noticed: set[Noticed]) -> tuple[CaseChoice, CaseReason] | None:
    if Noticed.ACTIVE_AT_REST in noticed:
        return CaseChoice.EXAMINE, CaseReason.LOW_LID
    if Noticed.MOVES_ALONG in noticed:
        return CaseChoice.EXAMINE, CaseReason.SYNKINESIS
    return (CaseChoice.EXAMINE, CaseReason.SPASM) if Noticed.BURSTS in noticed else None


def _by_measurement(shown: Shown) -> tuple[CaseChoice, CaseReason]:
    last = shown.snapshots[-1]
    if last.treatment.measurement is None or shown.plan is None:
        return CaseChoice.GO_ON, CaseReason.SOUND
    indices = [p.symmetry.index_percent for p in last.pairs if p.symmetry is not None]
    for sign in (1.0, -1.0):
        if sum(sign * index > WEAK_PERCENT for index in indices) >= SHARED_PAIRS:
            return CaseChoice.EXAMINE, CaseReason.WEAK_SIDE
    suggestion = last.treatment.suggestion
    if suggestion is not None and suggestion.status in (Status.OK, Status.LIMITED):
        unstated = suggestion.kind is SuggestionKind.EVEN_OUT
        return CaseChoice.TAKE_SUGGESTION, CaseReason.UNSTATED if unstated else CaseReason.SYRINGE
    if suggestion is not None and suggestion.examine:
        return CaseChoice.EXAMINE, CaseReason.BEYOND_HEALTHY
    if shown.plan.reasons:
        return CaseChoice.AS_PLANNED, CaseReason.STATED
    measured = {symmetry.pair.muscle for symmetry in last.treatment.measurement.symmetries}
    limits = [p.healthy_limit_percent for p in last.pairs if p.pair.muscle in measured]
    known = all(limit is not None for limit in limits)
    return CaseChoice.AS_PLANNED, CaseReason.INSIDE_HEALTHY if known else CaseReason.NO_NORM


def _sites(shown: Shown) -> list[Site]:
    return [reading.site for reading in shown.snapshots[-1].streamed.sites]


def _is_bad(reading: SiteReading) -> bool:
    return reading.quality.quality in SPOKEN


def _rms(snapshot: Snapshot, site: Site) -> float:
    uv = next(r.rms_uv for r in snapshot.streamed.sites if r.site == site)
    return 0.0 if uv is None else uv


def _always_above(snapshots: list[Snapshot], site: Site, uv: float) -> bool:
    return bool(snapshots) and all(_rms(snapshot, site) > uv for snapshot in snapshots)
