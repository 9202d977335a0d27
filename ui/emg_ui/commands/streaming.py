"""`stream`: a `RunRequest` as text or in the window, and its options as people write them."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from emg_device.playback import spec_of, units_of
from emg_device.recordings.recording import FileChoice
from emg_session.methods import load_recording_metadata
from emg_session.session_settings import SessionSettings
from emg_signal.errors import ConfigError
from emg_signal.filters import Band
from emg_signal.methods import RecordingMetadata
from emg_signal.phrase import say
from emg_ui.text.settings import kept_mains_hz
from emg_ui.visit.run_request import VIRTUAL, RunRequest, make_session

__all__ = ["VIRTUAL", "RunRequest", "playback_spec", "read_settings", "stream"]


def stream(
    request: RunRequest,
    *,
    seconds: float | None,
    headless: bool,
    as_json: bool,
    is_checked: bool = False,
) -> None:
    """Stream `request` as text or in the window; the window asks its checklist itself.

    Parameters
    ----------
    request
        What to stream.
    seconds
        When to stop, s; None goes on.
    headless
        Without a window.
    as_json
        One JSON object a line, for programs; without a window too.
    is_checked
        Whether the checklist of a board on a person was answered already.
    """
    if headless or as_json:
        from emg_ui.commands.headless import print_session, show_session

        session = make_session(request, scripted=True)
        if as_json or not _is_terminal():
            print_session(session, seconds=seconds, as_json=as_json, is_checked=is_checked)
        else:
            show_session(session, seconds=seconds, is_checked=is_checked)
        return
    from emg_ui.commands.run_window import run_window

    run_window(request, seconds=seconds)


def _is_terminal() -> bool:
    return sys.stdout.isatty()


def read_settings(
    band: str | None, notch: str | None, rms: str, electrodes: Path | None = None
) -> SessionSettings:
    """Return the settings of ``--band``, ``--notch``, ``--rms`` and ``--electrodes``.

    Without ``--notch`` it is at the mains frequency that the person keeps in the settings.

    Parameters
    ----------
    band
        "20-450", in Hz; None takes the widest that the rate carries.
    notch
        "50", "60" or "off", in Hz; None takes the settings' mains.
    rms
        "125ms": the window of the moving RMS.
    electrodes
        File with what was used as electrodes and how; for the record.

    Raises
    ------
    ConfigError
        One that cannot be read.
    """
    return replace(
        SessionSettings(),
        band=None if band is None else _read_band(band),
        mains_hz=kept_mains_hz() if notch is None else _read_notch(notch),
        rms_window_s=_read_window(rms),
        recording=RecordingMetadata()
        if electrodes is None
        else load_recording_metadata(electrodes),
    )


def _read_band(text: str) -> Band:
    found = re.fullmatch(r"([0-9]+(?:\.[0-9]+)?)-([0-9]+(?:\.[0-9]+)?)", text)
    if found is None:
        raise ConfigError(
            say("--band {text!s} cannot be read.", text=text), say("Write it as 20-450 (Hz).")
        )
    return Band(float(found[1]), float(found[2]))


def _read_notch(text: str) -> float | None:
    known = {"off": None, "50": 50.0, "60": 60.0}
    if text not in known:
        raise ConfigError(
            say("--notch {text!s} is not possible.", text=text), say("Use 50, 60 or off.")
        )
    return known[text]


def _read_window(text: str) -> float:
    found = re.fullmatch(r"([0-9]+(?:\.[0-9]+)?) ?(ms|s)", text)
    if found is None or float(found[1]) == 0:
        raise ConfigError(
            say("--rms {text!s} cannot be read.", text=text), say("Write it as 125ms.")
        )
    return float(found[1]) * (0.001 if found[2] == "ms" else 1.0)


def _is_session(file: Path) -> bool:
    """Return whether a file is a database, as session files are; a missing one is not."""
    if file.is_fifo():
        return False  # what is read of a pipe is gone, and one without a writer never answers
    try:
        with file.open("rb") as opened:
            return opened.read(16) == b"SQLite format 3\x00"
    except OSError:  # whoever plays it says what is wrong
        return False


def playback_spec(
    file: Path,
    speed: float,
    unit: Sequence[str] = (),
    *,
    rate_hz: float | None = None,
    channels: Sequence[str] = (),
    stream: str = "",
) -> str:
    """Return the device spec that plays `file`.

    Parameters
    ----------
    file
        A recording or a session.
    speed
        Times real time; 0 is as fast as it goes.
    unit
        Units of channels, as ``1=mV``.
    rate_hz, channels, stream
        What a person says of the file, as `FileChoice` has it; the rate in Hz.

    Raises
    ------
    ConfigError
        A unit that is not written as CH=UNIT.
    """
    units = units_of(",".join(map(_written_unit, unit)))
    choice = FileChoice(rate_hz, tuple(channels), stream, units)
    written = "max" if speed == 0 else f"{speed}"
    if not _is_session(file):
        return spec_of(file, choice, written)
    if choice != FileChoice():
        raise ConfigError(
            say("A session file knows its rate, channels and units."),
            say("Leave --rate, --channels, --stream and --unit out."),
        )
    return f"session:{file}?speed={written}"


def _written_unit(part: str) -> str:
    if re.fullmatch(r"[^=]+=(V|mV|uV|µV|nV)", part) is None:
        raise ConfigError(
            say("--unit {part!s} cannot be read.", part=part), say("Write it as 1=mV.")
        )
    return part
