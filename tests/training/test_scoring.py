"""Scoring, debrief, outcome, the kept attempts and the validator."""

import csv
import re

import pytest

from emg_dosing.tables import load_tables
from emg_signal.errors import ConfigError, RecordCorruptError, StorageFullError
from emg_signal.montage import Side
from emg_simulators.response import WATERMARK
from emg_training.answers import CaseChoice, CaseReason, Noticed
from emg_training.attempt import Answer, Attempt, Observation
from emg_training.attempts import AttemptStore
from emg_training.catalogue import find
from emg_training.debrief import UNREVIEWED, debrief
from emg_training.outcome import consequences, outcome_lines
from emg_training.scenario import load_training, parse_training
from emg_training.scoring import NOT_COMPETENCE, score
from emg_training.validator import problems, problems_of

HUM = Observation(Noticed.LEAD_OFF, 5.0, "corrugator", Side.LEFT)
MEND = Answer(CaseChoice.MEND, CaseReason.ELECTRODE, 15.0)
BAD = find("find-the-bad-electrode")
BROW = find("brow-asymmetry-shift-or-leave")


def percent(case, observations=(), answer=None):
    return score(case, Attempt(case.id, tuple(observations), answer)).percent


def test_everything_right_is_a_hundred_and_nothing_is_zero():
    assert percent(BAD, [HUM], MEND) == pytest.approx(100)
    assert percent(BAD) == 0


@pytest.mark.parametrize(
    "wrong",
    [
        Observation(Noticed.LEAD_OFF, 5.0, "corrugator", Side.RIGHT),
        Observation(Noticed.LEAD_OFF, 5.0, "frontalis", Side.LEFT),
        Observation(Noticed.FLAT, 5.0, "corrugator", Side.LEFT),
    ],
)
def test_the_wrong_place_or_word_costs_as_much_as_the_right_one_brings(wrong):
    assert percent(BAD, [wrong], MEND) == pytest.approx(40)
    assert percent(BAD, [HUM, wrong], MEND) == pytest.approx(70)


def test_what_is_noticed_too_late_brings_nothing_and_costs_nothing():
    late = Observation(Noticed.LEAD_OFF, 60.0, "corrugator", Side.LEFT)
    assert percent(BAD, [late], MEND) == pytest.approx(70)


def test_saying_it_twice_counts_once():
    assert percent(BAD, [HUM, HUM], MEND) == pytest.approx(100)


def test_an_unsafe_choice_earns_nothing_and_comes_first():
    attempt = Attempt(
        BROW.id,
        (Observation(Noticed.INDEX, 30.0, "frontalis", percent=9.0),),
        Answer(CaseChoice.MORE_ON_STRONGER, CaseReason.INSIDE_HEALTHY, 35.0),
    )
    result = score(BROW, attempt)
    assert result.percent == 0
    assert result.unsafe
    assert debrief(BROW, attempt).lines[0].startswith("UNSAFE: more units on the more active side")


@pytest.mark.parametrize(("read", "earned"), [(9.0, 100), (16.9, 100), (18.0, 40), (-9.0, 40)])
def test_an_index_counts_within_its_tolerance(read, earned):
    seen = Observation(Noticed.INDEX, 30.0, "frontalis", percent=read)
    answer = Answer(CaseChoice.AS_PLANNED, CaseReason.INSIDE_HEALTHY, 35.0)
    assert percent(BROW, [seen], answer) == pytest.approx(earned)


def test_a_choice_that_will_do_earns_half_of_it():
    case = find("who-gave-18-and-22")
    answer = Answer(CaseChoice.AS_PLANNED, CaseReason.UNSTATED, 35.0)
    assert percent(case, [], answer) == pytest.approx(17.5 + 35)


def test_a_debrief_says_what_it_is_not_and_who_reviewed_it():
    text = "\n".join(debrief(BAD, Attempt(BAD.id, (HUM,), MEND)).lines)
    assert NOT_COMPETENCE in text
    assert UNREVIEWED in text
    assert "hum-everywhere" in text
    assert "In this lane alone" in text


def test_the_outcome_of_treating_is_a_watermarked_range():
    plan = BROW.parsed_plan(load_tables())
    attempt = Attempt(BROW.id, (), Answer(CaseChoice.AS_PLANNED, CaseReason.INSIDE_HEALTHY, 35.0))
    lines = debrief(BROW, attempt, plan).lines
    assert WATERMARK in lines
    assert any(line.startswith("Day 14: frontalis left, 10 units: ") for line in lines)
    assert any(line.startswith("Day 90: frontalis right, 10 units: ") for line in lines)
    assert any(line.startswith("Lid left: unlikely") for line in lines)


def test_a_low_lid_pays_for_a_treated_brow():
    case = find("a-brow-that-never-rests")
    lines = outcome_lines(case, case.parsed_plan(load_tables()))
    assert any(line.startswith("Lid right: likely") for line in lines)


def test_units_of_another_product_are_not_modelled():
    plan = find("who-gave-18-and-22").parsed_plan(load_tables())
    assert consequences(plan) == ()
    assert "not modelled" in outcome_lines(find("who-gave-18-and-22"), plan)[0]


def test_attempts_are_kept_read_and_exported(tmp_path):
    store = AttemptStore(tmp_path / "deep" / "attempts.jsonl")
    assert store.all() == ()
    good = Attempt(BAD.id, (HUM,), MEND, "2030-01-01T10:00:00+00:00")
    for attempt in (Attempt(BAD.id, (), None), good):
        store.keep(attempt, score(BAD, attempt))
    assert [kept.attempt for kept in store.all()] == [Attempt(BAD.id, (), None), good]
    assert store.best() == {BAD.id: pytest.approx(100)}
    assert store.export_csv(tmp_path / "out.csv") == 2
    with (tmp_path / "out.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert rows[1]["noticed"] == "lead off corrugator left at 5.0 s"
    assert rows[1]["percent"] == "100.0"
    assert rows[0]["choice"] == ""


def test_a_damaged_attempts_file_names_its_line(tmp_path):
    path = tmp_path / "attempts.jsonl"
    path.write_text("{}\n", encoding="utf-8")
    with pytest.raises(RecordCorruptError, match="line 1"):
        AttemptStore(path).all()


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("x")
    store = AttemptStore(tmp_path / "file" / "attempts.jsonl")
    with pytest.raises(StorageFullError, match="Cannot keep"):
        store.keep(Attempt(BAD.id, (), None), score(BAD, Attempt(BAD.id, (), None)))
    with pytest.raises(StorageFullError, match="Cannot write"):
        AttemptStore(tmp_path / "none").export_csv(tmp_path / "gone" / "out.csv")
    with pytest.raises(StorageFullError, match="never overwritten"):
        AttemptStore(tmp_path / "none").export_csv(tmp_path)


SMALL = """id = "small"
title = "Small"
kind = "signal"
brief = "b"
lesson = "l"

[patient]
title = "p"
fault = ["rail 1@3s"]

[[patient.muscle]]
name = "frontalis"
channels = [1, 2]
index_percent = 0

[[observe]]
what = "railed"
from_s = 3

[decide]
choice = "mend"
reason = "electrode"
why = "w"
"""


def test_a_small_case_is_sound():
    assert problems_of(SMALL) == ()
    assert parse_training(SMALL, "small").seconds == pytest.approx(15.5)


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('kind = "signal"', 'kind = "guess"', 3, "kind"),
        ('kind = "signal"', 'kind = "dosing"', 1, "needs a .plan."),
        ("rail 1@3s", "rial 1@3s", 9, "No fault 'rial'"),
        ("rail 1@3s", "rail 1@99s", 9, "after the end"),
        ('"frontalis"', '"forehead"', 12, "unknown muscle"),
        ('"railed"', '"raild"', 17, "observe.0.what"),
        ("from_s = 3", "from_s = 90", 18, "begins at 90 s"),
        (
            'what = "railed"',
            'what = "asymmetry index"\nmuscle = "frontalis"',
            16,
            "nothing is meas",
        ),
        ('"mend"', '"mnd"', 21, "unknown choice 'mnd'"),
        ('"electrode"', '"electrod"', 22, "unknown reason"),
        ('why = "w"', 'why = "w"\nunsafe = ["mend"]', 1, "cannot be unsafe"),
        ('why = "w"', 'why = "w"\n[examination]\nptosi = true', 24, "No condition 'ptosi'"),
        ('lesson = "l"', 'lesson = "l', 5, "not valid TOML"),
    ],
)
def test_the_validator_names_the_line(old, new, line, said):
    assert old in SMALL
    found = problems_of(SMALL.replace(old, new))
    assert [problem.line for problem in found] == [line]
    assert re.search(said, str(found[0])), str(found[0])


def test_the_validator_finds_several_at_once(tmp_path):
    text = SMALL.replace('"railed"', '"raild"').replace('"mend"', '"mnd"')
    path = tmp_path / "case.toml"
    path.write_text(text, encoding="utf-8")
    assert [problem.line for problem in problems(path)] == [17, 21]


def test_files_that_cannot_be_read_are_said(tmp_path):
    for read in (problems, load_training):
        with pytest.raises(ConfigError, match="There is no file"):
            read(tmp_path / "absent.toml")
        (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe")
        with pytest.raises(ConfigError, match="UTF-8"):
            read(tmp_path / "bytes.toml")


def test_an_unknown_case_lists_the_known_ones():
    with pytest.raises(ConfigError, match="find-the-bad-electrode"):
        find("absent")
