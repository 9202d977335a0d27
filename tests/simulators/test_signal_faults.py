"""Every signal fault does what it is, where it should, and nothing elsewhere."""

import numpy as np
import pytest

from emg_simulators.fault_text import parse_fault
from emg_simulators.faults import KINDS, Level
from emg_simulators.patient import Patient
from emg_simulators.scenario import load_scenario, parse_scenario
from emg_simulators.signal_faults import SignalFaults

FS = 4000
STEADY = load_scenario("steady")


def rendered(*faults, seconds=8.0, scenario=STEADY):
    return Patient(scenario, faults=[parse_fault(text) for text in faults]).render(
        round(seconds * FS)
    )


CLEAN = rendered()


def differs(uv, channel, start_s, end_s):
    part = slice(round(start_s * FS), round(end_s * FS))
    return not np.array_equal(uv[channel, part], CLEAN[channel, part])


EXAMPLES = {
    "rail": "rail 3@4s+2s",
    "leadoff": "leadoff 3@4s+2s",
    "flat": "flat 3@4s+2s",
    "bad": "bad 3 500kohm@4s+2s",
    "dry": "dry 3@4s+2s",
    "reseat": "reseat 3@4s",
    "bridge": "bridge 3 4@4s+2s",
    "swap": "swap 3 4@4s+2s",
    "mains": "mains 100uV@4s+2s",
    "motion": "motion 3 500uV@4s",
    "tap": "tap 3@4s",
    "sway": "sway 3 200uV@4s+2s",
    "ecg": "ecg 30uV@4s+2s",
    "spike": "spike 5mV@4s",
}


def test_every_signal_fault_has_an_example():
    assert set(EXAMPLES) == {kind.name for kind in KINDS.values() if kind.level is Level.SIGNAL}


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_acts_in_its_time_on_its_channels_alone(name):
    scenario = STEADY.model_copy(update={"room": STEADY.room.model_copy(update={"mains_uv": 1.0})})
    uv, clean = rendered(EXAMPLES[name], scenario=scenario), rendered(scenario=scenario)
    fault = parse_fault(EXAMPLES[name])
    touched = set(fault.channels) or set(range(8))
    for channel in range(8):
        changed = np.nonzero(uv[channel] != clean[channel])[0] / FS
        if channel not in touched:
            assert changed.size == 0
            continue
        assert changed.size > 0
        assert changed.min() >= 4.0
        if not fault.kind.at_once:
            assert changed.max() < 6.0


def test_a_railed_channel_is_beyond_every_range():
    assert (rendered("rail 3@4s+2s")[2, 4 * FS : 6 * FS] > 4.5e6 / 24).all()


def test_a_flat_channel_is_exactly_flat():
    assert not rendered("flat 3@4s+2s")[2, 4 * FS : 6 * FS].any()


def test_swapped_leads_carry_each_others_voltage():
    uv = rendered("swap 1 4@4s")
    np.testing.assert_array_equal(uv[0, 4 * FS :], CLEAN[3, 4 * FS :])
    np.testing.assert_array_equal(uv[3, 4 * FS :], CLEAN[0, 4 * FS :])


def test_a_tap_on_a_swapped_electrode_shows_in_the_other_lane():
    quiet = rendered("swap 1 7@0s", seconds=3.0)
    tapped = rendered("swap 1 7@0s", "tap 1@2s", seconds=3.0)
    assert np.ptp(tapped[6] - quiet[6]) > 1000
    np.testing.assert_array_equal(tapped[0], quiet[0])


def test_bridged_channels_are_equal():
    uv = rendered("bridge 1 2@4s")[:, 4 * FS :]
    np.testing.assert_array_equal(uv[0], uv[1])
    assert np.corrcoef(CLEAN[0, 4 * FS :], CLEAN[1, 4 * FS :])[0, 1] < 0.9


def test_an_open_lead_shows_hum_instead_of_muscle():
    uv = rendered("leadoff 3@4s")[2, 5 * FS :]
    f_hz = np.fft.rfftfreq(uv.size, 1 / FS)
    power = np.abs(np.fft.rfft(uv - uv.mean())) ** 2
    near = np.abs(f_hz - 50) < 1
    assert power[near].sum() > 0.8 * power.sum()


def test_mains_has_its_amplitude_frequency_and_odd_harmonics():
    quiet = parse_scenario(
        'title="x"\n[room]\nnoise_uv=0\nwander_uv=0\nmains_uv=0\nmains_hz=60\nmains_drift_hz=0\n'
        '[person]\nrest_uv=0\n[[muscle]]\nname="frontalis"\nchannels=[1,2]'
    )
    uv = rendered("mains 200uV@0s", scenario=quiet, seconds=1.0)[0]
    spectrum = 2 * np.abs(np.fft.rfft(uv - uv.mean())) / uv.size
    assert spectrum[60] == pytest.approx(200, rel=0.01)
    assert spectrum[180] == pytest.approx(60, rel=0.01)
    assert spectrum[300] == pytest.approx(30, rel=0.01)
    assert spectrum[120] < 1


def test_mains_drift_moves_the_frequency_by_what_is_set():
    quiet = parse_scenario(
        'title="x"\n[room]\nnoise_uv=0\nwander_uv=0\noffset_uv=0\nmains_uv=100\nmains_drift_hz=0.5\n'
        '[person]\nrest_uv=0\n[[muscle]]\nname="frontalis"\nchannels=[1,2]'
    )
    uv = Patient(quiet).render(60 * FS)[0]
    rising = np.nonzero((uv[:-1] < 0) & (uv[1:] >= 0))[0]
    cycles = np.array([np.count_nonzero((rising >= s * FS) & (rising < (s + 10) * FS))
                       for s in (10, 40)])  # fmt: skip
    assert cycles[0] == pytest.approx(504, abs=2)
    assert cycles[1] == pytest.approx(496, abs=2)


def test_contact_shows_in_the_impedance():
    patient = Patient(STEADY, faults=[parse_fault("bad 3 500kohm@1s"), parse_fault("leadoff 4@1s")])
    assert patient.impedance_ohm.tolist() == [10_000.0] * 8
    patient.render(2 * FS)
    assert patient.impedance_ohm[2] == 500_000.0
    assert patient.impedance_ohm[3] >= 1e6


def test_drying_gel_worsens_over_minutes():
    faults = SignalFaults([parse_fault("dry 1@10s")], 8, seed=1)
    base = np.full(8, 10_000.0)
    seen = [faults.impedance_ohm(base, t_s)[0] for t_s in (0, 10, 130, 250)]
    assert seen == pytest.approx([10_000, 10_000, 20_000, 40_000])
    assert faults.impedance_ohm(base, 250)[1] == 10_000


def test_reseating_changes_a_gain_by_about_a_tenth():
    drawn = [
        SignalFaults([parse_fault("reseat 1@1s")], 8, seed).gain(2.0)[0] for seed in range(400)
    ]
    assert np.std(np.log(drawn)) == pytest.approx(0.1, rel=0.1)
    moved = rendered("reseat 1@4s")
    gain = SignalFaults([parse_fault("reseat 1@4s")], 8, STEADY.seed).gain(5.0)[0]
    held = slice(5 * FS, 8 * FS)
    assert moved[0, held].std() / CLEAN[0, held].std() == pytest.approx(gain, rel=0.01)


def test_an_instructor_can_add_faults_and_efforts_while_it_runs():
    patient = Patient(STEADY)
    quiet = patient.render(2 * FS)[0]
    patient.ask("raise_brows", effort=0.8, for_s=1.0)
    loud = patient.render(FS)[0]
    assert loud[FS // 2 :].std() > 10 * quiet[FS:].std()
    patient.add_fault(parse_fault("flat 1@0s"))
    assert not patient.render(2 * FS)[0, FS:].any()


def test_a_scenario_carries_faults_and_says_which_are_wrong():
    text = (
        'title="x"\nfault=["rail 1@0s", "unplug@9s"]\n[[muscle]]\nname="frontalis"\nchannels=[1,2]'
    )
    assert [fault.name for fault in parse_scenario(text).faults] == ["rail", "unplug"]
    assert (Patient(parse_scenario(text)).render(FS)[0] > 1e5).all()
    with pytest.raises(Exception, match="line 2: fault: No fault 'rai'"):
        parse_scenario(text.replace("rail 1", "rai 1"))


def test_a_fault_on_a_channel_that_is_not_there_does_nothing():
    np.testing.assert_array_equal(rendered("rail 9@0s"), CLEAN)
