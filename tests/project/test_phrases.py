"""An error keeps its phrase: what is raised on purpose can be said in the reader's language.

A sentence that went through an f-string, a `+` or a join is English for good.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from emg_signal import errors

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
OF_AN_ERROR = {"message", "remedy"}


def modules(root: Path) -> Iterator[tuple[str, ast.Module]]:
    for room in ROOMS:
        for path in sorted((root / room).rglob("*.py")):
            yield str(path.relative_to(root)), ast.parse(path.read_text(encoding="utf-8"))


def calls(tree: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


def made_here(text: ast.expr) -> bool:
    """Return whether an expression is a string that was put together, or English as it stands."""
    if isinstance(text, ast.BoolOp):
        return any(map(made_here, text.values))
    if isinstance(text, ast.IfExp):
        return made_here(text.body) or made_here(text.orelse)
    if isinstance(text, ast.Constant):
        return isinstance(text.value, str) and any(map(str.isalpha, text.value))
    joined = isinstance(text, ast.Call) and isinstance(text.func, ast.Attribute)
    if joined and text.func.attr in ("join", "format", "strip", "rstrip", "removeprefix"):
        return True
    return isinstance(text, ast.JoinedStr | ast.BinOp)


def losses(name: str, tree: ast.Module) -> Iterator[str]:
    for call in calls(tree, ERRORS):
        for argument in (*call.args, *(keyword.value for keyword in call.keywords)):
            if made_here(argument):
                yield f"{name}:{argument.lineno}: {ast.unparse(argument)}"
    for call in calls(tree, {"say", "tr"}):
        for keyword in call.keywords:
            if isinstance(keyword.value, ast.JoinedStr) and any(
                isinstance(part, ast.FormattedValue) and says_an_error(part.value)
                for part in keyword.value.values
            ):
                yield f"{name}:{keyword.value.lineno}: {ast.unparse(keyword.value)}"
    for node in ast.walk(tree):
        if isinstance(node, ast.FormattedValue) and says_an_error(node.value):
            yield f"{name}:{node.lineno}: {{{ast.unparse(node.value)}}}"


def says_an_error(value: ast.expr) -> bool:
    """Return whether an expression is the message or the remedy of one of our errors."""
    return (
        isinstance(value, ast.Attribute)
        and value.attr in OF_AN_ERROR
        and isinstance(value.value, ast.Name)
        and value.value.id in ("error", "cause", "failure")
    )


def test_no_error_is_raised_with_words_that_nobody_can_translate(project_root):
    assert [line for name, tree in modules(project_root) for line in losses(name, tree)] == []


@pytest.mark.parametrize(
    "raised",
    [
        'ConfigError(f"There is no {name}.")',
        'ConfigError("There is " + name)',
        'DeviceError(say("Lost."), "Plug it in.")',
        'RecordError("; ".join(found))',
        'ConfigError(refusal or "Too few.")',
        'say("Off: {why}", why=f"{error.message} {error.remedy}")',
        'f"{error.message} {error.remedy}"',
    ],
)
def test_the_lint_sees_each_way_of_losing_a_phrase(raised):
    assert list(losses("module.py", ast.parse(raised)))
