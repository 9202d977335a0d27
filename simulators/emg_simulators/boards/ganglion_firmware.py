"""`GanglionFirmware`: an OpenBCI Ganglion behind a BLED112 dongle, as a serial port sees it.

The dongle speaks BGAPI (Bluegiga Bluetooth Smart Software API 1.3): 4 bytes of header (kind and
length, class, method), then the payload. Only what BrainFlow uses is answered: discovery,
connection, the two characteristics, writing, and notifications. The board's packets are those of
its firmware 3: number 0 to 99, two samples of four channels in 18 bits, one byte of acceleration.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Protocol

import numpy as np
import numpy.typing as npt

from emg_simulators.boards.cyton_firmware import SIMULATOR_MARK

ADDRESS = bytes.fromhex("0100eeffc0c0")
"""Little-endian: c0:c0:ff:ee:00:01, a random static address."""
PACKETS_PER_S = 100.0
N_CHANNELS = 4
UV_PER_COUNT = 1.2e6 / 8388607.0 / 1.5 / 51.0
"""1.2 V reference, gain 51 x 1.5 (OpenBCI Ganglion documentation; BrainFlow's scale)."""
SEND, RECEIVE, CONFIGURE = 0x0E, 0x0B, 0x0C
"""Handles; any will do, the host looks them up."""
SERVICE_UUID = bytes.fromhex("84fe")
CONFIGURE_UUID = bytes.fromhex("0229")
RECEIVE_UUID = bytes.fromhex("2d30c082f39f4ce6923f3484ea480596")[::-1]
SEND_UUID = bytes.fromhex("2d30c083f39f4ce6923f3484ea480596")[::-1]


class GanglionSource(Protocol):
    """What fills the packets."""

    def read_counts(self, n_samples: int) -> npt.NDArray[np.int32]:
        """Return the next `n_samples` as ``(4, n_samples)`` counts."""
        ...


def message(kind: int, family: int, method: int, payload: bytes) -> bytes:
    """Return one BGAPI message.

    Parameters
    ----------
    kind
        0x00 is a response, 0x80 an event.
    family, method
        BGAPI class and method of the message.
    payload
        What follows the four bytes of the header.
    """
    return bytes([kind, len(payload), family, method]) + payload


class GanglionFirmware:
    """Dongle and board in one.

    Parameters
    ----------
    counts
        What the converter delivers, 4 channels.
    impedance_ohm
        Impedance of each electrode, for the impedance mode.
    """

    def __init__(
        self,
        counts: GanglionSource,
        *,
        impedance_ohm: Callable[[int], float] = lambda channel: 10_000.0,
    ) -> None:
        self.counts = counts
        self.streaming = False
        self.address = ADDRESS
        self._impedance_ohm = impedance_ohm
        self._impedance_mode = False
        self._number = 0
        self._rest = b""
        self._answers: dict[tuple[int, int], Callable[[bytes], bytes]] = {
            (0, 0): self._reset,
            (6, 2): self._discover,
            (6, 4): lambda _: message(0, 6, 4, b"\0\0"),
            (6, 3): self._connect,
            (4, 1): self._groups,
            (4, 3): self._information,
            (4, 4): self._read,
            (4, 5): self._write,
            (4, 6): self._write,
        }

    def receive(self, data: bytes) -> bytes:
        """Take bytes from the host and return responses and events."""
        self._rest += data
        replies = []
        while len(self._rest) >= 4 and len(self._rest) >= 4 + self._rest[1]:
            end = 4 + self._rest[1]
            command, self._rest = self._rest[:end], self._rest[end:]
            answer = self._answers.get((command[2], command[3]))
            if answer is not None:
                replies.append(answer(command[4:]))
        return b"".join(replies)

    def become_another(self) -> None:
        """Answer from now on as another board of the same kind."""
        self.address = ADDRESS[:1] + bytes([ADDRESS[1] ^ 0xFF]) + ADDRESS[2:]

    def _reset(self, payload: bytes) -> bytes:
        """Begin anew without an answer; the board, its connection lost, stops streaming."""
        self.streaming = False
        return b""

    def _discover(self, payload: bytes) -> bytes:
        name = b"Ganglion-" + SIMULATOR_MARK[:8].encode()
        advertised = bytes([len(name) + 1, 0x09]) + name
        heard = struct.pack("<bB", -40, 0) + self.address + b"\x01\xff" + bytes([len(advertised)])
        return message(0, 6, 2, b"\0\0") + message(0x80, 6, 0, heard + advertised)

    def _connect(self, payload: bytes) -> bytes:
        """Connect to this board; a call for another one is never answered."""
        if payload[:6] != self.address:
            return message(0, 6, 3, b"\0\0\0")
        status = b"\x00\x05" + payload[:6] + b"\x01" + struct.pack("<HHHB", 76, 100, 0, 0xFF)
        return message(0, 6, 3, b"\0\0\0") + message(0x80, 3, 0, status)

    def _groups(self, payload: bytes) -> bytes:
        found = struct.pack("<BHH", 0, 9, 20) + bytes([2]) + SERVICE_UUID
        return message(0, 4, 1, b"\0\0\0") + message(0x80, 4, 2, found) + self._completed(20)

    def _information(self, payload: bytes) -> bytes:
        found = [
            message(0x80, 4, 4, struct.pack("<BH", 0, handle) + bytes([len(uuid)]) + uuid)
            for handle, uuid in (
                (RECEIVE, RECEIVE_UUID),
                (CONFIGURE, CONFIGURE_UUID),
                (SEND, SEND_UUID),
            )
        ]
        return message(0, 4, 3, b"\0\0\0") + b"".join(found)

    def _read(self, payload: bytes) -> bytes:
        value = b"3.0.1"
        found = struct.pack("<BHB", 0, *struct.unpack_from("<H", payload, 1), 0)
        return message(0, 4, 4, b"\0\0\0") + message(
            0x80, 4, 5, found + bytes([len(value)]) + value
        )

    def _write(self, payload: bytes) -> bytes:
        handle = struct.unpack_from("<H", payload, 1)[0]
        if handle == SEND:
            self.command(payload[4:])
        return message(0, 4, 5, b"\0\0\0") + self._completed(handle)

    def _completed(self, handle: int) -> bytes:
        return message(0x80, 4, 1, struct.pack("<BHH", 0, 0, handle))

    def command(self, data: bytes) -> None:
        """Take what the host wrote to the board itself."""
        for character in data.decode("ascii", "replace"):
            if character in "bz":
                self._number = 0
                self._impedance_mode = character == "z"
                self.streaming = True
            elif character in "sZ":
                self.streaming = False

    def notification(self) -> bytes:
        """Return what the board sends next: two samples, or one electrode's impedance."""
        return self._impedance() if self._impedance_mode else self._samples()

    def packet(self) -> bytes:
        """Return the next notification as the dongle hands it on."""
        value = self.notification()
        head = struct.pack("<BHB", 0, RECEIVE, 1) + bytes([len(value)])
        return message(0x80, 4, 5, head + value)

    def _samples(self) -> bytes:
        counts = self.counts.read_counts(2)
        bits = "".join(pack_18_bits(int(count)) for count in counts.T.ravel())
        value = bytes([self._number]) + int(bits, 2).to_bytes(18, "big") + b"\0"
        self._number = (self._number + 1) % 100
        return value

    def _impedance(self) -> bytes:
        """Return what the board sends in impedance mode: whole kOhm as text, and Z.

        Cut off, not rounded, and without a digit below 1 kOhm (OpenBCI_Ganglion_Library,
        testImpedance and loadInt).
        """
        place = self._number % 5
        self._number += 1
        kohm = int(self._impedance_ohm(min(place, N_CHANNELS - 1)) / 1e3)
        digits = str(kohm) if kohm > 0 else ""
        return (bytes([201 + place]) + f"{digits}Z".encode()).ljust(20, b"\0")


def pack_18_bits(count: int) -> str:
    """Return 18 bits of a 24-bit count: its 17 highest, and its sign as the last."""
    highest = count >> 6 & 0x3FFFF
    return f"{highest | 1 if count < 0 else highest & ~1:018b}"
