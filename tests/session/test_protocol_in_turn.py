"""The protocol that real people pass: own references, tasks in turn, honest widths."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from emg_dosing.rows import MuscleRow
from emg_dosing.tables import load_tables
from emg_session.collector import FinishedCue
from emg_session.measuring import Conditions, Measuring
from emg_session.montage_files import default_montage
from emg_session.protocol import Cue, CueKind, CuePurpose, Protocol, noise_protocol
from emg_signal.amplitude import resting_rms
from emg_signal.chunk import Origin
from emg_signal.filters import Band
from emg_signal.symmetry import CONSECUTIVE_FACTOR, TASKS_BETWEEN, Symmetry
from emg_simulators.expressions import EXPRESSIONS
from emg_simulators.wishes import EXPRESSION_OF
from emg_ui.measure.sites import ELSEWHERE, position_of
from emg_ui.text.spoken_cues import (
    MEASURE_TEXT,
    in_turn,
    measuring_protocol,
    own_reference,
    quick_look,
    reference_and_repetitions,
    repetitions_in_turn,
    tasks_of,
)

MONTAGE = default_montage(8)
MUSCLES = tuple(pair.muscle for pair in MONTAGE.pairs)
PAIRED = tuple(row.id for row in load_tables().all(MuscleRow) if row.paired)
SIGNS = np.where(np.arange(250) % 2 == 0, 1.0, -1.0)


def holds(protocol: Protocol, purpose: CuePurpose) -> list[Cue]:
    wanted = (CueKind.CONTRACT, purpose)
    return [cue for cue in protocol.cues if (cue.kind, cue.purpose) == wanted]


def fresh() -> Measuring:
    conditions = Conditions(
        "", MONTAGE, "board", Origin.SIMULATED, 24.0, 250.0, Band(20, 65), 0.125
    )
    return Measuring(conditions, None, utc_now=lambda: "", now_s=lambda: 0.0)


def follow(measuring: Measuring, protocol: Protocol, *, seed: int = 1, spread: float = 0.3) -> None:
    """Hold what is asked, at an effort that varies; what is not asked rests."""
    rng = np.random.default_rng(seed)
    measuring.begin(protocol)
    for cue in protocol.cues:
        level = np.full(8, 2.0)
        if cue.kind is CueKind.CONTRACT:
            asked = [site.muscle in measuring.muscles_of(cue) for site in MONTAGE.sites]
            level = np.where(asked, 60.0 * rng.lognormal(0.0, spread, 8), level)
        if cue.purpose is not CuePurpose.PAUSE:
            uv = level[:, None] * SIGNS
            raw_uv = uv if cue.kind is CueKind.REST else None
            measuring.take(FinishedCue(cue, uv, raw_uv))


def measured(measuring: Measuring, muscle: str = "frontalis") -> Symmetry:
    found = measuring.measurement and measuring.measurement.symmetry_of(muscle)
    assert found
    return found


@pytest.mark.parametrize("purpose", [CuePurpose.CALIBRATION, CuePurpose.MEASUREMENT])
def test_two_other_tasks_lie_between_two_holds_of_a_muscle(purpose: CuePurpose) -> None:
    turns = [
        cue.muscles for cue in holds(reference_and_repetitions(("frontalis",), MUSCLES), purpose)
    ]
    for muscle in {muscle for turn in turns for muscle in turn}:
        at = [i for i, turn in enumerate(turns) if muscle in turn]
        assert min(b - a for a, b in itertools.pairwise(at)) > TASKS_BETWEEN


def test_no_effort_of_the_whole_face_is_asked() -> None:
    for cue in reference_and_repetitions(MUSCLES, MUSCLES).cues:
        assert cue.kind is not CueKind.CONTRACT or cue.muscles


def test_masseter_and_temporalis_share_one_clench() -> None:
    assert ("masseter", "temporalis") in tasks_of(("masseter", "frontalis", "temporalis"))


def test_one_wanted_muscle_gets_others_between_its_holds() -> None:
    assert in_turn(("zygomaticus",), MUSCLES)[0] == "zygomaticus"
    assert len(tasks_of(in_turn(("zygomaticus",), MUSCLES))) == TASKS_BETWEEN + 1
    assert in_turn(("masseter",), ("masseter",)) == ("masseter",)


def test_holds_in_turn_have_the_plain_interval_and_those_in_a_row_a_wider_one() -> None:
    turned, in_a_row = fresh(), fresh()
    follow(turned, reference_and_repetitions(("frontalis",), MUSCLES))
    follow(in_a_row, measuring_protocol("frontalis"))
    assert measured(turned).widened == 1.0
    assert measured(in_a_row).widened == CONSECUTIVE_FACTOR


def test_two_tasks_in_turn_still_are_too_few() -> None:
    measuring = fresh()
    follow(measuring, reference_and_repetitions(("frontalis",), MUSCLES))
    follow(measuring, repetitions_in_turn(("frontalis", "corrugator")))
    assert measured(measuring).widened == CONSECUTIVE_FACTOR


def test_four_more_holds_are_added_to_five() -> None:
    measuring = fresh()
    follow(measuring, reference_and_repetitions(MUSCLES, MUSCLES))
    five = measured(measuring)
    follow(measuring, repetitions_in_turn(MUSCLES, done=5), seed=2)
    nine = measured(measuring)
    assert (five.repetitions, nine.repetitions) == (5, 9)
    assert nine.left_uv[:5] == five.left_uv
    assert nine.widened == 1.0
    assert set(measuring.measured) == set(MUSCLES)


def test_people_who_vary_by_forty_percent_finish() -> None:
    """The gate of 30 % refused half of those who vary by 35 %."""
    for seed in range(20):
        measuring = fresh()
        follow(measuring, reference_and_repetitions(MUSCLES, MUSCLES), seed=seed, spread=0.4)
        assert measuring.calibration is not None, measuring.refused
        assert measured(measuring).readable_percent > 0


def test_a_blink_in_the_rest_is_no_rest() -> None:
    rest = 3.0 * np.where(np.arange(750) % 2 == 0, 1.0, -1.0)
    rest[300:370] *= 30.0
    assert resting_rms(rest, 250.0) == pytest.approx(3.0)


def test_the_rest_with_its_noise_is_the_reference_s_rest() -> None:
    measuring = fresh()
    follow(measuring, noise_protocol())
    assert measuring.is_rested
    reference = own_reference(MUSCLES, is_rested=True)
    assert all(cue.purpose is CuePurpose.PAUSE for cue in reference.cues if not cue.muscles)
    follow(measuring, reference)
    assert measuring.calibration is not None
    assert measuring.calibration.sites[0].rest_uv == pytest.approx(2.0)
    assert not measuring.is_rested  # made again, it begins with a new rest


def test_a_rest_before_the_reference_tells_its_noise_too() -> None:
    measuring = fresh()
    follow(measuring, own_reference(MUSCLES))
    assert set(measuring.noise) == set(MONTAGE.sites)


def test_a_noisy_rest_is_no_reference_s_rest() -> None:
    measuring = fresh()
    loud = np.full((8, 250), 40.0) * SIGNS
    (cue,) = noise_protocol().cues
    measuring.begin(noise_protocol())
    measuring.take(FinishedCue(cue, loud, loud))
    assert not measuring.is_rested


def test_the_course_of_an_interval_ends_with_the_interval() -> None:
    measuring = fresh()
    follow(measuring, reference_and_repetitions(MUSCLES, MUSCLES))
    found = measured(measuring)
    assert len(found.course_percent) == 3
    assert found.course_percent[-1] == found.interval_percent


@pytest.mark.parametrize("muscle", PAIRED)
def test_every_muscle_of_the_table_has_its_cue_and_its_patient_follows_it(muscle: str) -> None:
    assert muscle in MEASURE_TEXT
    assert muscle == "levator_labii" or position_of(muscle) != ELSEWHERE  # no source has its site
    assert EXPRESSIONS[EXPRESSION_OF[muscle]].efforts[muscle] >= 0.4


def test_a_quick_look_is_a_picture_within_a_minute_on_which_nothing_rests() -> None:
    measuring, look = fresh(), quick_look("frontalis")
    assert look.end_s <= 60.0 - 30.0  # an electrode pair takes 30 s
    follow(measuring, look)
    found = measuring.symmetries["frontalis"]
    assert found.for_display_only
    assert found.widened == CONSECUTIVE_FACTOR
    assert measuring.calibration is None
    assert measuring.measurement is None
    assert measuring.measured == ()
