"""`read_recording`: which reader a file needs, by what it holds and not by its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from emg_device.recordings.acqknowledge import is_acqknowledge, read_acqknowledge
from emg_device.recordings.brainflow_csv import is_brainflow, read_brainflow
from emg_device.recordings.csv_layout import layout_of
from emg_device.recordings.edf import is_edf, read_edf
from emg_device.recordings.foreign import require_readable
from emg_device.recordings.openbci_sd import is_openbci_sd, read_openbci_sd
from emg_device.recordings.openbci_text import MARK, read_openbci_text
from emg_device.recordings.opensignals import is_opensignals, read_opensignals
from emg_device.recordings.plain_csv import read_plain_csv
from emg_device.recordings.rails import with_rails
from emg_device.recordings.recording import FileChoice, Recording
from emg_device.recordings.settling_time import settled
from emg_device.recordings.xdf import is_xdf, read_xdf
from emg_signal.errors import DeviceNotFoundError, RecordCorruptError
from emg_signal.phrase import say
from emg_signal.text_file import read_bytes

READS = "OpenBCI GUI and SD text, BrainFlow, AcqKnowledge and OpenSignals text, EDF, BDF, XDF, CSV"
CHOOSES = ("EDF", "EDF+C", "EDF+D", "BDF", "BDF+C", "BDF+D")
"""Formats whose readers choose channels themselves: only those of one rate fit together."""
MOST_BYTES = 4 * 2**30


def read_recording(path: Path, choice: FileChoice | None = None) -> Recording:
    """Read the file at `path`, whatever its format.

    Parameters
    ----------
    path
        File to read.
    choice
        What a person says of it, or wants of it.

    Raises
    ------
    ConfigError
        A choice that the file does not have; `StreamUnknownError` where one is needed.
    DeviceNotFoundError
        There is no such file, or it may not be read.
    RecordCorruptError
        It is no recording of a known format, or damaged beyond reading; `RateUnknownError` where
        a person has to say its rate.
    """
    # What cannot be a number of this job is left out and told below, not warned of by numpy.
    with np.errstate(all="ignore"):
        return _read(path, choice or FileChoice())


def _read(path: Path, choice: FileChoice) -> Recording:
    recording = _parse(path, _bytes(path), choice)
    recording = recording.with_channels(() if recording.kind in CHOOSES else choice.channels)
    recording = settled(path, recording, choice.rate_hz).with_units(choice.units)
    recording = with_rails(recording)
    odd = recording.implausible()
    return replace(recording, notes=(*recording.notes, odd)) if odd else recording


def _parse(path: Path, data: bytes, choice: FileChoice) -> Recording:
    if is_edf(data):
        return read_edf(path, data, choice)
    if is_xdf(data):
        return read_xdf(path, data, choice)
    require_readable(path, data)
    lines = _lines(data)
    del data  # a long recording is not to be in memory twice
    if is_opensignals(lines):
        return read_opensignals(path, lines, choice)
    for is_one, read in TEXTS:
        if is_one(lines):
            return read(path, lines)
    layout = layout_of(lines)
    if layout is not None:
        return read_plain_csv(path, lines, layout)
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
    """Return the lines of a text file; damaged characters do not stop it.

    Excel writes UTF-16 as "Unicode text", and older programs Latin-1.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace").splitlines()
    try:
        return data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        return data.decode("latin-1").splitlines()
