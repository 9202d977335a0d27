"""`GanglionDevice`: the OpenBCI Ganglion through its BLED112 dongle and BrainFlow.

The dongle's route is marked deprecated in BrainFlow 5.23 but is the one that needs no Bluetooth of
the system; ``brainflow:46`` takes the system's own. Two samples share one packet number.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any, ClassVar

import numpy as np

from emg_device.base import Device
from emg_device.brainflow_driver import BrainFlowDevice
from emg_device.impedance import ContactImpedance, ElectrodeSide
from emg_device.info import CounterRule, DeviceInfo, DeviceState, IntArray
from emg_device.port import usb_serial_of
from emg_device.scale import rails_uv, uv_per_count
from emg_device.spec import DeviceSpec
from emg_signal.errors import ConfigError, DeviceError, DeviceLostError

GANGLION = 1
REFERENCE_V, BITS, GAIN = 1.2, 24, 51 * 1.5
"""MCP3912's reference, resolution, and the board's gain (OpenBCI Ganglion documentation)."""
FIRMWARES = ("2", "3")
PERIODS = {"2": 201, "3": 200}
"""Samples until the packet number repeats: firmware 2 sends number 0 with one sample and 1 to 100
with two, firmware 3 sends 0 to 99 with two (BrainFlow's decoders)."""
FIND_S = 4
IMPEDANCE_NUMBERS = range(201, 206)


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
        """Return the board of ``ganglion:PORT[?mac_address=…&firmware=3]``."""
        spec.refuse_unknown("mac_address", "firmware")
        if not spec.address:
            raise ConfigError("The Ganglion needs its dongle's port.", f"Write {cls.example}.")
        firmware = spec.options.get("firmware", "3")
        if firmware not in FIRMWARES:
            raise ConfigError(f"Firmware {firmware!r} is unknown.", "Use firmware=2 or firmware=3.")
        mac_address = spec.options.get("mac_address")
        return cls(spec.address, mac_address=mac_address, firmware=firmware, clock=clock)

    def _identify(self, description: dict[str, Any]) -> DeviceInfo:
        info = super()._identify(description)
        known = self._mac_address is not None
        note = "Without its mac_address the packet numbers are not known: loss is counted by clock."
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

    def _start(self) -> None:
        self._last_number = -1
        super()._start()

    def _count(self, counter: Any) -> IntArray | None:
        """Return one number per sample: the second of a packet follows the first."""
        if counter is None or self.info.counter is None:
            return None
        before = np.concatenate(([self._last_number], counter[:-1]))
        second = counter == before
        self._last_number = -1 if second[-1] else int(counter[-1])
        offset = 1 if self._firmware == "2" else 0
        numbers: IntArray = np.where(counter == 0, 0, 2 * counter - offset) + second
        return numbers

    def measure_impedance(self, seconds: float = 6.0) -> tuple[ContactImpedance, ...]:
        """Return the impedance of the four electrodes as the board measures it.

        BrainFlow reads five digits of it: 100 kOhm and more show as a tenth or less, so a value
        from 10 kOhm on says no more than that the contact is not good.

        Raises
        ------
        DeviceError
            It streams: the board then measures EMG and nothing else.
        DeviceLostError
            Not every electrode was told within `seconds`.
        """
        if self.state is not DeviceState.OPEN:
            raise DeviceError(
                "Contact is not measured while the board streams.", "Stop the stream first."
            )
        self._call(lambda board: board.config_board("z"))
        try:
            BrainFlowDevice._start(self)
            ohm = self._impedances(seconds)
        finally:
            BrainFlowDevice._stop(self)
            self._call(lambda board: board.config_board("Z"))
        return tuple(
            ContactImpedance(channel, ElectrodeSide.POSITIVE, value / 1e3)
            for channel, value in enumerate(ohm)
        )

    def _impedances(self, seconds: float) -> list[float]:
        """Return ohm per channel, once all five values were told at least once."""
        rows = self._describe()["resistance_channels"]
        deadline, heard = self._clock() + seconds, set[int]()
        while self._clock() < deadline:
            data = self._board.get_board_data()
            heard |= {int(number) for number in data[0]} & set(IMPEDANCE_NUMBERS)
            if len(heard) == len(IMPEDANCE_NUMBERS):
                return [float(ohm) for ohm in data[rows, -1][: len(self._rows)]]
            time.sleep(0.1)
        raise DeviceLostError(
            f"The Ganglion told {len(heard)} of 5 impedances in {seconds:g} s.", "Try again."
        )
