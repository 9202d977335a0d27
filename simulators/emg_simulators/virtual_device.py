"""The driver ``virtual``: a virtual patient on a virtual Cyton, under the real driver.

Where there are pseudo-terminals the board runs as its own process and the real BrainFlow driver
opens it; elsewhere (Windows), or with ``?link=memory``, the same board runs in process
(`emg_simulators.memory_device`).
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from emg_device.base import Device
from emg_device.cyton import CytonDevice
from emg_device.info import DeviceInfo
from emg_device.spec import DeviceSpec
from emg_signal.errors import ConfigError
from emg_signal.phrase import say
from emg_simulators.board_process import END_S, BoardProcess
from emg_simulators.cyton_options import CytonOptions, arguments_of, options_of
from emg_simulators.memory_device import MemoryDevice
from emg_simulators.wishes import Asked, wishes_of

LINKS = ("serial", "memory")
LOST_PATIENCE_S = 1.0
"""A board that was lost may hang: the thread that closes must not wait for it."""


class VirtualDevice(CytonDevice):
    """The real Cyton driver on a virtual board that it starts itself.

    Parameters
    ----------
    options
        Patient, seed and truth file.
    clock
        Monotonic seconds.
    """

    example: ClassVar[str] = "virtual"

    def __init__(
        self, options: CytonOptions, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__("", clock=clock)
        self._options = options
        self.board: BoardProcess | None = None
        """The process of the board; tests end it to pull the plug."""

    @classmethod
    def from_spec(
        cls, spec: DeviceSpec, *, clock: Callable[[], float] = time.monotonic, **kw: Any
    ) -> Device:
        """Return the virtual device that `spec` names, by whichever link this system has."""
        options = options_of(spec)
        link = spec.options.get("link", "serial" if hasattr(os, "openpty") else "memory")
        if link not in LINKS:
            raise ConfigError(
                say("There is no link {link!r}.", link=link),
                say("Choose of {names!s}.", names=", ".join(LINKS)),
            )
        return cls(options, clock=clock) if link == "serial" else MemoryDevice(options, clock=clock)

    def open(self) -> DeviceInfo:
        """Start the board if it does not run, then open it as any Cyton.

        A board that was unplugged runs on until `close`, and may be plugged in again meanwhile.
        """
        if self.is_open:
            return self.info
        if self.board is not None and self.board.runs:
            return super().open()
        self._end_board()
        self.board = BoardProcess(arguments_of(self._options))
        self._port = self._parameters["serial_port"] = self.board.port
        try:
            return super().open()
        except BaseException:
            self._end_board()
            raise

    def close(self) -> None:
        """Stop, and end the board; may be called twice, and after a loss."""
        was_lost = self._lost is not None
        super().close()
        self._end_board(LOST_PATIENCE_S if was_lost else END_S)

    def ask(self, asked: Iterable[Asked]) -> None:
        """Ask the patient to do what a person would be asked, from any thread."""
        if self.board is not None:
            self.board.ask(wishes_of(asked))

    def _end_board(self, patience_s: float = END_S) -> None:
        board, self.board = self.board, None
        if board is not None:
            board.end(patience_s)
