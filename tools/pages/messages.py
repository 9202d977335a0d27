"""Every message with a remedy that the program can show, found in its own code."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from emg_device.brainflow_driver import EXPLANATIONS
from emg_device.cyton import DAISY_NOTE
from emg_session.snapshot_maker import UNASSIGNED
from emg_signal import errors
from emg_ui.text.acts import BUTTONS, PLACES, act_of

ROOT = Path(__file__).resolve().parents[2]
ROOMS = (
    "signal/emg_signal",
    "device/emg_device",
    "dosing/emg_dosing",
    "session/emg_session",
    "simulators/emg_simulators",
    "simulators/emg_training",
    "ui/emg_ui",
)
ERRORS = {name for name in vars(errors) if name.endswith("Error")}
REPORTS: dict[str, tuple[int, int]] = {
    "QualityReport": (1, 2),
    "CalibrationRefusal": (1, 2),
    "Tap": (3, 4),
    "SiteContact": (3, 4),
    "Foreign": (0, 1),
}
"""What else carries a remedy, and the places of its message and its remedy."""
OF_LINK = ("device/emg_device/rate.py", "device/emg_device/thieves.py")
"""Modules whose sentences are warnings of the link as they stand, with the remedy in them."""


@dataclass(frozen=True, slots=True)
class Told:
    """One message and its remedy, as they stand in the code."""

    kind: str
    message: str
    remedy: str
    where: str


def told() -> list[Told]:
    """Return every message with a remedy, in the order of the rooms."""
    found = [each for path, tree in trees() for each in _of_module(path, tree)]
    return [*found, *_of_ports(), *_of_tables()]


@cache
def trees() -> tuple[tuple[str, ast.Module], ...]:
    """Return path and syntax of every module of the rooms."""
    return tuple(
        (str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8")))
        for room in ROOMS
        for path in sorted((ROOT / room).rglob("*.py"))
    )


def _of_module(path: str, tree: ast.Module) -> Iterator[Told]:
    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    own = {node.name for node in classes if _is_error(node)}
    within = {node: each.name for each in classes for node in ast.walk(each)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name == "__init__" or _is_super(node):
            name = within[node]
        if name in ERRORS | own and len(node.args) > 1:
            message, remedy = node.args[0], node.args[1]
        elif name in REPORTS and len(node.args) > REPORTS[name][1]:
            message, remedy = (node.args[place] for place in REPORTS[name])
        else:
            continue
        first = next(_said(message, tree), "")
        for text in _said(remedy, tree):
            yield Told(name, first, text, path)


def _of_ports() -> Iterator[Told]:
    """Yield what is wrong with a port in the list of boards, from the pairs of one function."""
    path = "device/emg_device/devices.py"
    tree = dict(trees())[path]
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name == "find_problem":
            for pair in (inner for inner in ast.walk(node) if isinstance(inner, ast.Tuple)):
                problem = next(_said(pair.elts[0], tree), "")
                for text in _said(pair.elts[1], tree):
                    yield Told("FoundDevice", problem, text, path)


def _is_error(node: ast.ClassDef) -> bool:
    return any(isinstance(base, ast.Name) and base.id in ERRORS for base in node.bases)


def _is_super(node: ast.Call) -> bool:
    function = node.func
    return (
        isinstance(function, ast.Attribute)
        and function.attr == "__init__"
        and isinstance(function.value, ast.Call)
        and isinstance(function.value.func, ast.Name)
        and function.value.func.id == "super"
    )


def _said(text: ast.expr, tree: ast.Module) -> Iterator[str]:
    """Yield every pattern that an expression can be; what another error said is found there."""
    if isinstance(text, ast.Call) and isinstance(text.func, ast.Name):
        if text.func.id in ("say", "tr") and isinstance(text.args[0], ast.Constant):
            yield str(text.args[0].value)
        else:
            yield from _returned(text.func.id, tree)
    elif isinstance(text, ast.IfExp):
        yield from _said(text.body, tree)
        yield from _said(text.orelse, tree)
    elif isinstance(text, ast.BoolOp):
        for value in text.values:
            yield from _said(value, tree)
    elif isinstance(text, ast.Constant) and text.value:
        yield str(text.value)
    elif isinstance(text, ast.Name):
        yield from _named(text.id, tree)


def _named(name: str, tree: ast.Module) -> Iterator[str]:
    """Yield the patterns that a name stands for: assigned in its module, or imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == name for target in node.targets
        ):
            yield from _said(node.value, tree)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            for alias in node.names:
                if (alias.asname or alias.name) == name:
                    value = getattr(importlib.import_module(node.module), alias.name)
                    yield getattr(value, "pattern", str(value))


def _returned(function: str, tree: ast.Module) -> Iterator[str]:
    """Yield the patterns that a function of the module returns."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name == function:
            for inner in ast.walk(node):
                if isinstance(inner, ast.Return) and inner.value is not None:
                    yield from _said(inner.value, tree)


def _of_tables() -> Iterator[Told]:
    """Yield what is told from a table: BrainFlow's codes, and notes of link and driver."""
    for code, (kind, remedy) in EXPLANATIONS.items():
        yield Told(kind.__name__, f"BrainFlow reports {code.name}", _pattern(remedy), "")
    notes = [text for path, tree in trees() if path in OF_LINK for text in _patterns(tree)]
    for text in (*filter(_is_sentence, notes), DAISY_NOTE.pattern, UNASSIGNED.pattern):
        yield Told("note", "", text, "")


def _is_sentence(text: str) -> bool:
    return text.endswith(".")


def _patterns(node: ast.AST) -> Iterator[str]:
    for inner in ast.walk(node):
        if (
            isinstance(inner, ast.Call)
            and isinstance(inner.func, ast.Name)
            and inner.func.id == "say"
        ):
            yield str(ast.literal_eval(inner.args[0]))


def _pattern(text: str) -> str:
    return str(getattr(text, "pattern", text))


def messages_page() -> str:
    """Return the page of all messages: what is told, the remedy, and what carries it out."""
    rows = sorted({(t.kind, t.message, t.remedy) for t in told()})
    lines = [f"| {kind} | {_cell(m)} | {_cell(r)} | {_act(r)} |" for kind, m, r in rows]
    return "\n".join((HEAD, *lines, ""))


def _act(remedy: str) -> str:
    act = act_of(remedy)
    if act is None:
        return "**none**"
    if act in BUTTONS:
        text, key = BUTTONS[act]
        return f"button {text}" + (f" ({key})" if key else "")
    return str(PLACES[act])


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


HEAD = """# What is told, and what to do

Every error, report and note that has a remedy, as it stands in the code (fields in braces), with
the act that carries the remedy out: a button beside the message, or where it is done. LOST itself
always has the button Reconnect (Ctrl+R). `python tools/pages` writes this page from the code and
from `ui/emg_ui/text/remedies.toml`, by which the window draws its buttons; a test finds a remedy
without an act.

| kind | what is told | remedy | act |
|---|---|---|---|"""
