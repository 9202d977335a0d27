"""`Analysis`: from chunks to readings, cues and columns; no thread, no clock of its own.

Chunks are cut at fixed sample indices (ten a second), so the same samples give the same
snapshots however they arrived.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np

from emg_session.collector import CueCollector
from emg_session.columns import ColumnFlag, ColumnRing
from emg_session.measuring import GIVEN_UP, Conditions, Measuring
from emg_session.protocol import Cue, CueKind, CuePurpose, Protocol
from emg_session.session_settings import SessionSettings
from emg_session.snapshot import SiteReading
from emg_signal.calibration import Calibration
from emg_signal.chunk import Chunk, FloatArray, SampleFlag
from emg_signal.filters import FilterDesign
from emg_signal.montage import Site
from emg_signal.pipeline import Pipeline, Processed
from emg_signal.quality import Quality, QualityMonitor, QualityReport

SNAPSHOTS_PER_S = 10
"""Numbers change at most this often: faster ones cannot be read, and cost paint."""

OFFSET_FOLLOWED_S = 1.0
"""Time constant with which the unfiltered view follows an electrode's direct voltage: 0.16 Hz,
far below the EMG band. Engineering judgement."""

OK, GAP, RAILED, BLANKED = (
    np.uint8(flag)
    for flag in (ColumnFlag.OK, ColumnFlag.GAP, ColumnFlag.RAILED, ColumnFlag.BLANKED)
)

NO_NUMBER = frozenset(
    {
        Quality.MOTION,
        Quality.CLIPPED,
        Quality.BRIDGED,
        Quality.GAP,
        Quality.ENVELOPE,
        Quality.WAITING,
        Quality.FLAT,
        Quality.LEAD_OFF,
        Quality.RAILED,
        Quality.WRONG_RATE,
        Quality.STALE,
    }
)
"""Under these no number is shown: it would not be the muscle's."""


class Analysis:
    """Everything that is computed of one stream.

    Parameters
    ----------
    design
        Filters for the stream's rate.
    n_channels
        Channels of the stream.
    measuring
        Takes the finished cues.
    settings
        RMS window and columns.
    """

    def __init__(
        self,
        design: FilterDesign,
        n_channels: int,
        measuring: Measuring,
        settings: SessionSettings,
    ) -> None:
        self.design = design
        self.columns = ColumnRing(
            n_channels,
            design.fs_hz,
            columns_per_s=min(settings.columns_per_s, int(design.fs_hz)),
        )
        self.measuring = measuring
        self.collector: CueCollector | None = None
        self._pipeline = Pipeline(design, n_channels, rms_window_s=settings.rms_window_s)
        self._monitor = self._make_monitor()
        self._step = max(1, round(design.fs_hz / SNAPSHOTS_PER_S))
        self._n_channels = n_channels
        self.unfiltered = False
        """Whether the lanes show samples before the filters, from now on."""
        self._offset_uv: FloatArray | None = None
        self.stopped: QualityReport | None = None
        """Why no site may show a number, whatever its signal is like; None while they may."""
        self.is_rate_told = True
        """False until the rate was looked at for long enough: no number before."""
        self.listener: Callable[[FloatArray], None] | None = None
        """Called with filtered samples as they come, ``(n_channels, n_samples)`` µV; it must not
        wait, since acquisition does."""

    @property
    def conditions(self) -> Conditions:
        """What is measured, and with what."""
        return self.measuring.conditions

    @property
    def hum_hz(self) -> float | None:
        """Frequency of the hum that is taken out now, Hz; None where there is none."""
        hum = self._pipeline.hum
        return None if hum is None or not hum.removed_uv.any() else hum.frequency_hz

    def start_protocol(
        self, protocol: Protocol, start_index: int, *, reseated: bool = False
    ) -> None:
        """Follow `protocol` from a sample on; one that is running is given up."""
        self.measuring.begin(protocol, reseated=reseated)
        self.collector = CueCollector(
            protocol,
            start_index=start_index,
            fs_hz=self.design.fs_hz,
            n_channels=self._n_channels,
        )

    def give_up(self, index: int, why: str = GIVEN_UP) -> None:
        """End the running protocol at a sample, and say why; what it locked already stays."""
        purpose = self.purpose_at(index)
        if purpose is not None:
            self.measuring.give_up(purpose, why)
        self.collector = None

    def purpose_at(self, index: int) -> CuePurpose | None:
        """Return what the running protocol is at, at a sample; None if none runs."""
        if self.collector is None:
            return None
        return self.collector.protocol.purpose_at(self.collector.time_s(index))

    def take_montage(self, measuring: Measuring) -> None:
        """Judge other sites from now on: the electrodes of the next block."""
        self.collector = None
        self.measuring = measuring
        self._monitor = self._make_monitor()

    def _make_monitor(self) -> QualityMonitor:
        return QualityMonitor(
            self.conditions.montage, self.design.fs_hz, mains_hz=self.design.mains_hz
        )

    def push(self, chunk: Chunk) -> Iterator[tuple[int, tuple[SiteReading, ...]]]:
        """Take a chunk; yield readings at every sample where a snapshot is due.

        Yields
        ------
        index, readings
            The sample, and one reading per site of the montage.
        """
        for piece in cut(chunk, self._step):
            processed = self._pipeline.push(piece)
            self._monitor.push(piece, processed)
            self._draw(piece, processed)
            if piece.next_index == chunk.next_index:
                self.columns.announce()  # before the readings, which take longer than a frame may
            if self.collector is not None:
                for finished in self.collector.push(piece.samples_uv, processed):
                    self.measuring.take(finished)
            if piece.next_index % self._step == 0:
                yield piece.next_index - 1, self._readings(processed)

    def quality(self, *, age_s: float) -> tuple[QualityReport, ...]:
        """Return the quality of every site, in the order of the montage.

        Parameters
        ----------
        age_s
            Time since the newest sample arrived, seconds.
        """
        measuring = self.measuring
        return self._monitor.reports(
            age_s=age_s,
            calibration=measuring.calibration,
            reference_age_s=measuring.reference_age_s,
            proven=measuring.proven,
        )

    def _readings(self, processed: Processed) -> tuple[SiteReading, ...]:
        if self.stopped is not None:
            return self._stopped_readings(self.stopped)
        reports = self.quality(age_s=0.0)
        cue = self._measured_cue(processed.first_index + processed.n_samples)
        held = () if cue is None else self.measuring.muscles_of(cue)
        self.measuring.observe(reports, held)
        sites, targets_uv = self.conditions.montage.sites, self.measuring.targets_uv
        return tuple(
            self._reading(site, report, processed, targets_uv.get(site))
            for site, report in zip(sites, reports, strict=True)
        )

    def _stopped_readings(self, report: QualityReport) -> tuple[SiteReading, ...]:
        sites = self.conditions.montage.sites
        self.measuring.observe((report,) * len(sites), ())
        return tuple(SiteReading(site, None, None, report) for site in sites)

    def _measured_cue(self, index: int) -> Cue | None:
        """Return the measured contraction that is held at a sample, if one is."""
        if self.collector is None:
            return None
        cue = self.collector.protocol.cue_at(self.collector.time_s(index))
        if cue is None or cue.kind is not CueKind.CONTRACT:
            return None
        # An effort of the whole face is a reference alone; a muscle's own task is measured too.
        is_own = cue.purpose is CuePurpose.CALIBRATION and bool(cue.muscles)
        return cue if is_own or cue.purpose is CuePurpose.MEASUREMENT else None

    def _reading(
        self, site: Site, report: QualityReport, processed: Processed, target_uv: float | None
    ) -> SiteReading:
        calibration = self.measuring.calibration
        held_uv = self.measuring.held_uv.get(site)
        held_percent = None if held_uv is None else percent(calibration, site, held_uv)
        rms_uv = None
        is_known = processed.valid[site.channel, -1] and self.is_rate_told
        if is_known and report.quality not in NO_NUMBER:
            rms_uv = float(processed.rms_uv[site.channel, -1])
        live_percent = None if rms_uv is None else percent(calibration, site, rms_uv)
        hum = self._pipeline.hum
        return SiteReading(
            site,
            rms_uv,
            live_percent,
            report,
            held_uv,
            held_percent,
            target_uv=target_uv,
            hum_uv=None if hum is None else float(hum.removed_uv[site.channel]),
            hum_left_uv=self._monitor.hum_left_uv(site),
        )

    def _draw(self, piece: Chunk, processed: Processed) -> None:
        flags = np.where(processed.valid, OK, BLANKED)
        flags |= np.where(piece.flags & SampleFlag.RAILED, RAILED, OK)
        if piece.lost:
            flags[:, 0] |= GAP
        rms_uv = np.where(processed.valid, processed.rms_uv, np.nan)
        lanes_uv = self._without_offset(piece) if self.unfiltered else processed.filtered_uv
        self.columns.push(piece.first_index, lanes_uv, rms_uv, flags)
        if self.listener is not None:
            self.listener(processed.filtered_uv)

    def _without_offset(self, piece: Chunk) -> FloatArray:
        """Return raw samples less the electrodes' direct voltage, which is a thousand lanes high.

        The voltage is followed within a second: nothing above 0.2 Hz is taken away.
        """
        mean = piece.samples_uv.mean(axis=1, keepdims=True)
        if self._offset_uv is None:
            self._offset_uv = mean
        share = min(1.0, piece.n_samples / self.design.fs_hz / OFFSET_FOLLOWED_S)
        self._offset_uv = self._offset_uv + share * (mean - self._offset_uv)
        lanes: FloatArray = piece.samples_uv - self._offset_uv
        return lanes


def percent(calibration: Calibration | None, site: Site, rms_uv: float) -> float | None:
    """Return an amplitude as % of the site's reference contraction; None without one.

    Parameters
    ----------
    calibration
        The locked calibration, None before it.
    site
        Whose amplitude.
    rms_uv
        RMS in the band and window of the calibration, µV.
    """
    reference = None if calibration is None else calibration.of(site)
    return None if reference is None else reference.percent_of_reference(rms_uv)


def cut(chunk: Chunk, step: int) -> Iterator[Chunk]:
    """Yield `chunk` in pieces that end at multiples of `step` in the stream's index."""
    start = 0
    while start < chunk.n_samples:
        index = chunk.first_index + start
        end = min(chunk.n_samples, start + step - index % step)
        yield replace(
            chunk,
            samples_uv=chunk.samples_uv[:, start:end],
            flags=chunk.flags[:, start:end],
            first_index=index,
            lost=chunk.lost if start == 0 else 0,
        )
        start = end
