"""`BoardProcess`: a virtual board in a process of its own, started and ended by its parent."""

from __future__ import annotations

import select
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from emg_signal.errors import ConfigError, DeviceLostError
from emg_signal.phrase import say

START_S = 60.0
"""Importing numpy takes a second, and on a busy machine was seen to take over 20."""
END_S = 60.0
"""A board that was asked to end writes its truth file first: 300 MB after ten minutes."""


class BoardProcess:
    """Starts ``python -m emg_simulators`` and knows its port.

    Parameters
    ----------
    arguments
        What the command line takes, without ``--link`` and ``--until-eof``.

    Raises
    ------
    ConfigError
        The board refused its arguments; the message is the board's own.
    DeviceLostError
        It did not come up.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="evenhand-")
        self.port = str(Path(self._folder.name) / "port")
        command = [sys.executable, "-m", "emg_simulators", *arguments]
        self.process = subprocess.Popen(  # noqa: S603 - our own module, no shell
            [*command, "--link", self.port, "--until-eof"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        try:
            self._wait_ready()
        except BaseException:
            self.end()
            raise

    def _wait_ready(self) -> None:
        output, errors = self.process.stdout, self.process.stderr
        assert output is not None and errors is not None  # noqa: S101, PT018 - asked for above
        ready, _, _ = select.select([output], [], [], START_S)
        if not ready:
            raise DeviceLostError(
                say("The virtual board did not start in time."), say("Try again.")
            )
        if output.readline().startswith(b"ready "):
            return
        said = errors.read().decode(errors="replace").strip()
        raise ConfigError(
            said.splitlines()[-1] if said else say("The virtual board did not start.")
        )

    @property
    def runs(self) -> bool:
        """Whether the board has not ended by itself."""
        return self.process.poll() is None

    def ask(self, wishes: Iterable[str]) -> None:
        """Ask the patient for something; see `wishes`. A board that is gone hears nothing."""
        if self.process.stdin is not None:
            with suppress(BrokenPipeError, ValueError):
                self.process.stdin.write("".join(f"{w}\n" for w in wishes).encode("ascii"))
                self.process.stdin.flush()

    def end(self, patience_s: float = END_S) -> None:
        """Let it end and take its link away; killed after `patience_s` seconds. Harmless twice."""
        process = self.process
        for pipe in (process.stdin, process.stdout, process.stderr):
            if pipe is not None:
                with suppress(BrokenPipeError):
                    pipe.close()
        try:
            process.wait(patience_s)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        self._folder.cleanup()
