"""The Ganglion over the computer's own Bluetooth: BrainFlow's library on a virtual BlueZ."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from emg_device.registry import open_device
from emg_signal.errors import ConfigError, DeviceNotFoundError

HERE = Path(__file__).parent
CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path={path}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow receive_type="signal"/>
<allow receive_type="method_call"/><allow receive_type="method_return"/>
<allow receive_type="error"/><allow own="*"/></policy></busconfig>
"""
SESSION = """
import numpy as np
from emg_device.contract import held, read_some
from emg_device.registry import open_device
from emg_device.info import DeviceState
from emg_signal.errors import DeviceError, DeviceLostError

def samples(device, n):
    chunks = []
    while sum(chunk.n_samples for chunk in chunks) < n:
        chunks += read_some(device, 1)
    return chunks

for spec in ("ganglion:bluetooth", "ganglion:bluetooth?mac_address=c0:c0:ff:ee:00:01"):
    with open_device(spec) as device:
        device.start()
        chunks = samples(device, 300)
        uv = np.concatenate([chunk.samples_uv[0] for chunk in chunks])
        steps = np.diff(uv) / device.info.uv_per_count
        info = device.info
        print(info.board, info.firmware, info.origin, info.counter.modulus)
        print("lost", device.health.lost_total, "steps", steps.min() > 0, uv.size >= 300)
        device.stop()
        print([contact.kohm for contact in device.measure_contact(seconds=0.2)])
        device.start()
        assert samples(device, 20)[0].segment == 1
"""


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[str]:
    """Start a D-Bus of the test's own; yield its address."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("dbus-daemon is not here: a Bluetooth service cannot be stood in for")
    (tmp_path / "bus.conf").write_text(CONFIGURATION.format(path=tmp_path / "bus"))
    command = ["dbus-daemon", "--nofork", "--print-address"]
    daemon = subprocess.Popen(
        [*command, f"--config-file={tmp_path / 'bus.conf'}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert daemon.stdout is not None
        assert daemon.stdout.readline().startswith(b"unix:path=")
        yield f"unix:path={tmp_path / 'bus'}"
    finally:
        daemon.terminate()
        daemon.communicate()


def run(code: str, bus: str) -> subprocess.CompletedProcess[str]:
    """Run a program whose system bus is `bus`: a library reads its address once."""
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        env={"DBUS_SYSTEM_BUS_ADDRESS": bus, "PATH": "/usr/bin"},
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.mark.real_time
def test_the_real_driver_finds_connects_streams_and_measures_contact(bus: str) -> None:
    pytest.importorskip("dbus_fast")
    bluez = subprocess.Popen(
        [sys.executable, str(HERE / "virtual_bluez.py"), bus], stdout=subprocess.PIPE
    )
    try:
        assert bluez.stdout is not None
        assert bluez.stdout.readline() == b"ready\n"
        done = run(SESSION, bus)
    finally:
        bluez.terminate()
        bluez.communicate()
    assert done.returncode == 0, done.stderr
    once = [
        "OpenBCI Ganglion 3 simulated 200",
        "lost 0 steps True True",
        "[12.0, 47.0, 330.0, 1000.0]",
    ]
    assert done.stdout.splitlines() == once * 2


def test_without_bluetooth_the_error_says_so_in_one_line(bus: str) -> None:
    """Neither a bus nor a service on it: both are no Bluetooth."""
    code = (
        "from emg_device.registry import open_device\n"
        "from emg_signal.errors import DeviceNotFoundError\n"
        "try:\n    open_device('ganglion:bluetooth').open()\n"
        "except DeviceNotFoundError as error:\n    print(error)"
    )
    for address in (bus, "unix:path=/nonexistent/bus"):
        done = run(code, address)
        assert done.stdout.startswith("This computer has no Bluetooth that can be used."), done
        assert done.stdout.count("\n") == 1


def test_options_of_the_dongle_are_none_of_bluetooths() -> None:
    with pytest.raises(ConfigError, match="no option 'firmware'"):
        open_device("ganglion:bluetooth?firmware=3")


def test_brainflows_own_number_of_the_board_explains_itself_too() -> None:
    device = open_device("brainflow:46")
    with pytest.raises(DeviceNotFoundError, match=r"Bluetooth on|BOARD_NOT_READY"):
        device.open()
