"""How much faster than life the patient renders, on one core.

Run as ``python benchmarks/patient_margin.py [SECONDS]``. CPU time of this process alone is
counted, with the threads of numpy held to one, so a busy machine slows it little.
"""

from __future__ import annotations

import os
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

from emg_simulators.ads1299 import Ads1299Converter  # noqa: E402
from emg_simulators.patient import Patient  # noqa: E402
from emg_simulators.scenario import load_scenario  # noqa: E402
from emg_simulators.source import rendering_rate_hz  # noqa: E402

CASES = (
    ("whole_face", "fast", 32, 2000.0),
    ("demo", "motor_units", 8, 1000.0),
    ("demo", "fast", 8, 250.0),
    ("demo", "motor_units", 8, 250.0),
    ("whole_face", "motor_units", 32, 1000.0),
)


def measure(name, mode, n_channels, fs_hz, seconds):
    """Return CPU seconds for one second of signal, in blocks of 20 ms as a board asks for them."""
    scenario = load_scenario(name).model_copy(update={"mode": mode})
    patient = Patient(scenario, render_hz=rendering_rate_hz(fs_hz), n_channels=n_channels)
    chip = Ads1299Converter(patient, fs_hz=fs_hz)
    chip.read_counts(round(fs_hz))
    start = time.process_time()
    for _ in range(round(seconds / 0.02)):
        chip.read_counts(round(fs_hz * 0.02))
    return (time.process_time() - start) / seconds


def main():
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 20.0
    print("| patient | mode | channels | rate | core used | times real time |")
    print("|---|---|---|---|---|---|")
    for name, mode, n_channels, fs_hz in CASES:
        share = measure(name, mode, n_channels, fs_hz, seconds)
        print(
            f"| {name} | {mode.replace('_', ' ')} | {n_channels} | {fs_hz:g} Hz "
            f"| {share:.1%} | {1 / share:.0f} |"
        )


if __name__ == "__main__":
    main()
