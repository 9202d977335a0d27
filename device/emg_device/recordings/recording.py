"""`Recording`: what every reader of a file returns."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from emg_device.info import CounterRule, IntArray
from emg_signal.chunk import FloatArray
from emg_signal.errors import ConfigError, RecordCorruptError
from emg_signal.phrase import say
from emg_signal.plausible import PLAUSIBLE_UV

UV_PER_UNIT = {
    "nv": 1e-3,
    "uv": 1.0,
    "µv": 1.0,
    "μv": 1.0,
    "microvolts": 1.0,
    "mv": 1e3,
    "millivolts": 1e3,
    "v": 1e6,
    "volt": 1e6,
    "volts": 1e6,
}
"""µV per unit, by the unit's name in lower case (both signs that print as µ)."""
MOST_CHANNELS = 64
MOST_FS_HZ = 20_000.0
LONGEST_S = 24 * 3600.0
"""Limits that are checked before memory is taken; more is a damaged header."""


@dataclass(frozen=True, slots=True, eq=False)
class Recording:
    """Samples of a file with what the file says of them.

    Parameters
    ----------
    kind
        Format, for people (``OpenBCI GUI text``).
    samples_uv
        ``(n_samples, n_channels)`` float64, µV by the declared units.
    fs_hz
        Declared sampling rate, Hz.
    channel_names, units
        Per channel: name and declared unit.
    board
        Board that it was recorded with, if the file says so.
    counter, rule
        ``(n_samples,)`` wire counter and how it counts; None without one.
    stamps_s
        ``(n_samples,)`` the file's own times, seconds; None without them.
    rails_uv
        Ends of the converter's range, µV, if known.
    bad_lines
        Lines or blocks that could not be read and were left out.
    notes
        What is odd: what is missing, what is implausible.
    """

    kind: str
    samples_uv: FloatArray
    fs_hz: float
    channel_names: tuple[str, ...]
    units: tuple[str, ...]
    board: str = ""
    counter: IntArray | None = None
    rule: CounterRule | None = None
    stamps_s: FloatArray | None = None
    rails_uv: tuple[float, float] | None = None
    bad_lines: int = 0
    notes: tuple[str, ...] = ()

    @property
    def n_samples(self) -> int:
        """Number of samples per channel."""
        return int(self.samples_uv.shape[0])

    @property
    def n_channels(self) -> int:
        """Number of channels."""
        return int(self.samples_uv.shape[1])

    def with_units(self, overrides: dict[str, str]) -> Recording:
        """Return it with the units of some channels corrected by a person.

        Parameters
        ----------
        overrides
            Unit by channel, which is a number from 1 or a name.

        Raises
        ------
        ConfigError
            An unknown channel or unit.
        """
        samples_uv, units = self.samples_uv.copy(), list(self.units)
        for key, unit in overrides.items():
            channel = self._channel(key)
            samples_uv[:, channel] *= scale_of(unit) / scale_of(units[channel])
            units[channel] = unit
        return replace(self, samples_uv=samples_uv, units=tuple(units))

    def _channel(self, key: str) -> int:
        if key.isascii() and key.isdigit() and 1 <= int(key) <= self.n_channels:
            return int(key) - 1
        if key in self.channel_names:
            return self.channel_names.index(key)
        raise ConfigError(
            say("The recording has no channel {key!r}.", key=key),
            say(
                "It has 1 to {n_channels}: {channel_names}.",
                n_channels=self.n_channels,
                channel_names=", ".join(self.channel_names),
            ),
        )

    def implausible(self) -> str | None:
        """Return a line that names the channels too large for surface EMG, or None.

        What counts is the interquartile range: a spike does not make a recording implausible.
        """
        with np.errstate(invalid="ignore"):
            low, high = np.nanpercentile(self.samples_uv, [25, 75], axis=0)
        large = [n for n in range(self.n_channels) if not high[n] - low[n] <= PLAUSIBLE_UV]
        if not large:
            return None
        named = ", ".join(f"{n + 1} ({self.channel_names[n]}: {self.units[n]})" for n in large)
        return say(
            "Too large for surface EMG in the unit the file declares: channel {channels}. "
            "If the unit is wrong, say which it is: --unit {first}=mV.",
            channels=named,
            first=large[0] + 1,
        )


def scale_of(unit: str) -> float:
    """Return µV per `unit`; raise `ConfigError` for one that is no voltage."""
    scale = UV_PER_UNIT.get(unit.strip().lower())
    if scale is None:
        raise ConfigError(
            say("{unit!r} is no unit of voltage.", unit=unit), say("Use nV, uV, mV or V.")
        )
    return scale


def check_header(name: str, n_channels: int, fs_hz: float, n_samples: int = 0) -> None:
    """Raise `RecordCorruptError` for a header that no recording of ours can have.

    Parameters
    ----------
    name
        Of the file, for the message.
    n_channels, fs_hz, n_samples
        What the header declares; rate in Hz.
    """
    sound = 1 <= n_channels <= MOST_CHANNELS and 0 < fs_hz <= MOST_FS_HZ
    if not sound or n_samples > LONGEST_S * fs_hz:
        raise RecordCorruptError(
            say(
                "{name} declares {n_channels} channels at {fs_hz:g} Hz, {n_samples} samples.",
                name=name,
                n_channels=n_channels,
                fs_hz=fs_hz,
                n_samples=n_samples,
            ),
            say(
                "At most {most_channels} channels, {most_fs_hz:g} Hz and 24 h can be read.",
                most_channels=MOST_CHANNELS,
                most_fs_hz=MOST_FS_HZ,
            ),
        )


def counter_rule_of(counter: IntArray) -> CounterRule | None:
    """Return how a recorded 8-bit counter counts, or None if it does not.

    A Cyton counts by 1, a Cyton with Daisy by 2; the step that is seen most says which.

    Parameters
    ----------
    counter
        ``(n_samples,)`` int64, as the file has it.
    """
    if counter.size < 3 or counter.min() < 0 or counter.max() > 255:
        return None
    steps = np.bincount(np.diff(counter) % 256, minlength=256)
    step = int(steps.argmax())
    return CounterRule(256, step) if step in (1, 2) and steps[step] * 2 > counter.size else None
