"""Write which answers of the corpus changed since a commit, each with the sentence that says why.

``python tools/changed_answers.py COMMIT`` writes docs/changed-answers.md. A difference that no
sentence explains is an error: an answer does not change unsaid.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
CORPUS = Path("tests/dosing/corpus")

WHY = {
    r"in placement \d": "A number of another placement than the newest names its placement.",
    r"medicines that strengthen": "Six more questions belong to the examination.",
    r"off label for|country of use|gives it|on label for": (
        "A label holds where it was granted: without a country nothing is said of it."
    ),
    r"usual|absolute limit|above its bound|studied|: label|; practice|: practice|published dose|"
    r"above the label's|not the label's": (
        "An amount is told as label, studied or practice; only a label or the clinic sets a limit."
    ),
    r"no practice range|[Nn]o published bound|outside every|within its bounds|even or explained": (
        "Where no bound is known the answer says so, and never that the plan is within its bounds."
    ),
    r"what is the reason|no reason is stated|without a stated reason|asymmetry was not measured": (
        "Sides are made even in the glabella and the forehead only, as they can be drawn; "
        "elsewhere the reason of the gap is asked for."
    ),
    r"[Tt]ype the number again|label point doses|in one point|beside .* in the other points|"
    r"another product\?|nothing would be drawn|lines of|largest vial|much for|a point alone": (
        "Numbers that nobody would mean are questioned, or to be typed again."
    ),
    r"points \(|graduations?; one graduation|one graduation is|the syringe delivers|"
    r"than the syringe holds|would move to each side|"
    r"may hold|never more than": (
        "What can be drawn is suggested as it stands, and equal lines are one with a count."
    ),
    r"review from day|review its activity|Not before day|peaks then|any earlier touch-up|since the "
    r"injection|drooping upper lid|is not read before": (
        "A later visit asks six questions first and tells each region's own days."
    ),
    r"cannot tell|of its own baseline|lags the|no effect is seen|not treated, fell|touch-up\. ": (
        "Each treated muscle is read over its own baseline, with the least change that is real."
    ),
    r"healthy|more active by|EMG shift|frontalis alone": (
        "Above most healthy faces is a reason to examine and no refusal alone; mouth and smile "
        "take no EMG shift."
    ),
    r"no baseline|Toxin \d+ days|Last toxin": (
        "Toxin closes the EMG gate of the treated muscle alone; the interval is told after the "
        "bounds."
    ),
    r"contraindications of this product|comes in vials|Session total": (
        "The tables were brought up to the labels."
    ),
    r"Not asked yet|No units are suggested|Do not give|[Cc]aution|[Ww]arning on the label|"
    r"[Cc]ontraindication|examine|To be known|Open questions|placements?|repetitions|tap test|"
    r"whole graduation|no range of this|is noisy|quality|"
    r"is mains|No healthy|narrow|plan already|Vial, concentration|"
    r"clinic|No range of|points on|reaches|at least|alike|the plan says why|fixed label|"
    r"never added|Never here|differ by design|no point, and none|report this|may be added": (
        "Examination and order: what is found has one effect on every screen, and a gate that is "
        "not reached is not told."
    ),
}
"""What a changed line speaks of → why it changed; the first that fits counts."""


def lines(answer: dict[str, Any]) -> list[str]:
    """Return every sentence of a recorded answer; that it once said U for units is no change."""
    said = [reason["text"] for reason in answer["reasons"]] + list(answer.get("findings", []))
    spelt = [re.sub(r"(?<=\d) U\b", " units", text) for text in said]
    return [re.sub(r"(?<![\d.,])1 units\b", "1 unit", text) for text in spelt]


def explained(text: str) -> str:
    """Return why a line came or went.

    Raises
    ------
    ValueError
        No sentence says so.
    """
    for pattern, why in WHY.items():
        if re.search(pattern, text):
            return why
    raise ValueError(f"nothing says why this line changed: {text}")


def stored(commit: str, path: Path) -> dict[str, Any] | None:
    """Return a case as it stood in a commit, None where it was not there."""
    command = ["git", "show", f"{commit}:{path.as_posix()}"]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)  # noqa: S603
    return json.loads(shown.stdout) if shown.returncode == 0 else None


def rows(commit: str) -> Iterator[str]:
    """Yield a row per changed answer."""
    for path in sorted((ROOT / CORPUS).glob("*.json")):
        before = stored(commit, CORPUS / path.name)
        now = json.loads(path.read_text(encoding="utf-8"))
        if before is None:
            yield f"| `{path.stem}` | new | {_said(now)} | {now['why']} |"
        elif before["answer"] != now["answer"]:
            yield f"| `{path.stem}` | {_said(before)} | {_said(now)} | {_reasons(before, now)} |"


def _said(case: dict[str, Any]) -> str:
    answer = case["answer"]
    moved = len(answer["changes"])
    return f"{answer['status']}, {answer['kind']}" + (f", {moved} points" if moved else "")


def _reasons(before: dict[str, Any], now: dict[str, Any]) -> str:
    old, new = lines(before["answer"]), lines(now["answer"])
    changed = [text for text in (*old, *new) if (text in old) != (text in new)]
    why = [now["why"]] if _said(before) != _said(now) else []
    why += [explained(text) for text in changed]
    return " ".join(dict.fromkeys(why)) or "The same sentences; a source or a row's id changed."


def main(commit: str) -> None:
    """Write the page."""
    found = list(rows(commit))
    page = [
        "# Answers of the corpus that changed",
        "",
        f"Written by `python tools/changed_answers.py {commit}`: each worked scenario of",
        "[tests/dosing/corpus](../tests/dosing/corpus) whose recorded answer differs from that",
        f"commit's, {len(found)} in all, with the sentences that say why.",
        "",
        "| case | before | now | why |",
        "|---|---|---|---|",
        *found,
        "",
    ]
    (ROOT / "docs" / "changed-answers.md").write_text("\n".join(page), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
