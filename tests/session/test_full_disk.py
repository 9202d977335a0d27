"""A file system that takes no more bytes: told at once, and what was written stays readable."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from emg_session.stored import read_session

# The kernel itself refuses to let a file grow past the limit, below SQLite and Python.
WRITER = """
import resource, signal, sys, time, numpy as np
from pathlib import Path
from emg_session.recorder import Recorder
from emg_session.store import SegmentHeader, SessionFile
from emg_signal.chunk import Chunk, Origin
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
file = SessionFile.create(Path(sys.argv[1]), meta={}, min_free_bytes=0)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
recorder = Recorder(file, lambda: "t")
recorder.segment(0, SegmentHeader("t", 250.0, 8, None, {}))
pushed = 0
while recorder.failure is None and pushed < 4000:
    uv = np.full((8, 25), float(pushed))
    flags = np.zeros_like(uv, np.uint8)
    recorder.chunk(Chunk(uv, 250.0, 25 * pushed, 0.0, Origin.SIMULATED, flags))
    pushed += 1
    time.sleep(0.0005)
recorder.close()
print(round(recorder.recorded_s * 250))
print(recorder.failure)
"""


@pytest.mark.parametrize("limit", [40_000, 65_536, 100_001, 300_000, 1_000_003])
def test_a_full_disk_is_told_and_loses_nothing_that_was_written(tmp_path: Path, limit: int) -> None:
    path = tmp_path / "a.evenhand"
    done = subprocess.run(
        [sys.executable, "-c", WRITER, str(path), str(limit)],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    recorded, message = done.stdout.splitlines()
    assert "Cannot write" in message
    assert "Free some space" in message
    session = read_session(path)
    session.verify()
    assert not session.sealed
    uv = session.samples_uv(0) if session.segments else np.empty((8, 0))
    assert uv.shape[1] >= int(recorded)
    assert np.array_equal(uv[0], np.repeat(np.arange(uv.shape[1] // 25), 25))


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    from emg_session.store import SessionFile
    from emg_signal.errors import StorageFullError

    (tmp_path / "file").write_text("")
    with pytest.raises(StorageFullError, match="file"):
        SessionFile.create(tmp_path / "file" / "a.evenhand", meta={}, min_free_bytes=0)
