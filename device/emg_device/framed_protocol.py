"""The framed serial protocol, version 1, on the host's side: packets to bytes and back.

The contract is ``firmware_stubs/EvenhandBoard/src/framed_protocol.h``; docs/firmware.md explains
it byte by byte. A frame is COBS(packet + CRC-32) and a zero. The `cobs` package (a C extension by
the encoding's usual Python implementer) does the stuffing and `zlib` the checksum: both are older
and better tested than anything of ours, and the C codec, which is ours, is held against them.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from enum import IntEnum

from cobs import cobs

VERSION = 1
PACKET_MAX = 254
"""With its CRC; so COBS adds exactly one byte."""
WIRE_EXTRA = 6
"""CRC (4), COBS code byte, delimiter."""
BITS_PER_BYTE = 10
"""8N1: start bit, eight bits, stop bit."""
CRC_RESIDUE = 0x2144DF1C
"""CRC-32 of any bytes followed by their own CRC-32, little-endian (RFC 1952's polynomial)."""
FLAG_STREAMING = 0x01

_HELLO = struct.Struct("<BBBBBBBIIIIH3B24s16s")
_ACKNOWLEDGE = struct.Struct("<BBBH")
_REFUSAL = struct.Struct("<BBBBI")
_COMMAND = struct.Struct("<BBH")
DATA_HEADER = struct.Struct("<BHI")


class PacketType(IntEnum):
    """First byte of a packet; below 0x10 from the board, from 0x10 on from the host."""

    HELLO = 0x01
    DATA = 0x02
    ACKNOWLEDGE = 0x03
    ERROR = 0x04
    IDENTIFY = 0x10
    START = 0x11
    STOP = 0x12
    SET_RATE = 0x13
    SET_CHANNELS = 0x14


class RefusalCode(IntEnum):
    """Why a board refused a command."""

    COMMAND = 1
    STREAMING = 2
    RATE = 3
    CHANNELS = 4
    LINK = 5


@dataclass(frozen=True, slots=True)
class Hello:
    """What a board says of itself.

    Parameters
    ----------
    board, serial
        ASCII, at most 24 and 16 characters; an empty serial number is none.
    firmware
        Major, minor, patch.
    n_channels, n_channels_max
        Sampled now, and on the board.
    rate_mhz
        What its timer really gives, millihertz.
    resolution_bits
        Of its converter: 2 to 16 make two bytes a sample, 17 to 24 three.
    scale_uv, scale_divisor
        One count is ``scale_uv / scale_divisor`` µV at the electrode.
    baud
        Of its UART; 0 if it has no such limit.
    lowpass_hz
        −3 dB of its own low-pass, Hz; 0 if unknown.
    samples_per_frame
        Sampling instants in one data frame.
    flags
        `FLAG_STREAMING`.
    protocol_version
        `VERSION`.
    """

    board: str
    serial: str
    firmware: tuple[int, int, int]
    n_channels: int
    n_channels_max: int
    rate_mhz: int
    resolution_bits: int
    scale_uv: int
    scale_divisor: int
    baud: int = 0
    lowpass_hz: int = 0
    samples_per_frame: int = 1
    flags: int = 0
    protocol_version: int = VERSION

    @property
    def fs_hz(self) -> float:
        """Sampling rate, Hz."""
        return self.rate_mhz / 1000

    @property
    def sample_size(self) -> int:
        """Bytes of one sample on the wire."""
        return 3 if self.resolution_bits > 16 else 2

    @property
    def data_packet_size(self) -> int:
        """Bytes of one data packet, CRC included."""
        values = self.n_channels * self.samples_per_frame
        return DATA_HEADER.size + values * self.sample_size + 4

    @property
    def link_bits_per_s(self) -> int:
        """Bits per second that its data frames take on an 8N1 line."""
        wire = self.data_packet_size + 2
        return round(wire * BITS_PER_BYTE * self.fs_hz / self.samples_per_frame)

    def pack(self) -> bytes:
        """Return the packet without its CRC."""
        return _HELLO.pack(
            PacketType.HELLO,
            self.protocol_version,
            self.flags,
            self.n_channels,
            self.n_channels_max,
            self.resolution_bits,
            self.samples_per_frame,
            self.rate_mhz,
            self.scale_uv,
            self.scale_divisor,
            self.baud,
            self.lowpass_hz,
            *self.firmware,
            self.board.encode("ascii"),
            self.serial.encode("ascii"),
        )


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """A command was carried out.

    Parameters
    ----------
    token, command
        Of the command that is answered.
    value
        What is now in force.
    """

    token: int
    command: int
    value: int

    def pack(self) -> bytes:
        """Return the packet without its CRC."""
        return _ACKNOWLEDGE.pack(PacketType.ACKNOWLEDGE, self.token, self.command, self.value)


@dataclass(frozen=True, slots=True)
class FramedRefusal:
    """A command was not carried out.

    Parameters
    ----------
    token, command
        Of the command that is answered.
    code
        Why, a `RefusalCode`.
    limit
        What that code says it is: Hz, channels, or bits per second.
    """

    token: int
    command: int
    code: int
    limit: int

    def pack(self) -> bytes:
        """Return the packet without its CRC."""
        return _REFUSAL.pack(PacketType.ERROR, self.token, self.command, self.code, self.limit)


@dataclass(frozen=True, slots=True)
class FramedCommand:
    """What the host asks.

    Parameters
    ----------
    type
        A `PacketType` from 0x10 on.
    token
        Comes back in the reply.
    value
        Hz or channels; 0 where the command has none.
    """

    type: int
    token: int
    value: int = 0

    def pack(self) -> bytes:
        """Return the packet without its CRC."""
        return _COMMAND.pack(self.type, self.token, self.value)


def seal(packet: bytes) -> bytes:
    """Return the frame of a packet without its CRC; raise `ValueError` if it is too long."""
    if not 0 < len(packet) <= PACKET_MAX - 4:
        raise ValueError(f"a packet of {len(packet)} bytes")
    stuffed: bytes = cobs.encode(packet + zlib.crc32(packet).to_bytes(4, "little"))
    return stuffed + b"\0"


def open_frames(frames: list[bytes]) -> list[bytes]:
    """Return the packets of those frames (without delimiters) that are whole, CRC still on them.

    All at once, because a call for each frame would cost as much as its checksum.
    """
    packets = []
    for frame in frames:
        if len(frame) <= PACKET_MAX + 1:
            try:
                packet: bytes = cobs.decode(frame)
            except cobs.DecodeError:
                continue
            # Four zero bytes are an empty packet with its right CRC, and no packet of ours.
            if zlib.crc32(packet) == CRC_RESIDUE and len(packet) > 4:
                packets.append(packet)
    return packets


Reply = Hello | Acknowledge | FramedRefusal | FramedCommand


def parse(packet: bytes) -> Reply | None:
    """Return what a packet (CRC still on it) says; None for data and what is unknown."""
    body, kind = packet[:-4], packet[0]
    if kind == PacketType.HELLO and len(body) == _HELLO.size:
        return _hello(body)
    if kind == PacketType.ACKNOWLEDGE and len(body) == _ACKNOWLEDGE.size:
        return Acknowledge(*_ACKNOWLEDGE.unpack(body)[1:])
    if kind == PacketType.ERROR and len(body) == _REFUSAL.size:
        return FramedRefusal(*_REFUSAL.unpack(body)[1:])
    if kind >= PacketType.IDENTIFY and len(body) == _COMMAND.size:
        return FramedCommand(*_COMMAND.unpack(body))
    return None


def _hello(body: bytes) -> Hello:
    fields = _HELLO.unpack(body)
    return Hello(
        protocol_version=fields[1],
        flags=fields[2],
        n_channels=fields[3],
        n_channels_max=fields[4],
        resolution_bits=fields[5],
        samples_per_frame=fields[6],
        rate_mhz=fields[7],
        scale_uv=fields[8],
        scale_divisor=fields[9],
        baud=fields[10],
        lowpass_hz=fields[11],
        firmware=(fields[12], fields[13], fields[14]),
        board=_text(fields[15]),
        serial=_text(fields[16]),
    )


def _text(field: bytes) -> str:
    return field.split(b"\0", 1)[0].decode("ascii", "replace")
