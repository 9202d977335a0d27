"""What every test shares: which run and when, and a failure for each leaked thread."""

from __future__ import annotations

import gc
import os
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

# A machine shared with other work is slow at times; speed is the benchmarks' matter.
hypothesis.settings.register_profile("evenhand", deadline=None)
hypothesis.settings.load_profile("evenhand")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Whoever runs the tests has settings and visits of their own, which no test reads or touches.
OWN = tempfile.TemporaryDirectory(prefix="evenhand-tests-")
for kind in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
    os.environ[kind] = OWN.name

ROOT = Path(__file__).resolve().parent.parent
PATIENT = 10
"""How much what computes yields (nice): a tenth of a core against one that waits."""
YIELDS = pytest.StashKey[bool]()
RECORDINGS = "EVENHAND_RECORDINGS"
"""The folder of the two public recordings of docs/recordings.md."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--soak", action="store_true", help="run the long tests too")


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--soak"):
        skip = pytest.mark.skip(reason="long run: make soak")
        for item in items:
            if "soak" in item.keywords:
                item.add_marker(skip)
    if "PYTEST_XDIST_WORKER" in os.environ:
        deal_side_by_side(items)


def deal_side_by_side(items: list[pytest.Item]) -> None:
    """Deal what waits for real time and what computes side by side, the longest of each first.

    With more processes than cores, the ones that compute then have the time for which the others
    wait. pytest-xdist deals out whole groups (--dist loadgroup): the one that a test names, or
    else its class, or else its file.
    """
    seconds: dict[str, float] = defaultdict(float)
    waits: set[str] = set()
    for item in items:
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(item.nodeid.rpartition("::")[0]))
        seconds[group_of(item)] += seconds_of(item)
        if "real_time" in item.keywords:
            waits.add(group_of(item))
    for item in items:
        item.stash[YIELDS] = group_of(item) not in waits
    dealt = {group: place for place, group in enumerate(side_by_side(seconds, waits))}
    items.sort(key=lambda item: dealt[group_of(item)])


def side_by_side(seconds: dict[str, float], waits: set[str]) -> list[str]:
    """Return the groups so that of both kinds the same share is always dealt."""
    placed: list[tuple[float, str]] = []
    for kind in (waits, seconds.keys() - waits):
        whole_s, dealt_s = sum(seconds[group] for group in kind), 0.0
        for group in sorted(kind, key=lambda group: (-seconds[group], group)):
            placed.append((dealt_s / whole_s if whole_s else 0.0, group))
            dealt_s += seconds[group]
    return [group for _, group in sorted(placed)]


def group_of(item: pytest.Item) -> str:
    mark = item.get_closest_marker("xdist_group")
    assert mark is not None, "deal_side_by_side marks them all"
    return str(mark.args[0])


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let what computes yield to what waits for real time in another process, from now on."""
    if item.stash.get(YIELDS, False) and hasattr(os, "nice"):
        os.nice(max(0, PATIENT - os.nice(0)))


def seconds_of(item: pytest.Item) -> float:
    """Return about how long it takes: what its marker says, or what most take of its kind."""
    if "soak" in item.keywords:
        return 0.0
    marks = [*item.iter_markers("long"), *item.iter_markers("real_time")]
    said = [mark.kwargs["seconds"] for mark in marks if "seconds" in mark.kwargs]
    return said[0] if said else 1.0 if marks else 0.1


def pytest_collection_finish() -> None:
    """Leave modules and collected tests to no collector: each test of the window runs two."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def project_root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Return the folder of the two public recordings, or skip (docs/recordings.md)."""
    if RECORDINGS in os.environ:
        folder = Path(os.environ[RECORDINGS])
        assert folder.is_dir(), f"{RECORDINGS}={folder} is no folder"
        return folder
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(
            f"the real recordings are not here: docs/recordings.md says how to set {RECORDINGS}"
        )
    return folder


@pytest.fixture(scope="class")
def port_80() -> Iterator[None]:
    """Wait for the WiFi shield's port: BrainFlow asks no other, and tests run side by side."""
    fcntl = pytest.importorskip("fcntl")
    with (Path(tempfile.gettempdir()) / f"evenhand-port-80-{os.getuid()}").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest.fixture(autouse=True)
def no_leaked_threads() -> Iterator[None]:
    """Fail a test that leaves a thread of its own behind."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + 2.0
    while leaked := [t for t in threading.enumerate() if t not in before and t.is_alive()]:
        if time.monotonic() > deadline:
            pytest.fail(f"leaked threads: {[t.name for t in leaked]}")
        time.sleep(0.01)
