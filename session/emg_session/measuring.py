"""`Measuring`: from finished cues to calibration, symmetry and the locked measurement."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from emg_session.collector import FinishedCue
from emg_session.protocol import CueKind, CuePurpose
from emg_signal.calibration import Calibration, CalibrationRefused, calibrate, middle, rms
from emg_signal.chunk import FloatArray, Origin
from emg_signal.filters import Band
from emg_signal.measurement import Measurement
from emg_signal.montage import Montage, Pair, Site
from emg_signal.quality import QualityReport
from emg_signal.symmetry import MINIMUM_REPETITIONS, Symmetry, SymmetryRefused, symmetry_of


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
        self.text = "" if calibration else "Not calibrated: amplitudes are in µV only."
        self.symmetries: dict[str, Symmetry] = {}
        self.held_uv: dict[Site, float] = {}
        self._utc_now = utc_now
        self._now_s = now_s
        self._rest: FloatArray | None = None
        self._contractions: list[FloatArray] = []
        self._measured: dict[str, list[FloatArray]] = {}

    def take(self, finished: FinishedCue, quality: tuple[QualityReport, ...]) -> None:
        """Take one finished cue, with the quality of every site at its end."""
        cue = finished.cue
        if cue.kind is CueKind.CONTRACT:
            self._hold(finished.filtered_uv)
        if cue.purpose is CuePurpose.CALIBRATION:
            self._take_calibration(finished)
        elif cue.purpose is CuePurpose.MEASUREMENT:
            self._take_measurement(finished, quality)

    def _hold(self, filtered_uv: FloatArray) -> None:
        """Keep the amplitude of the last contraction at each site, where it is known."""
        steady = middle(filtered_uv, self.conditions.fs_hz)
        amplitudes = {s: rms(steady[s.channel]) for s in self.conditions.montage.sites}
        self.held_uv = {site: uv for site, uv in amplitudes.items() if math.isfinite(uv)}

    def _take_calibration(self, finished: FinishedCue) -> None:
        cue = finished.cue
        if cue.kind is CueKind.REST:
            self._rest, self._contractions = finished.filtered_uv, []
            return
        self._contractions.append(finished.filtered_uv)
        if cue.repetition < cue.repetitions or self._rest is None:
            return
        self._calibrate(self._rest)

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
        )
        if isinstance(result, CalibrationRefused):
            self.text = "Calibration refused. " + " ".join(str(each) for each in result.refusals)
            return
        self.calibration, self.text = result, ""
        for pair in c.montage.pairs:
            self._update_symmetry(pair, self._contractions)

    def _take_measurement(self, finished: FinishedCue, quality: tuple[QualityReport, ...]) -> None:
        cue = finished.cue
        wanted = cue.muscles or tuple(pair.muscle for pair in self.conditions.montage.pairs)
        for pair in self.conditions.montage.pairs:
            if pair.muscle in wanted:
                repetitions = self._measured.setdefault(pair.muscle, [])
                repetitions.append(finished.filtered_uv)
                self._update_symmetry(pair, repetitions)
        if cue.repetition == cue.repetitions:
            self._lock(quality)

    def _update_symmetry(self, pair: Pair, repetitions: list[FloatArray]) -> None:
        if self.calibration is None:
            return
        left, right = self.calibration.of(pair.left), self.calibration.of(pair.right)
        if left is None or right is None or len(repetitions) < MINIMUM_REPETITIONS:
            return
        result = symmetry_of(
            pair,
            [uv[pair.left.channel] for uv in repetitions],
            [uv[pair.right.channel] for uv in repetitions],
            rest_left_uv=left.rest_uv,
            rest_right_uv=right.rest_uv,
            fs_hz=self.conditions.fs_hz,
            band=self.conditions.band,
        )
        if isinstance(result, SymmetryRefused):
            self.symmetries.pop(pair.muscle, None)
            self.text = "No symmetry. " + " ".join(str(each) for each in result.refusals)
        else:
            self.symmetries[pair.muscle] = result

    def _lock(self, quality: tuple[QualityReport, ...]) -> None:
        measured = tuple(self.symmetries[m] for m in self._measured if m in self.symmetries)
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
            quality=quality,
            locked_at_utc=self._utc_now(),
            locked_at_s=self._now_s(),
        )
