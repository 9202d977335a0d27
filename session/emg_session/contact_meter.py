"""`ContactMeter`: measures contact between two stretches of stream, where the board can.

The current that measures contact is heard in the signal, so EMG is not read meanwhile: the
stream is stopped, and goes on as a new segment with the gap on record.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Protocol, runtime_checkable

from emg_device.base import Device
from emg_device.impedance import ContactImpedance
from emg_session.progress import ContactCheck
from emg_signal.contact import SiteContact, judge_contact
from emg_signal.errors import DeviceError, DeviceLostError
from emg_signal.montage import Montage
from emg_signal.phrase import say

MEASURING_CONTACT = say("Contact is being measured; EMG is not read meanwhile.")

EXPECTED_S = 8.0
"""About what a Cyton takes: two measurements of 2 s with settling, and the commands between."""


@runtime_checkable
class MeasuresContact(Protocol):
    """A board that can measure the impedance of its electrodes."""

    def measure_impedance(self) -> tuple[ContactImpedance, ...]:
        """Return one value per electrode; the board is open and does not stream."""


class ContactMeter:
    """Asked for by a window, run by the acquisition thread.

    Parameters
    ----------
    device
        The board.
    montage
        Sites and their channels.
    clock
        Monotonic seconds.
    """

    def __init__(self, device: Device, montage: Montage, clock: Callable[[], float]) -> None:
        self._device, self._clock = device, clock
        self.montage = montage
        self._asked = threading.Event()
        self._began_s: float | None = None
        self._sites: tuple[SiteContact, ...] = ()
        self._text = ""

    @property
    def wanted(self) -> bool:
        """Whether somebody asked for it."""
        return self._asked.is_set()

    @property
    def is_running(self) -> bool:
        """Whether the current flows now."""
        return self._began_s is not None

    def ask(self) -> None:
        """Ask for a measurement as soon as may be."""
        if isinstance(self._device, MeasuresContact):
            self._asked.set()

    def refuse(self, why: str) -> None:
        """Answer that it is not measured now."""
        self._asked.clear()
        self._text = why

    def forget(self, montage: Montage) -> None:
        """Begin with other electrodes."""
        self.montage, self._sites, self._text = montage, (), ""

    def check(self) -> ContactCheck:
        """Return what is known."""
        began_s = self._began_s
        return ContactCheck(
            possible=isinstance(self._device, MeasuresContact),
            running_s=None if began_s is None else self._clock() - began_s,
            expected_s=EXPECTED_S,
            sites=self._sites,
            text=self._text,
        )

    def run(self) -> None:
        """Measure, with the stream stopped; raise `DeviceLostError` if the board is gone."""
        device = self._device
        if not isinstance(device, MeasuresContact):
            return
        self._began_s, self._text = self._clock(), ""
        try:
            device.stop()
            self._sites = judge_contact(self.montage, _by_channel(device.measure_impedance()))
        except DeviceLostError:
            raise
        except DeviceError as error:
            self._text = say("Contact could not be measured: {why}", why=str(error))
        finally:
            self._asked.clear()
            self._began_s = None
        device.start()


def _by_channel(found: tuple[ContactImpedance, ...]) -> dict[int, list[float]]:
    """Return channel → kOhm of its electrodes, the positive one first."""
    kohm: dict[int, list[float]] = {}
    for contact in sorted(found, key=lambda c: (c.channel, c.side != "positive")):
        kohm.setdefault(contact.channel, []).append(contact.kohm)
    return kohm
