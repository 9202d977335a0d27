"""`SnapshotMaker`: puts together what the parts of a session know at one moment."""

from __future__ import annotations

import queue
from collections.abc import Sequence

from emg_dosing.tables import Tables
from emg_session.link import LinkState
from emg_session.progress import Progress
from emg_session.protocol import Cue
from emg_session.running import Running
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
    running
        The board, and what is computed of it.
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
        running: Running,
        *,
        tables: Tables | None,
        record: VisitRecord,
        notes: Sequence[str],
        subscribers: list[queue.SimpleQueue[Snapshot]],
    ) -> None:
        self._running, self._tables = running, tables
        self._record, self._notes = record, notes
        self._subscribers = subscribers
        self._sequence = -1
        self.newest: Snapshot | None = None

    def publish(
        self,
        sites: tuple[SiteReading, ...],
        treatment: TreatmentState,
        *,
        age_s: float,
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
        age_s
            Age of the newest sample, seconds.
        link, link_text, other_board, news
            As in `Snapshot`.
        """
        info, analysis = self._running.info, self._running.analysis
        montage = analysis.conditions.montage
        self.newest = Snapshot(
            link=link,
            link_text=link_text,
            other_board=other_board,
            news=news,
            stopped=_why(analysis.stopped),
            origin=info.origin,
            treatment=treatment,
            pairs=pair_readings(montage, analysis.measuring.symmetries, self._tables),
            record_text=self._record.text,
            notes=(
                *self._notes,
                *(() if montage.assigned else (UNASSIGNED,)),
                *info.notes,
                *self._running.device.health.warnings,
            ),
            stream=self._stream(sites, age_s=age_s),
        )
        for subscriber in self._subscribers:
            subscriber.put(self.newest)

    def _stream(self, sites: tuple[SiteReading, ...], *, age_s: float) -> StreamReading:
        running = self._running
        analysis, info, index = running.analysis, running.info, running.index
        measuring = analysis.measuring
        cue, cue_left_s = self._cue(index)
        self._sequence += 1
        return StreamReading(
            sequence=self._sequence,
            index=index,
            time_s=running.time_s,
            age_s=age_s,
            board=info.board,
            fs_hz=info.fs_hz,
            measured_fs_hz=running.device.health.measured_fs_hz,
            band=analysis.design.true_band,
            rms_window_s=analysis.conditions.rms_window_s,
            sites=sites,
            taps=tuple(measuring.taps.values()),
            placement=measuring.placement,
            cue=cue,
            cue_left_s=cue_left_s,
            calibration=measuring.calibration,
            calibration_text=measuring.text,
            lost_samples=running.lost_samples,
            recorded_s=self._record.recorded_s,
            assigned=analysis.conditions.montage.assigned,
            progress=self._progress(index),
            hum_hz=analysis.hum_hz,
            events=running.events,
        )

    def _progress(self, index: int) -> Progress:
        analysis = self._running.analysis
        measuring = analysis.measuring
        return Progress(
            running=analysis.purpose_at(index + 1),
            failed=measuring.failed,
            refused=measuring.refused,
            noise=tuple(measuring.noise.values()),
            is_rested=measuring.is_rested,
            measured=measuring.measured,
            first_taps=measuring.first_taps,
            unfiltered=analysis.unfiltered,
            n_channels=self._running.info.n_channels,
        )

    def _cue(self, index: int) -> tuple[Cue | None, float]:
        collector = self._running.analysis.collector
        if collector is None:
            return None, 0.0
        time_s = collector.time_s(index + 1)
        cue = collector.protocol.cue_at(time_s)
        return cue, cue.end_s - time_s if cue else 0.0


def _why(stopped: QualityReport | None) -> str:
    if stopped is None:
        return ""
    return say("{cause} {remedy}", cause=stopped.cause, remedy=stopped.remedy)


def silent(montage: Montage, text: str, link: LinkState) -> tuple[SiteReading, ...]:
    """Return readings without a number for every site, and why there is none."""
    expected = link in (LinkState.CONNECTING, LinkState.CONTACT)
    report = QualityReport(Quality.WAITING if expected else Quality.STALE, text)
    return tuple(SiteReading(site, None, None, report) for site in montage.sites)
