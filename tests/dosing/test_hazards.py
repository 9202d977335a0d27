"""The hazard log names tests that exist, and every marker names a hazard that is in the log."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FIELDS = ("hazard", "situation", "harm", "control")


@dataclass
class Hazard:
    """One entry of the log."""

    id: str
    texts: dict[str, str] = field(default_factory=dict)
    tests: list[str] = field(default_factory=list)


def read_log(text: str) -> list[Hazard]:
    """Read the log; its form is a strict part of YAML, any other line is an error."""
    found: list[Hazard] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line or line.startswith("#") or line == "  tests:":
            continue
        if match := re.fullmatch(r"- id: (H-[a-z-]+)", line):
            found.append(Hazard(match[1]))
        elif match := re.fullmatch(r'  ([a-z]+): "([^"\\]+)"', line):
            found[-1].texts[match[1]] = match[2]
        elif match := re.fullmatch(r"    - (tests/\S+\.py::\w+)", line):
            found[-1].tests.append(match[1])
        else:
            raise AssertionError(f"docs/hazards.yml:{number}: {line!r}")
    return found


LOG = read_log((ROOT / "docs" / "hazards.yml").read_text(encoding="utf-8"))


def functions(path: Path) -> dict[str, ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def markers() -> dict[str, list[str]]:
    """Return hazard id → tests that are marked with it, over all tests."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for name, node in functions(path).items():
            for decorator in node.decorator_list:
                if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == (
                    "pytest.mark.hazard"
                ):
                    for argument in decorator.args:
                        key = str(ast.literal_eval(argument))
                        found.setdefault(key, []).append(f"{path.relative_to(ROOT)}::{name}")
    return found


@pytest.mark.parametrize("hazard", LOG, ids=lambda hazard: hazard.id)
def test_a_hazard_is_complete_and_its_tests_exist(hazard: Hazard) -> None:
    assert tuple(hazard.texts) == FIELDS
    assert all(len(text) > 10 for text in hazard.texts.values())
    assert hazard.tests
    for test in hazard.tests:
        path, name = test.split("::")
        assert (ROOT / path).is_file(), test
        assert name in functions(ROOT / path), test
        node = functions(ROOT / path)[name]
        marks = [ast.unparse(decorator) for decorator in node.decorator_list]
        assert not any("soak" in mark or "skip" in mark for mark in marks), test


def test_ids_stand_once_and_the_required_ones_are_there() -> None:
    ids = [hazard.id for hazard in LOG]
    assert len(ids) == len(set(ids))
    assert set(ids) >= {
        "H-swapped-leads", "H-wrong-side", "H-wrong-product", "H-decimal-misread",
        "H-suggestion-from-stale-data", "H-automation-bias",
        "H-wrong-site-shown", "H-wrong-montage", "H-dose-above-limit", "H-suggestion-from-bad-data",
        "H-simulated-taken-for-real", "H-hidden-loss", "H-point-given-twice",
        "H-decision-recorded-twice", "H-record-lost", "H-record-altered", "H-patient-mix-up",
        "H-limit-missing",
    }  # fmt: skip


def test_every_marker_names_a_hazard_of_the_log() -> None:
    unknown = markers()
    for hazard in LOG:
        unknown.pop(hazard.id, None)
    assert unknown == {}


def test_the_dosing_tests_of_the_log_carry_its_marker() -> None:
    marked = markers()
    for hazard in LOG:
        for test in hazard.tests:
            if test.startswith("tests/dosing/"):
                assert test in marked.get(hazard.id, []), (hazard.id, test)


@pytest.mark.parametrize(
    "line", ["id: H-x", "- id: H_1", "  harm: unquoted", "    - tests/x.py", "\t- id: H-x"]
)
def test_another_form_is_an_error(line: str) -> None:
    with pytest.raises(AssertionError, match=r"hazards\.yml:2"):
        read_log(f"- id: H-a\n{line}\n")
