"""A calibration as a file keeps it."""

from __future__ import annotations

import json
from pathlib import Path

from emg_session.files import write_new
from emg_signal.calibration import Calibration
from emg_signal.document import as_document, from_document
from emg_signal.errors import ConfigError
from emg_signal.json_text import parse_json
from emg_signal.phrase import say
from emg_signal.text_file import read_text


def load_calibration(path: Path) -> Calibration:
    """Read a calibration that `save_calibration` wrote.

    Raises
    ------
    ConfigError
        Unreadable, or not a calibration.
    """
    text = read_text(path)
    try:
        return from_document(Calibration, parse_json(text))
    except (ValueError, TypeError) as error:
        raise ConfigError(
            say("{file!s} is not a calibration: {error!s}.", file=path, error=error),
            say("Make one with: evenhand calibrate"),
        ) from error


def save_calibration(path: Path, calibration: Calibration) -> None:
    """Write a calibration as JSON; never over another file.

    Raises
    ------
    ConfigError
        The file exists or cannot be written.
    """
    text = json.dumps(as_document(calibration), indent=1, ensure_ascii=False, allow_nan=False)
    write_new(path, text + "\n", ConfigError)
