"""`read_recording`: which reader a file needs, by what it holds and not by its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from emg_device.recordings.acqknowledge import is_acqknowledge, read_acqknowledge
from emg_device.recordings.brainflow_csv import is_brainflow, read_brainflow
from emg_device.recordings.edf import is_edf, read_edf
from emg_device.recordings.openbci_sd import is_openbci_sd, read_openbci_sd
from emg_device.recordings.openbci_text import MARK, read_openbci_text
from emg_device.recordings.plain_csv import read_plain_csv, separator_of
from emg_device.recordings.recording import Recording
from emg_device.recordings.xdf import is_xdf, read_xdf
from emg_signal.errors import DeviceNotFoundError, RecordCorruptError
from emg_signal.phrase import say
from emg_signal.text_file import read_bytes

READS = "OpenBCI GUI and SD text, BrainFlow, AcqKnowledge, EDF+, BDF+, XDF, CSV with a header"
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
    recording = _parse(path, _bytes(path)).with_units(units or {})
    odd = recording.implausible()
    return replace(recording, notes=(*recording.notes, odd)) if odd else recording


def _parse(path: Path, data: bytes) -> Recording:
    if is_edf(data):
        return read_edf(path, data)
    if is_xdf(data):
        return read_xdf(path, data)
    lines = _lines(data)
    del data  # a long recording is not to be in memory twice
    for is_one, read in TEXTS:
        if is_one(lines):
            return read(path, lines)
    separator = separator_of(lines)
    if separator is not None:
        return read_plain_csv(path, lines, separator)
    raise RecordCorruptError(
        say("{name} is not a recording that can be read.", name=path.name),
        say("Known formats: {reads}.", reads=READS),
    )


def _is_openbci_text(lines: list[str]) -> bool:
    return bool(lines) and lines[0].startswith(MARK)


TEXTS: tuple[tuple[Callable[[list[str]], bool], Callable[[Path, list[str]], Recording]], ...] = (
    (_is_openbci_text, read_openbci_text),
    (is_acqknowledge, read_acqknowledge),
    (is_openbci_sd, read_openbci_sd),
    (is_brainflow, read_brainflow),
)


def _bytes(path: Path) -> bytes:
    try:
        if path.is_file() and path.stat().st_size > MOST_BYTES:
            raise RecordCorruptError(
                say("{name} is larger than 4 GiB.", name=path.name), say("Cut it in parts.")
            )
        if path.is_char_device():  # as /dev/zero, which has no end
            raise DeviceNotFoundError(
                say("{path} is no file.", path=path), say("Give the path of a file.")
            )
        return read_bytes(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise DeviceNotFoundError(
            say("The recording {path} cannot be read: {reason}.", path=path, reason=reason),
            say("Give the path of a file."),
        ) from error


def _lines(data: bytes) -> list[str]:
    """Return the lines of a text file; damaged characters do not stop it."""
    return data.decode("utf-8-sig", errors="replace").splitlines()
