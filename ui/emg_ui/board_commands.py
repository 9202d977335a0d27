"""``devices``, ``board``, ``bench``: what is plugged in, what is pretended, what it costs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from emg_signal.errors import DeviceNotFoundError

BOARDS = ("cyton",)
"""Virtual boards that ``python -m emg_simulators`` runs."""


def register(app: typer.Typer) -> None:
    """Add the commands of this module to `app`."""
    app.command()(devices)
    app.command()(board)
    app.command()(bench)


def devices(
    as_json: Annotated[bool, typer.Option("--json", help="JSON instead of text.")] = False,
) -> None:
    """List the drivers and the serial ports found, with what is wrong with each."""
    found = {"drivers": driver_records(), "ports": port_records()}
    if as_json:
        typer.echo(json.dumps(found, indent=2, ensure_ascii=False))
        return
    typer.echo("Drivers:")
    for driver in found["drivers"]:
        typer.echo(f"  {driver['name']:<12}{driver['state']}")
    typer.echo("Serial ports:" if found["ports"] else "Serial ports: none found")
    for port in found["ports"]:
        typer.echo(f"  {port['port']}  {port['description']}  {port['state']}")
    typer.echo("Not every port can be listed (pseudo-terminals never are): any may be named.")


def driver_records() -> list[dict[str, Any]]:
    """Return every installed driver, how it is named, and whether it loads."""
    from emg_device.registry import driver_of, known_devices

    records = []
    for name in known_devices():
        try:
            state = f"ok, as in {driver_of(name).example or name}"
        except DeviceNotFoundError as error:
            state = str(error)
        records.append({"name": name, "state": state})
    return records


def port_records() -> list[dict[str, Any]]:
    """Return every serial port that the system lists, and whether it may be opened."""
    import os

    from serial.tools import list_ports

    records = []
    for port in list_ports.comports():
        allowed = os.name == "nt" or os.access(port.device, os.R_OK | os.W_OK)
        state = "ok" if allowed else "no permission: add yourself to the group dialout"
        records.append({"port": port.device, "description": port.description, "state": state})
    return records


def board(
    kind: Annotated[str, typer.Argument(help=f"Which board: {', '.join(BOARDS)}.")],
    scenario: Annotated[str, typer.Option(help="Built-in name or scenario file.")] = "demo",
    seed: Annotated[int | None, typer.Option(help="Seed of the patient's noise.")] = None,
    link: Annotated[Path | None, typer.Option(help="Put a link to the port here.")] = None,
    truth: Annotated[
        Path | None, typer.Option(help="Write the electrode waveform here (.npz).")
    ] = None,
) -> None:
    """Run a virtual board on a pseudo-terminal, for any program to open, until Ctrl+C."""
    if kind not in BOARDS:
        raise DeviceNotFoundError(
            f"There is no virtual board {kind!r}.", f"Known ones: {', '.join(BOARDS)}."
        )
    try:
        from emg_simulators.__main__ import main as run_board
    except ImportError as error:
        raise DeviceNotFoundError(
            f"This system has no pseudo-terminals ({error}).", "Use the device `virtual`."
        ) from error
    arguments = [kind, "--scenario", scenario]
    for option, value in (("--seed", seed), ("--link", link), ("--truth", truth)):
        if value is not None:
            arguments += [option, str(value)]
    raise typer.Exit(run_board(arguments))


def bench(
    seconds: Annotated[float, typer.Option(help="Length of each measurement.")] = 10.0,
    as_json: Annotated[bool, typer.Option("--json", help="JSON instead of text.")] = False,
) -> None:
    """Measure latency from electrode step to painted frame, frame cost and CPU on this machine."""
    from emg_ui.live_commands import require_duration

    require_duration(seconds)
    from emg_ui.run_window import require_qt

    require_qt()
    from emg_ui.bench import run_bench

    run_bench(seconds=seconds, as_json=as_json)
