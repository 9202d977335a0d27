"""Contact of the electrodes, one after the other: what `Device.measure_contact` does.

A lead-off current is in the signal while it flows. It therefore flows only while the board is
open and no EMG is read, through one electrode at a time, and whatever happens it is switched off
before the next step; a board on which that fails is given up rather than streamed from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np

from emg_device.impedance import ContactImpedance, Electrode, ElectrodeSide, impedance_ohm
from emg_device.info import RawBlock
from emg_signal.chunk import FloatArray
from emg_signal.errors import DeviceError, DeviceLostError
from emg_signal.phrase import say

SETTLE_S = 0.5
"""The current's step through the electrode's capacitance is over by then."""
PATIENCE_S = 2.5


def lead_off_contacts(
    drive: Callable[[Electrode, bool], None],
    listen: Callable[[int, float], FloatArray],
    electrodes: Iterable[Electrode],
    *,
    seconds: float,
    fs_hz: float,
    response: float = 1.0,
) -> Iterator[ContactImpedance]:
    """Yield the contact of each of `electrodes`; see `Device.measure_contact`.

    Parameters
    ----------
    drive
        Lets the current flow through an electrode, or stops it; raises if the board refuses.
    listen
        Returns so many samples as ``(n_channels, n_samples)`` µV, past all accounting, or raises
        `DeviceLostError` after so many seconds.
    electrodes
        Which, in order.
    seconds
        How long to listen to each, after half a second of settling.
    fs_hz
        Sampling rate, Hz.
    response
        As for `impedance_ohm`.
    """
    kept = max(1, round(seconds * fs_hz))
    needed = kept + round(SETTLE_S * fs_hz)
    for electrode in electrodes:
        drive(electrode, True)
        lost = False
        try:
            samples_uv = listen(needed, 3 * seconds + PATIENCE_S)
        except DeviceLostError:
            lost = True
            raise
        finally:
            if not lost:  # a board that is gone takes no command, whose error would hide the loss
                _stop(drive, electrode)
        one_uv = samples_uv[electrode.channel : electrode.channel + 1, -kept:]
        ohm = impedance_ohm(one_uv, fs_hz, response=response)
        yield ContactImpedance.limited(electrode, float(ohm[0]) / 1e3)


def _stop(drive: Callable[[Electrode, bool], None], electrode: Electrode) -> None:
    try:
        drive(electrode, False)
    except DeviceError as error:
        raise DeviceLostError(
            say(
                "The test current of {electrode} could not be switched off.",
                electrode=str(electrode),
            ),
            say("Switch the board off and on again."),
        ) from error


def gather(
    fetch: Callable[[float], RawBlock | None], n_samples: int, over: Callable[[], bool]
) -> FloatArray:
    """Return the next `n_samples` that `fetch` brings, ``(n_channels, n_samples)`` µV.

    Parameters
    ----------
    fetch
        Waits at most so many seconds and returns what came, or None.
    n_samples
        How many; what comes with the last of them is dropped.
    over
        Returns True once it is no use to wait longer; may raise.

    Raises
    ------
    DeviceLostError
        `over` said so before they were all there.
    """
    parts: list[FloatArray] = []
    while sum(len(part) for part in parts) < n_samples:
        if over():
            raise DeviceLostError(
                say("The board sent too little to measure contact."), say("Try again.")
            )
        block = fetch(0.05)
        if block is not None:
            parts.append(block.samples_uv)
    return np.ascontiguousarray(np.concatenate(parts)[:n_samples].T)


def both_sides(n_channels: int) -> tuple[Electrode, ...]:
    """Return the two electrodes of each channel, in order."""
    return tuple(
        Electrode(channel, side) for channel in range(n_channels) for side in ElectrodeSide
    )
