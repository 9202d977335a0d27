"""Onset and offset of bursts whose times are known."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from emg_signal.chunk import FloatArray
from emg_signal.filters import Band, design_filters
from emg_signal.onset import bursts_hodges_bui, bursts_teager_kaiser, teager_kaiser_energy
from emg_signal.pipeline import Pipeline

FS_HZ = 1000.0
DETECTORS = [bursts_hodges_bui, bursts_teager_kaiser]


def recording(chunks: Any, gain: float) -> FloatArray:
    """Return noise of 2 µV with activity `gain` times as strong at 1.0-1.5 and 2.0-3.0 s."""
    noise = chunks.noise(2, 4000, scale_uv=2.0)
    active = np.zeros(4000)
    active[1000:1500] = active[2000:3000] = 1.0
    return noise[0] + gain * noise[1] * active


@pytest.mark.parametrize("detector", DETECTORS)
def test_finds_both_bursts_within_25_ms(chunks: Any, detector: Any) -> None:
    samples = recording(chunks, 10.0)
    found = detector(samples, samples[:900], FS_HZ)
    times = [time for burst in found for time in (burst.onset_s, burst.offset_s)]
    assert times == pytest.approx([1.0, 1.5, 2.0, 3.0], abs=0.025)


@pytest.mark.parametrize("detector", DETECTORS)
def test_finds_nothing_at_rest(chunks: Any, detector: Any) -> None:
    samples = recording(chunks, 0.0)
    assert detector(samples, samples[:900], FS_HZ) == ()


@pytest.mark.parametrize("detector", DETECTORS)
def test_finds_the_jaw_clenches_of_the_real_recording(
    chunks: Any, jaw_uv: FloatArray, detector: Any
) -> None:
    """Bursts on channels 3/5 and 4/6 at about 8-13 s and 82-88 s (the data's own notes)."""
    design = design_filters(250.0, band=Band(20.0, 110.0), mains_hz=60.0)
    filtered = Pipeline(design, 8).push(chunks.of(jaw_uv)).filtered_uv
    rest = slice(20 * 250, 30 * 250)
    for channel in (2, 3, 4, 5):
        found = detector(filtered[channel], filtered[channel, rest], 250.0)
        for start, stop in ((8.0, 13.0), (82.0, 88.0)):
            inside = [b for b in found if start - 1.0 < b.onset_s < stop + 1.0]
            assert sum(b.offset_s - b.onset_s for b in inside) > 0.5


def test_energy_of_a_sine_is_its_amplitude_times_frequency_squared() -> None:
    """Kaiser 1990: A² sin²(Ω), exactly, for a sampled sine."""
    samples = 3.0 * np.sin(0.2 * np.arange(100) + 0.5)
    assert teager_kaiser_energy(samples)[1:-1] == pytest.approx(9.0 * np.sin(0.2) ** 2)
