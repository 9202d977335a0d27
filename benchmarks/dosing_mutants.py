"""Mutants of a module: each is its syntax tree with one node changed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
}
Change = tuple[str, object]
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Mutant:
    """One change of one node of a module.

    Parameters
    ----------
    path, number, change
        Module, number of the node in the walk of its tree, and what becomes of it.
    first, last
        Lines of the statement that holds it.
    function
        Qualified name of the outermost function whose body holds it, empty at module level.
    """

    path: Path
    number: int
    change: Change
    first: int
    last: int
    function: str

    @property
    def name(self) -> str:
        """``bounds.py:120 #431 compare Lt``."""
        kind, value = self.change
        place = ""
        if isinstance(value, tuple):
            place, value = f" {value[0]}", value[1]
        what = getattr(value, "__name__", value)
        return f"{self.path.name}:{self.first} #{self.number}{place} {kind} {what}"

    def code(self) -> CodeType:
        """Return the module's code with the change made."""
        tree = ast.parse(self.path.read_text(encoding="utf-8"))
        _apply(tree, list(ast.walk(tree))[self.number], self.change)
        return compile(ast.fix_missing_locations(tree), str(self.path), "exec")


def mutants(path: Path) -> list[Mutant]:
    """Return every mutant of a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    places = _places(tree)
    return [
        Mutant(path, number, change, *places[node])
        for number, node in enumerate(ast.walk(tree))
        for change in changes(node)
    ]


def changes(node: ast.AST) -> Iterator[Change]:
    """Yield every change that one node takes."""
    if isinstance(node, ast.Compare):
        for place, operator in enumerate(node.ops):
            for other in COMPARISONS[type(operator)]:
                yield "compare", (place, other)
    if isinstance(node, ast.BinOp) and type(node.op) in ARITHMETIC:
        yield "arithmetic", ARITHMETIC[type(node.op)]
    if isinstance(node, ast.BoolOp):
        yield "and/or", ast.Or if isinstance(node.op, ast.And) else ast.And
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        yield "drop sign", None
    if isinstance(node, ast.Constant) and isinstance(node.value, bool | int | float):
        yield "constant", not node.value if isinstance(node.value, bool) else node.value + 1
    if isinstance(node, ast.If | ast.IfExp):
        yield from (("branch", True), ("branch", False))
    if isinstance(node, ast.Return) and ast.unparse(node) not in ("return", "return None"):
        yield "return", None
    name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
    if name in ("min", "max"):
        yield "min/max", "max" if name == "min" else "min"
    if isinstance(node, ast.Raise | ast.AugAssign) or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    ):
        yield "drop", None


def _places(tree: ast.Module) -> dict[ast.AST, tuple[int, int, str]]:
    """Return first and last line of the statement and the outermost function of each node."""
    found: dict[ast.AST, tuple[int, int, str]] = {}

    def visit(node: ast.AST, lines: tuple[int, int], names: tuple[str, ...], function: str) -> None:
        if isinstance(node, ast.stmt):
            body = getattr(node, "body", None)
            end = node.end_lineno or node.lineno
            lines = node.lineno, (body[0].lineno - 1 if body else end)
            lines = lines[0], max(lines)
        found[node] = (*lines, function)
        inner = names
        if isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            inner = (*names, node.name)
        for field, value in ast.iter_fields(node):
            in_body = isinstance(node, FUNCTIONS) and field == "body" and not function
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    visit(child, lines, inner, ".".join(inner) if in_body else function)

    visit(tree, (1, 1), (), "")
    return found


def _apply(tree: ast.Module, node: ast.AST, change: Change) -> None:
    kind, value = change
    if kind == "compare":
        place, operator = value  # type: ignore[misc]
        node.ops[place] = operator()  # type: ignore[attr-defined]
    elif kind in ("arithmetic", "and/or"):
        node.op = value()  # type: ignore[attr-defined, operator]
    elif kind == "constant":
        node.value = value  # type: ignore[attr-defined]
    elif kind == "branch":
        node.test = ast.Constant(value)  # type: ignore[attr-defined, arg-type]
    elif kind == "return":
        node.value = ast.Constant(None)  # type: ignore[attr-defined]
    elif kind == "min/max":
        node.func.id = value  # type: ignore[attr-defined]
    else:
        _replace(tree, node, ast.Pass() if kind == "drop" else node.operand)  # type: ignore[attr-defined]


def _replace(tree: ast.Module, node: ast.AST, other: ast.AST) -> None:
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is node:
                setattr(parent, name, other)
            elif isinstance(value, list) and node in value:
                value[value.index(node)] = other
