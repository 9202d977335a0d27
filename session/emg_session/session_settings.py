"""`SessionSettings`: what a person may set before a session."""

from __future__ import annotations

from dataclasses import dataclass, field

from emg_signal.filters import Band
from emg_signal.methods import RecordingMetadata


@dataclass(frozen=True, slots=True)
class SessionSettings:
    """What a person may set before a session.

    Parameters
    ----------
    band
        Wanted band, Hz; None for 20 Hz to what rate and board carry.
    mains_hz
        Mains frequency that hum is looked for at first, 50 or 60 Hz (the other is found too);
        None to leave hum in.
    rms_window_s
        RMS window, seconds.
    columns_per_s
        Pixel columns per second for the lanes.
    recording
        ISEK's reporting items, as far as somebody entered them.
    """

    band: Band | None = None
    mains_hz: float | None = 50.0
    rms_window_s: float = 0.125
    columns_per_s: int = 125
    recording: RecordingMetadata = field(default_factory=RecordingMetadata)
