"""`Snapshot`: everything that the newest moment of a visit has to say, as one value.

The acquisition thread makes one at most ten times a second of *stream* time, at sample indices
that do not depend on how the samples arrived; windows and terminals show the newest and never
compute. A visit without a board has no stream part: nothing stands in for what nobody measured.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from emg_dosing.tables import Tables
from emg_session.link import LinkState
from emg_session.progress import Progress
from emg_session.protocol import Cue
from emg_session.treatment_state import TreatmentState
from emg_signal.calibration import Calibration
from emg_signal.chunk import Event, Origin
from emg_signal.errors import EmgError
from emg_signal.filters import Band
from emg_signal.montage import Montage, Pair, Site
from emg_signal.phrase import say
from emg_signal.quality import QualityReport
from emg_signal.symmetry import Symmetry
from emg_signal.tap import Tap

__all__ = ["LinkState", "PairReading", "SiteReading", "Snapshot", "StreamReading", "pair_readings"]


@dataclass(frozen=True, slots=True)
class SiteReading:
    """How hard one site works now.

    Parameters
    ----------
    site
        Which one.
    rms_uv
        Envelope at the snapshot's sample, µV; None where no number may be shown (gap, rail,
        stale, filters settling).
    percent_of_reference
        The same as % of the reference contraction; None before calibration.
    quality
        State, cause and remedy.
    held_uv, held_percent
        RMS of the middle 1.0 s of the last finished contraction, µV and % of the reference: what
        large digits should show, since a short window's RMS jitters by a fifth by its own
        randomness. None before the first.
    target_uv
        What a contraction should reach: the reference, or while it is being made the mean of the
        holds so far, µV; None before the first.
    hum_uv, hum_left_uv
        RMS of the mains hum that is taken out now, and of what is left of it after the filters,
        µV; None where hum is left in, or it is not known yet.
    """

    site: Site
    rms_uv: float | None
    percent_of_reference: float | None
    quality: QualityReport
    held_uv: float | None = None
    held_percent: float | None = None
    target_uv: float | None = None
    hum_uv: float | None = None
    hum_left_uv: float | None = None

    @property
    def percent_of_target(self) -> float | None:
        """What is now, as % of what a contraction should reach; None where one is not known."""
        if self.rms_uv is None or not self.target_uv:
            return self.percent_of_reference
        return 100.0 * self.rms_uv / self.target_uv


@dataclass(frozen=True, slots=True)
class PairReading:
    """What is known of left beside right of one pair.

    Parameters
    ----------
    pair
        Which one.
    symmetry
        Of the finished repetitions; None before the first is finished. Never of live numbers.
    healthy_limit_percent
        The published 95 % limit of healthy faces, or None where none is published.
    """

    pair: Pair
    symmetry: Symmetry | None
    healthy_limit_percent: float | None


def pair_readings(
    montage: Montage, symmetries: Mapping[str, Symmetry], tables: Tables | None
) -> tuple[PairReading, ...]:
    """Return what is known of each pair, beside the range of healthy faces where one is known.

    Parameters
    ----------
    montage
        Its pairs, in their order.
    symmetries
        By muscle, of the pairs that were measured.
    tables
        Hold the healthy ranges; None if dosing is off.
    """
    readings = []
    for pair in montage.pairs:
        healthy = None if tables is None else tables.healthy_range(pair.muscle)
        limit = None if healthy is None else healthy.limit95_percent
        readings.append(PairReading(pair, symmetries.get(pair.muscle), limit))
    return tuple(readings)


@dataclass(frozen=True, slots=True)
class StreamReading:
    """What the newest moment of a stream has to say.

    Parameters
    ----------
    sequence
        Counts up by one; a reader sees what it missed.
    index
        Sample that the readings stand for (-1 before the first).
    time_s
        ``index`` in seconds of stream time since the start.
    age_s
        Age of the newest sample on the host's clock when the snapshot was made, seconds.
    board
        Name of the board as it named itself.
    fs_hz, measured_fs_hz
        Declared and measured sampling rate, Hz (measured is None until it is known).
    band, rms_window_s
        What every amplitude was measured in.
    sites
        Readings in the order of the montage.
    taps, placement
        What the tap test proved of each tapped site, and the number of the electrode placement.
    cue, cue_left_s
        What the person is asked to do now, and for how many seconds more; None without a protocol.
    calibration
        Once locked; None before.
    calibration_text
        Why there is no calibration yet, or what was refused and what to do.
    lost_samples, recorded_s
        Samples lost so far, and seconds on disk.
    assigned
        False if neither site nor side of the lanes is known (`Montage.assigned`).
    progress
        How far measuring has come.
    hum_hz
        Frequency of the mains hum that is taken out, on the board's own clock, Hz; None where
        there is none.
    events
        What was marked so far, in order: by a key, a pedal, the board or the file.
    """

    sequence: int
    index: int
    time_s: float
    age_s: float
    board: str
    fs_hz: float
    measured_fs_hz: float | None
    band: Band
    rms_window_s: float
    sites: tuple[SiteReading, ...]
    taps: tuple[Tap, ...]
    placement: int
    cue: Cue | None
    cue_left_s: float
    calibration: Calibration | None
    calibration_text: str
    lost_samples: int
    recorded_s: float
    assigned: bool = True
    progress: Progress = field(default_factory=Progress)
    hum_hz: float | None = None
    events: tuple[Event, ...] = ()

    def event_time_s(self, event: Event) -> float:
        """Return when an event was, seconds of stream time at today's rate."""
        return self.time_s - (self.index - event.index) / self.fs_hz


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The newest moment of a visit: its treatment, and its stream if it has one.

    Parameters
    ----------
    link, link_text
        State of the link, and one line for a person (what is wrong and what to do).
    origin
        LIVE, PLAYBACK or SIMULATED; shown at all times.
    treatment
        What is planned, measured, suggested, decided and given.
    pairs
        What is known of left beside right, in the order of the montage: of the repetitions so
        far, or without a board of the measurement that was locked before.
    record_text
        One line if recording stopped or failed.
    notes
        What the driver has to say (wrong unit, truncated file, slow clock ...).
    stream
        Of the board; None in a visit without one.
    other_board
        Another board that answers in the place of a lost one and may be taken; empty if none does.
    news
        What became of the last loss: how long the board was away, and what was kept.
    stopped
        Why no site shows a number, and what to do: the board's rate is wrong; else empty.
    """

    link: LinkState
    link_text: str
    origin: Origin
    treatment: TreatmentState
    pairs: tuple[PairReading, ...]
    record_text: str
    notes: tuple[str, ...]
    stream: StreamReading | None
    other_board: str = ""
    news: str = ""
    stopped: str = ""

    @property
    def streamed(self) -> StreamReading:
        """The stream part, for whoever is shown with a board only.

        Raises
        ------
        EmgError
            The visit has none.
        """
        if self.stream is None:
            raise EmgError(say("There is no board in this visit."))
        return self.stream
