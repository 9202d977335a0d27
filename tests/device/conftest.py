"""LSL stays on this machine: what its library reads is said before any test imports it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from emg_device.contract import DeviceContract

CONFIGURATION = """[multicast]
ResolveScope = machine
[lab]
KnownPeers = {127.0.0.1}
[log]
level = -3
"""
_folder = tempfile.TemporaryDirectory(prefix="evenhand-lsl-")
_file = Path(_folder.name) / "lsl_api.cfg"
_file.write_text(CONFIGURATION)
os.environ["LSLAPICFG"] = str(_file)


@pytest.fixture(scope="session", autouse=True)
def long_run(request: pytest.FixtureRequest) -> None:
    """Let ``--soak`` open and close each device 50 times."""
    DeviceContract.long_run = bool(request.config.getoption("--soak"))
