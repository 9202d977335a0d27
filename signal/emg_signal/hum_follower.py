"""`HumFollower`: mains hum followed in the running stream and taken out of it.

Every 0.2 s (whole periods of 50 and of 60 Hz) the hum of each line and channel is fitted anew and
weighed against what was known (`HumLines`): little hum under strong EMG is learnt slowly, strong
hum over a quiet muscle at once. The frequency is one for all channels and lines, since it is one
mains and one board's clock (`HumClock`). What is taken out of a block was learnt from the blocks
before it, so that no delay is added and no EMG can be mistaken for hum on the spot
(docs/adr/0080 compares it with a notch).
"""

from __future__ import annotations

import numpy as np

from emg_signal.chunk import BoolArray, ComplexArray, FloatArray
from emg_signal.hum_clock import HumClock
from emg_signal.hum_lines import HumLines
from emg_signal.mains import NOMINAL_HZ, hum_powers

BLOCK_S = 0.2
"""Whole periods of 50 and 60 Hz: hum of one leaves nothing in the lines of the other."""
NOISE_KEPT = 0.5
"""Share of the noise around a line that is remembered from block to block: it rises at once
with a contraction and falls within a second. Engineering judgement."""
BESIDE = np.array((-3, -1, 1, 3))
"""Where noise is seen beside a line, in steps of 5 Hz: harmonics stand at even ones only."""
FAMILY_S = (1.0, 4.0)
"""When it is asked for the first time whether the hum is 50 or 60 Hz, and how often then, of as
much signal: 4 s show what 1 s cannot tell from noise."""
AT_ONCE = 30.0
"""Power of a line over the noise beside it from which the first block decides. Engineering
judgement; what it gets wrong, the first second puts right."""
FAMILY_RATIO = 4.0
"""Power of the other mains frequency's lines over this one's from which it is followed instead.
Engineering judgement, against going to and fro."""


class HumFollower:
    """Takes hum out of samples; streaming, the same for every chunking. Sample-major.

    Parameters
    ----------
    fs_hz
        Sampling rate, Hz.
    n_channels
        Number of channels.
    start_hz
        Nominal frequency looked for first, Hz; the other one is found too.
    high_hz
        Highest frequency that matters, Hz: lines above it are left to the band-pass.
    """

    def __init__(self, fs_hz: float, n_channels: int, start_hz: float, high_hz: float) -> None:
        self._fs_hz, self._n, self._high_hz = fs_hz, n_channels, high_hz
        self._block = max(8, round(BLOCK_S * fs_hz))
        self._span_s = self._block / fs_hz
        self._start_hz = start_hz
        first, every = (max(1, round(span_s / self._span_s)) for span_s in FAMILY_S)
        self._asked_first = first
        self._recent = np.zeros((every, self._block, n_channels))
        self._raw = np.zeros((self._block, n_channels))
        self._times = np.arange(self._block) / fs_hz
        self._trend = np.stack((np.ones(self._block), np.linspace(-1.0, 1.0, self._block)), axis=1)
        self.restart()

    def restart(self) -> None:
        """Forget the hum; the next sample begins a block."""
        self._at = 0
        self._bad = np.zeros(self._n, dtype=np.bool_)
        self._blocks = 0
        self._follow(self._start_hz)

    def _follow(self, nominal_hz: float) -> None:
        self._nominal_hz = nominal_hz
        self._lines = HumLines(nominal_hz, self._fs_hz, self._high_hz, self._n)
        self._clock = HumClock(nominal_hz)
        self._noise = np.zeros(self._lines.known.shape)
        self._begin_block()

    @property
    def frequency_hz(self) -> float:
        """Frequency that is followed, on the board's own clock, Hz."""
        return self._clock.frequency_hz

    @property
    def removed_uv(self) -> FloatArray:
        """``(n_channels,)`` RMS of the hum that is being taken out, µV; 0 where there is none."""
        rms: FloatArray = np.sqrt(np.mean(np.square(self._hum), axis=0))
        return rms

    def push(self, raw_uv: FloatArray, bad: BoolArray | None = None) -> tuple[FloatArray, int]:
        """Return the samples without the hum, µV, and at which one another mains was taken up.

        Parameters
        ----------
        raw_uv
            ``(n_samples, n_channels)`` samples, µV, all finite; they go on where the last ones
            ended.
        bad
            Shaped as `raw_uv`: True for samples from which nothing is learnt; None for nowhere.

        Returns
        -------
        clean_uv
            Shaped as `raw_uv`.
        turned
            Sample from which hum of the other mains frequency is followed, -1 if none.
        """
        clean, done, turned = np.empty(raw_uv.shape), 0, -1
        while done < len(raw_uv):
            count = min(len(raw_uv) - done, self._block - self._at)
            part, end = slice(done, done + count), self._at + count
            np.subtract(raw_uv[part], self._hum[self._at : end], out=clean[part])
            self._raw[self._at : end] = raw_uv[part]
            if bad is not None:
                self._bad |= bad[part].any(axis=0)
            self._at, done = end, done + count
            if end == self._block and self._learn():
                turned = done
        return clean, turned

    def skip(self, count: int) -> None:
        """Go on after lost samples: the hum went on while nobody saw it.

        Parameters
        ----------
        count
            Samples lost.
        """
        before, self._at = self._at, self._at + count
        if before or self._at >= self._block:
            self._bad[:] = True  # what is there of the block is not whole
        if self._at >= self._block:
            blocks, self._at = divmod(self._at, self._block)
            self._advance(blocks)
            self._begin_block()
            self._bad[:] = self._at > 0

    def _advance(self, blocks: int = 1) -> None:
        self._lines.advance(blocks * self._span_s)
        self._clock.advance(blocks * self._span_s)

    def _begin_block(self) -> None:
        turns = self._clock.phase + 2.0 * np.pi * self._clock.frequency_hz * self._times
        self._hum = self._lines.lay_out(np.exp(1j * turns))
        self._bad[:] = False

    def _learn(self) -> bool:
        """Learn from the finished block; return whether another mains is followed from now on."""
        self._at = 0
        self._recent[self._blocks % len(self._recent)] = np.where(self._bad, 0.0, self._raw)
        self._blocks += 1
        if self._blocks == 1 and self._is_other_at_once():
            # The block is learnt from as of the other mains: nothing is lost by having begun wrong.
            self._follow(next(hz for hz in NOMINAL_HZ if hz != self._nominal_hz))
        elif self._blocks == self._asked_first or self._blocks % len(self._recent) == 0:
            nominal_hz = self._family()
            if nominal_hz != self._nominal_hz:
                self._follow(nominal_hz)
                return True
        lines = self._lines
        error, noise = self._fit()
        self._noise = np.maximum(noise, NOISE_KEPT * self._noise)
        known = np.where(self._bad, 0.0, lines.taken)
        turned = self._clock.correct(lines.known + error, known, self._noise, lines.orders)
        lines.learn(error, self._noise, turned, self._bad)
        if self._clock.is_sure:
            lines.tell_apart()
        self._advance()
        self._begin_block()
        return False

    def _fit(self) -> tuple[ComplexArray, FloatArray]:
        """Return how far each line and channel was off in the block, and the noise's variance."""
        waves, count = self._lines.waves, len(self._lines.orders)
        columns = np.hstack((waves.real, -waves.imag, self._trend))
        error = self._raw - self._lines.expected()
        parts = np.linalg.solve(columns.T @ columns, columns.T @ error)
        spectrum = np.square(np.abs(np.fft.rfft(error - columns @ parts, axis=0)))
        line_hz = self._lines.orders * self._clock.frequency_hz
        folded_hz = np.abs(line_hz - self._fs_hz * np.rint(line_hz / self._fs_hz))
        at = np.rint(folded_hz * self._span_s).astype(int)[:, None] + BESIDE
        around = spectrum[np.clip(at, 1, len(spectrum) - 1)].mean(axis=1)
        lines: ComplexArray = parts[:count] + 1j * parts[count : 2 * count]
        return lines, around * (4.0 / self._block**2)

    def _is_other_at_once(self) -> bool:
        """Return whether the first block alone shows the other mains frequency to be there."""
        slope = self._trend @ np.linalg.lstsq(self._trend, self._raw, rcond=None)[0]
        spectrum = np.square(
            np.abs(np.fft.rfft(np.where(self._bad, 0.0, self._raw - slope), axis=0))
        )
        stands_out = {}
        for hz in NOMINAL_HZ:
            at = round(hz * self._span_s)
            if at + BESIDE[-1] >= len(spectrum):
                return False
            noise = np.maximum(spectrum[at + BESIDE].mean(axis=0), 1e-12)
            stands_out[hz] = float(np.max(spectrum[at] / noise))
        own = stands_out.pop(self._nominal_hz, 0.0)
        return max(stands_out.values()) > max(AT_ONCE, FAMILY_RATIO * own)

    def _family(self) -> float:
        """Return the nominal frequency of the hum of the last seconds."""
        known = min(self._blocks, len(self._recent))  # the ring is full whenever it has turned
        recent = self._recent[:known].reshape(-1, self._n)
        powers = dict(zip(NOMINAL_HZ, hum_powers(recent, self._fs_hz), strict=True))
        other_hz = max(powers, key=lambda hz: powers[hz])
        is_other = powers[other_hz] > FAMILY_RATIO * powers.get(self._nominal_hz, 0.0)
        return other_hz if is_other else self._nominal_hz
