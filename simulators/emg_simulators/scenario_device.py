"""`ScenarioDevice`: a scenario as a board in process, in real time or as fast as it can be read.

Training and tests run it where there is no pseudo-terminal, or no time to wait for one. Faults of
the link act on samples here and not on bytes: what a lost or doubled frame leaves of the stream.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from typing import Any, ClassVar

import numpy as np

from emg_device.base import Device
from emg_device.info import CounterRule, DeviceInfo, IntArray, RawBlock
from emg_device.scale import CYTON_BITS, CYTON_REFERENCE_V, rails_uv, uv_per_count
from emg_device.spec import DeviceSpec
from emg_signal.chunk import FloatArray, Origin
from emg_signal.errors import ConfigError, DeviceLostError
from emg_signal.montage import Side
from emg_signal.phrase import say
from emg_simulators.ads1299 import Ads1299Converter
from emg_simulators.board_faults import BoardFaults
from emg_simulators.byte_faults import ByteFaults
from emg_simulators.expressions import EXPRESSIONS
from emg_simulators.faults import Fault, Level, parse_fault
from emg_simulators.patient import Patient
from emg_simulators.scenario import PatientScenario, load_scenario
from emg_simulators.source import rendering_rate_hz

FS_HZ = 250.0
HELD_S = 0.002
SLICE_S = 0.02
"""What a read waits for at most: five samples."""
MARK = "EVENHAND-SIMULATOR"
"""Names what is simulated, as the virtual boards do in their greeting."""


class StepClock:
    """A clock that waiting moves on: a session on it runs as fast as it can be computed."""

    def __init__(self) -> None:
        self._now_s = 0.0

    def __call__(self) -> float:
        """Return the seconds waited so far."""
        return self._now_s

    def sleep(self, seconds: float) -> None:
        """Wait for no time at all."""
        self._now_s += max(seconds, 1e-6)


class HeldClock(StepClock):
    """Runs as fast as it can be computed up to a moment, and no faster than life from then on."""

    def __init__(self) -> None:
        super().__init__()
        self.until_s = 0.0
        """The moment, seconds."""

    def sleep(self, seconds: float) -> None:
        """Wait for no time at all, or for a little of everybody's."""
        if self() < self.until_s:
            super().sleep(seconds)
        else:
            time.sleep(HELD_S)
            super().sleep(HELD_S)


class ScenarioDevice(Device):
    """A virtual Cyton without a wire that serves one scenario.

    Parameters
    ----------
    scenario
        Patient, timeline and faults.
    n_channels
        Channels; by default the Cyton's 8, or as many as the scenario names.
    seconds
        Stream time at which it ends; None for never.
    slice_s
        Stream time that one read brings at least, seconds; longer is cheaper where nobody looks.
    clock, sleep
        Monotonic seconds, and a wait; those of a `StepClock` run it as fast as possible.
    """

    example: ClassVar[str] = "virtual:demo?link=memory"

    def __init__(
        self,
        scenario: PatientScenario,
        *,
        n_channels: int | None = None,
        seconds: float | None = None,
        slice_s: float = SLICE_S,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        super().__init__(clock=clock)
        self._sleep = sleep
        self._seconds = seconds
        self._slice_s = slice_s
        channels = max(n_channels or 8, scenario.n_channels)
        self.patient = Patient(scenario, render_hz=rendering_rate_hz(FS_HZ), n_channels=channels)
        self._chip = Ads1299Converter(self.patient, fs_hz=FS_HZ)
        self._title = scenario.title
        self._link = ByteFaults(scenario.faults, self.patient.seed)
        self._board = BoardFaults(scenario.faults)
        self._nan = [f for f in scenario.faults if f.kind.level is Level.CHUNK]
        self._started_s = 0.0
        self._made = 0
        self._plug_s = -1.0
        self._plugged = True
        self._changes: SimpleQueue[Callable[[], None]] = SimpleQueue()

    @classmethod
    def from_spec(
        cls, spec: DeviceSpec, *, clock: Callable[[], float] = time.monotonic, **kw: Any
    ) -> Device:
        """Return the device of a scenario's name or file."""
        spec.refuse_unknown()
        return cls(load_scenario(spec.address or "demo"), clock=clock)

    # -- what an instructor does, from any thread; it happens before the next samples ----------

    @property
    def now_s(self) -> float:
        """Stream time of the newest sample, seconds."""
        return self._made / FS_HZ

    def inject(self, text: str, *, for_s: float | None = None) -> Fault:
        """Let something go wrong now: a fault's text without its time, as in ``rail 3``.

        Parameters
        ----------
        text
            Kind and arguments; a text that has its own ``@`` is taken as it stands.
        for_s
            How long, seconds; None for as long as it lasts.

        Raises
        ------
        ConfigError
            A text that is no fault.
        """
        when = "" if "@" in text else f"@{self.now_s + SLICE_S:.3f}s"
        fault = parse_fault(f"{text}{when}{'' if for_s is None else f'+{for_s:g}s'}")
        self.add_fault(fault)
        return fault

    def add_fault(self, fault: Fault) -> None:
        """Put one more fault on the timeline."""
        self._changes.put(partial(self._take_fault, fault))

    def end_faults(self) -> None:
        """Let everything that is wrong now be mended."""
        self._changes.put(self._end_faults)

    def ask(self, expression: str, *, effort: float, for_s: float) -> None:
        """Ask the patient for an expression; raises `ConfigError` for an unknown one."""
        if expression not in EXPRESSIONS:
            raise ConfigError(
                say("No expression {expression!r}.", expression=expression),
                say("Known: {names!s}.", names=", ".join(EXPRESSIONS)),
            )
        self._changes.put(partial(self.patient.ask, expression, effort=effort, for_s=for_s))

    def hold(self, muscle: str, side: Side, effort: float) -> None:
        """Let one muscle work at `effort`, 0 to 1, until told otherwise; see `Patient.hold`."""
        self.patient.scenario.part(muscle)
        self._changes.put(partial(self.patient.hold, muscle, side, effort))

    def _take_fault(self, fault: Fault) -> None:
        fault = fault.not_before(self.now_s)  # the stream may have gone on meanwhile
        self.patient.add_fault(fault)
        self._link.add(fault)
        self._board.add(fault)
        if fault.kind.level is Level.CHUNK:
            self._nan.append(fault)

    def _end_faults(self) -> None:
        self.patient.end_faults()
        self._link.end(self.now_s)
        self._board.end(self.now_s)
        self._nan = [fault.ended(self.now_s) for fault in self._nan]

    # -- what the base asks for ----------------------------------------------------------------

    def _open(self) -> DeviceInfo:
        return DeviceInfo(
            board="OpenBCI Cyton",
            n_channels=self._chip.n_channels,
            fs_hz=FS_HZ,
            origin=Origin.SIMULATED,
            serial=f"{MARK} {self._title}",
            firmware=f"in process {MARK}",
            gain=24.0,
            uv_per_count=uv_per_count(CYTON_REFERENCE_V, CYTON_BITS, 24),
            rails_uv=rails_uv(CYTON_REFERENCE_V, CYTON_BITS, 24),
            board_high_hz=0.262 * FS_HZ,
            counter=CounterRule(256),
        )

    def _start(self) -> None:
        self._started_s = self._clock() - self._made / FS_HZ

    def _fetch(self, timeout_s: float) -> RawBlock | None:
        due = self._due()
        if due <= 0:
            self._sleep(self._slice_s if self._slice_s > SLICE_S else min(timeout_s, SLICE_S))
            due = self._due()
        return self._block(due) if due > 0 else None

    def _ended(self) -> bool:
        return self._seconds is not None and self._made >= round(self._seconds * FS_HZ)

    def _stop(self) -> None:
        self._started_s = 0.0

    def _close(self) -> None:
        """Nothing is held open."""

    def _due(self) -> int:
        elapsed_s = self._clock() - self._started_s
        due = int(elapsed_s * FS_HZ * self._board.clock_factor(elapsed_s)) - self._made
        left = due if self._seconds is None else round(self._seconds * FS_HZ) - self._made
        return min(due, left, int(FS_HZ))

    def _block(self, due: int) -> RawBlock | None:
        """Return what reaches the program of the next `due` samples."""
        while not self._changes.empty():
            self._changes.get()()
        counts = self._chip.read_counts(due).T
        samples = np.asarray(counts * (self.info.uv_per_count or 1.0), np.float64)
        rows = np.arange(self._made, self._made + due, dtype=np.int64)
        self._made += due
        self._spoil(samples, np.asarray(rows / FS_HZ, np.float64))
        arrived = self._through_the_link(samples, rows)
        self._look_at_the_plug(rows[-1] / FS_HZ)
        return arrived if self._plugged else None

    def _spoil(self, samples: FloatArray, times_s: FloatArray) -> None:
        for fault in self._nan:
            inside = (times_s >= fault.start_s) & (times_s < fault.end_s)
            samples[inside, fault.channels[0]] = np.nan

    def _through_the_link(self, samples: FloatArray, numbers: IntArray) -> RawBlock | None:
        """Pass each sample as a frame of its own; a damaged frame is one that is dropped."""
        frames: list[bytes] = []
        for number, row in zip(numbers, samples, strict=True):
            frame = int(number).to_bytes(8, "little") + row.tobytes()
            frames += self._link.apply(frame, float(number) / FS_HZ)
        whole = [frame for frame in frames if len(frame) == 8 * (samples.shape[1] + 1)]
        if not whole:
            return None
        number = np.array([int.from_bytes(frame[:8], "little") for frame in whole], np.int64)
        kept = np.stack([np.frombuffer(frame[8:]) for frame in whole])
        return RawBlock(kept, number % 256)

    def _look_at_the_plug(self, t_s: float) -> None:
        for event in self._board.plug_events(self._plug_s, t_s):
            self._plugged = event != "unplug"
        self._plug_s = t_s
        if not self._plugged:
            raise DeviceLostError(
                say("The simulated Cyton was unplugged."), say("Plug it in again, then reconnect.")
            )
