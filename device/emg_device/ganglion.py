"""`GanglionDevice`: the OpenBCI Ganglion through BrainFlow, by its dongle or by Bluetooth.

The BLED112 dongle's route is marked deprecated in BrainFlow 5.23 but is the one that needs no
Bluetooth of the system; ``ganglion:bluetooth`` takes the system's own. Two samples share one
packet number.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, ClassVar

import numpy as np
from brainflow.exit_codes import BrainFlowError, BrainFlowExitCodes

from emg_device.base import Device
from emg_device.brainflow_driver import POLL_S, BrainFlowDevice
from emg_device.impedance import ContactImpedance, Electrode
from emg_device.info import CounterRule, DeviceInfo, IntArray
from emg_device.port import usb_serial_of
from emg_device.scale import rails_uv, uv_per_count
from emg_device.spec import DeviceSpec
from emg_signal.chunk import Origin
from emg_signal.errors import ConfigError, DeviceError, DeviceLostError, DeviceNotFoundError
from emg_signal.phrase import say

GANGLION, GANGLION_NATIVE = 1, 46
BLUETOOTH = "bluetooth"
"""Address in place of a dongle's port: the computer's own Bluetooth."""
REFERENCE_V, BITS, GAIN = 1.2, 24, 51 * 1.5
"""MCP3912's reference, resolution, and the board's gain (OpenBCI Ganglion documentation)."""
FIRMWARES = ("2", "3")
PERIODS = {"2": 201, "3": 200}
"""Samples until the packet number repeats: firmware 2 sends number 0 with one sample and 1 to 100
with two, firmware 3 sends 0 to 99 with two (BrainFlow's decoders)."""
FIND_S = 4
IMPEDANCE_NUMBERS = range(201, 206)
"""Packets that tell the impedance of channels 1 to 4 and of the reference."""
CONTACT_S = 5.0
"""Patience beside what the board takes for one round: it is asked over the air."""


class GanglionDevice(BrainFlowDevice):
    """A Ganglion on its dongle's port.

    Parameters
    ----------
    port
        The dongle's serial port.
    mac_address
        Bluetooth address of the board; None takes the first Ganglion that is heard.
    firmware
        ``2`` or ``3``; used with `mac_address`, else BrainFlow finds out and does not tell.
    clock
        Monotonic seconds.
    """

    example: ClassVar[str] = "ganglion:/dev/ttyACM0?mac_address=c0:c0:ff:ee:00:01&firmware=3"

    def __init__(
        self,
        port: str,
        *,
        mac_address: str | None = None,
        firmware: str = "3",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        # Without an address BrainFlow opens the dongle in its automatic branch alone (measured).
        parameters = {"serial_port": port, "timeout": str(FIND_S), "other_info": "fw:auto"}
        if mac_address:
            parameters |= {"mac_address": mac_address, "other_info": f"fw:{firmware}"}
        super().__init__(GANGLION, parameters, clock=clock)
        self._mac_address = mac_address
        self._firmware = firmware
        self._last_number = -1

    @classmethod
    def from_spec(
        cls, spec: DeviceSpec, *, clock: Callable[[], float] = time.monotonic, **kw: Any
    ) -> Device:
        """Return the board of ``ganglion:PORT[?mac_address=…&firmware=3]``.

        ``ganglion:bluetooth[?mac_address=…]`` needs no dongle.
        """
        if spec.address == BLUETOOTH:
            spec.refuse_unknown("mac_address")
            return GanglionNativeDevice(spec.options.get("mac_address"), clock=clock)
        spec.refuse_unknown("mac_address", "firmware")
        if not spec.address:
            raise ConfigError(
                say("The Ganglion needs its dongle's port."),
                say("Write {example}.", example=cls.example),
            )
        firmware = spec.options.get("firmware", "3")
        if firmware not in FIRMWARES:
            raise ConfigError(
                say("Firmware '{firmware}' is unknown.", firmware=firmware),
                say("Use firmware=2 or firmware=3."),
            )
        mac_address = spec.options.get("mac_address")
        return cls(spec.address, mac_address=mac_address, firmware=firmware, clock=clock)

    def _identify(self, description: dict[str, Any]) -> DeviceInfo:
        info = super()._identify(description)
        known = self._firmware_known()
        note = say(
            "Without its mac_address the packet numbers are not known: loss is counted by clock."
        )
        return replace(
            info,
            board="OpenBCI Ganglion",
            serial=self._mac_address or usb_serial_of(self._port or ""),
            firmware=self._firmware if known else "",
            gain=float(GAIN),
            uv_per_count=uv_per_count(REFERENCE_V, BITS, GAIN),
            rails_uv=rails_uv(REFERENCE_V, BITS, GAIN),
            counter=CounterRule(PERIODS[self._firmware]) if known else None,
            notes=() if known else (note,),
        )

    def _firmware_known(self) -> bool:
        """Return True if the firmware is known, and with it how packets are numbered."""
        return self._mac_address is not None

    def _start(self) -> None:
        self._last_number = -1
        super()._start()

    def _call(self, action: Callable[[Any], Any]) -> Any:
        """Do something with the board; a dongle that is gone must not be written to."""
        if self._guard is not None and (self._lost is not None or self._guard.hung_up()):
            self._guard.divert()
        return super()._call(action)

    def _count(self, counter: Any) -> IntArray | None:
        """Return one number per sample: the second of a packet follows the first."""
        if counter is None or self.info.counter is None:
            return None
        # Two samples share a packet's number; the second is known by its neighbour, which may
        # have come with the read before. After a whole pair the same number is a new packet's.
        before = np.concatenate(([self._last_number], counter[:-1]))
        second = counter == before
        self._last_number = -1 if second[-1] else int(counter[-1])
        # Firmware 2: packet 0 holds sample 0 alone, packet 1 samples 1 and 2; firmware 3: packet
        # 0 holds samples 0 and 1.
        offset = 1 if self._firmware == "2" else 0
        numbers: IntArray = np.where(counter == 0, 0, 2 * counter - offset) + second
        return numbers

    # -- contact ------------------------------------------------------------------------------

    def _electrodes(self) -> tuple[Electrode, ...]:
        return tuple(Electrode(channel) for channel in range(self.info.n_channels))

    def _contacts(
        self, electrodes: tuple[Electrode, ...], seconds: float
    ) -> Iterator[ContactImpedance]:
        """Yield what the board tells of each electrode; it measures one after the other, always.

        The firmware sends whole kOhm as text, of the electrode and the driven ground in series
        (OpenBCI_Ganglion_Library, testImpedance; OpenBCI's GUI shows half of it, taking both for
        alike; we do not).
        """
        self._call(lambda board: board.config_board("z"))
        try:
            self._start()
            told = self._told_kohm(electrodes, CONTACT_S + seconds * len(IMPEDANCE_NUMBERS))
        finally:
            self._leave_contact()
        for electrode in electrodes:
            if electrode.channel not in told:  # below 1 kOhm the board sends no digit at all
                raise DeviceError(
                    say(
                        "The Ganglion tells no impedance of {electrode}.", electrode=str(electrode)
                    ),
                    say("Its electrodes may touch each other, or its lead the ground's."),
                )
            yield ContactImpedance.limited(electrode, told[electrode.channel], tolerance=None)

    def _leave_contact(self) -> None:
        """Go back to EMG; on a lost board there is nothing to go back to."""
        try:
            self._stop()
            self._call(lambda board: board.config_board("Z"))
        except DeviceError as error:
            raise DeviceLostError(
                say("The Ganglion's test current could not be switched off."),
                say("Switch the board off and on again."),
            ) from error

    def _told_kohm(self, electrodes: tuple[Electrode, ...], patience_s: float) -> dict[int, float]:
        """Return kOhm per channel, of `electrodes` as far as the board tells it in time."""
        rows = self._describe()["resistance_channels"]
        wanted = {electrode.channel for electrode in electrodes}
        deadline, told = self._clock() + patience_s, dict[int, float]()
        while not wanted <= told.keys() and self._clock() < deadline:
            self._watch_plug()
            data = self._board.get_board_data()
            for number, column in zip(data[self._counter_row], data[rows].T, strict=True):
                place = int(number) - IMPEDANCE_NUMBERS[0]
                if 0 <= place < len(self._rows):
                    told[place] = float(column[place])
            time.sleep(POLL_S)
        if not told:
            raise DeviceLostError(
                say("The Ganglion told no impedance within {seconds:.0f} s.", seconds=patience_s),
                say("Switch it off and on again."),
            )
        return told


class GanglionNativeDevice(GanglionDevice):
    """A Ganglion on the computer's own Bluetooth.

    Parameters
    ----------
    mac_address
        Bluetooth address of the board; None takes the first Ganglion that is heard.
    clock
        Monotonic seconds.
    """

    example: ClassVar[str] = "ganglion:bluetooth"

    def __init__(
        self,
        mac_address: str | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        parameters = {"timeout": str(FIND_S)}
        if mac_address:
            parameters["mac_address"] = mac_address.upper()  # as BlueZ writes it
        BrainFlowDevice.__init__(self, GANGLION_NATIVE, parameters, clock=clock)
        self._mac_address = mac_address
        self._firmware = FIRMWARES[-1]
        self._last_number = -1

    def _firmware_known(self) -> bool:
        told = str(self._call(lambda board: board.config_board("get_firmware_version")))
        if told in FIRMWARES:
            self._firmware = told
        return told in FIRMWARES

    def _origin(self) -> Origin:
        """Return SIMULATED if a program stands in for the system's Bluetooth service."""
        return Origin.SIMULATED if "DBUS_SYSTEM_BUS_ADDRESS" in os.environ else super()._origin()

    def explain(self, error: BrainFlowError) -> DeviceError:
        """Return our error for one of BrainFlow's, in terms of Bluetooth."""
        if error.exit_code == BrainFlowExitCodes.UNABLE_TO_OPEN_PORT_ERROR.value:
            return DeviceNotFoundError(
                say("This computer has no Bluetooth that can be used."),
                say(
                    "Switch Bluetooth on (on Linux its service BlueZ must run), or use the "
                    "board's own dongle: ganglion:PORT."
                ),
            )
        if error.exit_code == BrainFlowExitCodes.BOARD_NOT_READY_ERROR.value:
            return DeviceNotFoundError(
                say(
                    "No Ganglion ({address}) is heard over Bluetooth within {seconds} s.",
                    address=self._mac_address or say("any address"),
                    seconds=FIND_S,
                ),
                say("Switch it on, bring it near, and close other programs that hold it."),
            )
        return super().explain(error)
