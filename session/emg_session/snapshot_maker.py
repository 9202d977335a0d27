"""`SnapshotMaker`: puts together what the parts of a session know at one moment."""

from __future__ import annotations

import queue

from emg_device.base import Device
from emg_device.info import DeviceInfo
from emg_dosing.tables import Tables
from emg_session.analysis import Analysis
from emg_session.link import LinkState
from emg_session.progress import Progress
from emg_session.protocol import Cue
from emg_session.snapshot import SiteReading, Snapshot, StreamReading, pair_readings
from emg_session.treatment_state import TreatmentState
from emg_session.visit_record import VisitRecord
from emg_signal.montage import Montage
from emg_signal.phrase import say
from emg_signal.quality_report import Quality, QualityReport

UNASSIGNED = say(
    "No montage was given: lanes are numbered by channel; which site and side they are is not "
    "known. Give one with --montage."
)


class SnapshotMaker:
    """Makes the snapshots of one running session; used by its acquisition thread alone.

    The newest one is replaced as a whole, so that any thread may read it without a lock and sees
    one moment, never the half of two.

    Parameters
    ----------
    device, info
        The board, and what it said of itself when it was opened.
    analysis
        What is computed.
    tables
        For the healthy ranges; None if dosing is off.
    record
        Where samples are kept, if they are.
    notes
        Lines that stand from the start.
    subscribers
        Queues that get every snapshot.
    """

    def __init__(
        self,
        device: Device,
        info: DeviceInfo,
        analysis: Analysis,
        *,
        tables: Tables | None,
        record: VisitRecord,
        notes: tuple[str, ...],
        subscribers: list[queue.SimpleQueue[Snapshot]],
    ) -> None:
        self._device, self._info = device, info
        self._analysis, self._tables = analysis, tables
        self._record, self._notes = record, notes
        self._subscribers = subscribers
        self._sequence = -1
        self.newest: Snapshot | None = None

    def follow(self, info: DeviceInfo, analysis: Analysis) -> None:
        """Tell of another board, and of what is computed of it, from now on."""
        self._info, self._analysis = info, analysis

    @property
    def _montage(self) -> Montage:
        return self._analysis.conditions.montage

    def publish(
        self,
        sites: tuple[SiteReading, ...],
        treatment: TreatmentState,
        *,
        index: int,
        age_s: float,
        lost_samples: int,
        link: LinkState,
        link_text: str,
        other_board: str = "",
        news: str = "",
    ) -> None:
        """Make the next snapshot, and tell every subscriber.

        Parameters
        ----------
        sites
            Readings in the order of the montage.
        treatment
            What was decided.
        index
            Sample that the readings stand for.
        age_s
            Age of the newest sample, seconds.
        lost_samples
            So far.
        link, link_text, other_board, news
            As in `Snapshot`.
        """
        montage, symmetries = self._montage, self._analysis.measuring.symmetries
        self.newest = Snapshot(
            link=link,
            link_text=link_text,
            other_board=other_board,
            news=news,
            stopped=_why(self._analysis.stopped),
            origin=self._info.origin,
            treatment=treatment,
            pairs=pair_readings(montage, symmetries, self._tables),
            record_text=self._record.text,
            notes=(
                *self._notes,
                *(() if montage.assigned else (UNASSIGNED,)),
                *self._info.notes,
                *self._device.health.warnings,
            ),
            stream=self._stream(index, sites, age_s=age_s, lost_samples=lost_samples),
        )
        for subscriber in self._subscribers:
            subscriber.put(self.newest)

    def _stream(
        self, index: int, sites: tuple[SiteReading, ...], *, age_s: float, lost_samples: int
    ) -> StreamReading:
        analysis, info = self._analysis, self._info
        measuring = analysis.measuring
        cue, cue_left_s = self._cue(index)
        self._sequence += 1
        return StreamReading(
            sequence=self._sequence,
            index=index,
            time_s=(index + 1) / info.fs_hz,
            age_s=age_s,
            board=info.board,
            fs_hz=info.fs_hz,
            measured_fs_hz=self._device.health.measured_fs_hz,
            band=analysis.design.true_band,
            rms_window_s=analysis.conditions.rms_window_s,
            sites=sites,
            taps=tuple(measuring.taps.values()),
            placement=measuring.placement,
            cue=cue,
            cue_left_s=cue_left_s,
            calibration=measuring.calibration,
            calibration_text=measuring.text,
            lost_samples=lost_samples,
            recorded_s=self._record.recorded_s,
            assigned=self._montage.assigned,
            progress=self._progress(index),
        )

    def _progress(self, index: int) -> Progress:
        measuring = self._analysis.measuring
        return Progress(
            running=self._analysis.purpose_at(index + 1),
            failed=measuring.failed,
            refused=measuring.refused,
            noise=tuple(measuring.noise.values()),
            measured=measuring.measured,
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


def _why(stopped: QualityReport | None) -> str:
    if stopped is None:
        return ""
    return say("{cause} {remedy}", cause=stopped.cause, remedy=stopped.remedy)


def silent(montage: Montage, text: str) -> tuple[SiteReading, ...]:
    """Return readings without a number for every site, and why there is none."""
    report = QualityReport(Quality.STALE, text)
    return tuple(SiteReading(site, None, None, report) for site in montage.sites)
