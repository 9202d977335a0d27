"""The virtual Cyton on a WiFi shield: HTTP for commands, a TCP connection for packets.

BrainFlow asks on port 80 and no other, so this needs the right to bind it (root, or a network
namespace of its own); nothing but the loopback is served, by any of its addresses.
"""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from emg_signal.errors import ConfigError, DeviceBusyError
from emg_signal.phrase import say
from emg_simulators.boards.cyton_firmware import SIMULATOR_MARK, CytonFirmware
from emg_simulators.cyton_board import connect, cyton_firmware, next_sample
from emg_simulators.cyton_options import CytonOptions, abilities_of
from emg_simulators.virtual_board import VirtualBoard

LOOPBACK = "127.0.0.1"
HTTP_PORT = 80
FS_HZ = 1000.0
LATENCY_S = 0.01
"""BrainFlow asks the shield for 10 ms (its ``latency`` field)."""


class ShieldLine:
    """The shield's connection to its host: packets alone, commands come by HTTP.

    Parameters
    ----------
    power_lost
        Called when the board loses its power, which is how a shield is pulled out.
    """

    def __init__(self, power_lost: Callable[[], object]) -> None:
        self.plugged = True
        self._power_lost = power_lost
        self._socket: socket.socket | None = None

    def connect(self, address: str, port: int) -> None:
        """Open the connection that POST /tcp asks for."""
        self.disconnect()
        self._socket = socket.create_connection((address, port), timeout=5)

    def disconnect(self) -> None:
        """Close the connection, if there is one."""
        if self._socket is not None:
            self._socket.close()
        self._socket = None

    def read(self, timeout_s: float) -> bytes:
        """Wait as long as the host asked packets to be gathered, not `timeout_s` seconds."""
        with suppress(InterruptedError):
            time.sleep(LATENCY_S)
        return b""

    def write(self, data: bytes) -> None:
        """Send; without a connection it is lost."""
        if self._socket is None:
            return
        try:
            self._socket.sendall(data)
        except OSError:  # the host went away
            self.disconnect()

    def hang_up(self) -> None:
        """Lose power: nothing answers any more, and the host is told nothing of it."""
        if self.plugged:
            self.plugged = False
            self._power_lost()
            self.disconnect()

    def reopen(self) -> None:
        """Get power again."""
        self.plugged = True


class WifiShield:
    """What the shield answers to HTTP requests.

    Parameters
    ----------
    firmware
        The board under the shield.
    line
        Its connection to the host.
    board
        What runs the firmware on the line.
    """

    def __init__(self, firmware: CytonFirmware, line: ShieldLine, board: VirtualBoard) -> None:
        self.firmware = firmware
        self.line = line
        self.board = board
        self.lock = threading.Lock()  # each request comes in a thread of its own

    def describe(self) -> dict[str, Any]:
        """Return the answer to GET /board."""
        counts = self.firmware.counts
        return {
            "board_connected": True,
            "board_type": "cyton",
            "name": f"{SIMULATOR_MARK} {self.firmware.name}",
            "num_channels": counts.n_channels,
            "gains": [int(counts.gain(channel)) for channel in range(counts.n_channels)],
        }

    def send_due(self) -> None:
        """Wait a little, then send what is due."""
        data = self.line.read(LATENCY_S)
        with self.lock:
            self.board.serve(data)


def _handler(shield: WifiShield) -> type[BaseHTTPRequestHandler]:
    """Return a request handler for `shield`."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with shield.lock:
                if not shield.line.plugged:
                    self.close_connection = True
                elif self.path == "/board":
                    self._answer(json.dumps(shield.describe()))
                elif self.path in ("/stream/start", "/stream/stop"):
                    shield.board.serve(b"b" if self.path.endswith("start") else b"s")
                    self._answer("")
                else:
                    self._answer("", 404)

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with shield.lock:
                if not shield.line.plugged:
                    self.close_connection = True
                elif self.path == "/tcp":
                    shield.line.connect(str(body["ip"]), int(body["port"]))
                    self._answer(json.dumps({"connected": True}))
                elif self.path == "/command":
                    reply = shield.firmware.receive(str(body["command"]).encode())
                    self._answer(reply.decode().replace("$$$", ""))
                else:
                    self._answer("", 404)

        def _answer(self, text: str, status: int = 200) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(text.encode())))
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing: requests are no news."""

    return Handler


def run_wifi(
    options: CytonOptions,
    *,
    address: str = LOOPBACK,
    ready: Callable[[str], None],
    stopped: Callable[[], bool],
) -> None:
    """Serve a virtual Cyton on a WiFi shield until `stopped` returns True.

    Parameters
    ----------
    options
        What to serve.
    address
        Where, on the loopback: 127.0.0.1 or, on Linux, any other of 127.0.0.0/8.
    ready
        Called with the address once it answers.
    stopped
        Asked at least 20 times a second.

    Raises
    ------
    ConfigError
        An address that is not the loopback's; otherwise as `connect`.
    DeviceBusyError
        Its port 80 cannot be bound.
    """
    if not address.startswith("127."):
        raise ConfigError(
            say("{address} is not of this computer alone.", address=address),
            say("Use {address}.", address=LOOPBACK),
        )
    with ExitStack() as stack:
        electrodes = connect(options, stack, FS_HZ, abilities_of(options, say("The WiFi shield")))
        firmware = cyton_firmware(options, electrodes, rates="46")
        line = ShieldLine(lambda: firmware.receive(b"s"))
        board = VirtualBoard(
            firmware,
            line,
            packets_per_s=FS_HZ,
            began=lambda: electrodes.began(next_sample(electrodes.counts, firmware)),
            faults=electrodes.faults,
            seed=options.seed or 0,
        )
        shield = WifiShield(firmware, line, board)
        stack.callback(line.disconnect)
        try:
            server = ThreadingHTTPServer((address, HTTP_PORT), _handler(shield))
        except OSError as error:
            raise DeviceBusyError(
                say(
                    "Port {port} of {address} cannot be served ({error!s}).",
                    port=HTTP_PORT,
                    address=address,
                    error=error.strerror,
                ),
                say(
                    "BrainFlow asks there and nowhere else: run it as root, or in a network "
                    "namespace."
                ),
            ) from error
        # The stack calls them from the last to the first: shut down, join, close.
        stack.callback(server.server_close)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        stack.callback(thread.join)
        stack.callback(server.shutdown)
        ready(address)
        while not stopped():
            shield.send_due()
