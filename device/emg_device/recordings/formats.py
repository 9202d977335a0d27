"""`read_recording`: which reader a file needs, by what it holds and not by its name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from emg_device.recordings.acqknowledge import is_acqknowledge, read_acqknowledge
from emg_device.recordings.openbci_text import MARK, read_openbci_text
from emg_device.recordings.recording import Recording
from emg_signal.errors import DeviceNotFoundError, RecordCorruptError

READS = "OpenBCI GUI text, AcqKnowledge text"
MOST_BYTES = 4 * 2**30


def read_recording(path: Path, units: dict[str, str] | None = None) -> Recording:
    """Read the file at `path`, whatever its format.

    Parameters
    ----------
    path
        File to read.
    units
        Units of channels that the file declares wrongly, by number from 1 or by name.

    Raises
    ------
    ConfigError
        An override names an unknown channel or unit.
    DeviceNotFoundError
        There is no such file, or it may not be read.
    RecordCorruptError
        It is no recording of a known format, or damaged beyond reading.
    """
    lines = _lines(_bytes(path))
    recording = _parse(path, lines).with_units(units or {})
    odd = recording.implausible()
    return replace(recording, notes=(*recording.notes, odd)) if odd else recording


def _parse(path: Path, lines: list[str]) -> Recording:
    if lines and lines[0].startswith(MARK):
        return read_openbci_text(path, lines)
    if is_acqknowledge(lines):
        return read_acqknowledge(path, lines)
    raise RecordCorruptError(
        f"{path.name} is not a recording that can be read.", f"Known formats: {READS}."
    )


def _bytes(path: Path) -> bytes:
    try:
        if path.is_file() and path.stat().st_size > MOST_BYTES:
            raise RecordCorruptError(f"{path.name} is larger than 4 GiB.", "Cut it in parts.")
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise DeviceNotFoundError(
            f"The recording {path} cannot be read: {reason}.", "Give the path of a file."
        ) from error


def _lines(data: bytes) -> list[str]:
    """Return the lines of a text file; damaged characters do not stop it."""
    return data.decode("utf-8-sig", errors="replace").splitlines()
