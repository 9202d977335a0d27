"""``live``, ``replay`` and ``demo``: the commands that stream, and the window itself.

What streams is imported by the commands, not here: `evenhand --help` need not wait for it.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Annotated

import typer

from emg_signal.errors import ConfigError
from emg_signal.phrase import say

MontageFile = Annotated[Path | None, typer.Option(help="Montage file (TOML).")]
PlanFile = Annotated[Path | None, typer.Option(help="Plan file (TOML).")]
PolicyFile = Annotated[
    Path | None, typer.Option(help="The clinic's policy (TOML); the settings' else.")
]
ExaminationFile = Annotated[
    Path | None, typer.Option(help="Answers of the examination (TOML); nothing was asked else.")
]
Headless = Annotated[bool, typer.Option("--headless", help="No window: text in the terminal.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON object per update; no window.")]
Person = Annotated[
    str, typer.Option(help="Label of the person; no name is needed. The plan's without.")
]
Notch = Annotated[
    str | None,
    typer.Option(help="Hum looked for first: 50 or 60 (both are found), or off to leave it in."),
]
Checked = Annotated[
    bool,
    typer.Option(
        "--checked", help="All of the checklist is true (battery only, no needle): do not ask."
    ),
]
Seconds = Annotated[float | None, typer.Option(help="End after so many seconds of signal.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module to `app`."""
    app.command()(live)
    app.command()(visit)
    app.command()(replay)
    app.command()(demo)


def live(
    device: Annotated[
        str | None,
        typer.Option(
            help="NAME[:ADDRESS][?key=value], as `devices` lists; the only board that answers else."
        ),
    ] = None,
    port: Annotated[
        list[str] | None,
        typer.Option(help="Where to look for a board; again for more. All on USB else."),
    ] = None,
    montage: MontageFile = None,
    plan: PlanFile = None,
    calibration: Annotated[
        Path | None, typer.Option(help="Calibration file made by `calibrate`.")
    ] = None,
    examination: ExaminationFile = None,
    policy: PolicyFile = None,
    record: Annotated[Path | None, typer.Option(help="Session file to write.")] = None,
    person: Person = "",
    electrodes: Annotated[
        Path | None, typer.Option(help="Electrodes and skin as a paper reports them (TOML).")
    ] = None,
    seconds: Seconds = None,
    headless: Headless = False,
    as_json: Json = False,
    band: Annotated[str | None, typer.Option(help="Band in Hz, as 20-450.")] = None,
    notch: Notch = None,
    rms: Annotated[str, typer.Option(help="RMS window, as 125ms.")] = "125ms",
    checked: Checked = False,
) -> None:
    """Stream a board: a window, or text with --headless or --json.

    Without --device the board is looked for; of several, it is asked which.
    """
    require_duration(seconds)
    from emg_ui.commands.streaming import RunRequest, read_settings, stream
    from emg_ui.commands.which_board import named_or_found

    request = RunRequest(
        named_or_found(device, port or ()),
        montage=montage,
        plan=plan,
        calibration=calibration,
        examination=examination,
        policy=policy,
        record=record,
        person=person,
        folder=None if record is None else record.parent,
        settings=read_settings(band, notch, rms, electrodes),
    )
    stream(request, seconds=seconds, headless=headless, as_json=as_json, is_checked=checked)


def visit(
    person: Person = "",
    plan: PlanFile = None,
    examination: ExaminationFile = None,
    policy: PolicyFile = None,
    record: Annotated[
        Path | None, typer.Option(help="Session file to write (the user's own folder else).")
    ] = None,
    again: Annotated[
        Path | None, typer.Option(help="Go on with a visit that was closed: its session file.")
    ] = None,
    seconds: Seconds = None,
) -> None:
    """Prepare, inject and review without a board; asks who is treated if nobody is named."""
    require_duration(seconds)
    from emg_ui.commands.run_window import run_visit
    from emg_ui.visit.visit_request import VisitRequest

    request = VisitRequest(
        person, plan, record, again=again, examination=examination, policy=policy
    )
    run_visit(request, seconds=seconds)


def replay(
    file: Annotated[Path, typer.Argument(help="Any recording that can be read.")],
    speed: Annotated[float, typer.Option(help="Times real time; 0 = as fast as it goes.")] = 1.0,
    band: Annotated[str | None, typer.Option(help="Band in Hz, as 20-450.")] = None,
    notch: Notch = None,
    rms: Annotated[str, typer.Option(help="RMS window, as 100ms.")] = "125ms",
    unit: Annotated[
        list[str] | None, typer.Option(help="Unit of a channel, as 1=mV; repeatable.")
    ] = None,
    rate: Annotated[
        float | None, typer.Option(help="Sampling rate in Hz, where the file does not tell it.")
    ] = None,
    channels: Annotated[
        str, typer.Option(help="Channels to take, by number or name, as 1,3; all of EMG else.")
    ] = "",
    stream: Annotated[
        str, typer.Option(help="Stream of an XDF, by name or number; rate of an EDF, in Hz.")
    ] = "",
    montage: MontageFile = None,
    seconds: Seconds = None,
    headless: Headless = False,
    as_json: Json = False,
) -> None:
    """Play a recording through the same path as a board."""
    require_duration(seconds)
    if not math.isfinite(speed) or speed < 0:
        raise ConfigError(
            say("A speed of {speed} is not possible.", speed=speed), say("Use 0 (fastest) or more.")
        )
    from emg_device.playback import channels_of
    from emg_ui.commands.streaming import RunRequest, playback_spec, read_settings
    from emg_ui.commands.streaming import stream as play

    request = RunRequest(
        playback_spec(
            file,
            speed,
            unit or [],
            rate_hz=rate,
            channels=channels_of(channels),
            stream=stream.strip(),
        ),
        montage=montage,
        settings=read_settings(band, notch, rms),
    )
    play(request, seconds=seconds, headless=headless, as_json=as_json)


def demo(
    seconds: Annotated[float, typer.Option(help="Length without a display, seconds.")] = 60.0,
    folder: Annotated[
        Path | None, typer.Option(help="Where session and screenshot go (a new folder else).")
    ] = None,
) -> None:
    """Show the whole way on the virtual patient, with a display or without."""
    require_duration(seconds)
    from emg_ui.commands.demo import run_demo

    run_demo(seconds=seconds, folder=folder)


def open_demo_window() -> None:
    """Open the window on the virtual patient."""
    from emg_ui.commands.streaming import VIRTUAL, RunRequest, stream

    stream(RunRequest(VIRTUAL), seconds=None, headless=False, as_json=False)


def require_duration(seconds: float | None) -> None:
    """Raise `ConfigError` for a duration that is none."""
    if seconds is not None and not (math.isfinite(seconds) and seconds > 0):
        raise ConfigError(
            say("A duration of {seconds:g} s is not possible.", seconds=seconds),
            say("Use more than 0."),
        )
