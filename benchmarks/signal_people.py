"""How near the measured index comes to the set gains of virtual people in an ordinary room.

    python benchmarks/signal_people.py --people 200          # the table of docs/signal.md

Each person is the patient `typical` with a seed and gains of their own (an index of -30 to 30 %
in each pair), behind a Cyton's chip, and follows the cues of the real protocol; the samples go
through the real filters, the hum followed, and `Measuring`. Whoever varies widely is given the
four more holds that the screen offers. The seed is fixed.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass

import numpy as np

from emg_session.collector import CueCollector
from emg_session.measuring import Conditions, Measuring
from emg_session.montage_files import default_montage
from emg_session.protocol import CueKind, Protocol
from emg_signal.chunk import Chunk, FloatArray, Origin
from emg_signal.filters import design_filters
from emg_signal.montage import Side
from emg_signal.pipeline import Pipeline
from emg_signal.symmetry import Symmetry
from emg_simulators.ads1299 import Ads1299Converter, uv_per_count
from emg_simulators.patient import Patient
from emg_simulators.scenario import PatientScenario, load_scenario
from emg_simulators.scenario_parts import CuePart, TimelinePart
from emg_simulators.source import rendering_rate_hz
from emg_simulators.wishes import EXPRESSION_OF, USUAL
from emg_ui.text.spoken_cues import reference_and_repetitions, repetitions_in_turn

FS_HZ, GAIN, STEP = 250.0, 24, 25
MONTAGE = default_montage(8)
MUSCLES = tuple(pair.muscle for pair in MONTAGE.pairs)
BEFORE_S = 20.0
"""Between the first sample and the first cue; electrodes are on for longer."""
FIRST = reference_and_repetitions(MUSCLES, MUSCLES)
MORE = repetitions_in_turn(MUSCLES, done=5)
WITHIN_POINTS = 3.0


@dataclass(frozen=True)
class Found:
    """What was measured of one pair, beside what was set; why there is nothing, if so."""

    true_percent: float
    first: Symmetry | None
    last: Symmetry | None
    refused: str


def person(seed: int, room: str) -> PatientScenario:
    """Return a face of its own that follows both protocols."""
    rng = np.random.default_rng(seed)
    scenario = load_scenario(room)
    muscles = []
    for part in scenario.muscle:
        index = rng.uniform(-0.3, 0.3)
        mean_uv = float(np.mean(part.full_uv)) * rng.uniform(0.7, 1.3)
        sides = (mean_uv * (1 + index), mean_uv * (1 - index))
        muscles.append(part.model_copy(update={"full_uv": sides}))
    starts = ((FIRST, BEFORE_S), (MORE, BEFORE_S + FIRST.end_s))
    cues = tuple(
        CuePart(
            at_s=start_s + cue.start_s,
            for_s=cue.end_s - cue.start_s,
            expression=EXPRESSION_OF[cue.muscles[0]],
            effort=USUAL,
        )
        for protocol, start_s in starts
        for cue in protocol.cues
        if cue.kind is CueKind.CONTRACT
    )
    own = scenario.timeline
    timeline = TimelinePart(reaction_s=own.reaction_s, ramp_s=own.ramp_s, cue=cues)
    changed = {"muscle": tuple(muscles), "seed": seed, "timeline": timeline}
    return scenario.model_copy(update=changed)


class Visit:
    """One person's samples on their way to a measurement."""

    def __init__(self, scenario: PatientScenario) -> None:
        patient = Patient(scenario, render_hz=rendering_rate_hz(FS_HZ))
        self._chip = Ads1299Converter(patient, fs_hz=FS_HZ)
        design = design_filters(FS_HZ, mains_hz=50)
        self._pipeline = Pipeline(design, 8, rms_window_s=0.125)
        conditions = Conditions(
            "", MONTAGE, "benchmark", Origin.SIMULATED, GAIN, FS_HZ, design.true_band, 0.125
        )
        self.measuring = Measuring(conditions, None, utc_now=lambda: "", now_s=lambda: 0.0)
        self._index = 0

    def stream(self, seconds: float, collector: CueCollector | None = None) -> None:
        """Read on for so long; finished cues are taken."""
        for _ in range(round(seconds * FS_HZ / STEP)):
            counts = self._chip.read_counts(STEP)
            samples_uv: FloatArray = counts * uv_per_count(GAIN)
            flags = np.zeros(samples_uv.shape, np.uint8)
            chunk = Chunk(samples_uv, FS_HZ, self._index, 0.0, Origin.SIMULATED, flags)
            processed = self._pipeline.push(chunk)
            for finished in collector.push(samples_uv, processed) if collector else ():
                self.measuring.take(finished)
            self._index += STEP

    def follow(self, protocol: Protocol) -> None:
        """Follow a protocol from now on to its end."""
        self.measuring.begin(protocol)
        collector = CueCollector(protocol, start_index=self._index, fs_hz=FS_HZ, n_channels=8)
        self.stream(protocol.end_s, collector)


def measure(scenario: PatientScenario) -> list[Found]:
    """Return what the protocol finds of each pair of a person."""
    visit = Visit(scenario)
    visit.stream(BEFORE_S)
    visit.follow(FIRST)
    first, refused = dict(visit.measuring.symmetries), visit.measuring.refused
    if any(symmetry.varies for symmetry in first.values()):
        visit.follow(MORE)
    last = visit.measuring.symmetries
    return [
        Found(true_percent(scenario, muscle), first.get(muscle), last.get(muscle), refused)
        for muscle in MUSCLES
    ]


def true_percent(scenario: PatientScenario, muscle: str) -> float:
    """Return the set asymmetry index, %."""
    left, right = (scenario.set_rms_uv(muscle, side) for side in Side)
    return 100.0 * (left - right) / (left + right)


def row(name: str, pairs: list[tuple[float, Symmetry | None]]) -> str:
    """Return a row: errors of the index, interval's coverage and half width."""
    known = [(true, s) for true, s in pairs if s is not None]
    errors = np.array([s.index_percent - true for true, s in known])
    held = [s.interval_percent[0] <= true <= s.interval_percent[1] for true, s in known]
    slope = np.polyfit([true for true, _ in known], errors, 1)[0]
    near = 100.0 * float(np.mean(np.abs(errors) <= WITHIN_POINTS))
    return (
        f"| {name} | {len(known)} of {len(pairs)} | {errors.mean():+.2f} | {slope:+.3f} | "
        f"{np.median(np.abs(errors)):.1f} | {near:.0f} | {100 * np.mean(held):.1f} | "
        f"{np.median([s.readable_percent for _, s in known]):.1f} |"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--room", default="typical")
    asked = parser.parse_args()
    found = [each for seed in range(asked.people) for each in measure(person(seed, asked.room))]
    print(f"{asked.people} people in the room {asked.room}, {len(found)} pairs")
    print(
        "| holds | measured | mean error | error per true point | median abs. | within 3, % "
        "| covers, % | half width |"
    )
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    print(row("five", [(f.true_percent, f.first) for f in found]))
    print(row("with four more where wide", [(f.true_percent, f.last) for f in found]))
    more = sum(f.last is not None and f.last.repetitions > 5 for f in found) // len(MUSCLES)
    print(
        f"four more for {more} people; {FIRST.end_s / 60:.1f} min of cues, then {MORE.end_s:.0f} s"
    )
    for why, n in Counter(f.refused for f in found if f.last is None).items():
        print(f"refused in {n} pairs: {why}")


if __name__ == "__main__":
    main()
