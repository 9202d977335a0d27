"""What the worked scenarios come to: how many change units and by which kind, and each with why."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).resolve().parents[2] / "tests" / "dosing" / "corpus"

HEAD = """# The worked scenarios, and what they come to

Written by `python tools/pages` from [tests/dosing/corpus](../tests/dosing/corpus), whose answers
the tests hold. *Statement* counts answers that change no units and still say something of this
measurement or plan: an effect read, a lag, no effect, a spread, a place to be considered, or a
finding of the check that weighs a warning or more.
"""

TELLING = (
    "follow_up.effect",
    "follow_up.lag",
    "follow_up.spread",
    "policy.no_effect",
    "touch_up.place",
)


def scenarios_page() -> str:
    """Return the page."""
    cases = {
        path.stem: json.loads(path.read_text("utf-8")) for path in sorted(CORPUS.glob("*.json"))
    }
    return "\n".join([HEAD, *_sums(cases), "", *_rows(cases)]) + "\n"


def _outcome(case: dict[str, Any]) -> str:
    """Return what a case comes to, in a word."""
    answer = case["answer"]
    if answer["changes"]:
        return f"units change: {answer['kind']}"
    if answer["kind"] == "examine":
        return "examine"
    if answer["status"] == "refused":
        return "refused"
    return "statement" if _tells(answer) else "none"


def _tells(answer: dict[str, Any]) -> bool:
    if any(reason["rule_id"] in TELLING for reason in answer["reasons"]):
        return True
    heavy = ("warning", "limit", "stop")
    return any(finding.startswith(heavy) for finding in answer.get("findings", ()))


def _sums(cases: dict[str, dict[str, Any]]) -> Iterator[str]:
    counts = Counter(_outcome(case) for case in cases.values())
    yield from ("| outcome | cases |", "|---|---|")
    for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"| {name} | {count} |"
    yield f"| all | {len(cases)} |"


def _rows(cases: dict[str, dict[str, Any]]) -> Iterator[str]:
    yield from ("| case | outcome | why |", "|---|---|---|")
    for name, case in cases.items():
        yield f"| `{name}` | {_outcome(case)} | {case['why']} |"
