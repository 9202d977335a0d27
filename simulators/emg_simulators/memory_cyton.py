"""`MemoryCyton`: a virtual Cyton on a line in memory, with what is at its electrodes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

from emg_simulators.boards.cyton_firmware import END_OF_TEXT
from emg_simulators.cyton_board import connect, cyton_firmware, cyton_on
from emg_simulators.cyton_options import CytonOptions
from emg_simulators.faults import Fault
from emg_simulators.memory_line import MemoryLine


class MemoryCyton:
    """The board and its host's end of the line.

    Parameters
    ----------
    options
        Patient, seed, faults and truth file.
    slice_s
        Packets are sent in bursts of this length, seconds, or longer ones if `options` say so.
    n_packets
        Packets after which nothing more is sent; None for never.
    clock, sleep
        Monotonic seconds, and a wait.

    Raises
    ------
    ConfigError, RecordError, StorageFullError
        As `connect`.
    """

    def __init__(
        self,
        options: CytonOptions,
        *,
        slice_s: float,
        n_packets: int | None,
        clock: Callable[[], float],
        sleep: Callable[[float], None],
    ) -> None:
        self._line = MemoryLine(sleep)
        with ExitStack() as stack:
            self._electrodes = connect(options, stack)
            self._board = cyton_on(
                self._line,
                cyton_firmware(options, self._electrodes),
                self._electrodes,
                burst_s=max(slice_s, options.burst_ms / 1e3),
                n_packets=n_packets,
                seed=options.seed or 0,
                clock=clock,
            )
            self._stack = stack.pop_all()

    @property
    def made(self) -> int:
        """Packets that the board has made, whether or not they arrived."""
        return self._board.made

    @property
    def joined(self) -> bool:
        """Whether the line is open; it is not any more once it hung up."""
        return self._line.joined

    def join(self) -> bool:
        """Open the line; return whether the board is plugged in."""
        self.serve()  # what happened to its plug meanwhile
        return self._line.join()

    def serve(self, timeout_s: float = 0.0) -> bytes:
        """Wait until something is due, at most `timeout_s` seconds; return what arrives."""
        wait_s = min(timeout_s, self._board.wait_s())
        self._board.serve(self._line.read(wait_s))
        return self._line.take()

    def command(self, text: str) -> str:
        """Send a command and return the reply; '' for commands without one."""
        self._line.take()
        self._line.send(text.encode("ascii"))
        return self.serve().decode("ascii", "ignore").removesuffix(END_OF_TEXT)

    def add_fault(self, fault: Fault) -> None:
        """Let one more thing go wrong, now if its time is over."""
        self._electrodes.add_fault(fault)
        self._board.add_fault(fault)

    def end_faults(self) -> None:
        """Let everything be mended; what is unplugged stays so."""
        self._electrodes.end_faults()
        self._board.end_faults()

    def wish(self, wish: str) -> None:
        """Ask the patient for something; see `wishes`."""
        self._electrodes.wish(wish)

    def close(self) -> None:
        """End: files are written."""
        self._stack.close()
