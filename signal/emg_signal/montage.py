"""`Montage`: which channel records which site on which side of the face.

Sides are the *patient's* own left and right, never the observer's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from emg_signal.errors import MontageError
from emg_signal.phrase import Phrase, say

SIDE_WORDS = (say("left"), say("right"))
"""The sides as translators find them."""


class Side(StrEnum):
    """The patient's own side."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Site:
    """One electrode pair on one side of the face.

    Parameters
    ----------
    muscle
        Name of the recording position, a key of the sites table (``frontalis``).
    side
        The patient's own side.
    channel
        Channel of the board, counted from 0 (files and screens count from 1).
    """

    muscle: str
    side: Side
    channel: int

    @property
    def name(self) -> Phrase:
        """``frontalis left``."""
        return say("{muscle} {side}", muscle=self.muscle.replace("_", " "), side=str(self.side))


@dataclass(frozen=True, slots=True)
class Pair:
    """The same position on both sides."""

    muscle: str
    left: Site
    right: Site

    @property
    def name(self) -> str:
        """``orbicularis oculi``."""
        return self.muscle.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Montage:
    """All pairs that one board records.

    Parameters
    ----------
    name
        For people.
    pairs
        In the order in which they are shown.
    assigned
        False if nobody said which channel is which site (a recording without a montage): the
        pairs are then neighbouring channels, and neither site nor side may be claimed.

    Raises
    ------
    MontageError
        No pair, a muscle named twice, or a channel used twice or negative.
    """

    name: str
    pairs: tuple[Pair, ...]
    assigned: bool = True

    def __post_init__(self) -> None:
        """Refuse a montage in which a lane could be taken for another."""
        if not self.pairs:
            raise MontageError(
                say("Montage {name!r} names no pair.", name=self.name), say("Add at least one.")
            )
        muscles = [pair.muscle for pair in self.pairs]
        for muscle in muscles:
            if "needle" in muscle:
                raise needle_refused(muscle)
        for muscle in muscles:
            if muscles.count(muscle) > 1:
                raise MontageError(
                    say("Montage {name!r} names {muscle!r} twice.", name=self.name, muscle=muscle)
                )
        channels = [site.channel for site in self.sites]
        for channel in channels:
            if channel < 0:
                raise MontageError(
                    say(
                        "Montage {name!r} names channel {channel}.",
                        name=self.name,
                        channel=channel + 1,
                    ),
                    say("Channels count from 1."),
                )
            if channels.count(channel) > 1:
                raise MontageError(
                    say(
                        "Montage {name!r} uses channel {channel} twice.",
                        name=self.name,
                        channel=channel + 1,
                    ),
                    say("Give each site a channel of its own."),
                )

    @property
    def sites(self) -> tuple[Site, ...]:
        """Left and right of each pair, in the order of the pairs."""
        return tuple(self._walk())

    def _walk(self) -> Iterator[Site]:
        for pair in self.pairs:
            yield pair.left
            yield pair.right

    def require_channels(self, n_channels: int, board: str) -> None:
        """Raise `MontageError` if a site names a channel that the board does not have."""
        for site in self.sites:
            if site.channel >= n_channels:
                raise MontageError(
                    say(
                        "Montage {name!r} puts {site} on channel {channel}, but {board} has "
                        "{n_channels} channels.",
                        name=self.name,
                        site=site.name,
                        channel=site.channel + 1,
                        board=board,
                        n_channels=n_channels,
                    ),
                    say("Change the montage file or the board."),
                )


def needle_refused(name: str) -> MontageError:
    """Return the refusal of a needle electrode: no board that can be read here allows one.

    Neither applied-part rating nor leakage limits, and not sterile; the boards' makers call them no
    medical devices (S123).
    """
    return MontageError(
        say(
            "{name}: needle electrodes are refused; no board read here is safe with one.", name=name
        ),
        say("Use surface electrodes."),
    )


def pair_of(muscle: str, left_channel: int, right_channel: int) -> Pair:
    """Return the `Pair` of one position; channels count from 0."""
    return Pair(
        muscle,
        Site(muscle, Side.LEFT, left_channel),
        Site(muscle, Side.RIGHT, right_channel),
    )
