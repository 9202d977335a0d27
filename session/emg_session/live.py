"""`LiveSession`: one board, one acquisition thread, one record, one treatment.

The acquisition thread is the only one that touches the device. It hands every chunk to the
recorder first (nothing is lost for want of time to look at it), then to the analysis, and
publishes a snapshot ten times a second of stream time. Windows read the newest snapshot and the
column ring and can never hold it up.
"""

from __future__ import annotations

import datetime as dt
import queue
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from emg_device.base import Device
from emg_device.info import DeviceInfo, DeviceState
from emg_dosing.plan import Plan
from emg_dosing.tables import Tables
from emg_session.analysis import Analysis, SessionSettings
from emg_session.clocks import local_date, utc_now
from emg_session.columns import ColumnRing
from emg_session.contact_meter import MEASURING_CONTACT, ContactMeter
from emg_session.decisions import Decision
from emg_session.guide import Guide
from emg_session.link import LinkState, link_state, link_text
from emg_session.measuring import Conditions, Measuring
from emg_session.methods import completed
from emg_session.protocol import Protocol
from emg_session.session_record import SessionRecord
from emg_session.snapshot import SiteReading, Snapshot
from emg_session.snapshot_maker import SnapshotMaker, silent
from emg_session.stream_settings import StreamSettings
from emg_session.treatment import Treatment
from emg_session.visit_history import VisitHistory
from emg_session.visits import VisitFolder
from emg_signal.calibration import Calibration
from emg_signal.chunk import Chunk, FloatArray
from emg_signal.document import as_document
from emg_signal.errors import ConfigError, DeviceLostError, EmgError
from emg_signal.filters import FilterDesign, design_filters
from emg_signal.montage import Montage
from emg_signal.phrase import say

READ_S = 0.05
"""Longest wait for samples, so that a stop or a lost link is noticed soon."""


REFRESH_S = 1.0
"""So often it is asked whether a suggestion still holds, also when the board is long gone."""


class LiveSession:
    """Streams one device through the whole way from bytes to suggestion.

    Parameters
    ----------
    device
        Constructed, not opened; the session opens and closes it.
    montage
        Which channel is which site.
    settings
        Band, notch, window.
    plan, tables
        The injector's plan and the dosing tables; without tables dosing is off.
    protocol
        Cues to follow from the first sample on, or None.
    calibration
        One made before, or None.
    record
        New file to record into, or None.
    folder
        Where earlier visits are looked for, or None.
    on_protocol
        Told of every protocol that a person begins, and with None of its end before its time: a
        virtual patient does what it asks.
    is_guided
        Whether a person begins the steps of the measurement; False where `protocol` is all there
        is, as in a training case.
    notes
        What a person must know from the start (why dosing is off), one line each.
    clock, utc, today
        Monotonic seconds, time of day and local date.
    """

    has_board = True

    def __init__(
        self,
        device: Device,
        montage: Montage,
        *,
        settings: SessionSettings | None = None,
        plan: Plan | None = None,
        tables: Tables | None = None,
        protocol: Protocol | None = None,
        calibration: Calibration | None = None,
        record: Path | None = None,
        folder: VisitFolder | None = None,
        on_protocol: Callable[[Protocol | None], None] = lambda protocol: None,
        is_guided: bool = True,
        notes: tuple[str, ...] = (),
        clock: Callable[[], float] = time.monotonic,
        utc: Callable[[], str] = utc_now,
        today: Callable[[], dt.date] = local_date,
    ) -> None:
        self.montage = montage
        self.settings = settings or SessionSettings()
        self.tables = tables
        self.record_path = record
        self.history = VisitHistory()
        self.is_guided = is_guided
        self._folder = folder
        self.error: EmgError | None = None
        self.ended = threading.Event()
        self._device = device
        self._plan, self._protocol, self._calibration = plan, protocol, calibration
        self._clock, self._utc, self._today = clock, utc, today
        self._notes, self._on_protocol = notes, on_protocol
        self._analysis: Analysis | None = None
        self._record: SessionRecord | None = None
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()
        self._acts: queue.SimpleQueue[Callable[[int], None]] = queue.SimpleQueue()
        self._subscribers: list[queue.SimpleQueue[Snapshot]] = []
        self._snapshot: Snapshot | None = None
        self._refreshed_s = 0.0
        self._lost_samples = 0
        self._newest_index = -1
        self._arrived_s = 0.0
        self.treatment = Treatment(
            tables,
            record=self._record_event,
            now_s=clock,
            today=today,
            subject=self.settings.subject,
        )
        self.guide = Guide(self._record_event)
        self._info: DeviceInfo | None = None
        self._contact = ContactMeter(device, montage)

    # -- life ---------------------------------------------------------------------------------

    def start(self) -> None:
        """Open the device and the record, and start streaming; once per session.

        Raises
        ------
        DeviceError, MontageError, FilterDesignError, ConfigError, RecordError
            Nothing is left open then.
        """
        if self._snapshot is not None:
            return
        info = self._device.open()
        try:
            self._prepare(info)
            self._device.start()
        except BaseException:
            self._device.close()
            self._close_record()
            raise
        self._arrived_s = self._clock()
        self._thread = threading.Thread(target=self._run, name="acquisition", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop streaming, close the device and seal the record; may be called twice."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self._device.close()
        self._close_record()

    def __enter__(self) -> Self:
        """Start, and return the session."""
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop, whatever happened."""
        self.stop()

    # -- what windows read --------------------------------------------------------------------

    @property
    def columns(self) -> ColumnRing:
        """Pixel columns of all channels."""
        return self._running.columns

    @property
    def info(self) -> DeviceInfo:
        """What the board said of itself; before the start, of a board that is open."""
        return self._device.info if self._info is None else self._info

    @property
    def design(self) -> FilterDesign:
        """The filters in use."""
        return self._running.design

    def snapshot(self) -> Snapshot:
        """Return the newest snapshot, aged by the clock: a reader needs no watchdog."""
        newest = self._snapshot
        if newest is None:
            raise EmgError("The session was not started.")
        if self._clock() - self._refreshed_s >= REFRESH_S:
            self._refreshed_s = self._clock()
            self.treatment.refresh()
        state = self.treatment.state
        recorded_s, record_text = self._recorded()
        newest = replace(
            newest,
            age_s=self._clock() - self._arrived_s,
            findings=state.findings,
            suggestion=state.suggestion,
            measurement=state.measurement,
            recorded_s=recorded_s,
            record_text=record_text,
            progress=replace(newest.progress, contact=self._contact.check, guide=self.guide.state),
        )
        link = self._link()
        if link is LinkState.LIVE:
            return newest
        text = MEASURING_CONTACT if self._contact.is_running else link_text(link, self.error)
        return replace(
            newest,
            link=link,
            link_text=text,
            sites=silent(self.montage, text),
            cue=None,
            cue_left_s=0.0,
        )

    def listen(self, listener: Callable[[FloatArray], None] | None) -> None:
        """Call `listener` in the acquisition thread with filtered samples, µV; None ends it."""
        self._running.listener = listener

    def subscribe(self) -> queue.SimpleQueue[Snapshot]:
        """Return a queue that gets every snapshot from now on."""
        subscriber: queue.SimpleQueue[Snapshot] = queue.SimpleQueue()
        self._subscribers.append(subscriber)
        return subscriber

    # -- what a person does -------------------------------------------------------------------

    def start_protocol(self, protocol: Protocol, *, reseated: bool = False) -> None:
        """Begin a cue protocol at the newest sample; one that is running is given up.

        With `reseated` the electrodes were taken off and put on again: a second placement.
        """

        def begin(index: int) -> None:
            self._running.start_protocol(protocol, index, reseated=reseated)
            self._on_protocol(protocol)

        self._acts.put(begin)

    def give_up(self) -> None:
        """End the running protocol, or contact; what was locked already stays."""
        self._contact.give_up()

        def end(index: int) -> None:
            self._running.give_up(index)
            self._on_protocol(None)

        self._acts.put(end)

    def show_unfiltered(self, unfiltered: bool) -> None:
        """Put samples before (or again after) the filters into the lanes, from now on."""

        def change(index: int) -> None:
            self._running.unfiltered = unfiltered

        self._acts.put(change)

    def measure_contact(self) -> None:
        """Measure the impedance of the electrodes, if this board can; EMG is not read then."""
        self._contact.ask()

    def begin_block(self, montage: Montage) -> None:
        """Measure other pairs from now on: the electrodes were moved to the next block.

        Raises
        ------
        MontageError
            A channel that the board does not have.
        """
        montage.require_channels(self.info.n_channels, self.info.board)
        self.montage = montage
        self.guide.begin_block(self._running.measuring.measured)
        self._contact.forget(montage)

        def change(index: int) -> None:
            conditions = replace(self._running.conditions, montage=montage)
            measuring = Measuring(conditions, None, utc_now=self._utc, now_s=self._clock)
            self._running.take_montage(measuring)
            self._record_event("block", {"montage": as_document(montage)})

        self._acts.put(change)

    def set_plan(self, plan: Plan, *, why: str = "entered") -> None:
        """Make `plan` the newest version; the suggestion on the screen is withdrawn."""
        self.treatment.set_plan(plan, why=why)

    def decide(self, decision: Decision) -> bool:
        """Record a person's answer to the suggestion; False if it was answered already."""
        return self.treatment.decide(decision)

    # -- acquisition --------------------------------------------------------------------------

    @property
    def _running(self) -> Analysis:
        if self._analysis is None:
            raise EmgError("The session was not started.")
        return self._analysis

    def _prepare(self, info: DeviceInfo) -> None:
        self.montage.require_channels(info.n_channels, info.board)
        design = design_filters(
            info.fs_hz,
            band=self.settings.band,
            mains_hz=self.settings.mains_hz,
            board_high_hz=info.board_high_hz,
        )
        self._info = info
        self.history = VisitHistory(
            self._folder, self.settings.subject, info.origin, self.record_path
        )
        conditions = Conditions(
            subject=self.settings.subject,
            montage=self.montage,
            board=info.board,
            origin=info.origin,
            gain=info.gain,
            fs_hz=info.fs_hz,
            band=design.true_band,
            rms_window_s=self.settings.rms_window_s,
            notch_hz=design.mains_hz,
        )
        _require_fitting(self._calibration, conditions)
        measuring = Measuring(conditions, self._calibration, utc_now=self._utc, now_s=self._clock)
        self._analysis = Analysis(design, info.n_channels, measuring, self.settings)
        if self.record_path is not None:
            self._open_record(self.record_path, info)
        if self._protocol is not None:
            self._analysis.start_protocol(self._protocol, 0)
        self.treatment.know_toxin(self.history.toxin_days(self._today()))
        if self._plan is not None:
            self.treatment.set_plan(self._plan)
        self._maker = SnapshotMaker(
            self._device,
            info,
            self._analysis,
            self.treatment,
            self.tables,
            self._recorded,
            self._notes,
        )
        self._contact.begin()
        self._publish_silence(LinkState.CONNECTING)

    def _run(self) -> None:
        try:
            while not self._stopping.is_set() and self._device.state is not DeviceState.ENDED:
                if self._contact.wanted:
                    self._measure_contact()
                chunk = self._device.read(READ_S)
                if chunk is not None:
                    self._take(chunk)
                elif (link := self._link()) is not self._newest.link:
                    self._publish_silence(link)
        except EmgError as error:
            self.error = error
        except Exception as error:
            # The screen must not go on showing numbers; the traceback is for whoever mends it.
            self.error = EmgError(
                say("The session stopped by a fault of the program: {error!s}.", error=repr(error))
            )
            raise
        finally:
            self._end()

    def _take(self, chunk: Chunk) -> None:
        if self._record is not None:
            self._record.chunk(chunk, self._device.info)
        analysis = self._running
        self._arrived_s = chunk.t0_s
        self._lost_samples += chunk.lost
        while not self._acts.empty():
            self._acts.get()(chunk.first_index)
        before = analysis.measuring.calibration
        for index, readings in analysis.push(chunk):
            self._newest_index = index
            self._lock_what_is_new(before)
            before = analysis.measuring.calibration
            self._publish(index, readings, LinkState.LIVE)

    def _measure_contact(self) -> None:
        if self._running.purpose_at(self._newest_index + 1) is not None:
            self._contact.refuse(say("Not while a protocol runs: give it up first."))
            return
        sites = self._contact.run()
        self._record_event("contact", {"sites": [as_document(each) for each in sites]})

    def _lock_what_is_new(self, before: Calibration | None) -> None:
        """Put a new calibration or measurement on record and answer the plan."""
        measuring = self._running.measuring
        if measuring.calibration is not None and measuring.calibration is not before:
            self._record_event("calibration", as_document(measuring.calibration))
        locked = measuring.measurement
        if locked is not None and locked is not self.treatment.state.measurement:
            self.treatment.lock_measurement(locked, tap_test_passed=measuring.all_proven)

    def _end(self) -> None:
        """Let go of the board and say so, on the screen and on the record."""
        link = self._link()
        link = LinkState.ENDED if link is LinkState.LIVE else link
        self._publish_silence(link)
        text = link_text(link, self.error)
        kind = "link lost" if isinstance(self.error, DeviceLostError) else "stream ended"
        self._record_event(kind, {"text": text})
        self.ended.set()

    def _open_record(self, path: Path, info: DeviceInfo) -> None:
        self._record = SessionRecord.create(
            path, subject=self.settings.subject, origin=info.origin, utc_now=self._utc
        )
        self._record.board(info)
        settings = StreamSettings(
            self._running.design.settings,
            self.settings.rms_window_s,
            self.montage,
            completed(self.settings.recording, info),
        )
        self._record_event("settings", as_document(settings))

    def _record_event(self, kind: str, body: Mapping[str, Any], *, key: str | None = None) -> None:
        if self._record is not None:
            self._record.event(kind, body, index=self._newest_index, key=key)

    def _close_record(self) -> None:
        if self._record is not None:
            self._record.close()

    # -- snapshots ----------------------------------------------------------------------------

    @property
    def _newest(self) -> Snapshot:
        if self._snapshot is None:
            raise EmgError("The session was not started.")
        return self._snapshot

    def _link(self) -> LinkState:
        return link_state(self._device.state, self.error)

    def _recorded(self) -> tuple[float, str]:
        return (self._record.recorded_s, self._record.text) if self._record else (0.0, "")

    def _publish(self, index: int, sites: tuple[SiteReading, ...], link: LinkState) -> None:
        self._snapshot = self._maker.make(
            index,
            sites,
            link=link,
            link_text=link_text(link, self.error),
            age_s=self._clock() - self._arrived_s,
            lost_samples=self._lost_samples,
        )
        for subscriber in self._subscribers:
            subscriber.put(self._snapshot)

    def _publish_silence(self, link: LinkState) -> None:
        """Publish that there are no numbers, and why."""
        readings = silent(self.montage, link_text(link, self.error))
        self._publish(self._newest_index, readings, link)


def _require_fitting(calibration: Calibration | None, conditions: Conditions) -> None:
    """Raise `ConfigError` if percentages of `calibration` would be of another amplitude."""
    if calibration is None:
        return
    misfit = calibration.misfit(
        fs_hz=conditions.fs_hz,
        band=conditions.band,
        rms_window_s=conditions.rms_window_s,
        board=conditions.board,
        gain=conditions.gain,
    )
    if misfit is not None:
        raise ConfigError(f"{misfit.site}: {misfit.reason}", misfit.remedy)
