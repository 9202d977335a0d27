"""A virtual Cyton whose electrodes step: ``python -m emg_ui.commands.bench_board``.

It runs as a process of its own, as a board does, and writes one line per step: number of the
sample and the monotonic clock at which its packet went out (on Linux and macOS that clock is
the same in all processes).
"""

from __future__ import annotations

import os
import select
import sys
import time
from contextlib import suppress

import numpy as np
import numpy.typing as npt

from emg_simulators.ads1299 import ChannelInput
from emg_simulators.boards.cyton_firmware import PACKETS_PER_S, CytonFirmware
from emg_simulators.pseudo_terminal import PseudoTerminal
from emg_simulators.virtual_board import VirtualBoard

STEP_EVERY = 59
"""Samples between steps: about a quarter of a second, no multiple of a frame or a chunk, and long
enough for the filters' ringing to fall to a hundredth of a step."""

STEP_COUNTS = 80_000
"""Height of a step: 1.8 mV at gain 24, which leaves no doubt where a lane begins to move."""


class StepCounts:
    """A square wave on all eight channels, without noise."""

    n_channels = 8

    def __init__(self) -> None:
        self._next = 0

    def read_counts(self, n_samples: int) -> npt.NDArray[np.int32]:
        """Return the next `n_samples`, ``(8, n_samples)``."""
        index = np.arange(self._next, self._next + n_samples)
        self._next += n_samples
        level = (index // STEP_EVERY % 2) * STEP_COUNTS
        return np.broadcast_to(level.astype(np.int32), (8, n_samples)).copy()

    def set_gain(self, channel: int, gain: int) -> None:
        """Accept the host's setting: counts do not depend on it here."""

    def gain(self, channel: int) -> float:
        """Return the gain of the lanes."""
        return 24.0

    def set_input(self, channel: int, connection: ChannelInput) -> None:
        """Accept the host's setting."""

    def set_lead_off(self, channel: int, impedance_ohm: float | None) -> None:
        """Accept the host's setting.

        Parameters
        ----------
        channel
            Index of the channel.
        impedance_ohm
            Set by the host for its test, Ohm; ignored, as electrodes that step are not
            measured.
        """


class StepFirmware(CytonFirmware):
    """A Cyton that notes when the first packet of each step leaves."""

    def __init__(self) -> None:
        super().__init__(StepCounts(), name="bench")
        self.steps: list[tuple[int, float]] = []
        self._sent = 0

    def packet(self) -> bytes:
        """Return the next packet."""
        if self._sent and self._sent % STEP_EVERY == 0:
            self.steps.append((self._sent, time.monotonic()))
        self._sent += 1
        return super().packet()


def main() -> None:
    """Serve until standard input closes, then write what was noted."""
    firmware = StepFirmware()
    with PseudoTerminal() as terminal:
        board = VirtualBoard(firmware, terminal, packets_per_s=PACKETS_PER_S)
        sys.stdout.write(f"ready {terminal.name}\n")
        sys.stdout.flush()
        board.run(_input_closed)
    with suppress(BrokenPipeError):  # a bench that was broken off reads no steps
        sys.stdout.write("".join(f"{index} {at_s:.6f}\n" for index, at_s in firmware.steps))
        sys.stdout.flush()
    os._exit(0)  # nothing is left to do, and the stream would be flushed once more


def _input_closed() -> bool:
    ready, _, _ = select.select([0], [], [], 0)
    return bool(ready) and not os.read(0, 1024)


if __name__ == "__main__":
    main()
