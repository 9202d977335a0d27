"""Mutation testing of the dosing rules: ``python benchmarks/dosing_mutation.py --out FILE``.

Every mutant of every module (one comparison, number, flag, branch, return … changed) is run against
the tests that reach its line, quick and narrow ones first, until one fails. To be quick enough for
all of them, the tests are collected once; each mutant is a forked child in which the code of one
function is exchanged. What lies outside of functions is tried in a child that imports the changed
module from the start. A mutant survives if all tests that reach it pass; the slowest are left out
once `BUDGET_S` is used up, so that some are called survivors that `make test` would kill.
``--again FILE`` gives what a run called survivors a second chance, against everything that it left
out: the slow tests, those of `LEFT_OUT`, and those written since. POSIX only (fork).
"""

from __future__ import annotations

import argparse
import gc
import importlib
import importlib.abc
import importlib.util
import json
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

import coverage
import hypothesis
import numpy
import pydantic
import pytest
import scipy.signal as scipy_signal
from _pytest.runner import runtestprotocol
from dosing_mutants import Mutant, mutants

ROOT = Path(__file__).resolve().parent.parent
RUN_NO_RULE = ("test_hazards.py",)
"""Files that read the other tests and no rule."""
LEFT_OUT = (*RUN_NO_RULE, "test_healthy_faces.py", "test_published_documents.py")
"""With those that take minutes: left to the second chance."""
LONGEST_S = 2.0
"""Seconds of the processor; tests that take longer, under coverage, are left out and named."""
BUDGET_S = 15.0
PROCESSES = 2
"""Of each of three kinds."""
SEED = 7
READS_TABLES = ("rows.py", "tables.py", "manifest.py")
"""Modules whose mutants must read the tables anew."""
IN_OTHER_PROCESSES = ("test_100_000_random_cases",)
OPTIONS = ("-q", "-p", "no:cacheprovider", "--tb=native", "-W", "ignore")
PROFILE = '"evenhand", deadline=None'
QUICK = f"{PROFILE}, database=None, derandomize=True, phases=[hypothesis.Phase.generate]"
"""A failing example need not be made small."""
PRELOADED = (hypothesis, pydantic, numpy, scipy_signal)


class Plugin:
    """Collects the tests once and hands them to `run`."""

    def __init__(self, run: Callable[[dict[str, pytest.Item]], None]) -> None:
        self.run = run

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        kept = [i for i in session.items if not i.get_closest_marker("soak")]
        kept = [item for item in kept if item.name not in IN_OTHER_PROCESSES]
        self.run({item.nodeid: item for item in kept})
        return True


def passes(items: Sequence[pytest.Item]) -> bool:
    """Whether all tests pass, in this order; stops at the first that fails."""
    for item, after in zip(items, [*items[1:], None], strict=True):
        if any(report.failed for report in runtestprotocol(item, log=False, nextitem=after)):
            return False
    return True


def collected(
    tree: Path,
    run: Callable[[dict[str, pytest.Item]], None],
    files: list[str],
    left_out: Sequence[str] = LEFT_OUT,
) -> int:
    """Collect `files` (all without any) and call `run` with the tests."""
    os.chdir(tree)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    sys.dont_write_bytecode = True
    sys.path[:0] = [str(tree / "dosing"), str(tree / "signal")]
    unread = [f"--ignore=tests/dosing/{name}" for name in left_out]
    chosen = files or ["tests/dosing"]
    return int(pytest.main([*OPTIONS, *unread, *chosen], plugins=[Plugin(run)]))


def measure(tree: Path, out: Path) -> None:
    """Write which tests reach which line, and how long each takes."""
    recorder = coverage.Coverage(data_file=None, source=[str(tree / "dosing" / "emg_dosing")])
    recorder.start()
    signal.signal(signal.SIGVTALRM, _too_long)
    seconds: dict[str, float] = {}

    def run(items: dict[str, pytest.Item]) -> None:
        for name, item in items.items():
            recorder.switch_context(name)
            start = time.process_time()
            signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST_S)
            passed = passes([item])
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            if passed:
                seconds[name] = time.process_time() - start
            else:
                print(f"left out: {name}", file=sys.stderr, flush=True)
            recorder.switch_context("")

    if collected(tree, run, []):
        raise SystemExit("The tests could not be collected.")
    recorder.stop()
    data = recorder.get_data()
    lines = {Path(f).name: data.contexts_by_lineno(f) for f in data.measured_files()}
    out.write_text(json.dumps({"lines": lines, "seconds": seconds}), encoding="utf-8")


def measure_the_rest(tree: Path, out: Path, known: Reach, files: list[str]) -> None:
    """Write how long each test takes that `known` does not know; none that fails by itself."""
    seconds: dict[str, float] = {}

    def run(items: dict[str, pytest.Item]) -> None:
        for name in sorted(set(items) - set(known.seconds)):
            start = time.process_time()
            if passes([items[name]]):
                seconds[name] = time.process_time() - start
            else:
                print(f"left out: {name}", file=sys.stderr, flush=True)

    if collected(tree, run, files, RUN_NO_RULE):
        raise SystemExit("The tests could not be collected.")
    out.write_text(json.dumps(seconds), encoding="utf-8")


def _too_long(number: int, frame: object) -> None:
    raise TimeoutError(f"more than {LONGEST_S:g} s")


class Reach:
    """Which tests reach a mutant: the quickest and those that reach least, in turn."""

    left_out: Sequence[str] = LEFT_OUT
    files: Sequence[str] = ()

    def __init__(self, path: Path) -> None:
        content = json.loads(path.read_text(encoding="utf-8"))
        self.lines: dict[str, dict[str, list[str]]] = content["lines"]
        self.seconds: dict[str, float] = content["seconds"]
        reached = (n for lines in self.lines.values() for names in lines.values() for n in names)
        self.breadth = Counter(reached)
        self.onlookers = {name for name in self.seconds if not self.breadth[name]}

    def tests(self, mutant: Mutant) -> list[str]:
        names, kept, spent = self.reaching(mutant), [], 0.0
        quickest = sorted(names, key=lambda n: (self.seconds[n], n))
        narrowest = sorted(names, key=lambda n: (self.breadth[n], n))
        both = (n for pair in zip(quickest, narrowest, strict=True) for n in pair)
        for name in dict.fromkeys(both):
            spent += self.seconds[name]
            if kept and spent > BUDGET_S:
                break
            kept.append(name)
        return kept

    def reaching(self, mutant: Mutant) -> set[str]:
        """Return all tests known to reach the lines of a mutant."""
        module = "tables.py" if mutant.path.name == "rows.py" and not mutant.function else ""
        by_line = self.lines.get(module or mutant.path.name, {})  # no line of a row's checks runs
        lines = map(str, range(mutant.first, mutant.last + 1)) if mutant.function else by_line
        names = {name for line in lines for name in by_line.get(line, [])} & set(self.seconds)
        # What a class is, is looked at by tests that run none of its lines.
        return names if mutant.function else names | self.onlookers

    def limit_s(self, names: list[str]) -> int:
        return 30 + int(5 * sum(self.seconds[name] for name in names))


class Rest(Reach):
    """What a first run left out: tests beyond its budget, and those that it did not know."""

    left_out = RUN_NO_RULE

    def __init__(self, path: Path, rest: Path, files: Sequence[str]) -> None:
        super().__init__(path)
        self.files = files
        self.unknown: dict[str, float] = json.loads(rest.read_text(encoding="utf-8"))

    def tests(self, mutant: Mutant) -> list[str]:
        beyond = self.reaching(mutant) - set(super().tests(mutant))
        seconds = {name: self.seconds[name] for name in beyond} | self.unknown
        if self.files:
            seconds = {n: s for n, s in seconds.items() if n.split("::")[0] in self.files}
        return sorted(seconds, key=lambda name: (seconds[name], name))

    def limit_s(self, names: list[str]) -> int:
        return 60 + int(10 * sum((self.seconds | self.unknown)[name] for name in names))


class ImportAnewError(Exception):
    """The code of this mutant cannot be exchanged in a live module."""


VERDICTS = {0: "survived", 1: "killed", 2: "import anew"}


def in_child(limit_s: int, run: Callable[[], bool]) -> str:
    """Return one of `VERDICTS`, or ``killed by time``."""
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (limit_s, limit_s))
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        try:
            code = 0 if run() else 1
        except ImportAnewError:
            code = 2
        except BaseException:
            code = 1
        os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "killed by time"
    return VERDICTS[os.waitstatus_to_exitcode(status)]


def exchange(mutant: Mutant) -> None:
    """Give the live function the mutant's code."""
    module = importlib.import_module(f"emg_dosing.{mutant.path.stem}")
    target = _live(module, mutant.function)
    found = [code for code in _codes(mutant.code()) if code.co_qualname == mutant.function]
    if len(found) != 1 or found[0].co_freevars != target.__code__.co_freevars:
        raise ImportAnewError(mutant.function)
    target.__code__ = found[0]


def _live(module: ModuleType, qualified: str) -> FunctionType:
    value: Any = module
    for part in qualified.split("."):
        value = vars(value)[part]
    if isinstance(value, property):
        value = value.fget
    if isinstance(value, classmethod | staticmethod):
        value = value.__func__
    if hasattr(value, "cache_clear"):
        value.cache_clear()
        value = value.__wrapped__
    if not isinstance(value, FunctionType):
        raise ImportAnewError(qualified)
    return value


def _codes(code: CodeType) -> Iterable[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes(constant)


def warm(
    tree: Path, chosen: list[Mutant], reach: Reach, say: Callable[[Mutant, str], None]
) -> None:
    """Run the mutants of functions in children of one process that has collected the tests."""

    def run(items: dict[str, pytest.Item]) -> None:
        if chosen[0].path.name not in READS_TABLES:  # read the tables once for all
            first = next(item for item in items.values() if "tables" in item.fixturenames)
            runtestprotocol(first, log=False, nextitem=list(items.values())[-1])
        gc.collect()
        gc.freeze()  # a child must not copy what it only reads
        for mutant in chosen:
            names = [name for name in reach.tests(mutant) if name in items]

            def tried(mutant: Mutant = mutant, names: list[str] = names) -> bool:
                exchange(mutant)
                return passes([items[name] for name in names])

            say(mutant, in_child(reach.limit_s(names), tried) if names else "no test")

    collected(tree, run, [*reach.files], reach.left_out)


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports one module from a mutant's code."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant, self.name = mutant, f"emg_dosing.{mutant.path.stem}"

    def find_spec(self, name: str, path: Any, target: Any = None) -> Any:
        if name != self.name:
            return None
        return importlib.util.spec_from_file_location(name, self.mutant.path, loader=self)

    def exec_module(self, module: ModuleType) -> None:
        exec(self.mutant.code(), vars(module))  # noqa: S102 - that is the purpose


def cold(tree: Path, mutant: Mutant, reach: Reach) -> str:
    """Run one mutant in a child that imports everything of ours anew."""
    names = reach.tests(mutant)
    files = sorted({name.split("::")[0] for name in names})

    def tried() -> bool:
        sys.meta_path.insert(0, _Changed(mutant))
        outcome = [False]

        def run(items: dict[str, pytest.Item]) -> None:
            outcome[0] = passes([items[name] for name in names])

        return collected(tree, run, files, reach.left_out) == 0 and outcome[0]

    return in_child(reach.limit_s(names), tried) if names else "no test"


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="verdicts, one JSON line each")
    parser.add_argument("--reach", type=Path, help="keep which tests reach what here")
    parser.add_argument("--modules", nargs="*", help="names of modules; all without any")
    parser.add_argument("--again", type=Path, help="verdicts: try their survivors once more")
    parser.add_argument("--tests", nargs="*", default=[], help="files for that; all without any")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        _copy(tree)
        measured = options.reach or Path(folder) / "reach.json"
        if not measured.exists():
            _forked(lambda: measure(tree, measured))
        reach = Reach(measured)
        paths = sorted((tree / "dosing" / "emg_dosing").glob("*.py"))
        found = [
            m for p in paths if not options.modules or p.stem in options.modules for m in mutants(p)
        ]
        if options.again:
            found = [m for m in found if m.name in _alive(options.again)]
            rest = Path(folder) / "rest.json"
            known = reach
            _forked(lambda: measure_the_rest(tree, rest, known, options.tests))
            reach = Rest(measured, rest, options.tests)
        _run_all(tree, found, reach, options.out)
    alive = _alive(options.out)
    count = len(options.out.read_text("utf-8").splitlines())
    print(*alive, sep="\n")
    print(f"{count - len(alive)} of {count} killed")


def _alive(path: Path) -> list[str]:
    """Return the mutants of a file of verdicts that were not killed."""
    verdicts = map(json.loads, path.read_text("utf-8").splitlines())
    return [v["mutant"] for v in verdicts if not v["verdict"].startswith("killed")]


def _run_all(tree: Path, found: list[Mutant], reach: Reach, out: Path) -> None:
    out.write_text("", encoding="utf-8")
    kept = out.with_suffix(".again")
    kept.write_text("", encoding="utf-8")

    def say(mutant: Mutant, verdict: str) -> None:
        with (kept if verdict == "import anew" else out).open("a", encoding="utf-8") as file:
            file.write(json.dumps({"mutant": mutant.name, "verdict": verdict}) + "\n")

    def each_cold(part: list[Mutant]) -> None:
        for mutant in part:
            say(mutant, cold(tree, mutant, reach))

    random.Random(SEED).shuffle(found)  # noqa: S311 - a run that is broken off is a fair sample
    groups = {
        "once": [m for m in found if m.function and m.path.name not in READS_TABLES],
        "each": [m for m in found if m.function and m.path.name in READS_TABLES],
    }
    runs = [partial(warm, tree, p, reach, say) for g in groups.values() for p in _parts(g)]
    cold_ones = [m for m in found if not m.function]
    runs += [partial(each_cold, part) for part in _parts(cold_ones)]
    _forked(*runs)
    anew = {json.loads(line)["mutant"] for line in kept.read_text("utf-8").splitlines()}
    each_cold([m for m in found if m.name in anew])


def _parts(found: list[Mutant]) -> list[list[Mutant]]:
    """Return the mutants dealt out to the processes."""
    return [part for n in range(PROCESSES) if (part := found[n::PROCESSES])]


def _copy(tree: Path) -> None:
    unwanted = shutil.ignore_patterns("__pycache__", "images")
    for name in ("dosing", "signal", "docs", "benchmarks", "tests/dosing"):
        shutil.copytree(ROOT / name, tree / name, ignore=unwanted)
    shutil.copy(ROOT / "pyproject.toml", tree)
    shared = (ROOT / "tests" / "conftest.py").read_text(encoding="utf-8")
    if PROFILE not in shared:
        raise SystemExit("tests/conftest.py has no profile of hypothesis to change.")
    (tree / "tests" / "conftest.py").write_text(shared.replace(PROFILE, QUICK), encoding="utf-8")


def _forked(*runs: Callable[[], None]) -> None:
    """Run each in a process of its own, all at once."""
    children = []
    for run in runs:
        children.append(os.fork())
        if children[-1] == 0:
            try:
                run()
            except BaseException as error:
                print(error, file=sys.stderr, flush=True)
                os._exit(1)
            os._exit(0)
    if any(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children):
        raise SystemExit("A run broke off.")


if __name__ == "__main__":
    main(sys.argv[1:])
