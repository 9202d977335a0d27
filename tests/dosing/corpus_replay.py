"""The corpus: worked scenarios, each with a sentence why.

``expect`` was written by hand, ``answer`` is what the rules say: run this file to write the
answers anew after a change of a rule, and read the diff.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from emg_dosing.check import check_plan
from emg_dosing.suggest import Scenario, parse_scenario, suggest
from emg_dosing.suggestion import Suggestion
from emg_dosing.tables import Tables, load_tables
from emg_dosing.values import Grade
from emg_signal.document import as_document
from emg_signal.montage import Side

FOLDER = Path(__file__).parent / "corpus"
LEFT_OUT = ("digest", "resulting_plan", "may_be_wrong", "rule_ids")


def cases() -> list[Path]:
    return sorted(FOLDER.glob("*.json"))


def answer_of(scenario: Scenario, answer: Suggestion, tables: Tables) -> dict[str, Any]:
    """Return what is recorded: the whole answer but its digest, and the heavier findings."""
    recorded = {k: v for k, v in as_document(answer).items() if k not in LEFT_OUT}
    recorded["changes"] = {
        change.point_id: [change.before.units, change.after.units] for change in answer.changes
    }
    plan = scenario.plan
    if plan is not None:
        found = check_plan(
            plan, tables, scenario.examination, scenario.policy, today=scenario.today
        )
        recorded["findings"] = [f"{f.grade}: {f.text}" for f in found if f.grade is not Grade.INFO]
    after = answer.resulting_plan
    if after is not None:
        recorded["sides"] = {side.value: float(after.units(side=side)) for side in Side}
    return recorded


def replay(path: Path, tables: Tables) -> tuple[dict[str, Any], dict[str, Any], Suggestion]:
    """Return the case as stored, the answer now, and the suggestion."""
    case = json.loads(path.read_text(encoding="utf-8"))
    scenario = parse_scenario(case["scenario"], tables)
    answer = suggest(scenario, tables)
    return case, answer_of(scenario, answer, tables), answer


if __name__ == "__main__":
    loaded = load_tables()
    for file in cases():
        stored, now, _ = replay(file, loaded)
        text = json.dumps(stored | {"answer": now}, indent=1, ensure_ascii=False)
        file.write_text(text + "\n", encoding="utf-8")
