"""Bring the window's translations up to date, or say with ``--check`` that they are not.

The words stand in the code as ``tr("…")`` of the window and ``say("…")`` of the other rooms, and in
tables, training cases and enumerations. All of them are written, one call each, into one file for
Qt's lupdate, which merges them with what is translated; lrelease then makes what the window reads.
lupdate could read the code itself, but it overlooks a call within an f-string and puts one within
another object's ``say(…)`` into a context where nobody looks it up.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
import tomllib
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
ROOMS = (
    "ui/emg_ui",
    "signal/emg_signal",
    "dosing/emg_dosing",
    "session/emg_session",
    "device/emg_device",
    "simulators/emg_simulators",
    "simulators/emg_training",
)
SOURCES = ROOT / "ui/translations"
MADE = ROOT / "ui/emg_ui/text/translations"
BIN = Path(sys.executable).parent

TABLES = "dosing/emg_dosing/data"
CASES = "simulators/emg_training/scenarios"
TABLE_KEYS = {
    "claims": {"claim", "answer", "verdict"},
    "sites": {"name", "why", "text", "never"},
    "products": {"text", "storage", "unopened"},
    "safety": {"text"},
}
"""Keys of the tables' texts that the window shows."""
CASE_KEYS = {"title", "brief", "chart", "lesson", "why", "text"}
ENUMERATIONS = {
    "signal/emg_signal/quality_report.py": ("Quality",),
    "signal/emg_signal/montage.py": ("Side",),
    "signal/emg_signal/chunk.py": ("Origin",),
    "signal/emg_signal/tap.py": ("TapVerdict",),
    "session/emg_session/protocol.py": ("CuePurpose",),
    "session/emg_session/decisions.py": ("DecisionKind",),
    "dosing/emg_dosing/values.py": ("Grade",),
    "dosing/emg_dosing/effect_reading.py": ("EffectAnswer",),
    "simulators/emg_training/answers.py": ("Noticed", "CaseChoice", "CaseReason"),
}


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def texts_of(value: Any, keys: set[str]) -> Iterator[str]:
    """Yield the texts under `keys` in a parsed TOML file, in the order of the file."""
    if isinstance(value, list):
        for item in value:
            yield from texts_of(item, keys)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key in keys and isinstance(item, str | list):
                yield from [item] if isinstance(item, str) else (t for t in item if type(t) is str)
            if isinstance(item, dict | list):
                yield from texts_of(item, keys)


def enumeration_texts(path: Path, names: tuple[str, ...]) -> Iterator[str]:
    """Yield the values of the enumerations `names` in a module."""
    module = ast.parse(path.read_text(encoding="utf-8"))
    classes = {node.name: node for node in module.body if isinstance(node, ast.ClassDef)}
    for name in names:  # a name that is not there stops the tool
        for part in classes[name].body:
            if isinstance(part, ast.Assign) and isinstance(part.value, ast.Constant):
                yield str(part.value.value)


def called_texts(path: Path) -> Iterator[str]:
    """Yield the pattern of every call of ``tr`` and ``say`` in a module.

    Raises
    ------
    SystemExit
        One is no plain string: it could never be looked up.
    """
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        if node.func.id in ("tr", "say") and node.args:
            pattern = node.args[0]
            if isinstance(pattern, ast.Constant) and isinstance(pattern.value, str):
                yield pattern.value
            elif path.name != "language.py":
                raise SystemExit(f"{path}:{node.lineno}: the pattern is no plain string")


def outside_of_calls() -> Iterator[str]:
    """Yield every text of tables, cases and enumerations that the window may show."""
    for stem, keys in TABLE_KEYS.items():
        yield from texts_of(
            tomllib.loads((ROOT / TABLES / f"{stem}.toml").read_text("utf-8")), keys
        )
    for path in sorted((ROOT / CASES).glob("*.toml")):
        yield from texts_of(_toml(path), CASE_KEYS)
    for name, classes in ENUMERATIONS.items():
        yield from enumeration_texts(ROOT / name, classes)


def spoken_texts() -> str:
    """Return all texts as calls of ``say``; those of tables without their files' line breaks."""
    # Verdicts are written as keys; the window shows them as words.
    outside = (" ".join(text.replace("_", " ").split()) for text in outside_of_calls())
    modules = (path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")))
    inside = (text for path in modules for text in called_texts(path))
    texts = dict.fromkeys((*inside, *outside))
    return "".join(f"say({_quoted(text)})\n" for text in texts if any(map(str.isalpha, text)))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def update(ts: Path) -> None:
    """Let `ts` hold exactly the texts that there are now, and keep what is translated."""
    with tempfile.TemporaryDirectory() as folder:
        calls = Path(folder) / "texts.py"
        calls.write_text(spoken_texts(), encoding="utf-8")
        _run(
            "pyside6-lupdate", "-silent", "-no-obsolete", "-locations", "none", "-sort-messages",
            "-tr-function-alias", "tr+=say", str(calls), "-ts", str(ts),
        )  # fmt: skip


def release(ts: Path, qm: Path) -> None:
    """Make `qm` of `ts`."""
    _run("pyside6-lrelease", "-silent", str(ts), "-qm", str(qm))


def _run(program: str, *arguments: str) -> None:
    subprocess.run([str(BIN / program), *arguments], check=True)  # noqa: S603 - our own tools


def messages(ts: Path) -> dict[str, str | None]:
    """Return source → translation, None where it is unfinished; an empty text needs none."""
    found: dict[str, str | None] = {}
    for message in ElementTree.parse(ts).iter("message"):  # noqa: S314 - our own file
        source, translation = message.findtext("source"), message.find("translation")
        if source and translation is not None:
            found[source] = None if translation.get("type") else translation.text
    return found


def faults(ts: Path) -> list[str]:
    """Return what is out of date or unfinished in `ts` and the file made of it."""
    kept, name = messages(ts), ts.name
    with tempfile.TemporaryDirectory() as folder:
        fresh, qm = Path(folder) / name, Path(folder) / f"{ts.stem}.qm"
        update(fresh)
        wanted = set(messages(fresh))
        release(ts, qm)
        same = (MADE / qm.name).read_bytes() == qm.read_bytes()
    found = [f"{name} lacks {text!r}" for text in sorted(wanted - set(kept))]
    found += [f"{name} still has {text!r}" for text in sorted(set(kept) - wanted)]
    found += [f"{name}: unfinished: {text!r}" for text, said in kept.items() if said is None]
    return found if same else [*found, f"{ts.stem}.qm is not what {name} makes"]


def main() -> None:
    """Run from the command line."""
    files = sorted(SOURCES.glob("evenhand_*.ts"))
    if "--check" in sys.argv:
        found = [fault for ts in files for fault in faults(ts)]
        sys.stdout.write("".join(f"{fault}\n" for fault in found))
        raise SystemExit(1 if found else 0)
    for ts in files:
        update(ts)
        release(ts, MADE / f"{ts.stem}.qm")
        said = messages(ts).values()
        sys.stdout.write(f"{ts.name}: {len(said)} texts, {sum(s is None for s in said)} to do\n")


if __name__ == "__main__":
    main()
