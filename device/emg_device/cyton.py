"""`CytonDevice`: the OpenBCI Cyton, alone or with a Daisy, over its dongle, through BrainFlow."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, ClassVar

from emg_device.base import Device
from emg_device.brainflow_driver import BrainFlowDevice
from emg_device.contact import both_sides, lead_off_contacts
from emg_device.cyton_greeting import cyton_greeting
from emg_device.cyton_options import (
    GAINS,
    Reference,
    channel_registers,
    gain_of,
    one_line,
    reference_of,
)
from emg_device.impedance import CARRIER_HZ, ContactImpedance, Electrode, ElectrodeSide
from emg_device.info import DeviceInfo
from emg_device.port import usb_serial_of
from emg_device.scale import CYTON_BITS, CYTON_REFERENCE_V, rails_uv, uv_per_count
from emg_device.spec import DeviceSpec
from emg_signal.chunk import Origin
from emg_signal.errors import ConfigError, DeviceProtocolError
from emg_signal.phrase import say

CYTON, CYTON_DAISY = 0, 2
DEFAULT_GAIN = 24
SINC3 = 0.262
"""−3 dB of the ADS1299's sinc3 over its data rate (datasheet: 65 Hz at 250)."""
DAISY_HIGH_HZ = 46.0
"""A Daisy's samples are means of two: −3 dB at 46 Hz (measured on the virtual board)."""
SIMULATOR_MARK = "EVENHAND-SIMULATOR"
CHANNELS = "12345678QWERTYUI"
CHIP_HZ = 250.0
"""Data rate of each chip; with a Daisy a sample is the mean of two."""


class CytonDevice(BrainFlowDevice):
    """A Cyton on its dongle's port.

    Parameters
    ----------
    port
        The dongle's serial port.
    daisy
        True for 16 channels at 125 Hz.
    gain
        Gain to set on every channel; None leaves the board's default, 24.
    reference
        What each channel is measured against: its own second electrode, or a common one.
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
        reference: Reference = Reference.PAIRS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        board_id = CYTON_DAISY if self.has_daisy else CYTON
        super().__init__(board_id, {"serial_port": port}, clock=clock)
        self._gain = gain
        self._reference = reference
        self._greeting = ""

    @classmethod
    def from_spec(
        cls, spec: DeviceSpec, *, clock: Callable[[], float] = time.monotonic, **kw: Any
    ) -> Device:
        """Return the board that ``cyton:PORT[?gain=24&reference=pairs]`` names."""
        spec.refuse_unknown("gain", "reference")
        if not spec.address:
            raise ConfigError(
                say("The Cyton needs a port."), say("Write {example}.", example=cls.example)
            )
        reference = reference_of(spec)
        return cls(spec.address, gain=gain_of(spec), reference=reference, clock=clock)

    def _open(self) -> DeviceInfo:
        self._greeting = cyton_greeting(self._port or "", clock=self._clock)
        return super()._open()

    def _identify(self, description: dict[str, Any]) -> DeviceInfo:
        info = super()._identify(description)
        self._configure(info.n_channels)
        registers = channel_registers(self._ask_settings())
        gain, notes = self._read_back(registers, info.n_channels)
        firmware = re.search(r"Firmware: *([^\n$]*)", self._greeting)
        if self.has_daisy:
            notes += (DAISY_NOTE,)
        return replace(
            info,
            board="OpenBCI Cyton + Daisy" if self.has_daisy else "OpenBCI Cyton",
            serial=usb_serial_of(self._port or "") or one_line(self._greeting),
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

    def _electrodes(self) -> tuple[Electrode, ...]:
        electrodes = both_sides(self.info.n_channels)
        if self._reference is Reference.PAIRS:
            return electrodes
        # The positive inputs are joined at the common reference: only the others stand alone.
        return tuple(one for one in electrodes if one.side is ElectrodeSide.NEGATIVE)

    def _contacts(
        self, electrodes: tuple[Electrode, ...], seconds: float
    ) -> Iterator[ContactImpedance]:
        # The mean of two samples leaves this much of a sine.
        response = math.cos(math.pi * CARRIER_HZ / CHIP_HZ) if self.has_daisy else 1.0
        return lead_off_contacts(
            self._drive,
            self._listen_past,
            electrodes,
            seconds=seconds,
            fs_hz=self.info.fs_hz,
            response=response,
        )

    def _drive(self, electrode: Electrode, on: bool) -> None:
        """Let the lead-off current flow through `electrode`, or stop it."""
        positive = on and electrode.side is ElectrodeSide.POSITIVE
        negative = on and electrode.side is ElectrodeSide.NEGATIVE
        self._instruct(f"z{CHANNELS[electrode.channel]}{positive:d}{negative:d}Z")

    def _instruct(self, text: str) -> None:
        """Send a command that leaves the gain alone; raise if the board does not take it."""
        seen = self._guard.exchange(text.encode(), b"$$$", 1.0) if self._guard else None
        reply = self.command(text) if seen is None else seen.decode("ascii", "replace")
        if "Success" not in reply:
            self._watch_plug()
            raise DeviceProtocolError(
                say(
                    "The board refused '{command}': {reply}.",
                    command=text,
                    reply=reply.replace("$$$", "").strip() or say("silence"),
                ),
                say("Its firmware may be too old for it: switch it off and on again."),
            )

    def _origin(self) -> Origin:
        return Origin.SIMULATED if SIMULATOR_MARK in self._greeting else Origin.LIVE

    def _configure(self, n_channels: int) -> None:
        """Set gain and reference of every channel.

        The board's default joins all positive inputs at SRB2, for EEG against one reference; with
        pairs of electrodes on muscles that would tie one of each pair to all others.
        """
        srb2 = int(self._reference is Reference.COMMON)
        commands = [
            f"x{letter}0{GAINS.index(self._gain or DEFAULT_GAIN)}01{srb2}0X"
            for letter in CHANNELS[:n_channels]
        ]
        if self._gain in (None, DEFAULT_GAIN):  # BrainFlow reckons with the default by itself
            for command in commands:
                self._instruct(command)
            return
        reply = self.command("".join(commands))  # BrainFlow waits a second after each command
        if reply.count("Success") != n_channels:
            raise DeviceProtocolError(
                say(
                    "The board took gain {gain} on {taken} of {n_channels} channels.",
                    gain=self._gain,
                    taken=reply.count("Success"),
                    n_channels=n_channels,
                ),
                say("Switch it off and on again."),
            )

    def _read_back(
        self, registers: list[int], n_channels: int
    ) -> tuple[float | None, tuple[str, ...]]:
        """Return the gain that the board's registers hold, and what is odd about them."""
        if len(registers) != n_channels:
            note = say(
                "The board told {told} of {n_channels} channel settings: gain, rails and reference "
                "are not known.",
                told=len(registers),
                n_channels=n_channels,
            )
            return None, (note,)
        notes = self._odd_settings(registers)
        gains = {GAINS[min(value >> 4 & 7, 6)] for value in registers}
        if len(gains) > 1:
            text = ", ".join(map(str, sorted(gains)))
            return None, (*notes, say("Channels have different gains: {gains}.", gains=text))
        return float(gains.pop()), notes

    def _odd_settings(self, registers: list[int]) -> tuple[str, ...]:
        """Return a line for each thing in the registers that a person should know."""
        notes = []
        if off := _numbers(registers, lambda value: bool(value & 0x80)):
            notes.append(say("Switched off on the board: channel {channels}.", channels=off))
        common = self._reference is Reference.COMMON
        if other := _numbers(registers, lambda value: bool(value & 0x08) is not common):
            notes.append(
                say("The board did not take the reference of channel {channels}.", channels=other)
            )
        if common:
            notes.append(
                say(
                    "All channels are measured against one common reference (SRB2), not as pairs "
                    "of electrodes."
                )
            )
        return tuple(notes)


def _numbers(registers: list[int], odd: Callable[[int], bool]) -> str:
    """Return the numbers, from 1, of the channels whose register is `odd`."""
    return ", ".join(str(n) for n, value in enumerate(registers, start=1) if odd(value))


class DaisyDevice(CytonDevice):
    """A Cyton with a Daisy: 16 channels at 125 Hz, and a band that ends at 46 Hz."""

    example: ClassVar[str] = "daisy:/dev/ttyUSB0"
    has_daisy: ClassVar[bool] = True


DAISY_NOTE = say(
    "Cyton with Daisy samples at 125 Hz and passes 46 Hz: most of the EMG (20 to 450 Hz) is not "
    "in these data. Use the Cyton alone (65 Hz), or the WiFi shield (1000 Hz)."
)
