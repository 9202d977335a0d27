"""Motor-unit pools: Fuglevand's rules, published variability, agreement with the fast mode."""

import numpy as np
import pytest
from scipy import signal, stats

from emg_simulators.crosstalk import MuscleSide
from emg_simulators.motor_units import MotorUnitPool, Recruitment
from emg_simulators.muscles import FastMuscles, MotorUnitMuscles, Tissue
from emg_simulators.randomness import random_stream
from emg_simulators.spectrum import SHAPES, SurfaceSpectrum

FS = 4000.0
BLOCK = 80


def spectrum_of(shape, scale=1.0):
    fl_hz, fh_hz = SHAPES[shape]
    return SurfaceSpectrum(fl_hz * scale, fh_hz * scale, FS)


def pool_of(shape="middle", seed=1):
    return MotorUnitPool(
        spectrum_of(shape),
        spectrum_of(shape, 0.8),
        random_stream(seed, "anatomy"),
        random_stream(seed, "firing"),
    )


def emg(pool, effort, seconds, fatigue=0.0):
    blocks = [pool.next(BLOCK, effort, fatigue) for _ in range(round(seconds * FS / BLOCK))]
    return np.concatenate(blocks)


def median_hz(uv, fs_hz=FS):
    f_hz, power = signal.welch(uv, fs_hz, nperseg=4096)
    share = np.cumsum(power)
    return float(np.interp(share[-1] / 2, share, f_hz))


def test_thresholds_and_rates_are_fuglevands():
    """120 units: J Neurophysiol 70:2470, equations 1 to 4 and the values given there."""
    rules = Recruitment(120)
    assert rules.thresholds[0] == pytest.approx(np.exp(np.log(30) / 120))
    assert rules.thresholds[-1] == pytest.approx(30.0)
    assert rules.full_excitation == pytest.approx(57.0)
    at_threshold = rules.rates_hz(float(rules.thresholds[59]))
    assert at_threshold[59] == pytest.approx(8.0)
    assert np.count_nonzero(at_threshold) == 60
    assert rules.rates_hz(57.0)[-1] == pytest.approx(35.0)
    assert rules.rates_hz(57.0)[0] == pytest.approx(45.0, abs=0.4)
    assert not rules.rates_hz(1.0).any()
    assert np.all(np.diff(rules.rates_hz(20.0)[rules.rates_hz(20.0) > 0]) <= 0)


def test_units_fire_at_their_rate_with_a_variation_of_a_fifth():
    pool = pool_of()
    rates = Recruitment().rates_hz(40.0)
    times = [[] for _ in rates]
    for block in range(3000):
        units, samples = pool._spikes(BLOCK, rates)
        for unit, sample in zip(units, samples, strict=True):
            times[unit].append(block * BLOCK + sample)
    for unit in (0, 30, 60, 90):
        intervals = np.diff(times[unit]) / FS
        assert 1 / intervals.mean() == pytest.approx(rates[unit], rel=0.05)
        assert intervals.std() / intervals.mean() == pytest.approx(0.2, abs=0.03)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("effort", [0.1, 0.4, 1.0])
def test_rms_is_proportional_to_the_effort(shape, effort):
    assert emg(pool_of(shape), effort, 20.0).std() == pytest.approx(effort, rel=0.08)


@pytest.mark.parametrize("shape", SHAPES)
def test_agrees_with_the_fast_mode_in_median_frequency_and_band(shape):
    """At working efforts: median within 15 %, power in 20 to 65 Hz within a fifth of it."""
    uv = emg(pool_of(shape), 0.6, 30.0)
    spectrum = spectrum_of(shape)
    f_hz = np.arange(0.5, FS / 2, 0.5)
    density = spectrum.density(f_hz)
    share = np.cumsum(density)
    assert median_hz(uv) == pytest.approx(np.interp(share[-1] / 2, share, f_hz), rel=0.15)
    seen_hz, power = signal.welch(uv, FS, nperseg=4096)
    in_band = power[(seen_hz >= 20) & (seen_hz < 65)].sum() / power.sum()
    expected = density[(f_hz >= 20) & (f_hz < 65)].sum() / density.sum()
    assert in_band == pytest.approx(expected, rel=0.2)


def test_is_super_gaussian_at_low_effort_and_nears_the_gaussian_at_full():
    """Nazarpour et al. 2013 (doi 10.1016/j.brainresbull.2012.09.012)."""
    low = stats.kurtosis(emg(pool_of(), 0.05, 20.0), fisher=False)
    full = stats.kurtosis(emg(pool_of(), 1.0, 20.0), fisher=False)
    assert low > full + 1.0
    assert full == pytest.approx(3.0, abs=0.5)


def test_fatigue_lowers_the_median_frequency_and_keeps_the_rms():
    fresh, tired = emg(pool_of(), 0.6, 20.0), emg(pool_of(), 0.6, 20.0, fatigue=1.0)
    assert median_hz(tired) / median_hz(fresh) == pytest.approx(0.8, abs=0.08)
    assert tired.std() == pytest.approx(fresh.std(), rel=0.1)


@pytest.mark.parametrize("kind", [FastMuscles, MotorUnitMuscles])
def test_both_modes_give_each_muscle_its_effort(kind):
    places: list[MuscleSide] = [("frontalis", "left"), ("frontalis", "right"), ("masseter", "left")]
    tissues = [Tissue(place, spectrum_of("middle"), spectrum_of("middle", 0.8)) for place in places]
    muscles = kind(tissues, seed=2)
    efforts = np.array([[0.2], [0.5], [1.0]]) * np.ones(BLOCK)
    tired = np.array([0.0, 0.5, 1.0])
    uv = np.concatenate([muscles.next(efforts, tired) for _ in range(1000)], axis=1)
    np.testing.assert_allclose(uv.std(axis=1), [0.2, 0.5, 1.0], rtol=0.12)
    assert median_hz(uv[2]) == pytest.approx(0.8 * 94.7, rel=0.15)
    assert np.abs(np.corrcoef(uv)[np.triu_indices(3, 1)]).max() < 0.05
