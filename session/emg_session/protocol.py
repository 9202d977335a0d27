"""Cue protocols: what the person is asked to do, when, and what the answer is used for.

Times are stream time (sample index over rate) from the start of the protocol, so the same
samples always fall into the same cue, however they arrived.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from emg_signal.montage import Montage, Site
from emg_signal.phrase import say

HOLD_S, CHANGE_S, REST_S = 3.0, 2.0, 6.0
"""A hold, the time to change to the next task, and the rest before them (ADR 0079)."""


class CueKind(StrEnum):
    """What the person does during a cue."""

    REST = "rest"
    CONTRACT = "contract"
    TAP = "tap"


class CuePurpose(StrEnum):
    """What the samples under a cue serve for."""

    TAP = "tap test"
    NOISE = "noise at rest"
    CALIBRATION = "calibration"
    MEASUREMENT = "measurement"
    LOOK = "quick look"
    PAUSE = "pause"


PURPOSE_WORDS = (
    say("tap test"),
    say("noise at rest"),
    say("calibration"),
    say("measurement"),
    say("quick look"),
    say("pause"),
)
"""The purposes as translators find them."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One instruction.

    Parameters
    ----------
    kind, purpose
        What is done and what for.
    text
        The instruction in words ("Raise both brows and hold").
    muscles
        Muscles of the montage whose pairs the contraction exercises on both sides; empty for all.
    start_s, end_s
        Stream time from the start of the protocol, seconds.
    repetition, repetitions
        Which of how many (1-based; the number is fixed beforehand); 0 of 0 at rest.
    site
        The site to tap; None for all else.
    """

    kind: CueKind
    purpose: CuePurpose
    text: str
    start_s: float
    end_s: float
    muscles: tuple[str, ...] = ()
    repetition: int = 0
    repetitions: int = 0
    site: Site | None = None


@dataclass(frozen=True, slots=True)
class Protocol:
    """Cues in order, without overlap.

    Raises
    ------
    ValueError
        Cues that overlap or end before they start.
    """

    name: str
    cues: tuple[Cue, ...]

    def __post_init__(self) -> None:
        """Refuse cues that overlap."""
        for cue in self.cues:
            if cue.end_s <= cue.start_s:
                raise ValueError(f"cue {cue.text!r} ends before it starts")
        for one, following in pairwise(self.cues):
            if following.start_s < one.end_s:
                raise ValueError(f"cue {following.text!r} starts before {one.text!r} ends")

    @property
    def end_s(self) -> float:
        """End of the last cue, seconds."""
        return self.cues[-1].end_s if self.cues else 0.0

    def cue_at(self, time_s: float) -> Cue | None:
        """Return the cue at a time, or None between and after the cues.

        Parameters
        ----------
        time_s
            Stream time from the start of the protocol, seconds.
        """
        return next((cue for cue in self.cues if cue.start_s <= time_s < cue.end_s), None)

    def purpose_at(self, time_s: float) -> CuePurpose | None:
        """Return what it is at: in a pause, what comes next, or came last; None at its end.

        Parameters
        ----------
        time_s
            Stream time from the start of the protocol, seconds.
        """
        if time_s >= self.end_s:
            return None
        serving = [cue for cue in self.cues if cue.purpose is not CuePurpose.PAUSE]
        coming = next((cue for cue in serving if cue.end_s > time_s), None)
        return (coming or serving[-1]).purpose if serving else CuePurpose.PAUSE


def contractions(
    *,
    purpose: CuePurpose,
    text: str,
    start_s: float,
    repetitions: int,
    hold_s: float,
    rest_s: float,
    muscles: tuple[str, ...] = (),
) -> tuple[Cue, ...]:
    """Return contractions, each followed by a rest.

    Parameters
    ----------
    purpose, text, muscles
        As in `Cue`, the same for each contraction.
    start_s
        Stream time at which the first begins, seconds.
    repetitions
        How many.
    hold_s, rest_s
        Length of each contraction, and of the rest after it, seconds.
    """
    cues: list[Cue] = []
    for i in range(repetitions):
        t = start_s + i * (hold_s + rest_s)
        cues.append(
            Cue(CueKind.CONTRACT, purpose, text, t, t + hold_s, muscles, i + 1, repetitions)
        )
        cues.append(
            Cue(CueKind.REST, CuePurpose.PAUSE, say("Relax"), t + hold_s, t + hold_s + rest_s)
        )
    return tuple(cues)


def rotated(
    tasks: Mapping[tuple[str, ...], str],
    *,
    purpose: CuePurpose,
    start_s: float = 0.0,
    rounds: int = 5,
    done: int = 0,
) -> tuple[Cue, ...]:
    """Return tasks that take turns, each held for 3 s with 2 s to change to the next one.

    Holds in a row drift together; with two other tasks between them they do not
    (`emg_signal.symmetry.TASKS_BETWEEN`). 3 s and 2 s are engineering judgement.

    Parameters
    ----------
    tasks
        The muscles that a task exercises, and the instruction in words.
    purpose, start_s
        As in `Cue`; the first begins at `start_s`.
    rounds
        How many turns each task gets.
    done
        Repetitions of each that were made before, and are added to.
    """
    turns = [(i, muscles) for i in range(done + 1, done + rounds + 1) for muscles in tasks]
    following = [*(tasks[muscles] for _, muscles in turns[1:]), ""]
    cues: list[Cue] = []
    for (i, muscles), after in zip(turns, following, strict=True):
        hold = Cue(
            CueKind.CONTRACT,
            purpose,
            tasks[muscles],
            start_s,
            start_s + HOLD_S,
            muscles,
            i,
            done + rounds,
        )
        text = say("Relax. Next: {task}", task=after) if after else say("Relax")
        start_s = hold.end_s + CHANGE_S
        cues += [hold, Cue(CueKind.REST, CuePurpose.PAUSE, text, hold.end_s, start_s)]
    return tuple(cues)


def reference_protocol(
    tasks: Mapping[tuple[str, ...], str], *, is_rested: bool = False
) -> Protocol:
    """Return rest, then three holds of each task in turn: each muscle's own are its reference.

    Parameters
    ----------
    tasks
        As in `rotated`; together every muscle of the montage.
    is_rested
        The rest was made with its noise (`noise_protocol`): in its place stands time to get ready.
    """
    text = say("Relax the whole face")
    rest = Cue(CueKind.REST, CuePurpose.CALIBRATION, text, 0.0, REST_S)
    if is_rested:
        first = next(iter(tasks.values()))
        text = say("Relax. Next: {task}", task=first)
        rest = Cue(CueKind.REST, CuePurpose.PAUSE, text, 0.0, CHANGE_S)
    holds = rotated(tasks, purpose=CuePurpose.CALIBRATION, start_s=rest.end_s, rounds=3)
    return Protocol("calibration", (rest, *holds))


def look_protocol(muscles: tuple[str, ...], text: str) -> Protocol:
    """Return rest and three holds of one task: a first picture, for display only.

    Parameters
    ----------
    muscles, text
        As in `Cue`.
    """
    rest = Cue(CueKind.REST, CuePurpose.LOOK, say("Relax the whole face"), 0.0, REST_S)
    holds = rotated({muscles: text}, purpose=CuePurpose.LOOK, start_s=rest.end_s, rounds=3)
    return Protocol("quick look", (rest, *holds))


def tap_protocol(montage: Montage, start_s: float = 0.0) -> Protocol:
    """Return rest, then 2 s to tap each site's electrode with 1 s between.

    Proves that each lane is the site that the montage says (a bilateral expression cannot reveal
    swapped leads). Durations are engineering judgement: time for two or three taps.
    """
    rest = Cue(CueKind.REST, CuePurpose.TAP, say("Keep the face still"), start_s, start_s + 4.0)
    taps: list[Cue] = []
    for i, site in enumerate(montage.sites):
        t = rest.end_s + 3.0 * i
        text = say(
            "Tap {muscle}, patient's {side}, gently, twice",
            muscle=site.muscle.replace("_", " "),
            side=str(site.side),
        )
        taps.append(
            Cue(
                CueKind.TAP,
                CuePurpose.TAP,
                text,
                t,
                t + 2.0,
                (site.muscle,),
                i + 1,
                len(montage.sites),
                site,
            )
        )
        taps.append(Cue(CueKind.REST, CuePurpose.PAUSE, say("Hand away"), t + 2.0, t + 3.0))
    return Protocol("tap test", (rest, *taps))


def noise_protocol(start_s: float = 0.0) -> Protocol:
    """Return 6 s of stillness, of which the later half is looked at; it is the reference's rest."""
    text = say("Keep the face still; hands off the leads")
    still = Cue(CueKind.REST, CuePurpose.NOISE, text, start_s, start_s + REST_S)
    return Protocol("noise at rest", (still,))


def calibration_protocol(start_s: float = 0.0) -> Protocol:
    """Return rest and three whole-face contractions, 13.5 s in all.

    Rest, then contractions with rest between, left and right together, follow Frank and Cotofana
    (2021); the durations are engineering judgement (a calibration of at most 15 s, each hold long
    enough for a settled middle second).
    """
    text = say("Relax the whole face")
    rest = Cue(CueKind.REST, CuePurpose.CALIBRATION, text, start_s, start_s + 3.0)
    return Protocol(
        "calibration",
        (
            rest,
            *contractions(
                purpose=CuePurpose.CALIBRATION,
                text=say("Tighten the whole face and hold"),
                start_s=rest.end_s,
                repetitions=3,
                hold_s=2.5,
                rest_s=1.0,
            ),
        ),
    )


def with_measurement(
    protocol: Protocol, *, text: str, muscles: tuple[str, ...], repetitions: int = 5
) -> Protocol:
    """Return `protocol` followed by bilateral contractions of `muscles`, 4 s each.

    Parameters
    ----------
    protocol
        What goes before.
    text, muscles
        As in `Cue`.
    repetitions
        How many; five are the fewest that more than display may rest on
        (`emg_signal.symmetry.DECISION_REPETITIONS`).
    """
    return Protocol(
        f"{protocol.name} and measurement",
        (
            *protocol.cues,
            *contractions(
                purpose=CuePurpose.MEASUREMENT,
                text=text,
                start_s=protocol.end_s,
                repetitions=repetitions,
                hold_s=2.5,
                rest_s=1.5,
                muscles=muscles,
            ),
        ),
    )
