"""`LslDevice`: any stream of the lab streaming layer (the extra ``lsl``).

LSL carries no sample counter and gives each sample the sender's time stamp: a gap is seen by the
stamps. It is unauthenticated: whatever calls itself an amplifier is taken for one.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, ClassVar

import numpy as np
import pylsl
from pylsl.util import LostError

from emg_device.base import Device
from emg_device.info import DeviceInfo, RawBlock
from emg_device.lsl_markers import MarkerInlet
from emg_device.recordings.recording import scale_of
from emg_device.spec import DeviceSpec
from emg_signal.chunk import Origin
from emg_signal.errors import ConfigError, DeviceError, DeviceLostError, DeviceNotFoundError
from emg_signal.phrase import say

RESOLVE_S = 3.0
SIMULATOR_MARK = "EVENHAND-SIMULATOR"
BUFFER_S = 60
POLL_S = 0.004


class LslDevice(Device):
    """An inlet of a regular LSL stream.

    Parameters
    ----------
    name
        Name of the stream; or its type.
    by
        ``name`` or ``type``.
    unit
        Unit for channels that declare none; None refuses such a stream.
    markers
        Name of a stream of markers, whose texts become events; empty for none.
    clock, sleep
        Monotonic seconds; waits for so many seconds.
    """

    example: ClassVar[str] = "lsl:MyAmplifier?unit=uV"

    def __init__(
        self,
        name: str,
        *,
        by: str = "name",
        unit: str | None = None,
        markers: str = "",
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        super().__init__(clock=clock)
        self._name = name
        self._by = by
        self._unit = unit
        self._sleep = sleep
        self._inlet: Any = None
        self._markers: MarkerInlet | None = MarkerInlet(markers) if markers else None
        self._scales = np.ones(1)

    @classmethod
    def from_spec(
        cls, spec: DeviceSpec, *, clock: Callable[[], float] = time.monotonic, **kw: Any
    ) -> Device:
        """Return the inlet of ``lsl:NAME`` or ``lsl:TYPE?by=type``."""
        spec.refuse_unknown("by", "unit", "markers")
        by = spec.options.get("by", "name")
        # a name from a terminal may hold half a character, which no library takes
        if not spec.address.isprintable() or not spec.address or by not in ("name", "type"):
            raise ConfigError(say("LSL needs a stream."), say("Write lsl:NAME or lsl:EMG?by=type."))
        unit = spec.options.get("unit")
        if unit is not None:
            scale_of(unit)
        markers = spec.options.get("markers", "")
        return cls(spec.address, by=by, unit=unit, markers=markers, clock=clock)

    def _open(self) -> DeviceInfo:
        found = pylsl.resolve_byprop(self._by, self._name, minimum=1, timeout=RESOLVE_S)
        if not found:
            raise DeviceNotFoundError(
                say("There is no LSL stream of {by} {name!r}.", by=self._by, name=self._name),
                say("Start it, and check that both are in one network."),
            )
        self._inlet = pylsl.StreamInlet(
            found[0],
            max_buflen=BUFFER_S,
            recover=False,  # else liblsl waits for a lost stream and does not say that it went
            processing_flags=pylsl.proc_clocksync,
        )
        try:
            info = self._described()
            if self._markers is not None:
                self._markers.open()
        except BaseException:
            self._close()
            raise
        return info

    def _described(self) -> DeviceInfo:
        try:
            return self._info_of(self._connected().info(RESOLVE_S))
        except (LostError, TimeoutError) as error:
            raise DeviceLostError(say("The LSL stream {name!r} ended.", name=self._name)) from error

    def _info_of(self, stream: Any) -> DeviceInfo:
        n_channels, fs_hz = int(stream.channel_count()), float(stream.nominal_srate())
        if fs_hz <= 0 or stream.channel_format() == pylsl.cf_string:
            raise DeviceError(
                say(
                    "The LSL stream {stream!r} has no rate: it is no signal.", stream=stream.name()
                ),
                say("Choose the amplifier's stream, not its markers."),
            )
        units = stream.get_channel_units() or [None] * n_channels
        self._scales = np.array([self._scale(stream.name(), unit) for unit in units])
        labels = stream.get_channel_labels() or [None] * n_channels
        names = tuple(label or f"channel {n}" for n, label in enumerate(labels, start=1))
        marked = SIMULATOR_MARK in stream.name() + stream.source_id()
        return DeviceInfo(
            board=f"LSL {stream.name()}",
            n_channels=n_channels,
            fs_hz=fs_hz,
            origin=Origin.SIMULATED if marked else Origin.LIVE,
            serial=stream.source_id(),
            channel_names=names,
            notes=(say("LSL has no sample counter: loss is counted by its time stamps."),),
            stamped=True,
        )

    def _scale(self, name: str, unit: str | None) -> float:
        if unit:
            try:
                return scale_of(unit)
            except ConfigError:
                if self._unit is None:
                    raise
        if self._unit is None:
            raise ConfigError(
                say("The LSL stream {name!r} does not tell its unit.", name=name),
                say("Say it: ?unit=uV."),
            )
        return scale_of(self._unit)

    def _start(self) -> None:
        try:
            self._connected().open_stream(RESOLVE_S)
        except (LostError, TimeoutError) as error:
            raise DeviceLostError(say("The LSL stream {name!r} ended.", name=self._name)) from error
        self._connected().flush()

    def _fetch(self, timeout_s: float) -> RawBlock | None:
        deadline = self._clock() + timeout_s
        while True:
            try:
                samples, stamps = self._connected().pull_chunk(timeout=0.0, max_samples=4096)
            except LostError as error:
                raise DeviceLostError(
                    say("The LSL stream {name!r} ended.", name=self._name),
                    say("Start it again."),
                ) from error
            if stamps:
                break
            if self._clock() >= deadline:
                return None
            self._sleep(POLL_S)
        values = np.asarray(samples, dtype=np.float64) * self._scales
        stamps_s = np.asarray(stamps, dtype=np.float64)
        events = () if self._markers is None else self._markers.within(stamps_s)
        return RawBlock(values, None, stamps_s, events=events)

    def _stop(self) -> None:
        if self._inlet is not None:
            self._inlet.close_stream()

    def _close(self) -> None:
        if self._markers is not None:
            self._markers.close()
        inlet, self._inlet = self._inlet, None
        if inlet is not None:
            inlet.close_stream()
            del inlet  # liblsl frees its threads with the inlet

    def _connected(self) -> Any:
        if self._inlet is None:
            raise DeviceError(say("The LSL stream is not open."), say("Open it first."))
        return self._inlet
