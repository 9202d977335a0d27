"""``live``, ``replay`` and ``demo``: the commands that stream, and the window itself."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from emg_session.analysis import SessionSettings
from emg_signal.errors import ConfigError
from emg_signal.filters import Band
from emg_ui.run_request import VIRTUAL, RunRequest, make_session

Montage = Annotated[Path | None, typer.Option(help="Montage file (TOML).")]
PlanFile = Annotated[Path | None, typer.Option(help="Plan file (TOML).")]
Headless = Annotated[bool, typer.Option("--headless", help="No window: text in the terminal.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON object per update; no window.")]
Seconds = Annotated[float | None, typer.Option(help="End after so many seconds of signal.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module to `app`."""
    app.command()(live)
    app.command()(replay)
    app.command()(demo)


def live(
    device: Annotated[str, typer.Option(help="NAME[:ADDRESS][?key=value], as `devices` lists.")],
    montage: Montage = None,
    plan: PlanFile = None,
    calibration: Annotated[
        Path | None, typer.Option(help="Calibration file made by `calibrate`.")
    ] = None,
    record: Annotated[Path | None, typer.Option(help="Session file to write.")] = None,
    seconds: Seconds = None,
    headless: Headless = False,
    as_json: Json = False,
    band: Annotated[str | None, typer.Option(help="Band in Hz, as 20-450.")] = None,
    notch: Annotated[str, typer.Option(help="Mains frequency: 50, 60 or off.")] = "50",
    rms: Annotated[str, typer.Option(help="RMS window, as 125ms.")] = "125ms",
) -> None:
    """Stream a board: a window, or text with --headless or --json."""
    require_duration(seconds)
    request = RunRequest(
        device,
        montage=montage,
        plan=plan,
        calibration=calibration,
        record=record,
        settings=read_settings(band, notch, rms),
    )
    run(request, seconds=seconds, headless=headless, as_json=as_json)


def replay(
    file: Annotated[Path, typer.Argument(help="Any recording that can be read.")],
    speed: Annotated[float, typer.Option(help="Times real time; 0 = as fast as it goes.")] = 1.0,
    band: Annotated[str | None, typer.Option(help="Band in Hz, as 20-450.")] = None,
    notch: Annotated[str, typer.Option(help="Mains frequency: 50, 60 or off.")] = "50",
    rms: Annotated[str, typer.Option(help="RMS window, as 100ms.")] = "125ms",
    unit: Annotated[
        list[str] | None, typer.Option(help="Unit of a channel, as 1=mV; repeatable.")
    ] = None,
    montage: Montage = None,
    seconds: Seconds = None,
    headless: Headless = False,
    as_json: Json = False,
) -> None:
    """Play a recording through the same path as a board."""
    require_duration(seconds)
    if not math.isfinite(speed) or speed < 0:
        raise ConfigError(f"A speed of {speed} is not possible.", "Use 0 (fastest) or more.")
    request = RunRequest(
        playback_spec(file, speed, unit or []),
        montage=montage,
        settings=read_settings(band, notch, rms),
    )
    run(request, seconds=seconds, headless=headless, as_json=as_json)


def demo(
    seconds: Annotated[float, typer.Option(help="Length without a display, seconds.")] = 60.0,
    folder: Annotated[
        Path | None, typer.Option(help="Where session and screenshot go (a new folder else).")
    ] = None,
) -> None:
    """Show the whole way on the virtual patient, with a display or without."""
    require_duration(seconds)
    from emg_ui.demo import run_demo

    run_demo(seconds=seconds, folder=folder)


def open_demo_window() -> None:
    """Open the window on the virtual patient."""
    run(RunRequest(VIRTUAL), seconds=None, headless=False, as_json=False)


def run(request: RunRequest, *, seconds: float | None, headless: bool, as_json: bool) -> None:
    """Stream `request` as text or in the window."""
    if headless or as_json:
        from emg_ui.headless import print_session, show_session

        session = make_session(request)
        if as_json or not _is_terminal():
            print_session(session, seconds=seconds, as_json=as_json)
        else:
            show_session(session, seconds=seconds)
        return
    from emg_ui.run_window import run_window

    run_window(request, seconds=seconds)


def _is_terminal() -> bool:
    import sys

    return sys.stdout.isatty()


def require_duration(seconds: float | None) -> None:
    """Raise `ConfigError` for a duration that is none."""
    if seconds is not None and not (math.isfinite(seconds) and seconds > 0):
        raise ConfigError(f"A duration of {seconds:g} s is not possible.", "Use more than 0.")


def read_settings(band: str | None, notch: str, rms: str) -> SessionSettings:
    """Return the settings of ``--band``, ``--notch`` and ``--rms``.

    Raises
    ------
    ConfigError
        One that cannot be read.
    """
    return replace(
        SessionSettings(),
        band=None if band is None else _read_band(band),
        mains_hz=_read_notch(notch),
        rms_window_s=_read_window(rms),
    )


def _read_band(text: str) -> Band:
    found = re.fullmatch(r"([0-9]+(?:\.[0-9]+)?)-([0-9]+(?:\.[0-9]+)?)", text)
    if found is None:
        raise ConfigError(f"--band {text} cannot be read.", "Write it as 20-450 (Hz).")
    return Band(float(found[1]), float(found[2]))


def _read_notch(text: str) -> float | None:
    known = {"off": None, "50": 50.0, "60": 60.0}
    if text not in known:
        raise ConfigError(f"--notch {text} is not possible.", "Use 50, 60 or off.")
    return known[text]


def _read_window(text: str) -> float:
    found = re.fullmatch(r"([0-9]+(?:\.[0-9]+)?) ?(ms|s)", text)
    if found is None or float(found[1]) == 0:
        raise ConfigError(f"--rms {text} cannot be read.", "Write it as 125ms.")
    return float(found[1]) * (0.001 if found[2] == "ms" else 1.0)


def playback_spec(file: Path, speed: float, unit: list[str]) -> str:
    """Return the device spec that plays `file`.

    Raises
    ------
    ConfigError
        A unit that is not written as CH=UNIT.
    """
    for part in unit:
        if re.fullmatch(r"[0-9]+=(V|mV|uV|µV|nV)", part) is None:
            raise ConfigError(f"--unit {part} cannot be read.", "Write it as 1=mV.")
    options = [f"speed={speed:g}"]
    if unit:
        options.append("unit=" + ",".join(p.replace("=", "%3D") for p in unit))
    return f"playback:{file}?{'&'.join(options)}"
