"""Recordings of the Cyton's SD card: lines of hexadecimal counts.

Each line holds the sample number (2 digits), 8 or 16 channels (6 digits, two's complement) and,
at times, three accelerations (4 digits). Lines that begin with % are remarks of the board; what
follows the last sample on the card is left from older recordings and is not of this one.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from emg_device.recordings.recording import Recording, counter_rule_of
from emg_device.scale import CYTON_BITS, CYTON_REFERENCE_V, rails_uv, uv_per_count
from emg_signal.errors import RecordCorruptError
from emg_signal.phrase import say

KIND = "OpenBCI SD text"
LINE = re.compile(
    r"([0-9A-F]{2})((?:,[0-9A-F]{6}){8}(?:(?:,[0-9A-F]{6}){8})?)(?:,[0-9A-F]{4}){0,3},?\Z"
)
GAIN = 24


def is_openbci_sd(lines: list[str]) -> bool:
    """Return True if most of the first lines are samples or remarks."""
    head = [line.strip() for line in lines[:20] if line.strip()]
    found = sum(bool(LINE.match(line)) for line in head)
    return found > 0 and found + sum(line.startswith("%") for line in head) == len(head)


def read_openbci_sd(path: Path, lines: list[str]) -> Recording:
    """Read the lines of an SD card file.

    Raises
    ------
    RecordCorruptError
        No line holds samples.
    """
    matches = [LINE.match(line.strip()) for line in lines]
    found = [match for match in matches if match]
    if not found:
        raise RecordCorruptError(
            say("{name} holds no samples.", name=path.name), say("Is it a file of the SD card?")
        )
    n_channels = found[0].group(2).count(",")
    whole = [match for match in found if match.group(2).count(",") == n_channels]
    remarks = sum(line.startswith("%") or not line.strip() for line in lines)
    bad = len(lines) - len(whole) - remarks
    words = [word for match in whole for word in match.group(2)[1:].split(",")]
    counts = np.array([int(word, 16) for word in words], dtype=np.int64)
    # Six digits of two's complement have no sign for `int`.
    counts = np.where(counts >= 2**23, counts - 2**24, counts).reshape(-1, n_channels)
    counter = np.array([int(match.group(1), 16) for match in whole], dtype=np.int64)
    rule = counter_rule_of(counter)
    fs_hz = 250.0 if n_channels == 8 else 125.0
    notes = [
        say(
            "The card does not tell gain and rate: the Cyton's defaults are taken, 24 and "
            "{fs_hz:g} Hz.",
            fs_hz=fs_hz,
        )
    ]
    if bad:
        notes.append(say("{bad} lines could not be read and are left out.", bad=bad))
    return Recording(
        kind=KIND,
        samples_uv=counts.astype(np.float64) * uv_per_count(CYTON_REFERENCE_V, CYTON_BITS, GAIN),
        fs_hz=fs_hz,
        channel_names=tuple(f"EXG {number}" for number in range(1, n_channels + 1)),
        units=("uV",) * n_channels,
        board="Cyton SD card",
        counter=counter if rule else None,
        rule=rule,
        rails_uv=rails_uv(CYTON_REFERENCE_V, CYTON_BITS, GAIN),
        bad_lines=bad,
        notes=tuple(notes),
    )
