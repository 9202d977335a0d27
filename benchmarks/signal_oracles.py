"""The signal room against other people's programs, each within its own definitions.

    python benchmarks/signal_oracles.py             # wants benchmarks/peers/requirements.txt

scipy and the golden figures are tested in tests/signal; NeuroKit2 and MNE are too large to be
test dependencies and are asked here, on the real recordings beside the checkout.
"""

# ruff: noqa: E402 - the room is found by its path, so that any environment with NumPy will do.
from __future__ import annotations

import sys
import warnings
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "signal")]

import numpy as np
from scipy import signal
from signal_figures import chunk, face

from emg_signal.filters import Band, design_filters
from emg_signal.pipeline import Pipeline

BAND = Band(20.0, 450.0)


def neurokit() -> None:
    import neurokit2 as nk

    raw = face()[0]
    design = design_filters(1000.0, band=BAND, mains_hz=None)
    # NeuroKit2 filters forward and backward: its answer is ours run both ways.
    theirs = nk.signal_filter(
        raw, sampling_rate=1000, lowcut=20.0, highcut=450.0, method="butterworth", order=4
    )
    ours = signal.sosfiltfilt(np.array(design.sos), raw)
    print(f"NeuroKit2 signal_filter: largest difference {np.abs(theirs - ours).max():.1e} µV")


def mne_filter() -> None:
    import mne

    raw = face()
    design = design_filters(1000.0, band=BAND, mains_hz=None)
    theirs = mne.filter.filter_data(
        raw.copy(), 1000.0, 20.0, 450.0, method="iir", phase="forward", verbose="error",
        iir_params={"order": 4, "ftype": "butter", "output": "sos"},
    )  # fmt: skip
    ours = Pipeline(design, 3, rms_window_s=0.1).push(chunk(raw, 1000.0)).filtered_uv
    difference = np.abs(theirs - ours)[:, 1000:].max()
    print(f"MNE filter_data (forward IIR): largest difference after 1 s {difference:.1e} µV")


def main() -> None:
    warnings.simplefilter("ignore")
    for oracle in (neurokit, mne_filter):
        try:
            oracle()
        except ImportError as error:
            print(f"skipped {oracle.__name__}: {error}")


if __name__ == "__main__":
    main()
