"""`evenhand devices`: ports and drivers, with what is wrong with each."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from emg_device.devices import find_problem, list_devices, permission_remedy, udev_rule
from emg_device.registry import known_devices
from emg_simulators.pseudo_terminal import PseudoTerminal


@dataclass
class Port:
    """As pyserial lists one."""

    device: str
    vid: int | None = None
    pid: int | None = None
    description: str = "USB serial"
    serial_number: str | None = None


def test_each_driver_is_listed_with_an_example() -> None:
    found = {device.suggestion.partition(":")[0] for device in list_devices(ports=[])}
    assert set(known_devices()) <= found
    assert json.dumps([device.as_dict() for device in list_devices(ports=[])])


@pytest.mark.parametrize(
    ("vid", "pid", "says"),
    [
        (0x0403, 0x6015, "cyton:"),
        (0x2458, 0x0001, "ganglion:"),
        (0x2341, 0x0043, "text:"),
        (None, None, "framed:"),
    ],
)
def test_a_port_is_suggested_by_its_adapter(vid: int | None, pid: int | None, says: str) -> None:
    found = list_devices(ports=[Port("/dev/ttyUSB7", vid, pid, serial_number="DM01")])[0]
    assert says in found.suggestion
    assert "/dev/ttyUSB7" in found.suggestion
    assert (found.serial, found.problem) == ("DM01", "gone")


def test_a_sound_port_has_no_problem() -> None:
    with PseudoTerminal() as terminal:
        assert find_problem(terminal.path) == ("", "")


def test_no_permission_names_the_group_or_the_udev_rule(tmp_path: Path) -> None:
    assert udev_rule(Path("/dev/ttyACM3")) == (
        'KERNEL=="ttyACM[0-9]*", SUBSYSTEM=="tty", TAG+="uaccess"'
    )
    gone = permission_remedy(tmp_path / "ttyUSB0")
    assert "udev" in gone
    assert 'KERNEL=="ttyUSB[0-9]*"' in gone
    with PseudoTerminal() as terminal:
        group = Path(terminal.path).group()
        remedy = permission_remedy(Path(terminal.path))
    assert (f"-aG {group}" in remedy) == (group != "root")
    assert "KERNEL==" in remedy, "the udev line stands beside the group"


@pytest.mark.skipif(sys.platform != "linux", reason="rights are told apart as on Linux")
def test_a_port_that_may_not_be_opened_is_told() -> None:
    with PseudoTerminal() as terminal:
        Path(terminal.path).chmod(0o600)
        code = (
            "import grp, os\nfrom emg_device.devices import find_problem\n"
            "if os.geteuid() == 0: os.setuid(65534)\n"
            f"print(find_problem({terminal.path!r})[0])"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
    expected = "no permission" if Path("/proc/self").owner() == "root" else ""
    assert done.stdout.strip() == expected
