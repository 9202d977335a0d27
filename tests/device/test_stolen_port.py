"""A port that another program reads is told as that, not as an unplugged board."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from emg_device.serial_line import hang_up

READER = """
import os, sys
os.open(sys.argv[1], os.O_RDWR | os.O_NOCTTY)
print("has it", flush=True)
input()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can tell who has a port")
def test_a_second_reader_is_named_and_a_pulled_plug_is_a_pulled_plug():
    master, slave = os.openpty()
    port = os.ttyname(slave)
    assert "unplugged" in hang_up(port).message
    thief = subprocess.Popen(
        [sys.executable, "-c", READER, port],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, close_fds=True,
    )  # fmt: skip
    try:
        thief.stdout.readline()
        told = hang_up(port)
        assert str(thief.pid) in told.message
        assert "Close that program" in told.remedy
    finally:
        thief.communicate("\n")
        os.close(master)
        os.close(slave)
