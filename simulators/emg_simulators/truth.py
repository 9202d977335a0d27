"""`TruthRecorder`: keeps what was rendered at the electrodes, for a test to compare with."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

import numpy as np

from emg_signal.chunk import FloatArray
from emg_signal.errors import StorageFullError
from emg_signal.phrase import say
from emg_simulators.source import ElectrodeSource


class TruthRecorder:
    """An `ElectrodeSource` that passes another one on and writes it to an .npz at the end.

    Samples go to ``FILE.npz.part`` as they are rendered, so memory does not grow with the run;
    `close` makes the .npz of it with these arrays:

    ``electrode_uv``
        ``(n_channels, n_rendered)`` float64 µV.
    ``render_hz``
        Rendering rate, Hz.
    ``first_streamed``
        Index into ``electrode_uv`` of the first rendered sample of the window that makes the
        first streamed sample: streamed sample ``k`` is
        ``sum(taps * electrode_uv[:, first + k*R : first + k*R + len(taps)])``.

    Parameters
    ----------
    source
        What is rendered.
    path
        The .npz to write.

    Raises
    ------
    StorageFullError
        The file cannot be written.
    """

    def __init__(self, source: ElectrodeSource, path: str | Path) -> None:
        self._source = source
        self._path = Path(path)
        self._part = self._path.with_name(self._path.name + ".part")
        self._first_streamed = 0
        try:
            self._file: BinaryIO | None = self._part.open("wb")
        except OSError as error:
            raise StorageFullError(
                say("Cannot write {part!s}: {error!s}.", part=self._part, error=error.strerror)
            ) from error

    @property
    def n_channels(self) -> int:
        """Number of channels."""
        return self._source.n_channels

    @property
    def fs_hz(self) -> float:
        """Rendering rate, Hz."""
        return self._source.fs_hz

    def render(self, n_samples: int) -> FloatArray:
        """Return the next `n_samples` of the source, and keep them."""
        samples_uv = self._source.render(n_samples)
        if self._file is None:
            raise ValueError("the truth file is closed")
        self._file.write(samples_uv.T.astype("<f8").tobytes())
        return samples_uv

    def mark_streaming(self, first_rendered: int) -> None:
        """Say that streaming begins with the window that starts at `first_rendered`."""
        self._first_streamed = first_rendered

    def close(self) -> None:
        """Write the .npz and remove the part file; a second call does nothing."""
        if self._file is None:
            return
        self._file.close()
        self._file = None
        flat = np.fromfile(self._part, dtype="<f8")
        np.savez(
            self._path,
            electrode_uv=flat.reshape(-1, self.n_channels).T,
            render_hz=np.float64(self.fs_hz),
            first_streamed=np.int64(self._first_streamed),
        )
        self._part.unlink()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
