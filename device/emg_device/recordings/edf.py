"""EDF+ and BDF+ through edfio (the extra ``export``)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from emg_device.recordings.recording import UV_PER_UNIT, Recording, check_header, scale_of
from emg_signal.errors import DeviceNotFoundError, RecordCorruptError
from emg_signal.phrase import say

EDF_MARK, BDF_MARK = b"0       ", b"\xffBIOSEMI"


def is_edf(data: bytes) -> bool:
    """Return True if the first bytes are the version field of EDF or BDF."""
    return data.startswith((EDF_MARK, BDF_MARK))


def read_edf(path: Path, data: bytes) -> Recording:
    """Read an EDF(+) or BDF(+) file; signals of the most common rate become channels.

    Raises
    ------
    RecordCorruptError
        edfio cannot read it, or no signal is a voltage.
    DeviceNotFoundError
        edfio is not installed.
    """
    try:
        import edfio
    except ImportError as error:
        raise DeviceNotFoundError(
            say("Reading EDF and BDF needs edfio."),
            say("Install it: pip install 'evenhand[export]'."),
        ) from error
    is_bdf = data.startswith(BDF_MARK)
    try:
        file = edfio.read_bdf(data) if is_bdf else edfio.read_edf(data, lazy_load_data=False)
        signals = [s for s in file.signals if s.physical_dimension.lower() in UV_PER_UNIT]
        return _recording(path, "BDF+" if is_bdf else "EDF+", signals, len(file.signals))
    except RecordCorruptError:
        raise
    except Exception as error:  # edfio raises what its parsing meets: ValueError, struct.error …
        raise RecordCorruptError(
            say("{name} is a damaged EDF or BDF file: {error}.", name=path.name, error=error),
            say("Export it again."),
        ) from error


def _recording(path: Path, kind: str, signals: list[Any], n_signals: int) -> Recording:
    if not signals:
        raise RecordCorruptError(
            say("{name} holds no signal in volts.", name=path.name), say("Is it an EMG file?")
        )
    rates = [float(signal.sampling_frequency) for signal in signals]
    fs_hz = max(set(rates), key=rates.count)
    chosen = [s for s, rate in zip(signals, rates, strict=True) if rate == fs_hz]
    check_header(path.name, len(chosen), fs_hz, len(chosen[0].data))
    notes = []
    if len(chosen) < n_signals:
        left = n_signals - len(chosen)
        notes.append(
            say(
                "{left} signals are left out: another rate than {fs_hz:g} Hz, or no voltage.",
                left=left,
                fs_hz=fs_hz,
            )
        )
    samples = [signal.data * scale_of(signal.physical_dimension) for signal in chosen]
    return Recording(
        kind=kind,
        samples_uv=np.ascontiguousarray(np.stack(samples, axis=1)),
        fs_hz=fs_hz,
        channel_names=tuple(signal.label for signal in chosen),
        units=tuple(signal.physical_dimension for signal in chosen),
        rails_uv=None,
        notes=tuple(notes),
    )
