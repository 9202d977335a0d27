"""Z4: plans, policies, scenarios and tables with anything in them: read, or refused by name."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from emg_dosing.manifest import TABLE_NAMES
from emg_dosing.plan import parse_plan
from emg_dosing.policy import parse_policy
from emg_dosing.suggest import parse_scenario, suggest
from emg_dosing.tables import Tables, parse_table
from emg_signal.document import as_document
from emg_signal.errors import ConfigError, EmgError, PlanError, PolicyError, ProductTableError

COUNT = 2_000
JUNK: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 10**400, 1e308, -0.0, float("nan"), float("inf"), "", "x", "1",
    "left", "\0", "é" * 300, [], {}, [[]], [None], {"": 1}, {"id": "dysport_us"}, b"x", 1j,
    object(),
)  # fmt: skip
POLICY = {
    "validity_min": 30,
    "emg_shift": False,
    "limit": [{"product": "dysport_us", "region": "forehead", "max_units": 20.0}],
    "session": [{"product": "dysport_us", "max_units": 50.0}],
}


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of every value in a document."""
    found = [path] if path else []
    if isinstance(value, dict):
        children = list(value.items())
    else:
        children = list(enumerate(value)) if isinstance(value, list) else []
    for key, child in children:
        found += places(child, (*path, key))
    return found


def damaged(document: dict[str, Any], draw: random.Random) -> dict[str, Any]:
    """Return a copy in which one to three values are replaced, removed or added."""
    other = copy.deepcopy(document)
    for _ in range(draw.randint(1, 3)):
        *parents, last = draw.choice(places(other))
        target: Any = other
        for key in parents:
            target = target[key]
        kind = draw.random()
        if kind < 0.15:
            del target[last]
        elif kind < 0.3 and isinstance(target, dict):
            target[draw.choice(("unit", "units", "x", ""))] = copy.deepcopy(draw.choice(JUNK))
        else:
            target[last] = copy.deepcopy(draw.choice(JUNK))
        if not places(other):
            break
    return other


def refusal_of(read: Callable[[], Any], error: type[EmgError]) -> str | None:
    """Return what a reader says against its input, None if it takes it."""
    try:
        read()
    except error as refused:
        return str(refused)
    return None


@pytest.mark.hazard("H-limit-missing")
def test_a_damaged_plan_is_read_or_refused(tables: Tables, demo_plan: dict[str, Any]) -> None:
    draw = random.Random(1)  # noqa: S311
    documents = [damaged(demo_plan, draw) for _ in range(COUNT)]
    said = [refusal_of(partial(parse_plan, d, tables), PlanError) for d in documents]
    refused = [text for text in said if text is not None]
    assert COUNT / 2 < len(refused) < COUNT
    assert all(text.startswith("Plan: ") and "\n" not in text for text in refused)


def test_a_damaged_policy_is_read_or_refused(tables: Tables) -> None:
    draw = random.Random(2)  # noqa: S311
    documents = [damaged(POLICY, draw) for _ in range(COUNT)]
    said = [refusal_of(partial(parse_policy, d, tables), PolicyError) for d in documents]
    refused = [text for text in said if text is not None]
    assert COUNT / 2 < len(refused) < COUNT
    assert all(text.startswith("Policy: ") and "\n" not in text for text in refused)
    for document, text in zip(documents, said, strict=True):
        if text is None:
            assert parse_policy(document, tables).validity_min <= 60


def test_a_damaged_scenario_is_answered_or_refused(tables: Tables) -> None:
    folder = Path(__file__).parent / "corpus"
    contents = [json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.json"))]
    draw, answered = random.Random(3), 0  # noqa: S311
    for _ in range(COUNT):
        content = damaged(draw.choice(contents)["scenario"], draw)
        said = refusal_of(partial(parse_scenario, content, tables), ConfigError)
        if said is None:
            answer = suggest(parse_scenario(content, tables), tables)
            json.dumps(as_document(answer), allow_nan=False)
            answered += 1
        assert said is None or "\n" not in said
    assert COUNT / 20 < answered < COUNT


@pytest.mark.hazard("H-damaged-table")
def test_a_table_with_random_edits_is_valid_or_refused() -> None:
    folder = resources.files("emg_dosing") / "data"
    draw = random.Random(4)  # noqa: S311
    refused = 0
    for _ in range(60):
        name = draw.choice(TABLE_NAMES)
        content = bytearray((folder / f"{name}.toml").read_bytes())
        for _ in range(draw.randint(1, 4)):
            content[draw.randrange(len(content))] = draw.randrange(256)
        said = refusal_of(partial(parse_table, name, bytes(content)), ProductTableError)
        refused += said is not None
    assert refused > 30
