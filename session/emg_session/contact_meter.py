"""`ContactMeter`: measures contact between two stretches of stream, where the board can.

The current that measures contact is heard in the signal, so EMG is not read meanwhile: the
stream is stopped, and goes on as a new segment with the gap on record.
"""

from __future__ import annotations

import threading
from dataclasses import replace

from emg_device.base import Device
from emg_device.impedance import ContactImpedance
from emg_session.progress import ContactCheck
from emg_signal.contact import SiteContact, judge_contact
from emg_signal.errors import DeviceError, DeviceLostError
from emg_signal.montage import Montage
from emg_signal.phrase import say


class ContactMeter:
    """Asked for by a window, run by the acquisition thread.

    Parameters
    ----------
    device
        The board.
    montage
        Sites and their channels: other electrodes are not measured.
    """

    def __init__(self, device: Device, montage: Montage) -> None:
        self._device, self._montage = device, montage
        self._asked, self._given_up = threading.Event(), threading.Event()
        self._check = ContactCheck()

    @property
    def wanted(self) -> bool:
        """Whether somebody asked for it."""
        return self._asked.is_set()

    @property
    def is_running(self) -> bool:
        """Whether it is being measured now."""
        return self._check.done is not None

    @property
    def check(self) -> ContactCheck:
        """What is known."""
        return self._check

    def begin(self) -> None:
        """Ask the board, once it is open, whether it can."""
        refusal = self._device.contact_refusal
        self._check = replace(self._check, possible=not refusal, refusal=refusal)

    def ask(self) -> None:
        """Ask for a measurement as soon as may be."""
        if self._check.possible:
            self._given_up.clear()
            self._asked.set()

    def give_up(self) -> None:
        """End a running measurement after the electrode that it is at."""
        self._given_up.set()

    def refuse(self, why: str) -> None:
        """Answer that it is not measured now."""
        self._asked.clear()
        self._check = replace(self._check, text=why)

    def forget(self, montage: Montage) -> None:
        """Begin with other electrodes."""
        self._montage = montage
        self._check = replace(self._check, sites=(), text="")

    def run(self) -> tuple[SiteContact, ...]:
        """Measure, with the stream stopped, and return what was found.

        Raises
        ------
        DeviceLostError
            The board is gone.
        """
        device = self._device
        channels = {site.channel for site in self._montage.sites}
        electrodes = [one for one in device.electrodes if one.channel in channels]
        found: list[ContactImpedance] = []
        self._show(found, len(electrodes))
        try:
            device.stop()
            for contact in device.measure_contact(electrodes):
                found.append(contact)
                self._show(found, len(electrodes))
                if self._given_up.is_set():
                    break
        except DeviceLostError:
            raise
        except DeviceError as error:
            text = say("Contact could not be measured: {why}", why=error.message)
            self._check = replace(self._check, text=text)
        finally:
            self._asked.clear()
            self._check = replace(self._check, done=None)
        device.start()
        return self._check.sites

    def _show(self, found: list[ContactImpedance], total: int) -> None:
        kohm: dict[int, list[float]] = {}
        for contact in sorted(found, key=lambda c: (c.channel, c.side != "positive")):
            kohm.setdefault(contact.channel, []).append(contact.kohm)
        tolerances = {contact.tolerance for contact in found}
        self._check = replace(
            self._check,
            done=len(found),
            total=total,
            sites=judge_contact(self._montage, kohm),
            tolerance=tolerances.pop() if len(tolerances) == 1 else None,
            text="",
        )
