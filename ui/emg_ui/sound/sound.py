"""`Sound`: what is heard of a session: the chosen site, cues, and alarms of quality and link."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from emg_session.protocol import CueKind
from emg_session.snapshot import LinkState, Snapshot, StreamReading
from emg_signal.chunk import FloatArray
from emg_signal.errors import ConfigError
from emg_signal.montage import Montage, Site
from emg_ui.sound.audio import AudioStream, Earcon
from emg_ui.sound.speaker import Speaker
from emg_ui.text.language import shown, tr
from emg_ui.text.marks import mark_of
from emg_ui.text.settings import Settings
from emg_ui.text.theme import Tone


@runtime_checkable
class Audible(Protocol):
    """A session whose filtered samples can be heard; one without a board cannot."""

    montage: Montage

    def listen(self, listener: Callable[[FloatArray], None] | None) -> None:
        """Let the filtered samples be heard.

        Parameters
        ----------
        listener
            Called with every ``(n_channels, n_samples)`` of them, µV; None for nobody.
        """


class Sound:
    """Follows a session and a person's settings.

    Parameters
    ----------
    open_speaker
        Opens the card on a stream.
    """

    def __init__(self, open_speaker: Callable[[AudioStream], Speaker] = Speaker) -> None:
        self._open = open_speaker
        self._speaker: Speaker | None = None
        self._stream: AudioStream | None = None
        self._session: object | None = None
        self._settings = Settings()
        self._chosen = 0
        self._cue: CueKind | None = None
        self._bad: frozenset[str] = frozenset()
        self._link: LinkState | None = None

    @property
    def site(self) -> Site | None:
        """The site that is heard, or would be."""
        if not isinstance(self._session, Audible):
            return None
        sites = self._session.montage.sites
        return sites[self._chosen % len(sites)]

    @property
    def state(self) -> str:
        """What is heard, how loud and how late, in one line."""
        site = self.site
        if self._speaker is None or self._stream is None or site is None:
            return tr("♪ off")
        if not self._settings.sound:
            return tr("♪ cues alone, {volume} %", volume=self._settings.volume_percent)
        latency_s = self._stream.latency_s
        if latency_s is None:
            return tr("♪ {site}, {volume} %", site=site.name, volume=self._settings.volume_percent)
        return tr(
            "♪ {site}, {volume} %, {late:.0f} ms late",
            site=site.name,
            volume=self._settings.volume_percent,
            late=1000 * latency_s,
        )

    def follow(self, session: object, settings: Settings, fs_hz: float) -> str:
        """Let `session` be heard as `settings` say; return one line if it cannot be.

        Parameters
        ----------
        session
            Anything new tells that another session is heard.
        settings
            What is heard and how loud.
        fs_hz
            Rate of the board, Hz.
        """
        self._settings = settings
        wanted = isinstance(session, Audible) and fs_hz > 0
        if session is not self._session or not wanted:
            self.close()
            self._session = session
        if not wanted or not (settings.sound or settings.cue_sounds):
            self._fall_silent()
            return ""
        trouble = "" if self._speaker is not None else self._start(fs_hz)
        if self._stream is not None:
            self._stream.volume = settings.volume_percent / 100.0
            self._stream.heard = settings.sound
        # Cues are on without being asked for: that there is no card is news to who wants to hear.
        return trouble if settings.sound else ""

    def step_site(self, step: int) -> None:
        """Hear the next (+1) or the previous (-1) site."""
        self._chosen += step
        if self._stream is not None:
            self._stream.forget()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Let a new cue or a new fault of `snapshot` be heard; there is none without a board."""
        tone = None if snapshot.stream is None else self._news(snapshot, snapshot.stream)
        if tone is not None and self._stream is not None and self._settings.cue_sounds:
            self._stream.say(tone)

    def close(self) -> None:
        """Let go of card and session."""
        self._fall_silent()
        self._session = None
        self._cue, self._bad, self._link = None, frozenset(), None

    def _fall_silent(self) -> None:
        if isinstance(self._session, Audible):
            self._session.listen(None)
        if self._speaker is not None:
            self._speaker.close()
        self._speaker = self._stream = None

    def _start(self, fs_hz: float) -> str:
        stream = AudioStream(fs_hz)
        try:
            self._speaker = self._open(stream)
        except ConfigError as error:
            return shown(str(error))
        self._stream = stream
        if isinstance(self._session, Audible):
            self._session.listen(self._take)
        return ""

    def _take(self, samples_uv: FloatArray) -> None:
        """Hear the chosen site's samples; called by the acquisition thread."""
        stream, site = self._stream, self.site
        if stream is not None and site is not None and stream.heard:
            stream.push(samples_uv[site.channel])

    def _news(self, snapshot: Snapshot, stream: StreamReading) -> Earcon | None:
        """Return the tone of what is new in `snapshot`; the gravest if there is more."""
        cue = None if stream.cue is None else stream.cue.kind
        bad = frozenset(
            f"{reading.site.muscle} {reading.site.side}"
            for reading in stream.sites
            if mark_of(reading.quality.quality).tone is Tone.BAD
        )
        tone: Earcon | None = None
        if cue is not self._cue and CueKind.CONTRACT in (cue, self._cue):
            tone = Earcon.START if cue is CueKind.CONTRACT else Earcon.STOP
        if bad - self._bad:
            tone = Earcon.ELECTRODE
        if snapshot.link is LinkState.LOST and self._link is not LinkState.LOST:
            tone = Earcon.LOST
        self._cue, self._bad, self._link = cue, bad, snapshot.link
        return tone
