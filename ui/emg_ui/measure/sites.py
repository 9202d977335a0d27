"""Where electrodes go: on the face, and on the board's pins, in words."""

from __future__ import annotations

from emg_signal.montage import Site
from emg_signal.phrase import Phrase, say

POSITIONS = {
    "frontalis": say("above the pupil, 1 cm above the brow"),
    "corrugator": say("above the inner end of the brow, and 1 cm outwards"),
    "orbicularis_oculi": say("1 cm below the outer corner of the eye, and 1 cm inwards, lower"),
    "nasalis": say("on the side of the nasal bridge, along the wrinkle"),
    "zygomaticus": say("half way from the corner of the mouth to the front of the ear"),
    "orbicularis_oris": say("below the lower lip, beside its middle, along the lip"),
    "depressor_anguli_oris": say("below the corner of the mouth, downwards"),
    "mentalis": say("on the chin, just beside its middle, upright"),
    "masseter": say("on its belly, on the line from the corner of the eye to the jaw's angle"),
    "temporalis": say("on its front bulge, one finger behind the rim of the eye socket, upright"),
    "platysma": say("on its band, 3 to 4 cm below the edge of the jaw, upright"),
}
"""Sites of the Fridlund type (S65, S246): the orbicularis oculi's as S64 gives it; nasalis,
temporalis and platysma as they are commonly taught (engineering judgement)."""

ELSEWHERE = say("see an atlas; both sides alike")

ELECTRODE = say(
    "Ag/AgCl, 2.5 mm contacts 1 cm apart, along the fibres, not across the muscle's middle."
)
"""S64, S65."""

CLEAN = say("Wipe the skin with alcohol and let it dry: under 10 kOhm, better under 5.")
"""As commonly taught (engineering judgement); `emg_signal.contact` measures it."""

GROUND = say("One ground for all: mid-forehead at the hair line, on bone.")
"""One point only S64; where S66; on bone S87."""

COLOURS = say("Lead colours mean nothing to the board: the pin says which channel it is.")


def position_of(muscle: str) -> Phrase:
    """Return where the electrodes of a muscle go."""
    return POSITIONS.get(muscle, ELSEWHERE)


def pins_of(site: Site, board: str) -> Phrase:
    """Return the two pins of a site's channel, as they are printed on the board."""
    number = site.channel + 1
    if "Ganglion" in board:
        return say("pins +{n} and −{n}", n=number)
    if "Daisy" in board and number > 8:
        return say("N{n}P top and bottom on the Daisy", n=number - 8)
    if "Cyton" in board:
        return say("N{n}P top and bottom", n=number)
    return say("channel {n}", n=number)


def ground_pin(board: str) -> Phrase:
    """Return where the ground's lead goes on the board."""
    if "Ganglion" in board:
        return say("Ground: pin D_G.")
    if "Cyton" in board:
        return say("Ground: the bottom BIAS pin; the SRB pins stay empty.")
    return say("Ground: as the board's maker says.")
