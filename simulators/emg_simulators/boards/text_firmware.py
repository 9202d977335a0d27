"""`TextFirmware` and `ChordsFirmware`: Arduino sketches with a 10-bit converter, without a wire."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from emg_simulators.boards.cyton_firmware import SIMULATOR_MARK
from emg_simulators.source import ElectrodeSource

MIDDLE = 512
"""A sketch's amplifier puts 0 V in the middle of the converter's range."""


class TenBitSource:
    """A 10-bit converter on an electrode source, without a filter: as a plain sketch has it.

    Parameters
    ----------
    source
        Voltage at the electrodes, rendered at the board's own rate.
    scale_uv
        µV per count.
    n_channels
        Inputs of the board: electrodes beyond them are not connected; None for all.
    """

    def __init__(
        self, source: ElectrodeSource, scale_uv: float, n_channels: int | None = None
    ) -> None:
        self._source = source
        self._n_channels = min(n_channels or source.n_channels, source.n_channels)
        self._scale_uv = scale_uv

    @property
    def n_channels(self) -> int:
        """Number of channels."""
        return self._n_channels

    def next_sample(self) -> npt.NDArray[np.int64]:
        """Return one count per channel, 0 to 1023."""
        counts = np.rint(self._source.render(1)[: self._n_channels, 0] / self._scale_uv) + MIDDLE
        return np.asarray(np.clip(counts, 0, 1023), dtype=np.int64)


class TextFirmware:
    """A sketch that prints one line per sample, always.

    Parameters
    ----------
    source
        What it measures.
    separator, header, stamp_ms
        What stands between the numbers; a first line; milliseconds per sample to print as a
        time stamp before them, 0 for none.
    """

    streaming = True

    def __init__(
        self,
        source: TenBitSource,
        *,
        separator: str = ",",
        header: str = f"# {SIMULATOR_MARK}",
        stamp_ms: int = 0,
    ) -> None:
        self._source = source
        self._separator = separator
        self._header = header
        self._stamp_ms = stamp_ms
        self._sent = 0

    def receive(self, data: bytes) -> bytes:
        """Take no notice: a sketch that prints takes no commands."""
        return b""

    def become_another(self) -> None:
        """Print as another board of the same kind does: from the beginning."""
        self._header += " another board"
        self._sent = 0

    def packet(self) -> bytes:
        """Return the next line."""
        fields = [str(count) for count in self._source.next_sample()]
        if self._stamp_ms:
            fields.insert(0, str(self._sent * self._stamp_ms))
        line = self._separator.join(fields) + "\r\n"
        if self._sent == 0 and self._header:
            line = f"{self._header}\r\n{line}"
        self._sent += 1
        return line.encode()


class ChordsFirmware:
    """The Chords firmware of Upside Down Labs: WHORU, START, STOP, STATUS, and packets.

    Parameters
    ----------
    source
        What it measures.
    name
        Board that it says it is.
    """

    def __init__(self, source: TenBitSource, name: str = "UNO-R3") -> None:
        self.streaming = False
        self._source = source
        self._name = f"{name} {SIMULATOR_MARK}"
        self._counter = 0
        self._line = b""

    def receive(self, data: bytes) -> bytes:
        """Take bytes from the host and return the reply."""
        self._line += data
        *lines, self._line = self._line.split(b"\n")
        return b"".join(self._command(line.strip().upper()) for line in lines)

    def _command(self, command: bytes) -> bytes:
        if command in (b"START", b"STOP"):
            self.streaming = command == b"START"
        elif command == b"WHORU":
            return f"{self._name}\r\n".encode()
        elif command == b"STATUS":
            return b"RUNNING\r\n" if self.streaming else b"STOPPED\r\n"
        elif command:
            return b"UNKNOWN COMMAND\r\n"
        return b""

    def become_another(self) -> None:
        """Answer from now on as another board of the same kind."""
        self._name += " another board"

    def packet(self) -> bytes:
        """Return the next packet."""
        counts = self._source.next_sample().astype(">u2").tobytes()
        frame = b"\xc7\x7c" + bytes([self._counter]) + counts + b"\x01"
        self._counter = (self._counter + 1) % 256
        return frame
