"""Contact: is every electrode on the skin well enough, and left like right.

A high impedance lets hum and noise in; an impedance that differs between the sides turns a part
of what they share into a false asymmetry. The thresholds are what is commonly
taught, and no source of them was read (engineering judgement): under 10 kOhm after cleaning, better
under 5, left and right within a factor of 2.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from emg_signal.montage import Montage, Side, Site
from emg_signal.phrase import Phrase, say

LIMIT_KOHM = 10.0
"""Largest impedance after cleaning."""
BETTER_KOHM = 5.0
"""What to aim at."""
FACTOR = 2.0
"""Largest ratio between the sides."""
OPEN_KOHM = 200.0
"""From here on an electrode hardly touches: twenty times the limit. Engineering judgement."""


class ContactVerdict(StrEnum):
    """What is said of one site's contact, from best to worst."""

    GOOD = "good"
    UNEVEN = "uneven"
    HIGH = "high"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class SiteContact:
    """Impedance of the electrodes of one site, and what is said of it.

    Parameters
    ----------
    site
        The site.
    kohm
        One value per electrode that the board can tell apart, kOhm: the pins of the channel from
        the top row down.
    verdict
        The worst that is found.
    cause, remedy
        In words; empty when good.
    """

    site: Site
    kohm: tuple[float, ...]
    verdict: ContactVerdict = ContactVerdict.GOOD
    cause: str = ""
    remedy: str = ""

    @property
    def is_good(self) -> bool:
        """Whether nothing speaks against it."""
        return self.verdict is ContactVerdict.GOOD


def judge_contact(montage: Montage, kohm: Mapping[int, Sequence[float]]) -> tuple[SiteContact, ...]:
    """Return what is said of every site that was measured, in the order of the montage.

    Parameters
    ----------
    montage
        Sites and their channels.
    kohm
        Channel (from 0) → kOhm of its electrodes.
    """
    found: list[SiteContact] = []
    for pair in montage.pairs:
        for site, other in ((pair.left, pair.right), (pair.right, pair.left)):
            if site.channel in kohm:
                own = tuple(float(value) for value in kohm[site.channel])
                found.append(_judge(site, own, tuple(kohm.get(other.channel, ()))))
    return tuple(found)


def _judge(site: Site, kohm: tuple[float, ...], other: tuple[float, ...]) -> SiteContact:
    worst = max(kohm)
    which = _electrode(kohm.index(worst), len(kohm))
    # A comparison with what is no number is never good.
    if not worst < OPEN_KOHM:
        cause = say("The {which} shows {kohm:.0f} kOhm: it is off.", which=which, kohm=worst)
        return SiteContact(
            site,
            kohm,
            ContactVerdict.OFF,
            cause,
            say("Press it on; if that changes nothing, look at its lead and its pin."),
        )
    if not worst <= LIMIT_KOHM:
        cause = say(
            "The {which} shows {kohm:.1f} kOhm (at most {limit:g}).",
            which=which,
            kohm=worst,
            limit=LIMIT_KOHM,
        )
        return SiteContact(
            site,
            kohm,
            ContactVerdict.HIGH,
            cause,
            say("Take it off, clean the skin with alcohol, let it dry, put on a new one."),
        )
    if other and worst > FACTOR * max(other):
        return SiteContact(
            site,
            kohm,
            ContactVerdict.UNEVEN,
            say(
                "{kohm:.1f} kOhm are more than {factor:g} times the {side} side's {other:.1f}.",
                kohm=worst,
                factor=FACTOR,
                side=str(Side.RIGHT if site.side is Side.LEFT else Side.LEFT),
                other=max(other),
            ),
            say("Clean the skin under the {which} again, as on the other side.", which=which),
        )
    return SiteContact(site, kohm)


def _electrode(index: int, n: int) -> Phrase:
    """Return which electrode of a site it is, in words."""
    if n == 1:
        return say("electrode")
    return say("electrode on the top pin") if index == 0 else say("electrode on the bottom pin")
