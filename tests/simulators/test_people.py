"""People: the published norms come out of the draws, and each finding does what it is."""

import numpy as np
import pytest
from scipy import signal
from true_index import true_index_percent

from emg_signal.errors import ConfigError
from emg_signal.montage import Side
from emg_simulators.effort import Efforts
from emg_simulators.expressions import EXPRESSIONS, MUSCLES
from emg_simulators.norms import FULL_UV, drawn_index_percent
from emg_simulators.patient import Patient
from emg_simulators.scenario import parse_scenario

FACE = """
title = "face"
crosstalk = {crosstalk}
[person]
effort_variation_percent = {variation}
waver_percent = 0
fatigue_percent = {fatigue}
{person}
[timeline]
{timeline}
{cues}
[[muscle]]
name = "frontalis"
channels = [1, 2]
index_percent = 0
[[muscle]]
name = "orbicularis_oculi"
channels = [3, 4]
index_percent = 0
[[muscle]]
name = "zygomaticus"
channels = [5, 6]
index_percent = 0
[[muscle]]
name = "masseter"
channels = [7, 8]
index_percent = 0
"""


def face(*, person="", expression="rest", crosstalk=0, variation=0, fatigue=0, timeline="", n=1):
    cue = f'[[timeline.cue]]\nat_s = 0\nfor_s = 3\nexpression = "{expression}"\n'
    cue += f"repeat = {n}\nevery_s = 5\n"
    return parse_scenario(
        FACE.format(
            person=person,
            crosstalk=crosstalk,
            variation=variation,
            fatigue=fatigue,
            timeline=timeline,
            cues=cue,
        )
    )


def rms(scenario, start_s, end_s, mode="fast"):
    """Return the RMS, µV, above 20 Hz of each channel between two times."""
    scenario = scenario.model_copy(update={"mode": mode})
    uv = Patient(scenario).render(round(end_s * 4000))
    sos = signal.butter(4, 20, btype="high", fs=4000, output="sos")
    filtered = signal.sosfilt(sos, uv - uv[:, :1], axis=1)
    return np.sqrt(np.mean(filtered[:, round(start_s * 4000) :] ** 2, axis=1))


@pytest.mark.parametrize(
    ("muscle", "published"),
    [("frontalis", 10.87), ("zygomaticus", 16.71), ("orbicularis_oris", 12.10)],
)
def test_drawn_asymmetry_has_the_published_mean(muscle, published):
    """S89: mean of the size of the index in 154 healthy people."""
    drawn = [drawn_index_percent(muscle, seed) for seed in range(3000)]
    assert np.mean(np.abs(drawn)) == pytest.approx(published, rel=0.05)
    assert abs(np.mean(drawn)) < 1.2


def test_a_scenario_without_gains_draws_them_by_its_seed():
    scenario = parse_scenario('title = "x"\nseed = 5\n[[muscle]]\nname="frontalis"\nchannels=[1,2]')
    assert true_index_percent(scenario, "frontalis") == pytest.approx(
        drawn_index_percent("frontalis", 5)
    )
    assert true_index_percent(scenario, "frontalis", seed=6) == pytest.approx(
        drawn_index_percent("frontalis", 6)
    )


def test_every_muscle_has_an_amplitude_and_every_expression_known_muscles():
    assert set(FULL_UV) == set(MUSCLES)
    for expression in EXPRESSIONS.values():
        assert set(expression.efforts) <= set(MUSCLES)
        assert all(0 < effort <= 1 for effort in expression.efforts.values())


def test_index_percent_and_gains_exclude_each_other():
    with pytest.raises(ConfigError, match="exclude each other"):
        parse_scenario(
            'title = "x"\n[[muscle]]\nname="frontalis"\nchannels=[1,2]\n'
            "full_uv=[1,1]\nindex_percent=3"
        )


def test_palsy_weakens_one_side_and_spares_the_jaw():
    scenario = face(person='kind = "palsy"\nside = "right"\nseverity = 0.8')
    assert scenario.set_rms_uv("zygomaticus", Side.RIGHT) == pytest.approx(130 * 0.2)
    assert scenario.set_rms_uv("zygomaticus", Side.LEFT) == pytest.approx(130)
    assert scenario.set_rms_uv("masseter", Side.RIGHT) == pytest.approx(186)
    assert true_index_percent(scenario, "frontalis") == pytest.approx(100 * 0.8 / 1.2)


def test_compensation_holds_the_brow_up_at_rest():
    uv = rms(face(person='kind = "brow_compensation"\nside = "right"'), 1.0, 4.0)
    assert uv[1] > 2 * uv[0] > 4 * uv[2]


def test_hypertrophy_makes_masseters_strong_and_one_side_chew():
    scenario = face(person='kind = "masseter_hypertrophy"\nside = "left"')
    left, right = (scenario.set_rms_uv("masseter", side) for side in Side)
    assert left > right > 186
    assert scenario.set_rms_uv("frontalis", Side.LEFT) == pytest.approx(150)


def test_synkinesis_closes_the_eye_with_the_smile_on_one_side():
    uv = rms(face(person='kind = "synkinesis"\nside = "left"\nseverity = 0.9', expression="smile"),
             1.0, 3.0)  # fmt: skip
    healthy = rms(face(expression="smile"), 1.0, 3.0)
    assert uv[2] > 1.5 * uv[3]
    assert healthy[2] == pytest.approx(healthy[3], rel=0.15)


def test_spasm_comes_without_being_asked_for_and_on_one_side():
    scenario = face(person='kind = "hemifacial_spasm"\nside = "right"')
    uv = rms(scenario, 1.0, 20.0)
    assert uv[3] > 3 * uv[2]
    assert uv[5] > 3 * uv[4]
    assert uv[1] == pytest.approx(uv[0], rel=0.2)


def test_earlier_treatment_leaves_less():
    treated = 'treated = [{muscle = "frontalis", side = "left", units = 10, days = 30}]'
    scenario = face(person=treated)
    assert scenario.set_rms_uv("frontalis", Side.LEFT) < 0.5 * scenario.set_rms_uv(
        "frontalis", Side.RIGHT
    )


def test_efforts_of_left_and_right_correlate_within_a_repetition():
    scenario = face(expression="raise_brows", variation=10, n=300)
    places = [("frontalis", side) for side in Side]
    efforts = Efforts(scenario, places, seed=1)
    seen = np.array(
        [efforts.at(np.array([5.0 * i + 1.5, 5.0 * i + 1.6]))[:, 0] for i in range(300)]
    )
    assert seen.max() <= 1.0
    below = seen[(seen < 0.999).all(axis=1)]
    assert np.corrcoef(below.T)[0, 1] > 0.6
    assert 0.02 < below.std() < 0.12


def test_crosstalk_shows_a_neighbour_and_can_be_switched_off():
    with_it = rms(face(expression="clench", crosstalk=1), 1.0, 3.0)
    without = rms(face(expression="clench", crosstalk=0), 1.0, 3.0)
    assert with_it[4] > 3 * without[4]
    assert with_it[0] == pytest.approx(without[0], rel=0.2)


def test_a_sustained_hold_tires_and_its_spectrum_falls():
    text = FACE.format(
        person="fatigue_s = 40",
        crosstalk=0,
        variation=0,
        fatigue=30,
        timeline="",
        cues='[[timeline.cue]]\nat_s=0\nfor_s=80\nexpression="clench"\n',
    )
    uv = Patient(parse_scenario(text)).render(4000 * 70)[6]
    medians = []
    for start_s in (0.5, 60):
        part = uv[int(start_s * 4000) : int((start_s + 5) * 4000)]
        f_hz, power = signal.welch(part, 4000, nperseg=4096)
        share = np.cumsum(power * (f_hz > 20))
        medians.append(np.interp(share[-1] / 2, share, f_hz))
    assert 0.7 < medians[1] / medians[0] < 0.88


def test_rhythmic_expressions_come_in_bursts():
    scenario = face(expression="chewing")
    efforts = Efforts(scenario, [("masseter", Side.LEFT)], seed=1)
    course = efforts.at(np.arange(0, 3.0, 0.01))[0]
    assert course.max() > 0.4
    assert np.count_nonzero(np.diff((course > 0.2).astype(int)) == 1) in (3, 4)
