"""Every worked scenario gives the answer that was recorded, and the one written by hand."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from emg_dosing.suggestion import Status
from emg_dosing.tables import Tables, load_tables


def _replay_module() -> ModuleType:
    path = Path(__file__).parent / "corpus_replay.py"
    spec = importlib.util.spec_from_file_location("corpus_replay", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


corpus = _replay_module()


@pytest.fixture(scope="module")
def tables() -> Tables:
    return load_tables()


def test_at_least_60_cases_and_the_six_named_ones() -> None:
    names = [path.stem for path in corpus.cases()]
    assert len(names) >= 60
    assert {name.split("_")[1].strip("ab") for name in names if name.startswith("named")} == set(
        "123456"
    )


@pytest.mark.hazard("H-automation-bias")
@pytest.mark.parametrize("path", corpus.cases(), ids=lambda path: path.stem)
def test_the_answer_is_the_recorded_one(path: Path, tables: Tables) -> None:
    case, now, answer = corpus.replay(path, tables)
    assert len(case["why"]) > 10
    assert now == case["answer"]
    expect = case["expect"]
    assert (answer.status, answer.kind) == (expect["status"], expect["kind"])
    assert set(expect.get("rules", [])) <= set(answer.rule_ids)
    for side in ("left", "right"):
        if side in expect:
            assert now["sides"][side] == pytest.approx(expect[side], abs=1e-9)
    if expect.get("locked"):
        assert answer.examine
        assert not answer.would_change
    if answer.status in (Status.NONE, Status.REFUSED):
        assert not answer.changes
    if answer.status in (Status.LIMITED, Status.REFUSED):
        assert answer.reasons
