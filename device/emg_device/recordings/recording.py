"""`Recording`: what every reader of a file returns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from emg_device.info import CounterRule, IntArray
from emg_signal.chunk import Event, FloatArray
from emg_signal.errors import ConfigError, RecordCorruptError
from emg_signal.phrase import say
from emg_signal.plausible import PLAUSIBLE_UV

UV_PER_UNIT = {
    "nv": 1e-3,
    "uv": 1.0,
    "µv": 1.0,
    "μv": 1.0,
    "microvolt": 1.0,
    "microvolts": 1.0,
    "mv": 1e3,
    "millivolt": 1e3,
    "millivolts": 1e3,
    "v": 1e6,
    "volt": 1e6,
    "volts": 1e6,
}
"""µV per unit, by the unit's name in lower case (both signs that print as µ)."""
MOST_CHANNELS = 64
MOST_FS_HZ = 20_000.0
LEAST_FS_HZ = 25.0
"""No EMG is slower: what comes at fewer a second is a smoothed output or no signal (engineering
judgement)."""
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
        Sampling rate, Hz; 0 while a reader knows none.
    channel_names, units
        Per channel: name and declared unit.
    board
        Board that it was recorded with, if the file says so.
    counter, rule
        ``(n_samples,)`` wire counter and how it counts, None without one; once time is settled
        the index of each sample with what is missing counted.
    stamps_s
        ``(n_samples,)`` the file's own times, seconds; None without them.
    rails_uv
        Ends of the converter's range, µV, if known.
    bad_lines
        Lines or blocks that could not be read and were left out.
    notes
        What is odd: what is missing, what is implausible, what was left out.
    events
        Annotations, markers and triggers: ``index`` is the row they belong to, and once time is
        settled the index of that sample.
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
    events: tuple[Event, ...] = ()

    @property
    def n_samples(self) -> int:
        """Number of samples per channel."""
        return int(self.samples_uv.shape[0])

    @property
    def n_channels(self) -> int:
        """Number of channels."""
        return int(self.samples_uv.shape[1])

    @property
    def lost(self) -> int:
        """Samples missing within it; 0 before its time is settled."""
        if self.counter is None or self.rule is None or not self.rule.is_exact:
            return 0
        return int(self.counter[-1] - self.counter[0]) + 1 - self.n_samples

    def with_channels(self, keys: tuple[str, ...]) -> Recording:
        """Return it with the channels that a person chose, in their order.

        Parameters
        ----------
        keys
            Numbers from 1, or names; none takes all.

        Raises
        ------
        ConfigError
            An unknown channel, or one that is named twice.
        """
        chosen = list(dict.fromkeys(self._channel(key) for key in keys))
        if not chosen or chosen == list(range(self.n_channels)):
            return self
        left = [name for n, name in enumerate(self.channel_names) if n not in chosen]
        out = say("Left out, as asked: {channels}.", channels=", ".join(left))
        return replace(
            self,
            samples_uv=np.ascontiguousarray(self.samples_uv[:, chosen]),
            channel_names=tuple(self.channel_names[n] for n in chosen),
            units=tuple(self.units[n] for n in chosen),
            notes=(*self.notes, out) if left else self.notes,
        )

    def with_units(self, overrides: Mapping[str, str]) -> Recording:
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
        if not overrides:
            return self
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

    def _spread_uv(self, channel: int) -> float:
        """Return the interquartile range of one channel; 0 if it holds no values."""
        values = self.samples_uv[:, channel]
        values = values[np.isfinite(values)]
        if not values.size:
            return 0.0
        low, high = np.percentile(values, [25, 75])
        return float(high - low)

    def implausible(self) -> str | None:
        """Return a line that names the channels too large for surface EMG, or None.

        What counts is the interquartile range: a spike does not make a recording implausible.
        """
        large = [n for n in range(self.n_channels) if self._spread_uv(n) > PLAUSIBLE_UV]
        if not large:
            return None
        named = ", ".join(f"{n + 1} ({self.channel_names[n]}: {self.units[n]})" for n in large)
        return say(
            "Too large for surface EMG in the unit the file declares: channel {channels}. "
            "If the unit is wrong, say which it is: --unit {first}=mV.",
            channels=named,
            first=large[0] + 1,
        )


@dataclass(frozen=True, slots=True)
class FileChoice:
    """What a person says of a file that does not tell it, or wants of it.

    Parameters
    ----------
    rate_hz
        Sampling rate, Hz; None for what the file tells.
    channels
        Numbers from 1 or names of the channels to take; none for all of EMG.
    stream
        Which of several streams or rates, by number from 1 or by name; empty for the EMG.
    units
        Units of channels, by number from 1 or name.
    """

    rate_hz: float | None = None
    channels: tuple[str, ...] = ()
    stream: str = ""
    units: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a rate that no recording has."""
        if self.rate_hz is not None and not LEAST_FS_HZ <= self.rate_hz <= MOST_FS_HZ:
            raise ConfigError(
                say("A rate of {rate_hz:g} Hz is not possible.", rate_hz=self.rate_hz),
                say("Write {least:g} to {most:g}.", least=LEAST_FS_HZ, most=MOST_FS_HZ),
            )


class RateUnknownError(RecordCorruptError):
    """The file does not tell its rate: a person has to say it."""


class StreamUnknownError(ConfigError):
    """The file holds several streams that may be meant: a person has to choose.

    Parameters
    ----------
    name
        Of the file.
    streams
        Their names.
    """

    def __init__(self, name: str, streams: Sequence[str]) -> None:
        super().__init__(
            say(
                "{name} holds {n} streams that may be meant: {streams}.",
                name=name,
                n=len(streams),
                streams=", ".join(streams),
            ),
            say("Choose one by name or number: --stream {first!r}.", first=streams[0]),
        )
        self.streams = tuple(streams)


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
