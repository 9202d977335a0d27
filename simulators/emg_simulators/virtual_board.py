"""`VirtualBoard`: runs a board's firmware on a pseudo-terminal, at the pace of a real one."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Protocol

from emg_simulators.board_faults import BoardFaults
from emg_simulators.byte_faults import ByteFaults
from emg_simulators.faults import Fault
from emg_simulators.pseudo_terminal import PseudoTerminal

IDLE_S = 0.05
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


class VirtualBoard:
    """A firmware, a pseudo-terminal and a clock.

    Parameters
    ----------
    firmware
        What to run.
    terminal
        Where to run it.
    packets_per_s
        Pace of streaming.
    wire
        Changes what is sent: faults, or nothing.
    burst_s
        Send this long a stretch at a time, as a serial chip with a latency timer does; 0: each
        packet when it is due.
    began
        Called when streaming begins.
    faults
        What goes wrong with link and board; their time is counted from the first start of
        streaming, and goes on while the board is unplugged.
    seed
        Seed of their chances.
    other
        Called when another board is plugged in.
    clock
        Monotonic seconds.
    """

    def __init__(
        self,
        firmware: Firmware,
        terminal: PseudoTerminal,
        *,
        packets_per_s: float,
        wire: Callable[[bytes], bytes] = bytes,
        burst_s: float = 0.0,
        began: Callable[[], None] = lambda: None,
        faults: Sequence[Fault] = (),
        seed: int = 0,
        other: Callable[[], None] = lambda: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._firmware = firmware
        self._terminal = terminal
        self._rate = packets_per_s
        self._wire = wire
        self._burst_s = burst_s
        self._began = began
        self._clock = clock
        self._link_faults = ByteFaults(faults, seed)
        self._board_faults = BoardFaults(faults)
        self._other = other
        self._first_start_s: float | None = None
        self._seen_s = -1.0
        self._start_s: float | None = None
        self._elapsed_s = 0.0
        self._ticked_s = 0.0
        self._sent = 0

    def run(self, stopped: Callable[[], bool]) -> None:
        """Serve the port until `stopped` says so; it is asked at least 20 times a second."""
        while not stopped():
            self.step()

    def step(self) -> None:
        """Wait until something is due or arrives, and do it."""
        data = self._terminal.read(self._wait_s())
        if data:
            self._answer(data)
        else:
            self._follow()
        if self._first_start_s is not None:
            self._plug(self._clock() - self._first_start_s)
        if self._start_s is not None:
            self._send_due()

    def _answer(self, data: bytes) -> None:
        reply = self._firmware.receive(data)
        if reply:
            self._terminal.write(reply)
        self._follow()

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
        self._began()

    def _plug(self, time_s: float) -> None:
        """Unplug, plug in again, or plug another board in, when it is time."""
        for event in self._board_faults.plug_events(self._seen_s, time_s):
            if event == "unplug":
                self._terminal.hang_up()
            else:
                self._terminal.reopen()
            if event == "other":
                self._other()
        self._seen_s = time_s

    def _wait_s(self) -> float:
        if self._start_s is None:
            return IDLE_S
        due_s = max((self._sent + 1) / self._rate, self._next_burst_s())
        return min(max(0.0, due_s - self._tick()), IDLE_S)

    def _tick(self) -> float:
        """Return the board's own time since streaming began, seconds: its clock may be off."""
        now = self._clock()
        factor = self._board_faults.clock_factor(now - (self._first_start_s or 0.0))
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
        if elapsed_s < self._next_burst_s():
            return
        due = min(int(elapsed_s * self._rate) - self._sent, MOST_AT_ONCE)
        time_s = self._clock() - (self._first_start_s or 0.0)
        pieces: list[bytes] = []
        for _ in range(due):
            pieces += self._link_faults.apply(self._firmware.packet(), time_s)
        self._sent += max(due, 0)
        if pieces:
            self._terminal.write(self._wire(b"".join(pieces)))
