"""`VirtualBoard`: runs a board's firmware on a pseudo-terminal, at the pace of a real one."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

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
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._firmware = firmware
        self._terminal = terminal
        self._rate = packets_per_s
        self._wire = wire
        self._burst_s = burst_s
        self._began = began
        self._clock = clock
        self._start_s: float | None = None
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
        if self._start_s is not None:
            self._send_due(self._start_s)

    def _answer(self, data: bytes) -> None:
        reply = self._firmware.receive(data)
        if reply:
            self._terminal.write(reply)
        if self._firmware.streaming and self._start_s is None:
            self._start_s, self._sent = self._clock(), 0
            self._began()
        elif not self._firmware.streaming:
            self._start_s = None

    def _wait_s(self) -> float:
        if self._start_s is None:
            return IDLE_S
        due_s = self._start_s + max((self._sent + 1) / self._rate, self._next_burst_s())
        return min(max(0.0, due_s - self._clock()), IDLE_S)

    def _next_burst_s(self) -> float:
        """Return when, since the start, the next burst may leave."""
        if not self._burst_s:
            return 0.0
        return (int(self._sent / self._rate / self._burst_s) + 1) * self._burst_s

    def _send_due(self, start_s: float) -> None:
        elapsed_s = self._clock() - start_s
        if elapsed_s < self._next_burst_s():
            return
        due = min(int(elapsed_s * self._rate) - self._sent, MOST_AT_ONCE)
        if due > 0:
            packets = b"".join(self._firmware.packet() for _ in range(due))
            self._sent += due
            self._terminal.write(self._wire(packets))
