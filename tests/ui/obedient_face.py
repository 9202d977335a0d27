"""A face that does what the screen asks, on a board in memory under the real `Device`."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any, Self

import numpy as np

from emg_device.base import Device
from emg_device.contact import both_sides
from emg_device.impedance import ContactImpedance, Electrode
from emg_device.info import CounterRule, DeviceInfo, RawBlock
from emg_device.spec import DeviceSpec
from emg_session.protocol import Cue, CueKind
from emg_signal.chunk import Origin

FS_HZ = 250.0
BLOCK = 50
REST_UV = 1.5


class ObedientFace(Device):
    """Contracts, rests and is tapped as `cue` says, some fifty times faster than a person.

    `full_uv` is the amplitude of each channel, `wires` says which channel a tapped electrode
    really leads to, `kohm` the impedance of each channel's electrodes.
    """

    def __init__(self, *, n_channels: int = 8, seed: int = 5, origin: Origin = Origin.SIMULATED):
        super().__init__(clock=time.monotonic)
        self.cue: Callable[[], Cue | None] = lambda: None
        self.full_uv = np.full(n_channels, 100.0)
        self.wires: dict[int, int] = {}
        self.kohm = dict.fromkeys(range(n_channels), 4.0)
        self.hum_uv = np.zeros(n_channels)
        self._origin = origin
        self._n_channels = n_channels
        self._random = np.random.default_rng(seed)
        self._sent = 0

    @classmethod
    def from_spec(cls, spec: DeviceSpec, **kw: Any) -> Self:
        raise NotImplementedError

    def _open(self) -> DeviceInfo:
        return DeviceInfo(
            board="OpenBCI Cyton",
            n_channels=self._n_channels,
            fs_hz=FS_HZ,
            origin=self._origin,
            board_high_hz=65.5,
            counter=CounterRule(2**16),
            clocked=False,
        )

    def _electrodes(self) -> tuple[Electrode, ...]:
        return both_sides(self._n_channels)

    def _contacts(
        self, electrodes: tuple[Electrode, ...], seconds: float
    ) -> Iterator[ContactImpedance]:
        for electrode in electrodes:
            time.sleep(0.002)
            yield ContactImpedance(electrode, self.kohm[electrode.channel])

    def _start(self) -> None:
        pass

    def _fetch(self, timeout_s: float) -> RawBlock | None:
        time.sleep(0.002)
        cue = self.cue()
        level = np.full(self._n_channels, REST_UV)
        if cue is not None and cue.kind is CueKind.CONTRACT:
            level = self.full_uv
        samples = self._random.normal(size=(BLOCK, self._n_channels)) * 1.4 * level
        times_s = (self._sent + np.arange(BLOCK)) / FS_HZ
        samples += self.hum_uv * np.sin(2 * np.pi * 50 * times_s)[:, None]
        if cue is not None and cue.site is not None and self._sent // BLOCK % 3 == 0:
            channel = self.wires.get(cue.site.channel, cue.site.channel)
            samples[:12, channel] += 1000.0
        counter = (self._sent + np.arange(BLOCK, dtype=np.int64)) % 2**16
        self._sent += BLOCK
        return RawBlock(samples, counter)

    def _stop(self) -> None:
        pass

    def _close(self) -> None:
        pass
