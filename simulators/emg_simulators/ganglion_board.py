"""The virtual Ganglion behind a virtual BLED112 dongle, on a pseudo-terminal."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from emg_signal.chunk import FloatArray
from emg_signal.phrase import say
from emg_simulators.ads1299 import Ads1299Converter
from emg_simulators.boards.count_source import CountSource
from emg_simulators.boards.ganglion_firmware import (
    N_CHANNELS,
    PACKETS_PER_S,
    UV_PER_COUNT,
    GanglionFirmware,
)
from emg_simulators.cyton_board import connect, next_sample, resistors
from emg_simulators.cyton_options import CytonOptions, abilities_of
from emg_simulators.pseudo_terminal import PseudoTerminal
from emg_simulators.virtual_board import VirtualBoard

FS_HZ = 200.0
CYTON_UV_PER_COUNT = 4.5e6 / (2**23 - 1) / 24


class GanglionCounts:
    """The first four channels of a source of Cyton counts, in the Ganglion's scale.

    The Ganglion's converter is of another maker, a delta-sigma with a sinc3 like the ADS1299's.

    Parameters
    ----------
    counts
        Counts at gain 24.
    """

    n_channels = N_CHANNELS

    def __init__(self, counts: CountSource) -> None:
        self._counts = counts

    def read_counts(self, n_samples: int) -> npt.NDArray[np.int32]:
        """Return the next `n_samples`, ``(4, n_samples)``, held at the rails."""
        counts = np.clip(np.rint(self._read_uv(n_samples) / UV_PER_COUNT), -(2**23), 2**23 - 1)
        return np.asarray(counts, dtype=np.int32)

    def _read_uv(self, n_samples: int) -> FloatArray:
        source = self._counts
        if isinstance(source, Ads1299Converter):  # before the Cyton's coarser counts
            return source.read_uv(n_samples)[:N_CHANNELS]
        return np.asarray(source.read_counts(n_samples)[:N_CHANNELS] * CYTON_UV_PER_COUNT)


def run_ganglion(
    options: CytonOptions,
    *,
    link: Path | None,
    ready: Callable[[str], None],
    stopped: Callable[[], bool],
) -> None:
    """Serve a virtual Ganglion until `stopped` returns True; see `run_cyton`.

    Parameters
    ----------
    options
        What the board is and shows.
    link
        Where to put a link to the port, or None.
    ready
        Told the port's path once it can be opened.
    stopped
        Asked again and again; True ends the board.
    """
    abilities = replace(abilities_of(options, say("The Ganglion")), n_channels=N_CHANNELS)
    with ExitStack() as stack:
        electrodes = connect(options, stack, FS_HZ, abilities)
        ohm = resistors(options, electrodes)
        firmware = GanglionFirmware(
            GanglionCounts(electrodes.counts),
            impedance_ohm=lambda channel: ohm(channel, False),
        )
        terminal = stack.enter_context(PseudoTerminal(link))
        board = VirtualBoard(
            firmware,
            terminal,
            packets_per_s=PACKETS_PER_S,
            faults=electrodes.faults,
            seed=options.seed or 0,
            began=lambda: electrodes.began(next_sample(electrodes.counts)),
        )
        ready(terminal.name)
        board.run(stopped)
