"""Write what docs hold of the rules, from the rules: ``python tools/pages``."""

from __future__ import annotations

import json
from pathlib import Path

from labels import labels_page
from messages import messages_page
from reachability import Reach, reachability_page, rows_of
from scenarios import scenarios_page
from schemas import DOCUMENTS, schema_of

from emg_dosing.scenario import Profile
from emg_dosing.tables import Tables, load_tables


def pages(tables: Tables, found: dict[Profile, list[Reach]]) -> dict[str, str]:
    """Return path below docs/ → content; `found` is what `rows_of` gives."""
    schemas = {
        f"schemas/{name}.schema.json": json.dumps(schema_of(name), indent=2) + "\n"
        for name in sorted(DOCUMENTS)
    }
    return schemas | {
        "labels.md": labels_page(tables),
        "messages.md": messages_page(),
        "scenarios.md": scenarios_page(),
        "reachability.md": reachability_page(tables, found),
    }


def write(docs: Path) -> None:
    """Write every page below `docs`."""
    tables = load_tables()
    for name, content in pages(tables, rows_of(tables)).items():
        path = docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(__file__).resolve().parents[2] / "docs")
