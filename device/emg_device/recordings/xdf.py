"""XDF (LabRecorder) through pyxdf (the extra ``lsl``)."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

from emg_device.recordings.recording import Recording, check_header, scale_of
from emg_signal.errors import ConfigError, DeviceNotFoundError, RecordCorruptError
from emg_signal.phrase import say

KIND = "XDF"
MARK = b"XDF:"


def is_xdf(data: bytes) -> bool:
    """Return True if the first bytes are those of XDF."""
    return data.startswith(MARK)


def read_xdf(path: Path, data: bytes) -> Recording:
    """Read the first regular numeric stream, an EMG one before others.

    Raises
    ------
    RecordCorruptError
        pyxdf cannot read it, or it holds no such stream.
    DeviceNotFoundError
        pyxdf is not installed.
    """
    try:
        import pyxdf
    except ImportError as error:
        raise DeviceNotFoundError(
            say("Reading XDF needs pyxdf."), say("Install it: pip install 'evenhand[lsl]'.")
        ) from error
    try:
        streams, _ = pyxdf.load_xdf(BytesIO(data), dejitter_timestamps=False)
    except Exception as error:  # pyxdf raises what its parsing meets
        raise RecordCorruptError(
            say("{name} is a damaged XDF file: {error}.", name=path.name, error=error)
        ) from error
    return _recording(path, _chosen(path, streams))


def _chosen(path: Path, streams: list[Any]) -> Any:
    regular = [
        stream
        for stream in streams
        if float(stream["info"]["nominal_srate"][0]) > 0
        and isinstance(stream["time_series"], np.ndarray)
        and stream["time_series"].size
    ]
    if not regular:
        raise RecordCorruptError(
            say("{name} holds no sampled signal.", name=path.name), say("Only markers?")
        )
    return min(regular, key=lambda stream: stream["info"]["type"][0].upper() != "EMG")


def _recording(path: Path, stream: Any) -> Recording:
    info = stream["info"]
    fs_hz = float(info["nominal_srate"][0])
    samples = np.asarray(stream["time_series"], dtype=np.float64)
    check_header(path.name, samples.shape[1], fs_hz, len(samples))
    names, units, unsaid = _channels(info, samples.shape[1])
    scales = np.array([scale_of(unit) for unit in units])
    return Recording(
        kind=KIND,
        samples_uv=np.ascontiguousarray(samples * scales),
        fs_hz=fs_hz,
        channel_names=names,
        units=units,
        board=str(info["name"][0]),
        stamps_s=np.asarray(stream["time_stamps"], dtype=np.float64),
        notes=(say("No unit is declared, µV are taken."),) if unsaid else (),
    )


def _channels(info: Any, n_channels: int) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Return names and units of the channels, and whether a unit was missing."""
    try:
        channels = info["desc"][0]["channels"][0]["channel"]
    except (KeyError, IndexError, TypeError):
        channels = []
    names, units, unsaid = [], [], False
    for number in range(n_channels):
        channel = channels[number] if number < len(channels) else {}
        names.append(str((channel.get("label") or [f"channel {number + 1}"])[0]))
        unit = str((channel.get("unit") or [""])[0] or "")
        try:
            scale_of(unit)
        except ConfigError:
            unit, unsaid = "uV", True
        units.append(unit)
    return tuple(names), tuple(units), unsaid
