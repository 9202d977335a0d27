"""`SerialLine`: an open serial port that is read as bytes come, and hangs up in our words."""

from __future__ import annotations

import time
from collections.abc import Callable

import serial

from emg_device.port import holders_of
from emg_device.serial_probe import ask, open_port
from emg_signal.errors import DeviceLostError
from emg_signal.phrase import say

POLL_S = 0.002


def hang_up(port: str) -> DeviceLostError:
    """Return why `port` gives nothing any more: pyserial cannot tell a thief from a pulled plug."""
    holders = holders_of(port)
    if holders:
        return DeviceLostError(
            say(
                "Another program reads {port} too: {holders!s}.",
                port=port,
                holders=", ".join(holders),
            ),
            say("Close that program."),
        )
    return DeviceLostError(
        say("The board on {port} was unplugged or switched off.", port=port),
        say("Plug it in again."),
    )


class SerialLine:
    """A serial port of a board that just talks.

    Parameters
    ----------
    port
        Path or Windows name.
    baud
        Bits per second.
    clock, sleep
        Monotonic seconds; waits for so many seconds.

    Raises
    ------
    DeviceError
        The port does not open.
    """

    def __init__(
        self,
        port: str,
        baud: int,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.port = port
        self._clock = clock
        self._sleep = sleep
        self._serial = open_port(port, baud)

    def read(self, timeout_s: float) -> bytes:
        """Return what came.

        Parameters
        ----------
        timeout_s
            Longest wait for the first byte, seconds.

        Raises
        ------
        DeviceLostError
            The line hung up.
        """
        deadline = self._clock() + timeout_s
        try:
            while not (waiting := self._serial.in_waiting):
                if self._clock() >= deadline:
                    return b""
                self._sleep(POLL_S)
            return bytes(self._serial.read(waiting))
        except (serial.SerialException, OSError, TypeError) as error:
            raise hang_up(self.port) from error

    def ask(self, question: bytes, until: bytes, timeout_s: float) -> bytes:
        """Write `question`, return what comes until `until` or the time is over.

        Parameters
        ----------
        question, until
            As for `serial_probe.ask`.
        timeout_s
            Longest wait, seconds.
        """
        return ask(self._serial, question, until=until, timeout_s=timeout_s, clock=self._clock)

    def close(self) -> None:
        """Free the port."""
        self._serial.close()
