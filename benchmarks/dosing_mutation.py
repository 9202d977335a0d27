"""Mutation testing of the dosing rules: ``python benchmarks/dosing_mutation.py --count 40``.

Draws mutants (one comparison, number, flag, branch, return … changed), writes each into a copy of
the tree and runs the dosing tests on it in a forked child, the likeliest file first, until one
fails. Prints those that survive. POSIX only (fork).
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SLOW = ("test_healthy_faces.py", "test_hazards.py")
LIMIT_S = 300.0
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
    if isinstance(node, ast.Return) and node.value is not None:
        yield "return", None
    name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
    if name in ("min", "max"):
        yield "min/max", "max" if name == "min" else "min"
    if isinstance(node, ast.Raise | ast.AugAssign) or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    ):
        yield "drop", None


def mutants(path: Path) -> list[tuple[Path, int, int, Change]]:
    """Return file, number of the node, line and change of every mutant of a module."""
    nodes = enumerate(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    return [
        (path, number, getattr(node, "lineno", 0), change)
        for number, node in nodes
        for change in changes(node)
    ]


def mutated(source: str, number: int, change: Change) -> str:
    """Return the source with one node changed."""
    tree = ast.parse(source)
    node = list(ast.walk(tree))[number]
    kind, value = change
    if kind == "compare":
        place, operator = value  # type: ignore[misc]
        node.ops[place] = operator()
    elif kind in ("arithmetic", "and/or"):
        node.op = value()  # type: ignore[operator]
    elif kind == "constant":
        node.value = value
    elif kind == "branch":
        node.test = ast.Constant(value)
    elif kind == "return":
        node.value = ast.Constant(None)
    elif kind == "min/max":
        node.func.id = value
    else:
        _replace(tree, node, ast.Pass() if kind == "drop" else node.operand)
    return ast.unparse(ast.fix_missing_locations(tree))


def _replace(tree: ast.AST, node: ast.AST, other: ast.AST) -> None:
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is node:
                setattr(parent, name, other)
            elif isinstance(value, list) and node in value:
                value[value.index(node)] = other


def copy_tree(target: Path) -> None:
    """Copy what the dosing tests need."""
    unwanted = shutil.ignore_patterns("__pycache__", "images")
    for name in ("dosing", "signal", "docs", "benchmarks", "tests/dosing"):
        shutil.copytree(ROOT / name, target / name, ignore=unwanted)
    shutil.copy(ROOT / "pyproject.toml", target)
    shutil.copy(ROOT / "tests" / "conftest.py", target / "tests")


def survives(tree: Path, module: str) -> bool:
    """Whether all tests pass on the tree; too long a run counts as noticed."""
    child = os.fork()
    if child == 0:
        os._exit(_run_tests(tree, module))
    end = time.monotonic() + LIMIT_S
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(0.05)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def _run_tests(tree: Path, module: str) -> int:
    os.setsid()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    os.chdir(tree)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    sys.dont_write_bytecode = True
    sys.path[:0] = [str(tree / "dosing"), str(tree / "signal")]
    import pytest

    files = [p for p in sorted((tree / "tests" / "dosing").glob("test_*.py")) if p.name not in SLOW]
    files.sort(key=lambda p: (p.stem.removeprefix("test_") not in module, p.stat().st_size))
    slow = "tests/dosing/test_properties.py::test_100_000_random_cases"
    options = ["-x", "-q", "-p", "no:cacheprovider", "--deselect", slow]
    return int(pytest.main([*options, *map(str, files)]))


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        copy_tree(tree)
        modules = sorted((tree / "dosing" / "emg_dosing").glob("*.py"))
        found = [mutant for path in modules for mutant in mutants(path)]
        if not survives(tree, ""):
            raise SystemExit("The tests fail without any mutant.")
        drawn = random.Random(options.seed).sample(found, min(options.count, len(found)))  # noqa: S311
        alive = 0
        for path, number, line, change in drawn:
            source = path.read_text(encoding="utf-8")
            path.write_text(mutated(source, number, change), encoding="utf-8")
            if survives(tree, path.stem):
                alive += 1
                print(f"survived: {path.name}:{line} {change[0]} {change[1]}", flush=True)
            path.write_text(source, encoding="utf-8")
        print(f"{len(drawn) - alive} of {len(drawn)} killed, drawn from {len(found)} mutants")


if __name__ == "__main__":
    main(sys.argv[1:])
