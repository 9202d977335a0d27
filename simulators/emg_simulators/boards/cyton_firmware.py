"""`CytonFirmware`: what an OpenBCI Cyton answers and sends, after its firmware 3.1.

Commands and replies are those of the Cyton SDK page of OpenBCI's documentation and of
OpenBCI_Cyton_Library; what BrainFlow makes of them was checked with its real driver. The greeting
names the simulator, so that nobody takes it for a patient's board.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from emg_simulators.ads1299 import GAINS, ChannelInput
from emg_simulators.boards.count_source import CountSource

SIMULATOR_MARK = "EVENHAND-SIMULATOR"
END_OF_TEXT = "$$$"
CHANNEL_LETTERS = "12345678QWERTYUI"
OFF_COMMANDS = "12345678qwertyui"
ON_COMMANDS = "!@#$%^&*QWERTYUI"
BOARD_MODES = ("default", "debug", "analog", "digital", "marker")
ONE_G = 8000
"""Counts of the accelerometer for 1 g (0.002 / 16 g per count, Cyton SDK)."""
RATES_HZ = {"4": 1000, "6": 250}
START_BYTE, END_BYTE = 0xA0, 0xC0
PACKETS_PER_S = 250.0
"""On the dongle's wire, with and without Daisy (33 bytes x 250 = 8.25 of 11.52 kB/s)."""
READ_AHEAD = 10
"""Samples rendered at once: 40 ms, which is cheaper than one by one."""


class CytonFirmware:
    """A Cyton (8 channels) or a Cyton with Daisy (16) without its wire.

    Parameters
    ----------
    counts
        What the converter delivers; its channels decide whether a Daisy is attached.
    name
        Follows the simulator's mark in the greeting: what tells one virtual board from another.
    impedance_ohm
        Electrode impedance by channel and side (True: the negative one), for lead-off; 10 kOhm
        each if not given.
    rates
        Codes of the sampling rates that it takes: 6 is 250 Hz, and with a WiFi shield 4 is 1000.
    """

    def __init__(
        self,
        counts: CountSource,
        *,
        name: str = "",
        impedance_ohm: Callable[[int, bool], float] = lambda channel, negative: 10_000.0,
        rates: str = "6",
    ) -> None:
        self.counts = counts
        self.name = name
        self._others = 0
        self.streaming = False
        self._impedance_ohm = impedance_ohm
        self._rates = rates
        self._mode = 0
        self._pending = ""
        self._registers = [0x68] * counts.n_channels
        self._driven = False
        self._number = 0
        self._pair = np.zeros(counts.n_channels, dtype=np.int32)
        self._ahead: npt.NDArray[np.int32] = np.empty((counts.n_channels, 0), dtype=np.int32)

    @property
    def has_daisy(self) -> bool:
        """True with 16 channels: two packets make one sample."""
        return self.counts.n_channels > 8

    # -- commands -----------------------------------------------------------------------------

    def receive(self, data: bytes) -> bytes:
        """Take bytes from the wire and return the reply; b'' while streaming, as the board."""
        replies = []
        for character in data.decode("ascii", errors="ignore"):
            reply = self._character(character)
            if reply is not None and not self.streaming:
                replies.append(reply + END_OF_TEXT)
        return "".join(replies).encode()

    def _character(self, character: str) -> str | None:
        """Gather commands of many characters; return the reply of a whole one."""
        if self._pending:
            self._pending += character
            return self._gathered()
        if character in "xz/~":
            self._pending = character
            return None
        return self._single(character)

    def _gathered(self) -> str | None:
        command = self._pending
        length = {"x": 9, "z": 5, "/": 2, "~": 2}[command[0]]
        last = command[-1]
        early = (command[0], last) in (("x", "X"), ("z", "Z")) and len(command) < length
        if early:
            self._pending = ""
            return "Failure: too few chars"
        if len(command) < length:
            return None
        self._pending = ""
        return {
            "x": self._channel_settings,
            "z": self._lead_off,
            "/": self._board_mode,
            "~": self._sample_rate,
        }[command[0]](command)

    def _single(self, character: str) -> str | None:
        """Return the reply of a command of one character; None for those without one."""
        if character == "v":
            self.streaming = False
            return self._greeting()
        if character == "V":
            return "v3.1.2"
        if character == "b":
            self.begin()
            self.streaming = True
        elif character == "s":
            self.streaming = False
        elif character == "d":
            self._set_defaults()
            return "updating channel settings to default"
        elif character == "D":
            return "060110"
        elif character == "?":
            return self._all_registers()
        elif character in "cC":
            return "16" if self.has_daisy and character == "C" else "8"
        elif character in OFF_COMMANDS or character in ON_COMMANDS:
            self._switch(character)
        return None

    def _greeting(self) -> str:
        daisy = "On Daisy ADS1299 Device ID: 0x3E\n" if self.has_daisy else ""
        name = f" {self.name}" if self.name else ""
        return (
            "OpenBCI V3 8-16 channel\nOn Board ADS1299 Device ID: 0x3E\n"
            f"{daisy}LIS3DH Device ID: 0x33\nFirmware: v3.1.2 {SIMULATOR_MARK}{name}\n"
        )

    def become_another(self) -> None:
        """Answer from now on as another board of the same kind, each time as a new one."""
        self._others += 1
        self.name = "another board" if self._others == 1 else f"another board {self._others}"

    def warm_up(self) -> None:
        """Render the first samples now, so that the first packet is not late."""
        self._ahead = self.counts.read_counts(READ_AHEAD)

    def _set_defaults(self) -> None:
        changed = any(register != 0x68 for register in self._registers) or self._driven
        self._driven = False
        for channel in range(self.counts.n_channels):
            self._registers[channel] = 0x68
            self.counts.set_gain(channel, 24)
            self.counts.set_input(channel, ChannelInput.NORMAL)
            self.counts.set_lead_off(channel, None)
        if changed:  # samples that were read with the old settings are not sent
            self._ahead = self._ahead[:, :0]

    def _switch(self, character: str) -> None:
        """Power one channel down or up."""
        off = character in OFF_COMMANDS
        channel = (OFF_COMMANDS if off else ON_COMMANDS).index(character)
        if channel >= self.counts.n_channels:
            return
        self._registers[channel] = self._registers[channel] & 0x7F | (0x80 if off else 0)
        self.counts.set_input(channel, ChannelInput.OFF if off else ChannelInput.NORMAL)
        self._ahead = self._ahead[:, :0]

    def _channel_of(self, letter: str) -> int | None:
        channel = CHANNEL_LETTERS.find(letter)
        return channel if 0 <= channel < self.counts.n_channels else None

    def _channel_settings(self, command: str) -> str:
        """``x`` channel, power down, gain, input, bias, SRB2, SRB1 ``X``."""
        channel = self._channel_of(command[1])
        if command[8] != "X":
            return "Failure: 9th char not X"
        if channel is None or not command[2:8].isdigit() or int(command[3]) >= len(GAINS):
            return "Failure: channel setting out of bounds"
        power_down, gain, connection = int(command[2]), int(command[3]), int(command[4])
        srb2 = int(command[6])
        before = self._registers[channel]
        self._registers[channel] = power_down << 7 | gain << 4 | srb2 << 3 | connection & 7
        self.counts.set_gain(channel, GAINS[gain])
        inputs = {0: ChannelInput.NORMAL, 1: ChannelInput.SHORTED}
        chosen = ChannelInput.OFF if power_down else inputs.get(connection, ChannelInput.NORMAL)
        self.counts.set_input(channel, chosen)
        if (before ^ self._registers[channel]) & ~0x08:  # SRB2 alters nothing here
            self._ahead = self._ahead[:, :0]
        return f"Success: Channel set for {channel + 1}"

    def _lead_off(self, command: str) -> str:
        """``z`` channel, P side, N side ``Z``: the current flows through the driven side."""
        channel = self._channel_of(command[1])
        if command[4] != "Z":
            return "Failure: 5th char not Z"
        if channel is None or not set(command[2:4]) <= {"0", "1"}:
            return "Failure: lead off setting out of bounds"
        driven = [side for side in (False, True) if command[2 + side] == "1"]
        self._driven |= bool(driven)
        ohm = sum(self._impedance_ohm(channel, side) for side in driven)
        self.counts.set_lead_off(channel, ohm if driven else None)
        self._ahead = self._ahead[:, :0]
        return f"Success: Lead off set for {channel + 1}"

    def _board_mode(self, command: str) -> str:
        if command[1] == "/":
            return f"Success: {BOARD_MODES[self._mode]}"
        if not command[1].isdigit():
            return "Failure: invalid board mode value."
        if int(command[1]) >= len(BOARD_MODES):
            return "Failure: board mode value out of bounds."
        self._mode = int(command[1])
        return f"Success: {BOARD_MODES[self._mode]}"

    def _sample_rate(self, command: str) -> str:
        """Over the dongle the board has one rate; the WiFi shield has others."""
        code = self._rates[0] if command[1] == "~" else command[1]
        if code not in self._rates:
            return "Failure: sample rate only with a WiFi shield"
        return f"Success: Sample rate is {RATES_HZ[code]}Hz"

    def _all_registers(self) -> str:
        """Return the register listing; CHnSET are the ones that matter."""
        lines = []
        for board, first in (("Board", 0), ("Daisy", 8)):
            registers = self._registers[first : first + 8]
            if registers:
                lines += [f"{board} ADS Registers", _register("ADS_ID", 0x00, 0x3E)]
                lines += [_register("CONFIG1", 0x01, 0x96)]
                lines += [
                    _register(f"CH{number}SET", 0x04 + number, value)
                    for number, value in enumerate(registers, start=1)
                ]
        return "\n".join(lines) + "\n"

    # -- packets ------------------------------------------------------------------------------

    def begin(self) -> None:
        """Start numbering anew; with a Daisy odd packets are the board's, even the Daisy's."""
        self._number = 1 if self.has_daisy else 0

    def packet(self) -> bytes:
        """Return the next packet of 33 bytes; with a Daisy, board and Daisy take turns.

        With a Daisy each sample is the mean of two (Cyton SDK: 125 Hz of 250).
        """
        if not self.has_daisy:
            return self._pack(self._next_sample())
        if self._number % 2:
            pair = np.stack([self._next_sample(), self._next_sample()])
            self._pair = np.rint(pair.mean(axis=0)).astype(np.int32)
            return self._pack(self._pair[:8])
        return self._pack(self._pair[8:])

    @property
    def n_ahead(self) -> int:
        """Samples that were read from the converter and not sent yet."""
        return int(self._ahead.shape[1])

    def _next_sample(self) -> npt.NDArray[np.int32]:
        if self.n_ahead == 0:
            self._ahead = self.counts.read_counts(READ_AHEAD)
        sample, self._ahead = self._ahead[:, 0], self._ahead[:, 1:]
        return sample

    def _pack(self, counts: npt.NDArray[np.int32]) -> bytes:
        """Return one packet: start, number, 8 x 24 bits big-endian, acceleration, end."""
        body = counts.astype(">i4").tobytes()
        channels = b"".join(body[4 * n + 1 : 4 * n + 4] for n in range(8))
        acceleration = np.array([0, 0, ONE_G], dtype=">i2").tobytes()
        number = self._number
        self._number = (number + 1) % 256
        return bytes([START_BYTE, number]) + channels + acceleration + bytes([END_BYTE])


def _register(name: str, address: int, value: int) -> str:
    bits = ", ".join(f"{value:08b}")
    return f"{name}, {address:02X}, {value:02X}, {bits}"
