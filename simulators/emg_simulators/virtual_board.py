"""`VirtualBoard`: runs a board's firmware on a line, at the pace of a real one.

Every virtual board runs here, whatever its line is: a pseudo-terminal, a WiFi shield's connection
or memory. Link and board faults are done here and nowhere else.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Protocol

from emg_simulators.board_faults import BoardFaults
from emg_simulators.byte_faults import ByteFaults
from emg_simulators.faults import Fault

IDLE_S = 0.05
JUST_AFTER_S = 1e-6
MOST_AT_ONCE = 64
"""Packets after which commands are looked at again, while catching up after a stall."""


class Firmware(Protocol):
    """What a board answers and sends, without its wire."""

    @property
    def streaming(self) -> bool:
        """True while packets are to be sent."""
        ...

    def receive(self, data: bytes) -> bytes:
        """Take bytes from the host and return the reply."""
        ...

    def packet(self) -> bytes:
        """Return the next packet."""
        ...

    def become_another(self) -> None:
        """Answer from now on as another board of the same kind."""
        ...


class BoardLine(Protocol):
    """The board's end of what joins it to a host."""

    def read(self, timeout_s: float) -> bytes:
        """Return what the host wrote within `timeout_s` seconds; b'' if nothing."""
        ...

    def write(self, data: bytes) -> None:
        """Send; what nobody can receive is lost."""
        ...

    def hang_up(self) -> None:
        """Unplug."""
        ...

    def reopen(self) -> None:
        """Plug in again."""
        ...


class VirtualBoard:
    """A firmware, a line and a clock.

    Parameters
    ----------
    firmware
        What to run.
    line
        Where to run it.
    packets_per_s
        Pace of streaming.
    burst_s
        Send this long a stretch at a time, as a serial chip with a latency timer does; 0: each
        packet when it is due.
    began
        Called when streaming begins.
    faults
        What goes wrong with link and board; their time is counted from the first start of
        streaming, and goes on while the board is unplugged.
    n_packets
        Packets after which it sends nothing more; None for never.
    seed
        Seed of their chances.
    clock
        Monotonic seconds.
    """

    def __init__(
        self,
        firmware: Firmware,
        line: BoardLine,
        *,
        packets_per_s: float,
        burst_s: float = 0.0,
        began: Callable[[], None] = lambda: None,
        faults: Sequence[Fault] = (),
        n_packets: int | None = None,
        seed: int = 0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._firmware = firmware
        self._line = line
        self._rate = packets_per_s
        self._burst_s = burst_s
        self._began = began
        self._clock = clock
        self._link_faults = ByteFaults(faults, seed)
        self._board_faults = BoardFaults(faults)
        self._n_packets = n_packets
        self.made = 0
        """Packets made so far, whether or not they reached the host."""
        self._first_start_s: float | None = None
        self._seen_s = -1.0
        self._start_s: float | None = None
        self._offset_s = 0.0
        self._elapsed_s = 0.0
        self._ticked_s = 0.0
        self._sent = 0

    def run(self, stopped: Callable[[], bool]) -> None:
        """Serve the line until `stopped` says so; it is asked at least 20 times a second."""
        while not stopped():
            self.step()

    def step(self) -> None:
        """Wait until something is due or arrives, and do it."""
        self.serve(self._line.read(self.wait_s()))

    def serve(self, data: bytes = b"") -> None:
        """Take what the host wrote, and do what is due by now."""
        reply = self._firmware.receive(data) if data else b""
        if reply:
            self._line.write(reply)
        self._follow()
        if self._first_start_s is not None:
            self._plug(self._time_s())
        if self._start_s is not None:
            self._send_due()

    def add_fault(self, fault: Fault) -> None:
        """Let one more thing go wrong with link or board, now if its time is over."""
        # What begins at a moment that was looked at already would never be seen to begin.
        late = fault.not_before(max(self._time_s(), self._link_faults.time_s) + JUST_AFTER_S)
        self._link_faults.add(late)
        self._board_faults.add(late)

    def end_faults(self) -> None:
        """Let what is wrong with link and board be mended; what is unplugged stays so."""
        self._link_faults.end(self._time_s())
        self._board_faults.end(self._time_s())

    def _time_s(self) -> float:
        """Return seconds since streaming first began: the time of the board's faults."""
        return 0.0 if self._first_start_s is None else self._clock() - self._first_start_s

    def _follow(self) -> None:
        """Stream as the firmware does: some wait for a command, some always talk."""
        if self._firmware.streaming and self._start_s is None:
            self._start()
        elif not self._firmware.streaming:
            self._start_s = None

    def _start(self) -> None:
        self._start_s = self._ticked_s = self._clock()
        self._elapsed_s, self._sent = 0.0, 0
        if self._first_start_s is None:
            self._first_start_s = self._start_s
        # A board whose clock was fast is ahead of ours, and its faults' time never goes back.
        self._offset_s = max(self._time_s(), self._link_faults.time_s)
        self._began()

    def _plug(self, time_s: float) -> None:
        """Unplug, plug in again, or plug another board in, when it is time."""
        for event in self._board_faults.plug_events(self._seen_s, time_s):
            self._line.hang_up()  # what comes back without having gone is a loose plug
            if event == "other":
                self._firmware.become_another()
            if event != "unplug":
                self._line.reopen()
        self._seen_s = time_s

    def wait_s(self) -> float:
        """Return how long nothing is due, seconds; commands are looked for at least so often."""
        if self._start_s is None:
            return IDLE_S
        due_s = max((self._sent + 1) / self._rate, self._next_burst_s())
        return min(max(0.0, due_s - self._tick()), IDLE_S)

    def _tick(self) -> float:
        """Return the board's own time since streaming began, seconds: its clock may be off."""
        now = self._clock()
        factor = self._board_faults.clock_factor(self._time_s())
        self._elapsed_s += (now - self._ticked_s) * factor
        self._ticked_s = now
        return self._elapsed_s

    def _next_burst_s(self) -> float:
        """Return when, since the start, the next burst may leave."""
        if not self._burst_s:
            return 0.0
        return (int(self._sent / self._rate / self._burst_s) + 1) * self._burst_s

    def _send_due(self) -> None:
        elapsed_s = self._tick()
        if elapsed_s < self._next_burst_s() - 1e-9:
            return
        # The millionth sends a packet at the very moment that `wait_s` waits for.
        due = min(int(elapsed_s * self._rate + 1e-6) - self._sent, MOST_AT_ONCE)
        if self._n_packets is not None:
            due = min(due, self._n_packets - self.made)
        pieces: list[bytes] = []
        for _ in range(due):
            # By the packet's own time, not the host's: a busy machine changes no fault.
            time_s = self._offset_s + self._sent / self._rate
            pieces += self._link_faults.apply(self._firmware.packet(), time_s)
            self._sent += 1
            self.made += 1
        if pieces:
            self._line.write(b"".join(pieces))
