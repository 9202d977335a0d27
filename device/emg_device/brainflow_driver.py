"""`BrainFlowDevice`: any board that BrainFlow knows, by its number.

BrainFlow raises nothing when a board is unplugged and spins on its port, and a reply that begins
with "Failure" is no error to it (measured): the base class watches, and `command` checks.
"""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
from brainflow.board_shim import BoardShim, BrainFlowInputParams
from brainflow.exit_codes import BrainFlowError, BrainFlowExitCodes

from emg_device.base import Device
from emg_device.info import CounterRule, DeviceInfo, RawBlock, marker_events
from emg_device.spec import DeviceSpec
from emg_signal.chunk import Origin
from emg_signal.errors import (
    ConfigError,
    DeviceBusyError,
    DeviceError,
    DeviceNotFoundError,
    DeviceProtocolError,
)
from emg_signal.phrase import say

log = logging.getLogger(__name__)

SYNTHETIC, PLAYBACK, STREAMING = -1, -3, -2
COUNTERS = {
    SYNTHETIC: CounterRule(256),
    0: CounterRule(256),
    2: CounterRule(256, 2),
    5: CounterRule(256),
    6: CounterRule(256, 2),
}
"""Sample counters, from the packet formats of BrainFlow's boards; others are counted by clock."""
PARAMETERS = (
    "serial_port",
    "mac_address",
    "ip_address",
    "ip_port",
    "ip_protocol",
    "other_info",
    "timeout",
    "serial_number",
    "file",
    "master_board",
)
NUMBERS = ("ip_port", "ip_protocol", "timeout", "master_board")
END_OF_TEXT = "$$$"
"""Ends each reply of an OpenBCI board (Cyton SDK)."""
POLL_S = 0.003
"""BrainFlow cannot be waited for; at 250 Hz a sample comes every 4 ms."""
BUFFER_S = 60.0
"""Samples that BrainFlow keeps while nobody reads."""

BoardShim.disable_board_logger()


class BrainFlowDevice(Device):
    """Any BrainFlow board with its EMG rows.

    Parameters
    ----------
    board_id
        BrainFlow's number of the board.
    parameters
        Fields of ``BrainFlowInputParams``.
    clock
        Monotonic seconds.
    """

    example: ClassVar[str] = "brainflow:-1"

    def __init__(
        self,
        board_id: int,
        parameters: dict[str, str],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(port=parameters.get("serial_port"), clock=clock)
        self.board_id = board_id
        self._parameters = parameters
        self._board: Any = None
        self._rows: list[int] = []
        self._counter_row: int | None = None
        self._stamp_row = 0
        self._marker_row: int | None = None

    @classmethod
    def from_spec(
        cls, spec: DeviceSpec, *, clock: Callable[[], float] = time.monotonic, **kw: Any
    ) -> Device:
        """Return the board that ``brainflow:ID?serial_port=…`` names."""
        spec.refuse_unknown(*PARAMETERS)
        try:
            board_id = int(spec.address)
        except ValueError:
            raise ConfigError(
                say("BrainFlow board {address!r} is not a number.", address=spec.address),
                say("Write brainflow:ID with a board id of BrainFlow's, for example brainflow:-1."),
            ) from None
        return cls(board_id, dict(spec.options), clock=clock)

    # -- the driver's five methods --------------------------------------------------------------

    def _open(self) -> DeviceInfo:
        description = self._describe()
        self._board = BoardShim(self.board_id, self._input())
        try:
            self._board.prepare_session()
            return self._identify(description)
        except BrainFlowError as error:
            self._close()
            raise self.explain(error) from error
        except BaseException:
            self._close()
            raise

    def _start(self) -> None:
        samples = int(BUFFER_S * self.info.fs_hz)
        self._call(lambda board: board.start_stream(samples))

    def _fetch(self, timeout_s: float) -> RawBlock | None:
        for _ in range(max(1, math.ceil(timeout_s / POLL_S))):
            if self._board.get_board_data_count():
                return self._block(self._board.get_board_data())
            time.sleep(min(POLL_S, timeout_s))
        return None

    def _stop(self) -> None:
        if self._board is not None:
            self._call(lambda board: board.stop_stream())

    def _close(self) -> None:
        board, self._board = self._board, None
        if board is not None:
            with suppress(BrainFlowError):  # after a failed prepare there is nothing to release
                board.release_session()
            del board  # a BoardShim alive at the end of the interpreter complains

    # -- what it takes ------------------------------------------------------------------------

    def _describe(self) -> dict[str, Any]:
        """Return BrainFlow's description of the board, and take its rows from it."""
        described = self.board_id
        if self.board_id in (PLAYBACK, STREAMING):  # their rows are another board's
            described = self._master()
        try:
            description: dict[str, Any] = BoardShim.get_board_descr(described)
        except BrainFlowError as error:
            raise DeviceNotFoundError(
                say("BrainFlow has no board {board_id}.", board_id=described),
                say("Its boards are listed at brainflow.readthedocs.io, Supported Boards."),
            ) from error
        rows = description.get("emg_channels") or description.get("eeg_channels")
        if not rows:
            raise DeviceNotFoundError(
                say(
                    "BrainFlow's {board} has no EMG channels.",
                    board=description["name"],
                ),
                say("Choose another board."),
            )
        self._rows = [int(row) for row in rows]
        self._counter_row = description.get("package_num_channel")
        self._stamp_row = int(description["timestamp_channel"])
        self._marker_row = description.get("marker_channel")
        return description

    def _master(self) -> int:
        """Return the board whose data a playback or streaming board carries."""
        if "master_board" not in self._parameters:
            raise ConfigError(
                say(
                    "BrainFlow's board {board_id} carries another board's data.",
                    board_id=self.board_id,
                ),
                say("Say whose: ?master_board=0 for the Cyton."),
            )
        if self.board_id == PLAYBACK and not Path(self._parameters.get("file", "")).is_file():
            raise ConfigError(
                say("BrainFlow's playback board needs its file."), say("Write ?file=PATH.")
            )
        return self._whole("master_board")

    def _whole(self, key: str) -> int:
        """Return a parameter as a whole number."""
        value = self._parameters[key]
        if not value.removeprefix("-").isdecimal():
            raise ConfigError(
                say("Option {key}={value} is not a whole number.", key=key, value=value)
            )
        return int(value)

    def _input(self) -> Any:
        """Return BrainFlow's parameter object."""
        parameters = BrainFlowInputParams()
        for key, value in self._parameters.items():
            setattr(parameters, key, self._whole(key) if key in NUMBERS else value)
        return parameters

    def _identify(self, description: dict[str, Any]) -> DeviceInfo:
        """Return what is known of a board that was prepared; boards known better override it."""
        counted = self._master() if self.board_id in (PLAYBACK, STREAMING) else self.board_id
        counter = COUNTERS.get(counted) if self._counter_row is not None else None
        notes = []
        if counter is None:
            notes.append(
                say("This board's counter is not known: loss is counted by the clock alone.")
            )
        if "emg_channels" not in description:
            notes.append(say("BrainFlow lists no EMG rows for this board; its EEG rows are shown."))
        return DeviceInfo(
            board=f"BrainFlow {description['name']}",
            n_channels=len(self._rows),
            fs_hz=float(description["sampling_rate"]),
            origin=self._origin(),
            serial=self._parameters.get("serial_number", ""),
            counter=counter,
            notes=tuple(notes),
        )

    def _origin(self) -> Origin:
        """Return what kind of source it is; whatever answers on loopback is a program."""
        carries = "master_board" in self._parameters
        master = self._whole("master_board") if carries else self.board_id
        if SYNTHETIC in (self.board_id, master) or self._on_loopback():
            return Origin.SIMULATED
        return Origin.PLAYBACK if self.board_id == PLAYBACK else Origin.LIVE

    def _on_loopback(self) -> bool:
        address = self._parameters.get("ip_address", "")
        return address.startswith("127.") or address in ("localhost", "::1")

    def _block(self, data: Any) -> RawBlock:
        counter = None
        if self._counter_row is not None:
            counter = np.rint(data[self._counter_row]).astype(np.int64)
        return RawBlock(
            np.ascontiguousarray(data[self._rows].T),
            self._count(counter),
            np.asarray(data[self._stamp_row], dtype=np.float64),
            events=() if self._marker_row is None else marker_events(data[self._marker_row]),
        )

    def _count(self, counter: Any) -> Any:
        """Return the counter as the rule of this board has it; None if there is no rule."""
        return counter if self.info.counter is not None else None

    # -- talking to it ------------------------------------------------------------------------

    def command(self, text: str) -> str:
        """Send a configuration command and return the reply.

        Left-over packets after a stop are read by BrainFlow as the reply: what is no text, or
        does not end as the board ends its replies, is asked again.

        Raises
        ------
        DeviceProtocolError
            The board answers "Failure", or nothing that can be read.
        """
        for _ in range(3):
            try:
                reply = str(self._call(lambda board: board.config_board(text)))
            except UnicodeDecodeError:
                continue
            if END_OF_TEXT not in reply:
                continue
            if "Failure" in reply:
                said = reply.replace(END_OF_TEXT, "").strip()
                raise DeviceProtocolError(
                    say("The board refused {text!r}: {reply}.", text=text, reply=said),
                    say("Its firmware may be too old for it."),
                )
            return reply
        raise DeviceProtocolError(
            say("The board's answer to {text!r} cannot be read.", text=text),
            say("Switch it off and on again."),
        )

    def _call(self, action: Callable[[Any], Any]) -> Any:
        """Do something with the board, with BrainFlow's errors turned into ours."""
        if self._board is None:
            raise DeviceError(say("The board is not open."), say("Open it first."))
        try:
            return action(self._board)
        except BrainFlowError as error:
            raise self.explain(error) from error

    def explain(self, error: BrainFlowError) -> DeviceError:
        """Return our error for one of BrainFlow's: what is wrong, and what to do."""
        code = BrainFlowExitCodes(error.exit_code)
        where = (
            self._port
            or self._parameters.get("ip_address")
            or say("board {board_id}", board_id=self.board_id)
        )
        if code is BrainFlowExitCodes.UNABLE_TO_OPEN_PORT_ERROR and self._port is None:
            return DeviceNotFoundError(
                say("BrainFlow reports {code} for {place}.", code=code.name, place=where),
                say(
                    "Switch the computer's Bluetooth on (on Linux its service BlueZ must run); a "
                    "board on a port needs ?serial_port=PORT."
                ),
            )
        kind, remedy = EXPLANATIONS.get(
            code, (DeviceError, say("See BrainFlow's list of exit codes."))
        )
        return kind(
            say("BrainFlow reports {code} for {place}.", code=code.name, place=where), remedy
        )


_SWITCH = say("Check that the board is switched on, charged and near its dongle.")
_ARGUMENTS = say("Check the options behind the question mark.")
EXPLANATIONS: dict[BrainFlowExitCodes, tuple[type[DeviceError], str]] = {
    BrainFlowExitCodes.PORT_ALREADY_OPEN_ERROR: (
        DeviceBusyError,
        say("Close the program that has the port open."),
    ),
    BrainFlowExitCodes.UNABLE_TO_OPEN_PORT_ERROR: (
        DeviceNotFoundError,
        say("List the ports with `evenhand devices`."),
    ),
    BrainFlowExitCodes.SER_PORT_ERROR: (
        DeviceNotFoundError,
        say("It is not a serial port that this board can use."),
    ),
    BrainFlowExitCodes.BOARD_WRITE_ERROR: (DeviceNotFoundError, _SWITCH),
    BrainFlowExitCodes.INCOMMING_MSG_ERROR: (DeviceProtocolError, _SWITCH),
    BrainFlowExitCodes.INITIAL_MSG_ERROR: (DeviceProtocolError, _SWITCH),
    BrainFlowExitCodes.BOARD_NOT_READY_ERROR: (DeviceNotFoundError, _SWITCH),
    BrainFlowExitCodes.INVALID_ARGUMENTS_ERROR: (DeviceNotFoundError, _ARGUMENTS),
    BrainFlowExitCodes.UNSUPPORTED_BOARD_ERROR: (
        DeviceNotFoundError,
        say("BrainFlow has no such board on this system."),
    ),
    BrainFlowExitCodes.ANOTHER_BOARD_IS_CREATED_ERROR: (
        DeviceBusyError,
        say("The same board is already open in this program."),
    ),
    BrainFlowExitCodes.GENERAL_ERROR: (DeviceNotFoundError, _ARGUMENTS),
}
