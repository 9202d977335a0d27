"""A trainee at the terminal: typed lines in, debrief out."""

import io

import pytest
from rich.console import Console

from emg_signal.errors import ConfigError
from emg_signal.montage import Side
from emg_simulators.clocks import StepClock
from emg_training.answers import CaseChoice, CaseReason, Noticed
from emg_training.attempt import Answer, Observation
from emg_training.attempts import AttemptStore
from emg_training.catalogue import find, shipped
from emg_training.spoken import HELP, read_line
from emg_training.terminal import case_of, check_file, list_cases, train

MUSCLES = ("frontalis", "corrugator")


def console():
    return Console(file=io.StringIO(), width=200)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "notice mains corrugator left",
            Observation(Noticed.MAINS, 3.0, "corrugator", Side.LEFT),
        ),
        ("notice lead off frontalis", Observation(Noticed.LEAD_OFF, 3.0, "frontalis")),
        ("NOTICE link lost", Observation(Noticed.LINK_LOST, 3.0)),
        ("index frontalis -12.5", Observation(Noticed.INDEX, 3.0, "frontalis", None, -12.5)),
        ("index frontalis +6%", Observation(Noticed.INDEX, 3.0, "frontalis", None, 6.0)),
        ("decide mend electrode", Answer(CaseChoice.MEND, CaseReason.ELECTRODE, 3.0)),
        (
            "decide as-planned inside_healthy",
            Answer(CaseChoice.AS_PLANNED, CaseReason.INSIDE_HEALTHY, 3.0),
        ),
        ("show", "show"),
    ],
)
def test_reads_what_is_typed(text, said):
    assert read_line(text, MUSCLES, 3.0) == said


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("", "Type help"),
        ("notice ghosts", "Known: railed"),
        ("notice asymmetry index", "Known: railed"),
        ("index masseter 6", "There are frontalis"),
        ("index frontalis nan", "Write 6"),
        ("index frontalis 1e3", "Write 6"),
        ("decide mend", "Type help"),
        ("decide pray electrode", "Choose of go_on"),
        ("decide mend luck", "Choose of unsure"),
    ],
)
def test_says_what_it_would_understand(text, remedy):
    with pytest.raises(ConfigError, match=remedy):
        read_line(text, MUSCLES, 3.0)


def test_a_case_is_run_debriefed_and_kept(tmp_path):
    clock, store, out = StepClock(), AttemptStore(tmp_path / "a.jsonl"), console()
    case = find("place-four-pairs")
    lines = iter(["help", "nonsense", "show", "notice calibrated", "decide go_on sound"])
    attempt = train(
        case,
        console=out,
        ask=lambda: next(lines),
        store=store,
        clock=clock,
        sleep=clock.sleep,
    )
    text = out.file.getvalue()
    assert attempt.answer is not None
    assert attempt.answer.choice is CaseChoice.GO_ON
    assert [kept.attempt for kept in store.all()] == [attempt]
    assert "SIMULATED" in text
    assert "Not understood: 'nonsense'" in text
    assert HELP[0][:20] in text
    assert "frontalis left" in text
    assert "no measure of competence" in text


def test_leaving_early_is_an_attempt_without_an_answer(tmp_path):
    def gone():
        raise EOFError

    clock = StepClock()
    case = find("place-four-pairs")
    attempt = train(case, console=console(), ask=gone, clock=clock, sleep=clock.sleep)
    assert attempt.answer is None


def test_lists_every_case_with_its_best_score(tmp_path):
    out = console()
    list_cases(out, AttemptStore(tmp_path / "none.jsonl"))
    for case in shipped():
        assert case.id in out.file.getvalue()


def test_checks_and_opens_files(tmp_path):
    bad = tmp_path / "bad.toml"
    bad.write_text('id = "x"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="line 1"):
        check_file(console(), bad)
    with pytest.raises(ConfigError, match="line 1"):
        case_of(str(bad))
    assert case_of("place-four-pairs").id == "place-four-pairs"


def test_nothing_counts_before_it_was_seen():
    clock, out = StepClock(), console()
    lines = iter(["index frontalis 6", "decide go_on sound"])

    def ask():
        line = next(lines, None)
        if line is None:
            raise EOFError
        return line

    case = find("brow-asymmetry-shift-or-leave")
    attempt = train(case, console=out, ask=ask, clock=clock, sleep=clock.sleep)
    assert attempt.observations == ()
    assert attempt.answer is None
    assert "Nothing was seen yet" in out.file.getvalue()
