"""`Stream`: what becomes of a board's samples, from the record to the screen.

Its methods are called in the acquisition thread, save where they say otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from emg_device.info import DeviceInfo
from emg_session.acquisition import Acquisition, StreamAct
from emg_session.clocks import Clocks
from emg_session.comeback import Comeback, waiting_text
from emg_session.contact_meter import ContactMeter
from emg_session.entries import NewEvent
from emg_session.event_names import KIND, LONGEST_EVENT, NamedMark
from emg_session.link import LinkState, link_text
from emg_session.promise import Record
from emg_session.protocol import Protocol
from emg_session.rate_watch import WRONG_RATE, RateWatch
from emg_session.returns import AWAY
from emg_session.running import Running
from emg_session.snapshot import SiteReading
from emg_session.snapshot_maker import SnapshotMaker, silent
from emg_session.treatment import Treatment
from emg_session.visit_record import VisitRecord
from emg_session.way_back import WayBack
from emg_signal.calibration import Calibration
from emg_signal.chunk import Chunk, Event, Origin
from emg_signal.document import as_document
from emg_signal.errors import DeviceLostError, EmgError
from emg_signal.phrase import say

HUM_RECORDED_EVERY_S = 60.0
"""How often the hum that is taken out goes on record; the numbers themselves follow from the raw
samples and the settings. Engineering judgement."""


@dataclass(frozen=True, slots=True)
class StreamParts:
    """What a stream hands on to.

    Parameters
    ----------
    running
        The board, and what is computed of it.
    snapshots
        Makes what windows read.
    contact
        Measures contact between two stretches of stream.
    way_back
        From a loss.
    treatment
        Is told what was locked, and what is in doubt.
    samples
        Keeps the samples.
    record
        Puts events on record.
    clocks
        For ages.
    """

    running: Running
    snapshots: SnapshotMaker
    contact: ContactMeter
    way_back: WayBack
    treatment: Treatment
    samples: VisitRecord
    record: Record
    clocks: Clocks


class Stream:
    """Takes what the acquisition thread reads.

    Parameters
    ----------
    parts
        What it hands on to.
    awaits_return
        Whether a board that is lost is waited for; else the stream ends with it. What is played
        back is never waited for.
    on_end
        Called when nothing more comes.
    """

    def __init__(
        self, parts: StreamParts, *, awaits_return: bool, on_end: Callable[[], None]
    ) -> None:
        self._parts, self._running = parts, parts.running
        self._awaits_return, self._on_end = awaits_return, on_end
        self._acquisition: Acquisition | None = None
        self._rate = RateWatch()
        self._arrived_s = 0.0
        self._hum_recorded_s = -HUM_RECORDED_EVERY_S
        self.error: EmgError | None = None
        """Why nothing comes; None while all is well."""

    # -- from any thread ------------------------------------------------------------------------

    def start(self) -> None:
        """Begin to read the board, which streams."""
        self._acquisition = Acquisition(self._running.device, self)
        self._arrived_s = self._parts.clocks.now_s()
        self._awaits_return &= self._running.info.origin is not Origin.PLAYBACK
        self._publish_silence(LinkState.CONNECTING)
        self._acquisition.start()

    def stop(self) -> None:
        """Read no more; may be called before the start, and twice."""
        if self._acquisition is not None:
            self._acquisition.stop()

    def act(self, act: StreamAct) -> None:
        """Do something before the next chunk is taken; raises `EmgError` before the start."""
        if self._acquisition is None:
            raise EmgError(say("The session was not started."))
        self._acquisition.act(act)

    def start_protocol(self, protocol: Protocol, *, reseated: bool = False) -> None:
        """Begin a cue protocol at the newest sample; see `LiveSession.start_protocol`."""
        asked_in = self._parts.way_back.losses

        def begin(index: int) -> None:
            if asked_in != self._parts.way_back.losses:
                return  # it was asked for before the board went: nobody holds still for it now
            if self._rate.report is not None:
                why = self._rate.report.cause
                self._running.analysis.measuring.give_up(protocol.cues[0].purpose, why)
                return
            self._running.begin(protocol, index, reseated=reseated)

        self.act(begin)

    @property
    def link(self) -> LinkState:
        """What the link to the board is doing."""
        return LinkState.CONNECTING if self._acquisition is None else self._acquisition.link

    @property
    def is_waiting(self) -> bool:
        """Whether a board is lost and waited for."""
        return self._parts.way_back.is_waiting

    @property
    def comeback(self) -> Comeback | None:
        """What looks for a lost board; None before the start."""
        return None if self._acquisition is None else self._acquisition.comeback

    @property
    def other_board(self) -> str:
        """Another board that answers and may be taken; empty if none does."""
        other = None if self.comeback is None else self.comeback.other
        return "" if other is None else other.board

    @property
    def age_s(self) -> float:
        """Age of the newest sample, seconds."""
        return self._parts.clocks.now_s() - self._arrived_s

    def text_of(self, link: LinkState) -> str:
        """Return what is said of the link; empty while all is well."""
        acquisition = self._acquisition
        error = self.error if acquisition is None else acquisition.error
        if acquisition is None or error is None or not self._parts.way_back.is_waiting:
            return link_text(link, error)
        return waiting_text(error, acquisition.comeback)

    # -- what the acquisition thread tells ------------------------------------------------------

    def between(self) -> None:
        """Measure contact if somebody asked for it: the stream is stopped meanwhile."""
        contact, running = self._parts.contact, self._running
        if not contact.wanted:
            return
        if running.analysis.purpose_at(running.index + 1) is not None:
            contact.refuse(say("Not while a protocol runs: give it up first."))
            return
        sites = [as_document(site) for site in contact.run()]
        self._parts.record(NewEvent("contact", {"sites": sites}))

    def keep(self, chunk: Chunk) -> None:
        """Put samples on record."""
        self._parts.samples.chunk(chunk, self._running.device.info)

    def take(self, chunk: Chunk) -> None:
        """Analyse samples, and publish what they show."""
        running = self._running
        measuring = running.analysis.measuring
        self._arrived_s = chunk.t0_s
        running.lost_samples += chunk.lost
        before = measuring.calibration
        for event in chunk.events:
            name = " ".join(event.name.split())[:LONGEST_EVENT]
            self.mark(Event(event.index, name), "board")
        self._watch_rate()
        for index, readings in running.analysis.push(chunk):
            running.index = index
            self._parts.way_back.judge(readings)
            self._lock_what_is_new(before)
            self._record_hum(readings)
            before = measuring.calibration
            self._publish(readings, LinkState.LIVE)

    def mark(self, event: Event, source: str) -> None:
        """Put a named event on record, and show it."""
        if self._running.mark(event):
            mark = NamedMark(event.name, event.index, source)
            self._parts.record(NewEvent(KIND, as_document(mark)))

    def fall_silent(self, link: LinkState) -> None:
        """Publish that there are no numbers, once for each thing to be said of the link."""
        newest = self._parts.snapshots.newest
        said = (link, self.text_of(link))
        if newest is None or (newest.link, newest.link_text) != said:
            self._publish_silence(link)

    def lose(self, error: DeviceLostError) -> bool:
        """Give up what runs, say that the board is lost, and wait for it if that is wanted."""
        if not self._awaits_return:
            return False
        self.error = error
        self._parts.way_back.lose()
        if self._parts.contact.wanted:
            self._parts.contact.refuse(AWAY)
        self._parts.record(NewEvent("link lost", {"text": str(error)}))
        self._publish_silence(LinkState.LOST)
        return True

    def refusal_of(self, info: DeviceInfo) -> str:
        """Return why another board cannot go on with this visit; empty if it could."""
        return self._parts.way_back.refusal_of(info)

    def come_back(self, info: DeviceInfo) -> None:
        """Go on in a new segment."""
        self.error = None
        self._parts.contact.begin()
        own_cues = self._parts.way_back.come_back(info)
        if own_cues is not None:
            self.start_protocol(own_cues)

    def end(self, link: LinkState) -> None:
        """Say that the stream is over, on the screen and on the record."""
        self.error = None if self._acquisition is None else self._acquisition.error
        was_told = self._parts.way_back.is_waiting
        is_lost = isinstance(self.error, DeviceLostError)
        self._parts.way_back.end()
        self._publish_silence(link)
        kind = "link lost" if is_lost and not was_told else "stream ended"
        self._parts.record(NewEvent(kind, {"text": link_text(link, self.error)}))
        self._on_end()

    def _watch_rate(self) -> None:
        """Stop what is measured while the rate is wrong, and let it go on afterwards."""
        running = self._running
        health = running.device.health
        running.analysis.is_rate_told = health.is_rate_told
        if not self._rate.look(running.info.fs_hz, health, running.time_s):
            return
        report = running.analysis.stopped = self._rate.report
        if report is not None:
            running.give_up(running.index + 1, report.cause)
        self._parts.treatment.doubt("" if report is None else WRONG_RATE)
        text = "" if report is None else report.cause
        self._parts.record(NewEvent("rate wrong" if text else "rate right", {"text": text}))

    def _lock_what_is_new(self, before: Calibration | None) -> None:
        """Put a new calibration or measurement on record and answer the plan."""
        measuring, treatment = self._running.analysis.measuring, self._parts.treatment
        if measuring.calibration is not None and measuring.calibration is not before:
            self._parts.record(NewEvent("calibration", as_document(measuring.calibration)))
        locked = measuring.measurement
        if locked is not None and locked is not treatment.state.measurement:
            treatment.lock_measurement(locked, tap_test_passed=measuring.all_proven)

    def _record_hum(self, readings: tuple[SiteReading, ...]) -> None:
        """Put on record which hum is taken out, once what is left is known, then every minute."""
        hum_hz, now_s = self._running.analysis.hum_hz, self._running.time_s
        is_known = any(reading.hum_left_uv is not None for reading in readings)
        if hum_hz is None or not is_known or now_s - self._hum_recorded_s < HUM_RECORDED_EVERY_S:
            return
        self._hum_recorded_s = now_s
        sites = [
            {"site": r.site.name, "taken_uv": r.hum_uv, "left_uv": r.hum_left_uv} for r in readings
        ]
        self._parts.record(NewEvent("hum", {"hz": hum_hz, "sites": sites}))

    def _publish(self, sites: tuple[SiteReading, ...], link: LinkState) -> None:
        self._parts.snapshots.publish(
            sites,
            self._parts.treatment.state,
            age_s=self.age_s,
            link=link,
            link_text=self.text_of(link),
            other_board=self.other_board,
            news=self._parts.way_back.news,
        )

    def _publish_silence(self, link: LinkState) -> None:
        """Publish that there are no numbers, and why."""
        self._publish(silent(self._running.maker.montage, self.text_of(link), link), link)
