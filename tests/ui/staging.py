"""A staged session: real values of every room, no board, for windows that are looked at."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np

from emg_dosing.policy import Policy
from emg_dosing.tables import load_tables
from emg_session.columns import ColumnRing
from emg_session.decisions import Decision
from emg_session.files import load_plan
from emg_session.guide import Guide
from emg_session.montage_files import default_montage
from emg_session.protocol import Cue, CueKind, CuePurpose
from emg_session.snapshot import LinkState, PairReading, SiteReading, Snapshot, StreamReading
from emg_session.treatment import Treatment
from emg_session.visit_history import VisitHistory
from emg_signal.calibration import Calibration, SiteCalibration
from emg_signal.chunk import Origin
from emg_signal.filters import Band
from emg_signal.measurement import Measurement
from emg_signal.quality import Quality, QualityReport
from emg_signal.symmetry import Symmetry, asymmetry_index
from emg_signal.tap import Tap, TapVerdict
from emg_ui.visit.run_request import demo_plan_path

BAND = Band(20.0, 65.5)
FS_HZ = 250.0
NOW = "2026-03-02T09:30:00+00:00"
GOOD = QualityReport(Quality.GOOD)
TABLES = load_tables()


class StagedSession:
    """Shows whatever snapshot it is given; decisions go to a real `Treatment`."""

    has_board = True
    record_failure = None
    is_guided = True

    def __init__(
        self, *, with_plan: bool = True, n_channels: int = 8, policy: Policy | None = None
    ) -> None:
        self.montage = default_montage(n_channels)
        self.tables = TABLES
        self.record_path: Path | None = None
        self.error = None
        self.history = VisitHistory()
        self.ended = threading.Event()
        self.events: list[tuple[str, dict]] = []
        self.protocols: list = []
        self.reseated = False
        self.hum_hz = None
        self.gave_up = self.contacts = self.reconnects = self.others_taken = 0
        self.guide = Guide(self._record)
        self.stopped = False
        self.now_s = 100.0
        self.columns = ColumnRing(n_channels, FS_HZ)
        self.treatment = Treatment(
            self.tables,
            record=self._record,
            now_s=lambda: self.now_s,
            today=lambda: date(2026, 3, 2),
            policy=policy,
        )
        if with_plan:
            self.treatment.set_plan(load_plan(demo_plan_path(), self.tables))
        self._snapshot = self.live()

    def _record(self, *events):
        self.events += [(event.kind, dict(event.body)) for event in events]

    def snapshot(self) -> Snapshot:
        return with_progress(self._snapshot, guide=self.guide.state)

    def show(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def start_protocol(self, protocol, *, reseated=False) -> None:
        self.protocols.append(protocol)
        self.reseated = reseated

    def give_up(self) -> None:
        self.gave_up += 1

    def measure_contact(self) -> None:
        self.contacts += 1

    def reconnect(self) -> None:
        self.reconnects += 1

    def take_other_board(self) -> None:
        self.others_taken += 1

    def show_unfiltered(self, unfiltered) -> None:
        self._snapshot = with_progress(self._snapshot, unfiltered=unfiltered)

    def follow_hum(self, mains_hz) -> None:
        self.hum_hz = mains_hz

    def begin_block(self, montage) -> None:
        self.montage = montage
        self.guide.begin_block(self._snapshot.streamed.progress.measured)
        self._snapshot = self.live()

    def set_plan(self, plan, *, why="entered") -> None:
        self.treatment.set_plan(plan, why=why)

    def decide(self, decision: Decision, units=None) -> bool:
        return self.treatment.decide(decision, units)

    def move_record(self, path: Path) -> None:
        self.record_path = path

    def stop(self) -> None:
        self.stopped = True

    # -- what can be seen ---------------------------------------------------------------------

    def signal(self, seconds=5.0, *, amplitude_uv=90.0, seed=1) -> None:
        """Push a contraction between two rests into the ring."""
        n = int(seconds * FS_HZ)
        rng = np.random.default_rng(seed)
        level = np.where((np.arange(n) // 300) % 2 == 1, amplitude_uv, 2.0)
        channels = self.columns.read(0).flags.shape[1]
        samples = rng.normal(size=(channels, n)) * level
        rms = np.broadcast_to(level, samples.shape)
        self.columns.push(0, samples, rms, np.zeros(samples.shape, np.uint8))

    def calibration(self) -> Calibration:
        sites = tuple(
            SiteCalibration(site, 1.6, 90.0, (88.0, 91.0, 91.0), 2.0, 56.0)
            for site in self.montage.sites
        )
        return Calibration(sites, FS_HZ, BAND, 0.125, "OpenBCI Cyton", 24.0, NOW)

    def symmetry(self) -> Symmetry:
        left, right = (71.0, 73.0, 72.0, 70.5, 74.0), (64.0, 65.0, 63.5, 64.2, 66.0)
        index, interval = asymmetry_index(left, right)
        return Symmetry(self.montage.pairs[0], index, interval, 5, left, right, 1, BAND)

    def measurement(self) -> Measurement:
        return Measurement(
            subject="virtual patient",
            montage=self.montage,
            board="OpenBCI Cyton",
            origin=Origin.SIMULATED,
            fs_hz=FS_HZ,
            band=BAND,
            calibration=self.calibration(),
            symmetries=(self.symmetry(),),
            quality=tuple(GOOD for _ in self.montage.sites),
            locked_at_utc=NOW,
            locked_at_s=self.now_s,
        )

    def live(self, **changes) -> Snapshot:
        """Return a calibrated live moment, with anything in it changed."""
        calibration = self.calibration()
        sites = tuple(
            SiteReading(site, 40.0 + i, 44.0 + i, GOOD, 71.0 + i, 79.0 + i)
            for i, site in enumerate(self.montage.sites)
        )
        pairs = tuple(PairReading(p, None, self._limit(p.muscle)) for p in self.montage.pairs)
        stream = StreamReading(
            sequence=1,
            index=4999,
            time_s=20.0,
            age_s=0.01,
            board="OpenBCI Cyton",
            fs_hz=FS_HZ,
            measured_fs_hz=250.1,
            band=BAND,
            rms_window_s=0.125,
            sites=sites,
            taps=(),
            placement=1,
            cue=None,
            cue_left_s=0.0,
            calibration=calibration,
            calibration_text="",
            lost_samples=0,
            recorded_s=20.0,
        )
        snapshot = Snapshot(
            link=LinkState.LIVE,
            link_text="",
            origin=Origin.SIMULATED,
            treatment=self.treatment.state,
            pairs=pairs,
            record_text="",
            notes=(),
            stream=stream,
        )
        return changed(snapshot, **changes)

    def uncalibrated(self) -> Snapshot:
        report = QualityReport(
            Quality.UNCALIBRATED,
            "No reference contraction is locked.",
            "Run the calibration; until then read microvolts only.",
        )
        sites = tuple(SiteReading(s, 2.0, None, report) for s in self.montage.sites)
        return self.live(
            sites=sites,
            calibration=None,
            calibration_text="Not calibrated: amplitudes are in µV only.",
        )

    def contracting(self) -> Snapshot:
        cue = Cue(
            CueKind.CONTRACT,
            CuePurpose.MEASUREMENT,
            "Raise both brows and hold",
            13.5,
            16.0,
            ("frontalis",),
            2,
            5,
        )
        return self.live(cue=cue, cue_left_s=1.4)

    def with_bad_electrode(self) -> Snapshot:
        report = QualityReport(
            Quality.RAILED,
            "The input is at the end of its range, or was within the last 2 s.",
            "Re-seat the electrode, dry the skin around it, lower the gain.",
        )
        snapshot = self.live()
        before = snapshot.streamed.sites
        bad = SiteReading(before[3].site, None, None, report)
        return changed(snapshot, sites=(*before[:3], bad, *before[4:]))

    def locked(self) -> Snapshot:
        self.treatment.lock_measurement(self.measurement())
        first = PairReading(self.montage.pairs[0], self.symmetry(), self._limit("frontalis"))
        snapshot = self.live()
        return replace(snapshot, pairs=(first, *snapshot.pairs[1:]))

    def lost(self) -> Snapshot:
        report = QualityReport(
            Quality.STALE, "The newest sample is 1.9 s old.", "Check the board's power."
        )
        sites = tuple(SiteReading(s, None, None, report) for s in self.montage.sites)
        return self.live(
            link=LinkState.LOST,
            link_text="The board is lost. Check its power, its battery and the dongle.",
            sites=sites,
        )

    def _limit(self, muscle: str) -> float | None:
        healthy = self.tables.healthy_range(muscle)
        return None if healthy is None else healthy.limit95_percent


def taps(session, bad=()):
    return tuple(
        Tap(site, TapVerdict.SWAPPED if site.channel in bad else TapVerdict.PROVEN, site)
        for site in session.montage.sites
    )


def changed(snapshot, **changes):
    """Return `snapshot` with fields of it, of its stream part or of its treatment part changed."""
    parts = {"stream": snapshot.stream, "treatment": snapshot.treatment}
    for name, part in parts.items():
        own = {key: changes.pop(key) for key in tuple(changes) if hasattr(part, key)}
        changes[name] = replace(part, **own)
    return replace(snapshot, **changes)


def with_progress(snapshot, **changes):
    return changed(snapshot, progress=replace(snapshot.streamed.progress, **changes))
