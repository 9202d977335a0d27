"""`which_board`: what is streamed where no board is named."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer

from emg_device.found_boards import FoundBoard, find_boards, usb_ports
from emg_signal.errors import ConfigError, DeviceNotFoundError
from emg_signal.phrase import say
from emg_ui.commands.output import one_line, tell


def named_or_found(device: str | None, ports: Sequence[str]) -> str:
    """Return the spec that was named, or that of the board that is found.

    Raises
    ------
    EmgError
        Both are given, or `which_board` finds none.
    """
    if device is None:
        return which_board(ports)
    if ports:
        raise ConfigError(
            say("--device names the board already."), say("Leave --port or --device out.")
        )
    return device


def which_board(ports: Sequence[str] = ()) -> str:
    """Return the device spec of the board that answers; of several, the one that a person takes.

    Parameters
    ----------
    ports
        Where to look; all serial ports on USB if empty.

    Raises
    ------
    DeviceNotFoundError
        No board answers.
    ConfigError
        Several do, and there is nobody to ask.
    """
    asked = tuple(ports) or usb_ports()
    found = find_boards(asked)
    if not found:
        raise _none_of(asked)
    if len(found) == 1:
        tell(one_line(f"found: {_words(found[0])}"), err=True)
        return found[0].spec
    if not sys.stdin.isatty():
        raise ConfigError(
            say("Several boards answer: {boards}.", boards="; ".join(map(_words, found))),
            say("Say which: --device {spec}", spec=found[0].spec),
        )
    for number, board in enumerate(found, start=1):
        tell(one_line(f"{number}  {_words(board)}"), err=True)
    choice = 0
    while not 1 <= choice <= len(found):
        choice = typer.prompt("Which board (its number)", type=int, err=True)
    return found[choice - 1].spec


def _words(board: FoundBoard) -> str:
    serial = f", serial number {board.serial}" if board.serial else ""
    return f"{board.board}, {board.spec}{serial}"


def _none_of(asked: Sequence[str]) -> DeviceNotFoundError:
    if not asked:
        return DeviceNotFoundError(
            say("No board is named, and no serial port on USB is here."),
            say("Plug the board in, or take the virtual patient: --device virtual."),
        )
    return DeviceNotFoundError(
        say("No board says who it is on {ports}.", ports=", ".join(asked)),
        say("See `evenhand devices`, and name it: --device SPEC."),
    )
