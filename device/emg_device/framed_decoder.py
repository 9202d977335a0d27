"""`FrameDecoder`: bytes from the line to packets; `data_of`: packets to arrays of counts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from emg_device.framed_protocol import PACKET_MAX, Hello, PacketType, open_frame
from emg_device.info import IntArray

CountArray = npt.NDArray[np.int32]


class FrameDecoder:
    """Cuts a stream of bytes into packets, whatever the sizes of the reads.

    A damaged frame costs itself and, when its delimiter was lost, the next one; no state
    survives a delimiter.
    """

    def __init__(self) -> None:
        self.bad_frames = 0
        self._rest = b""
        self._overrun = False

    def feed(self, data: bytes) -> list[bytes]:
        """Return the packets that `data` completes, each with its CRC, which was right."""
        *frames, self._rest = (self._rest + data).split(b"\0")
        if frames and self._overrun:
            frames[0] = b""  # the tail of a frame that was counted as bad when it grew too long
            self._overrun = False
        if len(self._rest) > PACKET_MAX + 1:
            self.bad_frames += not self._overrun
            self._overrun = True
            self._rest = b""
        packets = [open_frame(frame) for frame in frames if frame]
        good = [packet for packet in packets if packet is not None]
        self.bad_frames += len(packets) - len(good)
        return good


@dataclass(frozen=True, slots=True, eq=False)
class DataBlock:
    """The samples of some data packets, in order of arrival.

    Parameters
    ----------
    counts
        ``(n_samples, n_channels)`` int32, converter counts.
    sequence
        ``(n_samples,)`` int64, the board's number of each sampling instant, modulo 65536.
    time_s
        ``(n_samples,)`` float64, board's clock, seconds from the block's first sample.
    """

    counts: CountArray
    sequence: IntArray
    time_s: npt.NDArray[np.float64]


def data_type(hello: Hello) -> np.dtype[np.void]:
    """Return the layout of one data packet of such a board, CRC included."""
    shape = (hello.samples_per_frame, hello.n_channels)
    samples = (
        ("samples", "u1", (*shape, 3)) if hello.sample_size == 3 else ("samples", "<i2", shape)
    )
    return np.dtype(
        [("type", "u1"), ("sequence", "<u2"), ("time_us", "<u4"), samples, ("crc", "<u4")]
    )


def data_of(packets: list[bytes], hello: Hello) -> DataBlock:
    """Return the samples of those `packets` that are data of exactly the expected length."""
    layout = data_type(hello)
    data = [p for p in packets if p[0] == PacketType.DATA and len(p) == layout.itemsize]
    rows = np.frombuffer(b"".join(data), dtype=layout)
    per_frame = hello.samples_per_frame
    places = np.arange(per_frame)
    sequence = (rows["sequence"].astype(np.int64)[:, None] + places) % 65536
    time_s = _seconds(rows["time_us"])[:, None] + places / hello.fs_hz
    counts = _counts(rows["samples"]).reshape(-1, hello.n_channels)
    return DataBlock(counts, sequence.reshape(-1), time_s.reshape(-1))


def _counts(samples: npt.NDArray[np.uint8] | npt.NDArray[np.int16]) -> CountArray:
    """Return samples as int32; three little-endian bytes become one signed value."""
    if samples.dtype != np.uint8:
        return samples.astype(np.int32)
    wide = samples.astype(np.int32)
    # The highest byte goes to bits 24 to 31, so that the shift back carries its sign down.
    value: CountArray = (wide[..., 2] << 24 | wide[..., 1] << 16 | wide[..., 0] << 8) >> 8
    return value


def _seconds(time_us: npt.NDArray[np.uint32]) -> npt.NDArray[np.float64]:
    """Return times from the first, in seconds; the board's 32 bits wrap after 71.6 minutes."""
    # A difference of two uint32 taken as int32 is right across a wrap, and signed for a late one.
    steps = np.diff(time_us, prepend=time_us[:1]).view(np.int32)
    return np.cumsum(steps, dtype=np.float64) * 1e-6
