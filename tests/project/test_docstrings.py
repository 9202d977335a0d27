"""A function that takes arrays or more than three arguments describes each; every unit is told."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOMS = ("device", "signal", "session", "dosing", "ui", "simulators")
MOST_WITHOUT = 3
ARRAY = re.compile(r"NDArray|\w*Array\b|Floats|Frames\b")
TOLD = {
    "s": r"\bs\b|second",
    "ms": r"\bms\b",
    "hz": r"Hz",
    "uv": r"µV",
    "mv": r"mV",
    "ml": r"mL",
    "kohm": r"kOhm",
    "ohm": r"\bOhm",
    "percent": r"%|percent",
    "mm": r"\bmm\b",
    "db": r"dB",
    "units": r"\bU\b|units",
}
"""Ending of an argument's name → how its docstring may tell the unit."""
BY_TYPER = re.compile(r"ui/emg_ui/commands/\w+_commands?\.py")
"""Their arguments are options, described by the help of each."""


def functions(tree: ast.AST, owner: str = "") -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in getattr(tree, "body", []):
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from functions(node, f"{node.name}.")
        elif isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            overrides_qt = re.search(r"[a-z][A-Z]", node.name)
            repeats = any("overload" in ast.unparse(d) for d in node.decorator_list)
            if not overrides_qt and not repeats:
                yield owner + node.name, node


def lacks(node: ast.FunctionDef) -> str:
    """Return what the docstring of a function leaves out, or nothing."""
    given = node.args
    arguments = [
        a
        for a in (*given.posonlyargs, *given.args, *given.kwonlyargs)
        if a.arg not in ("self", "cls")
    ]
    text = ast.get_docstring(node) or ""
    described = "Parameters\n---" in text
    if len(arguments) > MOST_WITHOUT and not described:
        return f"{len(arguments)} arguments and no Parameters section"
    for argument in arguments:
        kind = "" if argument.annotation is None else ast.unparse(argument.annotation)
        if ARRAY.search(kind) and not described:
            return f"an array ({argument.arg}) and no Parameters section"
        unit = TOLD.get(argument.arg.rpartition("_")[2]) if "_" in argument.arg else None
        if unit and not re.search(unit, text):
            return f"the unit of {argument.arg}"
    return ""


@pytest.mark.parametrize("room", ROOMS)
def test_arguments_and_units_are_described(project_root: Path, room: str) -> None:
    found = [
        f"{path.relative_to(project_root)}:{node.lineno} {name}: {missing}"
        for path in sorted((project_root / room).rglob("*.py"))
        if not BY_TYPER.fullmatch(path.relative_to(project_root).as_posix())
        for name, node in functions(ast.parse(path.read_text(encoding="utf-8")))
        if (missing := lacks(node))
    ]
    assert found == []
