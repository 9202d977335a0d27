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


IN_ENGLISH = (
    "ui/emg_ui/commands/",  # the terminal's lines are read by programs too
    "simulators/emg_simulators/__main__.py",
    "simulators/emg_training/validator.py",
    "simulators/emg_simulators/scenario.py",  # what pydantic carries on is text
)
SPOILING = {"join", "format", "strip", "rstrip", "removeprefix", "removesuffix", "partition"}
SAYING = {"shown", "tr", "say", "listed", "with_place"}
HELD = {"error", "unrecorded", "record_failure"}
"""Attributes that hold an error after it was caught."""


def outside_of_sayings(node: ast.AST) -> Iterator[ast.AST]:
    """Walk through an expression, but not into what says its parts in the reader's language."""
    yield node
    says = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    if not (says and node.func.id in SAYING):
        for child in ast.iter_child_nodes(node):
            yield from outside_of_sayings(child)


def is_error(node: ast.AST, caught: set[str]) -> bool:
    """Return whether an expression is the words of an error of ours."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "str":
        return bool(node.args) and is_error(node.args[0], caught)
    if isinstance(node, ast.Attribute):
        return node.attr in HELD or (node.attr in OF_AN_ERROR and is_error(node.value, caught))
    return isinstance(node, ast.Name) and node.id in caught


def spoils(node: ast.AST) -> bool:
    """Return whether an expression makes plain text of what is in it."""
    if isinstance(node, ast.FormattedValue):
        return True
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Add | ast.Mod)
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in SPOILING
    )


def spoilt(name: str, tree: ast.Module) -> Iterator[str]:
    """Find errors of ours that are caught, or held, and put into a text as English."""
    for part in ast.walk(tree):
        caught = set()
        if isinstance(part, ast.ExceptHandler) and part.type is not None and part.name:
            kinds = {n.id for n in ast.walk(part.type) if isinstance(n, ast.Name)}
            caught = {part.name} if kinds & ERRORS else set()
        if not caught and part is not tree:
            continue
        for node in ast.walk(part):
            if spoils(node) and any(is_error(each, caught) for each in outside_of_sayings(node)):
                yield f"{name}:{node.lineno}: {ast.unparse(node)}"


def test_no_caught_error_becomes_english_in_a_window(project_root):
    found = [
        line
        for name, tree in modules(project_root)
        if not name.startswith(IN_ENGLISH)
        for line in spoilt(name, tree)
    ]
    assert found == []


CAUGHT = """
try:
    work()
except RecordError as error:
    show({text})
"""


@pytest.mark.parametrize(
    "text",
    [
        'f"Not kept: {error}"',
        'f"{str(error)}"',
        '"Not kept: " + str(error)',
        '" ".join([error.message, error.remedy])',
        '"; ".join(str(error) for _ in range(2))',
        '"Not kept: {}".format(error)',
        'str(error).rstrip(".")',
        'f"{state.unrecorded}"',
        '"■ " + str(session.error)',
    ],
)
def test_the_lint_sees_each_way_of_spoiling_a_caught_error(text):
    assert list(spoilt("module.py", ast.parse(CAUGHT.format(text=text))))


@pytest.mark.parametrize(
    "text",
    ["shown(str(error))", 'f"■ {shown(str(error))}"', 'tr("Off: {why}", why=str(error))'],
)
def test_the_lint_lets_an_error_be_said(text):
    assert list(spoilt("module.py", ast.parse(CAUGHT.format(text=text)))) == []
