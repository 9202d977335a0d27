"""LSL streams of the tests' own: in this process, or in one whose threads are not counted here."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pylsl

FS_HZ = 500.0


class Outlet:
    """Sends the number of each sample, in mV, until it is stopped."""

    def __init__(self, name: str, unit: str | None = "millivolts", fs_hz: float = FS_HZ) -> None:
        info = pylsl.StreamInfo(
            name, "EMG", 2, fs_hz, pylsl.cf_double64, f"EVENHAND-SIMULATOR {name}"
        )
        info.set_channel_labels(["left", "right"])
        if unit:
            info.set_channel_units(unit)
        self._outlet = pylsl.StreamOutlet(info, chunk_size=5)
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._send)
        self._thread.start()

    def _send(self) -> None:
        begun_s, sent = time.monotonic(), 0
        while not self._done.wait(0.01):
            due = int((time.monotonic() - begun_s) * FS_HZ)
            if due > sent:
                rows = [[float(n), -float(n)] for n in range(sent, due)]
                self._outlet.push_chunk(rows)
                sent = due

    def stop(self) -> None:
        self._done.set()
        self._thread.join()
        self._outlet = None


@contextmanager
def sent_elsewhere(name: str) -> Iterator[str]:
    """Send a stream from a process of its own, and yield its whole name.

    An outlet has a thread and a socket for each reader, which end when they please.
    """
    name = f"{name}-{os.getpid()}"
    command = [sys.executable, __file__, name]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        yield name
        process.communicate()


if __name__ == "__main__":
    outlet = Outlet(sys.argv[1])
    print("ready", flush=True)
    sys.stdin.read()
    outlet.stop()
