"""Every shipped case can be solved from the screen, and no habit solves them all."""

import ast
from pathlib import Path

import pytest

import emg_training.trainees
from emg_signal.montage import Side
from emg_training.answers import CaseChoice, CaseReason, Noticed
from emg_training.attempt import Answer, Attempt, Observation
from emg_training.catalogue import shipped
from emg_training.scoring import score
from emg_training.trial import trials
from emg_training.validator import problems_of

CASES = shipped()
ELSEWHERE = {
    "eyes-not-alike",
    "uneven-frown",
    "a-wide-smile",
    "a-strong-chewing-side",
    "she-is-expecting",
    "a-lid-that-hangs",
    "a-stated-difference",
    "thinner-skin-on-one-side",
}
"""Take the same way through the program as another case; run by `make soak` alone."""
QUICK = tuple(case for case in CASES if case.id not in ELSEWHERE)


@pytest.fixture(scope="module")
def attempts():
    """Cases run once, two at a time: the session is the cost, not the trainees."""
    return trials([case.id for case in QUICK])


def percent(case, attempt):
    return score(case, attempt).percent


def check(case, done):
    assert percent(case, done["expert"]) >= 90
    assert percent(case, done["careless"]) < 40
    assert percent(case, done["naive"]) < 40
    assert percent(case, done["refusing"]) < 60


@pytest.mark.long(seconds=3)
@pytest.mark.parametrize("case", QUICK, ids=lambda case: case.id)
def test_the_expert_reaches_ninety_and_the_others_do_not_come_near(case, attempts):
    check(case, attempts[case.id].attempts)


@pytest.mark.soak
def test_the_other_cases_are_solvable_too():
    done = trials(sorted(ELSEWHERE))
    for case in CASES:
        if case.id in ELSEWHERE:
            check(case, done[case.id].attempts)


@pytest.mark.long
def test_the_naive_rule_is_unsafe_wherever_it_could_be_followed(attempts):
    for case in QUICK:
        if case.kind == "dosing":
            assert score(case, attempts[case.id].attempts["naive"]).unsafe


def test_no_constant_answer_reaches_sixty_on_average():
    for choice in CaseChoice:
        for reason in CaseReason:
            total = sum(
                percent(case, Attempt(case.id, (), Answer(choice, reason, 10.0))) for case in CASES
            )
            assert total / len(CASES) < 60


def test_saying_everything_earns_nothing():
    for case in CASES:
        muscles = [part.name for part in case.patient.muscle]
        seen = [
            Observation(what, float(t), muscle, side, 0.0)
            for what in Noticed
            for t in range(0, 40, 2)
            for muscle in muscles
            for side in Side
        ]
        assert percent(case, Attempt(case.id, tuple(seen), None)) == 0.0


def test_the_trainees_know_nothing_but_what_is_shown():
    tree = ast.parse(Path(emg_training.trainees.__file__).read_text(encoding="utf-8"))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not imported & {
        "emg_training.scenario",
        "emg_training.scoring",
        "emg_training.catalogue",
        "emg_simulators.scenario",
        "emg_simulators.patient",
    }


def test_there_are_enough_cases_and_most_dosing_ones_end_without_units():
    assert len(CASES) >= 20
    dosing = [case for case in CASES if case.kind == "dosing"]
    without = [c for c in dosing if c.decide.choice in (CaseChoice.AS_PLANNED, CaseChoice.EXAMINE)]
    assert len(without) / len(dosing) >= 0.8


@pytest.mark.long
def test_the_program_itself_never_suggests_what_the_rubric_calls_unsafe(attempts):
    for case in QUICK:
        suggested = attempts[case.id].suggested
        if suggested is not None and CaseChoice.TAKE_SUGGESTION in case.decide.unsafe:
            assert suggested[0] not in ("ok", "limited")


def test_every_shipped_file_is_sound_and_points_to_others():
    ids = {case.id for case in CASES}
    assert len(ids) == len(CASES)
    folder = Path(emg_training.trainees.__file__).parent / "scenarios"
    for file in folder.glob("*.toml"):
        assert problems_of(file.read_text(encoding="utf-8")) == (), file.name
    for case in CASES:
        assert set(case.next) <= ids
        assert not case.reviewed_by
