"""`Progress`: how far measuring has come, as part of a snapshot."""

from __future__ import annotations

from dataclasses import dataclass, field

from emg_session.guide import GuideState
from emg_session.protocol import CuePurpose
from emg_signal.contact import SiteContact
from emg_signal.noise import SiteNoise
from emg_signal.tap import Tap


@dataclass(frozen=True, slots=True)
class ContactCheck:
    """What is known of the electrodes' impedance.

    Parameters
    ----------
    possible
        Whether this board can measure it.
    refusal
        Why it cannot, in one line.
    done, total
        Electrodes measured so far, and in all; None when it is not being measured.
    sites
        Of the newest measurement, as far as it has come; empty before the first.
    tolerance
        Relative uncertainty of each value; None if the board's maker states none.
    text
        Why there is none, in one line.
    """

    possible: bool = False
    refusal: str = ""
    done: int | None = None
    total: int = 0
    sites: tuple[SiteContact, ...] = ()
    tolerance: float | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far measuring has come with this placement of the electrodes.

    Parameters
    ----------
    running
        What the running protocol is at; None when none runs.
    failed
        What the newest protocol was at when it was given up or refused; None if it was not.
    refused
        Why, in words.
    noise
        Of the sites at rest, once looked at.
    is_rested
        Whether the rest that the reference begins with was made.
    measured
        Muscles whose repetitions were all made.
    contact
        Impedance of the electrodes.
    first_taps
        Taps of the placement before.
    unfiltered
        Whether the lanes show samples before the filters.
    n_channels
        Channels of the board.
    guide
        What a person ticked, chose and skipped.
    """

    running: CuePurpose | None = None
    failed: CuePurpose | None = None
    refused: str = ""
    noise: tuple[SiteNoise, ...] = ()
    is_rested: bool = False
    measured: tuple[str, ...] = ()
    contact: ContactCheck = field(default_factory=ContactCheck)
    first_taps: tuple[Tap, ...] = ()
    unfiltered: bool = False
    n_channels: int = 8
    guide: GuideState = field(default_factory=GuideState)
