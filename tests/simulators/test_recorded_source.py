"""A recording in the patient's place."""

import numpy as np
import pytest

from emg_signal.errors import ConfigError
from emg_simulators.ads1299 import Ads1299Converter, sinc3_response, uv_per_count
from emg_simulators.recorded_source import RecordedSource


def tone(fs_hz, seconds=10.0, f_hz=30.0):
    t = np.arange(round(seconds * fs_hz)) / fs_hz
    return np.stack([100 * np.sin(2 * np.pi * f_hz * t) + 5000, 50 * np.sin(2 * np.pi * f_hz * t)])


@pytest.mark.parametrize("fs_hz", [200.0, 250.0, 1000.0])
def test_what_is_played_is_what_was_recorded_through_the_boards_filter(fs_hz):
    source = RecordedSource(tone(fs_hz), fs_hz, render_hz=4000.0)
    uv = Ads1299Converter(source, fs_hz=250.0).read_counts(2400) * uv_per_count(24)
    kept = float(sinc3_response(30.0, 250.0, 4000.0))
    middle = uv[:, 100:2300]
    assert middle[0].mean() == pytest.approx(5000, abs=0.5)
    assert middle[0].std() * 2**0.5 == pytest.approx(100 * kept, rel=0.01)
    assert middle[1].std() * 2**0.5 == pytest.approx(50 * kept, rel=0.01)


def test_starts_again_at_its_end_and_does_not_depend_on_the_split():
    source = RecordedSource(tone(1000.0, 1.0), 1000.0, render_hz=4000.0)
    whole = source.render(8000)
    np.testing.assert_array_equal(whole[:, :4000], whole[:, 4000:])
    again = RecordedSource(tone(1000.0, 1.0), 1000.0, render_hz=4000.0)
    parts = [again.render(n) for n in (1, 3999, 17, 3983)]
    np.testing.assert_array_equal(np.concatenate(parts, axis=1), whole)


def test_channels_beyond_the_recording_are_zero():
    source = RecordedSource(tone(250.0), 250.0, render_hz=4000.0, n_channels=8)
    assert source.n_channels == 8
    assert not source.render(100)[2:].any()


@pytest.mark.parametrize(
    ("samples", "fs_hz", "said"),
    [
        (np.empty((2, 0)), 250.0, "empty"),
        (np.full((2, 9), np.nan), 250.0, "not numbers"),
        (np.zeros((2, 9)), 3.14159, "cannot be raised"),
    ],
)
def test_refuses_what_cannot_be_played(samples, fs_hz, said):
    with pytest.raises(ConfigError, match=said):
        RecordedSource(samples, fs_hz, render_hz=4000.0)
