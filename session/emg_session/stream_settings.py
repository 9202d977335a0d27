"""`StreamSettings`: what a stream is recorded with, the first event of its record."""

from __future__ import annotations

from dataclasses import dataclass, field

from emg_signal.filters import FilterSettings
from emg_signal.methods import RecordingMetadata
from emg_signal.montage import Montage


@dataclass(frozen=True, slots=True)
class StreamSettings:
    """What makes amplitudes of one stream comparable with another's.

    Parameters
    ----------
    filters, rms_window_s
        What every channel goes through, and the window of the moving RMS, seconds.
    montage
        Which channel is which site, until an event ``block`` says otherwise.
    recording
        ISEK's reporting items, as far as somebody or the board said them.
    """

    filters: FilterSettings
    rms_window_s: float
    montage: Montage
    recording: RecordingMetadata = field(default_factory=RecordingMetadata)
