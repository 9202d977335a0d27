"""`HumLines`: amplitude and phase of every line of hum on every channel, by a Kalman filter.

A line is a multiple of the mains frequency, as a rate shows it. Where a second multiple folds on
to it (at 250 samples/s the third of 50 Hz on to the second), a block shows the sum of both, and
only how they turn against each other from block to block tells them apart: a line therefore has
two states, of which the second is nailed to zero where nothing folds, and everywhere until the
frequency is known (`tell_apart`).
"""

from __future__ import annotations

import numpy as np

from emg_signal.chunk import BoolArray, ComplexArray, FloatArray
from emg_signal.mains import hum_lines_of

UNKNOWN_UV = 1000.0
"""Standard deviation of a line before anything was seen, µV: ten times what electrodes that hold
were seen to carry. Engineering judgement."""
HIDDEN_SHARE = (0.2, 1.0)
"""Standard deviation of what is hidden in a line over what is seen of both: in the fundamental, and
in another line. At 0.1 a hidden 5 % of 200 µV is learnt late, at 0.5 noise is taken for it."""
WANDER_PER_S = 1e-5
"""Share of a line's power by which its amplitude and phase may wander in a second, 0.3 % of the
amplitude; between 0.3 and 3 % a real Cyton recording shows no difference (docs/signal.md)."""
STANDS_OUT = (16.0, 32.0)
"""Power of a line over the variance of its estimate from which it begins to be taken out, and
from which it is taken out whole. Noise alone reaches 16 once in e^16 = 9 million estimates."""
JUMP = 8.0
"""Power that two blocks in a row are off in the same sense, over its variance, from which a line
has jumped (a lamp, a moved lead) and is learnt anew; noise alone reaches it once in e^16."""


class HumLines:
    """What is known of the hum's lines.

    Parameters
    ----------
    nominal_hz
        Mains frequency, Hz.
    fs_hz
        Sampling rate, Hz.
    high_hz
        Highest frequency that matters, Hz.
    n_channels
        Number of channels.
    """

    def __init__(self, nominal_hz: float, fs_hz: float, high_hz: float, n_channels: int) -> None:
        lines = hum_lines_of(nominal_hz, fs_hz, high_hz)
        self.orders = np.array([order for order, _ in lines], dtype=float)
        """``(n_lines,)`` multiples."""
        hidden = [0 if other is None else other for _, other in lines]
        # A folded line turns backwards; 0 where nothing is hidden.
        turns = [round(order * nominal_hz / fs_hz - 1e-9) for order in hidden]
        sign = [
            -1.0 if o * nominal_hz < t * fs_hz else 1.0 for o, t in zip(hidden, turns, strict=True)
        ]
        self._hidden = np.array(hidden, dtype=float) * np.array(sign)
        shape = (len(lines), n_channels)
        self.known: ComplexArray = np.zeros(shape, dtype=np.complex128)
        """Complex amplitudes, µV."""
        self._second: ComplexArray = np.zeros(shape, dtype=np.complex128)
        shares = np.where(self.orders == 1, *HIDDEN_SHARE) * (self._hidden != 0)
        self._may_hide = np.square(shares)[:, None]
        self._is_told_apart = False
        self._variance = np.full(shape, UNKNOWN_UV**2)
        self._second_variance = np.zeros(shape)
        self._joint: ComplexArray = np.zeros(shape, dtype=np.complex128)
        self._error: ComplexArray = np.zeros(shape, dtype=np.complex128)
        self._gate = np.zeros(shape)

    def lay_out(self, wave: ComplexArray) -> FloatArray:
        """Take the coming block's fundamental, and return the hum that is to be taken out of it.

        Parameters
        ----------
        wave
            ``(n_samples,)`` fundamental of unit size.

        Returns
        -------
        numpy.ndarray
            ``(n_samples, n_channels)`` hum, µV.
        """
        self.waves: ComplexArray = wave[:, None] ** self.orders
        self._second_waves: ComplexArray = wave[:, None] ** self._hidden
        # How the hidden line stands to the one that hides it, within this block.
        self._turn = np.mean(self._second_waves * self.waves.conj(), axis=0)[:, None]
        return self._sum(self._gate * self.known, self._gate * self._second)

    def expected(self) -> FloatArray:
        """Return all the hum that is thought to be in the block, ``(n_samples, n_channels)`` µV."""
        return self._sum(self.known, self._second)

    def _sum(self, first: ComplexArray, second: ComplexArray) -> FloatArray:
        both = self.waves @ first
        if self._may_hide.any():
            both = both + self._second_waves @ second
        hum: FloatArray = both.real
        return hum

    @property
    def taken(self) -> ComplexArray:
        """``(n_lines, n_channels)`` complex amplitudes of what is taken out, µV."""
        return self._gate * self.known

    def tell_apart(self) -> None:
        """Let what is hidden in a line count of its own: the frequency is known.

        The sum of both is as sure as before, but not what is whose.
        """
        if self._is_told_apart:
            return
        self._is_told_apart = True
        hidden = self._may_hide * np.square(np.abs(self.known))
        self._variance = self._variance + np.square(np.abs(self._turn)) * hidden
        self._second_variance = hidden
        self._joint = -self._turn * hidden

    def advance(self, span_s: float) -> None:
        """Grow less sure with a time in seconds."""
        wander = WANDER_PER_S * span_s
        self._variance = self._variance + wander * np.square(np.abs(self.known))
        self._second_variance = self._second_variance + wander * np.square(np.abs(self._second))

    def learn(self, error: ComplexArray, noise: FloatArray, turned: float, bad: BoolArray) -> None:
        """Move what is known towards what a block showed, as far as that can be believed.

        Parameters
        ----------
        error
            ``(n_lines, n_channels)`` complex amplitudes of the block less those expected, µV.
        noise
            Their variance from noise, µV².
        turned
            Phase of the fundamental by which the clock was moved for this block, rad.
        bad
            ``(n_channels,)`` channels from which nothing is learnt.
        """
        orders, hidden = self.orders[:, None], self._hidden[:, None]
        seen = self.known + self._turn * self._second + error
        turn = self._turn * np.exp(1j * turned * (hidden - orders))
        error = seen * np.exp(-1j * turned * orders) - self.known - turn * self._second
        alike = (self._error.conj() * error).real
        self._error = np.where(bad, 0.0, error)
        jumped = (alike > JUMP * (self._together(turn) + noise)) & ~bad
        surprise = np.square(np.abs(error))
        self._variance = np.where(jumped, surprise, self._variance)
        share = self._may_hide if self._is_told_apart else 0.0
        self._second_variance = np.where(jumped, share * surprise, self._second_variance)
        self._joint = np.where(jumped, 0.0, self._joint)
        self._correct(error, noise, turn, bad)
        sure = np.square(np.abs(self.known + turn * self._second))
        low, high = STANDS_OUT
        sure = sure / np.maximum(self._together(turn), 1e-12)
        self._gate = np.clip((sure - low) / (high - low), 0.0, 1.0)

    def _together(self, turn: ComplexArray) -> FloatArray:
        """Return the variance of a line and what is hidden in it, as a block shows them."""
        joint = 2.0 * (self._joint * turn.conj()).real
        both: FloatArray = self._variance + np.square(np.abs(turn)) * self._second_variance + joint
        return both

    def _correct(
        self, error: ComplexArray, noise: FloatArray, turn: ComplexArray, bad: BoolArray
    ) -> None:
        total = np.maximum(self._together(turn) + noise, 1e-12)
        first = (self._variance + self._joint * turn.conj()) / total
        second = (self._joint.conj() + self._second_variance * turn.conj()) / total
        first[:, bad], second[:, bad] = 0.0, 0.0
        self.known = self.known + first * error
        self._second = self._second + second * error
        self._variance = np.maximum(self._variance - np.square(np.abs(first)) * total, 0.0)
        spent = np.square(np.abs(second)) * total
        self._second_variance = np.maximum(self._second_variance - spent, 0.0)
        self._joint = self._joint - first * second.conj() * total
