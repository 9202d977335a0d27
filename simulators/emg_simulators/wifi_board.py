"""The virtual Cyton on a WiFi shield: HTTP for commands, a TCP connection for packets.

BrainFlow asks on port 80 and no other, so this needs the right to bind it (root, or a network
namespace of its own); nothing but the loopback is served.
"""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from emg_signal.errors import DeviceBusyError
from emg_signal.phrase import say
from emg_simulators.board_faults import BoardFaults
from emg_simulators.boards.cyton_firmware import SIMULATOR_MARK, CytonFirmware
from emg_simulators.byte_faults import ByteFaults
from emg_simulators.cyton_board import CytonOptions, connect, next_sample, resistors
from emg_simulators.faults import Fault

LOOPBACK = "127.0.0.1"
HTTP_PORT = 80
FS_HZ = 1000.0
LATENCY_S = 0.01
"""BrainFlow asks the shield for 10 ms (its ``latency`` field)."""
MOST_AT_ONCE = 100
"""Packets after which requests are heard again, while catching up after a stall: BrainFlow waits
for the answer to its stop for some seconds only."""


class WifiShield:
    """What the shield knows and does between two HTTP requests.

    Parameters
    ----------
    firmware
        The board under the shield.
    began
        Called when streaming begins.
    faults
        What goes wrong with link and board, counted from the first start of streaming.
    seed
        Seed of their chances.
    """

    def __init__(
        self,
        firmware: CytonFirmware,
        *,
        began: Callable[[], None] = lambda: None,
        faults: Sequence[Fault] = (),
        seed: int = 0,
    ) -> None:
        self.firmware = firmware
        self.plugged = True
        self._link_faults = ByteFaults(faults, seed)
        self._board_faults = BoardFaults(faults)
        self._first_start_s: float | None = None
        self._seen_s = -1.0
        self._began = began
        self.lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._start_s = 0.0
        self._sent = 0

    def board(self) -> dict[str, Any]:
        """Return the answer to GET /board."""
        counts = self.firmware.counts
        return {
            "board_connected": True,
            "board_type": "cyton",
            "name": f"{SIMULATOR_MARK} {self.firmware.name}",
            "num_channels": counts.n_channels,
            "gains": [int(counts.gain(channel)) for channel in range(counts.n_channels)],
        }

    def connect(self, address: str, port: int) -> None:
        """Open the connection that POST /tcp asks for."""
        self.disconnect()
        self._socket = socket.create_connection((address, port), timeout=5)

    def disconnect(self) -> None:
        """Close the connection, if there is one."""
        if self._socket is not None:
            self._socket.close()
        self._socket = None

    def stream(self, on: bool) -> None:
        """Begin or end streaming."""
        self.firmware.receive(b"b" if on else b"s")
        self._start_s, self._sent = time.monotonic(), 0
        if on:
            self._first_start_s = self._first_start_s or self._start_s
            self._began()

    def send_due(self) -> None:
        """Send what is due by now."""
        with self.lock:
            time_s = time.monotonic() - (self._first_start_s or time.monotonic())
            self._plug(time_s)
            if self._socket is None or not self.firmware.streaming:
                return
            rate_hz = FS_HZ * self._board_faults.clock_factor(time_s)
            late = int((time.monotonic() - self._start_s) * rate_hz) - self._sent
            due = min(late, MOST_AT_ONCE)
            packets = b"".join(
                piece
                for _ in range(due)
                for piece in self._link_faults.apply(self.firmware.packet(), time_s)
            )
            self._sent += max(due, 0)
            try:
                self._socket.sendall(packets)
            except OSError:  # the host went away
                self.disconnect()

    def _plug(self, time_s: float) -> None:
        """Lose power or get it back when it is time; without it nothing answers."""
        for event in self._board_faults.plug_events(self._seen_s, time_s):
            self.plugged = event != "unplug"
            if not self.plugged:
                self.stream(on=False)
                self.disconnect()
            if event == "other":
                self.firmware.name = "another board"
        self._seen_s = time_s


def _handler(shield: WifiShield) -> type[BaseHTTPRequestHandler]:
    """Return a request handler for `shield`."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with shield.lock:
                if not shield.plugged:
                    self.close_connection = True
                elif self.path == "/board":
                    self._answer(json.dumps(shield.board()))
                elif self.path in ("/stream/start", "/stream/stop"):
                    shield.stream(self.path.endswith("start"))
                    self._answer("")
                else:
                    self._answer("", 404)

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with shield.lock:
                if not shield.plugged:
                    self.close_connection = True
                elif self.path == "/tcp":
                    shield.connect(str(body["ip"]), int(body["port"]))
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
    options: CytonOptions, *, ready: Callable[[str], None], stopped: Callable[[], bool]
) -> None:
    """Serve a virtual Cyton on a WiFi shield until `stopped` returns True.

    Raises
    ------
    DeviceBusyError
        Port 80 of the loopback cannot be bound.
    """
    with ExitStack() as stack:
        electrodes = connect(options, stack, FS_HZ)
        firmware = CytonFirmware(
            electrodes.counts,
            name=options.name or options.scenario,
            impedance_ohm=resistors(options, electrodes),
            rates="46",
        )
        firmware.warm_up()
        shield = WifiShield(
            firmware,
            began=lambda: electrodes.began(next_sample(electrodes.counts, firmware)),
            faults=electrodes.faults,
            seed=options.seed or 0,
        )
        stack.callback(shield.disconnect)
        try:
            server = ThreadingHTTPServer((LOOPBACK, HTTP_PORT), _handler(shield))
        except OSError as error:
            raise DeviceBusyError(
                say(
                    "Port {port} of {address} cannot be served ({error!s}).",
                    port=HTTP_PORT,
                    address=LOOPBACK,
                    error=error.strerror,
                ),
                say(
                    "BrainFlow asks there and nowhere else: run it as root, or in a network "
                    "namespace."
                ),
            ) from error
        stack.callback(server.server_close)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        stack.callback(thread.join)
        stack.callback(server.shutdown)
        ready(LOOPBACK)
        while not stopped():
            with suppress(InterruptedError):
                time.sleep(LATENCY_S)
            shield.send_due()
