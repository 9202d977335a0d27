"""`Efforts`: how hard each muscle works at each moment, as a share of its full effort."""

from __future__ import annotations

import numpy as np

from emg_signal.chunk import FloatArray
from emg_signal.montage import Side
from emg_simulators.crosstalk import MuscleSide
from emg_simulators.people import DRIFT_STEP_S, PersonPart, companions, spasm, tone
from emg_simulators.randomness import random_stream
from emg_simulators.scenario import PatientScenario
from emg_simulators.spasms import Volleys
from emg_simulators.timeline import Hold, TimedCue, Timeline

WAVER_HZ = 1.0
"""Corner of the wavering of a held effort: slower than 1 Hz mostly (engineering judgement)."""

_WAVER_STEP_S = 0.1


class Efforts:
    """The timeline of a scenario as efforts of muscles, with a person's findings and unsteadiness.

    Parameters
    ----------
    scenario
        Its timeline and person.
    places
        Muscles and sides, in the order of the rows returned.
    seed
        Seed of the unsteadiness, of spasms and of the natural expressions.
    """

    def __init__(self, scenario: PatientScenario, places: list[MuscleSide], seed: int) -> None:
        self._person = person = scenario.person
        self._places = places
        self._timeline = timeline_of(scenario, seed)
        self._repetitions = _Repetitions(person, seed)
        self._waver = _Waver(person.effort_correlation, places, seed)
        self._tone = np.array([tone(person, *place) for place in places])
        self._spasms = [spasm(person, *place) for place in places]
        self._volleys = Volleys(self._spasms, seed)
        self._held = np.zeros(len(places))

    def ask(self, cue: TimedCue) -> None:
        """Ask for one more expression, at once or later; it joins the timeline."""
        self._timeline.add(cue)

    def forget(self, at_s: float) -> None:
        """Do nothing more of what was planned; what is held at `at_s` seconds is let go."""
        self._timeline.forget(at_s)

    def hold(self, place: MuscleSide, effort: float) -> None:
        """Let one muscle of one side work at `effort`, 0 to 1, until it is told otherwise."""
        self._held[self._places.index(place)] = effort

    def at(self, times_s: FloatArray) -> FloatArray:
        """Return ``(n_places, n_times)`` efforts, 0 to 1.

        Parameters
        ----------
        times_s
            ``(n_times,)``, seconds since the start, not before those asked last.
        """
        efforts = np.zeros((len(self._places), len(times_s)))
        for hold in self._timeline.during(float(times_s[0]), float(times_s[-1])):
            level = self._timeline.level(hold, times_s)
            efforts = np.maximum(efforts, self._shares(hold)[:, None] * level)
        efforts = np.maximum(efforts, self._held[:, None])
        if self._person.waver_percent:
            efforts *= 1.0 + self._person.waver_percent / 100 * self._waver.at(times_s)
        self._move_along(efforts)
        efforts = np.maximum(efforts, self._tone[:, None])
        self._volleys.onto(efforts, times_s)
        return np.asarray(np.clip(efforts, 0.0, 1.0))

    def _shares(self, hold: Hold) -> FloatArray:
        """Return the part that each muscle takes in `hold`, this repetition's effort included."""
        muscles = [hold.expression.efforts.get(name, 0.0) for name, _ in self._places]
        spread = self._person.effort_variation_percent / 100
        deviation = self._repetitions.of(hold)
        sides = np.array([deviation[side] for _, side in self._places])
        return np.asarray(muscles) * np.maximum(0.0, 1.0 + spread * sides)

    def _move_along(self, efforts: FloatArray) -> None:
        """Let synkinetic muscles take part in what others are meant to do."""
        # What comes along sets nothing else off: only what was meant does.
        meant = efforts.copy()
        for row, (name, side) in enumerate(self._places):
            for source in companions(self._person, name, side):
                if (source, side) in self._places:
                    other = meant[self._places.index((source, side))]
                    efforts[row] = np.maximum(efforts[row], self._person.severity * other)


def timeline_of(scenario: PatientScenario, seed: int) -> Timeline:
    """Return the `Timeline` that the scenario's cues describe."""
    part = scenario.timeline
    cues = [
        TimedCue(cue.at_s + i * (cue.every_s or 0.0), cue.for_s, cue.expression, cue.effort)
        for cue in part.cue
        for i in range(cue.repeat)
    ]
    cues.sort(key=lambda cue: cue.at_s)
    end_s = max((cue.at_s + cue.for_s for cue in cues), default=0.0)
    return Timeline(
        tuple(cues),
        natural_after_s=end_s if part.afterwards == "natural" else None,
        reaction_s=part.reaction_s,
        ramp_s=part.ramp_s,
        seed=seed,
    )


def _correlated(stream: np.random.Generator, correlation: float) -> dict[Side, float]:
    """Return two standard normal deviations whose correlation is `correlation`."""
    common, left, right = (float(value) for value in stream.standard_normal(3))
    shared, own = correlation**0.5, (1 - correlation) ** 0.5
    return {Side.LEFT: shared * common + own * left, Side.RIGHT: shared * common + own * right}


class _Repetitions:
    """How each hold departs from the usual effort: nearly as the hold before it did.

    Parameters
    ----------
    person
        Its correlation of sides, and its drift.
    seed
        Seed of the departures.
    """

    def __init__(self, person: PersonPart, seed: int) -> None:
        self._person, self._seed = person, seed
        self._known: dict[int, dict[Side, float]] = {}
        self._last: tuple[float, dict[Side, float]] | None = None

    def of(self, hold: Hold) -> dict[Side, float]:
        """Return the departure of each side, of unit SD; ask in order of time."""
        if hold.number not in self._known:
            self._known[hold.number] = self._drawn(hold)
        return self._known[hold.number]

    def _drawn(self, hold: Hold) -> dict[Side, float]:
        stream = random_stream(self._seed, "repetition", hold.number)
        new = _correlated(stream, self._person.effort_correlation)
        if self._last is not None and self._person.effort_drift:
            before_s, before = self._last
            steps = max(0.0, hold.start_s - before_s) / DRIFT_STEP_S
            keep = self._person.effort_drift**steps
            new = {side: keep * before[side] + (1 - keep**2) ** 0.5 * new[side] for side in Side}
        self._last = (hold.start_s, new)
        return new


class _Waver:
    """Slow noise of unit SD for each muscle: steps of a first-order process, joined by lines."""

    def __init__(self, correlation: float, places: list[MuscleSide], seed: int) -> None:
        self._correlation = correlation
        self._sides = [side for _, side in places]
        self._stream = random_stream(seed, "waver")
        self._keep = float(np.exp(-2 * np.pi * WAVER_HZ * _WAVER_STEP_S))
        self._step = 0
        self._from = self._draw()
        self._to = self._next(self._from)

    def at(self, times_s: FloatArray) -> FloatArray:
        position = times_s / _WAVER_STEP_S
        steps = np.floor(position).astype(int)
        values = np.empty((len(self._sides), len(times_s)))
        for step in np.unique(steps):
            while self._step < step:
                self._step += 1
                self._from, self._to = self._to, self._next(self._to)
            here = steps == step
            share = position[here] - step
            values[:, here] = (1 - share) * self._from[:, None] + share * self._to[:, None]
        return values

    def _draw(self) -> FloatArray:
        deviation = _correlated(self._stream, self._correlation)
        return np.array([deviation[side] for side in self._sides])

    def _next(self, value: FloatArray) -> FloatArray:
        # As much that is new as keeps the SD at 1 for ever.
        return np.asarray(self._keep * value + (1 - self._keep**2) ** 0.5 * self._draw())
