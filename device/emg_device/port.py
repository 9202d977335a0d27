"""`PortGuard`: one owner per serial port, across all drivers and processes, and its hang-up.

The guard opens the port a second time. Its lock (``flock`` on the port itself, the one that
pyserial's ``exclusive=True`` takes too) keeps out whoever asks for it; a program that does not
ask (BrainFlow, a plain open) is found through /proc on Linux. Its poll sees the hang-up that
BrainFlow hides. On Windows the system gives a COM port to one program only, so there the guard
has nothing to do.
"""

from __future__ import annotations

import errno
import os
import select
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

from emg_signal.errors import DeviceBusyError, DeviceError, DeviceNotFoundError
from emg_signal.phrase import say

POSIX = os.name == "posix"


def is_pseudo_terminal(port: str) -> bool:
    """Return True if `port` is, or links to, a pseudo-terminal: a program, not a board."""
    if not POSIX:
        return False
    real = str(Path(port).resolve())
    if sys.platform == "darwin":
        return real.startswith("/dev/ttys")  # boards are tty.* and cu.*
    with suppress(OSError):
        # Unix98 pseudo-terminals have majors 136 to 143 (Linux, admin-guide/devices.txt).
        return 136 <= os.major(Path(real).stat().st_rdev) <= 143
    return real.startswith("/dev/pts/")


def holders_of(port: str) -> list[str]:
    """Return who else has `port` open, as ``name (process id)``; only Linux can tell.

    Processes that hold the other end of a pseudo-terminal are the board, not a holder, and
    are left out; so are those of other users where /proc does not show them.
    """
    if sys.platform != "linux":
        return []
    real = os.path.realpath(port)
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and int(folder.name) != os.getpid():
            links = _open_files(folder)
            if real in links and "/dev/ptmx" not in links and "/dev/pts/ptmx" not in links:
                found.append(f"{_name_of(folder)} (process {folder.name})")
    return found


def _open_files(folder: Path) -> set[str]:
    """Return the targets of a process's descriptors; empty where that is not ours to see."""
    links = set()
    with suppress(OSError):
        for descriptor in (folder / "fd").iterdir():
            with suppress(OSError):
                links.add(str(descriptor.readlink()))
    return links


def _name_of(folder: Path) -> str:
    with suppress(OSError):
        return (folder / "comm").read_text().strip()
    return "a program"


class PortGuard:
    """Holds a port's lock and watches for its hang-up.

    Parameters
    ----------
    port
        Path of the port, or a Windows name (``COM3``).

    Raises
    ------
    DeviceNotFoundError
        There is no such port, or it is not a terminal.
    DeviceBusyError
        Another program has it.
    DeviceError
        No permission to open it.
    """

    def __init__(self, port: str) -> None:
        self.port = port
        self._descriptor: int | None = None
        if POSIX:
            self._descriptor = self._open()
            try:
                self._lock()
            except DeviceError:
                self.release()
                raise

    def _open(self) -> int:
        try:
            mode = Path(self.port).stat().st_mode
            if not stat.S_ISCHR(mode):
                raise self._no_port()
            # Without O_NONBLOCK the open waits for a carrier where the line has modem signals.
            descriptor = os.open(self.port, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
            if os.isatty(descriptor):
                return descriptor
            os.close(descriptor)
            raise self._no_port()
        except PermissionError as error:
            raise DeviceError(
                say("No permission to open {port}.", port=self.port), _permission()
            ) from error
        except OSError as error:
            if error.errno in (errno.EBUSY, errno.EAGAIN):
                raise self._busy() from error
            raise DeviceNotFoundError(
                say("There is no port {port}.", port=self.port), _ports_line()
            ) from error

    def _no_port(self) -> DeviceNotFoundError:
        return DeviceNotFoundError(
            say("{port} is not a serial port.", port=self.port), _ports_line()
        )

    def _lock(self) -> None:
        import fcntl

        assert self._descriptor is not None  # noqa: S101 - set by the caller
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise self._busy() from error
        if holders_of(self.port):  # after the lock, so that two of us cannot both see nobody
            raise self._busy()

    def _busy(self) -> DeviceBusyError:
        holders = holders_of(self.port)
        remedy = say("Close that program, or stop its stream, first.")
        if not holders:
            return DeviceBusyError(say("{port} is in use.", port=self.port), remedy)
        named = say("{port} is in use by {holders}.", port=self.port, holders=", ".join(holders))
        return DeviceBusyError(named, remedy)

    def hung_up(self) -> bool:
        """Return True once the board was unplugged (or a virtual one ended)."""
        if self._descriptor is None:
            return False
        poll = select.poll()
        poll.register(self._descriptor, 0)  # HUP and ERR are reported without being asked for
        gone = select.POLLHUP | select.POLLERR | select.POLLNVAL
        return any(event & gone for _, event in poll.poll(0))

    def exchange(self, question: bytes, until: bytes, timeout_s: float) -> bytes | None:
        """Ask the board past a vendor's driver that has the port open but does not read.

        The settings of the line are left as they are. BrainFlow waits a second after each
        answer; this does not.

        Parameters
        ----------
        question
            What is written.
        until
            Ends the answer.
        timeout_s
            Longest wait, seconds.

        Returns
        -------
        bytes or None
            What came until `until` or the time was over; None where a port has one user only
            (Windows).
        """
        if self._descriptor is None:
            return None
        seen = b""
        deadline = time.monotonic() + timeout_s
        with suppress(OSError):  # a hang-up is seen by whoever reads next
            os.write(self._descriptor, question)
            while until not in seen and (left_s := deadline - time.monotonic()) > 0:
                if select.select([self._descriptor], [], [], left_s)[0]:
                    seen += os.read(self._descriptor, 4096)
                    time.sleep(0.002)  # a port that hung up is always readable
        return seen

    def divert(self) -> None:
        """Let a vendor's driver in this process write into nothing and fail to read.

        BrainFlow's Ganglion code tries a write that failed again for ever, in a thread that its
        stop waits for. Its descriptor of the port is put on the null device, open for writing
        only, so that its writes succeed and its reads fail at once. May be called twice; where a
        port has one user only (Windows) a failed write ends by itself.
        """
        if self._descriptor is None:
            return
        port = os.fstat(self._descriptor)
        nothing = os.open(os.devnull, os.O_WRONLY)
        try:
            for name in [entry.name for entry in Path("/dev/fd").iterdir()]:
                with suppress(OSError):  # the listing's own descriptor is closed by now
                    there = os.fstat(int(name))
                    if int(name) != self._descriptor and os.path.samestat(there, port):
                        os.dup2(nothing, int(name), inheritable=False)
        finally:
            os.close(nothing)

    def release(self) -> None:
        """Give the port back; may be called twice."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _permission() -> str:
    return say(
        "Add yourself to the group that owns it (Debian, Ubuntu: sudo usermod -aG dialout $USER,"
        " then log in again); `evenhand devices` prints the udev line."
    )


def list_port_names() -> list[str]:
    """Return the names of the serial ports that the system knows."""
    from serial.tools import list_ports

    return sorted(str(port.device) for port in list_ports.comports())


def usb_serial_of(port: str) -> str:
    """Return the serial number of the USB adapter behind `port`, or '' if it has none."""
    from serial.tools import list_ports

    real = os.path.realpath(port)
    for found in list_ports.comports():
        if found.device in (port, real):
            return str(found.serial_number or "")
    return ""


def _ports_line() -> str:
    ports = list_port_names()
    if ports:
        return say("Ports here: {ports}.", ports=", ".join(ports))
    return say("No serial port is here: plug the board in and list them with `evenhand devices`.")
