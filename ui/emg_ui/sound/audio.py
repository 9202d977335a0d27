"""`AudioStream`: one site's EMG, from the board's rate to the sound card's, and the tones over it.

The band of surface EMG, 20 to some hundred Hz, is heard as it is: samples are only interpolated
to 48 kHz, never shifted or stretched. Loudness follows the amplitude by one fixed scale, as a lane
on the screen does; nothing turns itself up. One thread pushes samples, the card's pulls frames.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from enum import Enum
from time import monotonic

import numpy as np
from numpy.typing import NDArray

AUDIO_HZ = 48_000
FULL_SCALE_UV = 250.0
"""Amplitude that is as loud as it gets: the lanes' first half height, which a strong contraction
of the face fills (engineering judgement)."""

WAITING_S = 0.02
"""Samples that wait for the card: five packets of a 250 Hz board, which arrive unevenly."""
TOO_LATE_S = 0.15
"""Samples older than that are left out: what is heard must be what is seen."""
MOST_PITCH = 0.02
"""Most by which playing goes faster or slower to keep the wait: board and card have clocks of
their own, some 100 ppm apart; 2 % is a third of a semitone, and noise has no pitch."""
LATENCIES = 50
"""Pulls whose latency is averaged: half a second of 10 ms."""

Frames = NDArray[np.float32]


class Earcon(Enum):
    """What a tone says: frequencies in Hz, one after the other, and seconds of each."""

    START = ((660.0, 880.0), 0.08)
    """Contract now: rising."""
    STOP = ((660.0, 440.0), 0.08)
    """Relax: falling."""
    ELECTRODE = ((330.0, 330.0, 330.0), 0.09)
    """An electrode went bad: one low note, three times."""
    LOST = ((990.0, 495.0, 990.0, 495.0), 0.14)
    """The board is lost: two notes an octave apart, in turn."""


def frames_of(tone: Earcon) -> Frames:
    """Return a tone as frames, -1 to 1; each note swells and fades, so that none clicks."""
    notes, seconds = tone.value
    t = np.arange(round(seconds * AUDIO_HZ)) / AUDIO_HZ
    swell = np.sin(np.pi * t / seconds) ** 0.5
    return np.concatenate([np.sin(2 * np.pi * hz * t) * swell for hz in notes]).astype(np.float32)


class AudioStream:
    """Samples in, frames out.

    Parameters
    ----------
    fs_hz
        Rate of the samples, Hz.
    clock
        Monotonic seconds.
    """

    def __init__(self, fs_hz: float, *, clock: Callable[[], float] = monotonic) -> None:
        self.fs_hz = fs_hz
        self.volume = 0.5
        """0 to 1."""
        self.heard = True
        """Whether the samples are heard; tones are in any case."""
        self._clock = clock
        self._lock = threading.Lock()
        self._samples: NDArray[np.float64] = np.zeros(0)
        self._arrived: NDArray[np.float64] = np.zeros(0)
        self._at = 0.0  # where the next frame stands, in samples from the first that waits
        self._playing = False
        self._tone: Frames = np.zeros(0, np.float32)
        self._latencies: deque[float] = deque(maxlen=LATENCIES)

    @property
    def latency_s(self) -> float | None:
        """Mean time from a sample's arrival to its frame, seconds; None before the first."""
        with self._lock:
            return sum(self._latencies) / len(self._latencies) if self._latencies else None

    def push(self, samples_uv: NDArray[np.float64]) -> None:
        """Add consecutive samples of the site, µV; what is no number is silence.

        Parameters
        ----------
        samples_uv
            Shape ``(n,)``, consecutive, at the board's rate, µV.
        """
        now_s = self._clock()
        with self._lock:
            self._samples = np.concatenate([self._samples, np.nan_to_num(samples_uv)])
            self._arrived = np.concatenate([self._arrived, np.full(len(samples_uv), now_s)])
            self._drop(len(self._samples) - int(TOO_LATE_S * self.fs_hz) - 1)

    def say(self, tone: Earcon) -> None:
        """Let a tone be heard at once; it takes the place of another."""
        frames = frames_of(tone)
        with self._lock:
            self._tone = frames

    def forget(self) -> None:
        """Leave out what waits: another site is heard from now on."""
        with self._lock:
            self._drop(len(self._samples))
            self._latencies.clear()

    def pull(self, n_frames: int) -> Frames:
        """Return the next frames for the card, -1 to 1, shape ``(n_frames,)``."""
        if n_frames == 0:
            return np.zeros(0, np.float32)
        with self._lock:
            frames = self._signal(n_frames) if self.heard else np.zeros(n_frames)
            n = min(n_frames, len(self._tone))
            frames[:n] += self._tone[:n]
            self._tone = self._tone[n:]
        # Soft at the end of the range: a rail must not be louder than a strong contraction.
        return (self.volume * np.tanh(frames)).astype(np.float32)

    def _signal(self, n_frames: int) -> NDArray[np.float64]:
        """Return frames of the samples that wait; silence while too few do."""
        waiting = len(self._samples) - self._at
        wanted = WAITING_S * self.fs_hz
        step = self.fs_hz / AUDIO_HZ
        if not self._playing and waiting < wanted + n_frames * step:
            return np.zeros(n_frames)
        off = np.clip((waiting - wanted) / wanted / 10.0, -MOST_PITCH, MOST_PITCH)
        at = self._at + step * (1.0 + off) * np.arange(n_frames)
        self._playing = at[-1] <= len(self._samples) - 1
        if not self._playing:  # ran dry: begin again once enough waits
            self._drop(len(self._samples))
            return np.zeros(n_frames)
        frames = np.interp(at, np.arange(len(self._samples)), self._samples) / FULL_SCALE_UV
        first = int(at[0])
        self._latencies.append(self._clock() - float(self._arrived[first]))
        self._at = float(at[-1] + step * (1.0 + off))
        self._drop(int(self._at))
        return np.asarray(frames)

    def _drop(self, n: int) -> None:
        """Forget the first `n` samples."""
        if n <= 0:
            return
        self._samples, self._arrived = self._samples[n:], self._arrived[n:]
        self._at = max(0.0, self._at - n)
