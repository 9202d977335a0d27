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
from emg_session.analysis_maker import AnalysisMaker
from emg_session.columns import ColumnRing
from emg_session.contact_meter import ContactMeter
from emg_session.entries import NewEvent
from emg_session.event_names import event_name
from emg_session.guide import Guide
from emg_session.link import LinkState
from emg_session.protocol import Protocol
from emg_session.returns import AWAY
from emg_session.running import OnProtocol, Running
from emg_session.session_settings import SessionSettings
from emg_session.snapshot import Snapshot
from emg_session.snapshot_maker import SnapshotMaker, silent
from emg_session.stream import Stream, StreamParts
from emg_session.visit import Visit, VisitSetup
from emg_session.way_back import WayBack
from emg_signal.calibration import Calibration
from emg_signal.chunk import Event, FloatArray, Origin
from emg_signal.document import as_document
from emg_signal.errors import EmgError
from emg_signal.filters import FilterDesign
from emg_signal.montage import Montage
from emg_signal.phrase import say

HUM_TAKEN_OUT = say("Hum is taken out from now on. Calibrate again.")


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
        on_protocol: OnProtocol = lambda protocol: None,
        is_guided: bool = True,
        awaits_return: bool = True,
    ) -> None:
        super().__init__(setup or VisitSetup())
        self.is_guided = is_guided
        self.guide = Guide(self._put_on_record)
        self._protocol, self._calibration = protocol, calibration
        maker = AnalysisMaker(
            montage, settings or SessionSettings(), self.treatment.subject, self._clocks
        )
        self._running = Running(device, maker, on_protocol)
        self._contact = ContactMeter(device, montage)
        self._subscribers: list[queue.SimpleQueue[Snapshot]] = []
        self._snapshots = SnapshotMaker(
            self._running,
            tables=self.tables,
            record=self._record,
            notes=self._notes,
            subscribers=self._subscribers,
        )
        self._stream = Stream(self._parts(), awaits_return=awaits_return, on_end=self.ended.set)

    def _parts(self) -> StreamParts:
        record, clocks = self._put_on_record, self._clocks
        return StreamParts(
            running=self._running,
            snapshots=self._snapshots,
            contact=self._contact,
            way_back=WayBack(self._running, record, clocks.now_s, self._protocol),
            treatment=self.treatment,
            samples=self._record,
            record=record,
            clocks=clocks,
        )

    # -- life ---------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Open the board, let it stream and begin the record.

        The record comes after all that may be refused, so that a refusal leaves no file behind
        and the same session can be started again.
        """
        running, plan = self._running, self._setup.plan
        if plan is not None:
            self.treatment.require_own(plan)
        info = running.open(self._calibration, self._protocol)
        self._contact.begin()
        # Before the record: a board that cannot stream leaves no file behind.
        running.device.start()
        if self.record_path is not None:
            self._record.begin(self._new_record(self.record_path))
            self._record.board(info)
            settings = running.maker.recorded(info, running.analysis.design)
            self._put_on_record(NewEvent("settings", as_document(settings)))
        self.treatment.begin()
        self._meet(info.origin)
        if plan is not None:
            self.treatment.set_plan(plan)
        self._stream.start()

    def _let_go(self) -> None:
        self._stream.stop()
        self._running.device.close()
        super()._let_go()

    # -- what windows read --------------------------------------------------------------------

    @property
    def error(self) -> EmgError | None:
        """Why nothing comes; None while all is well."""
        return self._stream.error

    @property
    def montage(self) -> Montage:
        """Which channel is which site now."""
        return self._running.maker.montage

    @property
    def settings(self) -> SessionSettings:
        """Band, notch, window."""
        return self._running.maker.settings

    @property
    def columns(self) -> ColumnRing:
        """Pixel columns of all channels."""
        return self._running.analysis.columns

    @property
    def info(self) -> DeviceInfo:
        """What the board said of itself; before the start, of a board that is open."""
        return self._running.info

    @property
    def design(self) -> FilterDesign:
        """The filters in use."""
        return self._running.analysis.design

    def snapshot(self) -> Snapshot:
        """Return the newest snapshot, aged by the clock: a reader needs no watchdog."""
        newest = self._snapshots.newest
        if newest is None:
            raise EmgError(say("The session was not started."))
        progress = replace(
            newest.streamed.progress, contact=self._contact.check, guide=self.guide.state
        )
        stream = replace(
            newest.streamed,
            age_s=self._stream.age_s,
            recorded_s=self._record.recorded_s,
            progress=progress,
        )
        aged = replace(
            newest, treatment=self._treated(), record_text=self._record_text, stream=stream
        )
        link = self._stream.link
        return aged if link is LinkState.LIVE else self._without_numbers(aged, link)

    def _without_numbers(self, newest: Snapshot, link: LinkState) -> Snapshot:
        """Return a snapshot of a link that brings nothing now."""
        if self._contact.is_running and link is LinkState.CONNECTING:
            link = LinkState.CONTACT
        text = self._stream.text_of(link)
        sites = silent(self.montage, text, link)
        return replace(
            newest,
            link=link,
            link_text=text,
            other_board=self._stream.other_board,
            stream=replace(newest.streamed, sites=sites, cue=None, cue_left_s=0.0),
        )

    @property
    def _origin(self) -> Origin:
        return self.info.origin

    @property
    def _at_index(self) -> int:
        return self._running.index

    def listen(self, listener: Callable[[FloatArray], None] | None) -> None:
        """Let the filtered samples be heard, in the acquisition thread.

        Parameters
        ----------
        listener
            Called with every ``(n_channels, n_samples)`` of filtered samples, µV, read-only;
            the acquisition waits for it. None for nobody.
        """
        self._running.analysis.listener = listener

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
        self._stream.start_protocol(protocol, reseated=reseated)

    @property
    def index(self) -> int:
        """Newest sample that was read out; −1 before the first."""
        return self._running.index

    def mark(self, name: str, source: str = "key", *, index: int | None = None) -> None:
        """Put a named event on record, at the newest sample or at one that was newest before.

        Parameters
        ----------
        name
            One line of at most `LONGEST_EVENT` letters.
        source
            What gave it: ``key`` or ``pedal``; a board's own are ``board``.
        index
            Sample that it belongs to; None for the newest.

        Raises
        ------
        EmgError
            The name is empty or too long, holds an unseen sign, or the session was not started.
        """
        name = event_name(name)
        at = self._running.index if index is None else index
        self._stream.act(lambda _: self._stream.mark(Event(max(at, 0), name), source))

    def give_up(self) -> None:
        """End the running protocol, or contact; what was locked already stays."""
        self._contact.give_up()
        self._stream.act(self._running.give_up)

    def show_unfiltered(self, unfiltered: bool) -> None:
        """Put samples before (or again after) the filters into the lanes, from now on."""

        def change(index: int) -> None:
            self._running.analysis.unfiltered = unfiltered

        self._stream.act(change)

    def measure_contact(self) -> None:
        """Measure the impedance of the electrodes, if this board can; EMG is not read then."""
        if self._stream.is_waiting:
            self._contact.refuse(AWAY)
        else:
            self._contact.ask()

    def reconnect(self) -> None:
        """Look for a lost board at once; nothing while none is lost."""
        comeback = self._stream.comeback
        if comeback is not None and self._stream.link is LinkState.LOST:
            comeback.try_now()

    def take_other_board(self) -> None:
        """Go on with the other board that answers; its leads and its reference are new."""
        if self._stream.comeback is not None:
            self._stream.comeback.take_other()

    def follow_hum(self, mains_hz: float) -> None:
        """Take hum out from now on, looked for anew; a reference is to be made anew.

        Parameters
        ----------
        mains_hz
            At which hum is looked for first, Hz.

        Raises
        ------
        FilterDesignError
            The board's rate does not carry it.
        """
        running = self._running
        settings = replace(self.settings, mains_hz=mains_hz)
        running.maker.require(running.info, settings)

        def change(index: int) -> None:
            running.give_up(index, HUM_TAKEN_OUT)
            running.use(settings, HUM_TAKEN_OUT)
            recorded = running.maker.recorded(running.info, running.analysis.design)
            self._put_on_record(NewEvent("settings", as_document(recorded)))

        self._stream.act(change)

    def begin_block(self, montage: Montage) -> None:
        """Measure other pairs from now on: the electrodes were moved to the next block.

        Raises
        ------
        MontageError
            A channel that the board does not have.
        """
        running = self._running
        montage.require_channels(self.info.n_channels, self.info.board)
        running.maker.montage = montage
        self.guide.begin_block(running.analysis.measuring.measured)
        self._contact.forget(montage)

        def change(index: int) -> None:
            analysis = running.analysis
            analysis.take_montage(running.maker.other_pairs(analysis.conditions))
            self._put_on_record(NewEvent("block", {"montage": as_document(montage)}))

        self._stream.act(change)
