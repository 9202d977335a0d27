"""Boards that print: formats told apart or refused, rates measured, on a virtual Arduino."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import numpy as np
import pytest

from emg_device.base import Device
from emg_device.contract import DeviceContract
from emg_device.registry import open_device
from emg_device.spec import DeviceSpec
from emg_device.text_lines import find_format
from emg_device.text_serial import TextSerialDevice
from emg_signal.errors import (
    ConfigError,
    DeviceNotFoundError,
    DeviceProtocolError,
)
from emg_simulators.board_process import BoardProcess
from emg_simulators.pseudo_terminal import PseudoTerminal


@pytest.mark.real_time
class TestTextContract(DeviceContract):
    spec = DeviceSpec("text", "/dev/ttyACM0", {"scale_uv": "4.44"})
    cycles = 1
    port: str

    @pytest.fixture(scope="class", autouse=True)
    @classmethod
    def board(cls) -> Iterator[BoardProcess]:
        board = BoardProcess(["text", "--signal", "sine", "--channels", "3", "--separator", "\t"])
        cls.port = board.port
        yield board
        board.end()

    def make_device(self) -> Device:
        return open_device(f"text:{self.port}?scale_uv=4.44&bits=10&fs_hz=250")

    def test_it_measures_the_rate_and_scales_the_counts(self) -> None:
        with open_device(f"text:{self.port}?scale_uv=4.44") as device:
            assert device.info.fs_hz == 250.0
            assert device.info.n_channels == 3
            assert "measured" in device.info.notes[0]
            device.start()
            parts = []
            while sum(part.shape[1] for part in parts) < 250:
                chunk = device.read(1.0)
                assert chunk is not None
                parts.append(chunk.samples_uv)
            samples_uv = np.concatenate(parts, axis=1) - 512 * 4.44
        assert np.abs(samples_uv).max(axis=1) == pytest.approx([20, 40, 80], abs=4.44)


@pytest.mark.parametrize(
    ("lines", "columns", "has_time", "first"),
    [
        (["512", "498", "530"], 1, False, [512]),
        (["512,498", "510,499", "511,501"], 2, False, [512, 498]),
        (["512,498,", "510,499,", "511,501,"], 2, False, [512, 498]),
        (["512\t498", "510\t499", "511\t501"], 2, False, [512, 498]),
        (["512 498", "510 499", "511  501"], 2, False, [512, 498]),
        (["1.25, -0.5", "1.5, -0.25", "1.0, 0.0"], 2, False, [1.25, -0.5]),
        (["1,25;-0,5", "1,5;-0,25", "1,0;0,0"], 2, False, [1.25, -0.5]),
        (["1,25\t-0,5", "1,5\t-0,25", "1,0\t0,0"], 2, False, [1.25, -0.5]),
        (["a:512,b:498", "a:510,b:499", "a:511,b:500"], 2, False, [512, 498]),
        (["1e-3 2e-3", "1e-3 2e-3", "1e-3 2e-3"], 2, False, [0.001, 0.002]),
    ],
)
def test_formats_are_told_apart(
    lines: list[str], columns: int, has_time: bool, first: list[float]
) -> None:
    form = find_format(lines)
    assert (form.n_columns, form.has_time) == (columns, has_time)
    assert form.parse(lines[0]) == first


def test_a_time_stamp_is_known_by_its_even_rise() -> None:
    lines = [f"{n * 4},{500 + n % 7}" for n in range(40)]
    assert find_format(lines).has_time
    assert not find_format(lines, has_time=False).has_time
    assert not find_format([f"{n % 5},{500 + n}" for n in range(40)]).has_time


def test_a_header_names_the_channels() -> None:
    assert find_format(["left,right", "1,2", "3,4", "5,6"]).names == ("left", "right")
    assert find_format(["a:1 b:2", "a:3 b:4", "a:3 b:4"], separator=" ").names == ("a", "b")


def test_a_comma_that_may_mean_two_things_is_refused() -> None:
    lines = ["0,05", "0,12", "1,30", "0,98"]
    with pytest.raises(DeviceProtocolError, match="decimal comma"):
        find_format(lines)
    assert find_format(lines, separator=";", decimal_comma=True).parse("0,05") == [0.05]
    assert find_format(lines, separator=",", decimal_comma=False).n_columns == 2


@pytest.mark.parametrize(
    "line", ["", "512", "512,1_0", "512,٣", "512,nan", "512,inf", "a,b", "1,2,3"]
)
def test_what_is_no_sample_is_none(line: str) -> None:
    form = find_format(["512,498", "510,499", "511,501"])
    assert form.parse(line) is None


@pytest.mark.parametrize("lines", [["hello", "world", "again"], ["", "", ""]])
def test_prose_is_refused(lines: list[str]) -> None:
    with pytest.raises(DeviceProtocolError, match="no columns"):
        find_format(lines)


def test_a_board_without_a_scale_is_refused() -> None:
    with pytest.raises(ConfigError, match="scale_uv"):
        open_device("text:/dev/ttyACM0")


@pytest.mark.parametrize("option", ["separator=dot", "decimal=1", "time=maybe", "scale_uv=-1"])
def test_a_wrong_option_is_refused(option: str) -> None:
    with pytest.raises(ConfigError):
        open_device(f"text:/dev/ttyACM0?scale_uv=1&{option}")


def test_a_silent_port() -> None:
    with (
        PseudoTerminal() as terminal,
        pytest.raises(DeviceNotFoundError, match="Nothing comes"),
    ):
        TextSerialDevice(terminal.name, scale_uv=1.0).open()


def test_a_wrong_baud_rate_shows_its_bytes() -> None:
    done = threading.Event()
    with PseudoTerminal() as terminal:

        def talk() -> None:
            while not done.wait(0.02):
                terminal.write(b"\xf0\x0f\x81")

        thread = threading.Thread(target=talk)
        thread.start()
        try:
            with pytest.raises(DeviceProtocolError, match=r"(f0|0f|81) .*baud"):
                TextSerialDevice(terminal.name, scale_uv=1.0).open()
        finally:
            done.set()
            thread.join()
