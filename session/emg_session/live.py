"""`LiveSession`: a visit with one board, whose stream is recorded, analysed and shown.

Every chunk goes to the recorder first (nothing is lost for want of time to look at it), then to
the analysis, and a snapshot is published ten times a second of stream time. Windows read the
newest snapshot and the column ring and can never hold the stream up.
"""

from __future__ import annotations

import queue
from collections.abc import Callable
from dataclasses import replace

from emg_device.base import Device
from emg_device.info import DeviceInfo
from emg_session.acquisition import Acquisition
from emg_session.analysis import Analysis, SessionSettings
from emg_session.columns import ColumnRing
from emg_session.comeback import waiting_text
from emg_session.contact_meter import MEASURING_CONTACT, ContactMeter
from emg_session.guide import Guide
from emg_session.link import LinkState, link_text
from emg_session.measuring import Conditions, Measuring
from emg_session.methods import completed
from emg_session.protocol import Protocol
from emg_session.rate_watch import WRONG_RATE, RateWatch
from emg_session.returns import (
    AWAY,
    OTHER_ORIGIN,
    Returns,
    changed,
    misfit_of,
    require_fitting,
)
from emg_session.snapshot import SiteReading, Snapshot
from emg_session.snapshot_maker import SnapshotMaker, silent
from emg_session.store import NewEvent
from emg_session.stream_settings import StreamSettings
from emg_session.visit import Visit, VisitSetup
from emg_signal.calibration import Calibration
from emg_signal.chunk import Chunk, FloatArray, Origin
from emg_signal.document import as_document
from emg_signal.errors import DeviceLostError, EmgError
from emg_signal.filters import FilterDesign, design_filters
from emg_signal.montage import Montage
from emg_signal.phrase import say


class LiveSession(Visit):
    """Streams one device through the whole way from bytes to suggestion.

    Parameters
    ----------
    device
        Constructed, not opened; the session opens and closes it.
    montage
        Which channel is which site.
    setup
        Whose visit it is, and what it begins with.
    settings
        Band, notch, window.
    protocol
        Cues to follow from the first sample on, or None.
    calibration
        One made before, or None.
    on_protocol
        Told of every protocol that a person begins, and with None of its end before its time: a
        virtual patient does what it asks.
    is_guided
        Whether a person begins the steps of the measurement; False where `protocol` is all there
        is, as in a training case.
    awaits_return
        Whether a board that is lost is waited for; else the stream ends with it. What is played
        back is never waited for.
    """

    has_board = True

    def __init__(
        self,
        device: Device,
        montage: Montage,
        setup: VisitSetup | None = None,
        *,
        settings: SessionSettings | None = None,
        protocol: Protocol | None = None,
        calibration: Calibration | None = None,
        on_protocol: Callable[[Protocol | None], None] = lambda protocol: None,
        is_guided: bool = True,
        awaits_return: bool = True,
    ) -> None:
        super().__init__(setup or VisitSetup())
        self.montage = montage
        self.settings = settings or SessionSettings()
        self.is_guided = is_guided
        self._awaits_return = awaits_return
        self.guide = Guide(self._put_on_record)
        self._device = device
        self._protocol, self._calibration = protocol, calibration
        self._on_protocol = on_protocol
        self._contact = ContactMeter(device, montage)
        self._subscribers: list[queue.SimpleQueue[Snapshot]] = []
        self._info: DeviceInfo | None = None
        self._analysis: Analysis | None = None
        self._snapshots: SnapshotMaker | None = None
        self._acquisition: Acquisition | None = None
        self._newest_index, self._lost_samples, self._arrived_s = -1, 0, 0.0
        self._returns = Returns()
        self._rate = RateWatch()

    # -- life ---------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Open the board, let it stream and begin the record.

        The record comes after all that may be refused, so that a refusal leaves no file behind
        and the same session can be started again.
        """
        setup, info = self._setup, self._device.open()
        if setup.plan is not None:
            self.treatment.require_own(setup.plan)
        analysis = self._analysis = self._analyse(info)
        self._info = info
        self._contact.begin()
        # Before the record: a board that cannot stream leaves no file behind.
        self._device.start()
        if self.record_path is not None:
            self._record.begin(self._new_record(self.record_path))
            self._record.board(info)
            self._put_on_record(NewEvent("settings", as_document(self._recorded_with(info))))
        self._meet(info.origin)
        if setup.plan is not None:
            self.treatment.set_plan(setup.plan)
        self._snapshots = SnapshotMaker(
            self._device,
            info,
            analysis,
            tables=self.tables,
            record=self._record,
            notes=setup.notes,
            subscribers=self._subscribers,
        )
        self._acquisition = Acquisition(self._device, self)
        self._arrived_s = self._clocks.now_s()
        self._awaits_return &= info.origin is not Origin.PLAYBACK
        self._publish_silence(LinkState.CONNECTING)
        self._acquisition.start()

    def _let_go(self) -> None:
        if self._acquisition is not None:
            self._acquisition.stop()
        self._device.close()
        super()._let_go()

    def _analyse(self, info: DeviceInfo) -> Analysis:
        """Return the analysis of what the board will send, at the cues to begin with."""
        design = self._design(info)
        conditions = self._conditions(info, design)
        require_fitting(self._calibration, conditions)
        measuring = self._measuring(conditions, self._calibration)
        analysis = Analysis(design, info.n_channels, measuring, self.settings)
        if self._protocol is not None:
            analysis.start_protocol(self._protocol, 0)
        return analysis

    def _design(self, info: DeviceInfo) -> FilterDesign:
        """Return the filters for a board; raise if it or its rate does not carry what is set."""
        self.montage.require_channels(info.n_channels, info.board)
        settings = self.settings
        return design_filters(
            info.fs_hz,
            band=settings.band,
            mains_hz=settings.mains_hz,
            board_high_hz=info.board_high_hz,
        )

    def _conditions(self, info: DeviceInfo, design: FilterDesign) -> Conditions:
        return Conditions(
            subject=self.treatment.subject,
            montage=self.montage,
            board=info.board,
            origin=info.origin,
            gain=info.gain,
            fs_hz=info.fs_hz,
            band=design.true_band,
            rms_window_s=self.settings.rms_window_s,
            notch_hz=design.mains_hz,
        )

    def _measuring(self, conditions: Conditions, calibration: Calibration | None) -> Measuring:
        clocks = self._clocks
        return Measuring(conditions, calibration, utc_now=clocks.utc, now_s=clocks.now_s)

    def _recorded_with(self, info: DeviceInfo) -> StreamSettings:
        recording = completed(self.settings.recording, info)
        settings = self._running.design.settings
        return StreamSettings(settings, self.settings.rms_window_s, self.montage, recording)

    # -- what windows read --------------------------------------------------------------------

    @property
    def _running(self) -> Analysis:
        if self._analysis is None:
            raise EmgError(say("The session was not started."))
        return self._analysis

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
        newest = None if self._snapshots is None else self._snapshots.newest
        if newest is None or self._acquisition is None:
            raise EmgError(say("The session was not started."))
        progress = replace(
            newest.streamed.progress, contact=self._contact.check, guide=self.guide.state
        )
        stream = replace(
            newest.streamed,
            age_s=self._clocks.now_s() - self._arrived_s,
            recorded_s=self._recorded_s,
            progress=progress,
        )
        treated, record_text = self._treated(), self._record_text
        link = self._acquisition.link
        if link is LinkState.LIVE:
            return replace(newest, treatment=treated, record_text=record_text, stream=stream)
        text = MEASURING_CONTACT if self._contact.is_running else self._link_text(link)
        sites = silent(self.montage, text)
        return replace(
            newest,
            link=link,
            link_text=text,
            other_board=self._other_board,
            treatment=treated,
            record_text=record_text,
            stream=replace(stream, sites=sites, cue=None, cue_left_s=0.0),
        )

    def _link_text(self, link: LinkState) -> str:
        acquisition = self._acquisition
        error = self.error if acquisition is None else acquisition.error
        if acquisition is None or error is None or not self._is_waiting:
            return link_text(link, error)
        return waiting_text(error, acquisition.comeback)

    @property
    def _other_board(self) -> str:
        """Another board that answers and may be taken; empty if none does."""
        other = None if self._acquisition is None else self._acquisition.comeback.other
        return "" if other is None else other.board

    @property
    def _recorded_s(self) -> float:
        return self._record.recorded_s

    @property
    def _origin(self) -> Origin:
        return self.info.origin

    def listen(self, listener: Callable[[FloatArray], None] | None) -> None:
        """Let the filtered samples be heard, in the acquisition thread.

        Parameters
        ----------
        listener
            Called with every ``(n_channels, n_samples)`` of filtered samples, µV, read-only;
            the acquisition waits for it. None for nobody.
        """
        self._running.listener = listener

    def subscribe(self) -> queue.SimpleQueue[Snapshot]:
        """Return a queue that gets every snapshot from now on."""
        subscriber: queue.SimpleQueue[Snapshot] = queue.SimpleQueue()
        self._subscribers.append(subscriber)
        return subscriber

    # -- what a person does -------------------------------------------------------------------

    def _act(self, act: Callable[[int], None]) -> None:
        if self._acquisition is None:
            raise EmgError(say("The session was not started."))
        self._acquisition.act(act)

    def start_protocol(self, protocol: Protocol, *, reseated: bool = False) -> None:
        """Begin a cue protocol at the newest sample; one that is running is given up.

        With `reseated` the electrodes were taken off and put on again: a second placement.
        """
        asked_in = self._returns.count

        def begin(index: int) -> None:
            if asked_in != self._returns.count:
                return  # it was asked for before the board went: nobody holds still for it now
            if self._rate.report is not None:
                why = self._rate.report.cause
                self._running.measuring.give_up(protocol.cues[0].purpose, why)
                return
            self._running.start_protocol(protocol, index, reseated=reseated)
            self._on_protocol(protocol)

        self._act(begin)

    def give_up(self) -> None:
        """End the running protocol, or contact; what was locked already stays."""
        self._contact.give_up()

        def end(index: int) -> None:
            self._running.give_up(index)
            self._on_protocol(None)

        self._act(end)

    def show_unfiltered(self, unfiltered: bool) -> None:
        """Put samples before (or again after) the filters into the lanes, from now on."""

        def change(index: int) -> None:
            self._running.unfiltered = unfiltered

        self._act(change)

    def measure_contact(self) -> None:
        """Measure the impedance of the electrodes, if this board can; EMG is not read then."""
        if self._is_waiting:
            self._contact.refuse(AWAY)
        else:
            self._contact.ask()

    def reconnect(self) -> None:
        """Look for a lost board at once; nothing while none is lost."""
        acquisition = self._acquisition
        if acquisition is not None and acquisition.link is LinkState.LOST:
            acquisition.comeback.try_now()

    def take_other_board(self) -> None:
        """Go on with the other board that answers; its leads and its reference are new."""
        if self._acquisition is not None:
            self._acquisition.comeback.take_other()

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
            self._running.take_montage(self._measuring(conditions, None))
            self._put_on_record(NewEvent("block", {"montage": as_document(montage)}))

        self._act(change)

    # -- what the acquisition thread tells ----------------------------------------------------

    def between(self) -> None:
        """Measure contact if somebody asked for it: the stream is stopped meanwhile."""
        if not self._contact.wanted:
            return
        if self._running.purpose_at(self._newest_index + 1) is not None:
            self._contact.refuse(say("Not while a protocol runs: give it up first."))
            return
        sites = [as_document(site) for site in self._contact.run()]
        self._put_on_record(NewEvent("contact", {"sites": sites}))

    def keep(self, chunk: Chunk) -> None:
        """Put samples on record."""
        self._record.chunk(chunk, self._device.info)

    def take(self, chunk: Chunk) -> None:
        """Analyse samples, and publish what they show."""
        measuring = self._running.measuring
        self._arrived_s = chunk.t0_s
        self._lost_samples += chunk.lost
        before = measuring.calibration
        for index, readings in self._running.push(chunk):
            self._newest_index = index
            self._watch_rate()
            self._judge_return(readings)
            self._lock_what_is_new(before)
            before = measuring.calibration
            self._publish(readings, LinkState.LIVE)

    def fall_silent(self, link: LinkState) -> None:
        """Publish that there are no numbers, once for each thing to be said of the link."""
        newest = None if self._snapshots is None else self._snapshots.newest
        said = (link, self._link_text(link))
        if newest is None or (newest.link, newest.link_text) != said:
            self._publish_silence(link)

    def _watch_rate(self) -> None:
        """Stop what is measured while the rate is wrong, and let it go on afterwards."""
        info = self.info
        measured_hz = self._device.health.measured_fs_hz
        if not self._rate.look(info.fs_hz, measured_hz, self._newest_index / info.fs_hz):
            return
        report = self._running.stopped = self._rate.report
        if report is not None:
            self._running.give_up(self._newest_index + 1, report.cause)
            self._on_protocol(None)
        self.treatment.doubt("" if report is None else WRONG_RATE)
        text = "" if report is None else report.cause
        self._put_on_record(NewEvent("rate wrong" if text else "rate right", {"text": text}))

    # -- a lost board, and its return ------------------------------------------------------------

    @property
    def _is_waiting(self) -> bool:
        """Whether a board is lost and waited for."""
        return self._returns.is_waiting

    def lose(self, error: DeviceLostError) -> bool:
        """Give up what runs, say that the board is lost, and wait for it if that is wanted."""
        if not self._awaits_return:
            return False
        self.error = error
        collector = self._running.collector
        begins_anew = collector is not None and collector.protocol is self._protocol
        self._returns.lose(self._clocks.now_s(), begins_anew=begins_anew)
        self._running.give_up(self._newest_index + 1, say("The board was lost before its end."))
        self._on_protocol(None)
        if self._contact.wanted:
            self._contact.refuse(AWAY)
        self._put_on_record(NewEvent("link lost", {"text": str(error)}))
        self._publish_silence(LinkState.LOST)
        return True

    def refusal_of(self, info: DeviceInfo) -> str:
        """Return why another board cannot go on with this visit; empty if it could."""
        if info.origin is not self.info.origin:
            return OTHER_ORIGIN
        try:
            self._design(info)
        except EmgError as error:
            return str(error)
        return ""

    def come_back(self, info: DeviceInfo) -> None:
        """Go on in a new segment: with the reference if the board is the same, else without."""
        before, self._info, self.error = self.info, info, None
        calibration = self._running.measuring.calibration
        design = self._design(info)
        why = misfit_of(calibration, before, info, self._conditions(info, design))
        if changed(before, info):
            self._renew(info, design, why)
        self._contact.begin()
        away_s = self._returns.end(self._clocks.now_s(), calibration, why)
        body = {"board": info.board, "serial": info.serial, "away_s": away_s, "dropped": why}
        self._put_on_record(NewEvent("link back", body))
        if self._returns.begins_anew and self._protocol is not None:
            self.start_protocol(self._protocol)

    def _renew(self, info: DeviceInfo, design: FilterDesign, why: str) -> None:
        """Measure with another board, or with other settings of it, from now on."""
        before = self._running
        measuring = self._measuring(self._conditions(info, design), None)
        measuring.text = why or measuring.text
        analysis = Analysis(design, info.n_channels, measuring, self.settings)
        analysis.unfiltered, analysis.listener = before.unfiltered, before.listener
        analysis.stopped = before.stopped
        self._analysis = analysis
        if self._snapshots is not None:
            self._snapshots.follow(info, analysis)
        self._put_on_record(NewEvent("settings", as_document(self._recorded_with(info))))

    def _judge_return(self, readings: tuple[SiteReading, ...]) -> None:
        """Drop the reference if an electrode came off while the board was away."""
        why = self._returns.judge(self._newest_index, self.info.fs_hz, readings)
        if why and self._running.measuring.calibration is not None:
            self._running.measuring.forget_reference(why)
            self._put_on_record(NewEvent("calibration dropped", {"why": why}))

    def end(self, link: LinkState) -> None:
        """Say that the stream is over, on the screen and on the record."""
        self.error = None if self._acquisition is None else self._acquisition.error
        was_told, is_lost = self._is_waiting, isinstance(self.error, DeviceLostError)
        self._returns.is_waiting = False
        self._publish_silence(link)
        kind = "link lost" if is_lost and not was_told else "stream ended"
        self._put_on_record(NewEvent(kind, {"text": link_text(link, self.error)}))
        self.ended.set()

    def _lock_what_is_new(self, before: Calibration | None) -> None:
        """Put a new calibration or measurement on record and answer the plan."""
        measuring = self._running.measuring
        if measuring.calibration is not None and measuring.calibration is not before:
            self._put_on_record(NewEvent("calibration", as_document(measuring.calibration)))
        locked = measuring.measurement
        if locked is not None and locked is not self.treatment.state.measurement:
            self.treatment.lock_measurement(locked, tap_test_passed=measuring.all_proven)

    @property
    def _at_index(self) -> int:
        return self._newest_index

    def _publish(self, sites: tuple[SiteReading, ...], link: LinkState) -> None:
        if self._snapshots is not None:
            self._snapshots.publish(
                sites,
                self.treatment.state,
                index=self._newest_index,
                age_s=self._clocks.now_s() - self._arrived_s,
                lost_samples=self._lost_samples,
                link=link,
                link_text=self._link_text(link),
                other_board=self._other_board,
                news=self._returns.news,
            )

    def _publish_silence(self, link: LinkState) -> None:
        """Publish that there are no numbers, and why."""
        self._publish(silent(self.montage, self._link_text(link)), link)
