"""The asymmetry that a scenario was set to."""

from __future__ import annotations

from emg_signal.montage import Side
from emg_simulators.scenario import PatientScenario


def true_index_percent(scenario: PatientScenario, muscle: str, *, seed: int | None = None) -> float:
    """Return the set asymmetry index, %; positive when the left is more active."""
    left, right = (scenario.set_rms_uv(muscle, side, seed=seed) for side in Side)
    return 100.0 * (left - right) / (left + right) if left + right else 0.0
