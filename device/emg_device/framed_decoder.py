"""`FrameDecoder`: bytes from the line to packets; `DataReader`: packets to arrays of counts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from emg_device.framed_protocol import PACKET_MAX, Hello, PacketType, open_frames
from emg_device.info import IntArray

FrameCounts = npt.NDArray[np.int16 | np.int32]


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
        frames = [frame for frame in frames if frame]  # zeros in a row are idle line
        packets = open_frames(frames)
        self.bad_frames += len(frames) - len(packets)
        return packets


@dataclass(frozen=True, slots=True, eq=False)
class DataBlock:
    """The samples of some data packets, in order of arrival.

    Parameters
    ----------
    counts
        ``(n_samples, n_channels)`` int16 or int32, converter counts.
    sequence
        ``(n_samples,)`` int64, the board's number of each sampling instant, modulo 65536.
    time_s
        ``(n_samples,)`` float64, board's clock, seconds from the block's first sample.
    """

    counts: FrameCounts
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


class DataReader:
    """Reads the data packets of one board, as its hello describes them.

    Parameters
    ----------
    hello
        What the board said when its stream was set up.
    """

    def __init__(self, hello: Hello) -> None:
        self._layout = data_type(hello)
        self._n_channels = hello.n_channels
        self._places = np.arange(hello.samples_per_frame)
        self._places_s = self._places / hello.fs_hz

    def __call__(self, packets: list[bytes]) -> DataBlock:
        """Return the samples of those `packets` that are data of exactly the expected length."""
        size = self._layout.itemsize
        data = [p for p in packets if p[0] == PacketType.DATA and len(p) == size]
        rows = np.frombuffer(b"".join(data), dtype=self._layout)
        counts = _counts(rows["samples"]).reshape(-1, self._n_channels)
        sequence, time_s = rows["sequence"].astype(np.int64), _seconds(rows["time_us"])
        if self._places.size > 1:
            sequence = ((sequence[:, None] + self._places) % 65536).reshape(-1)
            time_s = (time_s[:, None] + self._places_s).reshape(-1)
        return DataBlock(counts, sequence, time_s)


def _counts(samples: npt.NDArray[np.uint8] | npt.NDArray[np.int16]) -> FrameCounts:
    """Return samples as signed integers; three little-endian bytes become one of four."""
    if samples.dtype != np.uint8:
        return samples.view("<i2")
    # The three go to bits 8 to 31, so that the shift back carries the sign down.
    shifted = np.zeros((*samples.shape[:-1], 4), dtype=np.uint8)
    shifted[..., 1:] = samples
    shifted_back: FrameCounts = shifted.view("<i4")[..., 0] >> 8
    return shifted_back


def _seconds(time_us: npt.NDArray[np.uint32]) -> npt.NDArray[np.float64]:
    """Return times from the first, in seconds; the board's 32 bits wrap after 71.6 minutes.

    A difference of two uint32 taken as int32 is right across a wrap, and negative for what comes
    late; half an hour within one read is not to be feared.
    """
    return np.multiply((time_us - time_us[:1]).view(np.int32), 1e-6, dtype=np.float64)
