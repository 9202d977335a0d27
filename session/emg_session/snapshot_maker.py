"""`SnapshotMaker`: puts together what the parts of a session know at one moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from emg_device.base import Device
from emg_device.info import DeviceInfo
from emg_dosing.tables import Tables
from emg_session.analysis import Analysis
from emg_session.link import LinkState
from emg_session.progress import Progress
from emg_session.protocol import Cue
from emg_session.snapshot import PairReading, SiteReading, Snapshot
from emg_session.treatment import Treatment
from emg_signal.measurement import Measurement
from emg_signal.montage import Montage
from emg_signal.phrase import say
from emg_signal.quality_report import Quality, QualityReport
from emg_signal.symmetry import Symmetry

UNASSIGNED = say(
    "No montage was given: lanes are numbered by channel; which site and side they are is not "
    "known. Give one with --montage."
)


class SnapshotMaker:
    """Makes the snapshots of one running session; used by its acquisition thread alone.

    Parameters
    ----------
    device, info
        The board, and what it said of itself when it was opened.
    analysis, treatment
        What is computed and what was decided.
    tables
        For the healthy ranges; None if dosing is off.
    recorded
        Returns seconds on disk and one line if recording stopped.
    notes
        Lines that stand from the start.
    """

    def __init__(
        self,
        device: Device,
        info: DeviceInfo,
        analysis: Analysis,
        treatment: Treatment,
        tables: Tables | None,
        recorded: Callable[[], tuple[float, str]],
        notes: tuple[str, ...],
    ) -> None:
        self._device, self._info = device, info
        self._analysis, self._treatment = analysis, treatment
        self._tables = tables
        self._recorded = recorded
        self._notes = notes
        self._sequence = -1

    @property
    def _montage(self) -> Montage:
        return self._analysis.conditions.montage

    def make(
        self,
        index: int,
        sites: tuple[SiteReading, ...],
        *,
        link: LinkState,
        link_text: str,
        age_s: float,
        lost_samples: int,
    ) -> Snapshot:
        """Return the next snapshot, for a sample index and its readings."""
        analysis, state, info = self._analysis, self._treatment.state, self._info
        measuring, health = analysis.measuring, self._device.health
        cue, cue_left_s = self._cue(index)
        recorded_s, record_text = self._recorded()
        self._sequence += 1
        return Snapshot(
            sequence=self._sequence,
            index=index,
            time_s=(index + 1) / info.fs_hz,
            age_s=age_s,
            link=link,
            link_text=link_text,
            board=info.board,
            origin=info.origin,
            fs_hz=info.fs_hz,
            measured_fs_hz=health.measured_fs_hz,
            band=analysis.design.true_band,
            rms_window_s=analysis.conditions.rms_window_s,
            sites=sites,
            pairs=self._pairs(),
            taps=tuple(measuring.taps.values()),
            placement=measuring.placement,
            cue=cue,
            cue_left_s=cue_left_s,
            calibration=measuring.calibration,
            calibration_text=measuring.text,
            measurement=state.measurement,
            findings=state.findings,
            suggestion=state.suggestion,
            lost_samples=lost_samples,
            recorded_s=recorded_s,
            record_text=record_text,
            notes=(
                *self._notes,
                *(() if self._montage.assigned else (UNASSIGNED,)),
                *info.notes,
                *health.warnings,
            ),
            assigned=self._montage.assigned,
            progress=self._progress(index, state.earlier),
        )

    def _progress(self, index: int, earlier: Measurement | None) -> Progress:
        measuring = self._analysis.measuring
        return Progress(
            running=self._analysis.purpose_at(index + 1),
            failed=measuring.failed,
            refused=measuring.refused,
            noise=tuple(measuring.noise.values()),
            measured=measuring.measured,
            earlier=earlier,
            first_taps=measuring.first_taps,
            unfiltered=self._analysis.unfiltered,
            n_channels=self._info.n_channels,
        )

    def _cue(self, index: int) -> tuple[Cue | None, float]:
        collector = self._analysis.collector
        if collector is None:
            return None, 0.0
        time_s = collector.time_s(index + 1)
        cue = collector.protocol.cue_at(time_s)
        return cue, cue.end_s - time_s if cue else 0.0

    def _pairs(self) -> tuple[PairReading, ...]:
        return pair_readings(self._montage, self._analysis.measuring.symmetries, self._tables)


def pair_readings(
    montage: Montage, symmetries: Mapping[str, Symmetry], tables: Tables | None
) -> tuple[PairReading, ...]:
    """Return what is known of each pair, beside the range of healthy faces where one is known."""
    readings = []
    for pair in montage.pairs:
        healthy = None if tables is None else tables.healthy_range(pair.muscle)
        limit = None if healthy is None else healthy.limit95_percent
        readings.append(PairReading(pair, symmetries.get(pair.muscle), limit))
    return tuple(readings)


def silent(montage: Montage, text: str) -> tuple[SiteReading, ...]:
    """Return readings without a number for every site, and why there is none."""
    report = QualityReport(Quality.STALE, text)
    return tuple(SiteReading(site, None, None, report) for site in montage.sites)
