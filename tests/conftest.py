"""What every test shares: soak tests on demand, and a failure for each leaked thread."""

from __future__ import annotations

import gc
import os
import tempfile
import threading
import time
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
RECORDINGS = "EVENHAND_RECORDINGS"
"""The folder of the two public recordings of docs/recordings.md."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--soak", action="store_true", help="run the long tests too")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--soak"):
        return
    skip = pytest.mark.skip(reason="long run: make soak")
    for item in items:
        if "soak" in item.keywords:
            item.add_marker(skip)


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
