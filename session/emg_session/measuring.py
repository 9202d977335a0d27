"""`Measuring`: from finished cues to calibration, symmetry and the locked measurement."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from emg_session.collector import FinishedCue
from emg_session.protocol import Cue, CueKind, CuePurpose, Protocol
from emg_session.task_holds import TaskHolds
from emg_signal.amplitude import middle, resting_rms, rms
from emg_signal.calibrating import calibrate
from emg_signal.calibration import Calibration, CalibrationRefused
from emg_signal.chunk import FloatArray, Origin
from emg_signal.filters import Band
from emg_signal.measurement import Measurement
from emg_signal.montage import Montage, Pair, Site
from emg_signal.noise import SiteNoise, noise_of
from emg_signal.phrase import say
from emg_signal.quality_report import GOOD, Quality, QualityReport, worst
from emg_signal.symmetry import (
    DECISION_REPETITIONS,
    MINIMUM_REPETITIONS,
    TASKS_BETWEEN,
    Symmetry,
    SymmetryRefused,
    symmetry_of,
)
from emg_signal.tap import Tap, judge_tap, proven_sites

GIVEN_UP = say("It was given up before its end.")


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a measurement was made with; goes into every calibration and measurement."""

    subject: str
    montage: Montage
    board: str
    origin: Origin
    gain: float | None
    fs_hz: float
    band: Band
    rms_window_s: float
    mains_hz: float | None = None


def sentences(texts: Sequence[str]) -> str:
    """Return sentences one after the other."""
    first, *rest = texts
    return say("{one} {more}", one=first, more=sentences(rest)) if rest else first


class Measuring:
    """Collects finished cues of one placement of electrodes.

    Parameters
    ----------
    conditions
        Montage, board, rate and band.
    calibration
        A calibration made before, or None.
    utc_now, now_s
        Time of day (ISO 8601) and monotonic clock, read when something is locked.
    """

    def __init__(
        self,
        conditions: Conditions,
        calibration: Calibration | None,
        *,
        utc_now: Callable[[], str],
        now_s: Callable[[], float],
    ) -> None:
        self.conditions = conditions
        self.calibration = calibration
        self.measurement: Measurement | None = None
        self.text = "" if calibration else say("Not calibrated: amplitudes are in µV only.")
        self.refused = ""
        self.failed: CuePurpose | None = None
        self.noise: dict[Site, SiteNoise] = {}
        self.first_taps: tuple[Tap, ...] = ()
        self.symmetries: dict[str, Symmetry] = {}
        self.held_uv: dict[Site, float] = {}
        self._utc_now = utc_now
        self._now_s = now_s
        self.taps: dict[Site, Tap] = {}
        self.placement = 1
        self._calibrated_at_s = None if calibration is None else self._lock_time_s(calibration)
        self._rest: FloatArray | None = None
        self._tap_rest: FloatArray | None = None
        self._contractions: dict[str, list[FloatArray]] = {}
        self._turns: list[tuple[str, ...]] = []
        self._consecutive: set[str] = set()
        self._held_means_uv: dict[Site, float] = {}
        self._measured: dict[str, list[FloatArray]] = {}
        self._reference_holds: dict[str, list[FloatArray]] = {}
        self._wanted: dict[str, int] = {}
        self._tasks = TaskHolds()
        self._last: Cue | None = None
        self._worst: dict[Site, QualityReport] = {}
        self._newest: dict[Site, QualityReport] = {}

    @property
    def reference_age_s(self) -> float | None:
        """Seconds since the calibration was locked; None without one or if that is not known."""
        locked_s = self._calibrated_at_s
        return None if locked_s is None else self._now_s() - locked_s

    @property
    def proven(self) -> frozenset[Site] | None:
        """Sites proven by tapping; None before any tap test."""
        return proven_sites(self.taps.values()) if self.taps else None

    @property
    def all_proven(self) -> bool:
        """Whether the tap test proved every site of the montage."""
        return self.proven == frozenset(self.conditions.montage.sites)

    @property
    def measured(self) -> tuple[str, ...]:
        """Muscles whose repetitions were all made with this placement."""
        return tuple(
            pair.muscle
            for pair in self.conditions.montage.pairs
            if pair.muscle in self._measured
            and len(self._measured[pair.muscle])
            >= self._wanted.get(pair.muscle, DECISION_REPETITIONS)
        )

    @property
    def is_rested(self) -> bool:
        """Whether a rest without fault was made, with which the reference can begin."""
        is_good = all(site.report.quality is GOOD.quality for site in self.noise.values())
        return self._rest is not None and is_good

    @property
    def targets_uv(self) -> dict[Site, float]:
        """What a contraction should reach at each site, µV, where that is known."""
        if self.calibration is not None:
            return {entry.site: entry.reference_uv for entry in self.calibration.sites}
        return self._held_means_uv

    def begin(self, protocol: Protocol, *, reseated: bool = False) -> None:
        """Forget the blocks that `protocol` makes anew.

        Parameters
        ----------
        protocol
            What starts.
        reseated
            The electrodes were taken off and put on again: a placement of its own, whose leads
            are not proven and whose reference is not known.
        """
        self._contractions, self._held_means_uv, self._turns = {}, {}, []
        self.refused, self.failed = "", None
        if reseated:
            self.placement += 1
            self._rest, self._reference_holds = None, {}
            self.first_taps, self.taps = tuple(self.taps.values()), {}
            self.calibration, self._calibrated_at_s = None, None
            self.symmetries, self.held_uv = {}, {}
            self._measured, self._worst = {}, {}
            self.text = say("Electrodes re-seated: calibrate again.")
        contractions = [cue for cue in protocol.cues if cue.kind is CueKind.CONTRACT]
        if any(cue.purpose is CuePurpose.CALIBRATION for cue in contractions):
            # Another rest is another noise to subtract: what was measured before does not fit.
            self._forget(pair.muscle for pair in self.conditions.montage.pairs)
            self._tasks = TaskHolds()
        measured = [cue for cue in contractions if cue.purpose is CuePurpose.MEASUREMENT]
        for cue in measured:
            wanted = self.muscles_of(cue)
            if cue.repetition == 1:
                self._forget(wanted)
            self._wanted |= dict.fromkeys(wanted, cue.repetitions)
        self._last = measured[-1] if measured else None

    def give_up(self, purpose: CuePurpose, why: str = GIVEN_UP) -> None:
        """Forget the repetitions that the running protocol, at `purpose`, did not finish."""
        unfinished = set(self._measured) - set(self.measured)
        self._forget(unfinished)
        self._fail(purpose, why)
        if self.calibration is not None:
            self._begin_with_reference(unfinished)

    def forget_reference(self, why: str) -> None:
        """Forget the calibration, and all that rests on it or on leads that were proven.

        Parameters
        ----------
        why
            In words, with what to do.
        """
        self.calibration, self._calibrated_at_s, self.text = None, None, why
        self._rest, self._reference_holds = None, {}
        self.taps, self.symmetries, self.held_uv = {}, {}, {}
        self._forget(self._measured)

    def follow(self, conditions: Conditions, why: str) -> None:
        """Measure with other filters from now on: the reference goes, what was tapped stays.

        Parameters
        ----------
        conditions
            What is measured with from now on; the same electrodes on the same board.
        why
            In words, with what to do, if there was a reference.
        """
        taps, text = self.taps, self.text
        self.forget_reference(text if self.calibration is None else why)
        self.conditions, self.taps, self.noise = conditions, taps, {}

    def _fail(self, purpose: CuePurpose, why: str) -> None:
        self.failed, self.refused = purpose, why

    def _forget(self, muscles: Iterable[str]) -> None:
        """Forget the repetitions of some muscles, and how good their sites were."""
        for muscle in tuple(muscles):
            self._measured.pop(muscle, None)
            self._consecutive.discard(muscle)
            self._worst = {s: report for s, report in self._worst.items() if s.muscle != muscle}

    def muscles_of(self, cue: Cue) -> tuple[str, ...]:
        """Return the muscles that a contraction exercises."""
        return cue.muscles or tuple(pair.muscle for pair in self.conditions.montage.pairs)

    def observe(self, quality: tuple[QualityReport, ...], held: tuple[str, ...]) -> None:
        """Note the quality of every site; of muscles whose contraction is measured the worst.

        Parameters
        ----------
        quality
            In the order of the montage.
        held
            Muscles of a measured contraction that is held now.
        """
        self._newest = dict(zip(self.conditions.montage.sites, quality, strict=True))
        for site, report in self._newest.items():
            if report.quality is Quality.UNCALIBRATED and self.calibration is None:
                report = GOOD  # a hold of the reference is part of what is measured
            if site.muscle in held:
                self._worst[site] = worst([report, *filter(None, [self._worst.get(site)])])

    def take(self, finished: FinishedCue) -> None:
        """Take one finished cue."""
        cue = finished.cue
        if cue.kind is CueKind.CONTRACT:
            self._hold(finished)
            self._note_turn(cue)
            c = self.conditions
            self._tasks.take(finished, self.muscles_of(cue), c.montage, c.fs_hz)
        match cue.purpose:
            case CuePurpose.TAP:
                self._take_tap(finished)
            case CuePurpose.NOISE:
                self._take_noise(finished)
            case CuePurpose.CALIBRATION:
                self._take_calibration(finished)
            case CuePurpose.LOOK:
                self._take_look(finished)
            case CuePurpose.MEASUREMENT:
                self._take_measurement(finished)

    def _lock_time_s(self, calibration: Calibration) -> float | None:
        """Return when a calibration from a file was locked, on the monotonic clock."""
        try:
            now, locked = (
                dt.datetime.fromisoformat(text)
                for text in (self._utc_now(), calibration.locked_at_utc)
            )
            return self._now_s() - (now - locked).total_seconds()
        except (ValueError, TypeError):  # not a time, or one without its offset
            return None

    def _hold(self, finished: FinishedCue) -> None:
        """Keep the amplitude of a contraction at the sites that it was asked of, where known.

        The other sites were at rest: their last contraction is an earlier one.
        """
        steady = middle(finished.filtered_uv, self.conditions.fs_hz)
        asked = self.muscles_of(finished.cue)
        newest = {
            site: rms(steady[site.channel])
            for site in self.conditions.montage.sites
            if site.muscle in asked
        }
        held = {**self.held_uv, **newest}
        self.held_uv = {site: uv for site, uv in held.items() if math.isfinite(uv)}

    def _note_turn(self, cue: Cue) -> None:
        """Note whose turn it was, and which muscles had too few other tasks since their last."""
        asked = self.muscles_of(cue)
        for muscle in asked:
            if cue.repetition == 1:
                self._consecutive.discard(muscle)
            elif any(muscle in turn for turn in self._turns[-TASKS_BETWEEN:]):
                self._consecutive.add(muscle)
        self._turns.append(asked)

    def _means_uv(self) -> dict[Site, float]:
        """Return the mean amplitude of the holds so far at each site, where it is known."""
        fs_hz = self.conditions.fs_hz
        means = {
            site: sum(rms(middle(each[site.channel], fs_hz)) for each in own) / len(own)
            for site in self.conditions.montage.sites
            if (own := self._contractions.get(site.muscle))
        }
        return {site: uv for site, uv in means.items() if math.isfinite(uv) and uv > 0}

    def _take_tap(self, finished: FinishedCue) -> None:
        site = finished.cue.site
        if site is None:
            self._tap_rest = finished.filtered_uv
        elif self._tap_rest is not None:
            tap = judge_tap(self.conditions.montage, site, self._tap_rest, finished.filtered_uv)
            self.taps[site] = tap
            self.text = (
                say("{cause} {remedy}", cause=tap.cause, remedy=tap.remedy) if tap.cause else ""
            )

    def _take_noise(self, finished: FinishedCue) -> None:
        """Take a rest, and the noise in it where the samples before the filters are at hand."""
        raw_uv, c = finished.raw_uv, self.conditions
        self._rest = finished.filtered_uv
        if raw_uv is None:
            return
        self.noise = {
            site: noise_of(
                site,
                raw_uv[site.channel],
                finished.filtered_uv[site.channel],
                fs_hz=c.fs_hz,
                mains_hz=c.mains_hz,
            )
            for site in c.montage.sites
        }

    def _take_calibration(self, finished: FinishedCue) -> None:
        cue = finished.cue
        if cue.kind is CueKind.REST:
            self._take_noise(finished)
            return
        for muscle in self.muscles_of(cue):
            self._contractions.setdefault(muscle, []).append(finished.filtered_uv)
        self._held_means_uv = self._means_uv()
        if self._rest is not None and self._is_last_reference(cue):
            self._calibrate(self._rest)

    def _take_look(self, finished: FinishedCue) -> None:
        """Take a quick look: a picture of a pair, on which nothing rests and nothing locks."""
        if finished.cue.kind is CueKind.REST:
            self._take_noise(finished)
            return
        if self._rest is None:
            return
        for pair in self.conditions.montage.pairs:
            if pair.muscle in self.muscles_of(finished.cue):
                holds = self._contractions.setdefault(pair.muscle, [])
                holds.append(finished.filtered_uv)
                left, right = (
                    resting_rms(self._rest[site.channel], self.conditions.fs_hz)
                    for site in (pair.left, pair.right)
                )
                self._judge(pair, holds, left, right, CuePurpose.LOOK)

    def _is_last_reference(self, cue: Cue) -> bool:
        """Return whether every muscle of the montage has its holds with this one."""
        counts = [
            len(self._contractions.get(pair.muscle, ())) for pair in self.conditions.montage.pairs
        ]
        return min(counts) >= cue.repetitions

    def _calibrate(self, rest: FloatArray) -> None:
        c = self.conditions
        result = calibrate(
            c.montage,
            rest,
            self._contractions,
            fs_hz=c.fs_hz,
            band=c.band,
            rms_window_s=c.rms_window_s,
            board=c.board,
            gain=c.gain,
            locked_at_utc=self._utc_now(),
            placement=self.placement,
        )
        self._rest = None  # a reference that is made again begins with a new rest
        if isinstance(result, CalibrationRefused):
            why = sentences([each.line for each in result.refusals])
            self._fail(CuePurpose.CALIBRATION, why)
            self.text = say("Calibration refused. {why}", why=why)
            return
        self.calibration, self.text = result, ""
        self._calibrated_at_s = self._now_s()
        self._reference_holds = self._contractions
        self._begin_with_reference(self._reference_holds)

    def _begin_with_reference(self, muscles: Iterable[str]) -> None:
        """Take the holds of the reference as the first repetitions: they are the same task."""
        for pair in self.conditions.montage.pairs:
            holds = self._reference_holds.get(pair.muscle)
            if pair.muscle in muscles and holds:
                self._measured[pair.muscle] = list(holds)
                self._update_symmetry(pair, holds)

    def _take_measurement(self, finished: FinishedCue) -> None:
        cue = finished.cue
        wanted = self.muscles_of(cue)
        for pair in self.conditions.montage.pairs:
            if pair.muscle in wanted:
                if cue.repetition == 1:  # five of their own, not those of the reference before them
                    self._measured[pair.muscle] = []
                repetitions = self._measured.setdefault(pair.muscle, [])
                repetitions.append(finished.filtered_uv)
                self._update_symmetry(pair, repetitions)
        if self._last in (None, cue) and cue.repetition == cue.repetitions:
            self._lock()

    def _update_symmetry(self, pair: Pair, repetitions: list[FloatArray]) -> None:
        if self.calibration is None:
            return
        left, right = self.calibration.of(pair.left), self.calibration.of(pair.right)
        if left is not None and right is not None:
            self._judge(pair, repetitions, left.rest_uv, right.rest_uv, CuePurpose.MEASUREMENT)

    def _judge(
        self,
        pair: Pair,
        repetitions: list[FloatArray],
        rest_left_uv: float,
        rest_right_uv: float,
        purpose: CuePurpose,
    ) -> None:
        """Take the symmetry of a pair's holds, or say why there is none."""
        if len(repetitions) < MINIMUM_REPETITIONS:
            return
        result = symmetry_of(
            pair,
            [uv[pair.left.channel] for uv in repetitions],
            [uv[pair.right.channel] for uv in repetitions],
            rest_left_uv=rest_left_uv,
            rest_right_uv=rest_right_uv,
            fs_hz=self.conditions.fs_hz,
            band=self.conditions.band,
            apart=pair.muscle not in self._consecutive,
        )
        if isinstance(result, SymmetryRefused):
            self.symmetries.pop(pair.muscle, None)
            why = sentences([each.line for each in result.refusals])
            self._fail(purpose, why)
            self.text = say("No symmetry. {why}", why=why)
        else:
            self.symmetries[pair.muscle] = result

    def _lock(self) -> None:
        measured = tuple(self.symmetries[m] for m in self.measured if m in self.symmetries)
        if self.calibration is None or not measured:
            return
        c = self.conditions
        self.measurement = Measurement(
            subject=c.subject,
            montage=c.montage,
            board=c.board,
            origin=c.origin,
            fs_hz=c.fs_hz,
            band=c.band,
            calibration=self.calibration,
            symmetries=measured,
            quality=tuple(
                self._worst.get(site, self._newest.get(site, GOOD)) for site in c.montage.sites
            ),
            locked_at_utc=self._utc_now(),
            locked_at_s=self._now_s(),
            tasks=self._tasks.locked(c.montage, self.calibration),
        )
