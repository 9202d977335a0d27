"""`CytonDevice`: the OpenBCI Cyton, alone or with a Daisy, over its dongle, through BrainFlow."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any, ClassVar

import numpy as np

from emg_device.base import Device
from emg_device.brainflow_driver import BrainFlowDevice
from emg_device.impedance import ContactImpedance, ElectrodeSide, impedance_ohm
from emg_device.info import DeviceInfo, DeviceState
from emg_device.port import usb_serial_of
from emg_device.scale import CYTON_BITS, CYTON_REFERENCE_V, rails_uv, uv_per_count
from emg_device.serial_probe import ask, open_port, readable
from emg_device.spec import DeviceSpec
from emg_signal.chunk import FloatArray, Origin
from emg_signal.errors import (
    ConfigError,
    DeviceError,
    DeviceLostError,
    DeviceNotFoundError,
    DeviceProtocolError,
)

CYTON, CYTON_DAISY = 0, 2
BAUD = 115200
ANSWER_S = 2.5
"""The board resets in about 0.6 s before it answers; an error is due within 3 s."""
SETTLE_S = 0.5
"""The current's step through the electrode's capacitance is over by then."""
GAINS = (1, 2, 4, 6, 8, 12, 24)
"""Codes 0 to 6 of CHnSET bits 6 to 4 (ADS1299 datasheet SBAS499)."""
SINC3 = 0.262
"""−3 dB of the ADS1299's sinc3 over its data rate (datasheet: 65 Hz at 250)."""
DAISY_HIGH_HZ = 46.0
"""A Daisy's samples are means of two: −3 dB at 46 Hz (measured on the virtual board)."""
SIMULATOR_MARK = "EVENHAND-SIMULATOR"
CHANNELS = "12345678QWERTYUI"


class CytonDevice(BrainFlowDevice):
    """A Cyton on its dongle's port.

    Parameters
    ----------
    port
        The dongle's serial port.
    daisy
        True for 16 channels at 125 Hz.
    gain
        Gain to set on every channel; None leaves the board's default.
    clock
        Monotonic seconds.
    """

    example: ClassVar[str] = "cyton:/dev/ttyUSB0"
    has_daisy: ClassVar[bool] = False

    def __init__(
        self,
        port: str,
        *,
        gain: int | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        board_id = CYTON_DAISY if self.has_daisy else CYTON
        super().__init__(board_id, {"serial_port": port}, clock=clock)
        self._gain = gain
        self._greeting = ""

    @classmethod
    def from_spec(
        cls, spec: DeviceSpec, *, clock: Callable[[], float] = time.monotonic, **kw: Any
    ) -> Device:
        """Return the board that ``cyton:PORT[?gain=24]`` names."""
        spec.refuse_unknown("gain")
        if not spec.address:
            raise ConfigError("The Cyton needs a port.", f"Write {cls.example}.")
        return cls(spec.address, gain=gain_of(spec), clock=clock)

    def _open(self) -> DeviceInfo:
        self._greeting = self._ask_who()
        return super()._open()

    def _ask_who(self) -> str:
        """Return the greeting; raise within 3 s what stands in its way.

        BrainFlow waits 6 s for a silent board and does not tell it from a wrong one.
        """
        port = self._port or ""
        with open_port(port, BAUD) as line:
            ask(line, b"s", until=b"$$$", timeout_s=0.05, clock=self._clock)
            line.reset_input_buffer()
            seen = ask(line, b"v", until=b"$$$", timeout_s=ANSWER_S, clock=self._clock)
        if b"OpenBCI" in seen and b"$$$" in seen:
            return seen[seen.index(b"OpenBCI") :].decode("ascii", errors="replace")
        raise _not_a_cyton(port, seen)

    def _identify(self, description: dict[str, Any]) -> DeviceInfo:
        info = super()._identify(description)
        if self._gain is not None:
            self._set_gain(info.n_channels, self._gain)
        registers = channel_registers(self._ask_settings())
        gain, notes = self._read_back(registers, info.n_channels)
        firmware = re.search(r"Firmware: *([^\n$]*)", self._greeting)
        if self.has_daisy:
            notes += (DAISY_NOTE,)
        return replace(
            info,
            board="OpenBCI Cyton + Daisy" if self.has_daisy else "OpenBCI Cyton",
            serial=usb_serial_of(self._port or "") or _one_line(self._greeting),
            firmware=firmware.group(1).strip() if firmware else "",
            gain=gain,
            uv_per_count=uv_per_count(CYTON_REFERENCE_V, CYTON_BITS, gain) if gain else None,
            rails_uv=rails_uv(CYTON_REFERENCE_V, CYTON_BITS, gain) if gain else None,
            board_high_hz=DAISY_HIGH_HZ if self.has_daisy else SINC3 * info.fs_hz,
            notes=notes,
        )

    def _ask_settings(self) -> str:
        """Return the board's answer to ``?``: all registers, as they are now."""
        seen = self._guard.exchange(b"?", b"$$$", 1.0) if self._guard else None
        return self.command("?") if seen is None else seen.decode("ascii", errors="replace")

    # -- contact ------------------------------------------------------------------------------

    def measure_impedance(self, seconds: float = 2.0) -> tuple[ContactImpedance, ...]:
        """Return the contact impedance of each electrode; takes twice `seconds` and a little.

        The current is heard in the signal: never while EMG is read, so the board must be open
        and not streaming.

        Raises
        ------
        DeviceError
            It streams, or it refuses the current.
        """
        if self.state is not DeviceState.OPEN:
            raise DeviceError(
                "Contact is not measured while the board streams: its current is in the signal.",
                "Stop the stream first.",
            )
        found: list[ContactImpedance] = []
        try:
            for side, code in ((ElectrodeSide.POSITIVE, "10"), (ElectrodeSide.NEGATIVE, "01")):
                self._drive(code)
                ohm = impedance_ohm(self._listen(seconds))
                found += [
                    ContactImpedance(channel, side, float(value) / 1e3)
                    for channel, value in enumerate(ohm)
                ]
        finally:
            self._drive("00")
        return tuple(
            sorted(found, key=lambda contact: (contact.channel, contact.side != "positive"))
        )

    def _drive(self, code: str) -> None:
        """Switch the lead-off current of all channels to P, N or neither (``10 01 00``)."""
        for letter in CHANNELS[: self.info.n_channels]:
            text = f"z{letter}{code}Z"
            seen = self._guard.exchange(text.encode(), b"$$$", 1.0) if self._guard else None
            reply = self.command(text) if seen is None else seen.decode("ascii", "replace")
            if "Success" not in reply:
                raise DeviceProtocolError(
                    f"The board refused {text!r}: {reply.replace('$$$', '').strip() or 'silence'}.",
                    "Its firmware may be too old for contact measurement.",
                )

    def _listen(self, seconds: float) -> FloatArray:
        """Stream for `seconds`, after half a second of settling; ``(n_channels, n)`` µV."""
        needed = round((seconds + SETTLE_S) * self.info.fs_hz)
        parts: list[FloatArray] = []
        BrainFlowDevice._start(self)
        try:
            deadline = self._clock() + 3 * seconds + ANSWER_S
            while sum(len(part) for part in parts) < needed and self._clock() < deadline:
                block = self._fetch(0.05)
                if block is not None:
                    parts.append(block.samples_uv)
        finally:
            BrainFlowDevice._stop(self)
        if sum(len(part) for part in parts) < needed:
            raise DeviceLostError("The board sent too little to measure contact.", "Try again.")
        return np.concatenate(parts)[needed - round(seconds * self.info.fs_hz) : needed].T

    def _origin(self) -> Origin:
        return Origin.SIMULATED if SIMULATOR_MARK in self._greeting else Origin.LIVE

    def _set_gain(self, n_channels: int, gain: int) -> None:
        """Set the gain of all channels at once: BrainFlow waits a second after each command."""
        code = GAINS.index(gain)
        reply = self.command("".join(f"x{c}0{code}0110X" for c in CHANNELS[:n_channels]))
        if reply.count("Success") != n_channels:
            raise DeviceProtocolError(
                f"The board took gain {gain} on {reply.count('Success')} of {n_channels} channels.",
                "Switch it off and on again.",
            )

    def _read_back(
        self, registers: list[int], n_channels: int
    ) -> tuple[float | None, tuple[str, ...]]:
        """Return the gain that the board's registers hold, and what is odd about them."""
        if len(registers) != n_channels:
            told = f"The board told {len(registers)} of {n_channels} channel settings"
            return None, (f"{told}: gain and rails are not known.",)
        off = [str(n) for n, value in enumerate(registers, start=1) if value & 0x80]
        notes = (f"Switched off on the board: channel {', '.join(off)}.",) if off else ()
        gains = {GAINS[min(value >> 4 & 7, 6)] for value in registers}
        if len(gains) > 1:
            return None, (*notes, f"Channels have different gains: {sorted(gains)}.")
        return float(gains.pop()), notes


class DaisyDevice(CytonDevice):
    """A Cyton with a Daisy: 16 channels at 125 Hz, and a band that ends at 46 Hz."""

    example: ClassVar[str] = "daisy:/dev/ttyUSB0"
    has_daisy: ClassVar[bool] = True


DAISY_NOTE = (
    "Cyton with Daisy samples at 125 Hz and passes 46 Hz: most of the EMG (20 to 450 Hz) is not "
    "in these data. Use the Cyton alone (65 Hz), or the WiFi shield (1000 Hz)."
)


def gain_of(spec: DeviceSpec) -> int | None:
    """Return option ``gain``; raise `ConfigError` for one that the ADS1299 does not have."""
    if "gain" not in spec.options:
        return None
    gain = spec.number("gain", 24)
    if gain not in GAINS:
        raise ConfigError(f"The ADS1299 has no gain {gain:g}.", f"It has {GAINS}.")
    return int(gain)


def channel_registers(listing: str) -> list[int]:
    """Return CHnSET of each channel in order, from the board's answer to ``?``."""
    found = re.findall(r"CH\dSET, *(?:0x)?[0-9A-Fa-f]{2}, *(?:0x)?([0-9A-Fa-f]{2})", listing)
    return [int(value, 16) for value in found]


def _one_line(greeting: str) -> str:
    return " ".join(greeting.replace("$$$", "").split())


def _not_a_cyton(port: str, seen: bytes) -> DeviceNotFoundError | DeviceProtocolError:
    if b"Failure" in seen:
        return DeviceNotFoundError(
            f"The dongle on {port} answers, but no Cyton answers the dongle.",
            "Switch the board to PC, check its battery, and that both are on one channel.",
        )
    if not seen:
        return DeviceNotFoundError(
            f"Nothing answers on {port}.",
            "Check that the dongle's switch is at GPIO 6, and that it is the right port.",
        )
    return DeviceProtocolError(
        f"Something answers on {port}, but it is no OpenBCI Cyton: {readable(seen)}.",
        "Choose another port, or the driver of that board.",
    )
