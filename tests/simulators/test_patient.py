"""The patient: reproducible, and as strong as its scenario sets it."""

import numpy as np
import pytest
from scipy import signal
from true_index import true_index_percent

from emg_signal.montage import Side
from emg_simulators.ads1299 import Ads1299Converter, sinc3_taps, uv_per_count
from emg_simulators.patient import Patient
from emg_simulators.scenario import builtin_scenarios, load_scenario
from emg_simulators.source import ElectrodeSource
from emg_simulators.truth import TruthRecorder


@pytest.mark.parametrize("name", builtin_scenarios())
def test_every_builtin_scenario_renders_the_same_however_it_is_split(name):
    scenario = load_scenario(name)
    whole = Patient(scenario).render(12_000)
    assert np.isfinite(whole).all()
    parts, patient = np.random.default_rng(1), Patient(scenario)
    seen = np.empty((patient.n_channels, 0))
    while seen.shape[1] < 12_000:
        n = min(int(parts.integers(1, 700)), 12_000 - seen.shape[1])
        seen = np.concatenate([seen, patient.render(n)], axis=1)
    np.testing.assert_array_equal(seen, whole)


def test_another_seed_gives_other_samples():
    scenario = load_scenario("demo")
    assert not np.array_equal(Patient(scenario, 1).render(400), Patient(scenario, 2).render(400))


def test_a_patient_is_an_electrode_source_with_the_boards_channels():
    patient = Patient(load_scenario("demo"), n_channels=16)
    assert isinstance(patient, ElectrodeSource)
    assert patient.render(10).shape == (16, 10)
    assert patient.impedance_ohm.shape == (16,)


def band_rms(uv, fs_hz, low_hz, high_hz):
    sos = signal.butter(4, [low_hz, high_hz], btype="band", fs=fs_hz, output="sos")
    return np.sqrt(np.mean(signal.sosfilt(sos, uv, axis=-1)[..., int(fs_hz) :] ** 2, axis=-1))


def chain_response(f_hz, low_hz, high_hz):
    """Amplitude of sinc3 (as taps), decimation to 250 Hz and a band-pass, by scipy alone."""
    sos = signal.butter(4, [low_hz, high_hz], btype="band", fs=250.0, output="sos")
    _, board = signal.freqz(sinc3_taps(16), worN=f_hz, fs=4000.0)
    aliased = np.abs(f_hz - 250.0 * np.round(f_hz / 250.0))
    _, band = signal.freqz_sos(sos, worN=aliased, fs=250.0)
    return np.abs(board * band)


def test_a_long_hold_has_the_rms_and_index_of_the_set_gains():
    """Ensemble truth over 60 s: within 5 % and 3 points, in the band that 250 Hz carries."""
    scenario = load_scenario("steady")
    converter = Ads1299Converter(Patient(scenario), fs_hz=250.0)
    uv = converter.read_counts(250 * 66)[:, 250 * 5 :] * uv_per_count(24)
    rms = band_rms(uv - uv.mean(axis=1, keepdims=True), 250.0, 20.0, 65.0)
    for pair in scenario.montage.pairs:
        expected = {
            site.side: scenario.expected_rms_uv(
                site.muscle,
                site.side,
                effort=0.5,
                transfer=lambda f_hz: chain_response(f_hz, 20.0, 65.0),
                render_hz=4000.0,
            )
            for site in (pair.left, pair.right)
        }
        left, right = rms[pair.left.channel], rms[pair.right.channel]
        assert left == pytest.approx(expected[Side.LEFT], rel=0.05)
        assert right == pytest.approx(expected[Side.RIGHT], rel=0.05)
        index = 100 * (left - right) / (left + right)
        assert index == pytest.approx(true_index_percent(scenario, pair.muscle), abs=3.0)


def test_the_demo_follows_its_cues():
    scenario = load_scenario("demo")
    converter = Ads1299Converter(Patient(scenario), fs_hz=250.0)
    uv = converter.read_counts(250 * 40) * uv_per_count(24)
    frontalis = signal.sosfilt(
        signal.butter(4, [20, 65], btype="band", fs=250, output="sos"), uv[0] - uv[0, 0]
    )

    def rms(start_s, end_s):
        return float(np.sqrt(np.mean(frontalis[int(start_s * 250) : int(end_s * 250)] ** 2)))

    rest = rms(1.5, 3.0)
    for cue_s in (3.0, 6.5, 10.0, 13.5, 17.5, 21.5, 25.5, 29.5):
        assert rms(cue_s + 0.75, cue_s + 1.75) > 15 * rest
        assert rms(cue_s - 0.4, cue_s) < 3 * rest
    assert true_index_percent(scenario, "frontalis") == pytest.approx(6.0)


def test_truth_file_gives_the_streamed_counts_back(tmp_path):
    patient = Patient(load_scenario("demo"))
    with TruthRecorder(patient, tmp_path / "truth.npz") as truth:
        converter = Ads1299Converter(truth, fs_hz=250.0)
        converter.read_counts(50)
        truth.mark_streaming(converter.n_read * converter.oversampling)
        counts = converter.read_counts(1000)
    with np.load(tmp_path / "truth.npz") as kept:
        uv = kept["electrode_uv"].astype(float)[:, int(kept["first_streamed"]) :]
        assert float(kept["render_hz"]) == 4000.0
    expected = np.stack([signal.convolve(x, sinc3_taps(16), mode="valid")[::16] for x in uv])
    np.testing.assert_allclose(counts * uv_per_count(24), expected[:, :1000], atol=0.0224)
    assert [path.name for path in tmp_path.iterdir()] == ["truth.npz"]
