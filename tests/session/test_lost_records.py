"""A record that vanishes, hangs, falls behind or fills the disk is told within 1.0 s of it.

The parts are real: files are removed and renamed, a file system of its own is filled to the last
byte, and a disk that does not answer is a library below SQLite whose syncs wait.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from emg_session.stored import read_session, read_verified

HERE = Path(__file__).parent
TOLD_S = 1.0
APART = ("unshare", "--map-root-user", "--mount", "sh", "-c")
"""Runs a script that may mount a file system which nobody else sees."""
BUSY_S = 1.5
"""Allowed on top by the wall clock of a shared machine, where nothing but time can be asserted."""


class Recording:
    """A recorder in another process."""

    def __init__(self, path: Path, before: tuple[str, ...] = (), **env: str) -> None:
        command = [*before, sys.executable, str(HERE / "recording_process.py"), str(path), "0"]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **env},
        )

    def until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            told: dict[str, Any] = json.loads(line)
            if wanted(told):
                return told
        raise AssertionError("it ended before")

    def told(self) -> tuple[dict[str, Any], float]:
        """Return what is told first that something is wrong, and after how many seconds."""
        began_s = time.monotonic()
        return self.until(lambda now: bool(now["text"])), time.monotonic() - began_s

    def tick(self, name: str) -> dict[str, Any]:
        self.say(f"tick {name}")
        return self.until(lambda now: now.get("tick") == name)

    def say(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def end(self) -> dict[str, Any]:
        self.say("end")
        last = self.until(lambda now: "ended" in now)
        self.wait()
        return last

    def wait(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(30)

    def kill(self) -> None:
        self._process.kill()
        self.wait()


@pytest.fixture
def recording(tmp_path: Path) -> Iterator[Callable[..., Recording]]:
    made: list[Recording] = []

    def begin(*args: Any, **kw: Any) -> Recording:
        made.append(Recording(*args, **kw))
        return made[-1]

    yield begin
    for each in made:
        if each._process.poll() is None:
            each.kill()


VANISHING = {
    "the folder is removed": lambda path: shutil.rmtree(path.parent),
    "the file is removed": lambda path: path.unlink(),
    "the file is renamed": lambda path: path.rename(path.with_name("other.evenhand")),
    "the folder is renamed": lambda path: path.parent.rename(path.parent.with_name("other")),
    "the log is removed": lambda path: path.with_name(f"{path.name}-wal").unlink(),
    "another file takes its name": lambda path: (path.unlink(), path.write_text("")),
}


@pytest.mark.real_time
@pytest.mark.hazard("H-record-lost")
@pytest.mark.parametrize("how", VANISHING)
def test_a_record_that_vanished_is_told_and_takes_no_tick(
    tmp_path: Path, recording: Callable[..., Recording], how: str
) -> None:
    path = tmp_path / "records" / "a.evenhand"
    process = recording(path)
    assert process.tick("p1")["shown"]
    VANISHING[how](path)
    told, after_s = process.told()
    assert "no longer there" in told["text"]
    assert "Choose another place" in told["text"]
    assert after_s <= TOLD_S + BUSY_S
    assert told["failed"]
    assert not process.tick("p2")["shown"]
    assert "no longer there" in process.end()["text"]


@pytest.mark.real_time
def test_a_tick_right_after_the_file_went_is_not_shown(
    tmp_path: Path, recording: Callable[..., Recording]
) -> None:
    path = tmp_path / "records" / "a.evenhand"
    process = recording(path)
    assert process.tick("p1")["shown"]
    shutil.rmtree(path.parent)
    assert not process.tick("p2")["shown"]


@pytest.mark.real_time
@pytest.mark.hazard("H-record-lost")
def test_a_full_file_system_is_told_and_everything_before_reads_back(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = 'mount -t tmpfs -o size=400k none "$1" && "$2" "$3" "$1/a.evenhand" 0'
    script = f'{mounted}; cp "$1"/a* "{tmp_path}"'
    command = [*APART, script, "sh", str(disk), sys.executable, str(HERE / "recording_process.py")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            last, shown = _ticked_until_it_fails(process)
            assert "Cannot write" in last["text"]
            assert "Free some space" in last["text"]
            assert last["streamed_s"] - last["recorded_s"] <= TOLD_S + BUSY_S
            process.communicate("end\n", timeout=30)
        finally:
            process.kill()
    session = read_verified(tmp_path / "a.evenhand")
    assert session.samples_uv(0).shape[1] >= round(last["recorded_s"] * 250)
    given = [event.body["point"] for event in session.events if event.kind == "given"]
    assert given == shown


def _ticked_until_it_fails(process: subprocess.Popen[str]) -> tuple[dict[str, Any], list[str]]:
    """Tick a point at each word of a recording; return its last word, and what was shown."""
    assert process.stdout is not None
    assert process.stdin is not None
    last: dict[str, Any] = {}
    shown: list[str] = []
    for count, line in enumerate(process.stdout):
        last = json.loads(line)
        if last.get("shown"):
            shown.append(last["tick"])
        if last["failed"] or "ended" in last:
            break
        process.stdin.write(f"tick p{count}\n")
        process.stdin.flush()
    if not last:
        pytest.skip(f"no file system of our own here: {process.communicate()[1]}")
    return last, shown


def test_no_session_starts_on_a_disk_with_less_than_500_mb(tmp_path: Path) -> None:
    made = (
        'mount -t tmpfs -o size=499m none "$1" && "$2" -c "import sys; from pathlib import Path; '
        "from emg_session.store import SessionFile; "
        'SessionFile.create(Path(sys.argv[1]) / \'a.evenhand\', meta={})" "$1"'
    )
    done = subprocess.run(
        [*APART, made, "sh", str(tmp_path), sys.executable],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    if "StorageFullError" not in done.stderr and done.returncode and "mount" in done.stderr:
        pytest.skip(done.stderr)
    assert "MB are free" in done.stderr
    assert "a session needs 524 MB" in done.stderr


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    compiler = shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        pytest.skip("a C compiler on Linux is needed")
    made = tmp_path_factory.mktemp("shim") / "slow_sync.so"
    command = [compiler, "-shared", "-fPIC", "-o", str(made), str(HERE / "slow_sync.c"), "-ldl"]
    subprocess.run(command, check=True)
    return made


@pytest.mark.real_time
@pytest.mark.hazard("H-record-lost")
@pytest.mark.parametrize("seconds", ["0.7", "20"])
def test_a_disk_that_is_slow_or_hangs_is_told_and_no_tick_is_shown_that_is_not_kept(
    tmp_path: Path, recording: Callable[..., Recording], shim: Path, seconds: str
) -> None:
    path, delay = tmp_path / "a.evenhand", tmp_path / "delay"
    process = recording(path, LD_PRELOAD=str(shim), SYNC_DELAY=str(delay))
    shown = ["p0"] if process.tick("p0")["shown"] else []
    delay.write_text(seconds)
    told, after_s = process.told()
    assert "behind" in told["text"] or "did not answer" in told["text"]
    assert after_s <= TOLD_S + BUSY_S
    shown += [name for name in ("p1", "p2") if process.tick(name)["shown"]]
    if seconds == "20":
        assert shown == ["p0"]
        process.kill()
    else:
        last = process.until(lambda now: now["streamed_s"] > told["streamed_s"] + 3.0)
        # However slow each sync, what waits goes in one: it does not fall behind for ever.
        assert last["failed"] or last["streamed_s"] - last["recorded_s"] < 4.0
        delay.write_text("0")
        process.end()
    session = read_verified(path)
    given = [event.body["point"] for event in session.events if event.kind == "given"]
    assert given[: len(shown)] == shown
    assert seconds == "20" or given == shown


def test_every_commit_is_synced_before_it_is_acknowledged(tmp_path: Path, shim: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path; from emg_session.store import SessionFile\n"
        "file = SessionFile.create(Path(sys.argv[1]), meta={}, min_free_bytes=0)\n"
        "log = os.open(os.environ['SYNC_LOG'], os.O_WRONLY | os.O_APPEND)\n"
        "for n in range(20):\n"
        "    file.append_event('note', {'n': n}, utc='t', index=n)\n"
        "    file.commit()\n"
        "    os.write(log, b'A')\n"
    )
    log = tmp_path / "log"
    subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "a.evenhand")],
        env={**os.environ, "LD_PRELOAD": str(shim), "SYNC_LOG": str(log)},
        check=True,
    )
    commits = log.read_text().split("A")
    assert len(commits) == 21
    for before in commits[1:20]:
        assert "W" in before
        assert before.rindex("S") > before.rindex("W")


def test_killed_while_it_is_made_nothing_is_left_that_does_not_open(tmp_path: Path) -> None:
    program = (
        "import os, sys, threading, time; from pathlib import Path\n"
        "from emg_session.store import SessionFile\n"
        "def kill():\n"
        "    time.sleep(float(sys.argv[2])); os.kill(os.getpid(), 9)\n"
        "threading.Thread(target=kill).start()\n"
        "for n in range(1000):\n"
        "    SessionFile.create(Path(sys.argv[1]) / f'{n}.evenhand', meta={'subject': 'P1'},\n"
        "                       min_free_bytes=0)\n"
    )
    whole = 0
    for attempt in range(20):
        folder = tmp_path / str(attempt)
        wait = str(0.001 + 0.0037 * attempt)
        subprocess.run([sys.executable, "-c", program, str(folder), wait], check=False)
        for path in folder.glob("*.evenhand"):
            assert read_session(path).meta == {"subject": "P1"}
            whole += 1
    assert whole > 20
