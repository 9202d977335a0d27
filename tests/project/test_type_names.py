"""A public type's name means one thing in the whole program."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOMS = ("device", "signal", "dosing", "session", "simulators", "ui")


def types_of(tree: ast.Module) -> Iterator[str]:
    """Yield the classes and type aliases that a module defines at its top."""
    for node in tree.body:
        match node:
            case ast.ClassDef(name=name):
                yield name
            case ast.AnnAssign(target=ast.Name(id=name), annotation=ast.Name(id="TypeAlias")):
                yield name
            # An alias by plain assignment: a capitalised name of something that is no constant.
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Subscript() | ast.BinOp()):
                if name[0].isupper() and not name.isupper():
                    yield name
    # "type X = …" comes with Python 3.12.
    for node in tree.body:
        if type(node).__name__ == "TypeAlias":
            yield node.name.id  # type: ignore[attr-defined]


def test_no_public_type_name_is_defined_twice(project_root: Path) -> None:
    homes = defaultdict(list)
    for room in ROOMS:
        for path in sorted((project_root / room).rglob("*.py")):
            for name in types_of(ast.parse(path.read_text("utf-8"))):
                homes[name].append(str(path.relative_to(project_root)))
    twice = {
        name: where for name, where in homes.items() if len(where) > 1 and not name.startswith("_")
    }
    assert not twice, "\n".join(f"{n}: {w}" for n, w in twice.items())
