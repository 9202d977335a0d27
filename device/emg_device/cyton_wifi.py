"""`CytonWifiDevice`: the Cyton on its WiFi shield, 1000 Hz, through BrainFlow.

The shield tells its board and gains over HTTP; BrainFlow asks only whether it is there.
"""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import replace
from http.client import HTTPException
from typing import Any, ClassVar

from emg_device.base import Device
from emg_device.brainflow_driver import BrainFlowDevice
from emg_device.cyton import CHANNELS, SIMULATOR_MARK, SINC3
from emg_device.info import DeviceInfo
from emg_device.scale import CYTON_BITS, CYTON_REFERENCE_V, rails_uv, uv_per_count
from emg_device.serial_probe import readable
from emg_device.spec import DeviceSpec
from emg_signal.chunk import Origin
from emg_signal.errors import ConfigError, DeviceError, DeviceNotFoundError, DeviceProtocolError
from emg_signal.phrase import say

CYTON_WIFI = 5
ANSWER_S = 3.0
DEFAULT_PORT = 6987
"""Where BrainFlow listens for the shield; any free port does."""


class CytonWifiDevice(BrainFlowDevice):
    """A Cyton on its WiFi shield.

    Parameters
    ----------
    address
        IP address of the shield (192.168.4.1 where the shield is the access point).
    port
        Local TCP port that the shield is told to send to.
    clock
        Monotonic seconds.
    """

    example: ClassVar[str] = "cyton_wifi:192.168.4.1"

    def __init__(
        self,
        address: str,
        *,
        port: int = DEFAULT_PORT,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        parameters = {"ip_address": address, "ip_port": str(port), "timeout": "3"}
        super().__init__(CYTON_WIFI, parameters, clock=clock)
        self._address = address
        self._board_says: dict[str, Any] = {}

    @classmethod
    def from_spec(
        cls, spec: DeviceSpec, *, clock: Callable[[], float] = time.monotonic, **kw: Any
    ) -> Device:
        """Return the board of ``cyton_wifi:ADDRESS[?port=6987]``."""
        spec.refuse_unknown("port")
        if not spec.address:
            raise ConfigError(
                say("The WiFi shield needs its address."),
                say("Write {example}.", example=cls.example),
            )
        return cls(spec.address, port=spec.whole("port", 1, 65535) or DEFAULT_PORT, clock=clock)

    def _open(self) -> DeviceInfo:
        self._board_says = self._ask_board()
        return super()._open()

    def _ask_board(self) -> dict[str, Any]:
        """Return what the shield says of its board; BrainFlow would wait 10 s for silence."""
        try:
            says = json.loads(self._request("board"))
        except ValueError as error:
            raise self._no_shield() from error
        if not isinstance(says, dict) or "board_connected" not in says:
            raise self._no_shield()
        if not says["board_connected"]:
            raise DeviceNotFoundError(
                say("The WiFi shield at {address} has no board.", address=self._address),
                say("Switch the Cyton on, and press the shield's reset."),
            )
        return says

    def _request(self, path: str, body: bytes | None = None) -> bytes:
        """Ask the shield; `body` makes it a POST."""
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with direct.open(f"http://{self._address}/{path}", body, timeout=ANSWER_S) as answer:
                return bytes(answer.read(65536))
        except (urllib.error.URLError, HTTPException, OSError) as error:
            raise DeviceNotFoundError(
                say(
                    "No WiFi shield answers at {address} ({error}).",
                    address=self._address,
                    error=getattr(error, "reason", error),
                ),
                say("Is this computer in the shield's network, and is the shield switched on?"),
            ) from error

    def _no_shield(self) -> DeviceError:
        return DeviceProtocolError(
            say("What answers at {address} is no OpenBCI WiFi shield.", address=self._address),
            say("Check the address."),
        )

    def _identify(self, description: dict[str, Any]) -> DeviceInfo:
        info = super()._identify(description)
        self._separate(info.n_channels)
        gains = {float(gain) for gain in self._board_says.get("gains", [])}
        gain = gains.pop() if len(gains) == 1 else None
        told = ", ".join(f"{one:g}" for one in sorted(gains)) or say("none")
        odd = () if gain else (say("The board tells no common gain: {gains}.", gains=told),)
        return replace(
            info,
            board="OpenBCI Cyton WiFi",
            serial=str(self._board_says.get("name", "")) or self._address,
            gain=gain,
            uv_per_count=uv_per_count(CYTON_REFERENCE_V, CYTON_BITS, gain) if gain else None,
            rails_uv=rails_uv(CYTON_REFERENCE_V, CYTON_BITS, gain) if gain else None,
            board_high_hz=SINC3 * info.fs_hz,
            notes=odd,
        )

    def _separate(self, n_channels: int) -> None:
        """Take each channel off the common reference: EMG is measured in pairs.

        Asked past BrainFlow, which does not hand the board's reply on.
        """
        for letter in CHANNELS[:n_channels]:
            command = f"x{letter}060100X"
            reply = self._request("command", json.dumps({"command": command}).encode())
            if b"Success" not in reply:
                raise DeviceProtocolError(
                    say(
                        "The board refused '{command}': {reply}.",
                        command=command,
                        reply=readable(reply) if reply else say("silence"),
                    ),
                    say("Switch it off and on again, and press the shield's reset."),
                )

    def _contact_refusal(self) -> str:
        return say(
            "Contact is not measured over the WiFi shield: connect the Cyton by its dongle for it."
        )

    def _origin(self) -> Origin:
        if SIMULATOR_MARK in str(self._board_says.get("name", "")):
            return Origin.SIMULATED
        return super()._origin()
