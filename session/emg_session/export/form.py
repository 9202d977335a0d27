"""`ExportFormat`: in which the samples of a session leave; loads nothing."""

from __future__ import annotations

from enum import StrEnum


class ExportFormat(StrEnum):
    """Of the samples."""

    BDF = "bdf"
    """BDF+, 24 bit: every count of the board."""
    EDF = "edf"
    """EDF+, 16 bit: rounded to a 65,534th of each channel's range."""
    CSV = "csv"
