"""The converter against the datasheet, scipy and its own promise to be independent of splitting."""

import numpy as np
import pytest
from scipy import signal

from emg_signal.errors import ConfigError
from emg_simulators.ads1299 import (
    Ads1299Converter,
    ChannelInput,
    sinc3_response,
    sinc3_taps,
    uv_per_count,
)
from emg_simulators.source import rendering_rate_hz


class Tone:
    """A source that holds one sine on both channels, or a ramp of direct voltages."""

    def __init__(self, f_hz: float, amplitude_uv: float, fs_hz: float, offset_uv: float = 0.0):
        self.n_channels = 2
        self.fs_hz = fs_hz
        self._f, self._a, self._o, self._k = f_hz, amplitude_uv, offset_uv, 0

    def render(self, n_samples: int) -> np.ndarray:
        t = np.arange(self._k, self._k + n_samples) / self.fs_hz
        self._k += n_samples
        wave = self._a * np.sin(2 * np.pi * self._f * t) + self._o
        return np.stack([wave, -wave])


@pytest.mark.parametrize(
    ("fs_hz", "datasheet_hz"), [(250, 65), (500, 131), (1000, 262), (2000, 524)]
)
def test_minus_3_db_point_is_the_datasheets(fs_hz, datasheet_hz):
    """ADS1299 datasheet, table 1: -3 dB bandwidth for each data rate."""
    render_hz = rendering_rate_hz(fs_hz)
    f_hz = np.linspace(0.2 * fs_hz, 0.32 * fs_hz, 2001)
    half_power = f_hz[np.argmin(np.abs(sinc3_response(f_hz, fs_hz, render_hz) - 0.5**0.5))]
    assert half_power == pytest.approx(datasheet_hz, rel=0.01)
    assert half_power == pytest.approx(0.2619 * fs_hz, rel=0.01)


@pytest.mark.parametrize("oversampling", [8, 16])
def test_response_is_that_of_the_taps(oversampling):
    f_hz = np.linspace(0, 250 * oversampling / 2, 500, endpoint=False)
    _, h = signal.freqz(sinc3_taps(oversampling), worN=f_hz, fs=250 * oversampling)
    np.testing.assert_allclose(sinc3_response(f_hz, 250, 250 * oversampling), np.abs(h), atol=1e-12)


def test_samples_are_scipys_convolution_of_the_source():
    converter = Ads1299Converter(Tone(37.0, 500.0, 4000.0), fs_hz=250.0)
    seen = converter.read_uv(100)
    rendered = Tone(37.0, 500.0, 4000.0).render(100 * 16 + 30)
    expected = np.stack([signal.convolve(x, sinc3_taps(16), mode="valid")[::16] for x in rendered])
    np.testing.assert_allclose(seen, expected, atol=1e-9)


def test_a_tone_keeps_the_amplitude_that_the_response_says():
    converter = Ads1299Converter(Tone(65.5, 1000.0, 4000.0), fs_hz=250.0)
    seen = converter.read_uv(2500)[0]
    rms = 1000.0 / 2**0.5 * float(sinc3_response(65.5, 250.0, 4000.0))
    assert np.sqrt(np.mean(seen**2)) == pytest.approx(rms, rel=0.005)


@pytest.mark.parametrize("split", [1, 7, 100])
def test_counts_do_not_depend_on_the_split(split):
    whole = Ads1299Converter(Tone(33.0, 800.0, 4000.0), fs_hz=250.0).read_counts(700)
    parts = Ads1299Converter(Tone(33.0, 800.0, 4000.0), fs_hz=250.0)
    joined = np.concatenate([parts.read_counts(split) for _ in range(700 // split)], axis=1)
    np.testing.assert_array_equal(joined, whole)


def test_scale_is_the_cytons():
    assert uv_per_count(24) == pytest.approx(0.022351744455307063, rel=1e-15)
    converter = Ads1299Converter(Tone(0.0, 0.0, 4000.0, offset_uv=1000.0), fs_hz=250.0)
    assert converter.read_counts(1)[:, 0].tolist() == [44739, -44739]
    converter.set_gain(0, 6)
    assert converter.read_counts(1)[:, 0].tolist() == [11185, -44739]


def test_saturates_at_both_rails():
    converter = Ads1299Converter(Tone(0.0, 0.0, 4000.0, offset_uv=1e6), fs_hz=250.0)
    assert converter.read_counts(1)[:, 0].tolist() == [8388607, -8388608]


def test_shorted_and_off_inputs_read_zero():
    converter = Ads1299Converter(Tone(0.0, 0.0, 4000.0, offset_uv=1000.0), fs_hz=250.0)
    converter.set_input(0, ChannelInput.SHORTED)
    assert converter.read_counts(2)[0].tolist() == [0, 0]
    assert converter.read_counts(1)[1, 0] == -44739


@pytest.mark.parametrize("ohm", [2e3, 1e4, 1e5, 1e6])
def test_lead_off_current_shows_the_impedance(ohm):
    """The estimate of BrainFlow's documentation: sqrt(2) * std / 6 nA - 2200 ohm."""
    converter = Ads1299Converter(Tone(0.0, 0.0, 4000.0), fs_hz=250.0)
    converter.set_lead_off(0, ohm)
    uv = converter.read_counts(250)[0] * uv_per_count(24)
    assert 2**0.5 * uv.std() * 1e-6 / 6e-9 - 2200 == pytest.approx(ohm, rel=0.05)


def test_refuses_what_the_chip_does_not_have():
    with pytest.raises(ConfigError, match="no gain 5"):
        Ads1299Converter(Tone(1.0, 1.0, 4000.0), fs_hz=250.0, gain=5)
    with pytest.raises(ConfigError, match="no multiple"):
        Ads1299Converter(Tone(1.0, 1.0, 4000.0), fs_hz=300.0)
